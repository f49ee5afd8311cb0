"""Copies of a workspace file: made by SQLite's own means, opened, checked, and thinned out."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.db.engine import connect_file
from jurydesk.db.failures import BAD_COPY, EXISTS, INPUT_OUTPUT, NO_FOLDER, failure, translated
from jurydesk.db.location import FileLocation
from jurydesk.db.workspace_file import file_version
from jurydesk.errors import DamagedFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUFFIX = ".jurydesk"
_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = re.compile(r"-(?P<stamp>\d{4}-\d{2}-\d{2}T\d{6})\.jurydesk$")
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12


def copy_file(source: FileLocation, target: Path) -> Path:
    """Copy a workspace while it may be in use; the copy appears under its name once checked.

    Raises:
        EnvironmentFailure: it cannot be written there.
        DamagedFile: the copy does not hold, so it was not kept.
    """
    place = FileLocation(target.expanduser().absolute())
    check_is_no_device(place)
    if place.path == source.path or (place.path.exists() and place.path.samefile(source.path)):
        raise failure(EXISTS, place)
    if not place.path.parent.is_dir():
        raise failure(NO_FOLDER, place)
    part = FileLocation(place.path.with_name(f".{place.path.name}.part"))
    try:
        _write_copy(source, part)
        _check_copy(part, place)
        part.path.replace(place.path)
    except (sqlite3.Error, OSError) as error:
        raise translated(error, place) or failure(INPUT_OUTPUT, place) from error
    finally:
        discard(part.path)
    return place.path


def discard(path: Path) -> None:
    """Remove what was left of a file, if it can be: why it was left is what there is to say."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def check_is_no_device(place: FileLocation) -> None:
    """Refuse to take the place of a folder, a pipe or a device.

    Raises:
        EnvironmentFailure: it is one.
    """
    try:
        other = place.path.exists() and not place.path.is_file()
    except OSError as error:
        raise translated(error, place) or error from error
    if other:
        raise failure(EXISTS, place)


def _write_copy(source: FileLocation, part: FileLocation) -> None:
    part.path.unlink(missing_ok=True)
    with (
        closing(connect_file(source)) as connection,
        closing(connect_file(part, mode="rwc")) as copy,
    ):
        connection.backup(copy)
    with part.path.open("rb+") as file:
        os.fsync(file.fileno())


def _check_copy(part: FileLocation, place: FileLocation) -> None:
    try:
        file_version(part)
        with closing(connect_file(part)) as copy:
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    except DamagedFile as error:
        raise failure(BAD_COPY, place) from error
    if broken is not None:
        raise failure(BAD_COPY, place)


def copies_folder(location: FileLocation) -> Path:
    """Return the folder of the automatic copies, beside the workspace."""
    return location.path.with_name(f"{location.path.stem}.backups")


def copy_before_migration(location: FileLocation, *, version: int, now: datetime) -> Path:
    """Copy a workspace as the older program left it; such a copy is never thinned out."""
    folder = made_folder(location)
    return copy_file(location, folder / stamped_name(location, now, f"-version-{version}"))


def copy_of_the_day(location: FileLocation, *, now: datetime) -> Path | None:
    """Copy a workspace that changed since its last copy, once a day; None: nothing to do."""
    copies = _automatic_copies(location)
    if copies:
        newest = max(copies)
        untouched = location.path.stat().st_mtime < copies[newest].stat().st_mtime
        if untouched or newest.date() >= now.date():
            return None
    made = copy_file(location, made_folder(location) / stamped_name(location, now))
    copies[now.replace(microsecond=0)] = made
    for stamp in copies.keys() - kept(copies):
        copies[stamp].unlink(missing_ok=True)
    return made


def newest_copy(location: FileLocation) -> datetime | None:
    """Return when the newest automatic copy was made."""
    return max(_automatic_copies(location), default=None)


def kept(stamps: Iterable[datetime]) -> set[datetime]:
    """Choose the copies to keep: the last of the last days, weeks and months that have one."""
    ordered = sorted(stamps, reverse=True)
    chosen: set[datetime] = set()
    for pattern, count in (("%Y-%m-%d", KEPT_DAYS), ("%G-%V", KEPT_WEEKS), ("%Y-%m", KEPT_MONTHS)):
        newest_of: dict[str, datetime] = {}
        for stamp in ordered:
            newest_of.setdefault(stamp.strftime(pattern), stamp)
        chosen.update(list(newest_of.values())[:count])
    return chosen


def _automatic_copies(location: FileLocation) -> dict[datetime, Path]:
    folder = copies_folder(location)
    found = ((_NAME.search(path.name), path) for path in sorted(folder.glob(f"*{SUFFIX}")))
    return {
        datetime.fromisoformat(match["stamp"]): path
        for match, path in found
        if match is not None and path.name.startswith(location.path.stem)
    }


def stamped_name(location: FileLocation, now: datetime, why: str = "") -> str:
    """Return the name of a copy made now; only one without `why` is ever thinned out."""
    return f"{location.path.stem}-{now.strftime(_STAMP)}{why}{SUFFIX}"


def made_folder(location: FileLocation) -> Path:
    """Return the folder of the copies, which is there from now on."""
    folder = copies_folder(location)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise translated(error, FileLocation(folder)) or error from error
    return folder
