"""A workspace file before it is used: is it there, ours, whole, of a version that we know."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from jurydesk.db.engine import APPLICATION_ID, WAIT_SECONDS, connect_file
from jurydesk.db.failures import DAMAGED, NO_FILE, NOT_FOUND, NOT_OURS, failure, translated
from jurydesk.db.schema import checked_version

if TYPE_CHECKING:
    from jurydesk.db.location import FileLocation

_HEADER = b"SQLite format 3\x00"


def file_version(location: FileLocation, *, wait_seconds: float = WAIT_SECONDS) -> int:
    """Return the version of the tables in a file, which is read through once.

    Raises:
        EnvironmentFailure: it is not there, or cannot be read.
        DamagedFile: it is not ours, from a newer program, or damaged.
    """
    _check_header(location)
    try:
        with closing(connect_file(location, wait_seconds=wait_seconds)) as connection:
            if _pragma(connection, "application_id") != APPLICATION_ID:
                raise failure(NOT_OURS, location)
            version = checked_version(_pragma(connection, "user_version"), location)
            check_pages(connection, location)
    except sqlite3.Error as error:
        raise translated(error, location) or failure(
            DAMAGED, location, detail=str(error)
        ) from error
    return version


def check_pages(connection: sqlite3.Connection, location: FileLocation) -> None:
    """Read every page once.

    Raises:
        DamagedFile: one of them is not what it should be.
    """
    (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise failure(DAMAGED, location, detail=said)


def _check_header(location: FileLocation) -> None:
    try:
        if not location.path.is_file():
            raise failure(NO_FILE if location.path.exists() else NOT_FOUND, location)
        with location.path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise translated(error, location) or error from error
    if header != _HEADER:
        raise failure(NOT_OURS, location)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
