"""Situations of evaluation grids and of double entry, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Outcome,
    Recusal,
    Result,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.grid_rules import (
    HearingFacts,
    check_against_grid,
    check_evaluator,
    check_mark,
    check_second_entries,
)
from jurydesk.domain.grids import Grid, Mark
from jurydesk.domain.scales import LEVEL_SCALE, POINTS, Scale
from jurydesk.domain.second_entry import SecondEntry, TypedOutcome
from jurydesk.domain.session_facts import SessionFacts
from tests.builders import (
    CODE,
    DAY,
    a_deliberation,
    a_hearing,
    a_jury,
    a_record,
    everybody_present,
    some_facts,
)
from tests.domain.case import case
from tests.domain.hearing_cases import a_tie

Find = partial[tuple[Finding, ...]]
NOON = datetime.combine(DAY, time(12))
BLOCKS = tuple(f"{CODE}BC0{n}" for n in (1, 2, 3))


def heard(
    facts: SessionFacts | None = None, *, attendance: Any = None, **record: Any
) -> HearingFacts:
    held = facts or some_facts()
    noted = everybody_present(held) if attendance is None else attendance
    deliberation = a_deliberation(held, attendance=noted, records=(a_record(**record),))
    return HearingFacts(held, deliberation, a_hearing(), a_jury())


def _evaluator(examiner: int | None, seen: HearingFacts | None = None) -> Find:
    return partial(lambda *given: tuple(check_evaluator(*given)), seen or heard(), examiner)


def _marked(mark: Mark, scale: Scale = LEVEL_SCALE) -> Find:
    return partial(lambda *given: tuple(check_mark(*given)), heard(), mark, scale)


def _against(*levels: str, seen: HearingFacts | None = None) -> Find:
    marks = tuple(Mark(f"BC0{n}", level) for n, level in enumerate(levels, start=1) if level)
    grid = Grid(1, 1, marks=marks)
    return partial(lambda *given: tuple(check_against_grid(*given)), seen or heard(), grid)


def an_entry(*outcomes: Outcome, **changes: Any) -> SecondEntry:
    typed = tuple(TypedOutcome(b, o) for b, o in zip(BLOCKS, outcomes, strict=False))
    entry = SecondEntry(1, 1, "Noa", NOON, Appearance.PRESENT, typed)
    return replace(entry, **changes)


ALL = (Outcome.ACQUIRED,) * 3


def _second(*entries: SecondEntry, is_required: bool) -> Find:
    facts = some_facts()
    deliberation = a_deliberation(facts)
    return partial(check_second_entries, facts, deliberation, entries, is_required=is_required)


def _late(examiner: int, at: time) -> tuple[Attendance, ...]:
    others = (one for one in everybody_present(some_facts()) if one.examiner_id != examiner)
    return (*others, Attendance(1, examiner, present=True, arrived=at))


_REFUSED = (
    Result(BLOCKS[0], Outcome.REFUSED, "Absent."),
    *(Result(block, Outcome.ACQUIRED) for block in BLOCKS[1:]),
)

EVALUATORS = (
    case("a member with a vote", "", _evaluator(1)),
    case("the jury as a whole", "", _evaluator(None)),
    case("the member of the teaching staff", "GRID-01", _evaluator(4)),
    case(
        "recused in the room",
        "GRID-02",
        _evaluator(2, heard(recusals=(Recusal(2, "collègue"),))),
    ),
    case(
        "another than the one recused",
        "",
        _evaluator(1, heard(recusals=(Recusal(2, "collègue"),))),
    ),
    case("tied to the candidate", "GRID-02", _evaluator(1, heard(some_facts(ties=(a_tie(1),))))),
    case("the candidate is absent", "GRID-03", _evaluator(1, heard(appearance=Appearance.ABSENT))),
    case(
        "the common grid of somebody excused",
        "GRID-03",
        _evaluator(None, heard(appearance=Appearance.EXCUSED)),
    ),
    case("put off after being heard", "", _evaluator(1, heard(appearance=Appearance.ADJOURNED))),
    case("not yet known to have come", "", _evaluator(1, heard(appearance=Appearance.EXPECTED))),
    case("presence not noted yet", "", _evaluator(1, heard(attendance=()))),
    case(
        "a member who did not come",
        "GRID-06",
        _evaluator(1, heard(attendance=(Attendance(1, 1, present=False),))),
    ),
    case("there as the hearing begins", "", _evaluator(1, heard(attendance=_late(1, time(9))))),
    case(
        "there a minute after it began",
        "GRID-06",
        _evaluator(1, heard(attendance=_late(1, time(9, 1)))),
    ),
)
MARKS = (
    case("a level of the scale", "", _marked(Mark("BC01", "A"))),
    case("nothing", "", _marked(Mark("BC01"))),
    case("a note alone", "", _marked(Mark("BC01", note="à revoir"))),
    case("a level that is none", "GRID-04", _marked(Mark("BC01", "Z"))),
    case("points where levels are asked for", "GRID-04", _marked(Mark("BC01", points=Decimal(12)))),
    case("no points", "", _marked(Mark("BC01", points=Decimal(0)), POINTS)),
    case("all points", "", _marked(Mark("BC01", points=Decimal(20)), POINTS)),
    case("more than all", "GRID-04", _marked(Mark("BC01", points=Decimal("20.01")), POINTS)),
    case("less than none", "GRID-04", _marked(Mark("BC01", points=Decimal("-0.5")), POINTS)),
    case("a level where points are asked for", "GRID-04", _marked(Mark("BC01", "A"), POINTS)),
    case("an optional block not asked for", "GRID-05", _marked(Mark("BC04", "A"))),
    case("an unknown line and level", "GRID-05 GRID-04", _marked(Mark("X", "Z"))),
)
AGAINST = (
    case("as the grid proposes", "", _against("A", "A", "A")),
    case("acquired above the grid", "GRID-07", _against("A", "N", "A")),
    case(
        "refused below the grid", "GRID-08", _against("A", "A", "A", seen=heard(results=_REFUSED))
    ),
    case("refused as the grid proposes", "", _against("N", "A", "A", seen=heard(results=_REFUSED))),
    case("a grid that is not complete", "", _against("", "", "A")),
    case("no result yet", "", _against("N", "N", "N", seen=heard(results=()))),
    case(
        "somebody absent",
        "",
        _against("N", "N", "N", seen=heard(appearance=Appearance.ABSENT)),
    ),
)
TWICE = (
    case("nobody typed twice", "", _second(is_required=False)),
    case("typed alike", "", _second(an_entry(*ALL), is_required=True)),
    case("required and not typed", "TWICE-03", _second(is_required=True)),
    case("required and different", "TWICE-01", _second(an_entry(*ALL[:2]), is_required=True)),
    case("different, not required", "TWICE-02", _second(an_entry(*ALL[:2]), is_required=False)),
    case(
        "seen absent by the second",
        "TWICE-02",
        _second(an_entry(appearance=Appearance.ABSENT), is_required=False),
    ),
)
CASES = (*EVALUATORS, *MARKS, *AGAINST, *TWICE)
