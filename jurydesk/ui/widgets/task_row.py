"""One thing that needs somebody: an icon, a sentence, a date, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from jurydesk.ui.theme.tokens import Tone


class TaskRow(QFrame):
    """A line that goes somewhere.

    Signals:
        opened: clicked, or Enter or Space on it.
    """

    opened = Signal()

    def __init__(self, name: str, sentence: str, *, due: str = "", tone: Tone = "muted") -> None:
        """Show the sentence, and the date as a chip."""
        super().__init__()
        self.sentence = sentence
        self.setProperty("task", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{sentence} {due}".strip())
        layout = row(self, spacing=Space.M, margins=(Space.M, Space.S, Space.M, Space.S))
        layout.addWidget(IconLabel(name, tone), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(sentence, wraps=True), 1)
        if due:
            layout.addWidget(Chip(due, tone, "clock"), 0, Qt.AlignmentFlag.AlignTop)
        arrow = IconLabel("chevron-right", "muted")
        layout.addWidget(arrow, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there on Enter and Space, along on Up and Down."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)
