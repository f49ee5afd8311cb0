"""The board of clocks: order, urgency, hints, acts, and that nothing is asked twice."""

from __future__ import annotations

import time as clock_of_the_machine
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from jurydesk.domain.candidacy import AdmissibilityStatus, Suspension
from jurydesk.domain.clocks import ClockKind, ClockState, Expiry, LegalClock
from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.steps import StepKind
from jurydesk.errors import WrongUsage
from jurydesk.services.deadlines import Deadline, Urgency, deadlines, due_until
from tests.builders import (
    CODE,
    DAY,
    TODAY,
    a_candidacy,
    a_candidate,
    a_deliberation,
    a_hearing,
    a_record,
    a_session,
    a_step,
    a_vae,
    some_facts,
)
from tests.fakes import FakeOffice

COMPLETE = {"status": AdmissibilityStatus.COMPLETE, "decided": None}


def complete(number: int, day: date, **file: object) -> object:
    changes = {**COMPLETE, "complete": day, **file}
    return a_vae(number, file=changes, validation_received=None)


def short(board: tuple[Deadline, ...]) -> list[tuple[str, str, int | None]]:
    return [(one.key, one.urgency, one.left) for one in board]


def closed(**changes: object) -> Session:
    ended = datetime.combine(DAY, time(18))
    return replace(a_session(status=SessionStatus.CLOSED, closed_at=ended), **changes)


def test_no_clock_no_line(office: FakeOffice) -> None:
    assert deadlines(office.desk) == ()


def test_one_line_says_everything(office: FakeOffice) -> None:
    office.store(complete(1, date(2026, 9, 29)))
    due = date(2026, 11, 29)
    clock = LegalClock(
        ClockKind.ADMISSIBILITY, "R6412-4", date(2026, 9, 29), due, 1, ClockState.RUNNING
    )
    (line,) = deadlines(office.desk)
    assert line == Deadline(
        clock=clock,
        person="LEGRAND1 Ophélie",
        person_id=1,
        certification=CODE,
        urgency=Urgency.SOON,
        left=6,
        act=StepKind.ADMITTED,
        working_day=date(2026, 11, 27),
    )
    assert (line.key, line.due, line.article) == ("ADMISSIBILITY-c1", due, "R6412-4")
    assert (line.expiry, line.page) == (Expiry.TACIT_ADMISSIBILITY, "candidates")


def test_first_due_first_and_what_stands_still_last(office: FakeOffice) -> None:
    still = {"suspensions": (Suspension(date(2026, 10, 1)),)}
    office.store(
        complete(1, date(2026, 9, 28), **still),
        complete(2, date(2026, 12, 9) - timedelta(days=15)),
        complete(3, date(2026, 9, 22)),
    )
    assert short(deadlines(office.desk)) == [
        ("ADMISSIBILITY-c3", Urgency.LATE, -1),
        ("ADMISSIBILITY-c2", Urgency.LATER, 62),
        ("LAPSE-c3", Urgency.LATER, 181),
        ("ADMISSIBILITY-c1", Urgency.STILL, None),
    ]


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (-1, Urgency.LATE),
        (0, Urgency.SOON),
        (15, Urgency.SOON),
        (16, Urgency.LATER),
    ],
)
def test_borders_of_urgency(office: FakeOffice, left: int, urgency: Urgency) -> None:
    office.store(a_vae(1, validation_received=date(2026, 8, 30)))
    due = date(2026, 11, 30)
    office.clock.move_to(datetime.combine(due - timedelta(days=left), time(9)))
    assert short(deadlines(office.desk)) == [("JURY-c1", urgency, left)]


def test_a_hearing_to_come_is_named_and_a_hearing_held_stops_the_clock(office: FakeOffice) -> None:
    office.store(a_vae(1, validation_received=date(2026, 10, 1)), a_session())
    board = {one.clock.kind: one for one in deadlines(office.desk)}
    jury = board[ClockKind.JURY]
    assert (jury.planned, jury.session_code, jury.act, jury.page) == (
        DAY,
        "2026-12-A",
        None,
        "sessions",
    )
    office.store(a_session(status=SessionStatus.FROZEN))
    assert ClockKind.JURY in {one.clock.kind for one in deadlines(office.desk)}
    office.clock.move_to(datetime.combine(DAY, time(18)))
    (line,) = deadlines(office.desk)
    assert (line.key, line.act, line.page) == ("NOTIFICATION-c1-s1", None, "deliberation")


@pytest.mark.parametrize("appearance", [Appearance.ABSENT, Appearance.ADJOURNED])
def test_who_did_not_come_is_still_to_be_heard(office: FakeOffice, appearance: Appearance) -> None:
    session = a_session(status=SessionStatus.FROZEN)
    record = a_record(1, appearance=appearance)
    office.store(a_vae(1), session, a_deliberation(some_facts(), records=(record,)))
    office.clock.move_to(datetime.combine(DAY, time(18)))
    assert [one.key for one in deadlines(office.desk)] == ["JURY-c1"]


def test_a_second_file_after_a_first_hearing_starts_a_second_clock(office: FakeOffice) -> None:
    record = a_record(1, decision=Decision.PARTIAL, appearance=Appearance.PRESENT)
    office.store(closed(), a_deliberation(some_facts(), records=(record,)))
    office.store(a_vae(1, validation_received=DAY + timedelta(days=30)))
    office.store(a_step(1, StepKind.RESULT_NOTIFIED, candidacy_id=1, session_id=1))
    office.clock.move_to(datetime.combine(DAY + timedelta(days=40), time(9)))
    assert [one.key for one in deadlines(office.desk)] == ["JURY-c1"]


def test_result_and_declaration_wait_for_their_steps(office: FakeOffice) -> None:
    record = a_record(1, decision=Decision.FULL, appearance=Appearance.PRESENT)
    office.store(a_vae(1), closed(), a_deliberation(some_facts(), records=(record,)))
    office.clock.move_to(datetime.combine(DAY, time(19)))
    acts = [(one.key, one.act) for one in deadlines(office.desk)]
    assert acts == [
        ("NOTIFICATION-c1-s1", StepKind.RESULT_NOTIFIED),
        ("DECLARATION-c1-s1", StepKind.DECLARED),
    ]
    office.store(a_step(1, StepKind.RESULT_NOTIFIED, candidacy_id=1, session_id=1))
    office.store(a_step(2, StepKind.DECLARED, candidacy_id=1))
    assert deadlines(office.desk) == ()


def test_until_a_day(office: FakeOffice) -> None:
    office.store(complete(1, date(2026, 9, 25)), complete(2, date(2026, 9, 26)))
    still = {"complete": None, "status": AdmissibilityStatus.FILED}
    office.store(a_vae(3, file={**COMPLETE, **still}, validation_received=None))
    board = deadlines(office.desk)
    assert [one.key for one in due_until(board, date(2026, 11, 25))] == ["ADMISSIBILITY-c1"]
    assert len(board) == 3


def test_a_zone_has_its_own_hints_and_an_unknown_one_is_refused(office: FakeOffice) -> None:
    office.store(complete(1, date(2026, 10, 26)))
    (line,) = deadlines(office.desk)
    (moselle,) = deadlines(office.desk, zone="57")
    assert (line.due, line.working_day) == (date(2026, 12, 26), date(2026, 12, 24))
    assert moselle == line
    office.store(complete(1, date(2026, 2, 3)))
    assert deadlines(office.desk, zone="57")[0].working_day == date(2026, 4, 2)
    with pytest.raises(WrongUsage) as refused:
        deadlines(office.desk, zone="75")
    assert refused.value.code == "DEADLINE-ZONE"
    assert refused.value.figures["zone"] == "75"


def test_a_thousand_files_are_read_in_one_unit_well_under_a_second(office: FakeOffice) -> None:
    numbers = range(1, 1001)
    office.store(*(a_candidate(n) for n in numbers))
    office.store(*(complete(n, TODAY - timedelta(days=n % 90)) for n in numbers))
    hearings = tuple(a_hearing(n) for n in range(1, 41))
    office.store(a_session(hearings=hearings, candidacies=tuple(range(1, 41))))
    deadlines(office.desk)
    office.workspace.units = 0
    began = clock_of_the_machine.perf_counter()
    board = deadlines(office.desk)
    assert clock_of_the_machine.perf_counter() - began < 1
    assert office.workspace.units == 1
    assert len({one.key for one in board}) == len(board) > 1000


def test_other_routes_have_no_clocks_of_a_vae(office: FakeOffice) -> None:
    office.store(a_candidacy(1), a_session(candidacies=(1,)))
    kinds = {one.clock.kind for one in deadlines(office.desk)}
    assert kinds == {ClockKind.EMPLOYER}
