"""A text of the record: saved when one stops typing or leaves it, as high as its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from jurydesk.ui.theme.scale import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

TYPING_PAUSE = 500


class NoteEdit(QPlainTextEdit):
    """Several lines; Tab goes on to the next field.

    Signals:
        settled: what is written differs from what was told last.
    """

    settled = Signal()

    def __init__(self, spoken: str, *, lines: int = 3, hint: str = "") -> None:
        """Start empty."""
        super().__init__()
        self._lines = lines
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self.setTabChangesFocus(True)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        self._fit()
        self.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.settled)

    def show_note(self, text: str, *, is_locked: bool) -> None:
        """Show a text without telling anybody."""
        self._pause.stop()
        self.blockSignals(True)
        self.setPlainText(text)
        self.setReadOnly(is_locked)
        self.blockSignals(False)

    def note(self) -> str:
        """Return what is written, without the blanks around it."""
        return self.toPlainText().strip()

    def flush(self) -> None:
        """Say at once what is still being typed."""
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 2 * Space.S)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed as soon as one goes on."""
        super().focusOutEvent(event)
        self.flush()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Stand as high as before, in lines, when the letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
