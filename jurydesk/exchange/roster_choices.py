"""What a person decided about a file before it is read: sheets, headings, columns, cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, Workbook

Layouts = Mapping[str, Mapping[str, str]]
"""Per layout, the field of each heading (or column letter) as it was last time; empty: none."""


class CellPlace(NamedTuple):
    """Where a cell stands in the file."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What was decided about one sheet."""

    is_read: bool = True
    header_row: int = 0
    """Number of the row of headings; 0: it is looked for."""
    columns: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Fields of columns by their number; an empty field: not taken over."""

    def reading(self, *, is_read: bool) -> SheetChoice:
        """Read the sheet, or leave it out."""
        return replace(self, is_read=is_read)

    def under(self, row: int) -> SheetChoice:
        """Take a row for that of the headings; what was said of the columns no longer holds."""
        return SheetChoice(self.is_read, row)


@dataclass(frozen=True, slots=True)
class FileChoices:
    """What was decided about one file."""

    sheets: Mapping[str, SheetChoice] = field(default_factory=lambda: MappingProxyType({}))
    cells: Mapping[CellPlace, str] = field(default_factory=lambda: MappingProxyType({}))
    """What a person typed in the place of a cell."""
    headings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Fields by heading or column letter, for every sheet."""
    only: str | None = None
    """The one sheet to read, by its name; it may be hidden."""

    def sheet(self, title: str) -> SheetChoice:
        """Return what was decided about a sheet."""
        return self.sheets.get(title, SheetChoice())


def corrected(book: Workbook, cells: Mapping[CellPlace, str]) -> Workbook:
    """Return the file as if a person had typed these texts into it."""
    if not cells:
        return book
    of_row: dict[tuple[str, int], dict[int, str]] = {}
    for place, text in cells.items():
        of_row.setdefault((place.sheet, place.row), {})[place.column] = text
    return replace(book, sheets=tuple(_corrected(sheet, of_row) for sheet in book.sheets))


def _corrected(sheet: RawSheet, of_row: Mapping[tuple[str, int], Mapping[int, str]]) -> RawSheet:
    rows = tuple(
        _with_texts(row, of_row[sheet.title, row.number])
        if (sheet.title, row.number) in of_row
        else row
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _with_texts(row: RawRow, texts: Mapping[int, str]) -> RawRow:
    cells = {cell.column: cell for cell in row.cells}
    for column, text in texts.items():
        comment = cells[column].comment if column in cells else ""
        cells[column] = RawCell(column, text or None, text, comment)
    return replace(row, cells=tuple(cells[column] for column in sorted(cells)))
