"""From "why?" to a repaired plan without leaving the board, by keys and by mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.release import Role
from jurydesk.domain.session import Hours
from jurydesk.services.planning import propose
from jurydesk.services.sessions import SessionDraft, create_session, open_session
from jurydesk.ui.pages.sessions.board_view import TELLING, WAITING
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, TITLE, fill_for_a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.reasons_card import WaitingCard
    from jurydesk.ui.pages.sessions.unplaced import UnplacedPanel
    from tests.ui.fake_prompter import FakePrompter

SHORT = Hours(end=time(12, 30), minutes=100)
"""Two hearings in the morning, no afternoon: of three candidates one waits."""


def fill(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=3)
    create_session(desk, draft=SessionDraft(CODE, (TITLE,), (TODAY,), hours=SHORT))
    propose(desk, code=CODE, seconds=5)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("why"), fill)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


@pytest.fixture
def panel(secretary: Secretary) -> UnplacedPanel:
    """Those who wait, in front; the focus is on the first of them."""
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    view = secretary.sessions().board_view
    view.show_part(WAITING)
    view.take_focus()
    secretary.rest()
    return view.unplaced


def session(desk: Desk) -> Session:
    return open_session(desk, code=CODE).session


def card(panel: UnplacedPanel) -> WaitingCard:
    (found,) = panel.cards.values()
    return found


def test_by_keys_from_why_to_a_kept_change_and_back(
    secretary: Secretary, desk: Desk, panel: UnplacedPanel
) -> None:
    before = session(desk)
    assert card(panel).hasFocus()
    secretary.press("W")
    told = card(panel).told
    assert told is not None
    assert (told.is_smallest, len(told.block)) == (True, 3)
    secretary.press("1")
    trial = card(panel).trial
    assert trial is not None
    assert len(trial.plan.hearings) == 3
    assert session(desk) == before

    secretary.press("Return")
    assert session(desk).unplaced == ()
    assert panel.cards == {}
    assert secretary.sessions().board is not None
    secretary.press("Ctrl+Z")
    assert (session(desk).hours, session(desk).unplaced) == (SHORT, before.unplaced)


def test_from_why_to_a_released_plan_on_one_screen(
    secretary: Secretary, desk: Desk, panel: UnplacedPanel
) -> None:
    page = secretary.sessions()
    secretary.press("W")
    secretary.press("1")
    secretary.press("Return")
    assert session(desk).unplaced == ()
    secretary.press("F10")
    secretary.rest()
    released = session(desk).release
    assert released is not None
    heard = {one.number for one in released.due if one.role is Role.CANDIDATE}
    assert heard == set(session(desk).candidacies)
    assert page.board_view.part() == TELLING
    assert secretary.parts.window.shell.current_page() is page


def test_by_mouse_a_trial_is_dropped_and_nothing_was_stored(
    secretary: Secretary, desk: Desk, panel: UnplacedPanel
) -> None:
    before = session(desk)
    secretary.click_button("Why?", card(panel))
    first, *_ = secretary.buttons_named("Try")
    secretary.click(first)
    assert card(panel).trial is not None
    secretary.click_button("Drop", card(panel))
    assert card(panel).trial is None
    assert session(desk) == before


def test_escape_drops_the_trial_before_it_leaves_the_board(
    secretary: Secretary, panel: UnplacedPanel
) -> None:
    secretary.press("W")
    secretary.press("1")
    secretary.press("Escape")
    assert card(panel).trial is None
    assert secretary.sessions().board is not None
    secretary.press("Escape")
    assert secretary.sessions().board is None


def test_what_was_told_stays_while_the_session_is_the_same(
    secretary: Secretary, panel: UnplacedPanel
) -> None:
    secretary.press("W")
    told = card(panel).told
    secretary.press("F5")
    assert card(panel).told == told


def test_what_is_told_meanwhile_does_not_disturb_a_trial(
    secretary: Secretary, panel: UnplacedPanel
) -> None:
    secretary.press("W")
    secretary.press("1")
    shown = card(panel)
    assert shown.told is not None
    trial = shown.trial
    assert trial is not None
    shown.show_part(replace(shown.told, repairs=shown.told.repairs[:1], is_complete=False))
    assert shown.trial is trial
    secretary.press("W")
    assert shown.trial is None


def test_the_focus_stays_on_the_card_while_more_is_told(
    secretary: Secretary, panel: UnplacedPanel
) -> None:
    secretary.press("W")
    first, *_ = secretary.buttons_named("Try")
    first.setFocus()
    shown = card(panel)
    assert shown.told is not None
    shown.show_part(replace(shown.told, is_complete=False))
    secretary.rest()
    assert shown.hasFocus()
