"""What can be done next with claims that stand alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.expenses import ClaimStatus
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.ui.operations.expenses import ExpenseActs

    Rows = tuple[ExpenseRow, ...]


def claim_acts(acts: ExpenseActs, rows: Rows) -> tuple[Act, ...]:
    """Return the acts of these claims, the next step first; none where they stand apart."""
    statuses = {row.claim.status for row in rows}
    if len(statuses) != 1:
        return ()
    (status,) = statuses
    if status is ClaimStatus.DRAFT:
        return (submit_act(acts, rows), _remove(acts, rows))
    if status is ClaimStatus.SUBMITTED:
        return (check_act(acts, rows), refuse_act(acts, rows), reopen_act(acts, rows))
    if status is ClaimStatus.CHECKED:
        return (pay_act(acts, rows), refuse_act(acts, rows), reopen_act(acts, rows))
    back = translate("Expenses", "Strike the payment")
    strike = Act(back, partial(acts.take_payment_back, rows), "undo")
    return (
        (reopen_act(acts, rows), strike)
        if status is ClaimStatus.PAID
        else (reopen_act(acts, rows),)
    )


def submit_act(acts: ExpenseActs, rows: Rows) -> Act:
    return Act(translate("Expenses", "Hand in"), partial(acts.submit, rows), "check")


def check_act(acts: ExpenseActs, rows: Rows) -> Act:
    """Return the act that finds claims right; one with a blocking finding says so."""
    words = translate("Expenses", "Settle what the findings block first.")
    blocked = any(row.blocking for row in rows)
    text = translate("Expenses", "Found right")
    return Act(text, partial(acts.check, rows), "check", why_not=words if blocked else "")


def refuse_act(acts: ExpenseActs, rows: Rows) -> Act:
    return Act(translate("Expenses", "Refuse…"), partial(acts.ask_refusal, rows), "blocked")


def reopen_act(acts: ExpenseActs, rows: Rows) -> Act:
    return Act(translate("Expenses", "Reopen"), partial(acts.reopen, rows), "unlock")


def pay_act(acts: ExpenseActs, rows: Rows) -> Act:
    return Act(translate("Expenses", "Payment…"), partial(acts.ask_payment, rows), "euro")


def _remove(acts: ExpenseActs, rows: Rows) -> Act:
    text = translate("Expenses", "Delete")
    return Act(text, partial(acts.remove, rows), "delete", manner="danger")
