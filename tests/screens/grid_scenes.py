"""Scenes of the evaluation grids in the room, and of the second entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jurydesk.domain.deliberation import Appearance, HearingRecord
from jurydesk.domain.grids import Mark
from jurydesk.services import double_entry, grids
from jurydesk.ui.dialogs.second_entry_dialog import SecondEntryDialog
from jurydesk.ui.pages.deliberation.grids.panel import GridPanel
from tests.screens.session_desk import TODAYS, fill_sessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.deliberation.page import DeliberationPage
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

SIZE = (980, 520)
LEVELS = ("AEN", "AEA", "AAN")


def fill_grids(desk: Desk) -> None:
    """Let three members mark the candidate of ten o'clock; a second person types two results."""
    fill_sessions(desk)
    first, second, *_ = double_entry.open_double_entry(desk, code=TODAYS).rows
    where = {"code": TODAYS, "candidacy_id": second.candidacy_id}
    board = grids.open_grids(desk, **where)
    voters = [one for one in board.members if one.is_open]
    for one, levels in zip(voters, LEVELS, strict=False):
        for item, level in zip(board.items, levels, strict=False):
            note = "Charges oubliées" if level == "N" else ""
            mark = Mark(item.code, level, note=note)
            grids.record_mark(desk, **where, examiner_id=one.examiner_id, mark=mark)
    grids.take_agreed(desk, **where)
    absent = HearingRecord(first.candidacy_id, Appearance.ABSENT)
    double_entry.record_second(desk, code=TODAYS, records=[absent], by="Noa Petit")


def grid_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return the panel and the dialog."""
    return {"grids": panel, "second-entry": second_entry}


def panel(studio: Studio) -> QWidget:
    """Show three grids and the common one, with lines to be discussed."""
    shown = GridPanel(deliberation(studio).context)
    _, second, *_ = double_entry.open_double_entry(studio.desk, code=TODAYS).rows
    shown.resize(*SIZE)
    shown.show_hearing(TODAYS, second.candidacy_id)
    shown.show()
    return shown


def deliberation(studio: Studio) -> DeliberationPage:
    """Go to the page of the room."""
    studio.parts.window.shell.show_page("deliberation", TODAYS)
    studio.settle()
    return cast("DeliberationPage", studio.parts.window.shell.current_page())


def second_entry(studio: Studio) -> QWidget:
    """Show the second entry with one difference."""
    entry = double_entry.open_double_entry(studio.desk, code=TODAYS)
    shown = SecondEntryDialog(deliberation(studio).context.wording, entry, studio.parts.window)
    shown.open()
    return shown
