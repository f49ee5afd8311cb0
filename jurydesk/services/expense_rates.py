"""The rates of the office: set from one day on, taken away; what was claimed keeps its rate."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.expense_rates import succession
from jurydesk.domain.expenses import ExpenseKind, Rate
from jurydesk.domain.money import read_amount, read_number
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.services.ports import Desk, UnitOfWork

RATE_PLACES = 4
"""Decimals of a rate: a kilometre is paid in fractions of a cent."""
QUANTITY_PLACES = 2


@dataclass(frozen=True, slots=True)
class RateBook:
    """The rates in their order, and the kinds of seat that may have their own."""

    rates: tuple[Rate, ...]
    seats: tuple[str, ...]


def read_rates(desk: Desk) -> RateBook:
    """Return every rate, those of one kind together and the latest first."""
    with desk.open_unit() as unit:
        return RateBook(rates_in(unit), _seats(unit))


def rates_in(unit: UnitOfWork) -> tuple[Rate, ...]:
    """Return the rates as one unit of work sees them, in the order of the kinds."""
    kinds = list(ExpenseKind)
    latest = sorted(unit.rates.all(), key=lambda rate: rate.since, reverse=True)
    return tuple(sorted(latest, key=lambda rate: (kinds.index(rate.kind), rate.seat)))


def set_rate(
    desk: Desk,
    *,
    kind: ExpenseKind,
    amount: Decimal,
    since: date,
    until: date | None = None,
    seat: str = "",
    note: str = "",
) -> Outcome[Rate]:
    """Set what one unit is worth from a day on; the rate before ends the day before.

    A rate of the same kind and seat that begins on the same day is replaced.

    Raises:
        WrongUsage: it would end before it begins, or there is no such kind of seat.
    """
    if until is not None and until < since:
        raise WrongUsage("EXPENSE-RATE-DAYS", {"since": since, "until": until})
    with desk.open_unit() as unit:
        if seat and seat not in _seats(unit):
            known = ", ".join(_seats(unit))
            raise WrongUsage("EXPENSE-SEAT", {"seat": seat, "known": known})
        wished = Rate(kind, amount, since, until, seat, note.strip())
        ended, new = succession(unit.rates.all(), wished)
        for rate in ended:
            unit.rates.save(rate)
        stored = unit.rates.save(new) if new.id else unit.rates.add(new)
        finish(unit, EventType.RATE_CHANGED, _details(stored))
        return Outcome(stored, unit.changes, label="ACT-RATE-SET")


def remove_rate(desk: Desk, *, rate_id: int) -> Outcome[Rate]:
    """Take a rate away; the one before does not go on by itself.

    Raises:
        WrongUsage: there is none with that number.
    """
    with desk.open_unit() as unit:
        gone = unit.rates.get(rate_id)
        unit.rates.remove(rate_id)
        finish(unit, EventType.RATE_CHANGED, _details(gone))
        return Outcome(gone, unit.changes, label="ACT-RATE-REMOVED")


def rate_from(text: str) -> Decimal:
    """Read the amount of a rate as a person typed it, with up to four decimals.

    Raises:
        WrongUsage: it is no amount.
    """
    return _number(text, RATE_PLACES)


def amount_from(text: str) -> Decimal:
    """Read an amount in euros and cents as a person typed it.

    Raises:
        WrongUsage: it is no amount.
    """
    try:
        return read_amount(text)
    except ValueError as error:
        raise WrongUsage("EXPENSE-AMOUNT", {"value": text}) from error


def quantity_from(text: str) -> Decimal:
    """Read a number of units, more than none, with up to two decimals.

    Raises:
        WrongUsage: it is none.
    """
    quantity = _number(text, QUANTITY_PLACES)
    if not quantity:
        raise WrongUsage("EXPENSE-AMOUNT", {"value": text})
    return quantity


def _number(text: str, places: int) -> Decimal:
    try:
        return read_number(text, places=places)
    except ValueError as error:
        raise WrongUsage("EXPENSE-AMOUNT", {"value": text}) from error


def _seats(unit: UnitOfWork) -> tuple[str, ...]:
    """Return the seats of the trade, and those of sheets with a composition of their own."""
    others = (
        seat.kind
        for sheet in unit.certifications.all()
        for route in sheet.routes
        if route.composition is not None
        for seat in route.composition.seats
    )
    return tuple(dict.fromkeys((*SEAT_KINDS, *others)))


def _details(rate: Rate) -> dict[str, object]:
    return {
        "rate": rate.id,
        "kind": rate.kind,
        "amount": str(rate.amount),
        "since": rate.since.isoformat(),
        "seat": rate.seat,
    }
