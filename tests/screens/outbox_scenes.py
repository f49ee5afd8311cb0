"""Scenes of the outbox: a message under review, one outdated, other words."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.domain.release import Role
from jurydesk.services import adjusting, releasing
from jurydesk.services.draft_writing import prepare_drafts
from jurydesk.services.sessions import open_session
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.ui.pages.sessions.board_view import TELLING
from tests.screens.session_desk import COMING
from tests.screens.session_scenes import board

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.sessions.page import SessionsPage
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def outbox_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of a message, and the dialog that rewords it."""
    return {
        "outbox": to_review,
        "outbox-words": other_words,
        "outbox-outdated": outdated,
    }


def _released(studio: Studio) -> SessionsPage:
    settings = read_settings(studio.desk)
    office = replace(settings, email="jurys@cefpf.example", phone="01 99 00 12 34", city="Paris")
    save_settings(studio.desk, settings=office)
    releasing.release_plan(studio.desk, code=COMING)
    page = board(studio, COMING)
    page.board_view.show_part(TELLING)
    page.refresh()
    studio.settle()
    return page


def _go_to(page: SessionsPage, role: Role, studio: Studio) -> None:
    listed = page.board_view.telling.list
    first = next(one for one in listed.shown_rows() if one.role is role)
    listed.select_key((first.is_draft, first.key))
    studio.settle()


def to_review(studio: Studio) -> QWidget | None:
    """Look at the message to a member."""
    _go_to(_released(studio), Role.EXAMINER, studio)
    return None


def other_words(studio: Studio) -> QWidget | None:
    """Write the message to a candidate in other words."""
    page = _released(studio)
    _go_to(page, Role.CANDIDATE, studio)
    current = page.board_view.telling.list.current_row()
    if current is not None:
        page.outbox.edit(current)
    studio.settle()
    return page.outbox.dialog


def outdated(studio: Studio) -> QWidget | None:
    """Prepare every draft, then change the plan."""
    page = _released(studio)
    with tempfile.TemporaryDirectory() as folder:
        prepare_drafts(studio.desk, code=COMING, folder=Path(folder), wording=page.context.wording)
    last = open_session(studio.desk, code=COMING).session.hearings[-1].candidacy_id
    adjusting.withdraw_candidacy(studio.desk, code=COMING, candidacy_id=last)
    releasing.release_plan(studio.desk, code=COMING)
    page.refresh()
    studio.settle()
    page.board_view.telling.list.select_key((False, (Role.CANDIDATE, last)))
    studio.settle()
    return None
