"""A year of work: each due act is listed exactly once, in order, and nothing after it is done."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.clocks import TERMS, ClockKind
from jurydesk.domain.steps import StepKind
from jurydesk.services.clock import SetClock
from jurydesk.services.deadlines import deadlines
from tests.fakes import FakeOffice
from tests.services.year_of_work import FIRST_DAY, ONE, Due, ServedYear, Year, expected

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.deadlines import Deadline
    from jurydesk.services.ports import Desk

DAYS = 366
STOPS = {stop: kind for kind, terms in TERMS.items() for stop in terms.stops}


def listed(board: tuple[Deadline, ...]) -> list[Due]:
    return [
        (
            one.clock.kind,
            f"e{one.clock.examiner_id}" if one.is_of_juror else f"c{one.clock.candidacy_id}",
            one.clock.session_id,
            one.due,
        )
        for one in board
        if one.due is not None
    ]


def compare(year: Year, desk: Desk) -> Counter[str]:
    """Compare the board of today with the oracle; return how many clocks of each kind it shows."""
    board = deadlines(desk)
    found = listed(board)
    assert len(set(found)) == len(found), "each act once"
    assert len({one.key for one in board}) == len(board), "each clock once"
    assert [due for *_, due in found] == sorted(due for *_, due in found), "in order"
    assert set(found) == expected(year)
    shown = {(kind, who, session) for kind, who, session, _ in found}
    done = {(STOPS[StepKind(kind)], who, session) for kind, who, session in year.done}
    assert shown & done == set(), "nothing after it is done"
    assert all((one.left or 0) == (one.due - year.today).days for one in board if one.due)
    return Counter(kind for kind, *_ in found)


def test_a_year_with_a_thousand_candidacies() -> None:
    office = FakeOffice()
    year = Year(office.store, paths=1000, seed=20271)
    seen: Counter[str] = Counter()
    for number in range(DAYS):
        day = FIRST_DAY + number * ONE
        office.clock.move_to(datetime.combine(day, time(9)))
        year.play(day)
        if number % 2 == 0 or day.day >= 28 or number == DAYS - 1:
            seen += compare(year, office.desk)
    assert set(seen) == set(ClockKind), "every kind of clock was due on some day"
    assert min(seen.values()) > 500
    assert len(year.done) > 300


def test_a_year_in_a_file_through_the_service(tmp_path: Path) -> None:
    clock = SetClock(datetime.combine(FIRST_DAY, time(9)))
    desk = create_workspace(tmp_path / "year.jurydesk", actor="Camille", clock=clock)
    year = ServedYear(desk, Filing(desk), paths=60, seed=1)
    for number in range(DAYS):
        day = FIRST_DAY + timedelta(days=number)
        clock.move_to(datetime.combine(day, time(9)))
        year.play(day)
        if number % 7 == 0:
            compare(year, desk)
    assert year.steps > 150
    desk.close()


class Filing:
    """Keeps entities in a workspace file, new ones and changed ones."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, *entities: Any) -> None:
        with self._desk.open_unit() as unit:
            for entity in entities:
                store = getattr(unit, TABLES[type(entity).__name__])
                before = store.find(entity.id)
                if before is None:
                    store.add(entity)
                else:
                    object.__setattr__(entity, "version", before.version)
                    store.save(entity)
            unit.audit.record(EventType.BULK_CHANGED, {"count": len(entities)})
            unit.commit()


TABLES = {
    "Candidate": "candidates",
    "Candidacy": "candidacies",
    "Examiner": "examiners",
    "Session": "sessions",
    "Deliberation": "deliberations",
    "Step": "steps",
}
