"""Long work on the GUI thread, a few milliseconds at a time between two events."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

T = TypeVar("T")
SECONDS = 0.005
"""One slice; a person notices the window stand still from some fifty milliseconds on."""


class SlicedWork(QObject, Generic[T]):
    """Runs one piece of work that yields often; what it returns is handed over at its end.

    Rows belong to widgets, whose words and columns no other thread may touch.
    """

    def __init__(self, parent: QObject, *, pause: int = 0) -> None:
        """Start idle; `pause` is how many milliseconds are left to others after each slice."""
        super().__init__(parent)
        self._work: Generator[None, None, T] | None = None
        self._done: Callable[[T], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._go_on)

    def start(self, work: Generator[None, None, T], done: Callable[[T], None]) -> None:
        """Begin, dropping what was under way; short work is done on return."""
        self.stop()
        self._work, self._done = work, done
        self._go_on()

    def start_later(self, work: Generator[None, None, T], done: Callable[[T], None]) -> None:
        """Begin when what is under way has been shown."""
        self.stop()
        self._work, self._done = work, done
        self._timer.start()

    def finish(self) -> None:
        """Do what is left of it now, if there is any."""
        self._timer.stop()
        while self._work is not None:
            self._step()

    def stop(self) -> None:
        """Drop what is under way."""
        self._timer.stop()
        self._work = self._done = None

    def is_running(self) -> bool:
        """Tell whether something is under way."""
        return self._work is not None

    def _go_on(self) -> None:
        until = perf_counter() + SECONDS
        while self._work is not None:
            self._step()
            if perf_counter() > until and self._work is not None:
                self._timer.start()
                return

    def _step(self) -> None:
        work, done = self._work, self._done
        if work is None or done is None:
            return
        try:
            next(work)
        except StopIteration as end:
            self.stop()
            done(end.value)
