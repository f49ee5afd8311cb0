"""The workspace as a whole: its health and its copies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.db.audit import first_broken_event
from jurydesk.db.contents import content_problems
from jurydesk.db.copies import copy_file, newest_copy
from jurydesk.db.engine import BEGIN
from jurydesk.db.failures import (
    BROKEN_FILE,
    BROKEN_LINK,
    MISSING_GUARD,
    SERVER_BACKUPS,
    failure,
)
from jurydesk.db.guards import missing_guards
from jurydesk.db.history import history_problems, trail_problems
from jurydesk.db.location import FileLocation, Location
from jurydesk.db.reading import altered_minutes, unreadable_rows
from jurydesk.errors import DamagedFile
from jurydesk.services.ports import StorageReport

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection, Engine

Problem = tuple[str, str]
MOST_PROBLEMS = 20
"""Of each kind: who has twenty has a copy to take out, not a list to read."""


class SqlStorage:
    """Implements `ports.Storage`."""

    def __init__(self, engine: Engine, location: Location) -> None:
        """Watch over the workspace that `engine` opens."""
        self._engine = engine
        self._location = location

    @property
    def label(self) -> str:
        """Return how a person knows the workspace, without a password."""
        return self._location.label

    def verify(self) -> StorageReport:
        """Check pages, keys, triggers, rows, documents, the audit chain and what it fixed."""
        try:
            with self._reading() as connection:
                problems = [
                    *_page_problems(connection),
                    *_link_problems(connection),
                    *((MISSING_GUARD, name) for name in missing_guards(connection)),
                    *unreadable_rows(connection),
                    *trail_problems(connection),
                    *history_problems(connection),
                    *content_problems(connection),
                ]
                events, broken = first_broken_event(connection)
                altered = altered_minutes(connection)
        except DamagedFile as error:
            # Too damaged to be read through: integrity_check itself can fail
            return StorageReport(problems=((BROKEN_FILE, str(error.figures.get("detail", ""))),))
        return StorageReport(tuple(problems), events, broken, altered)

    def newest_copy(self) -> datetime | None:
        """Return when the newest automatic copy was made; a server has its own copies."""
        return newest_copy(self._location) if isinstance(self._location, FileLocation) else None

    def backup(self, target: Path) -> Path:
        """Copy the workspace, open the copy, check it."""
        if not isinstance(self._location, FileLocation):
            raise failure(SERVER_BACKUPS, self._location)
        return copy_file(self._location, target)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """See one moment of the workspace, without keeping anybody from writing."""
        options: dict[str, str] = {BEGIN: "DEFERRED"}
        if not isinstance(self._location, FileLocation):
            options["isolation_level"] = "REPEATABLE READ"
        with self._engine.connect() as connection:
            yield connection.execution_options(**options)


def _page_problems(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        said = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_PROBLEMS})").scalars()
        yield from ((BROKEN_FILE, line) for line in said if line != "ok")


def _link_problems(connection: Connection) -> Iterator[Problem]:
    # A server never lets a key dangle
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST_PROBLEMS)
        yield from ((BROKEN_LINK, f"{row[0]} {row[1]} -> {row[2]}") for row in rows)
