"""Collects garbage on the GUI thread only: a widget must not die on a worker."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_MILLISECONDS = 500
OLDEST = 2
LOAD = 50_000
"""So many new objects at once are rows of a long file or list, not the remains of widgets."""


def never() -> bool:
    """Stand in where nothing runs beside the window."""
    return False


class Collector(QObject):
    """Takes the automatic collection away from whichever thread happens to allocate.

    A page that holds its own callbacks is a cycle. Python would break it on the thread that
    allocates most, a database worker, and Qt aborts when a widget is destroyed there.

    Looking through a load of rows would hold the window up for a second. Rows are no cycles: a
    load is set aside unseen, and looked through when the person has gone to another program.
    """

    def __init__(
        self, parent: QObject | None = None, *, is_busy: Callable[[], bool] = never
    ) -> None:
        """Begin to collect from a timer; `close` gives the collection back."""
        super().__init__(parent)
        gc.disable()
        self._is_busy = is_busy
        self._has_load = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def collect(self) -> None:
        """Collect the oldest generation whose turn it is, as Python itself would."""
        if self._is_busy():
            # What a worker is making now is no garbage yet
            return
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] > LOAD:
            gc.freeze()
            self._has_load = True
            return
        for generation in range(OLDEST, -1, -1):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def collect_all(self) -> None:
        """Look through everything, loads too."""
        self._has_load = False
        gc.unfreeze()
        gc.collect()

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        if self._has_load:
            gc.unfreeze()
        gc.enable()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if self._has_load and state is not Qt.ApplicationState.ApplicationActive:
            self.collect_all()
