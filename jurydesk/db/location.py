"""Where a workspace is: a file of this machine, or a database of a PostgreSQL server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from typing_extensions import override

from jurydesk.db.failures import BAD_ADDRESS, LIKE_AN_ADDRESS
from jurydesk.errors import WrongUsage

_SCHEMES = frozenset({"postgresql", "postgres", "postgresql+psycopg"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
# What would be shown or become the name of a file, though it holds a password
_LIKE_AN_ADDRESS = re.compile(
    r"""(^|[/\\])postgres(ql)?(\+\w+)?:      # postgresql:/server, the second slash forgotten
    |(^|[/\\])(?![a-z]:[/\\])[^/\\:@]+:[^@]*@  # user:password@server, without the scheme
    |(^|\s)(host|hostaddr|dbname|user|password|service)\s*=  # the words of a connection
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class FileLocation:
    """A workspace in one file."""

    path: Path

    @property
    def label(self) -> str:
        """Return the name of the file."""
        return self.path.name

    @property
    def figures(self) -> dict[str, str]:
        """Return what a sentence needs to say where."""
        return {"place": str(self.path)}


@dataclass(frozen=True, slots=True)
class ServerLocation:
    """A workspace on a server; the address holds a password, so it is never shown."""

    address: str

    @property
    def label(self) -> str:
        """Return database and server, without user and password."""
        parts = urlsplit(self.address)
        database = unquote(parts.path.lstrip("/"))
        host = parts.hostname or "localhost"
        return f"{database} ({host}:{parts.port})" if parts.port else f"{database} ({host})"

    @property
    def figures(self) -> dict[str, str]:
        """Return what a sentence needs to say where."""
        return {"place": self.label}

    @override
    def __repr__(self) -> str:
        return f"ServerLocation({self.label})"


Location = FileLocation | ServerLocation


def locate(location: str | Path) -> Location:
    """Tell a path from an address.

    Raises:
        WrongUsage: an address that names no server or database that we could use.
    """
    if isinstance(location, Path) or not _SCHEME.match(location):
        if _LIKE_AN_ADDRESS.search(str(location)):
            # Never repeated: there may be a password in it
            raise WrongUsage(LIKE_AN_ADDRESS)
        return FileLocation(Path(location).expanduser().absolute())
    try:
        parts = urlsplit(location)
        # A / written plainly in a password ends the host too early: the rest would be shown
        whole = bool(parts.path.strip("/")) and "@" not in parts.path
        usable = parts.scheme in _SCHEMES and whole and (parts.port or 1)
    except ValueError:
        usable = False
    if not usable:
        raise WrongUsage(BAD_ADDRESS, {"scheme": location.partition("://")[0]})
    return ServerLocation(location)
