"""Columns and filters of the list of claims; how each state of a claim looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.expenses import ClaimStatus
from jurydesk.domain.findings import Severity
from jurydesk.services.expenses import ExpenseRow
from jurydesk.ui.models.columns import Column, name_key
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import gravest, short_day, term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

Columns = tuple[Column[ExpenseRow], ...]
STATUS_LOOKS: dict[ClaimStatus, tuple[str, Tone]] = {
    ClaimStatus.DRAFT: ("edit", "muted"),
    ClaimStatus.SUBMITTED: ("half", "accent"),
    ClaimStatus.CHECKED: ("euro", "warning"),
    ClaimStatus.REFUSED: ("blocked", "danger"),
    ClaimStatus.PAID: ("check", "success"),
}
FINDING_LOOKS: dict[Severity | None, tuple[str, Tone]] = {
    Severity.BLOCKING: ("blocked", "danger"),
    Severity.NEEDS_REASON: ("reason", "warning"),
    Severity.WARNING: ("warning", "warning"),
    None: ("check-circle", "success"),
}
YEARS = 4
"""Of the filters; older claims are found by the search."""


def claim_columns(wording: Wording) -> Columns:
    """Return what the list shows of each claim."""
    return (*_who(wording), *_money(wording), *_rest(wording))


def claim_filters(
    rows: Sequence[ExpenseRow], wording: Wording
) -> tuple[RowFilter[ExpenseRow], ...]:
    """Return filters by state and by year, those that some claim passes."""
    states = {row.claim.status for row in rows}
    years = sorted({row.year for row in rows}, reverse=True)[:YEARS]
    return (
        *(
            RowFilter(str(one), term(wording, "claim", one), partial(_has_status, one), "status")
            for one in ClaimStatus
            if one in states
        ),
        *(
            RowFilter(f"year-{year}", str(year), partial(_is_of_year, year), "year")
            for year in (years if len(years) > 1 else ())
        ),
    )


def _who(wording: Wording) -> Columns:
    return (
        Column(
            "member",
            translate("Expenses", "Member"),
            lambda row: row.examiner.full_name,
            lambda row: name_key(row.examiner.last_name, row.examiner.first_name),
            stretches=True,
            width=20,
        ),
        Column(
            "session",
            translate("Expenses", "Session"),
            lambda row: row.session.code,
            width=11,
        ),
        Column(
            "status",
            translate("Expenses", "State"),
            lambda row: term(wording, "claim", row.claim.status),
            lambda row: list(ClaimStatus).index(row.claim.status),
            icon=lambda row: STATUS_LOOKS[row.claim.status][0],
            tone=lambda row: STATUS_LOOKS[row.claim.status][1],
            is_chip=True,
            width=13,
        ),
    )


def _money(wording: Wording) -> Columns:
    return (
        _amount("due", translate("Expenses", "Due"), lambda row: row.claim.due, wording),
        _amount(
            "left", translate("Expenses", "Left to pay"), lambda row: row.claim.outstanding, wording
        ),
    )


def _amount(
    name: str, title: str, amount: Callable[[ExpenseRow], Decimal], wording: Wording
) -> Column[ExpenseRow]:
    return Column(
        name,
        title,
        lambda row: wording.money(amount(row)),
        amount,
        side="right",
        is_tabular=True,
        is_searched=False,
        width=12,
    )


def _rest(wording: Wording) -> Columns:
    paid = _amount("paid", translate("Expenses", "Paid"), lambda row: row.claim.paid, wording)
    return (
        Column(
            "findings",
            translate("Expenses", "Findings"),
            lambda row: str(len(row.findings)) if row.findings else "",
            lambda row: (-row.blocking, -len(row.findings)),
            icon=lambda row: FINDING_LOOKS[gravest(row.findings)][0],
            tone=lambda row: FINDING_LOOKS[gravest(row.findings)][1],
            is_searched=False,
            width=9,
        ),
        replace(paid, is_hidden=True),
        Column(
            "day",
            translate("Expenses", "Date"),
            lambda row: short_day(wording, max(row.session.days)),
            lambda row: max(row.session.days),
            is_tabular=True,
            is_hidden=True,
            width=11,
        ),
        Column(
            "reference",
            translate("Expenses", "Payment"),
            lambda row: ", ".join(one.reference for one in row.claim.payments if one.reference),
            is_hidden=True,
            width=16,
        ),
        Column(
            "receipts",
            translate("Expenses", "Receipts"),
            lambda row: str(len(row.claim.receipts) or ""),
            lambda row: len(row.claim.receipts),
            side="right",
            is_tabular=True,
            is_hidden=True,
            is_searched=False,
            width=10,
        ),
        Column(
            "number",
            translate("Expenses", "No."),
            lambda row: str(row.key),
            lambda row: row.key,
            side="right",
            is_tabular=True,
            is_hidden=True,
            width=6,
        ),
    )


def _has_status(status: ClaimStatus, row: ExpenseRow) -> bool:
    return row.claim.status is status


def _is_of_year(year: int, row: ExpenseRow) -> bool:
    return row.year == year
