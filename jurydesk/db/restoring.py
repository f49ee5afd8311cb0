"""Puts a copy in the place of a workspace; what was there is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from jurydesk.db.copies import check_is_no_device, copy_file, discard, made_folder, stamped_name
from jurydesk.db.engine import WAIT_SECONDS, connect_file
from jurydesk.db.failures import INPUT_OUTPUT, LOCKED, failure, translated
from jurydesk.db.location import FileLocation
from jurydesk.db.workspace_file import file_version

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def restore(
    copy: Path, location: Path, *, now: datetime, wait_seconds: float = WAIT_SECONDS
) -> Path | None:
    """Put a copy in the place of the workspace; return where the replaced file is kept.

    Raises:
        DamagedFile: the copy is not a workspace of ours, or damaged.
        EnvironmentFailure: it is not there, or the workspace is in use or cannot be written.
    """
    source = FileLocation(copy.expanduser().absolute())
    place = FileLocation(location.expanduser().absolute())
    check_is_no_device(place)
    file_version(source)
    _check_unused(place, wait_seconds)
    fresh = copy_file(source, place.path.with_name(f".{place.path.name}.new"))
    try:
        return _exchange(place, fresh, now)
    except OSError as error:
        raise translated(error, place) or failure(INPUT_OUTPUT, place) from error
    finally:
        discard(fresh)


def _exchange(place: FileLocation, fresh: Path, now: datetime) -> Path | None:
    kept = _set_aside(place, now)
    try:
        fresh.replace(place.path)
    except OSError:
        if kept is not None:
            kept.replace(place.path)
        raise
    return kept


def _check_unused(place: FileLocation, wait_seconds: float) -> None:
    if not place.path.exists():
        return
    try:
        with closing(connect_file(place, wait_seconds=wait_seconds)) as connection:
            connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        found = translated(error, place)
        # A damaged workspace is the very reason to restore one
        if found is not None and found.code == LOCKED:
            raise found from error


def _set_aside(place: FileLocation, now: datetime) -> Path | None:
    if not place.path.exists():
        return None
    kept = made_folder(place) / stamped_name(place, now, "-replaced")
    journal = place.path.with_name(f"{place.path.name}-journal")
    place.path.replace(kept)
    if journal.exists():
        # Left beside the copy, SQLite would play it back into a file that it does not belong to
        journal.replace(kept.with_name(f"{kept.name}-journal"))
    return kept
