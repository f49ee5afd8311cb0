"""Expenses of the members of a jury: rates, claims with their lines, receipts and payments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.money import ZERO, total


class ExpenseKind(StrEnum):
    """What is paid for."""

    HALF_DAY = "HALF_DAY"
    WHOLE_DAY = "WHOLE_DAY"
    REMOTE = "REMOTE"
    """A half-day sat from afar."""
    PRESIDENCY = "PRESIDENCY"
    """What presiding adds to a half-day."""
    FILE_READ = "FILE_READ"
    """A file read before the day, each."""
    TRAVEL_KM = "TRAVEL_KM"
    TRAVEL_FARE = "TRAVEL_FARE"
    MEAL = "MEAL"
    NIGHT = "NIGHT"
    OTHER = "OTHER"


class Basis(StrEnum):
    """How an amount due comes about."""

    FEE = "FEE"
    """The rate for each unit; it follows from the presence that was recorded."""
    SCALE = "SCALE"
    """The rate for each unit that the person counts, such as a kilometre."""
    CEILING = "CEILING"
    """What was spent, up to the rate for each unit."""
    COST = "COST"
    """What was spent; a rate, if there is one, is a ceiling."""


@dataclass(frozen=True, slots=True)
class KindTerms:
    """How one kind of expense is counted, and whether a receipt proves it."""

    basis: Basis
    needs_receipt: bool = False


TERMS: Mapping[ExpenseKind, KindTerms] = MappingProxyType(
    {
        ExpenseKind.HALF_DAY: KindTerms(Basis.FEE),
        ExpenseKind.WHOLE_DAY: KindTerms(Basis.FEE),
        ExpenseKind.REMOTE: KindTerms(Basis.FEE),
        ExpenseKind.PRESIDENCY: KindTerms(Basis.FEE),
        ExpenseKind.FILE_READ: KindTerms(Basis.FEE),
        ExpenseKind.TRAVEL_KM: KindTerms(Basis.SCALE),
        ExpenseKind.TRAVEL_FARE: KindTerms(Basis.COST, needs_receipt=True),
        ExpenseKind.MEAL: KindTerms(Basis.CEILING, needs_receipt=True),
        ExpenseKind.NIGHT: KindTerms(Basis.CEILING, needs_receipt=True),
        ExpenseKind.OTHER: KindTerms(Basis.COST, needs_receipt=True),
    }
)
FEES = frozenset(kind for kind, terms in TERMS.items() if terms.basis is Basis.FEE)
SPENT = frozenset(k for k, terms in TERMS.items() if terms.basis in {Basis.CEILING, Basis.COST})
"""Kinds of which the person says what was spent."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The amount in euros for one unit of a kind, or its ceiling, between two days included."""

    kind: ExpenseKind
    amount: Decimal
    """Up to four decimals: a kilometre is paid in fractions of a cent."""
    since: date
    until: date | None = None
    """Last day; None: until another one follows."""
    seat: str = ""
    """The kind of seat that it is for; empty: all that have none of their own."""
    note: str = ""
    id: int = 0
    version: int = field(default=0, compare=False)

    def in_force(self, day: date) -> bool:
        """Tell whether it holds on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


class ClaimStatus(StrEnum):
    """How far a claim has come; each step is taken by a person."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    CHECKED = "CHECKED"
    """Found right by the office: what is due is owed from now on."""
    REFUSED = "REFUSED"
    PAID = "PAID"
    """All that is due was paid."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One thing claimed for one day; `number` is unique in its claim."""

    number: int
    day: date
    kind: ExpenseKind
    quantity: Decimal = Decimal(1)
    claimed: Decimal = ZERO
    """What was spent; for a fee or a scale what comes out."""
    due: Decimal = ZERO
    rate: Decimal | None = None
    """The rate that was applied: a later one does not rewrite it. None: there was none."""
    seat: str = ""
    half_day: HalfDay | None = None
    derived: bool = False
    """Whether it follows from the presence and is written anew from it."""
    needs_receipt: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A document that proves a line; its content is stored once under its SHA-256."""

    number: int
    line: int
    """Number of the line that it proves; 0: the claim as a whole."""
    name: str
    digest: str
    size: int
    media_type: str
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that went to the person."""

    day: date
    amount: Decimal
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one person claims for one session."""

    examiner_id: int
    session_id: int
    lines: tuple[ClaimLine, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    payments: tuple[Payment, ...] = ()
    status: ClaimStatus = ClaimStatus.DRAFT
    submitted_on: date | None = None
    settled_on: date | None = None
    """When it was checked or refused."""
    settled_by: str = ""
    reason: str = ""
    """Why it was refused."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def claimed(self) -> Decimal:
        """Return what the lines ask for."""
        return total(line.claimed for line in self.lines)

    @property
    def due(self) -> Decimal:
        """Return what is due under the rates; of a refused claim nothing."""
        refused = self.status is ClaimStatus.REFUSED
        return ZERO if refused else total(line.due for line in self.lines)

    @property
    def paid(self) -> Decimal:
        """Return what was paid."""
        return total(payment.amount for payment in self.payments)

    @property
    def outstanding(self) -> Decimal:
        """Return what is still to be paid; less than nothing where too much was."""
        return self.due - self.paid

    @property
    def can_be_changed(self) -> bool:
        """Tell whether its lines and receipts may still be changed."""
        return self.status is ClaimStatus.DRAFT

    def line(self, number: int) -> ClaimLine | None:
        """Return a line by its number."""
        return next((line for line in self.lines if line.number == number), None)

    def receipts_of(self, number: int) -> tuple[Receipt, ...]:
        """Return the receipts of one line."""
        return tuple(receipt for receipt in self.receipts if receipt.line == number)


@dataclass(frozen=True, slots=True)
class Totals:
    """Amounts of several claims added up."""

    expected: Decimal = ZERO
    """Of claims that nobody has checked yet."""
    due: Decimal = ZERO
    """Of claims found right."""
    paid: Decimal = ZERO

    @property
    def outstanding(self) -> Decimal:
        """Return what is owed and not paid."""
        return self.due - self.paid


OWED = frozenset({ClaimStatus.CHECKED, ClaimStatus.PAID})


def totals(claims: tuple[Claim, ...]) -> Totals:
    """Add up what is expected, due and paid."""
    return Totals(
        expected=total(one.due for one in claims if one.status not in OWED),
        due=total(one.due for one in claims if one.status in OWED),
        paid=total(one.paid for one in claims),
    )
