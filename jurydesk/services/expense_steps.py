"""The way of a claim: handed in, found right or refused, taken up again, paid."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.expenses import OWED, Claim, ClaimStatus, Payment
from jurydesk.domain.findings import blocking
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.expenses import expense_row
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from jurydesk.services.ports import Desk, UnitOfWork

Step = Callable[["UnitOfWork", Claim], Claim]
Claims = tuple[Claim, ...]


def submit(desk: Desk, *, claim_ids: Iterable[int], day: date | None = None) -> Outcome[Claims]:
    """Hand claims in: from now on their lines stay as they are. `day` None: today.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: one is empty, or was handed in already.
    """
    on = day or desk.clock.today()

    def handed_in(_unit: UnitOfWork, claim: Claim) -> Claim:
        _expect(claim, ClaimStatus.DRAFT)
        if not claim.lines:
            raise RefusedByRule("EXPENSE-EMPTY")
        return replace(claim, status=ClaimStatus.SUBMITTED, submitted_on=on)

    return _take(desk, claim_ids, handed_in, event=EventType.CLAIM_SUBMITTED)


def check(desk: Desk, *, claim_ids: Iterable[int]) -> Outcome[Claims]:
    """Find claims right: what is due is owed. Where nothing is, there is nothing to pay.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: one was not handed in.
        RefusedByFindings: a finding blocks, such as a receipt that is missing.
    """

    def found_right(unit: UnitOfWork, claim: Claim) -> Claim:
        _expect(claim, ClaimStatus.SUBMITTED)
        against = blocking(expense_row(unit, claim).findings)
        if against:
            raise RefusedByFindings("EXPENSE-BLOCKED", against)
        return _paid_up(_settled(desk, claim, ClaimStatus.CHECKED))

    return _take(desk, claim_ids, found_right, event=EventType.CLAIM_CHECKED)


def refuse(desk: Desk, *, claim_ids: Iterable[int], reason: str) -> Outcome[Claims]:
    """Refuse claims that were handed in; nothing is due.

    Raises:
        WrongUsage: no reason is given, or no such claim.
        RefusedByRule: one was not handed in.
    """
    if not reason.strip():
        raise WrongUsage("EXPENSE-REASON")

    def refused(_unit: UnitOfWork, claim: Claim) -> Claim:
        _expect(claim, ClaimStatus.SUBMITTED, ClaimStatus.CHECKED)
        return replace(_settled(desk, claim, ClaimStatus.REFUSED), reason=reason.strip())

    return _take(desk, claim_ids, refused, event=EventType.CLAIM_REFUSED)


def reopen(desk: Desk, *, claim_ids: Iterable[int]) -> Outcome[Claims]:
    """Take claims up again, whatever became of them; what was paid stays written down.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: one is open already.
    """

    def opened(_unit: UnitOfWork, claim: Claim) -> Claim:
        _expect(claim, *(set(ClaimStatus) - {ClaimStatus.DRAFT}))
        return replace(
            claim,
            status=ClaimStatus.DRAFT,
            submitted_on=None,
            settled_on=None,
            settled_by="",
            reason="",
        )

    return _take(desk, claim_ids, opened, event=EventType.CLAIM_REOPENED)


def pay(
    desk: Desk,
    *,
    claim_ids: Iterable[int],
    day: date | None = None,
    reference: str = "",
    amount: Decimal | None = None,
) -> Outcome[Claims]:
    """Write down that claims were paid: what is outstanding of each, or an amount of one.

    More than is due can be paid, and is a finding. `day` None: today.

    Raises:
        WrongUsage: no such claim, an amount for several, or one of nothing.
        RefusedByRule: one was not found right, or nothing is outstanding.
    """
    numbers = tuple(dict.fromkeys(claim_ids))
    if amount is not None and (len(numbers) != 1 or amount <= 0):
        raise WrongUsage("EXPENSE-PAY-ONE")
    on = day or desk.clock.today()

    def paid(_unit: UnitOfWork, claim: Claim) -> Claim:
        _expect(claim, *OWED)
        money = claim.outstanding if amount is None else amount
        if money <= 0:
            raise RefusedByRule("EXPENSE-PAID-UP")
        payments = (*claim.payments, Payment(on, money, reference.strip()))
        return _paid_up(replace(claim, payments=payments))

    return _take(desk, numbers, paid, event=EventType.CLAIM_PAID)


def take_payment_back(desk: Desk, *, claim_ids: Iterable[int]) -> Outcome[Claims]:
    """Strike the last payment of each claim, which did not go through.

    Raises:
        WrongUsage: no such claim.
        RefusedByRule: nothing was paid.
    """

    def unpaid(_unit: UnitOfWork, claim: Claim) -> Claim:
        if not claim.payments:
            raise RefusedByRule("EXPENSE-NEVER-PAID")
        struck = replace(claim, payments=claim.payments[:-1])
        if struck.status is ClaimStatus.PAID:
            struck = _paid_up(replace(struck, status=ClaimStatus.CHECKED))
        return struck

    return _take(desk, claim_ids, unpaid, event=EventType.CLAIM_PAID)


_LABELS = {
    EventType.CLAIM_SUBMITTED: "ACT-CLAIM-SUBMITTED",
    EventType.CLAIM_CHECKED: "ACT-CLAIM-CHECKED",
    EventType.CLAIM_REFUSED: "ACT-CLAIM-REFUSED",
    EventType.CLAIM_REOPENED: "ACT-CLAIM-REOPENED",
    EventType.CLAIM_PAID: "ACT-CLAIM-PAID",
}


def _take(desk: Desk, claim_ids: Iterable[int], step: Step, *, event: EventType) -> Outcome[Claims]:
    """Take one step with several claims, all of them or none."""
    numbers = tuple(dict.fromkeys(claim_ids))
    with desk.open_unit() as unit:
        moved = tuple(unit.claims.save(step(unit, unit.claims.get(one))) for one in numbers)
        details = {
            "claims": [claim.id for claim in moved],
            "count": len(moved),
            "due": [str(claim.due) for claim in moved],
            "paid": [str(claim.paid) for claim in moved],
        }
        finish(unit, event, details)
        findings = tuple(f for claim in moved for f in expense_row(unit, claim).findings)
        return Outcome(moved, unit.changes, findings, _LABELS[event])


def _expect(claim: Claim, *statuses: ClaimStatus) -> None:
    if claim.status not in statuses:
        raise RefusedByRule(f"EXPENSE-IS-{claim.status}", {"claim": claim.id})


def _settled(desk: Desk, claim: Claim, status: ClaimStatus) -> Claim:
    on = desk.clock.today()
    return replace(claim, status=status, settled_on=on, settled_by=desk.actor, reason="")


def _paid_up(claim: Claim) -> Claim:
    return replace(claim, status=ClaimStatus.PAID) if claim.outstanding <= 0 else claim
