"""Writes rosters as an administrator wants them: typed cells, filters, ready to print, safe."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from jurydesk.exchange.names import is_formula_like
from jurydesk.exchange.roster_table import (
    CellMark,
    Column,
    Kind,
    RosterTable,
    TableValue,
    unique_headings,
    unique_titles,
)
from jurydesk.exchange.safe_files import write_file
from jurydesk.exchange.workbook import column_letter

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["CellMark", "Column", "Kind", "RosterTable", "TableValue", "write_roster"]

HEADER_ROW = 4
LONGEST_TEXT = 32_000
"""Excel's own limit is 32 767 characters."""
_NARROWEST, _WIDEST = 8, 52
_FIRST_DAY = date(1900, 3, 1)
"""Excel believes in a 29 February 1900: earlier days are written as text."""
_FORMATS = {
    Kind.TEXT: "@", Kind.CODE: "@", Kind.FLAG: "@", Kind.DATE: "dd/mm/yyyy", Kind.TIME: "hh:mm",
    Kind.INTEGER: "0", Kind.DECIMAL: "0.00", Kind.AS_IS: "General",
}  # fmt: skip
_CENTRED = frozenset({Kind.CODE, Kind.DATE, Kind.TIME, Kind.FLAG})
_FONT = "Calibri"
_INK, _GREY, _HEADER, _LINE, _BAD = "1F2430", "6B7280", "E8ECF4", "C9D1E0", "FCE3DD"


def write_roster(path: Path, tables: tuple[RosterTable, ...]) -> None:
    """Write one workbook, a sheet per table; the file is replaced in one step.

    Raises:
        EnvironmentFailure: it could not be written; what was there before still is.
    """
    write_file(path, roster_bytes(tables))


def roster_bytes(tables: tuple[RosterTable, ...]) -> bytes:
    """Return the workbook as the bytes of its file."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    titles = unique_titles(tables)
    for number, (title, table) in enumerate(zip(titles, tables, strict=True), 1):
        _write_sheet(book.create_sheet(title), table, number)
    book.properties.creator = ""
    book.properties.title = tables[0].title if tables else ""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write_sheet(sheet: Worksheet, table: RosterTable, number: int) -> None:
    headings = unique_headings(table.columns)
    _write_title(sheet, table)
    _write_headings(sheet, headings)
    for line, row in enumerate(table.rows, HEADER_ROW + 1):
        for position, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            if value is not None and value != "":
                _write_value(_cell(sheet, line, position), value, column.kind, table.flags)
    _point_at(sheet, table)
    _make_faint(sheet, table)
    _format_columns(sheet, table, headings)
    _add_table(sheet, table, number)
    _set_up_print(sheet, table)


def _write_title(sheet: Worksheet, table: RosterTable) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 -- slow import

    for row, text, font in (
        (1, table.title, Font(_FONT, 15, bold=True, color=_INK)),
        (2, table.subtitle, Font(_FONT, 10, color=_GREY)),
    ):
        cell = _cell(sheet, row, 1)
        _put_text(cell, text)
        cell.font = font
    sheet.row_dimensions[1].height = 24


def _write_headings(sheet: Worksheet, headings: tuple[str, ...]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 -- slow import

    for position, heading in enumerate(headings, 1):
        cell = _cell(sheet, HEADER_ROW, position)
        _put_text(cell, heading)
        cell.font = Font(_FONT, 11, bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_HEADER)
        cell.border = Border(bottom=Side("medium", color=_LINE))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[HEADER_ROW].height = 32


def _write_value(cell: Cell, value: TableValue, kind: Kind, flags: tuple[str, str]) -> None:
    if isinstance(value, bool):
        _put_text(cell, flags[0] if value else flags[1])
    elif isinstance(value, date):
        _put_date(cell, value)
    elif isinstance(value, time):
        cell.value = value
        cell.number_format = _FORMATS[Kind.TIME]
    elif isinstance(value, int | float | Decimal) and kind not in {Kind.TEXT, Kind.CODE}:
        _put_number(cell, value, kind)
    else:
        _put_text(cell, str(value))
    _align(cell, kind)


def _align(cell: Cell, kind: Kind) -> None:
    from openpyxl.styles import Alignment  # noqa: PLC0415 -- slow import

    if kind in _CENTRED:
        cell.alignment = Alignment(horizontal="center", vertical="top")
    elif isinstance(cell.value, str) and "\n" in cell.value:
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    # Nothing is merged here
    return cast("Cell", sheet.cell(row, column))


def _put_text(cell: Cell, text: str) -> None:
    """Write a text that stays one: never a formula, here or when the person edits the cell."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 -- slow import

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


def _put_number(cell: Cell, value: float | Decimal, kind: Kind) -> None:
    cell.value = value
    cell.number_format = _FORMATS[kind]


def _point_at(sheet: Worksheet, table: RosterTable) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 -- slow import
    from openpyxl.styles import PatternFill  # noqa: PLC0415 -- slow import

    for mark in table.marks:
        cell = sheet.cell(HEADER_ROW + 1 + mark.row, mark.column + 1)
        cell.fill = PatternFill("solid", fgColor=_BAD)
        cell.comment = Comment(mark.comment[:LONGEST_TEXT], "", height=110, width=320)


def _make_faint(sheet: Worksheet, table: RosterTable) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 -- slow import

    for index in table.faint_rows:
        for position in range(1, len(table.columns) + 1):
            cell = sheet.cell(HEADER_ROW + 1 + index, position)
            cell.font = Font(_FONT, 11, italic=True, color=_GREY)
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _format_columns(sheet: Worksheet, table: RosterTable, headings: tuple[str, ...]) -> None:
    """Give each column its width, and its format to the cells that people will fill below."""
    for index, (column, heading) in enumerate(zip(table.columns, headings, strict=True)):
        dimension = sheet.column_dimensions[column_letter(index + 1)]
        dimension.width = column.width or _width(heading, [row[index] for row in table.rows])
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


def _add_table(sheet: Worksheet, table: RosterTable, number: int) -> None:
    from openpyxl.worksheet.table import Table, TableStyleInfo  # noqa: PLC0415 -- slow import

    last = column_letter(len(table.columns))
    # A table needs one row under its headings, be it empty
    bottom = HEADER_ROW + max(len(table.rows), 1)
    listed = Table(displayName=f"Roster{number}", ref=f"A{HEADER_ROW}:{last}{bottom}")
    listed.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(listed)
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"


def _set_up_print(sheet: Worksheet, table: RosterTable) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 -- slow import

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    footer = sheet.oddFooter
    # An empty footer is false
    if footer is not None:
        footer.left.text = table.title.replace("&", "&&")
        footer.right.text = "&P/&N"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
