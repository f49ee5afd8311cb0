"""A line of text with proposals under it while it is typed; free text stays possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QWidget,
)
from typing_extensions import override

from jurydesk.ui.theme.scale import Row, Space
from jurydesk.ui.widgets.layouts import column, even

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent

PAUSE_MILLISECONDS = 120
FEWEST_LETTERS = 2
MOST_SEEN = 8
LEAST_WIDTH = 420
_ROLE = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True)
class Proposal:
    """One thing that the text may mean, as one line."""

    text: str
    value: object


class CompletionField(QLineEdit):
    """Asks for proposals while somebody types, and shows them under the line.

    Up and Down choose, Enter or a click takes, Escape keeps what was typed.

    Signals:
        query_changed: what may be meant; answer with `show_proposals`.
        taken: the value of the proposal chosen.
    """

    query_changed = Signal(str)
    taken = Signal(object)

    def __init__(self, placeholder: str = "") -> None:
        """Show an empty line; the list is made when it is first needed."""
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.popup: QFrame | None = None
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._ask)
        # Only what a person types: a text that is put in asks for nothing
        self.textEdited.connect(self._on_text_edited)

    def show_proposals(self, query: str, proposals: Sequence[Proposal]) -> None:
        """Show what was found, unless the person has typed on, or left, since."""
        if query != self.text().strip() or not self.hasFocus():
            return
        self.list.clear()
        for one in proposals:
            item = QListWidgetItem(one.text)
            item.setData(_ROLE, one)
            item.setToolTip(one.text)
            self.list.addItem(item)
        if not proposals:
            self.close_list()
            return
        self.list.setCurrentRow(0)
        self._open()

    def is_open(self) -> bool:
        """Tell whether proposals are shown."""
        return self.popup is not None and self.popup.isVisible()

    def close_list(self) -> None:
        """Hide the proposals."""
        if self.popup is not None:
            self.popup.hide()

    def _open(self) -> None:
        area = self._area()
        content = area.widget() if area is not None else None
        host = content or self.window()
        popup = self.popup or self._build_popup(host)
        rows = min(self.list.count(), MOST_SEEN)
        height = rows * max(self.list.sizeHintForRow(0), Row.COMPACT) + 2 * Space.S
        width = min(max(self.width(), LEAST_WIDTH), host.width() - 2 * Space.S)
        below = self.mapTo(host, QPoint(0, self.height() + 2))
        # In the right column of a form the list grows to the left
        fits = below.x() + width <= host.width()
        left = below.x() if fits else max(0, below.x() + self.width() - width)
        popup.setGeometry(left, below.y(), width, height)
        popup.show()
        popup.raise_()
        if area is not None:
            area.ensureWidgetVisible(popup)

    def _build_popup(self, host: QWidget) -> QFrame:
        """Part of what scrolls, so that it moves with the line it belongs to."""
        self.popup = QFrame(host)
        self.popup.setProperty("card", "true")
        column(self.popup, margins=even(Space.XS)).addWidget(self.list)
        return self.popup

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _on_text_edited(self, text: str) -> None:
        if len(text.strip()) >= FEWEST_LETTERS:
            self._pause.start()
        else:
            self._pause.stop()
            self.close_list()

    def _ask(self) -> None:
        self.query_changed.emit(self.text().strip())

    def _take(self, item: QListWidgetItem | None) -> None:
        found = item.data(_ROLE) if item is not None else None
        self._pause.stop()
        self.close_list()
        if isinstance(found, Proposal):
            self.taken.emit(found.value)

    def _go(self, step: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the list from the line."""
        key = Qt.Key(event.key())
        if not self.is_open():
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(self.list.currentItem())
        elif key == Qt.Key.Key_Escape:
            self._pause.stop()
            self.close_list()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave with what was typed."""
        super().focusOutEvent(event)
        self._pause.stop()
        self.close_list()
