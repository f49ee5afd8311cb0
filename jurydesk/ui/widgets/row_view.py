"""The table itself: run by keyboard, with columns that stay as the person left them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView
from typing_extensions import override

from jurydesk.ui.models.cell_delegate import CellDelegate
from jurydesk.ui.theme.scale import Row, tabular
from jurydesk.ui.widgets.row_layout import RowLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from jurydesk.ui.models.row_table_model import Index, RowTableModel

R = TypeVar("R")
OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
END_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End)
SEVERAL = 2
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True)
class _Kept:
    """Where the cursor and the selection were before the rows came anew."""

    before: int = -1
    current: Hashable = None
    keys: tuple[Hashable, ...] = ()


class RowView(RowLayout, Generic[R]):
    """Shows a `RowTableModel`.

    Signals:
        cursor_moved: position of the row under the cursor.
        opened: position of the row, by Enter or a double click.
        edit_pressed: position of the row, by F2.
        delete_pressed: Delete; the selection tells which rows.
    """

    cursor_moved = Signal(int)
    opened = Signal(int)
    edit_pressed = Signal(int)
    delete_pressed = Signal()

    def __init__(self, model: RowTableModel[R], name: str) -> None:
        """Show the model; `name` is where the layout is kept."""
        super().__init__(model.columns, name)
        self._rows = model
        self._has_cells = False
        self._kept = _Kept()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        self.setFont(tabular(self.font()))
        self._set_manner()
        self._set_header()
        self._set_columns()
        self._restore()

    def go_to(self, position: int) -> bool:
        """Put the cursor on a row; tell whether it is there."""
        if not 0 <= position < self._rows.rowCount():
            return False
        section = self.currentIndex().column() if self._has_cells else -1
        index = self._rows.index(position, section if section >= 0 else self._first_column())
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)
        return True

    def selected_positions(self) -> list[int]:
        """Return the positions of the selected rows."""
        # Not selectedRows(), which asks the model about every cell
        chosen = self.selectionModel().selection()
        ranges = map(chosen.at, range(chosen.size()))
        return sorted({at for one in ranges for at in range(one.top(), one.bottom() + 1)})

    def let_cells_be_edited(self) -> None:
        """Let the arrows go from cell to cell, and F2, Enter or any letter type into one."""
        self._has_cells = True
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        delegate = CellDelegate(self)
        for section, column in enumerate(self._rows.columns):
            if not column.is_chip:
                self.setItemDelegateForColumn(section, delegate)

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, tabs between cells, titles first."""
        sections = [at for at in range(len(self._rows.columns)) if not self.isColumnHidden(at)]
        lines = ["\t".join(self._rows.columns[at].title for at in sections)]
        for position in self.selected_positions():
            texts = self._rows.texts_at(position)
            lines.append("\t".join(texts[at].replace("\n", " ") for at in sections))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _set_manner(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()
        self.doubleClicked.connect(self._on_double_clicked)

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumHeight(Row.NORMAL)
        header.setStretchLastSection(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionMoved.connect(self.layout_changed)
        self.setSortingEnabled(True)
        # The header asks about every row whether its columns are selected whole: never here
        header.setSelectionModel(QItemSelectionModel(self._rows, header))

    def _first_column(self) -> int:
        return max(0, self.horizontalHeader().logicalIndex(0))

    def _key_at(self, position: int) -> Hashable:
        found = self._rows.row_at(position)
        return None if found is None else self._rows.key_of(found)

    def _on_about_to_be_reset(self) -> None:
        before = self.currentIndex().row()
        keys = tuple(self._key_at(at) for at in self.selected_positions())
        self._kept = _Kept(before, self._key_at(before) if before >= 0 else None, keys)

    def _on_reset(self) -> None:
        """Keep the cursor and the selection on the same rows."""
        kept = self._kept
        found = self._rows.position_of(kept.current) if kept.current is not None else -1
        # A table without a current row crashes or confuses screen readers: there always is one.
        self.go_to(found if found >= 0 else max(0, min(kept.before, self._rows.rowCount() - 1)))
        self._select_keys(kept.keys)
        if not self._rows.rowCount():
            self.cursor_moved.emit(-1)

    def _select_keys(self, keys: tuple[Hashable, ...]) -> None:
        """Select rows in one go: whoever listens hears of it once."""
        found = sorted(at for at in map(self._rows.position_of, keys) if at >= 0)
        if len(keys) < SEVERAL or not found:
            return
        last, chosen, first = len(self._rows.columns) - 1, QItemSelection(), found[0]
        for at, following in pairwise((*found, -1)):
            if following != at + 1:
                top, bottom = self._rows.index(first, 0), self._rows.index(at, last)
                chosen.append(QItemSelectionRange(top, bottom))
                first = following
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.Select)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if not self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit(index.row())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, edit on F2, delete on Delete, copy on Ctrl+C, go far on Home and End."""
        position = self.currentIndex().row()
        is_cell = bool(self._rows.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif position < 0 or self.state() is QAbstractItemView.State.EditingState:
            # The line being typed into passes Enter on when it has done with it
            super().keyPressEvent(event)
        elif is_cell and event.key() in {*OPEN_KEYS, Qt.Key.Key_F2}:
            self.edit(self.currentIndex())
        elif event.key() in END_KEYS and not event.modifiers() & SHIFT:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._rows.rowCount() - 1)
        elif event.key() in OPEN_KEYS:
            self.opened.emit(position)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_pressed.emit(position)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the first and the last row by Shift+Home and Shift+End, not along the row."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1,
        }
        if action in ends:
            return self._rows.index(ends[action], self._first_column())
        return super().moveCursor(action, modifiers)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the inspector."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.cursor_moved.emit(current.row())
