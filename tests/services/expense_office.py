"""A workspace with rates and a session that was held: two juries, one of them in the afternoon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.deliberation import Attendance, Deliberation
from jurydesk.domain.expenses import ExpenseKind
from jurydesk.services.clock import SetClock
from jurydesk.services.expense_claims import LineDraft
from jurydesk.services.expense_rates import set_rate
from tests.builders import DAY, a_candidacy, a_candidate, a_hearing, a_jury, a_pool, a_session

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.ports import Desk, UnitOfWork

K = ExpenseKind
CODE = "2026-12-A"
SINCE = date(2026, 1, 1)
EVENING = datetime.fromisoformat("2026-12-15T18:00")
RATES = {
    K.HALF_DAY: "60",
    K.PRESIDENCY: "12.50",
    K.TRAVEL_KM: "0.529",
    K.MEAL: "20.20",
    K.NIGHT: "90",
}
MEAL = LineDraft(DAY, K.MEAL, claimed=Decimal("18.50"))
CAR = LineDraft(DAY, K.TRAVEL_KM, Decimal("42.5"))


def an_office(path: Path, *, rates: dict[ExpenseKind, str] = RATES) -> tuple[Desk, SetClock]:
    """Persons 1 to 4 sit; 1 presides in the morning, 4 was not there in the afternoon."""
    clock = SetClock(EVENING)
    desk = create_workspace(path, actor="Camille", clock=clock)
    with desk.open_unit() as unit:
        _fill(unit)
        unit.audit.record(EventType.SESSION_CREATED, {"session": CODE})
        unit.commit()
    for kind, amount in rates.items():
        set_rate(desk, kind=kind, amount=Decimal(amount), since=SINCE)
    return desk, clock


def _fill(unit: UnitOfWork) -> None:
    for person in a_pool():
        unit.examiners.add(replace(person, id=0))
    for number in (1, 2):
        unit.candidates.add(replace(a_candidate(number), id=0))
        unit.candidacies.add(replace(a_candidacy(number), id=0))
    juries = (a_jury(), a_jury(2, half_day=HalfDay.PM, president_id=2))
    hearings = (a_hearing(), a_hearing(2, at="14:00", jury=2))
    session = a_session(candidacies=(1, 2), juries=juries, hearings=hearings, id=0)
    stored = unit.sessions.add(session)
    unit.deliberations.add(Deliberation(stored.id, attendance=_attendance()))


def _attendance() -> tuple[Attendance, ...]:
    return tuple(
        Attendance(jury, person, present=(jury, person) != (2, 4))
        for jury in (1, 2)
        for person in (1, 2, 3, 4)
    )
