"""Folders where a live database file is not safe: of a network, or copied by a cloud service."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.db.failures import NETWORK_FOLDER, SYNCHRONISED_FOLDER, failure

if TYPE_CHECKING:
    from jurydesk.db.location import FileLocation
    from jurydesk.errors import JurydeskError

_SERVICES = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "mon drive", "icloud",
    "mobile documents", "cloudstorage", "nextcloud", "owncloud", "kdrive", "box sync", "pcloud",
    "hubic", "seadrive", "synologydrive",
)  # fmt: skip
_NETWORK_TYPES = frozenset(
    {"9p", "afs", "cifs", "davfs", "fuse.davfs", "fuse.rclone", "fuse.sshfs", "nfs", "nfs4", "smb3"}
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


def folder_warnings(location: FileLocation) -> tuple[JurydeskError, ...]:
    """Return what a person should know of the folder: locks and copies are not reliable there."""
    path = location.path
    service = synchronised_by(path)
    if service is not None:
        return (failure(SYNCHRONISED_FOLDER, location, service=service),)
    if is_on_network(path):
        return (failure(NETWORK_FOLDER, location),)
    return ()


def synchronised_by(path: Path) -> str | None:
    """Return the name of the folder that a cloud service copies, as its owner reads it."""
    for part in path.parent.parts:
        if part.casefold().startswith(_SERVICES):
            return part
    return None


def is_on_network(path: Path) -> bool:
    """Tell whether the file is on another machine, as far as the system says."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    if str(path).startswith("//"):
        return True
    return _MOUNTS.is_file() and file_system_type(path, _MOUNTS.read_text()) in _NETWORK_TYPES


def file_system_type(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds a path, from the system's list of mounts."""
    found = ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].encode().decode("unicode_escape")
        # The last mount of the longest folder holds the path
        if path.is_relative_to(point) and len(point) >= len(found[0]):
            found = (point, fields[2])
    return found[1]


def _is_remote_drive(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    if sys.platform != "win32":
        return False
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
    return kind == _DRIVE_REMOTE
