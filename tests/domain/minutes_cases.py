"""Minutes in which one thing is missing, and the rule that names it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import (
    FIRST_EDITION,
    Appearance,
    Decision,
    Declaration,
    Outcome,
    Recusal,
    Result,
    Vote,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.minutes import CertifierStatement, MinutesContent
from jurydesk.domain.minutes_content import build_minutes, check_minutes
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Sex
from jurydesk.domain.session_facts import SessionFacts
from tests.builders import (
    CODE,
    DAY,
    a_candidate,
    a_certification,
    a_composition,
    a_deliberation,
    a_jury,
    a_pool,
    a_record,
    everybody_declares,
    some_facts,
    some_routes,
)
from tests.domain.case import case
from tests.domain.deliberation_cases import BC01, BC02, BC03

CERTIFIER = CertifierStatement(
    "CEFPF", "39179458300065", "Saint-Denis", "Nadia Benali", "Directrice"
)
RECOURSE = "Recours gracieux dans les deux mois."


def minutes_of(
    facts: SessionFacts | None = None,
    *,
    certifier: CertifierStatement = CERTIFIER,
    recourse: str = RECOURSE,
    **deliberation: Any,
) -> MinutesContent:
    held = facts or some_facts()
    recorded = a_deliberation(held, **deliberation)
    return build_minutes(held, recorded, certification=CODE, certifier=certifier, recourse=recourse)


def _missing(*args: Any, **changes: Any) -> partial[tuple[Finding, ...]]:
    return partial(check_minutes, minutes_of(*args, **changes))


def _signed_by(**changes: str) -> partial[tuple[Finding, ...]]:
    return _missing(certifier=replace(CERTIFIER, **changes))


def _held(**session: Any) -> partial[tuple[Finding, ...]]:
    return _missing(some_facts(session=session))


def _member(**changes: Any) -> partial[tuple[Finding, ...]]:
    return _missing(some_facts(examiners=(replace(a_pool()[0], **changes), *a_pool()[1:])))


def _recorded(**record: Any) -> partial[tuple[Finding, ...]]:
    return _missing(records=(a_record(**record),))


_ALL_MEN = tuple(replace(person, sex=Sex.MALE) for person in a_pool())
_REFUSED = Result(BC03.block, Outcome.REFUSED, "Budget absent.", "Page 12.", "Le refaire.")
_NO_DECLARATION = everybody_declares(some_facts())[1:]
_TIED = (
    Declaration(1, 1, read_files=True, no_tie=False),
    *everybody_declares(some_facts())[1:],
)
_NO_BIRTH_DATE = some_facts(candidates={1: a_candidate(birth_date=None)})
_BORN_IN_1985 = some_facts(
    candidates={1: a_candidate(birth_date=None, birth_partial=PartialDate(1985))}
)
_PROPOSED = a_composition(status=CompositionStatus.PROPOSED)
_CONFIRMED = a_composition(
    status=CompositionStatus.CONFIRMED, confirmed_by="N. Benali", confirmed_on=date(2026, 11, 2)
)


def _stated(
    *, jury: dict[str, Any] | None = None, **candidate: Any
) -> partial[tuple[Finding, ...]]:
    """Check minutes of which one jury, or its candidate, states something else."""
    content = minutes_of()
    (first,) = content.juries
    (heard,) = first.candidates
    changed = replace(first, candidates=(replace(heard, **candidate),), **(jury or {}))
    return partial(check_minutes, replace(content, juries=(changed,)))


def _expired(until: date, **candidate: Any) -> partial[tuple[Finding, ...]]:
    check = _stated(**candidate)
    (content,) = check.args
    sheet = replace(content.certification, registered_until=until)
    return partial(check_minutes, replace(content, certification=sheet))


_MEMBERS = minutes_of().juries[0].members
_SEATLESS = (replace(_MEMBERS[0], seat="", seat_label=""), *_MEMBERS[1:])
_AWAY = tuple(replace(m, present=not m.deliberates) for m in _MEMBERS)

CASES = (
    case("nothing missing", "", _missing()),
    case("no name of the certifier", "MIN-01", _signed_by(name=" ")),
    case("no SIRET", "MIN-02", _signed_by(siret="")),
    case("nobody represents it", "MIN-03", _signed_by(representative="")),
    case("representative without a function", "MIN-03", _signed_by(representative_role="")),
    case(
        "certification without a title",
        "MIN-04",
        _missing(some_facts(certification=a_certification(title=""))),
    ),
    case(
        "certification without a level",
        "MIN-05",
        _missing(some_facts(certification=a_certification(level=None))),
    ),
    case(
        "composition proposed",
        "MIN-06",
        _missing(some_facts(certification=a_certification(routes=some_routes(_PROPOSED)))),
    ),
    case(
        "no composition", "MIN-06", _missing(some_facts(certification=a_certification(routes=())))
    ),
    case(
        "composition confirmed",
        "",
        _missing(some_facts(certification=a_certification(routes=some_routes(_CONFIRMED)))),
    ),
    case("no day", "MIN-07", _held(days=())),
    case("no place", "MIN-08", _held(place="")),
    case("no wording on appeals", "MIN-09", _missing(recourse="")),
    case("nobody heard", "MIN-10", _held(hearings=())),
    case("nobody presides", "MIN-11 MIN-28", _held(juries=(a_jury(president_id=None),))),
    case("no occupation", "MIN-12", _member(occupation="")),
    case("no organisation", "MIN-13", _member(organisation="")),
    case("no mandate that day", "MIN-14", _member(mandates=())),
    case("presence not recorded", "MIN-15 MIN-28", _missing(attendance=())),
    case("all men without a reason", "MIN-16", _missing(some_facts(examiners=_ALL_MEN))),
    case(
        "all men with a reason",
        "",
        _missing(
            some_facts(
                examiners=_ALL_MEN,
                session={"juries": (a_jury(one_sex_reason="Deux refus écrits."),)},
            )
        ),
    ),
    case(
        "a member whom the pool has lost",
        "MIN-12 MIN-13 MIN-14",
        _missing(some_facts(examiners=a_pool()[:3])),
    ),
    case("no birth date", "MIN-17", _missing(_NO_BIRTH_DATE)),
    case("a birth date known in part", "", _missing(_BORN_IN_1985)),
    case("appearance not recorded", "MIN-18", _missing(records=())),
    case("a result missing", "MIN-19 MIN-21", _recorded(results=(BC01, BC02))),
    case(
        "a refusal without a reason",
        "MIN-20",
        _recorded(results=(BC01, BC02, replace(_REFUSED, reason=""))),
    ),
    case("absent: no result is asked for", "", _recorded(appearance=Appearance.ABSENT, results=())),
    case("recused without a reason", "MIN-22", _recorded(recusals=(Recusal(2),))),
    case("a member has not declared", "MIN-23", _missing(declarations=_NO_DECLARATION)),
    case("a member declared a tie", "MIN-24", _missing(declarations=_TIED)),
    case(
        "closed before anybody declared",
        "",
        _missing(declarations=(), edition=FIRST_EDITION, records=(a_record(vote=Vote(1, 1, 1)),)),
    ),
    case(
        "a refusal without evidence",
        "MIN-25",
        _recorded(results=(BC01, BC02, replace(_REFUSED, evidence=" "))),
    ),
    case(
        "a refusal without advice",
        "MIN-26",
        _recorded(results=(BC01, BC02, replace(_REFUSED, advice=""))),
    ),
    case("equal voices without a casting vote", "MIN-27", _recorded(vote=Vote(1, 1, 1))),
    case("the president recused", "MIN-28", _recorded(recusals=(Recusal(1, "Lien"),))),
    case("recused with a reason", "", _recorded(recusals=(Recusal(2, "Ancien employeur"),))),
    case("delivered after the registration", "MIN-30", _expired(DAY - timedelta(days=1))),
    case("delivered on its last day", "", _expired(DAY)),
    case("delivered after it on a ground", "", _expired(DAY - timedelta(days=1), ground="CERT-05")),
    case(
        "nothing delivered after it",
        "",
        _expired(DAY - timedelta(days=1), decision=Decision.NONE),
    ),
    case("no hours", "MIN-31", _stated(jury={"start": time(9), "end": time(9)})),
    case("a member without a role", "MIN-32", _stated(jury={"members": _SEATLESS})),
    case("nobody to sign", "MIN-33", _stated(jury={"members": _AWAY})),
    case("no identity", "MIN-34", _stated(name=" ")),
    case("nothing presented", "MIN-35", _stated(blocks=())),
)
