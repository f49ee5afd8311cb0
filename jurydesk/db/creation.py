"""New workspaces: complete under their name, or not there at all."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from jurydesk.db.copies import discard
from jurydesk.db.engine import connect_file, open_engine
from jurydesk.db.failures import EXISTS, INPUT_OUTPUT, NO_FOLDER, NO_WORKSPACE, failure, translated
from jurydesk.db.location import FileLocation
from jurydesk.db.schema import server_version, upgrade
from jurydesk.db.storage import SqlStorage
from jurydesk.errors import EnvironmentFailure

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.db.location import ServerLocation


def create_file(location: FileLocation) -> SqlStorage:
    """Make a workspace file under another name, then give it its own.

    Raises:
        EnvironmentFailure: there is a file already, or it cannot be written.
    """
    # A name of its own: two that create the same workspace at once do not share it
    mark = secrets.token_hex(4)
    part = FileLocation(location.path.with_name(f".{location.path.name}.{mark}.part"))
    try:
        if location.path.exists():
            raise failure(EXISTS, location)
        if not location.path.parent.is_dir():
            raise failure(NO_FOLDER, location)
        with closing(connect_file(part, mode="rwc")) as connection:
            # Writes the header: an empty file would not be SQLite's
            connection.execute("VACUUM")
        upgrade(part)
        _name_for_good(part.path, location)
    except (sqlite3.Error, OSError) as error:
        raise translated(error, location) or failure(INPUT_OUTPUT, location) from error
    finally:
        discard(part.path)
    return SqlStorage(open_engine(location), location)


def _name_for_good(part: Path, location: FileLocation) -> None:
    """Give the finished file its name, unless another got there first."""
    try:
        # Unlike a rename, a link never takes the place of another file
        os.link(part, location.path)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk knows links
        if location.path.exists():
            raise failure(EXISTS, location) from None
        part.rename(location.path)


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
        upgrade(location, fresh=True)
        return SqlStorage(open_engine(location), location)
    raise failure(EXISTS, location)
