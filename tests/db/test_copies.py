"""Automatic copies, one a day, thinned out with time; and the way back from one."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jurydesk.db.copies import copy_of_the_day, kept, newest_copy
from jurydesk.db.location import FileLocation
from jurydesk.db.restoring import restore
from jurydesk.db.workspace import open_workspace
from jurydesk.domain.audit import EventType
from jurydesk.errors import DamagedFile, EnvironmentFailure
from tests.db.conftest import StandingClock, opened

EVENING = datetime.fromisoformat("2026-11-23T18:30")


def copies_of(file: Path) -> list[str]:
    folder = file.with_name("office.backups")
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def work(file: Path, clock: StandingClock, name: str = "CEFPF") -> None:
    """Open the workspace as a person does, and change something."""
    workspace = open_workspace(file, clock=clock, actor="Ophélie")
    with workspace.open_unit() as unit:
        unit.settings.put("office.name", name)
        unit.audit.record(EventType.SETTING_CHANGED, {})
        unit.commit()
    workspace.close()
    # As if the clock that moved were the machine's
    later = file.stat().st_mtime + 10
    os.utime(file, (later, later))


def test_the_first_opening_of_a_day_makes_a_copy(file: Path, clock: StandingClock) -> None:
    work(file, clock)
    work(file, clock)
    assert copies_of(file) == ["office-2026-11-23T090000.jurydesk"]
    clock.pass_days(1)
    work(file, clock)
    assert copies_of(file) == [
        "office-2026-11-23T090000.jurydesk",
        "office-2026-11-24T090000.jurydesk",
    ]


def test_the_newest_copy_is_known_by_its_time(file: Path, clock: StandingClock) -> None:
    place = FileLocation(file)
    assert newest_copy(place) is None
    first = clock.now()
    work(file, clock)
    copies = file.with_name("office.backups")
    (copies / "office-2026-11-25T090000-version-1.jurydesk").touch()
    (copies / "other-2026-11-25T090000.jurydesk").touch()
    assert newest_copy(place) == first
    clock.pass_days(1)
    work(file, clock)
    workspace = open_workspace(file, clock=clock, actor="Ophélie")
    assert workspace.storage.newest_copy() == first + timedelta(days=1)
    workspace.close()


def test_a_workspace_that_did_not_change_is_not_copied_again(
    file: Path, clock: StandingClock
) -> None:
    place = FileLocation(file)
    assert copy_of_the_day(place, now=clock.now()) is not None
    clock.pass_days(1)
    assert copy_of_the_day(place, now=clock.now()) is None


def test_old_copies_are_thinned_out(file: Path, clock: StandingClock) -> None:
    for number in range(30):
        work(file, clock, name=f"CEFPF {number}")
        clock.pass_days(1)
    assert [name[7:17] for name in copies_of(file)] == [
        "2026-11-30",
        "2026-12-06",
        "2026-12-13",
        *(f"2026-12-{day}" for day in range(16, 23)),
    ]


def test_other_files_in_the_folder_are_left_alone(file: Path, clock: StandingClock) -> None:
    folder = file.with_name("office.backups")
    folder.mkdir()
    strangers = ("notes.txt", "office-2020-01-01T090000-version-1.jurydesk")
    for name in strangers:
        (folder / name).touch()
    for _ in range(20):
        work(file, clock)
        clock.pass_days(1)
    assert set(strangers) <= set(copies_of(file))


@pytest.mark.parametrize("days", [0, 1, 7, 30, 400])
def test_thinning_keeps_days_weeks_and_months(days: int) -> None:
    stamps = [EVENING - timedelta(days=number) for number in range(days)]
    chosen = kept(stamps)
    assert set(stamps[:7]) <= chosen
    assert len(chosen) <= 7 + 4 + 12
    assert len({(stamp.year, stamp.month) for stamp in chosen}) == min(
        12, len({(stamp.year, stamp.month) for stamp in stamps})
    )
    assert kept(chosen) == chosen


def test_of_one_day_the_last_copy_is_kept() -> None:
    morning = EVENING.replace(hour=8)
    assert kept([morning, EVENING]) == {EVENING}


def test_a_copy_that_cannot_be_made_is_a_warning(file: Path, clock: StandingClock) -> None:
    file.with_name("office.backups").touch()
    workspace = open_workspace(file, clock=clock, actor="Ophélie")
    assert [(w.code, w.figures["why"]) for w in workspace.warnings] == [("STORE-33", "STORE-12")]
    with workspace.open_unit() as unit:
        assert unit.settings.all() == {}


def setting(file: Path, clock: StandingClock) -> str | None:
    with opened(file, clock) as workspace, workspace.open_unit() as unit:
        return unit.settings.get("office.name")


@pytest.fixture
def copy(file: Path, clock: StandingClock, tmp_path: Path) -> Path:
    work(file, clock, name="avant")
    with opened(file, clock) as workspace:
        made = workspace.storage.backup(tmp_path / "copie.jurydesk")
    work(file, clock, name="après")
    return made


def test_a_copy_takes_the_place_of_the_workspace(
    file: Path, copy: Path, clock: StandingClock
) -> None:
    replaced = restore(copy, file, now=EVENING)
    assert replaced == file.parent / "office.backups" / "office-2026-11-23T183000-replaced.jurydesk"
    assert (setting(file, clock), setting(replaced, clock)) == ("avant", "après")
    assert copy.is_file()
    assert not list(file.parent.glob(".*"))


def test_a_copy_comes_where_nothing_was(file: Path, copy: Path, clock: StandingClock) -> None:
    file.unlink()
    assert restore(copy, file, now=EVENING) is None
    assert setting(file, clock) == "avant"


def test_a_damaged_workspace_can_be_replaced(file: Path, copy: Path, clock: StandingClock) -> None:
    file.write_bytes(b"x" * 5000)
    replaced = restore(copy, file, now=EVENING)
    assert replaced is not None
    assert (setting(file, clock), replaced.read_bytes()) == ("avant", b"x" * 5000)


def test_an_unfinished_journal_does_not_reach_the_copy(
    file: Path, copy: Path, clock: StandingClock
) -> None:
    file.with_name("office.jurydesk-journal").write_bytes(b"unfinished")
    restore(copy, file, now=EVENING)
    assert not file.with_name("office.jurydesk-journal").exists()
    assert setting(file, clock) == "avant"


def test_what_is_no_copy_replaces_nothing(file: Path, copy: Path, clock: StandingClock) -> None:
    copy.write_bytes(copy.read_bytes()[:9000])
    with pytest.raises(DamagedFile) as caught:
        restore(copy, file, now=EVENING)
    assert caught.value.code == "STORE-04"
    assert setting(file, clock) == "après"


def test_a_workspace_in_use_is_not_replaced(file: Path, copy: Path, clock: StandingClock) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentFailure) as caught:
            restore(copy, file, now=EVENING, wait_seconds=0.05)
    assert caught.value.code == "STORE-05"
    assert setting(file, clock) == "après"


def test_a_folder_where_nothing_can_be_put_keeps_the_workspace(
    file: Path, copy: Path, clock: StandingClock
) -> None:
    file.with_name("office.backups").rename(file.with_name("aside"))
    file.with_name("office.backups").touch()
    with pytest.raises(EnvironmentFailure) as caught:
        restore(copy, file, now=EVENING)
    assert caught.value.code == "STORE-12"
    assert setting(file, clock) == "après"
    assert not list(file.parent.glob(".*"))


def test_a_name_that_is_a_folder_is_not_replaced(file: Path, copy: Path) -> None:
    folder = file.with_name("another.jurydesk")
    (folder / "within").mkdir(parents=True)
    with pytest.raises(EnvironmentFailure) as caught:
        restore(copy, folder, now=EVENING)
    assert caught.value.code == "STORE-12"
    assert (folder / "within").is_dir()


def test_an_exchange_that_fails_half_way_is_taken_back(
    file: Path, copy: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def breaks(source: Path, target: Path) -> Path:
        if (source.name, target) == (".office.jurydesk.new", file):
            raise OSError(errno.EIO, "the disk is gone")
        return replace(source, target)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "replace", breaks)
        with pytest.raises(EnvironmentFailure) as caught:
            restore(copy, file, now=EVENING)
    assert caught.value.code == "STORE-13"
    assert setting(file, clock) == "après"
    assert not list(file.parent.glob(".*"))
