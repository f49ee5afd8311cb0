"""The version of the tables: read it, create them, bring them up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from jurydesk.db.engine import APPLICATION_ID, WAIT_SECONDS, open_engine
from jurydesk.db.failures import (
    BROKEN_LINK,
    EXISTS,
    MIGRATION_FAILED,
    NEWER,
    NO_WORKSPACE,
    NOT_OURS,
    failure,
)
from jurydesk.db.location import Location, ServerLocation

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

HEAD = "0020"
"""The last migration. Known here so that Alembic (0.45 s) is not loaded when all is current."""
VERSION_TABLE = "jurydesk_schema"
MIGRATION_OPTIONS: dict[str, Any] = {
    "version_table": VERSION_TABLE,
    "compare_type": True,
    "render_as_batch": True,
    # SQLite's DDL is transactional too, since the engine begins the transaction itself
    "transactional_ddl": True,
}
_MIGRATIONS = Path(__file__).with_name("migrations")
_ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(1245988694)")


def needs_upgrade(version: int) -> bool:
    """Tell whether tables of that version are older than this program."""
    return version < int(HEAD)


def upgrade(location: Location, *, fresh: bool = False) -> None:
    """Create the tables or bring them up to date, in one transaction: all of it or nothing.

    Raises:
        EnvironmentFailure: it could not be done, and everything is as it was; or `fresh`, and
            somebody else made the tables of that server at the same moment.
    """
    # Rebuilding a table with keys on would delete the rows that refer to it, by cascade; and
    # SQLite ignores the pragma inside a transaction
    engine = open_engine(location, foreign_keys=False)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(_ONE_AT_A_TIME)
                if fresh and _has_version(connection):
                    raise failure(EXISTS, location)
            _run_migrations(connection)
            if connection.dialect.name == "sqlite":
                _check_links(connection, location)
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {int(HEAD)}")
    except SQLAlchemyError as error:
        detail = str(error).partition("\n")[0]
        raise failure(MIGRATION_FAILED, location, detail=detail) from error
    finally:
        engine.dispose()


def _run_migrations(connection: Connection) -> None:
    from alembic import command, config  # noqa: PLC0415 -- slow import

    settings = config.Config(attributes={"connection": connection})
    settings.set_main_option("script_location", _MIGRATIONS.as_posix().replace("%", "%%"))
    command.upgrade(settings, HEAD)


def _check_links(connection: Connection, location: Location) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        detail = f"{BROKEN_LINK}: {broken[0]} {broken[1]} -> {broken[2]}"
        raise failure(MIGRATION_FAILED, location, detail=detail)


def server_version(location: ServerLocation, *, wait_seconds: float = WAIT_SECONDS) -> int:
    """Return the version of the tables on a server.

    Raises:
        EnvironmentFailure: the server is away, the database is empty, not ours, or newer.
    """
    engine = open_engine(location, wait_seconds=wait_seconds)
    try:
        with engine.connect() as connection:
            if not _has_version(connection):
                raise failure(NOT_OURS if _has_tables(connection) else NO_WORKSPACE, location)
            found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
            return checked_version(int(found or 0), location)
    finally:
        engine.dispose()


def checked_version(found: int, location: Location) -> int:
    """Return the version if this program knows it.

    Raises:
        DamagedFile: a newer program made it.
    """
    if found > int(HEAD):
        raise failure(NEWER, location, found=found, known=int(HEAD))
    return found


def _has_version(connection: Connection) -> bool:
    return connection.scalar(text(f"SELECT to_regclass('{VERSION_TABLE}')")) is not None


def _has_tables(connection: Connection) -> bool:
    query = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
    return bool(connection.scalar(text(query)))
