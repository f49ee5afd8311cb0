"""A short list that a person puts in order: dragged, or moved by Ctrl+Up and Ctrl+Down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem
from typing_extensions import override

from jurydesk.ui.theme.scale import Space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
KEY = Qt.ItemDataRole.UserRole


class OrderList(QListWidget):
    """Keys with their words; the first counts most."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Show these, in the order given."""
        super().__init__()
        self._words = dict(words)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_order(tuple(words))

    def set_order(self, keys: Sequence[str]) -> None:
        """Show the keys in this order."""
        self.clear()
        for key in keys:
            item = QListWidgetItem(self._words[key])
            item.setData(KEY, key)
            self.addItem(item)
        self.setCurrentRow(0)
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + Space.S
        self.setFixedHeight(height)

    def order(self) -> tuple[str, ...]:
        """Return the keys as they stand."""
        return tuple(str(self.item(at).data(KEY)) for at in range(self.count()))

    def move_current(self, step: int) -> None:
        """Move the line under the cursor up (-1) or down (1)."""
        at = self.currentRow()
        if 0 <= at + step < self.count():
            item = self.takeItem(at)
            self.insertItem(at + step, item)
            self.setCurrentRow(at + step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a line with Ctrl and an arrow."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)
