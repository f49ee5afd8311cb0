"""One field with two values side by side: a click or an arrow takes one, or both where they add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import even, row

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

NAME_WIDTH = 128
Taken = Literal["left", "right", "both"]


class ValueCard(QFrame):
    """One value that can be taken.

    Signals:
        clicked: somebody pressed on it.
    """

    clicked = Signal()

    def __init__(self, text: str, nothing: str, *, adds: bool) -> None:
        """Show the value; `nothing` stands for none. `adds`: it can be taken beside the other."""
        super().__init__()
        self.is_taken = False
        self._names = ("check-circle", "circle") if not adds else ("check", "add")
        self._mark = IconLabel("circle", "muted")
        self._text = label(text or nothing, tone="plain" if text else "muted", wraps=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        content = row(self, spacing=Space.S, margins=even(Space.S))
        content.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        content.addWidget(self._text, 1)
        self.show_taken(is_taken=False)

    def text(self) -> str:
        """Return the words shown."""
        return self._text.text()

    def show_taken(self, *, is_taken: bool) -> None:
        """Show whether the value is taken: by its mark as well as by its ground."""
        self.is_taken = is_taken
        taken, left = self._names
        self._mark.show_icon(taken if is_taken else left, "accent" if is_taken else "muted")
        set_tone(self, "on" if is_taken else "off", "choice")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the value on a click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()


class ChoiceRow(QFrame):
    """The name of a field, and two values of which one is taken.

    Left and Right take one of them, Space takes both where both can be kept, Up and Down go to
    the field before and after.

    Signals:
        chosen: another value was taken.
        reached: the row has the focus now, and should be in view.
    """

    chosen = Signal()
    reached = Signal()

    def __init__(
        self, name: str, values: tuple[str, str], *, taken: Taken, adds: bool, nothing: str
    ) -> None:
        """Show both values with what is proposed; `adds`: both can be kept."""
        super().__init__()
        self.name = name
        self._adds = adds
        self._values = values
        self.left, self.right = (ValueCard(value, nothing, adds=adds) for value in values)
        self.taken: Taken = taken
        self.setProperty("choices", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        margins = (Space.S, Space.XS, Space.XS, Space.XS)
        content = row(self, spacing=Space.S, margins=margins)
        heading = label(name, tone="muted", wraps=True)
        heading.setFixedWidth(NAME_WIDTH)
        # Its first line stands beside the first line of the values
        heading.setContentsMargins(0, Space.S + 1, 0, 0)
        content.addWidget(heading, 0, Qt.AlignmentFlag.AlignTop)
        content.addWidget(self.left, 1)
        content.addWidget(self.right, 1)
        self.left.clicked.connect(self._on_left)
        self.right.clicked.connect(self._on_right)
        self.take(taken)

    def take(self, taken: Taken) -> None:
        """Take the left value, the right one, or both."""
        self.taken = taken if taken != "both" or self._adds else self.taken
        self.left.show_taken(is_taken=self.taken in {"left", "both"})
        self.right.show_taken(is_taken=self.taken in {"right", "both"})
        cards = (card.text() for card in (self.left, self.right) if card.is_taken)
        self.setAccessibleName(" · ".join((self.name, *cards)))

    def _on_left(self) -> None:
        self._toggle("left", self.left, self.right)

    def _on_right(self) -> None:
        self._toggle("right", self.right, self.left)

    def _toggle(self, side: Taken, card: ValueCard, other: ValueCard) -> None:
        """A click takes a value; where values add it takes it beside the other, or drops it."""
        if not self._adds:
            self.take(side)
        elif not card.is_taken:
            self.take("both")
        elif other.is_taken:
            self.take("right" if side == "left" else "left")
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take by Left, Right and Space; go on by Up and Down."""
        sides: dict[int, Taken] = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}
        key = event.key()
        if key in sides:
            self.take(sides[key])
            self.chosen.emit()
        elif key == Qt.Key.Key_Space:
            self.take("both")
            self.chosen.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask to be in view."""
        super().focusInEvent(event)
        self.reached.emit()
