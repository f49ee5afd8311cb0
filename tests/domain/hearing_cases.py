"""Situations of a hearing: ties, recusals, quorum, time, scope, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hearing, Hours
from jurydesk.domain.session_facts import Limits
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.ties import Tie, TieKind, TieState
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_certification,
    a_hearing,
    a_jury,
    a_vae,
    some_facts,
)
from tests.domain.case import case

PROPOSED, CONFIRMED, SET_ASIDE = TieState.PROPOSED, TieState.CONFIRMED, TieState.SET_ASIDE
_OLD_VAE = replace(a_vae(), begun=date(2024, 4, 12))
_NEW_VAE = replace(a_vae(), begun=date(2024, 4, 13))


def a_tie(examiner: int = 1, *, state: TieState = CONFIRMED, **changes: Any) -> Tie:
    return replace(Tie(1, examiner, TieKind.TRAINER, state, "Formateur : Z. Arnaud"), **changes)


def _tied(
    candidacy: Candidacy, *ties: Tie, recused: tuple[int, ...] = (), quorum: int = 2
) -> partial[tuple[Finding, ...]]:
    hearings = (a_hearing(recused=recused),)
    facts = some_facts(
        candidacy, ties=ties, session={"hearings": hearings}, limits=Limits(quorum=quorum)
    )
    return partial(check_session, facts)


def _heard(
    *hearings: Hearing, candidacy: Candidacy | None = None, **session: Any
) -> partial[tuple[Finding, ...]]:
    heard = [candidacy or a_candidacy()]
    heard += [a_candidacy(n) for n in {h.candidacy_id for h in hearings} - {1}]
    return partial(check_session, some_facts(*heard, session={"hearings": hearings, **session}))


_OTHER = "RNCP6082"


def _judged(
    candidacy: Candidacy, *, jury: str, ended: bool = False
) -> partial[tuple[Finding, ...]]:
    """A session of two certifications; the only jury judges one of them."""
    until = date(2020, 1, 1) if ended else a_certification().registered_until
    other = a_certification(code=_OTHER, registered_until=until)
    sheets = {CODE: a_certification(), _OTHER: other}
    session = {"certifications": (CODE, _OTHER), "juries": (a_jury(certification=jury),)}
    facts = some_facts(candidacy, session=session, certifications=sheets)
    return partial(check_session, facts)


TIES = (
    case("VAE begun on 13/04/2024: excluded", "TIE-01 HEAR-03", _tied(_NEW_VAE, a_tie(), quorum=3)),
    case("VAE begun on 12/04/2024, not recused", "TIE-02", _tied(_OLD_VAE, a_tie())),
    case("VAE begun on 12/04/2024, recused", "", _tied(_OLD_VAE, a_tie(), recused=(1,))),
    case(
        "recusal does not help an excluded member", "TIE-01", _tied(_NEW_VAE, a_tie(), recused=(1,))
    ),
    case(
        "VAE whose beginning nobody knows: excluded",
        "TIE-01",
        _tied(replace(a_vae(file={"received": None}), begun=None), a_tie()),
    ),
    case(
        "VAE without a beginning, file of the old law",
        "TIE-02",
        _tied(replace(a_vae(file={"received": date(2024, 1, 15)}), begun=None), a_tie()),
    ),
    case("VAE, the teaching member is tied: excluded too", "TIE-01", _tied(_NEW_VAE, a_tie(4))),
    case("training, not recused", "TIE-02", _tied(a_candidacy(), a_tie())),
    case("training, recused", "", _tied(a_candidacy(), a_tie(), recused=(1,))),
    case(
        "training, the teaching member has nothing to be recused from",
        "",
        _tied(a_candidacy(), a_tie(4)),
    ),
    case(
        "VAE, a tie only proposed excludes", "TIE-01 TIE-03", _tied(_NEW_VAE, a_tie(state=PROPOSED))
    ),
    case(
        "training, a tie only proposed, recused",
        "TIE-03",
        _tied(a_candidacy(), a_tie(state=PROPOSED), recused=(1,)),
    ),
    case("VAE, a tie set aside", "", _tied(_NEW_VAE, a_tie(state=SET_ASIDE))),
    case(
        "a confirmed tie weighs more than a proposed one",
        "TIE-01",
        _tied(_NEW_VAE, a_tie(state=PROPOSED, kind=TieKind.PERSONAL), a_tie()),
    ),
    case("a tie of somebody else", "", _tied(_NEW_VAE, a_tie(candidate_id=2))),
    case(
        "two of three recused", "HEAR-03", _tied(a_candidacy(), a_tie(), a_tie(2), recused=(1, 2))
    ),
    case(
        "one of three recused, quorum of three",
        "HEAR-03",
        _tied(a_candidacy(), a_tie(), recused=(1,), quorum=3),
    ),
    case("three deliberate, quorum of three", "", _tied(a_candidacy(), quorum=3)),
    case("three deliberate, quorum of four", "HEAR-03", _tied(a_candidacy(), quorum=4)),
    case(
        "sat in the annulled jury",
        "JURY-16",
        partial(check_session, some_facts(excluded=frozenset({(1, 4)}))),
    ),
    case(
        "sat in the annulled jury of somebody else",
        "",
        partial(check_session, some_facts(excluded=frozenset({(2, 1)}))),
    ),
)

_NEXT_DAY = {"start": a_hearing().start + timedelta(1), "end": a_hearing().end + timedelta(1)}
_LATE_MORNING = Hours(start=time(8), lunch_start=time(8))

TIMES = (
    case("one after the other without a break", "", _heard(a_hearing(), a_hearing(2, at="09:45"))),
    case("one minute in common", "HEAR-01", _heard(a_hearing(), a_hearing(2, at="09:44"))),
    case(
        "two juries at once in two rooms",
        "JURY-12",
        _heard(a_hearing(), a_hearing(2, jury=2), juries=(a_jury(), a_jury(2, room="Salle 2"))),
    ),
    case(
        "two juries at once in one room",
        "JURY-12 HEAR-01",
        _heard(a_hearing(), a_hearing(2, jury=2), juries=(a_jury(), a_jury(2))),
    ),
    case(
        "from the first minute to lunch",
        "",
        _heard(a_hearing(at="09:00"), a_hearing(2, at="11:45")),
    ),
    case("before the day begins", "HEAR-02", _heard(a_hearing(at="08:59"))),
    case("into lunch", "HEAR-02", _heard(a_hearing(at="11:46"))),
    case("on another day than its jury", "HEAR-02", _heard(a_hearing(**_NEXT_DAY))),
    case(
        "in the afternoon of an afternoon jury",
        "",
        _heard(a_hearing(at="16:45"), juries=(a_jury(half_day=HalfDay.PM),)),
    ),
    case("a morning without any time", "HEAR-02", _heard(a_hearing(), hours=_LATE_MORNING)),
    case("heard twice", "HEAR-04", _heard(a_hearing(), a_hearing(at="10:00"))),
    case("on the day asked for", "", _heard(a_hearing(), candidacy=a_candidacy(not_before=DAY))),
    case(
        "the day before the one asked for",
        "HEAR-05",
        _heard(a_hearing(), candidacy=a_candidacy(not_before=DAY + timedelta(1))),
    ),
    case("a minute too short", "HEAR-07", _heard(a_hearing(minutes=44))),
    case(
        "a third more is needed",
        "HEAR-07",
        _heard(a_hearing(minutes=59), candidacy=a_candidacy(extra_time=True)),
    ),
    case(
        "a third more is given",
        "",
        _heard(a_hearing(minutes=60), candidacy=a_candidacy(extra_time=True)),
    ),
)

SCOPE = (
    case(
        "another certification",
        "HEAR-06",
        _judged(a_candidacy(certification=_OTHER), jury=CODE),
    ),
    case("one of two certifications", "", _judged(a_candidacy(certification=_OTHER), jury=_OTHER)),
    case("the jury of the other one", "HEAR-06", _judged(a_candidacy(), jury=_OTHER)),
    case(
        "each is held to the dates of its own sheet",
        "CERT-01",
        _judged(a_candidacy(certification=_OTHER), jury=_OTHER, ended=True),
    ),
    case(
        "not ready: the finding of the candidacy is the session's too",
        "TRAIN-05",
        _heard(
            a_hearing(),
            candidacy=replace(a_candidacy(), training=replace(a_candidacy().training, exit=None)),
        ),
    ),
    case(
        "the teaching member trained everybody, as they do",
        "",
        _heard(a_hearing(), candidacy=a_candidacy(route=AccessRoute.APPRENTICESHIP)),
    ),
    case("a hearing before a jury that is not there", "", _heard(a_hearing(jury=9))),
    case(
        "a hearing of somebody unknown",
        "",
        partial(check_session, some_facts(session={"hearings": (a_hearing(7), a_hearing(7))})),
    ),
)

CASES = (*TIES, *TIMES, *SCOPE)
