"""The table of grids, marked by key: one key for a level, digits for points, Delete for nothing."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from jurydesk.domain.grids import Mark
from jurydesk.ui.theme.scale import Row, Space

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from jurydesk.ui.pages.deliberation.grids.model import GridModel

HEAD_LETTERS, HEAD_LINES = 40, 3
EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class GridTable(QTableView):
    """Arrows go from cell to cell; marking a cell goes on to the line below.

    Signals:
        marked: somebody's line is to be written (number of the examiner or None, `Mark`).
        refused: a key that nothing stands for, or a column that may not be marked (column).
        moved: the cursor is on another cell.
        points_typed: the points being typed (text; empty: none).
    """

    marked = Signal(object, object)
    refused = Signal(int)
    moved = Signal()
    points_typed = Signal(str)

    def __init__(self, model: GridModel) -> None:
        """Show the model."""
        super().__init__()
        self._model = model
        self._typed = ""
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Evaluation grids"))
        self._size_sections()
        self.selectionModel().currentChanged.connect(self._on_moved)

    def mark_level(self, code: str) -> None:
        """Write a level into the cell of the cursor."""
        self._write(level=code, points=None)

    def commit_points(self) -> None:
        """Write the points that were typed."""
        typed, self._typed = self._typed, ""
        self.points_typed.emit("")
        if not typed:
            return
        try:
            self._write(level="", points=Decimal(typed.replace(",", ".")))
        except InvalidOperation:
            self.refused.emit(self.currentIndex().column())

    def _write(self, *, level: str, points: Decimal | None) -> None:
        here = self.currentIndex()
        item, grid = self._model.item(here.row()), self._model.grid(here.column())
        before = self._model.mark(here.row(), here.column())
        board = self._model.board
        if item is None or grid is None or before is None or board is None:
            return
        if not grid.is_open or board.is_closed:
            self.refused.emit(here.column())
            return
        self.marked.emit(grid.examiner_id, Mark(item.code, level, points, before.note))
        below = self._model.index(here.row() + 1, here.column())
        if below.isValid():
            self.setCurrentIndex(below)

    def _level_of(self, event: QKeyEvent) -> str:
        """Return the level that a key stands for: its sign, or its number from the best on."""
        board, text = self._model.board, event.text().upper()
        if board is None or self._model.has_points or not text:
            return ""
        levels = board.scale.levels
        by_key = {str(number): level.code for number, level in enumerate(levels, start=1)}
        by_key |= {level.code.upper(): level.code for level in levels}
        return by_key.get(text, "")

    def _size_sections(self) -> None:
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        down, across = self.verticalHeader(), self.horizontalHeader()
        for header in (down, across):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setFixedHeight(metrics.height() * HEAD_LINES + Space.M)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultSectionSize(max(int(Row.NORMAL), metrics.height() + Space.S))
        down.setFixedWidth(letter * HEAD_LETTERS)

    def _on_moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by key; anything else goes where it always goes."""
        key, text = Qt.Key(event.key()), event.text()
        level = self._level_of(event)
        if level:
            self.mark_level(level)
        elif self._model.has_points and text and text in "0123456789,.":
            self._typed += text
            self.points_typed.emit(self._typed)
        elif self._typed and key == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
            self.points_typed.emit(self._typed)
        elif self._typed and key == Qt.Key.Key_Escape:
            self._typed = ""
            self.points_typed.emit("")
        elif self._typed and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.commit_points()
        elif key in EMPTYING:
            self._write(level="", points=None)
        else:
            self.commit_points()
            super().keyPressEvent(event)
