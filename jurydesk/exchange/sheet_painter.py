"""Lays one table out on a sheet of openpyxl: typed cells, filters, ready to print, no formula."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo

from jurydesk.exchange.names import is_formula_like
from jurydesk.exchange.roster_table import (
    HEADER_ROW,
    Kind,
    RosterTable,
    TableValue,
    unique_headings,
)
from jurydesk.exchange.workbook import column_letter

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_TEXT = 32_000
"""Excel's own limit is 32 767 characters."""
_NARROWEST, _WIDEST = 8, 52
_PAGE_WIDTH = 190
"""Characters that an A4 page holds across at a size that can be read."""
_REPEATED_WIDTH = 70
_LINE_HEIGHT, _TALLEST = 15, 405
"""In points; Excel allows 409."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel believes in a 29 February 1900: earlier days are written as text."""
_FORMATS = {
    Kind.TEXT: "@", Kind.CODE: "@", Kind.FLAG: "@", Kind.DATE: "dd/mm/yyyy", Kind.TIME: "hh:mm",
    Kind.INTEGER: "0", Kind.DECIMAL: "0.00", Kind.AS_IS: "General",
    Kind.MONEY: '#,##0.00"\u00a0€"', Kind.RATE: '#,##0.00##"\u00a0€"',
}  # fmt: skip
_CENTRED = frozenset({Kind.CODE, Kind.DATE, Kind.TIME, Kind.FLAG})
_FONT = "Calibri"
_INK, _GREY, _HEADER, _LINE, _BAD = "1F2430", "6B7280", "E8ECF4", "C9D1E0", "FCE3DD"
_HEADER_HEIGHT, _TITLE_HEIGHT = 32, 24
_A4 = 9


def paint_sheet(sheet: Worksheet, table: RosterTable, number: int) -> None:
    """Write a table on an empty sheet; `number` tells its name from the others of the book."""
    _write_title(sheet, table)
    _write_headings(sheet, unique_headings(table.columns))
    for line, row in enumerate(table.rows, HEADER_ROW + 1):
        for position, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            if value is not None and value != "":
                _write_value(_cell(sheet, line, position), value, column.kind, table.flags)
    _point_at(sheet, table)
    _make_faint(sheet, table)
    widths = column_widths(table)
    _format_columns(sheet, table, widths)
    _set_heights(sheet, table, widths)
    _add_table(sheet, table, number)
    _set_up_print(sheet, table, widths)


def column_widths(table: RosterTable) -> tuple[int, ...]:
    """Return the width of each column in characters, from what stands in it."""
    headings = unique_headings(table.columns)
    return tuple(
        column.width or _width(heading, [row[index] for row in table.rows])
        for index, (column, heading) in enumerate(zip(table.columns, headings, strict=True))
    )


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    # Nothing is merged here
    return cast("Cell", sheet.cell(row, column))


def _write_title(sheet: Worksheet, table: RosterTable) -> None:
    for row, text, font in (
        (1, table.title, Font(_FONT, 15, bold=True, color=_INK)),
        (2, table.subtitle, Font(_FONT, 10, color=_GREY)),
    ):
        cell = _cell(sheet, row, 1)
        _put_text(cell, text)
        cell.font = font
    sheet.row_dimensions[1].height = _TITLE_HEIGHT


def _write_headings(sheet: Worksheet, headings: tuple[str, ...]) -> None:
    for position, heading in enumerate(headings, 1):
        cell = _cell(sheet, HEADER_ROW, position)
        _put_text(cell, heading)
        cell.font = Font(_FONT, 11, bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_HEADER)
        cell.border = Border(bottom=Side("medium", color=_LINE))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT


def _write_value(cell: Cell, value: TableValue, kind: Kind, flags: tuple[str, str]) -> None:
    if isinstance(value, bool):
        _put_text(cell, flags[0] if value else flags[1])
    elif isinstance(value, date):
        _put_date(cell, value)
    elif isinstance(value, time):
        cell.value = value
        cell.number_format = _FORMATS[Kind.TIME]
    elif isinstance(value, int | float | Decimal) and kind not in {Kind.TEXT, Kind.CODE}:
        cell.value = value
        cell.number_format = _FORMATS[kind]
    else:
        _put_text(cell, str(value))
    _align(cell, kind)


def _align(cell: Cell, kind: Kind) -> None:
    if kind in _CENTRED:
        cell.alignment = Alignment(horizontal="center", vertical="top")
    else:
        wrapped = isinstance(cell.value, str) and "\n" in cell.value
        cell.alignment = Alignment(vertical="top", wrap_text=wrapped)


def _put_text(cell: Cell, text: str) -> None:
    """Write a text that stays one: never a formula, here or when the person edits the cell."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:LONGEST_TEXT]
    # Set after the value, which would make a formula of « =… »
    cell.data_type = "s"
    cell.number_format = _FORMATS[Kind.TEXT]
    if is_formula_like(text):
        # The apostrophe of Excel: the cell stays text when somebody edits it
        cell.quotePrefix = True


def _put_date(cell: Cell, value: date) -> None:
    day = value.date() if isinstance(value, datetime) else value
    if day < _FIRST_DAY:
        _put_text(cell, day.strftime("%d/%m/%Y"))
        return
    cell.value = day
    cell.number_format = _FORMATS[Kind.DATE]


def _point_at(sheet: Worksheet, table: RosterTable) -> None:
    for mark in table.marks:
        cell = sheet.cell(HEADER_ROW + 1 + mark.row, mark.column + 1)
        cell.fill = PatternFill("solid", fgColor=_BAD)
        cell.comment = Comment(mark.comment[:LONGEST_TEXT], "", height=110, width=320)


def _make_faint(sheet: Worksheet, table: RosterTable) -> None:
    for index in table.faint_rows:
        for position in range(1, len(table.columns) + 1):
            cell = sheet.cell(HEADER_ROW + 1 + index, position)
            cell.font = Font(_FONT, 11, italic=True, color=_GREY)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _format_columns(sheet: Worksheet, table: RosterTable, widths: tuple[int, ...]) -> None:
    """Give each column its width, and its format to the cells that people will fill below."""
    for position, (column, width) in enumerate(zip(table.columns, widths, strict=True), 1):
        dimension = sheet.column_dimensions[column_letter(position)]
        dimension.width = width
        dimension.number_format = _FORMATS[column.kind]


def _width(heading: str, values: list[TableValue]) -> int:
    # The filter's button takes room beside the heading
    longest = max((len(word) for word in heading.split()), default=0) + 4
    for value in values:
        shown = value.split("\n") if isinstance(value, str) else [_shown(value)]
        longest = max(longest, *(len(line) + 2 for line in shown))
    return min(max(longest, _NARROWEST), _WIDEST)


def _shown(value: TableValue) -> str:
    if value is None:
        return ""
    return "dd/mm/yyyy" if isinstance(value, date) else str(value)


def _set_heights(sheet: Worksheet, table: RosterTable, widths: tuple[int, ...]) -> None:
    """Make room for texts of several lines: not every program does it by itself."""
    for index, row in enumerate(table.rows):
        lines = max(
            (
                sum(ceil(max(len(line), 1) / width) for line in value.split("\n"))
                for value, width in zip(row, widths, strict=True)
                if isinstance(value, str) and ("\n" in value or index in table.faint_rows)
            ),
            default=1,
        )
        if lines > 1:
            height = min(lines * _LINE_HEIGHT, _TALLEST)
            sheet.row_dimensions[HEADER_ROW + 1 + index].height = height


def _add_table(sheet: Worksheet, table: RosterTable, number: int) -> None:
    last = column_letter(len(table.columns))
    # A table needs one row under its headings, be it empty
    bottom = HEADER_ROW + max(len(table.rows), 1)
    listed = Table(displayName=f"Roster{number}", ref=f"A{HEADER_ROW}:{last}{bottom}")
    listed.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(listed)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"


def _set_up_print(sheet: Worksheet, table: RosterTable, widths: tuple[int, ...]) -> None:
    """Fit the columns on one page across, or on as many as it takes to read them."""
    pages = max(1, ceil(sum(widths) / _PAGE_WIDTH))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = pages
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    if pages > 1:
        sheet.print_title_cols = f"A:{column_letter(_repeated_columns(widths))}"
    footer = sheet.oddFooter
    # An empty footer is false
    if footer is not None:
        footer.left.text = table.title.replace("&", "&&")
        footer.right.text = "&P/&N"
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def _repeated_columns(widths: tuple[int, ...]) -> int:
    """Return how many leading columns name a row and stay short enough to repeat."""
    short = sum(total <= _REPEATED_WIDTH for total in accumulate(widths))
    return max(short, 1)
