"""A workspace with rates, two sessions that were held, and claims in every state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.deliberation import Attendance, Deliberation
from jurydesk.domain.expenses import ExpenseKind
from jurydesk.domain.session import Juror, Jury, Session
from jurydesk.exchange.received_files import received
from jurydesk.services.expense_claims import LineDraft, add_line
from jurydesk.services.expense_preparing import prepare_claims
from jurydesk.services.expense_rates import set_rate
from jurydesk.services.expense_receipts import attach_receipts
from jurydesk.services.expense_steps import check, pay, refuse, submit
from tests.exchange.handed_in import PDF, PNG
from tests.ui.office import fill

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

K = ExpenseKind
SHEET = "RNCP40642"
LATEST, EARLIER = "2026-11-A", "2025-06-A"
MONDAY = date(2026, 11, 16)
RATES = (
    (K.HALF_DAY, "60", ""),
    (K.WHOLE_DAY, "110", ""),
    (K.HALF_DAY, "75", "EMPLOYEES"),
    (K.PRESIDENCY, "12.50", ""),
    (K.TRAVEL_KM, "0.529", ""),
    (K.MEAL, "20.20", ""),
    (K.NIGHT, "90", ""),
)


def fill_expenses(desk: Desk) -> None:
    """Add people, sessions, rates and claims."""
    fill(desk, candidates=12, examiners=12)
    for code, day, people in (
        (EARLIER, date(2025, 6, 16), (1, 2, 3, 4)),
        (LATEST, MONDAY, (1, 6, 7, 8)),
    ):
        _hold(desk, code, day, people)
    for kind, amount, seat in RATES:
        set_rate(desk, kind=kind, amount=Decimal(amount), since=date(2025, 1, 1), seat=seat)
    for code in (EARLIER, LATEST):
        prepare_claims(desk, code=code)
    _fill_in(desk)
    submit(desk, claim_ids=[1, 2, 3, 4, 6, 7])
    check(desk, claim_ids=[1, 2, 3, 6])
    pay(desk, claim_ids=[1, 2], reference="VIR 2025-118", day=date(2025, 7, 4))
    refuse(desk, claim_ids=[4], reason="Présences à revoir avec la personne")


def _hold(desk: Desk, code: str, day: date, people: tuple[int, ...]) -> None:
    """Add a session of a day and a half, presence included."""
    seats = [
        Juror(who, seat, external=seat != SEAT_KINDS[3], deliberates=seat != SEAT_KINDS[3])
        for who, seat in zip(people, SEAT_KINDS, strict=True)
    ]
    halves = ((day, HalfDay.AM), (day, HalfDay.PM), (day + timedelta(1), HalfDay.AM))
    juries = tuple(
        Jury(number, *half, "Salle 1", SHEET, tuple(seats), president_id=people[0])
        for number, half in enumerate(halves, 1)
    )
    session = Session(code, (SHEET,), (day, day + timedelta(1)), juries=juries)
    with desk.open_unit() as unit:
        stored = unit.sessions.add(session)
        present = tuple(
            Attendance(jury.number, who, present=True) for jury in juries for who in people
        )
        unit.deliberations.add(Deliberation(stored.id, attendance=present))
        unit.audit.record(EventType.SESSION_CREATED, {"session": code})
        unit.commit()


def _fill_in(desk: Desk) -> None:
    """Claim 5 is the one that scenes and tests look at: all but one of its receipts are there."""
    night = LineDraft(MONDAY, K.NIGHT, claimed=Decimal("104.50"), note="Hôtel de la Gare")
    meal = LineDraft(MONDAY, K.MEAL, claimed=Decimal("18.50"), note="déjeuner")
    dinner = replace(meal, claimed=Decimal("23.90"), note="dîner")
    car = LineDraft(MONDAY, K.TRAVEL_KM, Decimal("84.5"), note="Orléans – Saint-Denis et retour")
    for draft in (night, meal, dinner, car):
        claim = add_line(desk, claim_id=5, line=draft).value
    numbers = {line.note: line.number for line in claim.lines}
    files = ((night, "hôtel.pdf", PDF), (meal, "addition midi.png", PNG))
    for draft, name, content in files:
        attach_receipts(desk, claim_id=5, line=numbers[draft.note], files=[received(name, content)])
