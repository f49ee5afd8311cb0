"""The way in: create a workspace, open one. What is slow to load is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.db.location import FileLocation, locate

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from jurydesk.db.storage import SqlStorage
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.errors import JurydeskError
    from jurydesk.services.ports import Clock


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace. `warnings` are for a person to read; work can go on."""

    open_unit: Callable[[], SqlUnitOfWork]
    """Prepares one transaction."""
    storage: SqlStorage
    engine: Engine
    warnings: tuple[JurydeskError, ...] = ()

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def create(location: str | Path) -> SqlStorage:
    """Make a new workspace: a file that was not there, or tables in an empty database.

    Raises:
        EnvironmentFailure: there is something already, or it cannot be written.
        WrongUsage: the address of a server is not one.
    """
    from jurydesk.db import creation  # noqa: PLC0415 -- slow import

    place = locate(location)
    if isinstance(place, FileLocation):
        return creation.create_file(place)
    return creation.create_on_server(place)


def open_workspace(
    location: str | Path,
    *,
    clock: Clock,
    actor: str,
    backups: bool = True,
    wait_seconds: float = 10,
) -> Workspace:
    """Open a workspace: check it, bring it up to date, keep the copy of the day.

    Another's transaction is waited for during `wait_seconds`, here and in every unit.

    Raises:
        EnvironmentFailure: not there, not readable, locked, away.
        DamagedFile: not ours, damaged, or made by a newer program.
        WrongUsage: the address of a server is not one.
    """
    from jurydesk.db import opening  # noqa: PLC0415 -- slow import

    place = locate(location)
    warnings = opening.prepare(place, now=clock.now(), backups=backups, wait_seconds=wait_seconds)
    engine = opening.open_engine(place, pooled=True, wait_seconds=wait_seconds)
    return Workspace(
        open_unit=lambda: opening.SqlUnitOfWork(engine, clock=clock, actor=actor),
        storage=opening.SqlStorage(engine, place),
        engine=engine,
        warnings=warnings,
    )
