"""What happens between the choice of a workspace and the first unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.db.copies import copy_before_migration, copy_of_the_day
from jurydesk.db.engine import open_engine
from jurydesk.db.failures import NO_BACKUP, failure
from jurydesk.db.folders import folder_warnings
from jurydesk.db.location import ServerLocation
from jurydesk.db.schema import needs_upgrade, server_version, upgrade
from jurydesk.db.storage import SqlStorage
from jurydesk.db.unit_of_work import SqlUnitOfWork
from jurydesk.db.workspace_file import file_version
from jurydesk.errors import EnvironmentFailure, JurydeskError

if TYPE_CHECKING:
    from datetime import datetime

    from jurydesk.db.location import FileLocation, Location

__all__ = ["SqlStorage", "SqlUnitOfWork", "open_engine", "prepare"]


def prepare(
    location: Location, *, now: datetime, backups: bool, wait_seconds: float
) -> tuple[JurydeskError, ...]:
    """Check a workspace, migrate it, keep the copy of the day; return the warnings."""
    if isinstance(location, ServerLocation):
        # Whoever runs the server keeps the copies, the one before a migration too
        if needs_upgrade(server_version(location, wait_seconds=wait_seconds)):
            upgrade(location)
        return ()
    version = file_version(location, wait_seconds=wait_seconds)
    if needs_upgrade(version):
        copy_before_migration(location, version=version, now=now)
        upgrade(location)
    warnings = folder_warnings(location)
    return warnings + _copy_of_the_day(location, now) if backups else warnings


def _copy_of_the_day(location: FileLocation, now: datetime) -> tuple[JurydeskError, ...]:
    try:
        copy_of_the_day(location, now=now)
    except EnvironmentFailure as error:
        # Work can go on without; whoever works should know
        return (failure(NO_BACKUP, location, why=error.code),)
    return ()
