"""What the command line is given by whoever joins the rooms: the ways into a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.ports import Clock, Desk
    from jurydesk.wording import Language

Location = str | Path


class OpenDesk(Protocol):
    """Opens a workspace that exists."""

    def __call__(self, location: Location, *, clock: Clock | None = None) -> Desk:
        """Return a desk on it."""
        ...


class CreateWorkspace(Protocol):
    """Makes a new workspace."""

    def __call__(
        self,
        location: Location,
        *,
        demo: bool = False,
        actor: str | None = None,
        clock: Clock | None = None,
    ) -> Desk:
        """Return a desk on it."""
        ...


class OpenWindow(Protocol):
    """Opens the window and stays until it is closed."""

    def __call__(self, location: Location, *, language: Language | None = None) -> int:
        """Return the exit code."""
        ...


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways in."""

    locate: Callable[[str | None], Location]
    open_desk: OpenDesk
    create_workspace: CreateWorkspace
    restore: Callable[[Path, Location], Path | None]
    open_window: OpenWindow
