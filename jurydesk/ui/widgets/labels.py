"""Texts on the type scale, and pictures the size of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from jurydesk.ui.theme.scale import TextRole
    from jurydesk.ui.theme.tokens import Tone


def label(
    text: str, role: TextRole = "body", *, tone: Tone = "plain", wraps: bool = False
) -> QLabel:
    """Return a text of one role and tone; plain text always, so names are never markup."""
    widget = QLabel(text)
    set_look(widget, role, tone=tone, wraps=wraps)
    return widget


def set_look(
    widget: QLabel, role: TextRole = "body", *, tone: Tone = "plain", wraps: bool = False
) -> None:
    """Give a text its role and tone."""
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setProperty("role", role)
    widget.setProperty("tone", tone)
    widget.setWordWrap(wraps)
    if wraps:
        # A wrapped label must take the height its width asks for, not one line less.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        widget.setSizePolicy(policy)


def set_tone(widget: QWidget, tone: str, name: str = "tone") -> None:
    """Change the tone of a built widget and have the style sheet read again."""
    if widget.property(name) != tone:
        widget.setProperty(name, tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room, and says it all in its tooltip."""

    def __init__(self, text: str = "", role: TextRole = "body", tone: Tone = "plain") -> None:
        """Show the text as far as it goes."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.full_text = text
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """Show another text."""
        self.full_text = text
        self.setAccessibleName(text)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self.full_text, Qt.TextElideMode.ElideRight, max(self.width(), 1)
        )
        self.setText(shown)
        self.setToolTip(self.full_text if shown != self.full_text else "")

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for a few letters at least."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 4, metrics.height())

    @override
    def sizeHint(self) -> QSize:
        """Ask for the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.full_text) + 2, metrics.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self._elide()


class IconLabel(QWidget):
    """One icon, in the ink of its tone; a name is read out only where no word stands beside it."""

    def __init__(self, name: str, tone: Tone = "plain", size: int = ICON, spoken: str = "") -> None:
        """Show the icon of that name."""
        super().__init__()
        self._name = name
        self._tone: Tone = tone
        self.setFixedSize(size, size)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw in the ink of the theme of the moment."""
        painter = QPainter(self)
        icon(self._name, self._tone).paint(painter, self.rect())
        painter.end()
