"""What the world does to a workspace: each has its code, and all data stays as it was."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, text

from jurydesk.db.engine import APPLICATION_ID, file_address
from jurydesk.db.schema import HEAD
from jurydesk.db.workspace import create, open_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.people import Candidate
from jurydesk.errors import DamagedFile, EnvironmentFailure, JurydeskError, WrongUsage
from tests.db.conftest import StandingClock, administer, opened
from tests.db.office import furnished

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[2]
NOBODY = 65534


def write(workspace: Workspace, *, notes: str = "x") -> None:
    with workspace.open_unit() as unit:
        candidate = unit.candidates.add(Candidate("Legrand", ("Ophélie",), notes=notes))
        unit.audit.record(EventType.CANDIDATE_SAVED, {"id": candidate.id})
        unit.commit()


def refusal(path: Path | str, clock: StandingClock) -> JurydeskError:
    """Try to open something; check that it was not touched."""
    before = path.read_bytes() if isinstance(path, Path) and path.is_file() else None
    with pytest.raises(JurydeskError) as caught:
        open_workspace(path, clock=clock, actor="Ophélie", wait_seconds=0.05)
    if isinstance(path, Path):
        assert (path.read_bytes() if path.is_file() else None) == before
        assert not path.with_name(f"{path.stem}.backups").exists()
    return caught.value


def test_a_file_that_is_not_there(tmp_path: Path, clock: StandingClock) -> None:
    error = refusal(tmp_path / "absent.jurydesk", clock)
    assert (type(error), error.code) == (EnvironmentFailure, "STORE-01")
    assert error.figures == {"place": str(tmp_path / "absent.jurydesk")}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file(tmp_path: Path, clock: StandingClock) -> None:
    assert refusal(tmp_path, clock).code == "STORE-30"


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 a workbook", b"SQLite format 2\x00", b"\0" * 9999]
)
def test_a_file_that_is_no_database(tmp_path: Path, clock: StandingClock, content: bytes) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    error = refusal(path, clock)
    assert (type(error), error.code) == (DamagedFile, "STORE-02")


def test_a_database_of_another_program(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id)")
    error = refusal(path, clock)
    assert (type(error), error.code) == (DamagedFile, "STORE-02")


def test_a_workspace_of_a_newer_program(file: Path, clock: StandingClock) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    error = refusal(file, clock)
    assert (type(error), error.code) == (DamagedFile, "STORE-03")
    assert error.figures == {"place": str(file), "found": 99, "known": int(HEAD)}


@pytest.mark.parametrize("length", [20, 100, 4096, 9000, 100_000])
def test_a_truncated_workspace(file: Path, clock: StandingClock, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    error = refusal(file, clock)
    assert (type(error), error.code in {"STORE-02", "STORE-04"}) == (DamagedFile, True)


def test_a_workspace_with_an_overwritten_page(file: Path, clock: StandingClock) -> None:
    content = bytearray(file.read_bytes())
    content[40 * 4096 : 40 * 4096 + 800] = b"\xff" * 800
    file.write_bytes(content)
    error = refusal(file, clock)
    assert (type(error), error.code) == (DamagedFile, "STORE-04")


def test_a_header_that_is_ours_over_nothing(tmp_path: Path, clock: StandingClock) -> None:
    path = tmp_path / "hollow.jurydesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {int(HEAD)}")
    with opened(path, clock) as workspace, pytest.raises(DamagedFile) as caught:
        workspace.open_unit().candidates.all()
    assert caught.value.code == "STORE-04"


def test_a_file_that_another_program_is_writing(file: Path, clock: StandingClock) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(file, clock).code == "STORE-05"


def test_a_unit_waits_for_another_then_gives_up(file: Path, clock: StandingClock) -> None:
    workspace = open_workspace(file, clock=clock, actor="", backups=False, wait_seconds=0.05)
    with workspace.open_unit(), pytest.raises(EnvironmentFailure) as caught:
        workspace.open_unit().__enter__()
    assert caught.value.code == "STORE-05"
    write(workspace)


def test_a_full_disk(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace:
        office = furnished(workspace)
        pages = file.stat().st_size // 4096

        def limit(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages}")

        event.listen(workspace.engine, "connect", limit)
        with pytest.raises(EnvironmentFailure) as caught:
            write(workspace, notes="x" * 200_000)
        assert caught.value.code == "STORE-06"
        with workspace.open_unit() as unit:
            assert unit.candidates.all() == office.candidates
        assert workspace.storage.verify().sound


@contextmanager
def small_files(most: int) -> Iterator[None]:
    """Let no file grow beyond a size, as a disk or a quota that is full."""
    resource = pytest.importorskip("resource", reason="Windows has no limit on the size of a file")
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_disk_that_stops_taking_bytes(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace:
        office = furnished(workspace)
        with small_files(file.stat().st_size), pytest.raises(EnvironmentFailure) as caught:
            write(workspace, notes="x" * 200_000)
        assert caught.value.code in {"STORE-06", "STORE-13"}
        with workspace.open_unit() as unit:
            assert unit.candidates.all() == office.candidates
        assert workspace.storage.verify().sound


def test_no_room_for_a_copy(file: Path, clock: StandingClock, tmp_path: Path) -> None:
    with opened(file, clock) as workspace:
        with small_files(50_000), pytest.raises(EnvironmentFailure) as caught:
            workspace.storage.backup(tmp_path / "copie.jurydesk")
        assert caught.value.code in {"STORE-06", "STORE-13"}
    assert [path.name for path in tmp_path.iterdir()] == ["office.jurydesk"]


def test_no_room_for_a_new_workspace(tmp_path: Path) -> None:
    with small_files(50_000), pytest.raises(EnvironmentFailure) as caught:
        create(tmp_path / "new.jurydesk")
    assert caught.value.code in {"STORE-06", "STORE-13"}
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def open_folder(empty_file: Path) -> Iterator[Path]:
    """A folder that an ordinary user can reach, with a workspace that they own."""
    if sys.platform == "win32":
        pytest.skip("Windows folders have no permission bits to take away")
    folder = Path(tempfile.mkdtemp(prefix="jurydesk-"))
    shutil.copyfile(empty_file, folder / "office.jurydesk")
    folder.chmod(0o755)
    if os.geteuid() == 0:
        for path in (folder, folder / "office.jurydesk"):
            os.chown(path, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Give up the rights of root, to whom nothing is read-only."""
    privileged = os.geteuid() == 0
    if privileged:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if privileged:
            os.seteuid(0)


def test_a_read_only_folder(open_folder: Path, clock: StandingClock) -> None:
    file = open_folder / "office.jurydesk"
    open_folder.chmod(0o555)
    before = file.read_bytes()
    with ordinary_user():
        workspace = open_workspace(file, clock=clock, actor="Ophélie")
        assert [(w.code, w.figures["why"]) for w in workspace.warnings] == [
            ("STORE-33", "STORE-07")
        ]
        with workspace.open_unit() as unit:
            assert unit.candidates.all() == ()
        with pytest.raises(EnvironmentFailure) as caught:
            write(workspace)
    assert caught.value.code == "STORE-07"
    assert file.read_bytes() == before


def test_a_read_only_file(open_folder: Path, clock: StandingClock) -> None:
    file = open_folder / "office.jurydesk"
    file.chmod(stat.S_IRUSR)
    with ordinary_user(), opened(file, clock) as workspace:
        with pytest.raises(EnvironmentFailure) as caught:
            write(workspace)
        assert workspace.storage.verify().sound
    assert caught.value.code == "STORE-07"


def test_a_file_that_may_not_be_read(open_folder: Path, clock: StandingClock) -> None:
    file = open_folder / "office.jurydesk"
    file.chmod(0)
    with ordinary_user(), pytest.raises(EnvironmentFailure) as caught:
        open_workspace(file, clock=clock, actor="Ophélie")
    assert caught.value.code == "STORE-07"


def test_a_new_workspace_in_a_read_only_folder(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with ordinary_user(), pytest.raises(EnvironmentFailure) as caught:
        create(open_folder / "new.jurydesk")
    assert caught.value.code == "STORE-07"
    assert [path.name for path in open_folder.iterdir()] == ["office.jurydesk"]


def test_a_new_workspace_where_there_is_a_file(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(EnvironmentFailure) as caught:
        create(file)
    assert (caught.value.code, file.read_bytes() == before) == ("STORE-12", True)


def test_a_new_workspace_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as caught:
        create(tmp_path / "absent" / "new.jurydesk")
    assert caught.value.code == "STORE-14"


def test_a_name_with_signs_that_an_address_would_take_apart(
    tmp_path: Path, clock: StandingClock
) -> None:
    path = tmp_path / "été 2026 #1 ?mode=ro&x=%20.jurydesk"
    create(path)
    with opened(path, clock) as workspace:
        write(workspace)
        assert workspace.storage.backup(tmp_path / "copie %41.jurydesk").is_file()
    assert path.is_file()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/srv/été #1.jurydesk"), "file:///srv/%C3%A9t%C3%A9%20%231.jurydesk"),
        (PureWindowsPath("C:\\bureau\\a?b.jurydesk"), "file:///C:/bureau/a%3Fb.jurydesk"),
        (PureWindowsPath("//server/share/a.jurydesk"), "file:////server/share/a.jurydesk"),
    ],
)
def test_a_path_as_an_address(path: PurePath, address: str) -> None:
    assert file_address(path) == address


def test_what_was_deleted_is_no_longer_in_the_file(file: Path, clock: StandingClock) -> None:
    with opened(file, clock) as workspace:
        write(workspace, notes="un secret de santé")
        assert "un secret de santé".encode() in file.read_bytes()
        with workspace.open_unit() as unit:
            unit.candidates.remove(1)
            unit.audit.record(EventType.CANDIDATE_REMOVED, {"id": 1})
            unit.commit()
    assert "un secret de santé".encode() not in file.read_bytes()


WRITER = """
import sys
from datetime import datetime
from types import SimpleNamespace
from jurydesk.db.workspace import open_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.people import Candidate
clock = SimpleNamespace(now=lambda: datetime(2026, 11, 23))
workspace = open_workspace(sys.argv[1], clock=clock, actor="", backups=False)
while True:
    with workspace.open_unit() as unit:
        candidate = unit.candidates.add(Candidate("Legrand", ("Ophélie",), notes="x" * 9000))
        unit.audit.record(EventType.CANDIDATE_SAVED, {"id": candidate.id})
        unit.commit()
    print(candidate.id, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 20])
def test_a_killed_writer_loses_nothing_that_was_committed(
    file: Path, clock: StandingClock, after: int
) -> None:
    command = [sys.executable, "-c", WRITER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=REPOSITORY) as writer:
        assert writer.stdout is not None
        told = [int(writer.stdout.readline()) for _ in range(after)]
        writer.kill()
        told += [int(line) for line in writer.stdout if line.strip()]
    with opened(file, clock) as workspace:
        with workspace.open_unit() as unit:
            stored = [candidate.id for candidate in unit.candidates.all()]
            events = len(unit.audit.events())
        assert workspace.storage.verify().sound
    # One more can have lasted whose number could not be told any more
    assert told == stored[: len(told)]
    assert len(stored) - len(told) in {0, 1}
    assert events == len(stored)


def test_a_server_without_its_driver(clock: StandingClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert refusal("postgresql://127.0.0.1/jurys", clock).code == "STORE-17"


def test_a_server_that_is_away(clock: StandingClock) -> None:
    error = refusal("postgresql://office:s%C3%A9same@127.0.0.1:1/jurys", clock)
    assert (type(error), error.code) == (EnvironmentFailure, "STORE-08")
    assert error.figures["place"] == "jurys (127.0.0.1:1)"
    assert "same" not in str(error.figures)


def test_a_database_that_the_server_does_not_have(
    postgresql_server: str, clock: StandingClock
) -> None:
    assert refusal(f"{postgresql_server}/nowhere", clock).code == "STORE-10"


def test_a_user_that_the_server_does_not_know(server_address: str, clock: StandingClock) -> None:
    address = server_address.replace("postgres@", "stranger:secret@")
    error = refusal(address, clock)
    assert error.code == "STORE-09"
    assert "secret" not in str(error.figures)


def test_a_user_without_rights(
    postgresql_server: str, server_address: str, clock: StandingClock
) -> None:
    administer(postgresql_server, "CREATE ROLE reader LOGIN")
    address = server_address.replace("postgres@", "reader@")
    try:
        assert refusal(address, clock).code == "STORE-18"
    finally:
        administer(postgresql_server, "DROP ROLE reader")


def test_a_database_that_is_empty_or_of_another_program(
    bare_database: str, clock: StandingClock
) -> None:
    import psycopg

    assert refusal(bare_database, clock).code == "STORE-11"
    with psycopg.connect(bare_database) as connection:
        connection.execute("CREATE TABLE invoices (id integer)")
    error = refusal(bare_database, clock)
    assert (type(error), error.code) == (DamagedFile, "STORE-02")
    with pytest.raises(DamagedFile) as caught:
        create(bare_database)
    assert caught.value.code == "STORE-02"


def test_a_database_of_a_newer_program(server_address: str, clock: StandingClock) -> None:
    with opened(server_address, clock) as workspace, workspace.engine.begin() as connection:
        connection.execute(text("UPDATE jurydesk_schema SET version_num = '0099'"))
    error = refusal(server_address, clock)
    assert (error.code, error.figures["found"]) == ("STORE-03", 99)


def test_a_server_that_goes_away_in_the_middle(
    postgresql_server: str, server_address: str, clock: StandingClock
) -> None:
    name = server_address.rpartition("/")[2]
    with opened(server_address, clock) as workspace:
        write(workspace)
        with workspace.open_unit() as unit:
            unit.candidates.add(Candidate("Peyrat", ("Bruno",)))
            administer(
                postgresql_server,
                f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
            )
            with pytest.raises(EnvironmentFailure) as caught:
                unit.candidates.all()
        assert caught.value.code == "STORE-08"
        with workspace.open_unit() as unit:
            assert [c.birth_name for c in unit.candidates.all()] == ["Legrand"]


def test_another_office_that_keeps_a_row_too_long(
    server_address: str, clock: StandingClock
) -> None:
    workspace = open_workspace(server_address, clock=clock, actor="", wait_seconds=0.2)
    with workspace.open_unit() as slow:
        slow.audit.record(EventType.SETTING_CHANGED, {})
        with workspace.open_unit() as other, pytest.raises(EnvironmentFailure) as caught:
            other.audit.record(EventType.SETTING_CHANGED, {})
    workspace.close()
    assert caught.value.code == "STORE-05"


@pytest.mark.parametrize(
    "address", ["mysql://server/base", "postgresql://server", "http://[x/base"]
)
def test_an_address_that_is_none(address: str, clock: StandingClock) -> None:
    error = refusal(address, clock)
    assert (type(error), error.code) == (WrongUsage, "STORE-27")
