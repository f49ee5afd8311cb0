"""A workspace made once and copied for each test: making one costs a second."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from jurydesk.bootstrap import open_desk
from jurydesk.services.clock import clock_on
from tests.ui.office import TODAY, new_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk


def make_once(folder: Path, filling: Callable[[Desk], None]) -> Path:
    """Make the workspace and return its file."""
    desk = new_desk(folder)
    filling(desk)
    desk.close()
    return folder / "bureau.jurydesk"


def open_copy(made: Path, folder: Path) -> Iterator[Desk]:
    """Open a copy, and close it at the end of the test."""
    copy = folder / made.name
    shutil.copy(made, copy)
    desk = open_desk(copy, actor="Camille", clock=clock_on(TODAY))
    yield desk
    desk.close()
