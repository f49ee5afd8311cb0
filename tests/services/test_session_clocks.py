"""The clocks of a session on the home page, to the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.steps import StepKind
from jurydesk.services.home import SOON, home
from jurydesk.services.views import Task
from jurydesk.wording import Wording
from tests.builders import (
    DAY,
    a_candidacy,
    a_hearing,
    a_jury,
    a_pool,
    a_record,
    a_session,
    a_step,
    a_vae,
    some_facts,
)
from tests.builders import a_deliberation as recorded
from tests.fakes import FakeOffice

EMPLOYER, LEAVE = "TASK-CLOCK-EMPLOYER", "TASK-CLOCK-LEAVE"
NOTIFICATION, DECLARATION = "TASK-CLOCK-NOTIFICATION", "TASK-CLOCK-DECLARATION"
NEXT = DAY + timedelta(days=1)
Tasks = Callable[[date], dict[str, Task]]


@pytest.fixture
def clocks(office: FakeOffice) -> Tasks:
    """The clocks of sessions that the home page shows on a day, by code."""

    def on(day: date) -> dict[str, Task]:
        office.clock.move_to(datetime.combine(day, time(9)))
        view = home(office.desk)
        shown = [t for t in (*view.urgent, *view.later) if t.page == "deadlines"]
        found = [task for task in shown if task.code.startswith("TASK-CLOCK-")]
        assert len({task.code for task in found}) == len(found), "one task of each kind"
        assert all(task.urgent == (task in view.urgent) for task in found)
        return {task.code: task for task in found}

    return on


def two_days(**changes: object) -> Session:
    """One jury on each of two days, with the same members, a VAE on each and a trainee."""
    second = a_jury(2, day=NEXT)
    at_ten = datetime.combine(NEXT, time(10))
    hearings = (
        a_hearing(1),
        a_hearing(2, at="10:00"),
        replace(a_hearing(3), jury=2, start=at_ten, end=at_ten + timedelta(minutes=45)),
    )
    session = a_session(
        days=(DAY, NEXT), juries=(a_jury(), second), hearings=hearings, candidacies=(1, 2, 3)
    )
    return replace(session, **changes)


def closed(office: FakeOffice, *, decisions: tuple[Decision, ...], annulled: bool = False) -> None:
    """Store the session of two days, closed on its second evening with these decisions."""
    session = two_days(status=SessionStatus.CLOSED, closed_at=datetime.combine(NEXT, time(18)))
    if annulled:
        juries = (replace(session.juries[0], annulled=True), session.juries[1])
        session = replace(session, juries=juries)
    records = tuple(
        a_record(number, decision=decision, appearance=Appearance.PRESENT)
        for number, decision in enumerate(decisions, start=1)
    )
    office.store(a_vae(1), a_candidacy(2), a_vae(3), session)
    office.store(recorded(some_facts(), records=records, closed_at=session.closed_at))


def test_employers_are_told_fifteen_days_before_the_first_jury_of_each(
    office: FakeOffice, clocks: Tasks
) -> None:
    first, second, third, fourth = a_pool()
    employed, free = replace(first, is_employee=True), replace(second, is_employee=False)
    office.store(employed, free, third, replace(fourth, active=False), two_days())
    due = DAY - timedelta(days=15)
    task = clocks(due - SOON - timedelta(days=1))[EMPLOYER]
    assert (task.due, task.target, task.urgent) == (due, "EMPLOYER-e1-s1", False)
    assert dict(task.figures)["count"] == 3, "one employed, two of whom nothing is known"
    assert clocks(due - SOON)[EMPLOYER].urgent
    assert clocks(DAY)[EMPLOYER].urgent, "late, and still to be done"
    assert clocks(NEXT)[EMPLOYER].due == NEXT - timedelta(days=15)
    assert EMPLOYER not in clocks(NEXT + timedelta(days=1))


def test_leave_concerns_those_who_come_by_experience(office: FakeOffice, clocks: Tasks) -> None:
    office.store(a_vae(1), a_candidacy(2), a_vae(3), two_days())
    task = clocks(DAY - timedelta(days=60))[LEAVE]
    figures = {"session": "2026-12-A", "count": 2, "article": "R6422-3"}
    assert dict(task.figures) == {**figures, "day": DAY - timedelta(days=30)}
    assert (task.due, task.urgent) == (DAY - timedelta(days=30), False)


@pytest.mark.parametrize(
    "session",
    [
        two_days(status=SessionStatus.FROZEN),
        two_days(hearings=()),
    ],
)
def test_session_on_its_day_or_without_a_hearing_asks_nobody(
    office: FakeOffice, clocks: Tasks, session: Session
) -> None:
    office.store(a_vae(1), a_vae(3), session)
    assert clocks(DAY - timedelta(days=20)) == {}


def test_results_are_notified_within_fifteen_days_and_holders_declared_within_three_months(
    office: FakeOffice, clocks: Tasks
) -> None:
    closed(office, decisions=(Decision.PARTIAL, Decision.FULL, Decision.FULL))
    found = clocks(NEXT)
    notification, declaration = found[NOTIFICATION], found[DECLARATION]
    assert (notification.due, notification.urgent) == (DAY + timedelta(days=15), True)
    assert dict(notification.figures)["count"] == 2, "the trainee is not under R6412-7"
    assert (declaration.due, declaration.urgent) == (date(2027, 3, 15), False)
    assert dict(declaration.figures)["count"] == 2, "a part of a certification is not declared"
    assert {t.target for t in found.values()} == {"NOTIFICATION-c1-s1", "DECLARATION-c2-s1"}


def test_what_was_not_done_is_late_until_it_is_done(office: FakeOffice, clocks: Tasks) -> None:
    closed(office, decisions=(Decision.FULL, Decision.NONE, Decision.NONE))
    late = date(2027, 6, 1)
    assert dict(clocks(late)[NOTIFICATION].figures)["count"] == 2
    assert all(task.urgent for task in clocks(late).values())
    office.store(a_step(1, StepKind.RESULT_NOTIFIED, candidacy_id=1, session_id=1))
    assert dict(clocks(late)[NOTIFICATION].figures)["count"] == 1, "that of the second day"
    office.store(a_step(2, StepKind.RESULT_NOTIFIED, candidacy_id=3, day=NEXT))
    assert set(clocks(late)) == {DECLARATION}
    office.store(a_step(3, StepKind.DECLARED, candidacy_id=1, day=date(2027, 1, 4)))
    assert clocks(late) == {}


def test_a_revoked_step_stops_nothing(office: FakeOffice, clocks: Tasks) -> None:
    closed(office, decisions=(Decision.NONE, Decision.NONE, Decision.ABSENT))
    office.store(
        a_step(1, StepKind.RESULT_NOTIFIED, candidacy_id=1, session_id=1),
        replace(a_step(2, StepKind.REVOKED, candidacy_id=1), revokes=1),
    )
    assert set(clocks(NEXT)) == {NOTIFICATION}


@pytest.mark.parametrize(
    ("step", "left"),
    [
        ({"session_id": 1}, 1),
        ({"session_id": 2}, 2),
        ({"day": date(2026, 3, 2)}, 1),
        ({"day": date(2026, 3, 1)}, 2),
    ],
)
def test_leave_asked_for_this_session_is_not_asked_again(
    office: FakeOffice, clocks: Tasks, step: dict[str, Any], left: int
) -> None:
    office.store(a_vae(1), a_vae(3), two_days())
    office.store(a_step(1, StepKind.LEAVE_ASKED, candidacy_id=1, **step))
    assert dict(clocks(DAY - timedelta(days=60))[LEAVE].figures)["count"] == left


@pytest.mark.parametrize(("session", "left"), [(1, 3), (2, 4), (None, 4)])
def test_an_employer_is_told_for_each_session(
    office: FakeOffice, clocks: Tasks, session: int | None, left: int
) -> None:
    office.store(two_days())
    office.store(a_step(1, StepKind.EMPLOYER_TOLD, examiner_id=1, session_id=session))
    assert dict(clocks(DAY - timedelta(days=60))[EMPLOYER].figures)["count"] == left


def test_the_fifteen_days_run_before_the_deliberation_is_closed(
    office: FakeOffice, clocks: Tasks
) -> None:
    office.store(a_vae(1), a_vae(3), two_days(status=SessionStatus.FROZEN))
    assert dict(clocks(DAY)[NOTIFICATION].figures)["count"] == 1
    assert dict(clocks(NEXT)[NOTIFICATION].figures)["count"] == 2
    assert clocks(DAY - timedelta(days=1)) == {}


def test_who_was_absent_has_no_result_and_an_annulled_jury_gave_none(
    office: FakeOffice, clocks: Tasks
) -> None:
    closed(office, decisions=(Decision.FULL, Decision.FULL, Decision.ABSENT), annulled=True)
    assert clocks(NEXT) == {}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (EMPLOYER, "doit prévenir son employeur avant le {} (D3142-32)"),
        (NOTIFICATION, "à notifier avant le {} (D3142-32)"),
    ],
)
def test_sentences_name_the_session_and_the_day(code: str, expected: str) -> None:
    figures = {"session": "A", "day": date(2026, 11, 29), "article": "D3142-32"}
    one, many = (Wording("fr").text(code, count=count, **figures) for count in (1, 2))
    assert one.startswith("Session A\N{NO-BREAK SPACE}: ")
    assert one.endswith(expected.format(Wording("fr").date(date(2026, 11, 29))))
    assert " 2 " in many
    assert one != many
