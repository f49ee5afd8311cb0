"""One row under its headings: takes each field with its reader and gathers what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jurydesk.exchange.folding import squeeze
from jurydesk.exchange.readings import BadCell, Issue, Read, RejectedRow
from jurydesk.exchange.workbook import RawCell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jurydesk.exchange.readings import ColumnUse
    from jurydesk.exchange.workbook import RawRow

T = TypeVar("T")


def under_heading(heading: str, text: str) -> str:
    """Write a text of a cell as it is kept in the notes of a person.

    In the signs of French whatever language the program speaks: a roster that is read again in
    the other language would seem changed.
    """
    return f"{heading}\u00a0: {text}" if heading else text


class RowCells:
    """The cells of one row by field; remembers every doubt and every cell that cannot be read."""

    def __init__(self, row: RawRow, columns: Sequence[ColumnUse]) -> None:
        """Look at `row` through the columns of its sheet."""
        self._row = row
        self._columns = columns
        self._by_field = {column.field: column for column in columns if column.field}
        self._issues: list[tuple[BadCell, bool]] = []
        # Before anything is read: a reader sees an empty cell there and finds nothing wrong with it
        for field in self._by_field:
            self._note_hidden(field)

    @property
    def number(self) -> int:
        """Return the number of the row in the sheet."""
        return self._row.number

    @property
    def doubts(self) -> tuple[BadCell, ...]:
        """Return what a person should look at."""
        return tuple(cell for cell, grave in self._issues if not grave)

    @property
    def is_readable(self) -> bool:
        """Tell whether no cell forbids to take the row over."""
        return not any(grave for _, grave in self._issues)

    @property
    def comments(self) -> tuple[str, ...]:
        """Return the comments pinned to the cells, with the heading they stand under."""
        return tuple(
            under_heading(self._heading(cell.column), cell.comment)
            for cell in self._row.cells
            if cell.comment
        )

    def has(self, field: str) -> bool:
        """Tell whether the sheet has a column for the field."""
        return field in self._by_field

    def is_settled(self, field: str) -> bool:
        """Tell whether nothing was found wrong with the cell of a field."""
        position = self._by_field[field].position if field in self._by_field else 0
        return all(cell.position != position for cell, _ in self._issues)

    def heading(self, field: str) -> str:
        """Return the heading of a field's column, empty where the sheet has none."""
        column = self._by_field.get(field)
        return column.heading if column else ""

    def raw(self, field: str) -> RawCell:
        """Return the cell of a field; what a formula or an error hides is an empty one."""
        column = self._by_field.get(field)
        cell = self._row.cell(column.position) if column else RawCell(0)
        is_hidden = cell.is_error or (cell.is_formula and cell.value is None)
        return RawCell(cell.column) if is_hidden else cell

    def text(self, field: str) -> str:
        """Return the text of a field with its spaces squeezed."""
        return squeeze(self.raw(field).text)

    def take(self, field: str, reader: Callable[[RawCell], Read[T]]) -> T:
        """Read a field and remember what is wrong with it."""
        read = reader(self.raw(field))
        if read.issue is not None:
            self.note(field, read.issue)
        return read.value

    def note(self, field: str, issue: Issue) -> None:
        """Remember what is wrong with a field."""
        column = self._by_field.get(field)
        cell = self._row.cell(column.position) if column else RawCell(0)
        heading = column.heading if column else ""
        figures = (*issue.figures, ("value", cell.text), ("column", heading))
        bad = BadCell(heading, cell.text, issue.code, figures, cell.column)
        self._issues.append((bad, issue.grave))

    def rejection(self) -> RejectedRow:
        """Return the row as rejected: every cell that is wrong, the worst first, and all values."""
        ordered = sorted(self._issues, key=lambda entry: (not entry[1], entry[0].position))
        values = tuple(self._row.cell(column.position).value for column in self._columns)
        return RejectedRow(self.number, tuple(cell for cell, _ in ordered), values)

    def _note_hidden(self, field: str) -> None:
        column = self._by_field.get(field)
        cell = self._row.cell(column.position) if column else RawCell(0)
        if cell.is_error:
            self.note(field, Issue("CELL-71"))
        elif cell.is_formula and cell.value is None:
            self.note(field, Issue("CELL-70"))

    def _heading(self, position: int) -> str:
        return next((c.heading for c in self._columns if c.position == position), "")
