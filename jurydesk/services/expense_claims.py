"""Lines of claims: added, filled in anew, taken out; and claims thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.expense_lines import in_order, next_number, priced
from jurydesk.domain.expenses import FEES, SPENT, TERMS, Claim, ClaimLine, ExpenseKind
from jurydesk.domain.money import ZERO, to_cents
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.expense_preparing import ground_of
from jurydesk.services.expenses import expense_row
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line as a person fills it in."""

    day: date
    kind: ExpenseKind
    quantity: Decimal = Decimal(1)
    claimed: Decimal = ZERO
    """What was spent; not asked of a fee or a scale."""
    needs_receipt: bool | None = None
    """None: as its kind has it."""
    note: str = ""


def add_line(desk: Desk, *, claim_id: int, line: LineDraft) -> Outcome[Claim]:
    """Add a line to a claim that was not handed in.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: it was handed in, or an amount is missing.
    """

    def added(unit: UnitOfWork, claim: Claim) -> Claim:
        new = _filled(unit, claim, line, ClaimLine(next_number(claim), line.day, line.kind))
        return replace(claim, lines=in_order((*claim.lines, new)))

    return _change(desk, claim_id, added, label="ACT-CLAIM-LINE-ADDED")


def change_line(desk: Desk, *, claim_id: int, number: int, line: LineDraft) -> Outcome[Claim]:
    """Fill in a line anew; its receipts stay.

    Raises:
        WrongUsage: no such claim or line.
        RefusedByRule: the claim was handed in, or the line follows from the presence.
    """

    def changed(unit: UnitOfWork, claim: Claim) -> Claim:
        before = line_of(claim, number)
        if before.derived:
            raise RefusedByRule("EXPENSE-DERIVED")
        after = _filled(unit, claim, line, before)
        others = (one for one in claim.lines if one.number != number)
        return replace(claim, lines=in_order((*others, after)))

    return _change(desk, claim_id, changed, label="ACT-CLAIM-LINE-CHANGED")


def remove_lines(desk: Desk, *, claim_id: int, numbers: Sequence[int]) -> Outcome[Claim]:
    """Take lines out of a claim, with their receipts; contents stay until the next purge.

    Raises:
        WrongUsage: no such claim or line.
        RefusedByRule: the claim was handed in.
    """

    def without(_unit: UnitOfWork, claim: Claim) -> Claim:
        gone = {line_of(claim, number).number for number in numbers}
        lines = tuple(line for line in claim.lines if line.number not in gone)
        receipts = tuple(one for one in claim.receipts if one.line not in gone)
        return replace(claim, lines=lines, receipts=receipts)

    return _change(desk, claim_id, without, label="ACT-CLAIM-LINE-REMOVED")


def remove_claims(desk: Desk, *, claim_ids: Iterable[int]) -> Outcome[tuple[Claim, ...]]:
    """Throw claims away that were not handed in and for which nothing was paid.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: one was handed in, or something was paid.
    """
    with desk.open_unit() as unit:
        gone = tuple(unit.claims.get(number) for number in dict.fromkeys(claim_ids))
        for claim in gone:
            if not claim.can_be_changed or claim.payments:
                raise RefusedByRule("EXPENSE-KEPT")
            unit.claims.remove(claim.id)
        details = {"claims": [claim.id for claim in gone], "count": len(gone)}
        finish(unit, EventType.CLAIM_REMOVED, details)
        return Outcome(gone, unit.changes, label="ACT-CLAIM-REMOVED")


def open_claim(unit: UnitOfWork, claim_id: int) -> Claim:
    """Return a claim that may still be changed.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: it was handed in.
    """
    claim = unit.claims.get(claim_id)
    if not claim.can_be_changed:
        raise RefusedByRule("EXPENSE-HANDED-IN")
    return claim


def line_of(claim: Claim, number: int) -> ClaimLine:
    """Return a line of a claim.

    Raises:
        WrongUsage: it has none with that number.
    """
    line = claim.line(number)
    if line is None:
        raise WrongUsage("EXPENSE-LINE-UNKNOWN", {"line": number})
    return line


def _change(
    desk: Desk, claim_id: int, how: Callable[[UnitOfWork, Claim], Claim], *, label: str
) -> Outcome[Claim]:
    with desk.open_unit() as unit:
        after = unit.claims.save(how(unit, open_claim(unit, claim_id)))
        details = {"claim": after.id, "lines": [line.number for line in after.lines]}
        finish(unit, EventType.CLAIM_CHANGED, details)
        findings = expense_row(unit, after).findings
        return Outcome(after, unit.changes, findings, label)


def _filled(unit: UnitOfWork, claim: Claim, draft: LineDraft, line: ClaimLine) -> ClaimLine:
    if draft.kind in SPENT and not draft.claimed:
        raise RefusedByRule("EXPENSE-NOTHING-SPENT")
    ground = ground_of(unit, unit.sessions.get(claim.session_id))
    sat = ground.sittings(claim.examiner_id)
    of_day = [one for one in sat if one.day == draft.day]
    seat = next((one.seat for one in (*of_day, *sat)), "")
    is_half = draft.kind in FEES and len(of_day) == 1
    as_usual = TERMS[draft.kind].needs_receipt
    filled = replace(
        line,
        day=draft.day,
        kind=draft.kind,
        quantity=draft.quantity,
        claimed=to_cents(draft.claimed) if draft.kind in SPENT else ZERO,
        seat=seat,
        half_day=of_day[0].half_day if is_half else None,
        needs_receipt=as_usual if draft.needs_receipt is None else draft.needs_receipt,
        note=draft.note.strip(),
    )
    return priced(filled, ground.rates)
