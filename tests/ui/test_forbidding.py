"""Forbidding on the board, and the list of what is kept and forbidden: by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from jurydesk.domain.bans import BanKind, apart
from jurydesk.domain.pins import Pins
from jurydesk.services.sessions import open_session
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.pages.sessions.board_view import JURIES, TIMETABLE, WISHES
from jurydesk.ui.pages.sessions.wishes_view import BROKEN, CONTRADICTS, KEEPS_TO, KEPT
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def fill(desk: Desk) -> None:
        fill_for_a_session(desk)
        hold(desk)

    return make_once(tmp_path_factory.mktemp("forbidding"), fill)


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
def board(secretary: Secretary) -> SessionBoardView:
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    return secretary.sessions().board_view


def session(desk: Desk) -> Session:
    return open_session(desk, code=CODE).session


def forbid_the_first_pair(secretary: Secretary, board: SessionBoardView) -> tuple[int, int]:
    """Shift+X on the first seat, then the sentence about the second."""
    board.show_part(JURIES)
    strip = next(iter(board.juries.strips.values()))
    one, other = (card.seat.person for card in strip.cards[:2])
    secretary.press("Shift+X", strip.cards[0])
    secretary.rest()
    dialog = secretary.dialog(PickDialog)
    dialog.pick(apart(one, other))
    secretary.press("Return", dialog.list)
    secretary.rest()
    return one, other


def test_a_pair_is_forbidden_listed_kept_to_and_taken_back(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    one, other = forbid_the_first_pair(secretary, board)
    assert session(desk).pins == Pins(bans=(apart(one, other),))
    board.show_part(WISHES)
    (wish,) = board.wishes.list.shown_rows()
    assert board.wishes.state_of(wish) == BROKEN
    secretary.press("F9")
    secretary.rest()
    assert all(not (j.juror(one) and j.juror(other)) for j in session(desk).juries)
    board.show_part(WISHES)
    (wish,) = board.wishes.list.shown_rows()
    assert board.wishes.state_of(wish) == KEEPS_TO
    board.take_focus()
    secretary.press("Delete", board.wishes.list.view)
    assert session(desk).pins == Pins()
    secretary.press("Ctrl+Z")
    assert session(desk).pins == Pins(bans=(apart(one, other),))


def test_any_of_them_is_forbidden_from_the_list_with_one_key(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    board.show_part(WISHES)
    assert board.wishes.list.shown_rows() == ()
    candidacy = session(desk).hearings[0].candidacy_id
    secretary.press("Ctrl+Shift+X")
    people = secretary.dialog(PickDialog)
    people.pick((0, candidacy))
    secretary.press("Return", people.list)
    secretary.rest()
    bans = secretary.dialog(PickDialog)
    assert bans is not people
    secretary.press("Return", bans.list)
    (ban,) = session(desk).pins.bans
    assert (ban.kind, ban.candidacy) == (BanKind.HEARING, candidacy)


def test_the_panel_of_a_hearing_forbids_too(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    secretary.parts.window.resize(1500, 900)
    board.show_part(TIMETABLE)
    secretary.rest()
    current = board.timetable.canvas.current
    secretary.click_button("Forbid…", secretary.sessions().panel)
    secretary.rest()
    bans = secretary.dialog(PickDialog)
    secretary.press("Down", bans.list)
    secretary.press("Return", bans.list)
    (ban,) = session(desk).pins.bans
    assert (ban.kind, ban.candidacy) == (BanKind.HEARING, current)


def test_a_kept_jury_and_a_forbidden_pair_in_it_are_marked_as_contradicting(
    secretary: Secretary, board: SessionBoardView
) -> None:
    forbid_the_first_pair(secretary, board)
    number = next(iter(board.juries.strips))
    secretary.click_button("Keep the jury", board.juries.strips[number].parentWidget())
    secretary.rest()
    board.show_part(WISHES)
    rows = board.wishes.list.shown_rows()
    assert [board.wishes.state_of(one) for one in rows] == [CONTRADICTS, CONTRADICTS]
    board.wishes.list.select_key(rows[1].pins)
    secretary.press("Delete", board.wishes.list.view)
    secretary.rest()
    (kept,) = board.wishes.list.shown_rows()
    assert board.wishes.state_of(kept) == KEPT


def test_the_list_is_written_to_a_workbook(
    secretary: Secretary, board: SessionBoardView, prompter: FakePrompter, tmp_path: Path
) -> None:
    forbid_the_first_pair(secretary, board)
    board.show_part(WISHES)
    prompter.paths = [tmp_path / "wishes.xlsx"]
    secretary.click(board.wishes.list.export_button)
    secretary.rest()
    sheet = openpyxl.load_workbook(tmp_path / "wishes.xlsx").active
    cells = [str(cell.value) for row in sheet.rows for cell in row if cell.value]
    assert any("do not sit in one jury" in text for text in cells)
