"""Lets go of many objects a few at a time: freeing twenty thousand rows at once takes 0.2 s."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterable

FEW = 100
SLICE_SECONDS = 0.008
"""How long the window may stand still for what can wait."""


class Leftovers(QObject):
    """Holds what is no longer needed until the window has nothing better to do."""

    def __init__(self, parent: QObject) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._held: list[list[Any]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._let_go)

    def take(self, *many: Iterable[Any]) -> None:
        """Take over the last references to these."""
        self._held += [list(one) for one in many]
        self._timer.start()

    def count(self) -> int:
        """Return how many objects are still held."""
        return sum(map(len, self._held))

    def _let_go(self) -> None:
        end = monotonic() + SLICE_SECONDS
        while self._held and monotonic() < end:
            del self._held[-1][-FEW:]
            if not self._held[-1]:
                self._held.pop()
        if self._held:
            self._timer.start()
