"""Rates, claims and statements as tables for a terminal, and as documents for `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.documents_as_json import finding_documents, plain
from jurydesk.cli.tables import table
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jurydesk.domain.expenses import ClaimLine, Rate, Totals
    from jurydesk.services.expenses import ExpenseRow, Statement
    from jurydesk.wording import Wording

Json = dict[str, object]


def rate_lines(rates: Iterable[Rate], words: Wording) -> list[str]:
    """Return the rates as a table."""
    rows = [
        (
            rate.id,
            term("expense", rate.kind, words),
            words.rate(rate.amount),
            words.short_date(rate.since),
            words.short_date(rate.until) if rate.until else "",
            term("seat", rate.seat, words) if rate.seat else "",
            rate.note,
        )
        for rate in rates
    ]
    heads = ("NUMBER", "EXPENSE", "RATE", "SINCE", "UNTIL", "SEAT", "NOTE")
    return table(_heads(words, heads), rows)


def statement_lines(statement: Statement, words: Wording) -> list[str]:
    """Return claims as a table, with what they add up to."""
    rows = [
        (
            row.claim.id,
            row.session.code,
            row.examiner.full_name,
            term("claim", row.claim.status, words),
            *map(words.money, (row.claim.due, row.claim.paid, row.claim.outstanding)),
            row.blocking or "",
        )
        for row in statement.rows
    ]
    heads = ("NUMBER", "SESSION", "EXAMINER", "STATE", "OWED", "PAID", "OUTSTANDING", "BLOCKING")
    sums = statement.totals
    figures = {
        "expected": words.money(sums.expected),
        "due": words.money(sums.due),
        "paid": words.money(sums.paid),
        "left": words.money(sums.outstanding),
    }
    total = words.text("CLI-EXPENSES-TOTAL", **figures)
    return [*table(_heads(words, heads), rows), "", total]


def statement_document(statement: Statement, words: Wording) -> Json:
    """Return claims with their findings, and what they add up to by person and in all."""
    return {
        "claims": [claim_document(row, words) for row in statement.rows],
        "people": [
            {"examiner": person.full_name, **_totals(sums)} for person, sums in statement.by_person
        ],
        "totals": _totals(statement.totals),
    }


def claim_lines(row: ExpenseRow, words: Wording) -> list[str]:
    """Return the lines of one claim as a table, then its receipts and payments."""
    claim = row.claim
    heads = ("NUMBER", "DAY", "EXPENSE", "QUANTITY", "RATE", "CLAIMED", "OWED", "RECEIPTS", "NOTE")
    lines = table(_heads(words, heads), [_line(line, row, words) for line in claim.lines])
    receipts = [(one.number, one.line or "", one.name) for one in claim.receipts]
    if receipts:
        lines += ["", *table(_heads(words, ("NUMBER", "LINE", "NAME")), receipts)]
    payments = [
        (words.short_date(one.day), words.money(one.amount), one.reference)
        for one in claim.payments
    ]
    if payments:
        lines += ["", *table(_heads(words, ("DAY", "PAID", "REFERENCE")), payments)]
    return lines


def claim_document(row: ExpenseRow, words: Wording) -> Json:
    """Return everything that is known of one claim."""
    claim = row.claim
    return {
        "claim": plain(claim),
        "examiner": row.examiner.full_name,
        "session": row.session.code,
        "claimed": plain(claim.claimed),
        "due": plain(claim.due),
        "paid": plain(claim.paid),
        "outstanding": plain(claim.outstanding),
        "findings": finding_documents(row.findings, words),
    }


def _line(line: ClaimLine, row: ExpenseRow, words: Wording) -> Sequence[object]:
    return (
        line.number,
        words.short_date(line.day),
        term("expense", line.kind, words),
        words.number(line.quantity),
        words.rate(line.rate) if line.rate is not None else "",
        words.money(line.claimed),
        words.money(line.due),
        len(row.claim.receipts_of(line.number)) or "",
        line.note,
    )


def _totals(sums: Totals) -> Json:
    return {
        "expected": plain(sums.expected),
        "due": plain(sums.due),
        "paid": plain(sums.paid),
        "outstanding": plain(sums.outstanding),
    }


def _heads(words: Wording, names: Iterable[str]) -> list[str]:
    return [words.text(f"COL-{name}") for name in names]
