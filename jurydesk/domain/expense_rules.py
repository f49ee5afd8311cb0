"""What is wrong with a claim: receipts, doubles, ceilings, presence, payments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.expense_lines import Sitting, alike, derived_lines
from jurydesk.domain.expenses import (
    FEES,
    SPENT,
    TERMS,
    Basis,
    Claim,
    ClaimLine,
    ClaimStatus,
    ExpenseKind,
    Rate,
)
from jurydesk.domain.findings import FigureValue, Finding, Subject
from jurydesk.domain.money import Euros, to_cents
from jurydesk.domain.people import Examiner
from jurydesk.domain.rules import found
from jurydesk.domain.session import Session
from jurydesk.domain.subjects import of_examiner

PRESENCE = frozenset({ExpenseKind.HALF_DAY, ExpenseKind.WHOLE_DAY, ExpenseKind.REMOTE})
TRAVEL_DAYS = timedelta(days=1)
"""Somebody travels the day before, or home the day after."""


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """A claim with everything that its rules ask for."""

    claim: Claim
    examiner: Examiner
    session: Session
    sittings: tuple[Sitting, ...]
    rates: tuple[Rate, ...] = ()
    others: tuple[Claim, ...] = ()
    """The other claims of that person."""

    @property
    def subject(self) -> Subject:
        """Return the person as findings name them."""
        return of_examiner(self.examiner)

    @property
    def derived(self) -> tuple[ClaimLine, ...]:
        """Return the fees that follow from the presence as it stands."""
        return derived_lines(self.sittings, self.session.modality, self.rates)


def check_claim(facts: ClaimFacts) -> tuple[Finding, ...]:
    """Return everything found of a claim; of one that was refused only what was paid."""
    if facts.claim.status is ClaimStatus.REFUSED:
        return tuple(_payments(facts))
    checks = (_presence, _lines, _receipts, _doubles, _employee, _payments)
    return tuple(finding for check in checks for finding in check(facts))


def _presence(facts: ClaimFacts) -> Iterator[Finding]:
    """A claim is for sitting: as recorded, before the day as planned."""
    if not facts.sittings:
        yield found("EXP-05", facts.subject, session=facts.session.code)
        return
    if facts.claim.can_be_changed and not alike(facts.claim, facts.derived):
        yield found("EXP-11", facts.subject, session=facts.session.code)
    if not all(sitting.recorded for sitting in facts.sittings):
        yield found("EXP-12", facts.subject, session=facts.session.code)


def _lines(facts: ClaimFacts) -> Iterator[Finding]:
    days = {sitting.day for sitting in facts.sittings}
    for line in facts.claim.lines:
        what = _what(line)
        if line.rate is None and TERMS[line.kind].basis is not Basis.COST:
            yield found("EXP-07", facts.subject, **what)
        elif line.due < line.claimed:
            amounts = {"claimed": Euros(line.claimed), "due": Euros(line.due)}
            yield found("EXP-06", facts.subject, **what, **amounts)
        if days and not _is_near(line, days):
            yield found("EXP-08", facts.subject, **what)


def _is_near(line: ClaimLine, days: set[date]) -> bool:
    reach = timedelta() if line.kind in FEES else TRAVEL_DAYS
    # Files are read when there is time for it
    return line.kind is ExpenseKind.FILE_READ or any(abs(line.day - day) <= reach for day in days)


def _receipts(facts: ClaimFacts) -> Iterator[Finding]:
    claim = facts.claim
    for line in claim.lines:
        if line.needs_receipt and line.claimed and not claim.receipts_of(line.number):
            yield found("EXP-01", facts.subject, **_what(line), amount=Euros(line.claimed))
    elsewhere = {one.digest for other in facts.others for one in other.receipts}
    counted = Counter(receipt.digest for receipt in claim.receipts)
    seen: set[str] = set()
    for receipt in claim.receipts:
        twice = receipt.digest in elsewhere or counted[receipt.digest] > 1
        if twice and receipt.digest not in seen:
            yield found("EXP-03", facts.subject, name=receipt.name)
        seen.add(receipt.digest)


def _doubles(facts: ClaimFacts) -> Iterator[Finding]:
    """One thing is claimed once, in this claim and in the others that stand."""
    standing = (one for one in facts.others if one.status is not ClaimStatus.REFUSED)
    elsewhere = {mark for other in standing for line in other.lines for mark in _marks(line)}
    here: set[object] = set()
    for line in facts.claim.lines:
        marks = _marks(line)
        # Lunch and dinner may cost the same: within one claim the note tells them apart
        own = {(mark, line.note.strip().casefold()) for mark in marks}
        if marks & elsewhere or own & here:
            code = "EXP-09" if line.kind in FEES else "EXP-02"
            yield found(code, facts.subject, **_what(line))
        here |= own


def _marks(line: ClaimLine) -> set[object]:
    """Return what two lines for the same thing have in common; a day is both its halves."""
    if line.kind is ExpenseKind.WHOLE_DAY:
        return {(line.day, half) for half in HalfDay}
    if line.kind in PRESENCE:
        return {(line.day, line.half_day)}
    if line.kind in FEES:
        return {(line.day, line.kind, line.half_day)}
    return {(line.day, line.kind, to_cents(line.claimed) if line.kind in SPENT else line.quantity)}


def _employee(facts: ClaimFacts) -> Iterator[Finding]:
    """L3142-43: the wage goes on; L3142-44: a decree says who bears it and the travel."""
    if facts.examiner.is_employee and any(line.due for line in facts.claim.lines):
        yield found("EXP-10", facts.subject)


def _payments(facts: ClaimFacts) -> Iterator[Finding]:
    claim = facts.claim
    if claim.outstanding < 0:
        yield found("EXP-04", facts.subject, paid=Euros(claim.paid), due=Euros(claim.due))


def _what(line: ClaimLine) -> dict[str, FigureValue]:
    return {"expense": line.kind.value, "day": line.day}
