"""Each bad input of an office: one clear sentence, the right exit code, data as it was."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jurydesk.exchange.workbook_guard import MAX_FILE
from tests.cli.conftest import Run
from tests.services.rosters import candidates_file, trained

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
"""How an encrypted workbook begins, and an old .xls too."""


def truncated(path: Path) -> None:
    candidates_file(path, trained())
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


BAD_WORKBOOKS: dict[str, Callable[[Path], object]] = {
    "missing": lambda _: None,
    "a folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("Bonjour\n", encoding="utf-8"),
    "a picture": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64),
    "encrypted": lambda path: path.write_bytes(COMPOUND_FILE),
    "truncated": truncated,
}
BAD_WORKSPACES: dict[str, Callable[[Path], object]] = {
    "missing": lambda _: None,
    "a folder": lambda path: path.mkdir(),
    "empty": lambda path: path.write_bytes(b""),
    "a text": lambda path: path.write_text("Bonjour", encoding="utf-8"),
    "another program's": lambda path: foreign(path, application=0),
    "newer": lambda path: foreign(path, application=None),
}


def foreign(path: Path, *, application: int | None) -> None:
    """Make a SQLite file that is not ours, or one of ours from a later program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text TEXT)")
        if application is None:
            from jurydesk.db.workspace_file import APPLICATION_ID

            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("PRAGMA user_version = 9999")
        connection.commit()


@pytest.mark.parametrize("kind", BAD_WORKBOOKS)
@pytest.mark.parametrize("family", ["candidates", "examiners"])
def test_bad_workbook_changes_nothing(
    run: Run, workspace: Path, tmp_path: Path, kind: str, family: str
) -> None:
    path = tmp_path / "roster.xlsx"
    BAD_WORKBOOKS[kind](path)
    before = workspace.read_bytes()
    ran = run(family, "import", path)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 1
    assert "roster.xlsx" in ran.err
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("kind", BAD_WORKSPACES)
@pytest.mark.parametrize("command", [("sessions", "list"), ("verify",), ("candidates", "show", "")])
def test_bad_workspace_is_left_as_it_is(
    run: Run, place: Path, kind: str, command: tuple[str, ...]
) -> None:
    BAD_WORKSPACES[kind](place)
    before = place.read_bytes() if place.is_file() else None
    ran = run(*command)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 1
    assert (place.read_bytes() if place.is_file() else None) == before


def test_bad_input_as_json_is_one_document(run: Run, workspace: Path, tmp_path: Path) -> None:
    ran = run("candidates", "import", tmp_path / "none.xlsx", "--json")
    assert ran.code == 3
    assert ran.document["error"]["text"] == ran.err.strip()


def test_server_that_is_away_is_said_without_the_password(run: Run) -> None:
    address = "postgresql://eva:secret@127.0.0.1:9/desk?connect_timeout=2"
    ran = run("--workspace", address, "sessions", "list")
    assert (ran.code, ran.out) == (3, "")
    assert "secret" not in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a device that is always full"
)
def test_full_disk_is_said_and_leaves_the_workspace(run: Run, workspace: Path) -> None:
    before = workspace.read_bytes()
    ran = run("examiners", "export", "/dev/full/vivier.xlsx")
    assert ran.code == 3
    assert workspace.read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ("candidates", "export"),
        ("examiners", "export"),
        ("candidates", "template"),
        ("examiners", "template"),
        ("backup",),
    ],
)
def test_folder_that_is_not_there_is_said(
    run: Run, workspace: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    ran = run(*command, tmp_path / "nowhere" / "out.file")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_read_only_folder_is_said(run: Run, workspace: Path, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        (folder / "probe").touch()
    except PermissionError:
        ran = run("examiners", "export", folder / "vivier.xlsx")
        assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    else:
        pytest.skip("this user writes everywhere")
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("content", [None, b"not json", b"[1, 2]", b'{"Nom": 3}'])
def test_bad_map_of_columns_is_said(
    run: Run, workspace: Path, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "map.json"
    if content is not None:
        path.write_bytes(content)
    roster = candidates_file(tmp_path / "a.xlsx", trained())
    ran = run("candidates", "import", roster, "--map", path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert str(path) in ran.err


def test_map_of_columns_of_an_unbearable_size_is_said(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "map.json"
    with path.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    roster = candidates_file(tmp_path / "a.xlsx", trained())
    ran = run("candidates", "import", roster, "--map", path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert "40 Mo" in ran.err.replace("\u00a0", " ")
