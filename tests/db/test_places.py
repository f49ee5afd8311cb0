"""Places that are none: folders, devices, read-only disks, addresses that are not well written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jurydesk.db.location import locate
from jurydesk.db.workspace import create
from jurydesk.errors import EnvironmentFailure, WrongUsage
from tests.db.conftest import StandingClock, opened

HERE = Path(__file__).parents[2]
CREATING = """
import sys
from jurydesk.db.workspace import create
from jurydesk.errors import JurydeskError
try:
    create(sys.argv[1])
except JurydeskError as error:
    print(error.code)
else:
    print("made")
"""


@pytest.mark.parametrize(
    "place",
    [
        "postgresql:/bob:PW@host/db",
        "postgres:bob:PW@host/db",
        "bob:PW@host/db",
        "//bob:PW@host/db",
        "bob:P/W@host/db",
        "bob:PW@host://db",
        "host=bdd user=bob password=PW",
        "dbname=jurys PASSWORD = PW",
    ],
)
def test_an_address_not_well_written_is_refused_and_not_repeated(place: str) -> None:
    for location in (place, Path(place), Path(place).absolute()):
        with pytest.raises(WrongUsage) as caught:
            locate(location)
        assert (caught.value.code, dict(caught.value.figures)) == ("STORE-29", {})


@pytest.mark.parametrize("place", ["jurys d’été.jurydesk", "C:\\a@b\\j.jurydesk", "a@b/j.jurydesk"])
def test_a_path_is_no_address(place: str) -> None:
    assert locate(place).label.endswith(".jurydesk")


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path, clock: StandingClock) -> None:
    places = [tmp_path, Path(os.devnull)]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        places.append(tmp_path / "pipe")
    for place in places:
        with pytest.raises(EnvironmentFailure) as caught, opened(place, clock):
            pass
        assert caught.value.code == "STORE-30"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX's")
def test_a_copy_does_not_take_the_place_of_a_pipe(
    file: Path, clock: StandingClock, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with opened(file, clock) as workspace, pytest.raises(EnvironmentFailure) as caught:
        workspace.storage.backup(tmp_path / "pipe")
    assert (caught.value.code, (tmp_path / "pipe").is_fifo()) == ("STORE-12", True)


def test_cleaning_up_on_a_read_only_disk_does_not_hide_the_reason(
    file: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EnvironmentFailure) as created:
        create(file)
    with opened(file, clock) as workspace, pytest.raises(EnvironmentFailure) as copied:
        workspace.storage.backup(file.with_name("copy.jurydesk"))
    assert (created.value.code, copied.value.code) == ("STORE-12", "STORE-07")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_of_two_that_create_at_once_one_wins(
    request: pytest.FixtureRequest, tmp_path: Path, database: str
) -> None:
    place = str(tmp_path / "one.jurydesk")
    if database == "postgresql":
        place = request.getfixturevalue("bare_database")
    command = [sys.executable, "-c", CREATING, place]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE) for _ in "ab"]
    assert sorted(process.communicate()[0].strip() for process in both) == ["STORE-12", "made"]
    assert [path.name for path in tmp_path.iterdir()] in ([], ["one.jurydesk"])
