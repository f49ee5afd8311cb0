"""The migrations: from nothing to the tables of today, and from each version with its data."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import jurydesk.db.schema
from jurydesk.db.engine import APPLICATION_ID, open_engine
from jurydesk.db.location import locate
from jurydesk.db.schema import HEAD, MIGRATION_OPTIONS, VERSION_TABLE, upgrade
from jurydesk.db.tables import metadata
from jurydesk.db.workspace import create
from jurydesk.domain.audit import AuditEvent, EventType, chained
from jurydesk.errors import EnvironmentFailure
from jurydesk.services.ports import StorageReport
from tests.db.conftest import StandingClock, opened
from tests.db.office import furnished

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace

MIGRATIONS = Path(jurydesk.db.schema.__file__).with_name("migrations")

# Rebuilds the parent of three tables, as a change of a column does on SQLite: with foreign keys
# on, the rows that refer to it would be deleted by cascade
NEXT = '''"""A migration of the tests: one more column, one wider."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{down_revision}"


def upgrade() -> None:
    with op.batch_alter_table("examiner") as batch:
        batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
        batch.alter_column("trained_in", type_=sa.BigInteger())
    op.execute("UPDATE examiner SET nickname = first_name")
    {more}
'''


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def test_there_is_one_head_and_the_program_knows_it() -> None:
    assert scripts().get_heads() == [HEAD]


def test_migrations_are_numbered_in_their_order() -> None:
    revisions = [script.revision for script in scripts().walk_revisions()][::-1]
    assert revisions == [f"{number:04d}" for number in range(1, len(revisions) + 1)]


def test_migrations_import_nothing_of_ours() -> None:
    for path in (MIGRATIONS / "versions").glob("0*.py"):
        assert "jurydesk." not in path.read_text("utf-8").replace("jurydesk: ", "")


def test_the_tables_are_what_the_models_say(workspace: Workspace) -> None:
    with workspace.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=MIGRATION_OPTIONS)
        assert compare_metadata(context, metadata) == []


def test_every_constraint_has_a_name(workspace: Workspace) -> None:
    inspector = inspect(workspace.engine)
    nameless = [
        (table, found)
        for table in inspector.get_table_names()
        for found in (
            *inspector.get_foreign_keys(table),
            *inspector.get_unique_constraints(table),
            *inspector.get_check_constraints(table),
        )
        if found["name"] is None
    ]
    assert nameless == []


def test_a_file_says_whose_it_is_and_of_which_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        pragmas = ("application_id", "user_version", "journal_mode")
        said = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
        version = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall()
    assert said == [APPLICATION_ID, int(HEAD), "delete"]
    assert version == [(HEAD,)]


def test_upgrading_what_is_current_changes_nothing(workspace: Workspace, address: str) -> None:
    office = furnished(workspace)
    upgrade(locate(address))
    with workspace.open_unit() as unit:
        assert unit.sessions.all() == (office.session,)


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Pretend that the next release is running: the same migrations and one more."""
    yield from _pretended(tmp_path, monkeypatch, more="")


@pytest.fixture
def failing_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    yield from _pretended(
        tmp_path, monkeypatch, more='op.execute("SELECT no_such_column FROM examiner")'
    )


@pytest.fixture
def careless_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    yield from _pretended(tmp_path, monkeypatch, more='op.execute("DELETE FROM candidate")')


def _pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, more: str) -> Iterator[Path]:
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for path in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("0*.py")):
        (folder / path.relative_to(MIGRATIONS)).write_text(path.read_text("utf-8"), "utf-8")
    revision = f"{int(HEAD) + 1:04d}"
    script = NEXT.format(revision=revision, down_revision=HEAD, more=more)
    (folder / "versions" / f"{revision}_add_nickname.py").write_text(script, "utf-8")
    monkeypatch.setattr("jurydesk.db.schema._MIGRATIONS", folder)
    monkeypatch.setattr("jurydesk.db.schema.HEAD", revision)
    yield folder


def row_counts(address: str) -> dict[str, int]:
    engine = open_engine(locate(address))
    with engine.connect() as connection:
        return {
            table.name: connection.scalar(text(f"SELECT count(*) FROM {table.name}")) or 0
            for table in metadata.sorted_tables
        }


@pytest.fixture
def filled(address: str, clock: StandingClock) -> str:
    with opened(address, clock) as workspace:
        furnished(workspace)
    return address


def test_opening_an_older_workspace_brings_it_up_to_date_with_its_data(
    filled: str, clock: StandingClock, next_version: Path
) -> None:
    before = row_counts(filled)
    assert min(before.values()) == 0
    assert before["examiner_mandate"] == 4
    with opened(filled, clock) as workspace:
        assert row_counts(filled) == before
        with workspace.engine.connect() as connection:
            names = connection.scalars(text("SELECT nickname FROM examiner"))
            assert list(names) == ["Clémence"] * 4
            version = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
            assert int(version or 0) == int(HEAD) + 1
        assert workspace.storage.verify().sound


def test_a_migration_that_fails_leaves_all_as_it_was(
    filled: str, clock: StandingClock, failing_version: Path
) -> None:
    before = row_counts(filled)
    with pytest.raises(EnvironmentFailure) as caught, opened(filled, clock):
        pass
    assert caught.value.code == "STORE-19"
    assert "no_such_column" in str(caught.value.figures["detail"])
    assert row_counts(filled) == before
    columns = inspect(open_engine(locate(filled))).get_columns("examiner")
    assert "nickname" not in {column["name"] for column in columns}


def test_a_migration_that_would_break_a_link_is_taken_back(
    file: Path, clock: StandingClock, careless_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as today:
        today.setattr("jurydesk.db.schema.HEAD", HEAD)
        with opened(file, clock) as workspace:
            furnished(workspace)
    before = row_counts(str(file))
    with pytest.raises(EnvironmentFailure) as caught, opened(file, clock):
        pass
    assert caught.value.code == "STORE-19"
    assert "candidate" in str(caught.value.figures["detail"])
    assert row_counts(str(file)) == before


def test_a_file_is_copied_before_it_is_migrated(
    file: Path, clock: StandingClock, next_version: Path
) -> None:
    before = file.read_bytes()
    with opened(file, clock):
        pass
    (copy,) = (file.parent / "office.backups").iterdir()
    assert copy.name == f"office-2026-11-23T090000-version-{int(HEAD)}.jurydesk"
    assert copy.read_bytes()[100:] == before[100:]


@pytest.fixture
def first_version(earlier_version: Callable[[str], str]) -> str:
    """A workspace as the first release made it."""
    return earlier_version("0001")


@pytest.mark.parametrize("events", [0, 2])
def test_the_first_version_learns_where_its_trail_ends(
    first_version: str, clock: StandingClock, events: int
) -> None:
    trail: list[AuditEvent] = []
    engine = open_engine(locate(first_version))
    with engine.begin() as connection:
        for _ in range(events):
            event = AuditEvent(EventType.SETTING_CHANGED, clock.now(), "Ophélie", "{}")
            trail.append(chained(event, trail[-1] if trail else None))
            values = asdict(trail[-1]) | {"at": event.at.isoformat(), "type": event.type.value}
            connection.execute(metadata.tables["audit_event"].insert(), values)
    engine.dispose()
    with opened(first_version, clock) as workspace:
        assert workspace.storage.verify() == StorageReport(audit_events=events)
        with workspace.open_unit() as unit:
            added = unit.audit.record(EventType.SETTING_CHANGED, {})
            unit.commit()
            assert unit.audit.events() == (*trail, added)
        assert workspace.storage.verify() == StorageReport(audit_events=events + 1)


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        ("0001", "nothing to go back to"),
        ("0002", "would not be noticed"),
        ("0003", "would be lost"),
        ("0004", "would be lost"),
        ("0005", "found again"),
        ("0006", "would be lost"),
        ("0007", "not kept any more"),
        ("0008", "would be lost"),
        ("0009", "would read as being away"),
        ("0010", "would be lost"),
        ("0011", "would be lost"),
        ("0012", "would be lost"),
        ("0013", "lose all but one"),
        ("0020", "would be lost"),
    ],
)
def test_there_is_no_way_back(revision: str, why: str) -> None:
    module = scripts().get_revision(revision).module
    with pytest.raises(RuntimeError, match=why):
        module.downgrade()


def test_opening_a_current_workspace_does_not_load_alembic(file: Path) -> None:
    program = f"""
import sys
from datetime import datetime
from types import SimpleNamespace
from jurydesk.db.workspace import open_workspace
assert "sqlmodel" not in sys.modules
clock = SimpleNamespace(now=lambda: datetime(2026, 11, 23))
with open_workspace({str(file)!r}, clock=clock, actor="").open_unit() as unit:
    assert unit.candidates.all() == ()
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=MIGRATIONS.parents[2])


def test_creating_twice_is_refused(address: str) -> None:
    with pytest.raises(EnvironmentFailure) as caught:
        create(address)
    assert caught.value.code == "STORE-12"
