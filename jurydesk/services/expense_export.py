"""Claims as a workbook: one sheet of claims, one of their lines, amounts as money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.exchange.roster_writer import Column, Kind, RosterTable, write_roster
from jurydesk.finding_text import term
from jurydesk.services.expenses import ALL, ExpenseQuery, ExpenseRow, list_expenses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jurydesk.domain.expenses import ClaimLine
    from jurydesk.exchange.roster_writer import TableValue
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

COLUMNS = (
    ("NUMBER", Kind.INTEGER),
    ("SESSION", Kind.CODE),
    ("DAY", Kind.DATE),
    ("MEMBER", Kind.TEXT),
    ("STATUS", Kind.TEXT),
    ("CLAIMED", Kind.MONEY),
    ("DUE", Kind.MONEY),
    ("PAID", Kind.MONEY),
    ("LEFT", Kind.MONEY),
    ("PAID-ON", Kind.DATE),
    ("REFERENCE", Kind.TEXT),
    ("FINDINGS", Kind.INTEGER),
)
LINE_COLUMNS = (
    ("NUMBER", Kind.INTEGER),
    ("SESSION", Kind.CODE),
    ("MEMBER", Kind.TEXT),
    ("DAY", Kind.DATE),
    ("KIND", Kind.TEXT),
    ("QUANTITY", Kind.DECIMAL),
    ("RATE", Kind.RATE),
    ("CLAIMED", Kind.MONEY),
    ("DUE", Kind.MONEY),
    ("RECEIPTS", Kind.INTEGER),
    ("NOTE", Kind.TEXT),
)


def export_expenses(
    desk: Desk,
    *,
    path: Path,
    wording: Wording,
    query: ExpenseQuery = ALL,
    only: Iterable[int] | None = None,
) -> int:
    """Write claims, those asked for or those with the numbers `only`; return how many.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    rows = list_expenses(desk, query=query)
    if only is not None:
        found = {row.key: row for row in rows}
        rows = tuple(found[number] for number in only if number in found)
    write_roster(path, (claim_table(rows, wording=wording), line_table(rows, wording=wording)))
    return len(rows)


def claim_table(rows: Sequence[ExpenseRow], *, wording: Wording) -> RosterTable:
    """Return claims as a sheet of a workbook, one row each."""
    title = wording.text("EXPENSE-SHEET-CLAIMS")
    values = tuple(_claim(row, wording) for row in rows)
    return RosterTable(title, title, _columns(COLUMNS, wording), values)


def line_table(rows: Sequence[ExpenseRow], *, wording: Wording) -> RosterTable:
    """Return the lines of claims as a sheet, one row each."""
    title = wording.text("EXPENSE-SHEET-LINES")
    values = tuple(_line(row, line, wording) for row in rows for line in row.claim.lines)
    return RosterTable(title, title, _columns(LINE_COLUMNS, wording), values)


def _columns(named: Iterable[tuple[str, Kind]], wording: Wording) -> tuple[Column, ...]:
    return tuple(Column(wording.text(f"EXPENSE-COL-{name}"), kind) for name, kind in named)


def _claim(row: ExpenseRow, wording: Wording) -> tuple[TableValue, ...]:
    claim = row.claim
    last = claim.payments[-1] if claim.payments else None
    return (
        claim.id,
        row.session.code,
        max(row.session.days),
        row.examiner.full_name,
        term("claim", claim.status, wording),
        claim.claimed,
        claim.due,
        claim.paid,
        claim.outstanding,
        last.day if last else None,
        ", ".join(one.reference for one in claim.payments if one.reference),
        len(row.findings),
    )


def _line(row: ExpenseRow, line: ClaimLine, wording: Wording) -> tuple[TableValue, ...]:
    return (
        row.claim.id,
        row.session.code,
        row.examiner.full_name,
        line.day,
        term("expense", line.kind, wording),
        line.quantity,
        line.rate,
        line.claimed,
        line.due,
        len(row.claim.receipts_of(line.number)),
        line.note,
    )
