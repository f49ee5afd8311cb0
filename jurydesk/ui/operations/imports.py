"""What the import asks of the services, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.services.imports import (
    apply_import,
    open_roster,
    preview_roster,
    remember_layouts,
)

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.imports import (
        Choices,
        ImportPreview,
        ImportReport,
        Roster,
        RosterKind,
    )
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.ui.tasks import TaskControl


@dataclass(frozen=True)
class Seen:
    """An opened file and what would become of it."""

    roster: Roster
    preview: ImportPreview


def open_and_preview(desk: Desk, path: Path, kind: RosterKind, control: TaskControl) -> Seen:
    """Read a file and say what would become of its rows."""
    roster = open_roster(path=path, kind=kind)
    control.check()
    return preview_again(desk, roster, None, control)


def preview_again(
    desk: Desk, roster: Roster, choices: Choices | None, control: TaskControl
) -> Seen:
    """Say what would become of the rows under other choices; the file is not read again."""
    preview = preview_roster(desk, roster=roster, choices=choices, progress=control.progress)
    return Seen(roster, preview)


def take_over(desk: Desk, preview: ImportPreview) -> Outcome[ImportReport]:
    """Remember what was said of the columns, then import."""
    remember_layouts(desk, preview=preview)
    return apply_import(desk, preview=preview)
