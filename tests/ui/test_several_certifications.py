"""A session of two titles, worked by mouse and keyboard: chosen, planned, shown, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from jurydesk.domain.session import Jury
from jurydesk.services.deliberating import close_deliberation, record_results
from jurydesk.services.demo.story import results_of
from jurydesk.services.freezing import freeze_session
from jurydesk.services.sessions import open_session
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.session_dialog import SessionDialog
from jurydesk.ui.pages.sessions.board_view import JURIES, TIMETABLE, WAITING
from jurydesk.ui.widgets.form_fields import ChoiceBox
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, OTHER_TITLE, PAIR, TITLE, fill_for_a_session, hold
from tests.ui.session_office import hold_pair as hold_both
from tests.ui.test_sessions_page import click_day, new_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("pair"), fill_pair)


def fill_pair(desk: Desk) -> None:
    fill_for_a_session(desk)
    hold_both(desk)


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
    secretary.parts.window.shell.show_page("sessions", PAIR)
    secretary.rest()
    return secretary.sessions().board_view


def labels(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)]


def juries(desk: Desk) -> tuple[Jury, ...]:
    return open_session(desk, code=PAIR).session.juries


class TestDialog:
    def test_a_second_title_is_added_by_keys(self, secretary: Secretary, desk: Desk) -> None:
        dialog = new_session(secretary)
        assert dialog.certifications() == (TITLE,)
        secretary.press("Space", dialog.further.add_button)
        (_, (box,)) = dialog.further.lines[0]
        assert box.hasFocus()
        assert isinstance(box, ChoiceBox)
        while box.value() != OTHER_TITLE:
            secretary.press("Down", box)
        secretary.write("DEUX", dialog.code_edit)
        click_day(secretary, dialog.calendar.grid, 0)
        secretary.click(dialog.create_button)
        made = open_session(desk, code="DEUX").session
        assert made.certifications == (TITLE, OTHER_TITLE)

    def test_the_same_title_twice_is_one(self, secretary: Secretary) -> None:
        dialog = new_session(secretary)
        dialog.further.add(TITLE)
        assert dialog.certifications() == (TITLE,)

    def test_what_somebody_aims_at_stays_and_the_field_says_so(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        secretary.sessions().creation.begin_change(open_session(desk, code=PAIR).session)
        secretary.rest()
        dialog = secretary.dialog(SessionDialog)
        assert dialog.certifications() == (TITLE, OTHER_TITLE)
        dialog.further.take_all_away()
        secretary.click(dialog.create_button)
        assert OTHER_TITLE in dialog.form.fields["certification"].error()
        assert open_session(desk, code=PAIR).session.certifications == (TITLE, OTHER_TITLE)


class TestBoard:
    def test_juries_stand_under_the_title_that_they_judge(
        self, board: SessionBoardView, secretary: Secretary, desk: Desk
    ) -> None:
        board.show_part(JURIES)
        secretary.rest()
        shown = labels(board.juries.widget())
        groups = [text for text in shown if text.startswith("RNCP")]
        assert [text.split()[0] for text in groups] == [TITLE, OTHER_TITLE]
        names = [f"Jury {jury.number}" for jury in juries(desk) if jury.certification == TITLE]
        between = shown[shown.index(groups[0]) : shown.index(groups[1])]
        assert [text for text in between if text in names] == names

    def test_the_timetable_names_the_title(self, board: SessionBoardView) -> None:
        board.show_part(TIMETABLE)
        details = {block.detail for block in board.timetable.canvas.blocks}
        assert {detail.split(" · ")[0] for detail in details} == {TITLE, OTHER_TITLE}

    def test_an_added_jury_is_asked_what_it_judges(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        for jury in juries(desk):
            secretary.sessions().acts.remove_jury(jury.number)
            secretary.rest()
        secretary.sessions().acts.pickers.choose_half_day()
        dialog = secretary.dialog(PickDialog)
        secretary.press("Down", dialog.list)
        secretary.press("Return", dialog.list)
        (jury,) = juries(desk)
        assert jury.certification == OTHER_TITLE

    def test_who_waits_says_what_for(self, secretary: Secretary, board: SessionBoardView) -> None:
        key = board.timetable.canvas.blocks[0].key
        secretary.sessions().acts.unplace(key)
        secretary.rest()
        board.show_part(WAITING)
        secretary.rest()
        (card,) = board.unplaced.cards.values()
        assert any(text.startswith("RNCP") for text in labels(card))


def test_one_title_is_shown_as_before(secretary: Secretary, desk: Desk) -> None:
    from jurydesk.services.sessions import remove_session

    remove_session(desk, session_id=open_session(desk, code=PAIR).session.id)
    hold(desk)
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    view = secretary.sessions().board_view
    view.show_part(JURIES)
    secretary.rest()
    assert not [text for text in labels(view.juries.widget()) if "RNCP" in text]
    assert not [block for block in view.timetable.canvas.blocks if "RNCP" in block.detail]


def test_each_title_has_its_minutes(secretary: Secretary, desk: Desk) -> None:
    freeze_session(desk, code=PAIR)
    record_results(desk, code=PAIR, results=results_of(open_session(desk, code=PAIR), {}))
    close_deliberation(desk, code=PAIR)
    secretary.press("Ctrl+7")
    page = secretary.papers()
    shown = []
    for at in range(page.session_box.count()):
        page.session_box.setCurrentIndex(at)
        page.session_box.activated.emit(at)
        secretary.rest()
        assert page.paper is not None
        assert page.paper.content is not None
        shown.append((page.paper.content.certification.code, page.paper.name))
    assert shown == [(c, f"pv-{PAIR}-{c}.pdf") for c in (TITLE, OTHER_TITLE)]
    assert page.paper.content.days[0] == TODAY
