"""Turns what SQLite, PostgreSQL and the operating system raise into errors with a code."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.errors import (
    DamagedFile,
    EnvironmentFailure,
    JurydeskError,
    RefusedByRule,
    StaleData,
)

if TYPE_CHECKING:
    from jurydesk.db.location import Location

NOT_FOUND = "STORE-01"
NOT_OURS = "STORE-02"
NEWER = "STORE-03"
DAMAGED = "STORE-04"
LOCKED = "STORE-05"
FULL = "STORE-06"
READ_ONLY = "STORE-07"
SERVER_AWAY = "STORE-08"
SERVER_REFUSES = "STORE-09"
NO_DATABASE = "STORE-10"
NO_WORKSPACE = "STORE-11"
EXISTS = "STORE-12"
INPUT_OUTPUT = "STORE-13"
NO_FOLDER = "STORE-14"
SERVER_BACKUPS = "STORE-15"
BAD_COPY = "STORE-16"
NO_DRIVER = "STORE-17"
NO_RIGHTS = "STORE-18"
MIGRATION_FAILED = "STORE-19"
STALE = "STORE-20"
STILL_USED = "STORE-21"
CLOSED_DELIBERATION = "STORE-22"
FINAL_MINUTES = "STORE-23"
AUDIT_ONLY_GROWS = "STORE-24"
UNKNOWN_ENTITY = "STORE-25"
EXISTS_ALREADY = "STORE-26"
BAD_ADDRESS = "STORE-27"
AT_ONCE = "STORE-28"
LIKE_AN_ADDRESS = "STORE-29"
NO_FILE = "STORE-30"
NETWORK_FOLDER = "STORE-31"
SYNCHRONISED_FOLDER = "STORE-32"
NO_BACKUP = "STORE-33"
BROKEN_FILE = "STORE-41"
BROKEN_LINK = "STORE-42"
UNREADABLE = "STORE-43"
MISSING_GUARD = "STORE-44"
TRAIL_CUT = "STORE-45"
ALTERED_DELIBERATION = "STORE-46"
ALTERED_SESSION = "STORE-47"
MISSING_MINUTES = "STORE-48"
UNRECORDED_MINUTES = "STORE-49"
MOVED_MINUTES = "STORE-50"
LEGAL_ACT = "STORE-51"
NO_CONTENT = "STORE-52"
LOST_CONTENT = "STORE-53"
ALTERED_CONTENT = "STORE-54"
ALTERED_CORRECTION = "STORE-80"
HOLE_IN_SERIES = "STORE-81"
LOST_RECEIPT = "STORE-70"
ALTERED_RECEIPT = "STORE-71"

TRIGGERS: Mapping[str, str] = {
    "jurydesk: deliberation is closed": CLOSED_DELIBERATION,
    "jurydesk: minutes are final": FINAL_MINUTES,
    "jurydesk: audit only grows": AUDIT_ONLY_GROWS,
    "jurydesk: legal acts are revoked": LEGAL_ACT,
}
"""What the triggers of the migrations say, and the code of the sentence."""

_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: READ_ONLY,
    sqlite3.SQLITE_IOERR: INPUT_OUTPUT,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: NOT_OURS,
}
_POSTGRESQL: Mapping[str, str] = {
    "3D": NO_DATABASE,
    "28": SERVER_REFUSES,
    "42501": NO_RIGHTS,
    "25006": READ_ONLY,
    "53100": FULL,
    "55P03": LOCKED,
    "40": AT_ONCE,
    "08": SERVER_AWAY,
    "57P": SERVER_AWAY,
    "53300": SERVER_AWAY,
}
_SYSTEM: Mapping[int, str] = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.ENOENT: NO_FOLDER,
    errno.EEXIST: EXISTS,
}
_CLASSES: Mapping[str, type[JurydeskError]] = {
    **dict.fromkeys((NOT_OURS, NEWER, DAMAGED, BAD_COPY), DamagedFile),
    **dict.fromkeys((STILL_USED, EXISTS_ALREADY, *TRIGGERS.values()), RefusedByRule),
    AT_ONCE: StaleData,
}
# A server answers in its own language, and gives no code before the connection stands
_CONNECTING: Mapping[str, tuple[str, ...]] = {
    NO_DATABASE: ('database "', "base de données «"),
    SERVER_REFUSES: ("authentication", "authentification", "pg_hba.conf", "password", 'role "'),
}


def failure(code: str, location: Location, **figures: str | int) -> JurydeskError:
    """Return the error of one code, saying where."""
    return _CLASSES.get(code, EnvironmentFailure)(code, {**location.figures, **figures})


def translated(error: BaseException, location: Location) -> JurydeskError | None:
    """Return what a driver or the system raised as an error of ours; None: a fault of ours."""
    if isinstance(error, JurydeskError):
        return error
    code: str | None = None
    if isinstance(error, sqlite3.Error):
        code = NOT_FOUND if _is_gone(error, location) else _sqlite_code(error)
    elif isinstance(error, OSError):
        code = _SYSTEM.get(error.errno or 0, INPUT_OUTPUT)
    elif type(error).__module__.startswith("psycopg"):
        code = _postgresql_code(error)
    return None if code is None else failure(code, location, detail=_detail(error))


_BY_EFFECT = os.access in os.supports_effective_ids


def _is_gone(error: sqlite3.Error, location: Location) -> bool:
    """Tell whether the file was moved away while it was in use: SQLite only says it cannot open."""
    number = getattr(error, "sqlite_errorcode", 0)
    is_unopened = number & 0xFF == sqlite3.SQLITE_CANTOPEN
    path = getattr(location, "path", None)
    if not is_unopened or not isinstance(path, Path) or path.exists():
        return False
    # A new file in a folder that may not be written is not there either
    return not path.parent.exists() or os.access(path.parent, os.W_OK, effective_ids=_BY_EFFECT)


def _sqlite_code(error: sqlite3.Error) -> str | None:
    for words, code in TRIGGERS.items():
        if words in str(error):
            return code
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return None
    if number == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return STILL_USED
    if number in {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}:
        return EXISTS_ALREADY
    if str(error).startswith("no such table"):
        return DAMAGED
    # The low byte is the family; what is above says where it happened
    return _SQLITE.get(number & 0xFF)


def _postgresql_code(error: BaseException) -> str | None:
    for words, code in TRIGGERS.items():
        if words in str(error):
            return code
    state: str | None = getattr(error, "sqlstate", None)
    if state == "23503":
        return STILL_USED
    if state == "23505":
        return EXISTS_ALREADY
    if state is not None:
        matches = (code for prefix, code in _POSTGRESQL.items() if state.startswith(prefix))
        return next(matches, None)
    return _connecting_code(error)


def _connecting_code(error: BaseException) -> str | None:
    if type(error).__name__ not in {"OperationalError", "ConnectionTimeout"}:
        return None
    said = str(error)
    for code, words in _CONNECTING.items():
        if any(word in said for word in words):
            return code
    return SERVER_AWAY


def _detail(error: BaseException) -> str:
    """Return the first line of what was said; psycopg's names host and user, no password."""
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
