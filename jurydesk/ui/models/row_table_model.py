"""A typed table over frozen rows: shows, searches, filters and sorts them on the Python side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from jurydesk.ui.models.arranging import Arrangement, Rows, Wish
from jurydesk.ui.models.columns import Column, folded
from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Hashable, Sequence

    from jurydesk.ui.models.arranging import Sorts

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

# `data()` is called thousands of times for one repaint: comparing plain ints, and answering the
# commonest roles first, halves its time. Overriding multiData aborts the process (PySide6 6.12).
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
DECORATION = int(Qt.ItemDataRole.DecorationRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TONE = int(Qt.ItemDataRole.UserRole) + 1
ICON_NAME = int(Qt.ItemDataRole.UserRole) + 2
GROUND = int(Qt.ItemDataRole.UserRole) + 3
EDIT = int(Qt.ItemDataRole.EditRole)

_SIDES = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "centre": int(Qt.AlignmentFlag.AlignCenter),
}
NOWHERE = QModelIndex()
SORT_DEPTH = 3
AT_ONCE = 500
"""As many rows are arranged before control returns: it takes less than a blink."""
LET_GO_AT_ONCE = 200
WARM_PAUSE = 10
"""Milliseconds left to the window between two slices of work that nobody waits for."""


class RowTableModel(QAbstractTableModel, Generic[R]):
    """Shows rows of one type. `key` tells two rows apart, so that a selection outlives a reload.

    Signals:
        cell_edited: row, name of the column and the text that somebody typed into the cell.
    """

    cell_edited = Signal(object, str, str)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        """Start empty, in the order the rows come in."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._is_editable = any(column.is_editable for column in self.columns)
        self._key = key
        self._held: Rows[R] = Rows((), self.columns, key)
        self._next: Rows[R] = self._held
        self._wish: Wish[R] = Wish()
        self._arranged = Arrangement()
        self._work: SlicedWork[Arrangement] = SlicedWork(self)
        self._warming: SlicedWork[None] = SlicedWork(self, pause=WARM_PAUSE)
        self._gone: list[object] = []
        self._clearing: SlicedWork[None] = SlicedWork(self, pause=WARM_PAUSE)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, in the search, filters and order that are in force."""
        self._next = Rows(rows, self.columns, self._key)
        self._arrange()

    def hold(self, rows: Sequence[R], wish: Wish[R]) -> None:
        """Show other rows and look at them in another way, both at once."""
        self._wish = wish
        self.set_rows(rows)

    def set_search(self, text: str) -> None:
        """Keep rows that hold every word of `text`, whatever the case and accents."""
        self.wish(replace(self._wish, search=tuple(folded(text).split())))

    def set_filters(self, accepts: Sequence[Callable[[R], bool]]) -> None:
        """Keep rows that every one of these accepts."""
        self.wish(replace(self._wish, accepts=tuple(accepts)))

    def set_sorts(self, sorts: Sorts) -> None:
        """Order the rows by these columns, the last one most."""
        self.wish(replace(self._wish, sorts=sorts))

    def sorts(self) -> Sorts:
        """Return the columns that the rows are ordered by."""
        return self._wish.sorts

    def wish(self, wish: Wish[R]) -> None:
        """Show what somebody wants to see; of many rows it comes a moment later (`modelReset`)."""
        self._wish = wish
        self._arrange()

    def wished(self) -> Wish[R]:
        """Return what somebody wants to see."""
        return self._wish

    def settle(self) -> None:
        """Show at once what is still being worked out."""
        self._work.finish()

    def is_settled(self) -> bool:
        """Tell whether what is shown is what is wished."""
        return not self._work.is_running()

    def rows(self) -> tuple[R, ...]:
        """Return the rows shown, in order."""
        return tuple(self._held.rows[at] for at in self._arranged.shown)

    def all_rows(self) -> tuple[R, ...]:
        """Return every row, filtered out or not."""
        return self._held.rows

    def row_at(self, position: int) -> R | None:
        """Return the row shown at a position, if there is one."""
        shown = self._arranged.shown
        return self._held.rows[shown[position]] if 0 <= position < len(shown) else None

    def key_of(self, row: R) -> Hashable:
        """Return what tells this row from the others."""
        return self._key(row)

    def position_of(self, key: Hashable) -> int:
        """Return where the row of that key is shown, or -1."""
        return (self._arranged.places or {}).get(key, -1)

    def holds(self, key: Hashable) -> bool:
        """Tell whether the row of that key is among those shown or to be shown."""
        return key in map(self._key, self._next.rows)

    def texts_at(self, position: int) -> tuple[str, ...]:
        """Return the texts of every column of the row shown at a position."""
        return self._held.texts(self._arranged.shown[position])

    def _arrange(self) -> None:
        self._warming.stop()
        self._work.start(self._next.arrange(self._wish), self._show)
        if len(self._next.rows) <= AT_ONCE:
            self._work.finish()

    def _show(self, arranged: Arrangement) -> None:
        before = self._held
        self.beginResetModel()
        self._held, self._arranged = self._next, arranged
        self.endResetModel()
        if before is not self._held and len(before.rows) > AT_ONCE:
            self._gone += before.parts()
            self._clearing.start_later(self._let_go(), _nothing)
        if len(self._held.rows) > AT_ONCE:
            self._warming.start_later(self._held.warm(), _nothing)

    def _let_go(self) -> Generator[None, None, None]:
        """Forget what is shown no more: twenty thousand rows at once take a fifth of a second."""
        while self._gone:
            del self._gone[-LET_GO_AT_ONCE:]
            yield

    @staticmethod
    def _rarer_data(row: R, column: Column[R], role: int) -> object:
        """Answer the roles that are asked once a cell or less."""
        if role == DECORATION:
            return _decoration(row, column)
        if role == TOOLTIP:
            return (column.tooltip or column.text)(row)
        if role == TONE and column.tone is not None:
            return column.tone(row)
        if role == ICON_NAME and column.icon is not None:
            return column.icon(row)
        if role == GROUND and column.ground is not None:
            return column.ground(row)
        return None

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._arranged.shown)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns are defined."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return what a cell shows."""
        section, position = index.column(), index.row()
        if section < 0:
            return None
        at = self._arranged.shown[position]
        if role in (DISPLAY, ACCESSIBLE, EDIT):
            return self._held.texts(at)[section]
        column = self.columns[section]
        if role == ALIGNMENT:
            return _SIDES[column.side]
        if role == FOREGROUND:
            return _foreground(self._held.rows[at], column)
        return self._rarer_data(self._held.rows[at], column, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a cell be typed into where its column allows it."""
        flags = super().flags(index)
        if not self._is_editable:
            return flags
        allows = self.columns[index.column()].is_editable if index.isValid() else None
        row = self.row_at(index.row())
        if allows is not None and row is not None and allows(row):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Show what was typed at once and tell of it; the rows come anew from whoever listens."""
        row = self.row_at(index.row())
        text = str(value)
        if role != EDIT or row is None or text == self.data(index):
            return False
        self._held.retype(self._arranged.shown[index.row()], index.column(), text)
        self.dataChanged.emit(index, index)
        self.cell_edited.emit(row, self.columns[index.column()].name, text)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return self.columns[section].title
        return _SIDES[self.columns[section].side] if role == ALIGNMENT else None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 is the order they came in."""
        kept = tuple(one for one in self.sorts() if one[0] != column)[1 - SORT_DEPTH :]
        is_there = 0 <= column < len(self.columns)
        goes_down = order == Qt.SortOrder.DescendingOrder
        self.set_sorts((*kept, (column, goes_down)) if is_there else ())


def _nothing(_done: None) -> None:
    """Stand in where nobody waits for the end."""


def _foreground(row: R, column: Column[R]) -> QColor | None:
    if column.tone is None or column.is_chip:
        return None
    tone = column.tone(row)
    return None if tone == "plain" else QColor(current_tokens().ink(tone))


def _decoration(row: R, column: Column[R]) -> QIcon | None:
    if column.icon is None or column.is_chip:
        return None
    name = column.icon(row)
    return icon(name, column.tone(row) if column.tone else "muted") if name else None
