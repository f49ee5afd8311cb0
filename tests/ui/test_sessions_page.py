"""The Sessions page, worked by mouse and keyboard: list, new session, board, juries, freezing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from time import thread_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QDialog, QMenu

from jurydesk.domain.people import Sex
from jurydesk.domain.session import Hours, SessionStatus
from jurydesk.services.adjusting import seat_examiner, unplace_hearing
from jurydesk.services.examiners import list_examiners, save_examiner
from jurydesk.services.planning import propose
from jurydesk.services.sessions import (
    SessionDraft,
    create_session,
    list_sessions,
    open_session,
)
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.session_dialog import SessionDialog
from jurydesk.ui.pages.sessions.board_view import FINDINGS, JURIES, TIMETABLE, WAITING
from jurydesk.ui.widgets.timetable_geometry import Place
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, TITLE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from jurydesk.ui.widgets.month_calendar import MonthGrid
    from jurydesk.ui.widgets.timetable_canvas import TimetableCanvas
    from tests.ui.fake_prompter import FakePrompter

QUICK_SECONDS = 0.05
PLENTY = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("sessions"), fill_for_a_session)


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
def board(secretary: Secretary, desk: Desk) -> SessionBoardView:
    """The board of a session of today, as proposed."""
    hold(desk)
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    return secretary.sessions().board_view


def session(desk: Desk) -> Session:
    return open_session(desk, code=CODE).session


def last_hearing(desk: Desk) -> int:
    return max(session(desk).hearings, key=lambda hearing: hearing.start).candidacy_id


class TestList:
    def test_an_empty_list_names_the_next_act(self, secretary: Secretary) -> None:
        secretary.press("Ctrl+5")
        page = secretary.sessions()
        secretary.click(secretary.button("New session", page.list_view))
        assert secretary.dialog(SessionDialog).isModal()

    def test_enter_opens_a_session_and_escape_steps_back(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        create_session(desk, draft=SessionDraft(CODE, (TITLE,), (TODAY,)))
        secretary.press("Ctrl+5")
        page = secretary.sessions()
        page.list_view.list.view.setFocus()
        secretary.press("Return")
        assert page.board is not None
        assert page.header.title_label.text() == CODE
        secretary.press("Escape")
        assert page.board is None
        assert page.header.title_label.text() == "Sessions"

    def test_the_back_button_does_the_same(
        self, secretary: Secretary, board: SessionBoardView
    ) -> None:
        page = secretary.sessions()
        secretary.click(page.header.back_button)
        assert page.board is None
        assert not page.header.back_button.isVisible()

    def test_delete_takes_a_session_away_and_undo_brings_it_back(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        create_session(desk, draft=SessionDraft(CODE, (TITLE,), (TODAY,)))
        secretary.press("Ctrl+5")
        secretary.sessions().list_view.list.view.setFocus()
        secretary.press("Delete")
        assert list_sessions(desk) == ()
        secretary.press("Ctrl+Z")
        assert [row.session.code for row in list_sessions(desk)] == [CODE]

    def test_the_calendar_chooses_the_session_of_a_day(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        for code, days in ((CODE, 0), ("2026-11-B", 3)):
            day = TODAY + timedelta(days=days)
            create_session(desk, draft=SessionDraft(code, (TITLE,), (day,)))
        secretary.press("Ctrl+5")
        view = secretary.sessions().list_view
        click_day(secretary, view.calendar.grid, 3)
        row = view.list.current_row()
        assert row is not None
        assert row.session.code == "2026-11-B"


class TestNewSession:
    def test_a_day_is_needed(self, secretary: Secretary, desk: Desk) -> None:
        dialog = new_session(secretary)
        secretary.click(dialog.buttons.buttons()[0])
        assert "at least one day" in dialog.days_label.text()
        assert list_sessions(desk) == ()

    def test_a_code_already_taken_is_said_at_its_field(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        create_session(desk, draft=SessionDraft("MINE", (TITLE,), (TODAY,)))
        dialog = new_session(secretary)
        click_day(secretary, dialog.calendar.grid, 0)
        dialog.code_edit.selectAll()
        secretary.write("MINE", dialog.code_edit)
        secretary.click(dialog.buttons.buttons()[0])
        assert "MINE" in dialog.form.fields["code"].error()
        assert dialog.isVisible()

    def test_a_day_clicked_twice_is_no_longer_chosen(self, secretary: Secretary) -> None:
        dialog = new_session(secretary)
        click_day(secretary, dialog.calendar.grid, 0)
        assert dialog.days == (TODAY,)
        click_day(secretary, dialog.calendar.grid, 0)
        assert dialog.days == ()

    def test_a_code_of_ones_own_is_not_overwritten(self, secretary: Secretary) -> None:
        dialog = new_session(secretary)
        secretary.write("PRINTEMPS", dialog.code_edit)
        click_day(secretary, dialog.calendar.grid, 0)
        assert dialog.code_edit.text() == "PRINTEMPS"

    def test_a_session_is_changed_in_the_same_dialog(
        self, secretary: Secretary, desk: Desk
    ) -> None:
        hold(desk)
        secretary.parts.window.shell.show_page("sessions", CODE)
        secretary.rest()
        before = session(desk)
        secretary.sessions().creation.begin_change(before)
        secretary.rest()
        dialog = secretary.dialog(SessionDialog)
        assert dialog.certifications() == before.certifications
        assert dialog.days == before.days
        dialog.place_edit.selectAll()
        secretary.write("3 quai du Port, 13002 Marseille", dialog.place_edit)
        secretary.click(dialog.create_button)
        after = session(desk)
        assert after.place == "3 quai du Port, 13002 Marseille"
        assert (after.hearings, after.hours) == (before.hearings, before.hours)

    def test_escape_leaves_without_a_session(self, secretary: Secretary, desk: Desk) -> None:
        dialog = new_session(secretary)
        secretary.press("Escape", dialog)
        assert not any(isinstance(w, QDialog) for w in [secretary.parts.window.focusWidget()])
        assert list_sessions(desk) == ()


class TestTimetable:
    def test_the_whole_day_stands_in_the_window(
        self, secretary: Secretary, board: SessionBoardView
    ) -> None:
        canvas = board.timetable.canvas
        assert canvas.height() <= canvas.parentWidget().height()
        assert canvas.geometry_now().per_minute >= 0.8

    def test_a_hearing_is_dragged_to_a_legal_place(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        canvas, moved = board.timetable.canvas, last_hearing(desk)
        place = Place(canvas.blocks[0].lane, 16 * 60)
        secretary.drag(canvas, moved, place)
        assert canvas.moving is not None
        assert canvas.moving.why_not == ""
        secretary.drop(canvas, place)
        hearing = session(desk).hearing(moved)
        assert hearing is not None
        assert (hearing.start.hour, hearing.start.minute) == (16, 0)

    def test_an_illegal_place_says_why_and_keeps_the_hearing_where_it_was(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        canvas, moved = board.timetable.canvas, last_hearing(desk)
        before = session(desk).hearings
        taken = canvas.blocks[0]
        place = Place(taken.lane, taken.start)
        secretary.drag(canvas, moved, place)
        assert canvas.moving is not None
        assert taken.title in board.timetable.line_label.text()
        secretary.drop(canvas, place)
        assert session(desk).hearings == before

    def test_no_jury_no_hearing(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        secretary.sessions().acts.remove_jury(2)
        secretary.rest()
        canvas = board.timetable.canvas
        secretary.drag(canvas, canvas.blocks[0].key, Place(canvas.blocks[0].lane, 15 * 60))
        assert "No jury sits" in board.timetable.line_label.text()

    def test_escape_puts_the_hearing_back_and_stays_on_the_board(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        canvas = board.timetable.canvas
        canvas.setFocus()
        secretary.press("Space")
        assert canvas.moving is not None
        secretary.press("Escape")
        assert canvas.moving is None
        assert secretary.sessions().board is not None

    def test_the_undo_button_names_what_it_takes_back(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        moved = last_hearing(desk)
        secretary.sessions().acts.unplace(moved)
        secretary.rest()
        tip = secretary.parts.window.shell.undo_button.toolTip()
        assert tip.startswith("Undo: Hearing taken off")
        (toast,) = secretary.parts.window.shell.toasts.toasts()
        assert toast.act_button is not None
        secretary.click(toast.act_button)
        assert session(desk).hearing(moved) is not None

    def test_picking_up_one_of_many_hearings_is_quick(
        self, qapp: QApplication, qtbot: QtBot, empty_desk: Desk, prompter: FakePrompter
    ) -> None:
        crowd(empty_desk)
        for parts in opened(qapp, qtbot, empty_desk, prompter):
            secretary = Secretary(qtbot, parts)
            parts.window.shell.show_page("sessions", CODE)
            secretary.rest()
            canvas = secretary.sessions().board_view.timetable.canvas
            assert len(canvas.blocks) == PLENTY
            assert min(timed(canvas) for _ in range(5)) < QUICK_SECONDS


class TestInspector:
    def test_it_tells_the_hearing_under_the_cursor(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        board.timetable.canvas.choose(last_hearing(desk))
        page = secretary.sessions()
        assert page.panel.candidacy_id == last_hearing(desk)
        assert page.inspector is page.panel

    def test_it_leaves_the_room_to_the_juries(
        self, secretary: Secretary, board: SessionBoardView
    ) -> None:
        secretary.click_button("Juries (2)")
        assert secretary.sessions().inspector is None
        secretary.click_button("Timetable")
        assert secretary.sessions().inspector is secretary.sessions().panel

    def test_another_hour_is_chosen_from_the_legal_ones(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        moved = last_hearing(desk)
        before = session(desk).hearing(moved)
        board.timetable.canvas.choose(moved)
        secretary.click_button("Another hour…")
        dialog = secretary.dialog(PickDialog)
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        secretary.press("Return", dialog.list)
        assert session(desk).hearing(moved) != before


class TestJuries:
    def test_enter_on_a_seat_offers_people_with_reasons_and_seats_one(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        secretary.click_button("Juries (2)")
        card = board.juries.strips[1].cards[0]
        secretary.press("Return", card)
        dialog = secretary.dialog(PickDialog)
        legal = [one for one in dialog._options if one.is_legal]
        assert 0 < len(legal) < dialog.list.count()
        assert dialog._options[: len(legal)] == tuple(legal)
        chosen = next(one for one in legal if one.key != card.seat.person)
        dialog.pick(chosen.key)
        secretary.click(dialog.take_button)
        jury = session(desk).jury(1)
        assert jury is not None
        assert chosen.key in {juror.examiner_id for juror in jury.jurors}

    def test_somebody_not_possible_is_offered_in_other_words(
        self, secretary: Secretary, board: SessionBoardView
    ) -> None:
        secretary.click_button("Juries (2)")
        secretary.press("Return", board.juries.strips[1].cards[0])
        dialog = secretary.dialog(PickDialog)
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        assert dialog.take_button.text() == "Choose all the same"
        assert dialog.findings.rows[0].line.gravity == "blocking"

    def test_searching_the_list(self, secretary: Secretary, board: SessionBoardView) -> None:
        secretary.click_button("Juries (2)")
        secretary.press("Return", board.juries.strips[1].cards[0])
        dialog = secretary.dialog(PickDialog)
        whole = dialog.list.count()
        secretary.write("nobody of that name", dialog.search_field)
        secretary.press("Return", dialog.search_field)
        assert dialog.list.count() == 0
        assert not dialog.take_button.isEnabled()
        secretary.press("Escape", dialog.search_field)
        assert dialog.list.count() == whole

    def test_delete_frees_a_seat_and_the_finding_leads_back(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        secretary.click_button("Juries (2)")
        secretary.press("Delete", board.juries.strips[1].cards[1])
        assert board.juries.strips[1].cards[1].seat.name == ""
        board.show_findings()
        secretary.press("Return", board.findings.rows[0])
        assert board.part() == JURIES

    def test_another_president(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        jury = session(desk).jury(1)
        assert jury is not None
        other = next(
            juror.examiner_id
            for juror in jury.jurors
            if juror.deliberates and juror.examiner_id != jury.president_id
        )
        board.juries.president_chosen.emit(1, other)
        secretary.rest()
        named = session(desk).jury(1)
        assert named is not None
        assert named.president_id == other

    def test_a_jury_is_added_by_hand_after_one_was_removed(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        secretary.click_button("Juries (2)")
        secretary.click(secretary.buttons_named("Remove")[1])
        assert len(session(desk).juries) == 1
        secretary.sessions().acts.pickers.choose_half_day()
        secretary.click(secretary.dialog(PickDialog).take_button)
        assert len(session(desk).juries) == 2

    def test_a_jury_of_one_sex_asks_for_its_reason(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, board: SessionBoardView
    ) -> None:
        make_one_sex(desk)
        secretary.press("F5")
        prompter.texts.append("Aucun homme n’était disponible.")
        board.show_findings()
        row = next(row for row in board.findings.rows if row.line.rule == "JURY-05")
        secretary.press("Return", row)
        jury = session(desk).jury(1)
        assert jury is not None
        assert jury.one_sex_reason == "Aucun homme n’était disponible."


class TestWaiting:
    def test_whoever_has_no_hour_is_explained_and_placed(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        moved = last_hearing(desk)
        unplace_hearing(desk, code=CODE, candidacy_id=moved)
        secretary.press("F5")
        secretary.click_button("To place (1)")
        secretary.click_button("Place…")
        secretary.press("Return", secretary.dialog(PickDialog).list)
        assert session(desk).unplaced == ()

    def test_somebody_is_taken_out_and_taken_in_again(
        self, secretary: Secretary, desk: Desk, board: SessionBoardView
    ) -> None:
        moved = last_hearing(desk)
        unplace_hearing(desk, code=CODE, candidacy_id=moved)
        secretary.press("F5")
        secretary.click_button("To place (1)")
        secretary.click_button("Take out")
        assert moved not in session(desk).candidacies
        secretary.sessions().acts.pickers.choose_candidates()
        secretary.rest()
        secretary.click(secretary.dialog(PickDialog).take_button)
        assert moved in session(desk).candidacies

    def test_a_proposal_that_places_nobody_says_why(self, secretary: Secretary, desk: Desk) -> None:
        for row in list_examiners(desk):
            save_examiner(desk, examiner=replace(row.examiner, judges=()))
        create_session(desk, draft=SessionDraft(CODE, (TITLE,), (TODAY,)))
        secretary.parts.window.shell.show_page("sessions", CODE)
        secretary.rest()
        secretary.press("F9")
        view = secretary.sessions().board_view
        assert view.part() == WAITING
        reasons = session(desk).proposal
        assert reasons is not None
        assert all(one.reasons for one in reasons.unplaced)


class TestFreezing:
    def test_what_blocks_is_shown_instead(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, board: SessionBoardView
    ) -> None:
        seat_examiner(desk, code=CODE, jury=1, seat="EMPLOYERS", examiner_id=None)
        secretary.press("F5")
        prompter.answers.append("freeze")
        secretary.click_button("Freeze for today")
        assert session(desk).status is SessionStatus.PROPOSED
        assert board.part() == FINDINGS
        assert board.findings.rows[0].line.gravity == "blocking"

    def test_a_frozen_session_does_not_move(
        self, secretary: Secretary, desk: Desk, prompter: FakePrompter, board: SessionBoardView
    ) -> None:
        prompter.answers.append("freeze")
        secretary.click_button("Freeze for today")
        assert session(desk).status is SessionStatus.FROZEN
        canvas = board.timetable.canvas
        canvas.setFocus()
        secretary.press("Space")
        assert canvas.moving is None
        assert "frozen" in board.timetable.line_label.text()
        board.show_part(TIMETABLE)
        assert not secretary.buttons_named("Take off")

    def test_not_before_its_day(self, secretary: Secretary, desk: Desk) -> None:
        hold(desk, days=(TODAY + timedelta(days=7),))
        secretary.parts.window.shell.show_page("sessions", CODE)
        secretary.rest()
        menu = secretary.sessions().header.findChild(QMenu)
        assert menu is not None
        (freeze,) = [one for one in menu.actions() if one.text() == "Freeze for today"]
        assert not freeze.isEnabled()
        assert "Monday 30" in freeze.toolTip()


def test_the_roster_is_saved_as_a_workbook(
    secretary: Secretary, prompter: FakePrompter, board: SessionBoardView, tmp_path: Path
) -> None:
    prompter.paths.append(tmp_path / "session.xlsx")
    secretary.press("Ctrl+E")
    assert (tmp_path / "session.xlsx").stat().st_size > 1000


def new_session(secretary: Secretary) -> SessionDialog:
    secretary.press("Ctrl+5")
    secretary.press("Ctrl+N")
    dialog = secretary.dialog(SessionDialog)
    while dialog.certification_box.value() != TITLE:
        secretary.press("Down", dialog.certification_box)
    return dialog


def click_day(secretary: Secretary, grid: MonthGrid, days: int) -> None:

    wanted = TODAY + timedelta(days=days)
    places = (QPointF(x, y) for y in range(5, grid.height(), 9) for x in range(5, grid.width(), 9))
    secretary.click(grid, next(one for one in places if grid.day_at(one) == wanted).toPoint())


def make_one_sex(desk: Desk) -> None:
    """Everybody of the first jury has become a woman."""

    for row in list_examiners(desk):
        save_examiner(desk, examiner=replace(row.examiner, sex=Sex.FEMALE))


def crowd(desk: Desk) -> None:
    """Sixty hearings in two rooms on two days."""
    fill_for_a_session(desk, candidates=PLENTY, teams=5)
    days = (TODAY, TODAY + timedelta(days=1))
    draft = SessionDraft(CODE, (TITLE,), days, ("Salle 1", "Salle 2"), hours=Hours(minutes=30))
    create_session(desk, draft=draft)
    propose(desk, code=CODE, seconds=5)


def timed(canvas: TimetableCanvas) -> float:
    canvas.give_up()
    began = thread_time()
    canvas.pick_up(canvas.blocks[0].key)
    return thread_time() - began
