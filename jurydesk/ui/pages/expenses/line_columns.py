"""Columns of the lines of a claim, and of the rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.expenses import SPENT, ClaimLine, ExpenseKind, Rate
from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.words import sentence_case, short_day, term

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.expenses import Claim
    from jurydesk.wording import Wording

KINDS = list(ExpenseKind)


def line_columns(wording: Wording, claim: Callable[[], Claim]) -> tuple[Column[ClaimLine], ...]:
    """Return what the editor shows of each line; `claim` is the one in view."""
    return (
        Column(
            "day",
            translate("Expenses", "Date"),
            lambda line: short_day(wording, line.day),
            lambda line: line.day,
            is_tabular=True,
            width=11,
        ),
        Column(
            "kind",
            translate("Expenses", "Expense"),
            lambda line: _what(wording, line),
            icon=lambda line: "lock" if line.derived else "",
            tone=lambda line: "plain",
            tooltip=lambda line: _why_locked(line) or _what(wording, line),
            stretches=True,
            width=20,
        ),
        *_figures(wording),
        Column(
            "receipts",
            translate("Expenses", "Receipt"),
            lambda line: _proof(claim(), line),
            icon=lambda line: "warning" if _lacks(claim(), line) else "",
            tone=lambda line: "danger" if _lacks(claim(), line) else "plain",
            width=10,
        ),
    )


def _figures(wording: Wording) -> tuple[Column[ClaimLine], ...]:
    texts: tuple[tuple[str, str, Callable[[ClaimLine], str], int], ...] = (
        (
            "quantity",
            translate("Expenses", "Quantity"),
            lambda line: wording.number(line.quantity),
            8,
        ),
        ("rate", translate("Expenses", "Rate"), lambda line: _rate(wording, line), 12),
        (
            "claimed",
            translate("Expenses", "Claimed"),
            lambda line: wording.money(line.claimed),
            10,
        ),
        ("due", translate("Expenses", "Due"), lambda line: wording.money(line.due), 10),
    )
    return tuple(
        Column(name, title, text, side="right", is_tabular=True, is_searched=False, width=width)
        for name, title, text, width in texts
    )


def rate_columns(wording: Wording) -> tuple[Column[Rate], ...]:
    """Return what the list of rates shows."""
    return (
        Column(
            "kind",
            translate("Expenses", "Expense"),
            lambda rate: term(wording, "expense", rate.kind),
            lambda rate: KINDS.index(rate.kind),
            stretches=True,
            width=24,
        ),
        Column(
            "amount",
            translate("Expenses", "Amount"),
            lambda rate: rate_text(wording, rate),
            lambda rate: rate.amount,
            side="right",
            is_tabular=True,
            width=14,
        ),
        Column(
            "seat",
            translate("Expenses", "For"),
            lambda rate: seat_text(wording, rate.seat),
            width=18,
        ),
        Column(
            "since",
            translate("Expenses", "From"),
            lambda rate: short_day(wording, rate.since),
            lambda rate: rate.since,
            is_tabular=True,
            width=11,
        ),
        Column(
            "until",
            translate("Expenses", "Until"),
            lambda rate: short_day(wording, rate.until),
            is_tabular=True,
            width=11,
        ),
        Column("note", translate("Expenses", "Remark"), lambda rate: rate.note, width=20),
    )


def kind_text(wording: Wording, line: ClaimLine) -> str:
    """Return « Demi-journée, matin »."""
    kind = term(wording, "expense", line.kind)
    return f"{kind}, {wording.text(f'half_day.{line.half_day}')}" if line.half_day else kind


def rate_text(wording: Wording, rate: Rate) -> str:
    """Return the amount of a rate; of a ceiling that it is one."""
    amount = wording.rate(rate.amount)
    if rate.kind not in SPENT:
        return amount
    return translate("Expenses", "max. {amount}").format(amount=amount)


def seat_text(wording: Wording, seat: str) -> str:
    """Return the seat that a rate is for."""
    if not seat:
        return translate("Expenses", "All seats")
    name = f"seat.{seat}"
    return sentence_case(wording.text(name)) if wording.has(name) else seat


def _what(wording: Wording, line: ClaimLine) -> str:
    return " · ".join(filter(None, (kind_text(wording, line), line.note)))


def _rate(wording: Wording, line: ClaimLine) -> str:
    if line.rate is None:
        return ""
    amount = wording.rate(line.rate)
    if line.kind not in SPENT:
        return amount
    return translate("Expenses", "max. {amount}").format(amount=amount)


def _why_locked(line: ClaimLine) -> str:
    if not line.derived:
        return ""
    return translate("Expenses", "Follows from the presence: correct that, or the rate.")


def _proof(claim: Claim, line: ClaimLine) -> str:
    count = len(claim.receipts_of(line.number))
    if count:
        return str(count)
    return translate("Expenses", "missing") if _lacks(claim, line) else ""


def _lacks(claim: Claim, line: ClaimLine) -> bool:
    return line.needs_receipt and bool(line.claimed) and not claim.receipts_of(line.number)
