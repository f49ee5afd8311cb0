"""A workbook as read, free of the library that read it: sheets, rows and cells, nothing guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

CellValue = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell. `text` is what was typed, or what a person would read of a number or a date."""

    column: int
    value: CellValue = None
    text: str = ""
    comment: str = ""
    is_formula: bool = False
    """A true formula: `value` is what it last gave. A text that starts with = is not one."""
    is_error: bool = False
    """`#REF!` and the like."""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing can be read in it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that has at least one cell; `cells` are in the order of the columns, with gaps."""

    number: int
    cells: tuple[RawCell, ...]

    def cell(self, column: int) -> RawCell:
        """Return the cell of a column, an empty one where there is none."""
        found = (cell for cell in self.cells if cell.column == column)
        return next(found, RawCell(column))

    @property
    def filled(self) -> tuple[RawCell, ...]:
        """Return the cells in which something can be read."""
        return tuple(cell for cell in self.cells if not cell.is_blank)


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet; rows without any cell are not in it."""

    title: str
    rows: tuple[RawRow, ...]
    hidden: bool = False

    def below(self, number: int) -> tuple[RawRow, ...]:
        """Return the rows under a row."""
        return tuple(row for row in self.rows if row.number > number)


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of one file, hidden ones included and marked."""

    name: str
    sheets: tuple[RawSheet, ...]

    @property
    def visible(self) -> tuple[RawSheet, ...]:
        """Return the sheets that a person sees."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden)


def column_letter(column: int) -> str:
    """Name a column as spreadsheets do: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
