"""Situations of a claim, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.deliberation import Attendance, Deliberation
from jurydesk.domain.expense_lines import derived_lines, in_order, priced, sittings
from jurydesk.domain.expense_rules import ClaimFacts, check_claim
from jurydesk.domain.expenses import (
    TERMS,
    Claim,
    ClaimLine,
    ClaimStatus,
    ExpenseKind,
    Payment,
    Rate,
    Receipt,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.session import Modality
from tests.builders import DAY, a_session, an_examiner
from tests.domain.case import case

K = ExpenseKind
SINCE = date(2026, 1, 1)
NOON = datetime.fromisoformat("2026-12-16T12:00")
RATES = (
    Rate(K.HALF_DAY, Decimal(60), SINCE, id=1),
    Rate(K.PRESIDENCY, Decimal("12.50"), SINCE, id=2),
    Rate(K.TRAVEL_KM, Decimal("0.529"), SINCE, id=3),
    Rate(K.MEAL, Decimal("20.20"), SINCE, id=4),
    Rate(K.NIGHT, Decimal(90), SINCE, id=5),
)
SESSION = a_session()
PRESENT = Deliberation(1, attendance=(Attendance(1, 1, present=True),), id=1)


def a_line(number: int, kind: ExpenseKind, claimed: str = "0", **changes: Any) -> ClaimLine:
    """A line that somebody typed for the day of the session, priced."""
    line = ClaimLine(number, DAY, kind, claimed=Decimal(claimed))
    line = replace(line, needs_receipt=TERMS[kind].needs_receipt)
    return priced(replace(line, **changes), RATES)


def a_receipt(number: int, line: int, digest: str = "") -> Receipt:
    name = f"ticket-{number}.pdf"
    return Receipt(number, line, name, digest or f"{number:064x}", 9, "image/png", NOON, "Camille")


def a_claim(*typed: ClaimLine, examiner: int = 1, **changes: Any) -> Claim:
    """What follows from the presence of a person, and the lines that were typed."""
    sat = sittings(SESSION, PRESENT, examiner)
    fees = derived_lines(sat, Modality.ON_SITE, RATES)
    return replace(Claim(examiner, 1, in_order((*fees, *typed)), id=1), **changes)


def some_facts(claim: Claim | None = None, **changes: Any) -> ClaimFacts:
    facts = ClaimFacts(
        claim or a_claim(),
        an_examiner(1),
        SESSION,
        sittings(SESSION, PRESENT, 1),
        rates=RATES,
    )
    return replace(facts, **changes)


def _of(claim: Claim | None = None, **changes: Any) -> partial[tuple[Finding, ...]]:
    return partial(check_claim, some_facts(claim, **changes))


def _typed(*lines: ClaimLine, receipts: tuple[Receipt, ...] = (), **changes: Any) -> Any:
    return _of(a_claim(*lines, receipts=receipts), **changes)


_MEAL = a_line(11, K.MEAL, "18.50")
_PROOF = a_receipt(1, 11)
_OTHER = a_claim(_MEAL, receipts=(_PROOF,), id=2, session_id=2)
_CAR = a_line(12, K.TRAVEL_KM, quantity=Decimal(40))
_NIGHT = a_line(13, K.NIGHT, "80", day=DAY - timedelta(1))
_EMPLOYEE = an_examiner(1, is_employee=True)
_FEES = (a_line(1, K.HALF_DAY, half_day=HalfDay.AM),)

CASES = (
    case("fees of the half-day that was sat", "", _of()),
    case("a meal with its receipt", "", _typed(_MEAL, receipts=(_PROOF,))),
    case("a meal without a receipt", "EXP-01", _typed(_MEAL)),
    case("a receipt of another line", "EXP-01", _typed(_MEAL, receipts=(a_receipt(1, 12),))),
    case("kilometres need no receipt", "", _typed(_CAR)),
    case("nothing spent, nothing to prove", "", _typed(replace(_MEAL, claimed=Decimal(0)))),
    case(
        "the same meal twice",
        "EXP-02",
        _typed(_MEAL, replace(_MEAL, number=12), receipts=(_PROOF, a_receipt(2, 12))),
    ),
    case(
        "lunch and dinner for the same price",
        "",
        _typed(_MEAL, replace(_MEAL, number=12, note="dîner"), receipts=(_PROOF, a_receipt(2, 12))),
    ),
    case(
        "the meal was claimed for another session",
        "EXP-02",
        _typed(_MEAL, receipts=(_PROOF,), others=(replace(_OTHER, receipts=(), lines=(_MEAL,)),)),
    ),
    case(
        "the other claim was refused",
        "",
        _typed(
            _MEAL,
            receipts=(_PROOF,),
            others=(replace(_OTHER, receipts=(), lines=(_MEAL,), status=ClaimStatus.REFUSED),),
        ),
    ),
    case(
        "one receipt for two lines",
        "EXP-03",
        _typed(
            _MEAL,
            replace(_MEAL, number=12, note="dîner"),
            receipts=(_PROOF, replace(_PROOF, number=2, line=12)),
        ),
    ),
    case(
        "the receipt of another claim",
        "EXP-03",
        _typed(_MEAL, receipts=(_PROOF,), others=(replace(_OTHER, lines=()),)),
    ),
    case(
        "paid to the cent",
        "",
        _of(a_claim(status=ClaimStatus.PAID, payments=(Payment(DAY, Decimal("72.50")),))),
    ),
    case(
        "paid a cent too much",
        "EXP-04",
        _of(a_claim(status=ClaimStatus.PAID, payments=(Payment(DAY, Decimal("72.51")),))),
    ),
    case(
        "paid and refused afterwards",
        "EXP-04",
        _of(a_claim(status=ClaimStatus.REFUSED, payments=(Payment(DAY, Decimal(1)),))),
    ),
    case("did not sit", "EXP-05", _of(Claim(1, 1), sittings=())),
    case("at the ceiling", "", _typed(a_line(11, K.MEAL, "20.20"), receipts=(_PROOF,))),
    case(
        "a cent above the ceiling",
        "EXP-06",
        _typed(a_line(11, K.MEAL, "20.21"), receipts=(_PROOF,)),
    ),
    case(
        "no rate yet on that day",
        "EXP-07 EXP-08",
        _of(a_claim(a_line(11, K.TRAVEL_KM, day=date(2025, 12, 31)))),
    ),
    case("a ticket needs no rate", "EXP-01", _typed(a_line(11, K.TRAVEL_FARE, "61"))),
    case("the night before", "", _typed(_NIGHT, receipts=(a_receipt(1, 13),))),
    case(
        "two nights before",
        "EXP-08",
        _typed(replace(_NIGHT, day=DAY - timedelta(2)), receipts=(a_receipt(1, 13),)),
    ),
    case(
        "a fee typed for the day after",
        "EXP-08",
        _typed(a_line(11, K.HALF_DAY, day=DAY + timedelta(1))),
    ),
    case("the same half-day in two claims", "EXP-09", _of(others=(Claim(1, 2, _FEES, id=2),))),
    case(
        "the whole day in one claim, its morning in the other",
        "EXP-09",
        _of(others=(Claim(1, 2, (a_line(1, K.WHOLE_DAY),), id=2),)),
    ),
    case(
        "the afternoon of that day in another claim",
        "",
        _of(others=(Claim(1, 2, (a_line(1, K.HALF_DAY, half_day=HalfDay.PM),), id=2),)),
    ),
    case("an employee", "EXP-10", _of(examiner=_EMPLOYEE)),
    case("nobody knows whether an employee", "", _of(examiner=an_examiner(1, is_employee=None))),
    case(
        "the presence changed since",
        "EXP-11",
        _of(replace(a_claim(), lines=a_claim().lines[:1])),
    ),
    case(
        "a claim that was checked is not measured anew",
        "",
        _of(replace(a_claim(status=ClaimStatus.CHECKED), lines=a_claim().lines[:1])),
    ),
    case("so far only planned", "EXP-12", _of(sittings=sittings(SESSION, None, 1))),
)
