"""A session of twenty-four from the year ahead to a released plan that was repaired, by hand."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.release import Role
from jurydesk.services.releasing import read_telling
from jurydesk.services.sessions import list_sessions, open_session
from jurydesk.ui.dialogs.alternatives_dialog import AlternativesDialog
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.session_dialog import SessionDialog
from jurydesk.ui.dialogs.summons_dialog import SummonsDialog
from jurydesk.ui.pages.foresight.page import ForesightPage
from jurydesk.ui.pages.sessions.board_view import JURIES, TELLING, TIMETABLE
from jurydesk.ui.widgets.timetable_geometry import Place
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import fill_for_a_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from tests.ui.fake_prompter import FakePrompter

CANDIDATES = 24
PICTURES = os.environ.get("JURYDESK_PICTURES", "")
"""A folder: a picture of the window is kept there at each step, to be looked at."""


def fill(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=CANDIDATES, teams=4)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("planning"), fill)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        parts.window.resize(1440, 900)
        yield Secretary(qtbot, parts)


class Coordinator:
    """Somebody who plans one session."""

    def __init__(self, secretary: Secretary, desk: Desk) -> None:
        self.at = secretary
        self.desk = desk
        self.shots = 0

    def picture(self) -> None:
        if PICTURES:
            self.shots += 1
            name = f"planning-{self.shots:02}.png"
            self.at.parts.window.grab().save(str(Path(PICTURES) / name))

    @property
    def board(self) -> SessionBoardView:
        return self.at.sessions().board_view

    def session(self) -> Session:
        (row,) = list_sessions(self.desk)
        return open_session(self.desk, code=row.session.code).session

    def press(self, keys: str) -> None:
        self.at.press(keys)
        self.at.rest()
        self.picture()


def test_from_the_year_ahead_to_a_plan_that_was_repaired(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    me = Coordinator(secretary, desk)
    choose_the_day(me)
    propose_and_compare(me)
    kept = pin_a_hearing(me)
    drag_where_it_may_not_stand(me)
    release_and_tell(me)
    gone, comes = somebody_cannot_come(me, prompter)

    me.press("F10")
    assert me.board.part() == TELLING
    due = {one.key: one for one in read_telling(desk, code=me.session().code).due}
    assert due.keys() == {(Role.EXAMINER, gone), (Role.EXAMINER, comes)}
    assert len(due[Role.EXAMINER, gone].after) == len(due[Role.EXAMINER, gone].before) - 1
    assert len(due[Role.EXAMINER, comes].after) == len(due[Role.EXAMINER, comes].before) + 1
    me.picture()
    assert kept in {h.candidacy_id for h in me.session().hearings}


def choose_the_day(me: Coordinator) -> None:
    """From the heat map: two days on from the cursor, a session begins there."""
    me.press("Ctrl+H")
    page = cast("ForesightPage", me.at.parts.window.shell.current_page())
    me.at.press("Right", page.year.grid)
    me.at.press("Right", page.year.grid)
    assert page.year.grid.half[0] == TODAY + timedelta(days=2)
    me.picture()
    me.at.press("Return", page.year.grid)
    dialog = me.at.dialog(SessionDialog)
    assert dialog.days == (TODAY + timedelta(days=2),)
    dialog.rooms_edit.selectAll()
    me.at.write("Salle 1, Salle 2, Salle 3", dialog.rooms_edit)
    me.at.click(dialog.create_button)
    me.at.rest()
    assert me.at.parts.window.shell.current_page() is me.at.sessions()
    assert len(me.session().candidacies) == CANDIDATES


def propose_and_compare(me: Coordinator) -> None:
    """The best plan, then others beside it; the second is taken."""
    me.press("F9")
    assert len(me.session().hearings) == CANDIDATES
    me.press("Shift+F9")
    dialog = me.at.dialog(AlternativesDialog)
    assert len(dialog.buttons) > 1
    if PICTURES:
        dialog.grab().save(str(Path(PICTURES) / "planning-compare.png"))
    me.at.press("2", dialog)
    me.at.rest()
    assert len(me.session().hearings) == CANDIDATES


def pin_a_hearing(me: Coordinator) -> int:
    """Keep the first hearing of the day where it is."""
    me.board.show_part(TIMETABLE)
    canvas = me.board.timetable.canvas
    canvas.setFocus()
    me.press("P")
    (kept,) = me.session().pins.hearings
    assert kept == canvas.current
    return kept


def drag_where_it_may_not_stand(me: Coordinator) -> None:
    """Over another hearing the board says why not, and nothing moves."""
    before = me.session().hearings
    canvas = me.board.timetable.canvas
    first, *_others, last = sorted(canvas.blocks, key=lambda block: (block.lane, block.start))
    place = Place(first.lane, first.start + 5)
    me.at.drag(canvas, last.key, place)
    assert canvas.moving is not None
    assert canvas.moving.why_not != ""
    assert me.board.timetable.line_label.text() == canvas.moving.why_not
    me.picture()
    me.at.drop(canvas, place)
    assert me.session().hearings == before


def release_and_tell(me: Coordinator) -> None:
    """Give the plan out; everybody is told."""
    me.press("F10")
    listed = me.board.telling.list
    assert len(listed.shown_rows()) > CANDIDATES
    me.at.press("Ctrl+A", listed.view)
    me.at.press("Ctrl+Return", listed.view)
    me.at.press("Return", me.at.dialog(SummonsDialog))
    me.at.rest()
    assert read_telling(me.desk, code=me.session().code).due == ()


def somebody_cannot_come(me: Coordinator, prompter: FakePrompter) -> tuple[int, int]:
    """A member cancels; the best substitute takes the seat. Return who goes and who comes."""
    me.board.show_part(JURIES)
    number, strip = next(iter(me.board.juries.strips.items()))
    card = strip.cards[0]
    gone, seat = card.seat.person, card.seat.key
    prompter.texts = ["en tournage"]
    me.at.press("D", card)
    me.at.rest()
    dialog = me.at.dialog(PickDialog)
    if PICTURES:
        dialog.grab().save(str(Path(PICTURES) / "planning-substitutes.png"))
    me.at.press("Return", dialog.list)
    me.at.rest()
    me.picture()
    jury = me.session().jury(number)
    assert jury is not None
    comes = next(j.examiner_id for j in jury.jurors if j.seat == seat)
    assert comes != gone
    return gone, comes
