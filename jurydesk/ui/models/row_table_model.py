"""A typed table over frozen rows: shows, searches, filters and sorts them on the Python side."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from jurydesk.ui.models.columns import Column, folded, sort_text
from jurydesk.ui.models.leftovers import SLICE_SECONDS, Leftovers
from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.tokens import current_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from _typeshed import SupportsRichComparison

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
        self._key = key
        self._rows: tuple[R, ...] = ()
        self._texts: list[tuple[str, ...] | None] = []
        self._folded: list[str | None] = []
        self._shown: list[int] = []
        self._search: tuple[str, ...] = ()
        self._accepts: tuple[Callable[[R], bool], ...] = ()
        self._sorts: list[tuple[int, Qt.SortOrder]] = []
        self._sort_keys: dict[int, list[SupportsRichComparison]] = {}
        self._unprepared: Iterator[int] = iter(())
        self._leftovers = Leftovers(self)
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.setInterval(0)
        self._preparing.timeout.connect(self._prepare_search)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, in the search, filters and order that are in force."""
        self._leftovers.take(self._rows, self._texts, self._folded, *self._sort_keys.values())
        self._rows = tuple(rows)
        self._texts = [None] * len(self._rows)
        self._folded = [None] * len(self._rows)
        self._sort_keys.clear()
        self._unprepared = iter(range(len(self._rows)))
        self._preparing.start()
        self._rebuild()

    def set_search(self, text: str) -> None:
        """Keep rows that hold every word of `text`, whatever the case and accents."""
        self._search = tuple(folded(text).split())
        self._rebuild()

    def set_filters(self, accepts: Sequence[Callable[[R], bool]]) -> None:
        """Keep rows that every one of these accepts."""
        if accepts or self._accepts:
            self._accepts = tuple(accepts)
            self._rebuild()

    def rows(self) -> tuple[R, ...]:
        """Return the rows shown, in order."""
        return tuple(self._rows[at] for at in self._shown)

    def all_rows(self) -> tuple[R, ...]:
        """Return every row, filtered out or not."""
        return self._rows

    def row_at(self, position: int) -> R | None:
        """Return the row shown at a position, if there is one."""
        return self._rows[self._shown[position]] if 0 <= position < len(self._shown) else None

    def key_of(self, row: R) -> Hashable:
        """Return what tells this row from the others."""
        return self._key(row)

    def position_of(self, key: Hashable) -> int:
        """Return where the row of that key is shown, or -1."""
        for position, at in enumerate(self._shown):
            if self._key(self._rows[at]) == key:
                return position
        return -1

    def texts_at(self, position: int) -> tuple[str, ...]:
        """Return the texts of every column of the row shown at a position."""
        return self._texts_of(self._shown[position])

    def _texts_of(self, at: int) -> tuple[str, ...]:
        texts = self._texts[at]
        if texts is None:
            row = self._rows[at]
            texts = self._texts[at] = tuple(column.text(row) for column in self.columns)
        return texts

    def _is_shown(self, at: int) -> bool:
        row = self._rows[at]
        if not all(accepts(row) for accepts in self._accepts):
            return False
        text = self._folded_of(at) if self._search else ""
        return all(word in text for word in self._search)

    def _folded_of(self, at: int) -> str:
        """Return what is searched of a row."""
        text = self._folded[at]
        if text is None:
            found = zip(self.columns, self._texts_of(at), strict=True)
            text = folded("\n".join(part for column, part in found if column.is_searched))
            self._folded[at] = text
        return text

    def _prepare_search(self) -> None:
        """Fold texts while nobody waits, so that the first letter typed finds them ready."""
        end = monotonic() + SLICE_SECONDS
        for at in self._unprepared:
            self._folded_of(at)
            if monotonic() > end:
                self._preparing.start()
                return

    def _rebuild(self) -> None:
        self.beginResetModel()
        everything = range(len(self._rows))
        narrows = bool(self._search or self._accepts)
        self._shown = [at for at in everything if self._is_shown(at)] if narrows else [*everything]
        self._order()
        self.endResetModel()

    def _order(self) -> None:
        """Order by every column chosen, the last chosen first: Python's sort is stable."""
        for section, order in self._sorts:
            keys = self._keys_of(section)
            self._shown.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)

    def _keys_of(self, section: int) -> list[SupportsRichComparison]:
        """Return what orders each row by that column, made once for these rows."""
        keys = self._sort_keys.get(section)
        if keys is None:
            column = self.columns[section]
            key = column.sort_key or (lambda row: sort_text(column.text(row)))
            keys = self._sort_keys[section] = [key(row) for row in self._rows]
        return keys

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
        return 0 if parent.isValid() else len(self._shown)

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
        at = self._shown[position]
        if role in (DISPLAY, ACCESSIBLE, EDIT):
            return self._texts_of(at)[section]
        column = self.columns[section]
        if role == ALIGNMENT:
            return _SIDES[column.side]
        if role == FOREGROUND:
            return _foreground(self._rows[at], column)
        return self._rarer_data(self._rows[at], column, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a cell be typed into where its column allows it."""
        flags = super().flags(index)
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
        at = self._shown[index.row()]
        texts = list(self._texts_of(at))
        texts[index.column()] = text
        self._texts[at] = tuple(texts)
        self._sort_keys.pop(index.column(), None)
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
        self._sorts = [kept for kept in self._sorts if kept[0] != column][1 - SORT_DEPTH :]
        if 0 <= column < len(self.columns):
            self._sorts.append((column, order))
        else:
            self._sorts.clear()
        self._rebuild()


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
