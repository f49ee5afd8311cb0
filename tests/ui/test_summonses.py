"""Summonses on the board of a session: sent, answered, taken back, reminded, by keys and mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel, Reply, Summons, SummonsState
from jurydesk.services import releasing, summonses
from jurydesk.services.contacts import Contact
from jurydesk.services.releasing import read_telling
from jurydesk.services.sessions import open_session
from jurydesk.services.summonses import AnswerDraft
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.summons_dialog import SummonsDialog
from jurydesk.ui.pages.sessions.board_view import FINDINGS, JURIES, TELLING
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from tests.ui.fake_prompter import FakePrompter

S = SummonsState


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session whose plan is released, with nobody told yet."""

    def fill(desk: Desk) -> None:
        fill_for_a_session(desk)
        hold(desk)
        releasing.release_plan(desk, code=CODE)

    return make_once(tmp_path_factory.mktemp("summonses"), fill)


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
    secretary.parts.window.shell.show_page("sessions", f"{CODE}#answers")
    secretary.rest()
    return secretary.sessions().board_view


def people(desk: Desk) -> dict[tuple[Role, int], Contact]:
    return {one.key: one for one in read_telling(desk, code=CODE).contacts}


def member(desk: Desk) -> tuple[Role, int]:
    return next(key for key in people(desk) if key[0] is Role.EXAMINER)


def summons(desk: Desk, key: tuple[Role, int]) -> Summons:
    found = people(desk)[key].summons
    assert found is not None
    return found


def send_to_all(desk: Desk) -> None:
    releasing.mark_told(desk, code=CODE, people=list(people(desk)), channel=Channel.EMAIL)


def go_to(board: SessionBoardView, key: tuple[Role, int]) -> None:
    assert board.telling.list.select_key((False, key))


def test_the_link_of_a_reminder_leads_to_the_summonses(board: SessionBoardView) -> None:
    assert board.part() == TELLING
    assert board.telling.list.shown_rows()


def test_sending_asks_when_and_how(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    key = member(desk)
    go_to(board, key)
    secretary.press("Ctrl+Return", board.telling.list.view)
    dialog = secretary.dialog(SummonsDialog)
    dialog.way_box.set_value(Channel.POST)
    yesterday = desk.clock.today() - timedelta(days=1)
    dialog.day_field.set_day(yesterday)
    secretary.press("Return", dialog)
    secretary.rest()
    sending = summons(desk, key).sendings[0]
    assert (sending.on, sending.channel) == (yesterday, Channel.POST)
    secretary.press("Ctrl+Z")
    secretary.rest()
    assert people(desk)[key].summons is None


def test_a_day_to_come_is_refused_in_the_dialog(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    go_to(board, member(desk))
    secretary.press("Ctrl+Return", board.telling.list.view)
    dialog = secretary.dialog(SummonsDialog)
    dialog.day_field.set_day(desk.clock.today() + timedelta(days=1))
    secretary.press("Return", dialog)
    secretary.rest()
    assert "has not come yet" in dialog.problem_label.text()
    dialog.day_field.set_day(None)
    secretary.click(dialog.save_button)
    assert "Write a day" in dialog.problem_label.text()
    secretary.press("Esc", dialog)


def test_several_accept_at_once(secretary: Secretary, board: SessionBoardView, desk: Desk) -> None:
    send_to_all(desk)
    secretary.sessions().refresh()
    secretary.rest()
    view = board.telling.list.view
    secretary.press("Ctrl+A", view)
    secretary.press("a", view)
    secretary.press("Return", secretary.dialog(SummonsDialog))
    secretary.rest()
    assert {one.state for one in people(desk).values()} == {S.ACCEPTED}
    texts = {row.key: row.state for row in board.telling.list.shown_rows()}
    assert set(texts.values()) == {S.ACCEPTED}
    secretary.press("b", view)
    secretary.rest()
    assert S.WAITING in {one.state for one in people(desk).values()}


def test_who_declines_is_to_be_replaced(
    secretary: Secretary, board: SessionBoardView, desk: Desk, prompter: FakePrompter
) -> None:
    send_to_all(desk)
    secretary.sessions().refresh()
    secretary.rest()
    key = member(desk)
    go_to(board, key)
    secretary.press("d", board.telling.list.view)
    dialog = secretary.dialog(SummonsDialog)
    secretary.write("en tournage", dialog.note_edit)
    prompter.texts = ["en tournage"]
    secretary.press("Return", dialog)
    secretary.rest()
    assert summons(desk, key).answers[0].note == "en tournage"
    offered = secretary.dialog(PickDialog)
    best = offered.current()
    assert best is not None
    assert best.is_legal
    secretary.press("Return", offered.list)
    secretary.rest()
    seated = {
        j.examiner_id for jury in open_session(desk, code=CODE).session.juries for j in jury.jurors
    }
    assert best.key in seated


def test_the_seat_says_what_its_holder_answered(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    key = member(desk)
    board.show_part(JURIES)

    def state() -> set[str]:
        cards = (card for strip in board.juries.strips.values() for card in strip.cards)
        return {card.seat.state for card in cards if card.seat.person == key[1]}

    assert state() == {"proposed"}
    send_to_all(desk)
    secretary.sessions().refresh()
    secretary.rest()
    assert state() == {"summoned"}
    draft = AnswerDraft(Reply.ACCEPTED)
    summonses.record_answer(desk, code=CODE, people=[key], draft=draft)
    secretary.sessions().refresh()
    secretary.rest()
    assert state() == {"accepted"}


def test_the_finding_of_a_refusal_leads_to_a_substitute(
    secretary: Secretary, board: SessionBoardView, desk: Desk, prompter: FakePrompter
) -> None:
    send_to_all(desk)
    draft = AnswerDraft(Reply.DECLINED)
    summonses.record_answer(desk, code=CODE, people=[member(desk)], draft=draft)
    secretary.sessions().refresh()
    secretary.rest()
    board.show_part(FINDINGS)
    prompter.texts = [""]
    secretary.click_button("Find a substitute…", board.findings)
    secretary.rest()
    secretary.dialog(PickDialog).reject()


def test_reminders_are_filtered_and_written_down(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    days_ago = desk.clock.today() - timedelta(days=8)
    key = member(desk)
    releasing.mark_told(desk, code=CODE, people=[key], on=days_ago)
    secretary.sessions().refresh()
    secretary.rest()
    board.telling.list.set_filter("remind", is_on=True)
    secretary.rest()
    assert [row.key for row in board.telling.list.shown_rows()] == [key]
    go_to(board, key)
    secretary.press("r", board.telling.list.view)
    secretary.press("Return", secretary.dialog(SummonsDialog))
    secretary.rest()
    assert len(summons(desk, key).reminders) == 1
    secretary.rest()
    assert board.telling.list.shown_rows() == ()


def test_what_makes_no_sense_is_said(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    go_to(board, member(desk))
    for key, words in (("a", "no summons yet"), ("b", "no answer"), ("r", "owes an answer")):
        secretary.press(key, board.telling.list.view)
        secretary.rest()
        shown = secretary.parts.window.shell.toasts.toasts()
        said = [text for toast in shown for text in texts(toast)]
        assert any(words in text for text in said), said
    assert {one.summons for one in people(desk).values()} == {None}
