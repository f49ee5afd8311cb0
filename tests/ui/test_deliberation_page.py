"""The Deliberation page, worked by mouse and keyboard: presence, results, reasons, closing."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from jurydesk.domain.deliberation import (
    Appearance,
    Decision,
    HearingRecord,
    Incident,
    Outcome,
    Voice,
    Vote,
)
from jurydesk.services.closing import close_in
from jurydesk.services.closing_checklist import LineState
from jurydesk.services.deliberating import open_deliberation, record_results
from jurydesk.services.demo.story import results_of
from jurydesk.services.facts import session_by_code
from jurydesk.services.freezing import freeze_session
from jurydesk.services.sessions import open_session
from jurydesk.ui.dialogs.closing_dialog import ClosingDialog
from jurydesk.ui.dialogs.incidents_dialog import IncidentsDialog
from jurydesk.ui.pages.deliberation.hour_edit import read_hour
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from tests.ui.fake_prompter import FakePrompter

TIED = 1
"""The candidacy of which one member of the jury is recused."""
QUICK_SECONDS = 0.05


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("deliberation"), plan)


def plan(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=4)
    hold(desk)


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
def room(secretary: Secretary, desk: Desk) -> DeliberationRoom:
    """The room of a frozen session, the focus on the order of the day."""
    freeze_session(desk, code=CODE)
    secretary.press("Ctrl+6")
    room = secretary.deliberation().room
    room.order.setFocus()
    return room


def record(desk: Desk, candidacy: int) -> HearingRecord:
    found = open_deliberation(desk, code=CODE).deliberation.record(candidacy)
    assert found is not None
    return found


class TestChoosing:
    def test_without_a_frozen_session_the_way_there_is_shown(self, secretary: Secretary) -> None:
        secretary.press("Ctrl+6")
        secretary.click_button("Go to the sessions")
        assert secretary.parts.window.shell.current_name() == "sessions"

    def test_the_first_candidate_fills_the_screen(self, room: DeliberationRoom) -> None:
        assert room.order.count() == 4
        assert room.form.name_label.text()
        assert room.form.decision_label.text() == "Not decided yet"
        assert len(room.members.rows) == 4

    def test_page_down_and_up_go_through_the_candidates(
        self, secretary: Secretary, room: DeliberationRoom
    ) -> None:
        first = room.candidate()
        secretary.press("PgDown")
        assert room.candidate() != first
        secretary.press("PgUp")
        assert room.candidate() == first
        secretary.press("PgUp")
        assert room.candidate() == first

    def test_the_next_without_a_result(self, secretary: Secretary, room: DeliberationRoom) -> None:
        secretary.press("PgDown")
        second = room.candidate()
        secretary.press("B")
        secretary.press("PgUp")
        secretary.press("Ctrl+Return")
        assert room.candidate() not in {second, 0}
        assert room.order.currentRow() == 2


class TestPresence:
    def test_one_switch_is_stored_at_once(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        member = room.members.rows[0]
        secretary.click(member.presence_switch)
        (note,) = open_deliberation(desk, code=CODE).deliberation.attendance
        assert (note.examiner_id, note.present) == (member.member.examiner_id, True)
        assert counted(room) == ("Deliberating: 1 · sitting: 1", "Irregular")

    def test_everybody_in_one_act_taken_back_in_one(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        assert len(open_deliberation(desk, code=CODE).deliberation.attendance) == 4
        assert counted(room)[0] == "Deliberating: 3 · sitting: 4"
        secretary.press("Ctrl+Z")
        assert open_deliberation(desk, code=CODE).deliberation.attendance == ()
        assert not any(row.presence_switch.isChecked() for row in room.members.rows)

    def test_somebody_who_came_late_does_not_deliberate_on_who_was_heard_before(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        member = room.members.rows[0]
        secretary.click(member.hours_button)
        secretary.write("9h30", member.arrived_edit)
        secretary.press("Return", member.arrived_edit)
        assert member.arrived_edit.text() == "09:30"
        notes = open_deliberation(desk, code=CODE).deliberation.attendance
        assert time(9, 30) in {note.arrived for note in notes}
        assert counted(room)[0] == "Deliberating: 2 · sitting: 3"

    @pytest.mark.parametrize(
        ("written", "hour"),
        [
            ("9h05", time(9, 5)),
            ("9 h 05", time(9, 5)),
            ("14:30", time(14, 30)),
            ("9", time(9)),
            ("9h", time(9)),
            ("25:00", None),
            ("9:75", None),
            ("tard", None),
        ],
    )
    def test_hours_as_people_write_them(self, written: str, hour: time | None) -> None:
        assert read_hour(written) == hour


class TestRecusal:
    def test_a_planned_recusal_is_locked_and_counted(
        self, secretary: Secretary, room: DeliberationRoom
    ) -> None:
        room.go_to(TIED)
        secretary.press("Alt+T")
        locked = [row for row in room.members.rows if row.member.is_locked]
        assert [row.recusal_box.isEnabled() for row in locked] == [False]
        assert counted(room)[0] == "Deliberating: 2 · sitting: 4"

    def test_a_recusal_in_the_room_keeps_its_reason(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        member = next(row for row in room.members.rows if row.member.deliberates)
        secretary.click(member.recusal_box, QPoint(10, member.recusal_box.height() // 2))
        assert member.reason_edit.hasFocus()
        secretary.write("Ami de la famille")
        secretary.press("Tab")
        (recusal,) = record(desk, candidacy).recusals
        assert recusal.reason == "Ami de la famille"


class TestResults:
    def test_letters_and_figures_decide(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.press("P")
        for figure in "123":
            secretary.press(figure)
            secretary.press("A")
        found = record(desk, candidacy)
        assert found.appearance is Appearance.PRESENT
        assert [result.outcome for result in found.results] == [Outcome.ACQUIRED] * 3
        assert room.form.decision_label.text() == "Certified"

    def test_letters_belong_to_the_text_while_one_types(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.press("P")
        secretary.press("1")
        secretary.press("R")
        secretary.write("Pas de plan 1 A R B")
        room.form.flush()
        secretary.rest()
        found = record(desk, candidacy)
        assert found.appearance is Appearance.PRESENT
        (result,) = found.results
        assert (result.outcome, result.reason) == (Outcome.REFUSED, "Pas de plan 1 A R B")

    def test_with_alt_they_work_from_within_a_text(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.press("P")
        secretary.press("1")
        secretary.press("R")
        secretary.press("Alt+Down")
        secretary.press("Alt+A")
        assert [r.outcome for r in record(desk, candidacy).results] == [
            Outcome.REFUSED,
            Outcome.ACQUIRED,
        ]

    def test_large_targets_take_the_mouse(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("P")
        block = room.form.blocks.rows[0]
        assert block.refused_button.height() >= 44
        secretary.click(block.refused_button)
        assert block.reason_edit.isVisible()
        secretary.click(block.acquired_button)
        assert not block.reason_edit.isVisible()
        (result,) = record(desk, room.candidate()).results
        assert result.outcome is Outcome.ACQUIRED

    def test_an_absent_candidate_has_no_results(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.press("P")
        secretary.press("A")
        secretary.press("B")
        assert record(desk, candidacy).results == ()
        assert not room.form.blocks.isVisible()

    def test_what_is_being_typed_goes_with_its_candidate(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.write("Très bonne maîtrise.", room.form.observations_edit)
        room.order.setCurrentRow(2)
        secretary.rest()
        assert record(desk, candidacy).observations == "Très bonne maîtrise."
        assert room.form.observations_edit.toPlainText() == ""

    def test_what_is_being_typed_is_kept_when_another_page_is_shown(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        candidacy = room.candidate()
        secretary.write("Soutenance claire.", room.form.observations_edit)
        secretary.press("Ctrl+1")
        assert record(desk, candidacy).observations == "Soutenance claire."

    def test_findings_stand_beside_and_go_away(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        assert room.findings.rows
        secretary.press("Alt+T")
        secretary.press("Alt+D")
        secretary.press("P")
        for number in range(1, len(room.form.blocks.rows) + 1):
            secretary.press(str(number))
            secretary.press("A")
        assert room.findings.rows == []

    def test_only_equal_voices_ask_for_a_casting_vote(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        secretary.press("P")
        secretary.press("V")
        for key in ("+", "Down", "-", "Down"):
            secretary.press(key)
        assert not room.form.vote.casting.isVisible()
        secretary.press("0")
        assert room.form.vote.casting.isVisible()
        secretary.press("Down")
        secretary.press("-")
        vote = record(desk, room.candidate()).vote
        assert vote is not None
        assert (vote.counts, vote.casting) == ((1, 1, 1), Voice.AGAINST)

    def test_figures_do_where_nobody_says_who_voted_what(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("Alt+T")
        secretary.press("P")
        secretary.press("V")
        secretary.click_button("In figures")
        in_favour, against, _ = room.form.vote.boxes
        for box in (in_favour, in_favour, against):
            secretary.press("Up", box)
        assert not room.form.vote.casting.isVisible()
        vote = record(desk, room.candidate()).vote
        assert vote == Vote(2, 1)


class TestClosing:
    def test_what_stands_in_the_way_leads_to_its_place(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        secretary.press("PgDown")
        secretary.press("Ctrl+Shift+L")
        dialog = secretary.dialog(ClosingDialog)
        open_lines = [line for line in dialog.checklist.lines if line.state is LineState.TO_DO]
        secretary.click(dialog.fix_buttons[len(open_lines) - 1])
        assert room.order.currentRow() == 0
        assert not open_deliberation(desk, code=CODE).deliberation.is_closed

    def test_going_back_closes_nothing(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        settle(secretary, desk)
        secretary.press("Ctrl+Shift+L")
        secretary.press("Esc", secretary.dialog(ClosingDialog))
        assert not open_deliberation(desk, code=CODE).deliberation.is_closed

    def test_once_closed_nothing_can_be_changed_any_more(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        settle(secretary, desk)
        secretary.press("Ctrl+Shift+L")
        secretary.click(secretary.dialog(ClosingDialog).close_button)
        board = open_deliberation(desk, code=CODE)
        assert {one.decision for one in board.deliberation.records} == {Decision.FULL}
        assert not room.form.appearance.isEnabled()
        assert not room.members.all_button.isVisible()
        for key in ("B", "Alt+T", "Alt+D", "Alt+1", "Shift+Alt+1", "V", "Ctrl+I", "Ctrl+M"):
            secretary.press(key)
        assert open_deliberation(desk, code=CODE).deliberation == board.deliberation
        (toast,) = secretary.parts.window.shell.toasts.toasts()
        assert toast.act_button is not None
        secretary.click(toast.act_button)
        assert secretary.parts.window.shell.current_name() == "papers"

    def test_closed_elsewhere_the_page_shows_it(
        self, secretary: Secretary, desk: Desk, room: DeliberationRoom
    ) -> None:
        settle(secretary, desk)
        with desk.open_unit() as unit:
            close_in(unit, session_by_code(unit, CODE), at=desk.clock.now())
            unit.commit()
        secretary.press("F5")
        assert "amended" in secretary.deliberation().header.subtitle_label.full_text


def test_incidents_are_written_with_the_hour_of_now(
    secretary: Secretary, desk: Desk, room: DeliberationRoom
) -> None:
    secretary.press("Ctrl+I")
    secretary.write("Coupure de courant")
    secretary.click(secretary.dialog(IncidentsDialog).save_button)
    assert told(desk) == (Incident("Coupure de courant", 1, time(12)),)
    secretary.press("Ctrl+I")
    dialog = secretary.dialog(IncidentsDialog)
    secretary.write("Reprise")
    dialog.rows[1].jury_box.set_value(None)
    secretary.click(dialog.save_button)
    assert told(desk)[1] == Incident("Reprise", None, time(12))


def told(desk: Desk) -> tuple[Incident, ...]:
    return open_deliberation(desk, code=CODE).deliberation.incidents


def counted(room: DeliberationRoom) -> tuple[str, str]:
    """The live count, and whether the jury may decide."""
    count = room.members.count
    return count.count_label.text(), count.state_label.text()


def test_a_candidate_comes_into_view_quickly(
    secretary: Secretary, room: DeliberationRoom, qapp: QApplication
) -> None:
    from time import thread_time

    took = []
    for at in (1, 2, 3, 2, 1):
        began = thread_time()
        room.order.setCurrentRow(at)
        took.append(thread_time() - began)
        qapp.processEvents()
    assert min(took) < QUICK_SECONDS


def settle(secretary: Secretary, desk: Desk) -> None:
    """Record the whole day as the best that can happen."""
    board = open_session(desk, code=CODE)
    record_results(desk, code=CODE, results=results_of(board, {}))
    secretary.press("F5")
