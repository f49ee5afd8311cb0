"""Connections: how SQLite and PostgreSQL are opened, and how each transaction begins."""

from __future__ import annotations

import os
import sqlite3
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.pool import NullPool, QueuePool

from jurydesk.db.document import to_text
from jurydesk.db.failures import NO_DRIVER, failure, translated
from jurydesk.db.location import FileLocation, Location, ServerLocation

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine, ExceptionContext

APPLICATION_ID = 0x4A444B57
"""« JDKW » in the header of every workspace file."""
WAIT_SECONDS = 10
"""How long a transaction waits for another before it gives up."""
BEGIN = "jurydesk_begin"
"""Execution option: how a SQLite transaction begins; DEFERRED for one that only reads."""


def open_engine(
    location: Location,
    *,
    foreign_keys: bool = True,
    pooled: bool = False,
    wait_seconds: float = WAIT_SECONDS,
) -> Engine:
    """Return an engine whose every failure is an error with a code. Nothing is opened yet."""
    if isinstance(location, ServerLocation):
        engine = _server_engine(location, pooled=pooled, wait_seconds=wait_seconds)
    else:
        engine = _file_engine(location, foreign_keys=foreign_keys, wait_seconds=wait_seconds)

    @event.listens_for(engine, "handle_error", retval=True)
    def _(context: ExceptionContext) -> BaseException | None:
        return translated(context.original_exception, location)

    return engine


def connect_file(
    location: FileLocation, *, mode: str = "rw", wait_seconds: float = WAIT_SECONDS
) -> sqlite3.Connection:
    """Open a SQLite file without creating it; transactions are begun by hand."""
    # An address, because a mere path would create the file
    return sqlite3.connect(
        f"{file_address(location.path)}?mode={mode}",
        uri=True,
        timeout=wait_seconds,
        isolation_level=None,
        check_same_thread=False,
    )


def file_address(path: PurePath) -> str:
    """Return a path as SQLite takes it; a share of Windows keeps its server in the path."""
    posix = path.as_posix()
    root = "" if posix.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(posix), safe='/:')}"


def _file_engine(location: FileLocation, *, foreign_keys: bool, wait_seconds: float) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = connect_file(location, wait_seconds=wait_seconds)
        # Rollback journal and not WAL: SQLite before 3.44.6 / 3.50.7 / 3.51.3 can corrupt a WAL
        # file that two connections use. What is deleted is overwritten: it was about persons. The
        # last two keep a file made by a stranger from doing more than being read
        for pragma in (
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            "journal_mode = DELETE",
            "synchronous = FULL",
            "secure_delete = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    # No pool: between two units the file is closed, so that it can be copied, moved or replaced
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=NullPool, json_serializer=to_text
    )

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        # Python 3.11 begins nothing by itself here, so DDL and savepoints are transactional
        how = connection.get_execution_options().get(BEGIN, "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def _server_engine(location: ServerLocation, *, pooled: bool, wait_seconds: float) -> Engine:
    url = make_url(location.address).set(drivername="postgresql+psycopg")
    settings: dict[str, Any] = {
        "connect_timeout": max(2, round(wait_seconds)),
        "application_name": "jurydesk",
        "options": f"-c lock_timeout={round(wait_seconds * 1000)}",
    }
    try:
        return create_engine(
            url,
            connect_args=settings,
            json_serializer=to_text,
            poolclass=QueuePool if pooled else NullPool,
            pool_pre_ping=True,
        )
    except ModuleNotFoundError as error:
        raise failure(NO_DRIVER, location) from error
