"""Chips: a word with an icon on a soft ground, for states, clocks and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from jurydesk.ui.theme.tokens import Tone

CHIP_HEIGHT = 22
SOON_DAYS = 14
LATE_DAYS = 2


class Chip(QFrame):
    """A state in one or two words, never by colour alone."""

    def __init__(self, text: str, tone: Tone = "plain", name: str = "") -> None:
        """Show `text` beside the icon `name`."""
        super().__init__()
        self.setProperty("chip", tone)
        self._label = label(text, "caption", tone=tone)
        self._icon: IconLabel | None = None
        content = row(self, spacing=Space.XS, margins=(Space.S, 0, Space.S, 0))
        if name:
            self._icon = IconLabel(name, tone, ICON_SMALL - 2)
            content.addWidget(self._icon)
        content.addWidget(self._label)
        self.setFixedHeight(max(CHIP_HEIGHT, self.fontMetrics().height() + Space.XS))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words shown."""
        return self._label.text()

    def show_state(self, text: str, tone: Tone, name: str = "") -> None:
        """Show another state."""
        self._label.setText(text)
        set_tone(self._label, tone)
        set_tone(self, tone, "chip")
        if self._icon is not None and name:
            self._icon.show_icon(name, tone)


class ClockChip(Chip):
    """A legal deadline: « J-12 · recevabilité avant le 4 déc. »; opens its article or its act.

    Signals:
        opened: clicked, or Enter or Space on it.
    """

    opened = Signal()

    def __init__(self, text: str, days_left: int) -> None:
        """Show the deadline; grey while far, amber within two weeks, red when nearly over."""
        super().__init__(text, clock_tone(days_left), "clock")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open on a click."""
        self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class FilterChip(QPushButton):
    """A filter that is on or off, with how many rows it lets through."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show the words of the filter."""
        super().__init__(text, parent)
        self._text = text
        self.setCheckable(True)
        self.setProperty("filter", "true")
        self.setIconSize(QSize(ICON_SMALL - 2, ICON_SMALL - 2))
        self.toggled.connect(self._on_toggled)

    def show_count(self, count: int) -> None:
        """Show how many rows the filter would leave."""
        self.setText(f"{self._text}  {count}")

    def show_checked(self, *, is_on: bool) -> None:
        """Look switched on or off, without telling anybody."""
        with QSignalBlocker(self):
            self.setChecked(is_on)
        self._on_toggled(is_on)

    def _on_toggled(self, is_on: bool) -> None:
        self.setIcon(icon("check", "accent") if is_on else QIcon())


def clock_tone(days_left: int) -> Tone:
    """Return the tone of a deadline that is so many days away."""
    if days_left <= LATE_DAYS:
        return "danger"
    return "warning" if days_left <= SOON_DAYS else "muted"
