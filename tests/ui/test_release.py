"""Keeping what is good of a plan, releasing it, and telling people: by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

from jurydesk.domain.pins import Pins
from jurydesk.domain.release import Role, appointments
from jurydesk.services.releasing import read_telling
from jurydesk.services.sessions import open_session
from jurydesk.ui.dialogs.alternatives_dialog import AlternativesDialog
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.summons_dialog import SummonsDialog
from jurydesk.ui.pages.sessions.board_view import FINDINGS, JURIES, TELLING
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

    return make_once(tmp_path_factory.mktemp("release"), fill)


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


def due(desk: Desk) -> int:
    return len(read_telling(desk, code=CODE).due)


class TestPins:
    def test_p_keeps_a_hearing_and_ctrl_z_lets_it_go(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        canvas = board.timetable.canvas
        secretary.click(canvas)
        secretary.press("p", canvas)
        assert session(desk).pins == Pins(hearings=(canvas.current,))
        kept = canvas.block(canvas.current)
        assert kept is not None
        assert kept.is_pinned
        secretary.press("Ctrl+Z")
        assert session(desk).pins == Pins()

    def test_the_panel_keeps_a_hearing_by_mouse(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        secretary.parts.window.resize(1500, 900)
        secretary.rest()
        current = board.timetable.canvas.current
        secretary.click_button("Keep this hour")
        assert session(desk).pins == Pins(hearings=(current,))
        secretary.click_button("Let go")
        assert session(desk).pins == Pins()

    def test_a_seat_a_jury_and_a_person_are_kept_or_barred(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        board.show_part(JURIES)
        number, strip = next(iter(board.juries.strips.items()))
        person = strip.cards[0].seat.person
        secretary.press("p", strip.cards[0])
        assert session(desk).pins == Pins(seats=((number, person),))
        secretary.press("x", board.juries.strips[number].cards[0])
        assert session(desk).pins == Pins(barred=(person,))
        assert board.juries.strips[number].cards[0].seat.is_barred
        secretary.click_button("Keep the jury", board.juries.strips[number].parentWidget())
        assert session(desk).pins == Pins(juries=(number,), barred=(person,))
        secretary.press("Ctrl+Shift+P")
        assert session(desk).pins == Pins()

    def test_what_is_kept_stays_when_juries_are_proposed_again(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        before = session(desk)
        number = before.juries[0].number
        board.show_part(JURIES)
        secretary.click_button("Keep the jury", board.juries.strips[number].parentWidget())
        secretary.press("F9")
        secretary.rest()
        assert session(desk).jury(number) == before.jury(number)

    def test_the_seat_offers_the_same_to_the_mouse(
        self, secretary: Secretary, board: SessionBoardView
    ) -> None:
        board.show_part(JURIES)
        card = next(iter(board.juries.strips.values())).cards[0]
        texts = [act.text for act in card.acts()]
        assert texts == [
            "Choose somebody…", "Keep in this jury", "Do not seat again", "Cannot come…",
            "Free the seat",
        ]  # fmt: skip


@pytest.fixture
def mail(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """The letters that a mail program of this machine was given."""
    urls: list[QUrl] = []

    def take(url: QUrl) -> bool:
        urls.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


class TestRelease:
    def test_f10_releases_and_lists_whom_to_tell(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        secretary.press("F10")
        secretary.rest()
        assert board.part() == TELLING
        rows = board.telling.list.shown_rows()
        assert len(rows) == due(desk) > 0
        assert secretary.button(f"Summonses ({len(rows)})", board.parts).isChecked()

    def test_a_plan_that_breaks_a_rule_leads_to_its_findings(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        board.show_part(JURIES)
        card = next(iter(board.juries.strips.values())).cards[0]
        secretary.press("Delete", card)
        secretary.press("F10")
        secretary.rest()
        assert board.part() == FINDINGS
        assert session(desk).release is None

    def test_people_are_marked_and_a_change_lists_only_whom_it_touches(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        secretary.press("F10")
        secretary.rest()
        listed = board.telling.list
        secretary.press("Ctrl+A", listed.view)
        secretary.press("Ctrl+Return", listed.view)
        secretary.press("Return", secretary.dialog(SummonsDialog))
        secretary.rest()
        assert due(desk) == 0
        moved = max(session(desk).hearings, key=lambda hearing: hearing.start)
        secretary.sessions().acts.unplace(moved.candidacy_id)
        secretary.rest()
        drafts = [one for one in listed.shown_rows() if one.is_draft]
        assert ("CANDIDATE", moved.candidacy_id) in {one.key for one in drafts}
        assert due(desk) == 0
        secretary.press("F10")
        secretary.rest()
        assert due(desk) == len(drafts)

    def test_enter_writes_to_the_person(
        self, secretary: Secretary, board: SessionBoardView, mail: list[QUrl]
    ) -> None:
        secretary.press("F10")
        secretary.rest()
        row = board.telling.list.current_row() or board.telling.list.shown_rows()[0]
        board.telling.list.select_key((row.is_draft, row.key))
        secretary.press("Return", board.telling.list.view)
        secretary.rest()
        (url,) = mail
        assert url.path() == row.email
        body = QUrlQuery(url).queryItemValue("body", QUrl.ComponentFormattingOption.FullyDecoded)
        assert body.startswith("Hello,")
        assert "RNCP34316" in body

    def test_the_list_is_written_to_a_workbook(
        self, secretary: Secretary, board: SessionBoardView, prompter: FakePrompter, tmp_path: Path
    ) -> None:
        secretary.press("F10")
        secretary.rest()
        prompter.paths = [tmp_path / "liste.xlsx"]
        secretary.click(board.telling.list.export_button)
        secretary.rest()
        sheet = openpyxl.load_workbook(tmp_path / "liste.xlsx").active
        assert sheet is not None
        names = {one.name for one in board.telling.list.shown_rows()}
        assert names <= {str(row[0].value) for row in sheet.rows}


def test_before_the_release_the_empty_list_offers_it(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    board.show_part(TELLING)
    secretary.click_button("Release", board.telling)
    secretary.rest()
    assert session(desk).release is not None


class TestCancellation:
    def test_who_cannot_come_is_replaced_by_the_best(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk, prompter: FakePrompter
    ) -> None:
        board.show_part(JURIES)
        number, strip = next(iter(board.juries.strips.items()))
        card = strip.cards[0]
        person, seat = card.seat.person, card.seat.key
        prompter.texts = ["en tournage"]
        secretary.press("d", card)
        secretary.rest()
        absent = next(e for e in open_session(desk, code=CODE).examiners if e.id == person)
        assert [absence.reason for absence in absent.absences] == ["en tournage"]
        dialog = secretary.dialog(PickDialog)
        best = dialog.current()
        assert best is not None
        assert best.is_legal
        secretary.press("Return", dialog.list)
        secretary.rest()
        juror = next(j for j in session(desk).jury(number).jurors if j.seat == seat)
        assert juror.examiner_id == best.key != person

    def test_ctrl_z_brings_the_person_and_the_seat_back(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk, prompter: FakePrompter
    ) -> None:
        before = session(desk)
        board.show_part(JURIES)
        card = next(iter(board.juries.strips.values())).cards[0]
        prompter.texts = [""]
        secretary.press("d", card)
        secretary.rest()
        secretary.dialog(PickDialog).reject()
        secretary.rest()
        secretary.press("Ctrl+Z")
        secretary.rest()
        assert session(desk) == before


class TestComparing:
    def test_plans_stand_side_by_side_and_one_is_taken(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        before = session(desk)
        secretary.press("Shift+F9")
        secretary.rest()
        dialog = secretary.dialog(AlternativesDialog)
        assert len(dialog.buttons) > 1
        secretary.press("2", dialog)
        secretary.rest()
        after = session(desk)
        assert after.version > before.version
        assert len(after.hearings) == len(before.hearings)
        secretary.press("Ctrl+Z")
        assert session(desk) == before

    def test_escape_leaves_everything_as_it_is(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        before = session(desk)
        secretary.press("Shift+F9")
        secretary.rest()
        secretary.press("Esc", secretary.dialog(AlternativesDialog))
        assert session(desk).version == before.version

    def test_ctrl_f9_moves_only_what_must_move(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk, prompter: FakePrompter
    ) -> None:
        before = appointments(session(desk))
        board.show_part(JURIES)
        card = next(iter(board.juries.strips.values())).cards[0]
        prompter.texts = [""]
        secretary.press("d", card)
        secretary.rest()
        secretary.dialog(PickDialog).reject()
        secretary.press("Ctrl+F9")
        secretary.rest()
        after = appointments(session(desk))
        changed = {one for one in {*before, *after} if before.get(one) != after.get(one)}
        assert (Role.EXAMINER, card.seat.person) in changed
        assert len(changed) == 2
