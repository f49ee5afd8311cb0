"""Lines of the documents section: one thing that is asked for; one document that is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button, shortcut_text
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QHBoxLayout

    from jurydesk.domain.attachments import Attachment


class DocumentRow(QFrame):
    """One document. Enter reads it, F2 describes it, Ctrl+S saves it, Delete takes it out.

    Signals:
        read, outside, described, saved, removed: what is to be done with the document.
        moved: the person pressed Up (-1) or Down (1).
    """

    read = Signal(object)
    outside = Signal(object)
    described = Signal(object)
    saved = Signal(object)
    removed = Signal(object)
    moved = Signal(int)

    def __init__(self, document: Attachment, told: str) -> None:
        """Show the document; `told` is its kind, size, day, by whom and until when."""
        super().__init__()
        self.document = document
        self.setProperty("document", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{document.name}, {told}")
        layout = row(self, spacing=Space.M, margins=(Space.S, Space.XS, Space.S, Space.XS))
        layout.addWidget(IconLabel("paper", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(ElidedLabel(document.name))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        if document.note:
            words.addWidget(label(document.note, "caption", wraps=True))
        layout.addLayout(words, 1)
        layout.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        buttons = row(spacing=0)
        acts = (
            ("eye", self.tr("Read"), "Return", self.read),
            ("save", self.tr("Save as…"), "Ctrl+S", self.saved),
            ("edit", self.tr("Name and kind"), "F2", self.described),
            ("delete", self.tr("Take it out"), "Del", self.removed),
        )
        for icon, spoken, keys, signal in acts:
            button = icon_button(icon, spoken)
            button.setToolTip(f"{spoken} ({shortcut_text(keys)})")
            button.setAccessibleName(f"{spoken} {self.document.name}")
            button.setProperty("small", "true")
            # The row has the keys: Tab goes from document to document
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(partial(self._tell, signal))
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return buttons

    def _tell(self, signal: SignalInstance, *_ignored: object) -> None:
        signal.emit(self.document)

    def _run_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asks for something."""
        keys, control = Qt.Key, Qt.KeyboardModifier.ControlModifier
        plain: dict[int, SignalInstance] = {
            keys.Key_Return: self.read,
            keys.Key_Enter: self.read,
            keys.Key_Space: self.read,
            keys.Key_F2: self.described,
            keys.Key_Delete: self.removed,
        }
        with_control: dict[int, SignalInstance] = {
            keys.Key_S: self.saved,
            keys.Key_O: self.outside,
        }
        signal = (with_control if event.modifiers() & control else plain).get(event.key())
        if signal is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            signal.emit(self.document)
        return True

    @override
    def event(self, event: QEvent) -> bool:
        """Take F2 and the other keys before a button of the page does."""
        override_ = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and override_ and self._run_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the document or move on."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif not self._run_key(event):
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Read it."""
        self.read.emit(self.document)
