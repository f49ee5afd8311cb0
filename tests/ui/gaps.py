"""How long the window stands still: a timer that should ring often notes when it could not."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_MILLISECONDS = 5


class Gaps:
    """Rings every five milliseconds of the event loop."""

    def __init__(self) -> None:
        self._last = perf_counter()
        self._longest = 0.0
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._ring)
        self._timer.start()

    def during(self, act: Callable[[], None], until: Callable[[], bool]) -> tuple[float, float]:
        """Do something; return how long it took until it was over, and the longest gap, in ms."""
        self._last, self._longest = perf_counter(), 0.0
        start = perf_counter()
        act()
        while not until():
            QApplication.processEvents()
        taken = perf_counter() - start
        before = self._last
        while self._last == before:
            # What was done last has not been painted before the timer rings again
            QApplication.processEvents()
        return 1000 * taken, 1000 * self._longest

    def _ring(self) -> None:
        now = perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
