"""A search box that waits until the person pauses, and steps back with Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

PAUSE_MILLISECONDS = 150


class SearchField(QLineEdit):
    """Text to look for.

    Signals:
        search_changed: the text, once typing pauses or Enter is pressed.
        left: Escape on an empty box, or the Down key: the list takes over.
    """

    search_changed = Signal(str)
    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        """Show what can be looked for."""
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        glass = QAction(icon("search", "muted"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._is_told = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_pause)

    def show_text(self, text: str) -> None:
        """Show words that are looked for already, without telling anybody."""
        self._is_told = True
        self.setText(text)
        self._is_told = False
        self._pause.stop()

    def _on_text_changed(self, text: str) -> None:
        if self._is_told:
            return
        if text:
            self._pause.start()
        else:
            self._on_pause()

    def _on_pause(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self.text().strip())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, leave on Escape again or Down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
