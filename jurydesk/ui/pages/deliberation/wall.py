"""The room on a wall: the whole screen, large letters, and only what a jury may see."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from jurydesk.ui.theme.style_sheet import text_sheet

if TYPE_CHECKING:
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom

SIZES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
FIRST_SIZE = 1.15
SIZE_KEY, NAMES_KEY = "room/wall_size", "room/wall_names"


class Wall(QObject):
    """Puts the room on the wall and takes it down.

    Signals:
        changed: whether it is on the wall now.
    """

    changed = Signal(object)

    def __init__(self, room: DeliberationRoom) -> None:
        """Start on the desk; the keys are those of the room."""
        super().__init__(room)
        self._room = room
        self.is_on = False
        # Which of a pair of keys makes a plus differs between keyboards
        larger, smaller = ("Ctrl++", "Ctrl+="), ("Ctrl+-",)
        self._keys = [
            *(QShortcut(QKeySequence(key), room, partial(self.resize, 1)) for key in larger),
            *(QShortcut(QKeySequence(key), room, partial(self.resize, -1)) for key in smaller),
            QShortcut(QKeySequence("F8"), room, self.toggle_names),
            QShortcut(QKeySequence("Esc"), room, self.leave),
        ]
        QShortcut(QKeySequence("F11"), room, self.toggle)
        self._enable_keys()

    @property
    def size(self) -> float:
        """Return how much larger than elsewhere the letters are on the wall."""
        kept = QSettings().value(SIZE_KEY, FIRST_SIZE)
        return min(SIZES, key=lambda one: abs(one - float(str(kept))))

    def toggle(self) -> None:
        """Put the room on the wall, or take it down (F11)."""
        self._set(is_on=not self.is_on)

    def leave(self) -> None:
        """Take it down (Escape)."""
        if self.is_on:
            self._set(is_on=False)

    def resize(self, by: int) -> None:
        """Make the letters one size larger or smaller (Ctrl and plus or minus)."""
        at = min(max(SIZES.index(self.size) + by, 0), len(SIZES) - 1)
        QSettings().setValue(SIZE_KEY, SIZES[at])
        self._dress()

    def toggle_names(self) -> None:
        """Show or hide the names of the other candidates (F8)."""
        self._room.shows_names = not self._room.shows_names
        QSettings().setValue(NAMES_KEY, int(self._room.shows_names))
        self._room.show_strip()

    def _set(self, *, is_on: bool) -> None:
        self.is_on = is_on
        self._room.shows_names = bool(int(str(QSettings().value(NAMES_KEY, 0))))
        self._enable_keys()
        self._room.set_on_wall(is_on_wall=is_on)
        self._dress()
        self.changed.emit(is_on)

    def _dress(self) -> None:
        points = QGuiApplication.font().pointSizeF()
        self._room.zoom_to(self.size if self.is_on else 1.0)
        self._room.setStyleSheet(text_sheet(points * self.size) if self.is_on else "")

    def _enable_keys(self) -> None:
        for key in self._keys:
            key.setEnabled(self.is_on)
