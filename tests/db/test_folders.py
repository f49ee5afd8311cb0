"""Folders in which a live database is not safe."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from jurydesk.db.folders import file_system_type, folder_warnings, is_on_network, synchronised_by
from jurydesk.db.location import FileLocation
from jurydesk.db.workspace import create, open_workspace

if TYPE_CHECKING:
    from tests.db.conftest import StandingClock

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/office /mnt/office nfs4 rw 0 0
//server/share /mnt/my\040share cifs rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
""".strip()


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/office.jurydesk", "ext4"),
        ("/mnt/office/jurys/office.jurydesk", "nfs4"),
        ("/mnt/my share/office.jurydesk", "cifs"),
        ("/mnt/office/local/office.jurydesk", "ext4"),
        ("/mnt/office2/office.jurydesk", "ext4"),
    ],
)
def test_the_longest_mount_holds_the_path(path: str, type_: str) -> None:
    assert file_system_type(PurePosixPath(path), MOUNTS) == type_


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - CEFPF", "OneDrive - CEFPF"),
        ("Dropbox", "Dropbox"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", None),
        ("droptop", None),
    ],
)
def test_folders_of_cloud_services_are_known(folder: str, service: str | None) -> None:
    assert synchronised_by(Path("bureau") / folder / "jurys" / "office.jurydesk") == service


def test_a_file_that_is_only_named_like_a_service_is_safe() -> None:
    assert synchronised_by(Path("bureau") / "Dropbox.jurydesk") is None


def test_opening_in_a_synchronised_folder_warns(tmp_path: Path, clock: StandingClock) -> None:
    folder = tmp_path / "OneDrive - CEFPF"
    folder.mkdir()
    create(folder / "office.jurydesk")
    workspace = open_workspace(folder / "office.jurydesk", clock=clock, actor="", backups=False)
    assert [(w.code, w.figures) for w in workspace.warnings] == [
        (
            "STORE-32",
            {"place": str(folder / "office.jurydesk"), "service": "OneDrive - CEFPF"},
        )
    ]


def test_a_path_of_another_machine_warns() -> None:
    path = Path("//server/share/office.jurydesk")
    assert is_on_network(path)
    assert [w.code for w in folder_warnings(FileLocation(path))] == ["STORE-31"]


def test_a_folder_of_this_machine_is_safe(tmp_path: Path) -> None:
    assert folder_warnings(FileLocation(tmp_path / "office.jurydesk")) == ()
