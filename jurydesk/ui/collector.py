"""Collects garbage on the GUI thread only: a widget must not die on a worker."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MILLISECONDS = 500
OLDEST = 2


class Collector(QObject):
    """Takes the automatic collection away from whichever thread happens to allocate.

    A page that holds its own callbacks is a cycle. Python would break it on the thread that
    allocates most, a database worker, and Qt aborts when a widget is destroyed there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to collect from a timer; `close` gives the collection back."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation whose turn it is, as Python itself would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in range(OLDEST, -1, -1):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
