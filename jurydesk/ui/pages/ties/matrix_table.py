"""The table of the matrix: run by arrows, painted cell by cell, most of them empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from jurydesk.ui.models.chip_delegate import draw_chip
from jurydesk.ui.theme.scale import Row, Space
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.tie_words import STATE_LOOKS

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent

    from jurydesk.ui.pages.ties.matrix_model import TieMatrixModel

OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAME_LETTERS, COLUMN_LETTERS, HEAD_LINES = 22, 13, 3
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
CONTROL = Qt.KeyboardModifier.ControlModifier


class TieCells(QStyledItemDelegate):
    """Draws a cell: the cross of the cursor, the state as a chip, the cursor itself."""

    def __init__(self, table: TieMatrixTable, model: TieMatrixModel) -> None:
        """Ask the model for ties, not for roles: most cells have none and cost nothing."""
        super().__init__(table)
        self._table = table
        self._model = model

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        tokens = current_tokens()
        cell = QRect(option.rect)
        line, column = index.row(), index.column()
        current = self._table.currentIndex()
        here = (current.row() == line, current.column() == column)
        if self._table.selectionModel().isSelected(index) and not all(here):
            painter.fillRect(cell, QColor(tokens.accent_soft))
        elif any(here):
            painter.fillRect(cell, QColor(tokens.raised))
        found = self._model.ties_at(line, column)
        if found:
            name, tone = STATE_LOOKS[found[0].state]
            text = self._model.state_text(line, column)
            inside = cell.adjusted(-Space.XS, 0, Space.XS, 0)
            draw_chip(painter, inside, text, tone=tone, name=name)
        if all(here) and self._table.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        elif all(here):
            painter.setPen(QPen(QColor(tokens.control_line), 1))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))


class TieMatrixTable(QTableView):
    """Arrows go from cell to cell, Ctrl with an arrow to the next tie that way.

    Signals:
        cell_changed: the cursor is on another cell, or other cells are selected.
        opened: Enter or a double click on a cell.
        delete_pressed: Delete; the selection tells which cells.
    """

    cell_changed = Signal()
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, model: TieMatrixModel) -> None:
        """Show the model."""
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(TieCells(self, model))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        # One signal for a step: the cursor moves and the selection changes with it
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self.cell_changed)
        self._size_sections()
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_moved)
        self.selectionModel().currentChanged.connect(self._on_moved)

    def blocks(self) -> list[tuple[range, range]]:
        """Return the lines and columns of each block of selected cells.

        Cell by cell it would be forty thousand of them once all of a large matrix is selected.
        """
        return [
            (range(one.top(), one.bottom() + 1), range(one.left(), one.right() + 1))
            for one in self.selectionModel().selection().toList()
        ]

    def only_cell(self) -> tuple[int, int] | None:
        """Return the one cell that is selected; None: none is, or several are."""
        blocks = self.blocks()
        if sum(len(lines) * len(columns) for lines, columns in blocks) != 1:
            return None
        (lines, columns), *_ = [one for one in blocks if one[0] and one[1]]
        return lines[0], columns[0]

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor on a cell."""
        index = self._model.index(line, column)
        if index.isValid():
            # Not by setCurrentIndex: with Ctrl held down it would leave the selection behind
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def go_on(self, down: int, right: int) -> None:
        """Go to the next cell that way with a tie, or to the border where there is none."""
        current = self.currentIndex()
        line, column = current.row() + down, current.column() + right
        lines, columns = self._model.rowCount(), self._model.columnCount()
        while 0 <= line < lines and 0 <= column < columns:
            if self._model.ties_at(line, column):
                self.go_to(line, column)
                return
            line, column = line + down, column + right
        self.go_to(min(max(line, 0), lines - 1), min(max(column, 0), columns - 1))

    def _size_sections(self) -> None:
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        down, across = self.verticalHeader(), self.horizontalHeader()
        for header in (down, across):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
            header.setSectionsClickable(True)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultSectionSize(max(int(Row.NORMAL), metrics.height() + Space.S))
        down.setFixedWidth(letter * NAME_LETTERS)
        across.setDefaultSectionSize(letter * COLUMN_LETTERS + Space.M)
        across.setFixedHeight(metrics.height() * HEAD_LINES + Space.M)

    def _on_double_clicked(self, *_ignored: object) -> None:
        self.opened.emit()

    def _on_moved(self, *_ignored: object) -> None:
        # The cross of the cursor reaches over the whole table
        self.viewport().update()
        self._settled.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, set aside on Delete, go to the next tie with Ctrl and an arrow."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif key in OPEN_KEYS:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif key in STEPS and event.modifiers() & CONTROL:
            self.go_on(*STEPS[key])
        else:
            super().keyPressEvent(event)
