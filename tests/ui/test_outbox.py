"""Messages beside the summonses: looked at, reworded, held back, prepared, outdated, stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from jurydesk.domain.outbox import MessageState
from jurydesk.domain.release import Role
from jurydesk.domain.session import Modality
from jurydesk.domain.summons import Channel
from jurydesk.services import adjusting, releasing
from jurydesk.services.releasing import read_telling
from jurydesk.services.sessions import open_session, update_session
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.ui.dialogs.message_dialog import MessageDialog
from jurydesk.ui.dialogs.summons_dialog import SummonsDialog
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.release import Person
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from tests.ui.fake_prompter import FakePrompter

S = MessageState


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session whose plan is released, with nobody told yet; the office has an address."""

    def fill(desk: Desk) -> None:
        fill_for_a_session(desk)
        settings = read_settings(desk)
        save_settings(desk, settings=replace(settings, email="jurys@cefpf.example", city="Paris"))
        hold(desk)
        releasing.release_plan(desk, code=CODE)

    return make_once(tmp_path_factory.mktemp("outbox"), fill)


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


def states(desk: Desk) -> dict[Person, MessageState | None]:
    return {one.key: one.message_state for one in read_telling(desk, code=CODE).contacts}


def member(desk: Desk) -> Person:
    return next(key for key in states(desk) if key[0] is Role.EXAMINER)


def go_to(secretary: Secretary, board: SessionBoardView, key: Person) -> None:
    assert board.telling.list.select_key((False, key))
    secretary.rest()


def said(secretary: Secretary) -> str:
    shown = secretary.parts.window.shell.toasts.toasts()
    return " ".join(text for toast in shown for text in texts(toast))


def test_the_message_of_the_person_under_the_cursor_is_shown(
    secretary: Secretary, board: SessionBoardView, desk: Desk
) -> None:
    go_to(secretary, board, member(desk))
    panel = secretary.sessions().message_panel
    assert secretary.sessions().inspector is panel
    assert panel.view is not None
    assert panel.view.key == member(desk)
    assert panel.text_label is not None
    assert "member of the jury" in panel.text_label.text()
    shown = " ".join(texts(panel))
    assert f"Copy for the employer {CODE}.pdf" in shown.replace("\u200b", "")
    assert "jurydesk sends nothing" in shown


@pytest.fixture
def out(prompter: FakePrompter, tmp_path: Path) -> Path:
    """The folder that is chosen when somebody asks for one."""
    prompter.paths = [tmp_path / "drafts"]
    return tmp_path / "drafts"


def test_drafts_are_prepared_then_recorded_as_sent(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened_urls.append)
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    count = len(states(desk))
    assert len(list(out.glob("*.eml"))) == count
    assert set(states(desk).values()) == {S.PREPARED}
    assert "Nothing was sent" in said(secretary)
    secretary.click_button("Open the folder", secretary.parts.window)
    assert [url.toLocalFile() for url in opened_urls] == [str(out)]
    view = board.telling.list.view
    secretary.press("Ctrl+A", view)
    secretary.press("Ctrl+Return", view)
    secretary.press("Return", secretary.dialog(SummonsDialog))
    secretary.rest()
    assert set(states(desk).values()) == {S.SENT}


def test_other_words_go_into_the_draft(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    prompter: FakePrompter,
    tmp_path: Path,
) -> None:
    go_to(secretary, board, member(desk))
    secretary.press("F2", board.telling.list.view)
    secretary.rest()
    dialog = secretary.dialog(MessageDialog)
    dialog.text_edit.setPlainText("")
    secretary.click(dialog.save_button)
    assert "Write a subject" in dialog.problem_label.text()
    dialog.text_edit.setPlainText("Dear colleague, see you there.")
    secretary.click(dialog.save_button)
    secretary.rest()
    panel = secretary.sessions().message_panel
    assert panel.text_label is not None
    assert panel.text_label.text() == "Dear colleague, see you there."
    assert "Your own words" in texts(panel)
    prompter.paths = [tmp_path]
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    draft = (tmp_path / f"convocation-{CODE}-membre-{member(desk)[1]}.eml").read_text("utf-8")
    assert "Dear colleague, see you there." in draft
    secretary.press("F2", board.telling.list.view)
    secretary.rest()
    secretary.click(secretary.dialog(MessageDialog).template_button)
    secretary.rest()
    assert panel.view is not None
    assert (panel.view.is_own, panel.view.state) == (False, S.TO_REVIEW)


def test_who_is_held_back_gets_no_draft(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    prompter: FakePrompter,
    tmp_path: Path,
) -> None:
    key = member(desk)
    go_to(secretary, board, key)
    secretary.press("Delete", board.telling.list.view)
    secretary.rest()
    assert states(desk)[key] is S.EXCLUDED
    prompter.paths = [tmp_path / "out"]
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    assert states(desk)[key] is S.EXCLUDED
    assert not list((tmp_path / "out").glob(f"*membre-{key[1]}*"))
    secretary.press("Delete", board.telling.list.view)
    secretary.rest()
    assert states(desk)[key] is S.TO_REVIEW
    secretary.press("Ctrl+Z")
    secretary.rest()
    assert states(desk)[key] is S.EXCLUDED


def test_a_plan_that_changes_makes_a_draft_outdated(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    prompter: FakePrompter,
    tmp_path: Path,
) -> None:
    prompter.paths = [tmp_path]
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    moved = board.timetable.canvas.blocks[-1].key
    adjusting.withdraw_candidacy(desk, code=CODE, candidacy_id=moved)
    releasing.release_plan(desk, code=CODE)
    secretary.sessions().refresh()
    secretary.rest()
    stale = [key for key, state in states(desk).items() if state is S.STALE]
    assert (Role.CANDIDATE, moved) in stale
    board.telling.list.set_filter("message-STALE", is_on=True)
    secretary.rest()
    assert {row.key for row in board.telling.list.shown_rows()} == set(stale)
    go_to(secretary, board, (Role.CANDIDATE, moved))
    assert "do not send it" in " ".join(texts(secretary.sessions().message_panel))


def test_what_stands_in_the_way_is_said(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    prompter: FakePrompter,
    tmp_path: Path,
) -> None:
    session = replace(open_session(desk, code=CODE).session, place="", modality=Modality.REMOTE)
    update_session(desk, session=session)
    prompter.paths = [tmp_path / "out"]
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    assert "would not say how to join" in said(secretary)
    assert not (tmp_path / "out").exists()


def test_when_there_is_nothing_to_write(
    secretary: Secretary,
    board: SessionBoardView,
    desk: Desk,
    prompter: FakePrompter,
    tmp_path: Path,
) -> None:
    releasing.mark_told(desk, code=CODE, people=list(states(desk)), channel=Channel.PHONE)
    secretary.sessions().refresh()
    secretary.rest()
    go_to(secretary, board, member(desk))
    assert "know what is planned" in " ".join(texts(secretary.sessions().message_panel))
    for key in ("F2", "Delete"):
        secretary.press(key, board.telling.list.view)
        secretary.rest()
        assert "nothing to write" in said(secretary)
    prompter.paths = [tmp_path / "out"]
    secretary.press("Ctrl+P", board.telling.list.view)
    secretary.rest()
    assert "Nobody is to be told" in said(secretary)
