"""The room at hand: who declares, who is missing, what is on the wall, what two people wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome, Result
from jurydesk.services.deliberating import open_deliberation, record_hearing
from jurydesk.services.freezing import freeze_session
from jurydesk.ui.dialogs.absence_dialog import AbsenceDialog, Way
from jurydesk.ui.pages.deliberation.block_row import BlockView
from jurydesk.ui.pages.deliberation.key_line import BLOCK, MEMBER, ROOM, TEXT, VOICE
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.services.clock import SetClock
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.deliberation.page import DeliberationPage
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("room"), plan)


def plan(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=4)
    hold(desk)
    freeze_session(desk, code=CODE)


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
def page(secretary: Secretary) -> DeliberationPage:
    secretary.press("Ctrl+6")
    found = secretary.deliberation()
    found.room.order.setFocus()
    return found


@pytest.fixture
def room(page: DeliberationPage) -> DeliberationRoom:
    return page.room


def noted(desk: Desk) -> Deliberation:
    return open_deliberation(desk, code=CODE).deliberation


def turn_clock(desk: Desk, hour: time) -> None:
    cast("SetClock", desk.clock).move_to(datetime.combine(TODAY, hour))


class TestDeclarations:
    def test_one_key_declares_for_all_who_are_there(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        assert room.members.count.state_label.text() == "To be noted"
        secretary.press("Alt+D")
        assert len(noted(desk).declarations) == 4
        assert room.members.count.state_label.text() == "Regular"

    def test_before_anybody_came_nobody_declares(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+D")
        assert noted(desk).declarations == ()
        assert secretary.parts.window.shell.toasts.toasts()

    def test_one_member_by_key(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        secretary.press("M")
        secretary.press("D")
        (declared,) = noted(desk).declarations
        assert declared.examiner_id == room.members.rows[0].member.examiner_id
        assert room.members.rows[0].hasFocus()


class TestPresenceByKey:
    @pytest.mark.parametrize("key", ["Alt+2", 'Alt+"'])
    def test_alt_and_the_figure_also_on_a_french_keyboard(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom, key: str
    ) -> None:
        secretary.press(key)
        number = 2 if key == "Alt+2" else 3
        (note,) = noted(desk).attendance
        assert note.examiner_id == room.members.rows[number - 1].member.examiner_id

    def test_now_comes_then_leaves_then_was_a_slip(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        turn_clock(desk, time(8, 50))
        secretary.press("Shift+Alt+1")
        (note,) = noted(desk).attendance
        assert (note.arrived, note.left) == (time(8, 50), None)
        turn_clock(desk, time(9, 20))
        secretary.press("Shift+Alt+1")
        assert noted(desk).attendance[0].left == time(9, 20)
        assert room.members.rows[0].left_edit.text() == "09:20"
        secretary.press("Shift+Alt+1")
        assert noted(desk).attendance[0].left is None

    def test_the_moment_somebody_leaves_it_says_irregular_and_what_to_do(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        turn_clock(desk, time(8, 55))
        secretary.press("Alt+T")
        secretary.press("Alt+D")
        turn_clock(desk, time(9, 10))
        voting = [row.member.number for row in room.members.rows if row.member.deliberates]
        secretary.press(f"Shift+Alt+{voting[0]}")
        assert room.members.count.reason_label.text() == "" or room.members.count.act_button
        secretary.press(f"Shift+Alt+{voting[1]}")
        count = room.members.count
        assert count.state_label.text() == "Irregular"
        assert count.act_button is not None
        secretary.click(count.act_button)
        assert secretary.dialog(AbsenceDialog).isVisible()


class TestMissingMember:
    def test_the_effect_stands_there_before_anything_is_done(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Ctrl+M")
        dialog = secretary.dialog(AbsenceDialog)
        assert dialog.effects.count() == len(left_in_view(desk, room))
        assert noted(desk).attendance == ()

    def test_somebody_takes_the_place(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        dialog = open_absence(secretary, Way.REPLACE)
        assert dialog.substitute_box.count() > 0
        secretary.click(dialog.act_button)
        board = open_deliberation(desk, code=CODE)
        jury = board.board.session.jury(room.jury())
        assert jury is not None
        assert len(jury.jurors) == 5
        assert len(room.members.rows) == 5
        assert [one.text for one in board.deliberation.incidents] == [
            one.text for one in board.deliberation.incidents if one.text
        ]

    def test_who_is_left_is_adjourned(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        concerned = left_in_view(desk, room)
        dialog = open_absence(secretary, Way.ADJOURN)
        secretary.click(dialog.act_button)
        put_off = {
            record.candidacy_id
            for record in noted(desk).records
            if record.appearance is Appearance.ADJOURNED
        }
        assert put_off == set(concerned)

    def test_without_a_reason_the_dialog_stays_and_says_so(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        dialog = open_absence(secretary, Way.GO_ON)
        dialog.reason_edit.clear()
        secretary.click(dialog.act_button)
        assert "why" in dialog.problem_label.text()
        dialog.reason_edit.setText("Malade")
        secretary.click(dialog.act_button)
        assert len(noted(desk).incidents) == 1


class TestTwoSecretaries:
    def test_what_was_typed_stays_beside_what_the_other_wrote(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        key = somebody_else_writes(desk, room, "Autre texte.")
        secretary.write("Mon texte.", room.form.observations_edit)
        room.order.setFocus()
        secretary.rest()
        note = room.form.unsaved
        assert note.isVisible()
        assert "Autre texte." in note.theirs_label.text()
        assert room.form.observations_edit.note() == "Mon texte."
        assert observations(desk, key) == "Autre texte."

    def test_mine_is_saved_when_that_is_chosen(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        key = somebody_else_writes(desk, room, "Autre texte.")
        secretary.write("Mon texte.", room.form.observations_edit)
        room.order.setFocus()
        secretary.rest()
        secretary.press("Alt+M")
        assert observations(desk, key) == "Mon texte."
        assert not room.form.unsaved.isVisible()

    def test_theirs_comes_back_when_that_is_chosen(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        key = somebody_else_writes(desk, room, "Autre texte.")
        secretary.write("Mon texte.", room.form.observations_edit)
        room.order.setFocus()
        secretary.rest()
        secretary.press("Alt+O")
        assert room.form.observations_edit.note() == "Autre texte."
        assert observations(desk, key) == "Autre texte."

    def test_a_refusal_by_a_rule_keeps_what_was_typed(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        turn_clock(desk, time(8, 30))
        secretary.press("P")
        secretary.press("A")
        assert room.form.unsaved.isVisible()
        assert room.form.blocks.rows[0].acquired_button.isChecked()
        turn_clock(desk, time(18))
        secretary.press("2")
        secretary.press("A")
        assert not room.form.unsaved.isVisible()
        found = noted(desk).record(room.candidate())
        assert found is not None
        assert len(found.results) == 2


class TestAutosave:
    def test_leaving_a_field_saves_at_once(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("P")
        secretary.press("1")
        secretary.press("R")
        secretary.write("Budget")
        secretary.press("Tab")
        found = noted(desk).record(room.candidate())
        assert found is not None
        assert found.results == (
            Result(room.form.blocks.rows[0].block.code, Outcome.REFUSED, "Budget"),
        )
        assert "12:00" in secretary.parts.window.shell.status_bar.saved_label.text()
        assert "12:00" in room.keys.saved_label.text()

    def test_what_is_not_stored_yet_is_there_when_one_comes_back(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        """Two keys follow one another faster than a save."""
        secretary.write("Première impression.", room.form.observations_edit)
        room.step(1)
        room.step(-1)
        assert room.form.observations_edit.note() == "Première impression."
        secretary.rest()
        assert observations(desk, room.candidate()) == "Première impression."


class TestWall:
    def test_only_the_room_is_left_and_escape_brings_the_rest_back(
        self, secretary: Secretary, page: DeliberationPage
    ) -> None:
        shell = secretary.parts.window.shell
        around = (shell.rail, shell.status_bar, page.header, page.room.order)
        secretary.press("F11")
        assert not any(widget.isVisible() for widget in around)
        assert secretary.parts.window.isFullScreen()
        assert page.room.strip.isVisible()
        secretary.press("Esc")
        assert all(widget.isVisible() for widget in around)
        assert not secretary.parts.window.isFullScreen()

    def test_names_of_the_others_are_only_shown_when_asked_for(
        self, secretary: Secretary, page: DeliberationPage
    ) -> None:
        here = page.room.form.name_label.text()
        secretary.press("F11")
        named = [chip.text() for chip in page.room.strip.chips if not chip.text()[-1].isdigit()]
        assert len(named) == 1
        assert here in named[0]
        secretary.press("F8")
        assert len([c for c in page.room.strip.chips if not c.text()[-1].isdigit()]) > 1

    def test_letters_grow_and_shrink_by_key(
        self, secretary: Secretary, page: DeliberationPage
    ) -> None:
        secretary.press("F11")
        before = page.room.form.name_label.fontMetrics().height()
        secretary.press("Ctrl++")
        assert page.room.form.name_label.fontMetrics().height() > before
        secretary.press("Ctrl+-")
        assert page.room.form.name_label.fontMetrics().height() == before

    def test_another_page_takes_it_down(self, secretary: Secretary, page: DeliberationPage) -> None:
        secretary.press("F11")
        secretary.press("Ctrl+1")
        assert secretary.parts.window.shell.rail.isVisible()
        assert not secretary.parts.window.isFullScreen()

    @pytest.mark.parametrize("size", [(1366, 768), (1280, 720)], ids=["1366×768", "1080p at 150 %"])
    def test_four_blocks_fit_without_a_scroll_bar(
        self, secretary: Secretary, page: DeliberationPage, size: tuple[int, int]
    ) -> None:
        secretary.press("Alt+T")
        secretary.press("P")
        secretary.press("F11")
        window = secretary.parts.window
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(*size)
        title = "BC0 – Gestion de la production et suivi de la post-production d’un projet"
        views = [BlockView(f"B{n}", n, title) for n in range(1, 5)]
        page.room.form.blocks.show_blocks(views, is_locked=False)
        page.room.form.blocks.rows[1].decide(Outcome.REFUSED)
        QApplication.processEvents()
        assert page.room.form.verticalScrollBar().maximum() == 0
        assert page.room.side.verticalScrollBar().maximum() == 0


class TestKeysShown:
    def test_the_line_follows_the_focus(self, secretary: Secretary, room: DeliberationRoom) -> None:
        assert room.keys.place() == ROOM
        secretary.press("Alt+T")
        secretary.press("M")
        assert room.keys.place() == MEMBER
        room.order.setFocus()
        secretary.press("P")
        secretary.press("1")
        assert room.keys.place() == BLOCK
        secretary.press("R")
        assert room.keys.place() == TEXT
        secretary.press("Alt+V")
        assert room.keys.place() == VOICE


def open_absence(secretary: Secretary, way: Way) -> AbsenceDialog:
    secretary.press("Alt+T")
    secretary.press("Ctrl+M")
    dialog = secretary.dialog(AbsenceDialog)
    secretary.write("Train annulé")
    words = ("Go on without", "Somebody in their place", "Adjourn who is left")
    buttons = dict(zip(Way, words, strict=True))
    secretary.click_button(buttons[way], dialog)
    return dialog


def left_in_view(desk: Desk, room: DeliberationRoom) -> list[int]:
    session = open_deliberation(desk, code=CODE).board.session
    return [hearing.candidacy_id for hearing in session.hearings_of(room.jury())]


def somebody_else_writes(desk: Desk, room: DeliberationRoom, text: str) -> int:
    key = room.candidate()
    stored = noted(desk).record(key) or HearingRecord(key)
    record_hearing(desk, code=CODE, record=replace(stored, observations=text))
    return key


def observations(desk: Desk, key: int) -> str:
    found = noted(desk).record(key)
    return found.observations if found else ""
