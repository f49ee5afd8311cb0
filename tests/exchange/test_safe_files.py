from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from jurydesk.errors import DamagedFile, EnvironmentFailure, RefusedByRule
from jurydesk.exchange.column_map import read_column_map
from jurydesk.exchange.safe_files import (
    check_replaceable,
    ensure_writable,
    write_failure,
    write_file,
)
from jurydesk.wording import Wording


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failure_of(path: Path) -> EnvironmentFailure:
    with pytest.raises(EnvironmentFailure) as raised:
        write_file(path, b"new")
    return raised.value


def test_a_file_is_written_whole_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    write_file(path, b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert names_in(tmp_path) == ["roster.xlsx"]


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    failure = failure_of(tmp_path / "absent" / "roster.xlsx")
    assert (failure.code, failure.figures["folder"]) == ("FILE-20", str(tmp_path / "absent"))


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert failure_of(tmp_path / "file" / "roster.xlsx").code == "FILE-20"


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    assert failure_of(tmp_path).code == "FILE-24"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert failure_of(tmp_path / "roster.xlsx").code == "FILE-21"
    tmp_path.chmod(0o700)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    assert failure_of(path).code == "FILE-22"
    assert (path.read_bytes(), names_in(tmp_path)) == (b"old", ["roster.xlsx"])


def test_a_file_open_elsewhere_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(draft: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(target))

    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", locked)
    assert failure_of(path).code == "FILE-23"
    assert (path.read_bytes(), names_in(tmp_path)) == (b"old", ["roster.xlsx"])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOENT, "FILE-20"), (errno.EROFS, "FILE-21"), (errno.EACCES, "FILE-21"),
        (errno.ENOSPC, "FILE-22"), (errno.EBUSY, "FILE-23"), (errno.EIO, "FILE-25"),
    ],
)  # fmt: skip
def test_each_failure_has_its_own_sentence(tmp_path: Path, number: int, code: str) -> None:
    failure = write_failure(OSError(number, "…"), tmp_path / "roster.xlsx")
    assert failure.code == code
    for language in ("fr", "en"):
        assert str(tmp_path) in Wording(language).text(failure.code, **failure.figures)


def test_a_map_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_text('{"Qui": "birth_name", "C": null}', encoding="utf-8-sig")
    assert read_column_map(path) == {"Qui": "birth_name", "C": ""}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_map_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(content)
    with pytest.raises(DamagedFile) as raised:
        read_column_map(path)
    assert raised.value.code == "FILE-30"


def test_a_map_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as raised:
        read_column_map(tmp_path / "absent.json")
    assert raised.value.code == "FILE-01"


def test_a_file_locked_on_windows_is_said_to_be_open_elsewhere(tmp_path: Path) -> None:
    class Locked(OSError):
        winerror = 32

    failure = write_failure(Locked(errno.EACCES, "in use"), tmp_path / "roster.xlsx")
    assert failure.code == "FILE-23"


def test_a_new_file_that_may_not_take_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(draft: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "denied", str(target))

    monkeypatch.setattr(Path, "replace", refused)
    assert failure_of(tmp_path / "roster.xlsx").code == "FILE-21"
    assert names_in(tmp_path) == []


def test_a_folder_that_went_away_takes_the_draft_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "gone", str(path))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr(Path, "unlink", gone)
    assert failure_of(tmp_path / "roster.xlsx").code == "FILE-22"


DATABASE = b"SQLite format 3\x00" + b"\x10" * 84


@pytest.mark.parametrize("name", ["w.jurydesk", "w.jurydesk-journal", "w.jurydesk-wal", "link"])
@pytest.mark.parametrize("write", [lambda path: write_file(path, b"new"), ensure_writable])
def test_nothing_is_written_in_the_place_of_a_database(
    tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    workspace = tmp_path / "w.jurydesk"
    workspace.write_bytes(DATABASE)
    try:
        (tmp_path / "link").symlink_to(workspace)
    except OSError:
        pytest.skip("this user may not make links")
    before = names_in(tmp_path)
    with pytest.raises(RefusedByRule) as raised:
        write(tmp_path / name)
    assert (raised.value.code, raised.value.exit_code) == ("FILE-26", 4)
    assert (workspace.read_bytes(), names_in(tmp_path)) == (DATABASE, before)


def test_a_file_being_read_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(RefusedByRule) as raised:
        check_replaceable(path, inputs=(tmp_path / "absent", tmp_path / "." / "roster.xlsx"))
    assert raised.value.code == "FILE-27"
    check_replaceable(tmp_path / "other.xlsx", inputs=(path,))


def test_trying_out_a_place_leaves_it_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    ensure_writable(path)
    assert names_in(tmp_path) == []
    path.write_bytes(b"old")
    ensure_writable(path)
    assert (path.read_bytes(), names_in(tmp_path)) == (b"old", ["roster.xlsx"])


def test_trying_out_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as raised:
        ensure_writable(tmp_path / "absent" / "roster.xlsx")
    assert raised.value.code == "FILE-20"


def test_a_file_that_may_not_be_opened_is_found_out_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"old")
    unhindered = Path.open

    def locked(self: Path, mode: str = "r", **options: object) -> object:
        if mode == "r+b":
            raise PermissionError(errno.EACCES, "in use", str(self))
        return unhindered(self, mode)

    # What Windows does while another program holds the file
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(EnvironmentFailure) as raised:
        ensure_writable(path)
    assert (raised.value.code, names_in(tmp_path)) == ("FILE-23", ["roster.xlsx"])
