"""How a search tells where it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread

_EVERY = 0.05
"""Seconds between two looks at the token: a request made just before a solver starts counts too."""


class StopToken:
    """Asks a search to stop, from any thread; the best plan found so far is returned."""

    def __init__(self, wish: Callable[[], bool] | None = None) -> None:
        """Start unasked; `wish` is looked at too, such as a window's cancel button."""
        self._asked = Event()
        self._wish = wish

    def stop(self) -> None:
        """Ask to stop; asking twice changes nothing."""
        self._asked.set()

    @property
    def is_asked(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._asked.is_set() or (self._wish is not None and self._wish())

    @contextmanager
    def halting(self, halt: Callable[[], None]) -> Iterator[None]:
        """Call `halt`, again and again until the block ends, once somebody has asked to stop."""
        over = Event()

        def watch() -> None:
            while not over.wait(_EVERY):
                if self.is_asked:
                    halt()

        watcher = Thread(target=watch, name="stop-token", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How good the best plan is so far, and how much better one could still be."""

    seconds: float
    stage: str
    """Name of the first objective part that is being worked on."""
    placed: int
    bound: int
    """No plan hears more candidacies than this."""
    total: int
    gap: float
    """Of the stage: 0 where nothing can be gained, 1 where nothing is known yet."""
