"""Situations of a deliberation, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Ballot,
    Declaration,
    HearingRecord,
    Outcome,
    Recusal,
    Result,
    Voice,
    Vote,
)
from jurydesk.domain.deliberation_rules import check_deliberation
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Sex
from jurydesk.domain.session_facts import Limits, SessionFacts
from tests.builders import (
    CODE,
    a_candidacy,
    a_deliberation,
    a_hearing,
    a_jury,
    a_pool,
    a_record,
    a_vae,
    everybody_declares,
    everybody_present,
    some_facts,
)
from tests.domain.case import case
from tests.domain.hearing_cases import a_tie

Find = partial[tuple[Finding, ...]]
BC01 = Result(f"{CODE}BC01", Outcome.ACQUIRED)
BC02 = Result(f"{CODE}BC02", Outcome.ACQUIRED)
BC03 = Result(f"{CODE}BC03", Outcome.ACQUIRED)
_ALL = (BC01, BC02, BC03)


def _recorded(facts: SessionFacts | None = None, **record: Any) -> Find:
    held = facts or some_facts()
    deliberation = a_deliberation(held, records=(a_record(**record),))
    return partial(check_deliberation, held, deliberation)


def _attended(*changed: Attendance, facts: SessionFacts | None = None, **record: Any) -> Find:
    """Everybody is there but for what `changed` says."""
    held = facts or some_facts()
    people = {(noted.jury, noted.examiner_id): noted for noted in everybody_present(held)}
    people |= {(noted.jury, noted.examiner_id): noted for noted in changed}
    deliberation = a_deliberation(
        held, attendance=tuple(people.values()), records=(a_record(**record),)
    )
    return partial(check_deliberation, held, deliberation)


def _without(examiner: int) -> Attendance:
    return Attendance(1, examiner, present=False)


def _refused(reason: str) -> tuple[Result, ...]:
    return (BC01, BC02, _refusal(BC03, reason=reason))


def _refusal(result: Result, **texts: str) -> Result:
    said = {"reason": "Budget absent.", "evidence": "Dossier, page 12.", "advice": "Le refaire."}
    return replace(result, outcome=Outcome.REFUSED, **(said | texts))


def _nothing_acquired() -> tuple[Result, ...]:
    return tuple(_refusal(r) for r in _ALL)


def _named(acting: int, **record: Any) -> Find:
    facts = some_facts()
    named = (ActingPresident(1, acting, "Récusation"),)
    room = a_deliberation(facts, records=(a_record(**record),), acting_presidents=named)
    return partial(check_deliberation, facts, room)


def _declared(*declarations: Declaration, record: HearingRecord | None = None) -> Find:
    facts = some_facts()
    records = (record or a_record(),)
    room = a_deliberation(facts, declarations=declarations, records=records)
    return partial(check_deliberation, facts, room)


def _hours(arrived: str, left: str) -> Find:
    note = Attendance(
        1, 2, present=True, arrived=time.fromisoformat(arrived), left=time.fromisoformat(left)
    )
    return _attended(note, facts=some_facts(limits=Limits(3)))


_FOR, _AGAINST = Voice.IN_FAVOUR, Voice.AGAINST
_BALLOTS = (Ballot(1, _FOR), Ballot(2, _FOR), Ballot(3, _AGAINST))
_EVEN = (Ballot(1, _AGAINST), Ballot(2, _FOR), Ballot(3, Voice.ABSTAINED))
_OLD_VAE = replace(a_vae(), begun=date(2024, 4, 12))
_MEN = tuple(replace(person, sex=Sex.FEMALE if person.id == 3 else Sex.MALE) for person in a_pool())
_IDLE_JURY = some_facts(session={"juries": (a_jury(), a_jury(2))})

RECORDS = (
    case("everything is there", "", _recorded()),
    case(
        "nothing was recorded",
        "DELIB-01",
        partial(check_deliberation, some_facts(), a_deliberation(some_facts(), records=())),
    ),
    case("appearance not recorded", "DELIB-01", _recorded(appearance=Appearance.EXPECTED)),
    case("a result is missing", "DELIB-02", _recorded(results=(BC01, BC02))),
    case("no result at all", "DELIB-02", _recorded(results=())),
    case("refused with a reason", "", _recorded(results=_refused("Budget absent."))),
    case("refused without one", "DELIB-03", _recorded(results=_refused(" "))),
    case(
        "refused without evidence",
        "DELIB-26",
        _recorded(results=(BC01, BC02, _refusal(BC03, evidence=" "))),
    ),
    case(
        "refused without advice",
        "DELIB-27",
        _recorded(results=(BC01, BC02, _refusal(BC03, advice=""))),
    ),
    case("absent without a result", "", _recorded(appearance=Appearance.ABSENT, results=())),
    case("absent with a result", "DELIB-05", _recorded(appearance=Appearance.ABSENT)),
    case(
        "put off with a vote",
        "DELIB-05",
        _recorded(appearance=Appearance.ADJOURNED, results=(), vote=Vote(2, 1)),
    ),
    case(
        "a block that was not presented",
        "DELIB-13",
        _recorded(results=(*_ALL, Result(f"{CODE}BC04", Outcome.ACQUIRED))),
    ),
    case(
        "an optional block that was asked for",
        "",
        _recorded(
            some_facts(a_candidacy(blocks=("BC04",))),
            results=(Result(f"{CODE}BC04", Outcome.ACQUIRED),),
        ),
    ),
    case(
        "a block acquired before is not judged again",
        "DELIB-13",
        _recorded(some_facts(acquired={1: frozenset({f"{CODE}BC01"})})),
    ),
    case(
        "judged as a whole, though by block",
        "DELIB-02 DELIB-13",
        _recorded(results=(Result(WHOLE, Outcome.ACQUIRED),)),
    ),
)

ATTENDANCE = (
    case(
        "nobody's presence noted",
        "DELIB-08 DELIB-04 DELIB-20",
        partial(check_deliberation, some_facts(), a_deliberation(some_facts(), attendance=())),
    ),
    case(
        "a jury that hears nobody needs no presence",
        "",
        partial(check_deliberation, _IDLE_JURY, a_deliberation(some_facts())),
    ),
    case("one member absent, two deliberate", "DELIB-11", _attended(_without(2))),
    case(
        "one absent, quorum of three",
        "DELIB-11 DELIB-04",
        _attended(_without(2), facts=some_facts(limits=Limits(quorum=3))),
    ),
    case("two absent", "DELIB-11 DELIB-04", _attended(_without(2), _without(3))),
    case("the president absent", "DELIB-11 DELIB-12 DELIB-20", _attended(_without(1))),
    case("the teaching member absent", "DELIB-11", _attended(_without(4))),
    case(
        "the only woman absent",
        "DELIB-11 DELIB-14",
        _attended(_without(3), facts=some_facts(examiners=_MEN)),
    ),
    case(
        "came as the hearing began",
        "",
        _attended(
            Attendance(1, 2, present=True, arrived=time(9)), facts=some_facts(limits=Limits(3))
        ),
    ),
    case(
        "came a minute later",
        "DELIB-04 DELIB-21",
        _attended(
            Attendance(1, 2, present=True, arrived=time(9, 1)), facts=some_facts(limits=Limits(3))
        ),
    ),
    case(
        "left as it ended",
        "",
        _attended(
            Attendance(1, 2, present=True, left=time(9, 45)), facts=some_facts(limits=Limits(3))
        ),
    ),
    case(
        "left a minute before",
        "DELIB-04 DELIB-21",
        _attended(
            Attendance(1, 2, present=True, left=time(9, 44)), facts=some_facts(limits=Limits(3))
        ),
    ),
)

VOTES = (
    case("two to one", "", _recorded(vote=Vote(2, 1))),
    case("two voices of three", "DELIB-06", _recorded(vote=Vote(2, 0))),
    case("four voices: the teaching member voted", "DELIB-06", _recorded(vote=Vote(3, 1))),
    case("equal voices, no casting vote", "DELIB-22", _recorded(vote=Vote(1, 1, 1))),
    case(
        "equal voices, and the casting vote an abstention",
        "DELIB-22",
        _recorded(vote=Vote(1, 1, 1, casting=Voice.ABSTAINED)),
    ),
    case("equal voices, the president casts", "", _recorded(vote=Vote(1, 1, 1, casting=_FOR))),
    case(
        "a casting vote against, yet certified",
        "DELIB-10",
        _recorded(vote=Vote(1, 1, 1, casting=_AGAINST)),
    ),
    case("a casting vote of no use", "DELIB-23", _recorded(vote=Vote(2, 1, casting=_FOR))),
    case("ballots that make the figures", "", _recorded(vote=Vote.of(_BALLOTS))),
    case(
        "ballots that make other figures",
        "DELIB-24",
        _recorded(
            vote=replace(Vote.of(_BALLOTS), in_favour=1, abstained=1, against=1, casting=_FOR)
        ),
    ),
    case(
        "a member who voted twice",
        "DELIB-24",
        _recorded(vote=Vote.of((*_BALLOTS[:2], Ballot(2, _FOR)))),
    ),
    case(
        "the ballot of the teaching member",
        "DELIB-25",
        _recorded(vote=Vote.of((*_BALLOTS[:2], Ballot(4, _FOR)))),
    ),
    case(
        "the ballot of a recused member",
        "DELIB-06 DELIB-25",
        _recorded(vote=Vote.of(_BALLOTS), recusals=(Recusal(2, "Lien"),)),
    ),
    case(
        "a casting vote that contradicts the ballot of the president",
        "DELIB-29",
        _recorded(vote=Vote.of(_EVEN, casting=_FOR)),
    ),
    case(
        "a casting vote as the president voted",
        "",
        _recorded(vote=Vote.of(_EVEN, casting=_AGAINST), results=_nothing_acquired()),
    ),
    case(
        "equal voices, the president away",
        "DELIB-11 DELIB-12 DELIB-20 DELIB-07",
        _attended(_without(1), vote=Vote(1, 1)),
    ),
    case(
        "equal voices, the president recused",
        "DELIB-20 DELIB-07",
        _recorded(vote=Vote(1, 1), recusals=(Recusal(1, "Formatrice"),)),
    ),
    case("lost, yet certified", "DELIB-10", _recorded(vote=Vote(1, 2))),
    case(
        "won, yet nothing acquired",
        "DELIB-10",
        _recorded(vote=Vote(2, 1), results=_nothing_acquired()),
    ),
    case("lost and nothing acquired", "", _recorded(vote=Vote(1, 2), results=_nothing_acquired())),
    case("lost, a part acquired", "", _recorded(vote=Vote(1, 2), results=_refused("Absent."))),
    case("a vote before the results", "DELIB-02", _recorded(vote=Vote(1, 2), results=())),
)

RECUSALS = (
    case(
        "tied and recused in the room",
        "DELIB-20",
        _recorded(some_facts(ties=(a_tie(),)), recusals=(Recusal(1, "Formatrice"),)),
    ),
    case(
        "tied and recused beforehand",
        "DELIB-20",
        _recorded(some_facts(ties=(a_tie(),), session={"hearings": (a_hearing(recused=(1,)),)})),
    ),
    case("tied and not recused", "DELIB-09", _recorded(some_facts(ties=(a_tie(),)))),
    case(
        "tied and absent",
        "DELIB-11 DELIB-12 DELIB-20",
        _attended(_without(1), facts=some_facts(ties=(a_tie(),))),
    ),
    case("recused without a reason", "DELIB-15", _recorded(recusals=(Recusal(2, " "),))),
    case(
        "absent, and a member recused without a reason",
        "DELIB-15",
        _recorded(appearance=Appearance.ABSENT, results=(), recusals=(Recusal(2),)),
    ),
    case(
        "recused beforehand, and nothing says why",
        "DELIB-15",
        _recorded(some_facts(session={"hearings": (a_hearing(recused=(2,)),)})),
    ),
    case(
        "recused without a reason where the tie says it",
        "DELIB-20",
        _recorded(some_facts(ties=(a_tie(),)), recusals=(Recusal(1),)),
    ),
    case("the teaching member tied, training route", "", _recorded(some_facts(ties=(a_tie(4),)))),
    case(
        "the teaching member tied, VAE",
        "DELIB-09",
        _recorded(some_facts(a_vae(), ties=(a_tie(4),))),
    ),
    case(
        "the teaching member tied, older VAE", "", _recorded(some_facts(_OLD_VAE, ties=(a_tie(4),)))
    ),
    case(
        "recused without a tie: fewer voices",
        "DELIB-06",
        _recorded(recusals=(Recusal(2, "Préfère s’abstenir"),), vote=Vote(2, 1)),
    ),
)

_DECLARED = everybody_declares(some_facts())
PRESIDING = (
    case("the president recused, another acts", "", _named(2, recusals=(Recusal(1, "Lien"),))),
    case(
        "the president recused, and who acts as well",
        "DELIB-04 DELIB-20",
        _named(2, recusals=(Recusal(1, "Lien"), Recusal(2, "Lien"))),
    ),
    case(
        "the president recused, the teaching member acts",
        "DELIB-20",
        _named(4, recusals=(Recusal(1, "Lien"),)),
    ),
    case(
        "one member, and a quorum of one",
        "DELIB-11 DELIB-19",
        _attended(_without(2), _without(3), facts=some_facts(limits=Limits(quorum=1))),
    ),
    case(
        "two members, and a quorum of one",
        "DELIB-11",
        _attended(_without(2), facts=some_facts(limits=Limits(quorum=1))),
    ),
)

DECLARATIONS = (
    case("nobody declared", "DELIB-16", _declared()),
    case("one has not declared", "DELIB-16", _declared(*_DECLARED[:3])),
    case(
        "one has not read the files",
        "DELIB-17",
        _declared(replace(_DECLARED[0], read_files=False), *_DECLARED[1:]),
    ),
    case(
        "one has a tie",
        "DELIB-18",
        _declared(replace(_DECLARED[0], no_tie=False), *_DECLARED[1:]),
    ),
    case(
        "nobody came to be judged",
        "",
        _declared(record=a_record(appearance=Appearance.ABSENT, results=())),
    ),
    case("left before arriving", "DELIB-28 DELIB-04 DELIB-21", _hours("10:30", "09:00")),
    case("left as soon as there", "DELIB-04 DELIB-21", _hours("10:30", "10:30")),
)

CASES = (*PRESIDING, *DECLARATIONS, *RECORDS, *ATTENDANCE, *VOTES, *RECUSALS)
