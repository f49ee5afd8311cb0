"""Joins the rooms: opens a workspace for the services, and the services to a face."""

from __future__ import annotations

import getpass
import logging
import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk import __version__
from jurydesk.cli.doors import Doors
from jurydesk.cli.main import run as run_command
from jurydesk.errors import EnvironmentFailure, WrongUsage
from jurydesk.logs import start_logging, write_crash_report
from jurydesk.services.clock import SetClock, SystemClock, clock_on
from jurydesk.services.ports import Desk
from jurydesk.services.workspace import furnish
from jurydesk.settings import set_day, workspace_location
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.ports import Clock
    from jurydesk.wording import Language

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
CRASHED = 3
"""To whoever called, a fault of ours is a failed environment: nothing was changed."""


def open_desk(
    location: str | Path,
    *,
    actor: str | None = None,
    create: bool = False,
    clock: Clock | None = None,
) -> Desk:
    """Open a workspace; `create`: make it first where there is none.

    Raises:
        EnvironmentFailure: it is not there, not readable, damaged, or the server is away.
    """
    if create and "://" not in str(location) and not Path(location).exists():
        return create_workspace(location, actor=actor, clock=clock)
    return _open(location, actor, clock or _clock(), backups=True)


def create_workspace(
    location: str | Path,
    *,
    demo: bool = False,
    actor: str | None = None,
    clock: Clock | None = None,
) -> Desk:
    """Make a workspace with CEFPF's certifications; `demo` adds people, sessions and history.

    Raises:
        EnvironmentFailure: there is one already, or it cannot be written there.
    """
    from jurydesk.db.workspace import create  # noqa: PLC0415 -- slow import

    if "://" not in str(location):
        _make_folder(Path(location))
    create(location)
    if demo:
        _tell_story(location, (clock or _clock()).today())
        return open_desk(location, actor=actor, clock=clock)
    desk = _open(location, actor, clock or _clock(), backups=False)
    furnish(desk)
    return desk


def restore_workspace(copy: Path, location: str | Path) -> Path | None:
    """Put a backup in the place of the workspace; return where the replaced one was kept.

    Raises:
        DamagedFile: the backup is not a workspace of ours.
        WrongUsage: the workspace is on a server, which has its own backups.
    """
    from jurydesk.db.restoring import restore  # noqa: PLC0415 -- slow import

    if "://" in str(location):
        raise WrongUsage("RESTORE-SERVER")
    _make_folder(Path(location))
    return restore(copy, Path(location), now=_clock().now())


def open_window(location: str | Path, *, language: Language | None = None) -> int:
    """Open the window on a workspace and stay until it is closed.

    Raises:
        EnvironmentFailure: this machine has no display, or lacks a library of the window.
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, DISPLAYS)):
        # Qt would end the process with a message of its own
        raise EnvironmentFailure("WINDOW-NO-DISPLAY")
    try:
        from jurydesk.ui.application import run  # noqa: PLC0415 -- slow import
    except ImportError as error:
        raise EnvironmentFailure("WINDOW-MISSING", {"detail": str(error)}) from error
    with closing(open_desk(location, create=True)) as desk:
        return run(desk, language=language)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or the window where none is given; return the exit code."""
    start_logging()
    doors = Doors(
        locate=workspace_location,
        open_desk=open_desk,
        create_workspace=create_workspace,
        restore=restore_workspace,
        open_window=open_window,
    )
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return run_command(arguments, doors=doors)
    except Exception as error:  # noqa: BLE001 -- last resort
        return _report_crash(error)


def _open(location: str | Path, actor: str | None, clock: Clock, *, backups: bool) -> Desk:
    from jurydesk.db.sealing import OfficeVault  # noqa: PLC0415 -- slow import
    from jurydesk.db.workspace import open_workspace  # noqa: PLC0415 -- slow import

    who = actor or _person()
    workspace = open_workspace(location, clock=clock, actor=who, backups=backups)
    return Desk(
        open_unit=workspace.open_unit,
        clock=clock,
        actor=who,
        storage=workspace.storage,
        close=workspace.close,
        warnings=workspace.warnings,
        vault=OfficeVault(),
    )


def _tell_story(location: str | Path, today: date) -> None:
    """Fill a new workspace with the demonstration, at the times when it happened."""
    from jurydesk.services.demo import BEGINS, REPRESENTATIVE, fill  # noqa: PLC0415 -- slow import

    clock = SetClock(BEGINS)
    with closing(_open(location, REPRESENTATIVE, clock, backups=False)) as desk:
        furnish(desk)
        fill(desk, clock=clock, today=today)


def _report_crash(error: Exception) -> int:
    logging.getLogger("jurydesk").error("crashed: %s", type(error).__qualname__)
    report = write_crash_report(error, version=__version__)
    code = "CRASHED" if report else "CRASHED-UNWRITTEN"
    try:
        text = Wording().text(code, report=report or "")
    except (KeyError, OSError, ValueError):
        # The sentences themselves may be what is broken
        text = f"jurydesk: {code} {report or ''}".rstrip()
    sys.stderr.write(f"{text}\n")
    return CRASHED


def _clock() -> Clock:
    day = set_day()
    return clock_on(day) if day else SystemClock()


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # Windows without USERNAME has no pwd module, a container's user may have no name
        return "jurydesk"


def _make_folder(path: Path) -> None:
    """The folder of the program's own workspace does not exist before the first start."""
    try:
        path.expanduser().parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure("FOLDER-NOT-MADE", {"path": str(path.parent)}) from error
