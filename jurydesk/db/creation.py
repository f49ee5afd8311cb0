"""New workspaces: complete under their name, or not there at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from jurydesk.db.engine import connect_file, open_engine
from jurydesk.db.failures import EXISTS, INPUT_OUTPUT, NO_FOLDER, NO_WORKSPACE, failure, translated
from jurydesk.db.location import FileLocation
from jurydesk.db.schema import server_version, upgrade
from jurydesk.db.storage import SqlStorage
from jurydesk.errors import EnvironmentFailure

if TYPE_CHECKING:
    from jurydesk.db.location import ServerLocation


def create_file(location: FileLocation) -> SqlStorage:
    """Make a workspace file under another name, then give it its own.

    Raises:
        EnvironmentFailure: there is a file already, or it cannot be written.
    """
    part = FileLocation(location.path.with_name(f".{location.path.name}.part"))
    try:
        if location.path.exists():
            raise failure(EXISTS, location)
        if not location.path.parent.is_dir():
            raise failure(NO_FOLDER, location)
        part.path.unlink(missing_ok=True)
        with closing(connect_file(part, mode="rwc")) as connection:
            # Writes the header: an empty file would not be SQLite's
            connection.execute("VACUUM")
        upgrade(part)
        part.path.rename(location.path)
    except (sqlite3.Error, OSError) as error:
        raise translated(error, location) or failure(INPUT_OUTPUT, location) from error
    finally:
        part.path.unlink(missing_ok=True)
    return SqlStorage(open_engine(location), location)


def create_on_server(location: ServerLocation) -> SqlStorage:
    """Make the tables in an empty database.

    Raises:
        EnvironmentFailure: the server is away, or the database is not empty.
    """
    try:
        server_version(location)
    except EnvironmentFailure as error:
        if error.code != NO_WORKSPACE:
            raise
        upgrade(location)
        return SqlStorage(open_engine(location), location)
    raise failure(EXISTS, location)
