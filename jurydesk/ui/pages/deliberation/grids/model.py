"""The grids of one candidate as a table: lines down, members across, the common grid last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from jurydesk.domain.scales import ScaleKind
from jurydesk.ui.models.row_table_model import ACCESSIBLE, ALIGNMENT, DISPLAY, TOOLTIP

if TYPE_CHECKING:
    from jurydesk.domain.grids import GridItem, Mark
    from jurydesk.services.grid_board import GridBoard, GridColumn
    from jurydesk.wording import Wording

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
FACE = int(Qt.ItemDataRole.FontRole)
CLOSED = "–"
"""Stands in the cells of whoever may not mark."""
DISCUSS = "● "
"""Stands before a line on which the members differ."""
NOTED = "\u00a0*"
"""Stands behind a mark that has a note."""


class GridModel(QAbstractTableModel):
    """Shows a `GridBoard`; whoever may not mark has an empty column that says why."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._wording = wording
        self.board: GridBoard | None = None

    def show(self, board: GridBoard | None) -> None:
        """Show these grids; the cursor stays where the table is the same."""
        before, self.board = self.board, board
        if before and board and _shape(before) == _shape(board):
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.endResetModel()

    def columns(self) -> tuple[GridColumn, ...]:
        """Return the grids in the order of the columns."""
        return (*self.board.members, self.board.common) if self.board else ()

    def item(self, line: int) -> GridItem | None:
        """Return the line of the grid in one row."""
        items = self.board.items if self.board else ()
        return items[line] if 0 <= line < len(items) else None

    def grid(self, column: int) -> GridColumn | None:
        """Return the grid in one column."""
        columns = self.columns()
        return columns[column] if 0 <= column < len(columns) else None

    def mark(self, line: int, column: int) -> Mark | None:
        """Return what stands in one cell."""
        item, grid = self.item(line), self.grid(column)
        return grid.grid.mark(item.code) if item and grid else None

    def written(self, mark: Mark) -> str:
        """Return a mark as it is shown."""
        text = mark.level if mark.points is None else self._wording.number(mark.points)
        return text + NOTED if mark.note else text

    def _spoken(self, line: int, column: int) -> str:
        mark, item, grid, board = (
            self.mark(line, column),
            self.item(line),
            self.grid(column),
            self.board,
        )
        if mark is None or item is None or grid is None or board is None:
            return ""
        level = board.scale.level(mark.level)
        value = level.label if level else self.written(mark).removesuffix(NOTED)
        who = grid.name or self.tr("Common grid")
        return " · ".join(filter(None, (item.code, who, value or self.tr("not marked"), mark.note)))

    def _is_open(self, line: int) -> bool:
        """Tell whether the members differ on a line and the jury has not settled it."""
        item = self.item(line)
        return bool(item and self.board and item.code in self.board.to_discuss())

    def _text(self, mark: Mark, grid: GridColumn) -> str:
        return CLOSED if mark.is_blank and not grid.is_open else self.written(mark)

    def _head(self, section: int) -> str:
        grid = self.grid(section)
        if grid is None:
            return ""
        # Capitals are wide: a double name takes two lines of its own
        return grid.name.replace("-", "-\n", 1).replace(" ", "\n", 1) or self.tr("Common\ngrid")

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() or self.board is None else len(self.board.items)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many grids there are."""
        return 0 if parent.isValid() else len(self.columns())

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return what a cell shows."""
        line, column = index.row(), index.column()
        mark, grid = self.mark(line, column), self.grid(column)
        if mark is None or grid is None:
            return None
        if role == DISPLAY:
            return self._text(mark, grid)
        if role in {TOOLTIP, ACCESSIBLE}:
            return self._spoken(line, column)
        if role == FACE and grid.examiner_id is None:
            face = QFont()
            face.setBold(True)
            return face
        return CENTRE if role == ALIGNMENT else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the name of a member, or what a line is about."""
        if orientation == Qt.Orientation.Horizontal:
            return self._head(section) if role in (DISPLAY, TOOLTIP) else None
        item = self.item(section)
        if item is None:
            return None
        if role == DISPLAY:
            sign = DISCUSS if self._is_open(section) else ""
            return f"{sign}{item.code}  {item.text}"
        if role == ALIGNMENT:
            return LEFT
        return item.text if role == TOOLTIP else None

    @property
    def has_points(self) -> bool:
        """Tell whether lines are marked in points."""
        return self.board is not None and self.board.scale.kind is ScaleKind.POINTS


def _shape(board: GridBoard) -> object:
    """Return what makes two boards one table."""
    return board.candidacy_id, board.items, [one.examiner_id for one in board.members]
