"""One receipt of a line: what it is called, its size and day, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button, shortcut_text
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QHBoxLayout

    from jurydesk.domain.expenses import Receipt


class ReceiptRow(QFrame):
    """One receipt. Enter reads it, Ctrl+S saves it, Delete takes it out.

    Signals:
        read, saved, removed: what is to be done with the receipt.
    """

    read = Signal(object)
    saved = Signal(object)
    removed = Signal(object)

    def __init__(self, receipt: Receipt, told: str, *, can_be_changed: bool) -> None:
        """Show the receipt; `told` is its size, its day and by whom it came."""
        super().__init__()
        self.receipt = receipt
        self._can_be_changed = can_be_changed
        self.setProperty("document", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{receipt.name}, {told}")
        layout = row(self, spacing=Space.M, margins=(Space.S, Space.XS, Space.S, Space.XS))
        layout.addWidget(IconLabel("paper", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(ElidedLabel(receipt.name))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        layout.addLayout(words, 1)
        layout.addLayout(self._build_buttons())

    def _acts(self) -> tuple[tuple[str, str, str, SignalInstance], ...]:
        acts = (
            ("eye", self.tr("Read"), "Return", self.read),
            ("save", self.tr("Save as…"), "Ctrl+S", self.saved),
            ("delete", self.tr("Take it out"), "Del", self.removed),
        )
        return acts if self._can_be_changed else acts[:2]

    def _build_buttons(self) -> QHBoxLayout:
        buttons = row(spacing=0)
        for icon, spoken, keys, signal in self._acts():
            button = icon_button(icon, spoken)
            button.setToolTip(f"{spoken} ({shortcut_text(keys)})")
            button.setAccessibleName(f"{spoken} {self.receipt.name}")
            button.setProperty("small", "true")
            # The row has the keys: Tab goes from receipt to receipt
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(partial(self._tell, signal))
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return buttons

    def _tell(self, signal: SignalInstance, *_ignored: object) -> None:
        signal.emit(self.receipt)

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        """Return what a key asks for, if it asks for something."""
        keys = Qt.Key
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.saved if event.key() == keys.Key_S else None
        if event.key() in {keys.Key_Return, keys.Key_Enter, keys.Key_Space}:
            return self.read
        return self.removed if event.key() == keys.Key_Delete and self._can_be_changed else None

    @override
    def event(self, event: QEvent) -> bool:
        """Take the keys of the row before the acts of the page do."""
        is_key = event.type() == QEvent.Type.ShortcutOverride
        if is_key and self._asked(cast("QKeyEvent", event)) is not None:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""
        signal = self._asked(event)
        if signal is None:
            super().keyPressEvent(event)
        else:
            signal.emit(self.receipt)
