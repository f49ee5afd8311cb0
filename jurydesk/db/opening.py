"""What happens between the choice of a workspace and the first unit of work."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.db.copies import copy_before_migration, copy_of_the_day
from jurydesk.db.failures import NO_BACKUP, failure
from jurydesk.db.folders import folder_warnings
from jurydesk.db.schema import needs_upgrade, server_version, upgrade
from jurydesk.db.workspace_file import file_version
from jurydesk.errors import EnvironmentFailure, JurydeskError

if TYPE_CHECKING:
    from jurydesk.db.location import FileLocation, ServerLocation


def prepare_file(
    location: FileLocation, *, now: datetime, backups: bool, wait_seconds: float
) -> tuple[JurydeskError, ...]:
    """Check a file, migrate it after a copy, keep the copy of the day; return the warnings."""
    version = file_version(location, wait_seconds=wait_seconds)
    if needs_upgrade(version):
        copy_before_migration(location, version=version, now=now)
        upgrade(location)
    warnings = folder_warnings(location)
    if backups:
        warnings += _copy_of_the_day(location, now)
    return warnings


def prepare_server(location: ServerLocation, *, wait_seconds: float) -> None:
    """Check the tables on a server and migrate them; its owner keeps the copies."""
    if needs_upgrade(server_version(location, wait_seconds=wait_seconds)):
        upgrade(location)


def _copy_of_the_day(location: FileLocation, now: datetime) -> tuple[JurydeskError, ...]:
    try:
        copy_of_the_day(location, now=now)
    except EnvironmentFailure as error:
        # Work can go on without; whoever works should know
        return (failure(NO_BACKUP, location, why=error.code),)
    return ()
