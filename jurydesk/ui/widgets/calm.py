"""What the wheel and Enter do to a control: no answer changes by scrolling, Enter presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WheelGuard(QObject):
    """Leaves the wheel to the page, unless a figure is being edited.

    A closed list never turns under the wheel; an open one is another window, which scrolls.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass the wheel on to what lies behind the control."""
        if event.type() != QEvent.Type.Wheel:
            return False
        if isinstance(watched, QAbstractSpinBox) and watched.hasFocus():
            return False
        event.ignore()
        return True


class EnterPress(QObject):
    """Presses a button by Enter as by Space."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Click on Enter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in ENTER or not isinstance(watched, QAbstractButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True


def guard_wheel(editor: QComboBox | QAbstractSpinBox) -> None:
    """Keep a control from changing, and from taking the focus, under the wheel."""
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    _install(editor, WheelGuard)


def press_by_enter(button: QAbstractButton) -> None:
    """Have Enter press a button that has the focus."""
    _install(button, EnterPress)


def _install(widget: QWidget, kind: type[WheelGuard | EnterPress]) -> None:
    """A filter lives as long as what it watches."""
    widget.installEventFilter(kind(widget))
