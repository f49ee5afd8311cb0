"""The way in: create a workspace, open one. What is slow to load is loaded when it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.db.location import FileLocation, Location, locate

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from jurydesk.db.storage import SqlStorage
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.errors import JurydeskError
    from jurydesk.services.ports import Clock


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace. `warnings` are for a person to read; work can go on."""

    storage: SqlStorage
    engine: Engine
    clock: Clock
    actor: str
    warnings: tuple[JurydeskError, ...] = ()

    def open_unit(self) -> SqlUnitOfWork:
        """Prepare one transaction."""
        from jurydesk.db.unit_of_work import SqlUnitOfWork  # noqa: PLC0415 -- slow import

        return SqlUnitOfWork(self.engine, clock=self.clock, actor=self.actor)

    def close(self) -> None:
        """Give every connection back."""
        self.engine.dispose()


def create(location: str | Path) -> SqlStorage:
    """Make a new workspace: a file that was not there, or tables in an empty database.

    Raises:
        EnvironmentFailure: there is something already, or it cannot be written.
        WrongUsage: the address of a server is not one.
    """
    from jurydesk.db.creation import create_file, create_on_server  # noqa: PLC0415 -- slow import

    place = locate(location)
    if isinstance(place, FileLocation):
        create_file(place)
    else:
        create_on_server(place)
    return _storage(place, pooled=False, wait_seconds=10)[0]


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
    from jurydesk.db.opening import prepare_file, prepare_server  # noqa: PLC0415 -- slow import

    place = locate(location)
    if isinstance(place, FileLocation):
        warnings = prepare_file(place, now=clock.now(), backups=backups, wait_seconds=wait_seconds)
    else:
        prepare_server(place, wait_seconds=wait_seconds)
        warnings = ()
    storage, engine = _storage(place, pooled=True, wait_seconds=wait_seconds)
    return Workspace(storage, engine, clock, actor, warnings)


def _storage(place: Location, *, pooled: bool, wait_seconds: float) -> tuple[SqlStorage, Engine]:
    from jurydesk.db.engine import open_engine  # noqa: PLC0415 -- slow import
    from jurydesk.db.storage import SqlStorage  # noqa: PLC0415 -- slow import

    engine = open_engine(place, pooled=pooled, wait_seconds=wait_seconds)
    return SqlStorage(engine, place), engine
