"""Somebody at the window: presses keys and clicks where a person would, and waits like one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from jurydesk.ui.pages.deliberation.page import DeliberationPage
from jurydesk.ui.pages.papers.page import PapersPage
from jurydesk.ui.pages.sessions.page import SessionsPage
from tests.ui.conftest import rest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.application import Parts
    from jurydesk.ui.widgets.timetable_canvas import TimetableCanvas
    from jurydesk.ui.widgets.timetable_geometry import Place

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton


class Secretary:
    """Works at one window."""

    def __init__(self, qtbot: QtBot, parts: Parts) -> None:
        self.qtbot = qtbot
        self.parts = parts
        parts.window.activateWindow()
        qtbot.waitUntil(parts.window.isActiveWindow)

    def rest(self) -> None:
        """Wait until everything asked for has been done and shown."""
        # A button pressed by its shortcut clicks a tenth of a second later
        self.qtbot.waitUntil(lambda: not any(map(QAbstractButton.isDown, self.buttons())))
        rest(self.qtbot, self.parts)
        QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        QApplication.processEvents()

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys (« Ctrl+N ») where the focus is, or on a widget."""
        self._take_a_turn()
        target = widget or QApplication.focusWidget() or self.parts.window
        QTest.keySequence(target, QKeySequence(keys))
        self.rest()

    def _take_a_turn(self) -> None:
        """Without a desktop nobody gives the window its turn when a dialog has gone."""
        if QApplication.activeWindow() is None:
            front = QApplication.activeModalWidget() or self.parts.window
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow)

    def write(self, text: str, widget: QWidget | None = None) -> None:
        """Type a text."""
        self._take_a_turn()
        target = widget or QApplication.focusWidget() or self.parts.window
        target.setFocus()
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(target, letter)
            else:
                # QTest knows no other letters and would abort
                press = QEvent.Type.KeyPress
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(target, QKeyEvent(press, 0, none, letter))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click in the middle of a widget, or at a point of it."""
        self._take_a_turn()
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())
        self.rest()

    def click_button(self, text: str, inside: QWidget | None = None) -> None:
        """Click the button with these words."""
        self.click(self.button(text, inside))

    def buttons_named(self, text: str) -> list[QAbstractButton]:
        """Find the visible buttons with these words."""
        return [one for one in self.buttons() if one.text() == text and one.isVisible()]

    def button(self, text: str, inside: QWidget | None = None) -> QAbstractButton:
        """Find the visible button with these words."""
        place = inside or self.parts.window
        found = [b for b in place.findChildren(QAbstractButton) if b.text() == text]
        (button,) = [b for b in found if b.isVisible()]
        return button

    def buttons(self) -> list[QAbstractButton]:
        """Return every button there is."""
        return [one for one in QApplication.allWidgets() if isinstance(one, QAbstractButton)]

    def dialog(self, kind: type[D]) -> D:
        """Return the one dialog of that kind that is open."""
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        (found,) = [one for one in windows if isinstance(one, kind)]
        return found

    def drag(self, canvas: TimetableCanvas, key: int, place: Place) -> None:
        """Drag a hearing to a place, in steps as a hand does; the button stays down."""
        block = canvas.block(key)
        assert block is not None
        geometry = canvas.geometry_now()
        start = QPointF(geometry.left(block.lane) + 40, geometry.top(block.start) + 8).toPoint()
        end = QPointF(geometry.left(place.lane) + 40, geometry.top(place.start) + 8).toPoint()
        QTest.mousePress(canvas, LEFT, pos=start)
        for step in range(1, 5):
            QTest.mouseMove(canvas, start + (end - start) * step / 4)
            QApplication.processEvents()

    def drop(self, canvas: TimetableCanvas, place: Place) -> None:
        """Let go."""
        geometry = canvas.geometry_now()
        end = QPointF(geometry.left(place.lane) + 40, geometry.top(place.start) + 8).toPoint()
        QTest.mouseRelease(canvas, LEFT, pos=end)
        self.rest()

    def sessions(self) -> SessionsPage:
        """Return the page of sessions."""
        return cast("SessionsPage", self.parts.window.shell.pages["sessions"])

    def deliberation(self) -> DeliberationPage:
        """Return the page of the deliberation."""
        return cast("DeliberationPage", self.parts.window.shell.pages["deliberation"])

    def papers(self) -> PapersPage:
        """Return the page of papers."""
        return cast("PapersPage", self.parts.window.shell.pages["papers"])
