"""A switch (on at once, nothing to confirm) and a segmented control (one of a few)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.calm import press_by_enter
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

TRACK_WIDTH = 40
TRACK_HEIGHT = 22
KNOB = 16


class Switch(QAbstractButton):
    """On or off, with its words beside it."""

    def __init__(self, text: str, *, is_on: bool = False) -> None:
        """Show the words and the state."""
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setChecked(is_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the track and the words."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text()) + (Space.S if self.text() else 0)
        return QSize(TRACK_WIDTH + 8 + words, max(TRACK_HEIGHT + 8, metrics.height() + 4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the knob with a tick when on, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        track = QRectF(4, (self.height() - TRACK_HEIGHT) / 2, TRACK_WIDTH, TRACK_HEIGHT)
        is_on = self.isChecked()
        painter.setPen(QPen(QColor(tokens.accent if is_on else tokens.control_line), 1.5))
        painter.setBrush(QColor(tokens.accent if is_on else tokens.surface))
        if not self.isEnabled():
            painter.setOpacity(0.5)
        painter.drawRoundedRect(track, TRACK_HEIGHT / 2, TRACK_HEIGHT / 2)
        gap = (TRACK_HEIGHT - KNOB) / 2
        left = track.right() - KNOB - gap if is_on else track.left() + gap
        knob = QRectF(left, track.top() + gap, KNOB, KNOB)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent if is_on else tokens.control_line))
        painter.drawEllipse(knob)
        if is_on:
            icon("check", "accent").paint(painter, knob.adjusted(2, 2, -2, -2).toRect())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-3, -3, 3, 3), 14, 14)
        painter.setPen(QColor(tokens.text))
        words = QRectF(track.right() + Space.S, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class SegmentedControl(QWidget):
    """One of a few values side by side; arrows go along.

    Signals:
        chosen: the value.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str]], value: object = None) -> None:
        """Offer these choices."""
        super().__init__()
        layout = row(self, spacing=0)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        last = len(choices) - 1
        for at, (one, text) in enumerate(choices):
            button = QPushButton(text)
            button.setCheckable(True)
            place = "only" if not last else {0: "first", last: "last"}.get(at, "middle")
            button.setProperty("segment", place)
            press_by_enter(button)
            button.clicked.connect(partial(self._on_clicked, one))
            self._values.append(one)
            self._group.addButton(button, at)
            layout.addWidget(button)
        layout.addStretch(1)
        self.set_value(value if value is not None else self._values[0])

    def value(self) -> object:
        """Return the value chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: object) -> None:
        """Choose a value without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Say other words for the same values, such as a count that changed."""
        for at, text in enumerate(texts):
            self._group.button(at).setText(text)

    def _on_clicked(self, value: object, *_ignored: object) -> None:
        self.chosen.emit(value)
