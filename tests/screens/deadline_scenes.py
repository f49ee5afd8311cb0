"""Scenes of the board of clocks: each way to look at it, and the dialog of a legal act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from jurydesk.domain.candidacy import Suspension
from jurydesk.domain.clocks import ClockKind
from jurydesk.services.candidates import save_file
from jurydesk.ui.pages.deadlines.groups import Grouping
from jurydesk.ui.pages.deadlines.page import DeadlinesPage
from tests.screens.session_desk import fill_sessions
from tests.ui.office import TODAY, candidacy, candidate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


STOOD_STILL = (Suspension(TODAY - timedelta(days=12), TODAY - timedelta(days=2)),)


def fill_deadlines(desk: Desk) -> None:
    """Add paths by experience, in every state, to the sessions of the other scenes."""
    fill_sessions(desk)
    for number in range(40, 64, 2):
        path = candidacy(number % 24)
        file = replace(path.admissibility, suspensions=STOOD_STILL if number == 52 else ())
        save_file(desk, candidate=candidate(number), candidacy=replace(path, admissibility=file))


def deadline_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page."""
    return {
        **{f"deadlines-{way}": partial(looked_at, way=way) for way in Grouping},
        "deadlines-session": of_a_session,
        "deadlines-act": act_dialog,
    }


def looked_at(studio: Studio, *, way: Grouping) -> QWidget | None:
    """Show the board by urgency, by person or by month."""
    board(studio).look_by(way)
    return None


def of_a_session(studio: Studio) -> QWidget | None:
    """Show the panel of a clock that a session started."""
    page = board(studio)
    rows = page.list.shown_rows()
    page.list.select_key(next(one.key for one in rows if one.session_code))
    return None


def act_dialog(studio: Studio) -> QWidget | None:
    """Show the dialog of a legal act."""
    page = board(studio)
    decisions = (o for o in page.list.shown_rows() if o.clock.kind is ClockKind.ADMISSIBILITY)
    page.stop(max(decisions, key=lambda one: one.left or 0))
    return page.taker.dialog


def board(studio: Studio) -> DeadlinesPage:
    """Go to the board, as it is when the window is opened."""
    studio.parts.window.shell.show_page("deadlines")
    studio.settle()
    page = cast("DeadlinesPage", studio.parts.window.shell.current_page())
    page.look_by(Grouping.URGENCY)
    return page
