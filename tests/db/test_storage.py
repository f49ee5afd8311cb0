"""The health of a workspace and its copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jurydesk.errors import DamagedFile, EnvironmentFailure
from jurydesk.services.ports import StorageReport
from tests.db.conftest import StandingClock, opened
from tests.db.office import TEN, furnished, issue

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.db.workspace import Workspace
    from jurydesk.domain.minutes import Minutes


@pytest.fixture
def with_minutes(workspace: Workspace, sealed: Callable[..., Minutes]) -> Workspace:
    office = furnished(workspace)
    with workspace.open_unit() as unit:
        for number in ("PV-2026-001", "PV-2026-002"):
            issue(unit, sealed(office.session.id, number, TEN))
        unit.commit()
    return workspace


def around_the_guards(workspace: Workspace, table: str, statement: str) -> None:
    sqlite = workspace.engine.dialect.name == "sqlite"
    with workspace.engine.begin() as connection:
        if sqlite:
            trigger = f"SELECT sql FROM sqlite_master WHERE name = '{table}_update'"
            made = connection.scalar(text(trigger))
            connection.execute(text(f"DROP TRIGGER {table}_update"))
            connection.execute(text(statement))
            connection.exec_driver_sql(str(made))
        else:
            connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER {table}_update"))
            connection.execute(text(statement))
            connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER {table}_update"))


def test_a_sound_workspace(with_minutes: Workspace) -> None:
    assert with_minutes.storage.verify() == StorageReport(audit_events=3)


@pytest.mark.parametrize(
    "alteration",
    [
        "content = replace(CAST(content AS TEXT), 'Montreuil', 'Montrouge')",
        "content = replace(CAST(content AS TEXT), '\"date\"', '\"time\"')",
        "content_hash = 'f' || substr(content_hash, 2)",
        "number = 'PV-2026-009'",
    ],
)
def test_altered_minutes_are_named(with_minutes: Workspace, alteration: str) -> None:
    if with_minutes.engine.dialect.name == "postgresql" and alteration.startswith("content ="):
        alteration = alteration.replace("replace(", "CAST(replace(") + " AS JSON)"
    statement = f"UPDATE minutes SET {alteration} WHERE number = 'PV-2026-002'"
    around_the_guards(with_minutes, "minutes", statement)
    altered = "PV-2026-009" if "009" in alteration else "PV-2026-002"
    report = with_minutes.storage.verify()
    assert (report.audit_events, report.altered_minutes) == (3, (altered,))


def test_minutes_that_are_no_longer_json_are_named(
    file: Path, sealed: Callable[..., Minutes]
) -> None:
    with opened(file, StandingClock()) as workspace:
        office = furnished(workspace)
        with workspace.open_unit() as unit:
            issue(unit, sealed(office.session.id, "PV-2026-001", TEN))
            unit.commit()
        around_the_guards(workspace, "minutes", "UPDATE minutes SET content = '{' || content")
        assert workspace.storage.verify().altered_minutes == ("PV-2026-001",)


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE candidate SET sex = 'W'", "CANDIDATE: 'W' is not a valid Sex"),
        ("UPDATE hearing SET candidacy_id = 77", None),
        ("UPDATE examiner SET judges = '[1'", None),
    ],
)
def test_a_value_that_nobody_could_have_written_is_found(
    file: Path, clock: StandingClock, statement: str, problem: str | None
) -> None:
    with opened(file, clock) as workspace:
        furnished(workspace)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(statement)
    with opened(file, clock) as workspace:
        ((code, detail),) = workspace.storage.verify().problems
    if problem is not None:
        assert (code, detail) == ("STORE-43", problem)
    else:
        assert (code, detail.split()[0]) in {("STORE-42", "hearing"), ("STORE-43", "EXAMINER:")}


def test_a_page_that_was_overwritten_is_found(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace:
        furnished(workspace)
        content = bytearray(file.read_bytes())
        content[40 * 4096 : 40 * 4096 + 800] = b"\xff" * 800
        file.write_bytes(content)
        report = workspace.storage.verify()
    assert {code for code, _ in report.problems} == {"STORE-41"}
    assert not report.sound


def test_a_copy_holds_all_and_can_be_opened(
    file: Path, clock: StandingClock, tmp_path: Path
) -> None:
    with opened(file, clock) as workspace:
        office = furnished(workspace)
        target = workspace.storage.backup(tmp_path / "copie.jurydesk")
    assert target == tmp_path / "copie.jurydesk"
    with opened(target, clock) as copy, copy.open_unit() as unit:
        assert unit.sessions.all() == (office.session,)
        assert copy.storage.verify() == StorageReport(audit_events=1)
    assert not list(tmp_path.glob(".*"))


def test_a_copy_can_be_made_while_somebody_reads(
    file: Path, clock: StandingClock, tmp_path: Path
) -> None:
    with opened(file, clock) as workspace:
        furnished(workspace)
        with workspace.open_unit() as unit:
            unit.candidates.all()
            workspace.storage.backup(tmp_path / "copie.jurydesk")
    assert (tmp_path / "copie.jurydesk").is_file()


def test_a_copy_does_not_replace_the_workspace_itself(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace, pytest.raises(EnvironmentFailure) as caught:
        workspace.storage.backup(file)
    assert caught.value.code == "STORE-12"


def test_a_copy_into_a_folder_that_is_not_there(
    file: Path, clock: StandingClock, tmp_path: Path
) -> None:
    with opened(file, clock) as workspace, pytest.raises(EnvironmentFailure) as caught:
        workspace.storage.backup(tmp_path / "absent" / "copie.jurydesk")
    assert caught.value.code == "STORE-14"
    assert caught.value.figures["place"] == str(tmp_path / "absent" / "copie.jurydesk")


def test_a_damaged_workspace_makes_no_copy(
    file: Path, clock: StandingClock, tmp_path: Path
) -> None:
    target = tmp_path / "copie.jurydesk"
    with opened(file, clock) as workspace:
        workspace.storage.backup(target)
        kept = target.read_bytes()
        content = bytearray(file.read_bytes())
        content[40 * 4096 : 40 * 4096 + 800] = b"\xff" * 800
        file.write_bytes(content)
        with pytest.raises(DamagedFile) as caught:
            workspace.storage.backup(target)
    assert caught.value.code == "STORE-16"
    assert target.read_bytes() == kept


def test_a_server_has_its_own_copies(
    server_address: str, clock: StandingClock, tmp_path: Path
) -> None:
    with (
        opened(server_address, clock) as workspace,
        pytest.raises(EnvironmentFailure) as caught,
    ):
        workspace.storage.backup(tmp_path / "copie.jurydesk")
    assert caught.value.code == "STORE-15"


def test_labels_say_where_without_a_password(
    file: Path, server_address: str, clock: StandingClock
) -> None:
    secret = server_address.replace("postgres@", "postgres:s%C3%A9same@")
    with opened(file, clock) as here, opened(secret, clock) as there:
        assert here.storage.label == "office.jurydesk"
        assert there.storage.label.startswith("office_")
        assert "s%C3%A9same" not in there.storage.label + repr(there)
        assert "sésame" not in there.storage.label + repr(there)


def test_a_server_knows_of_no_copies_of_ours(server_address: str, clock: StandingClock) -> None:
    with opened(server_address, clock) as workspace:
        assert workspace.storage.newest_copy() is None
