"""Gives the focus back to the work when what had it is gone; Qt gives it to a neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.ui.pages.page import Page


class FocusKeeper(QObject):
    """Watches the focus inside one part of the window.

    A button that is disabled or deleted by its own act loses the focus, and Qt passes it along
    the tab chain: the next Space would press what nobody chose. Whoever moves the focus on
    purpose in the meantime is heeded.
    """

    def __init__(self, inside: QWidget, current_page: Callable[[], Page | None]) -> None:
        """Watch from now on."""
        super().__init__(inside)
        self._inside = inside
        self._current_page = current_page
        self._last: QWidget | None = None
        self._astray: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._give_back)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self) or not isValid(self._inside):
            return
        if old is not None and self._is_lost(old):
            self._astray = now
            self._timer.start(0)
        elif now is not None and not self._timer.isActive():
            self._remember(now)

    def _remember(self, now: QWidget) -> None:
        """Note where somebody works; a button is pressed in passing."""
        page = self._current_page()
        if page is not None and page.isAncestorOf(now) and not isinstance(now, QAbstractButton):
            self._last = now

    def _is_lost(self, old: QWidget) -> bool:
        if not isValid(old):
            return True
        if not self._inside.isAncestorOf(old):
            return False
        # Told while it happens, before the widget itself counts as hidden or disabled
        goes = old.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled) or old.isHidden()
        return goes or not _is_open(old)

    def _give_back(self) -> None:
        astray, self._astray = self._astray, None
        now: QWidget | None = self._inside.window().focusWidget()
        page = self._current_page()
        if page is None or not page.isVisible() or now not in {None, astray}:
            return
        last, self._last = self._last, None
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if last is not None and self._is_place_in(page, last):
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.take_focus()

    @staticmethod
    def _is_place_in(page: Page, widget: QWidget) -> bool:
        return isValid(widget) and page.isAncestorOf(widget) and _is_open(widget)


def _is_open(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
