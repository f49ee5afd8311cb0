"""A printed paper: its bytes as a PDF, what it lacks, and its writing into a file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.errors import EnvironmentFailure
from jurydesk.exchange.safe_files import ensure_writable, write_file

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.changes import Change
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """One paper as a PDF, with what it shows and what it still lacks."""

    name: str
    """Name of its file; no name of a person in it."""
    pdf: bytes
    content: MinutesContent | None = None
    missing: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()
    """What printing it stored: the final minutes, the first time."""
    title: str = ""
    """What tells it from the other copies of its kind: shown to a person, never a file name."""


def ensure_paper(path: Path) -> None:
    """Try out that a paper can be written there, before minutes are issued for good.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    folder = path.parent
    # The folders on the way are made only once there is something to put in
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    ensure_writable(folder / path.name)


def write_paper(path: Path, paper: PrintedPaper) -> Path:
    """Write one paper; an earlier one is replaced only once the new one is complete.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure("FOLDER-NOT-MADE", {"path": str(path.parent)}) from error
    write_file(path, paper.pdf)
    return path
