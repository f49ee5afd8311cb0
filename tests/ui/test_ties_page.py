"""The page of ties by mouse and keyboard: what waits comes first, is settled, and undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jurydesk.domain.audit import EventType
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.services.ties import declare_tie, list_ties, settle_ties
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.home import HomePage
from jurydesk.ui.pages.ties.page import TiesPage
from jurydesk.ui.widgets.empty_state import EmptyState
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Of the ties that the files propose, one is set aside."""
    (first, *_), *_ = list_ties(desk, only_open=True)
    settle_ties(desk, tie_ids=[first.id], state=TieState.SET_ASIDE, reason="homonyme")
    return desk


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


def page(secretary: Secretary) -> TiesPage:
    found = secretary.parts.window.shell.current_page()
    assert isinstance(found, TiesPage)
    return found


def states(desk: Desk) -> dict[int, TieState]:
    return {tie.id: tie.state for tie, _, _ in list_ties(desk)}


def at(secretary: Secretary) -> Tie:
    row = page(secretary).list.current_row()
    assert row is not None
    return row.tie


def test_the_task_of_the_day_leads_to_what_is_to_be_settled(secretary: Secretary) -> None:
    home = cast("HomePage", secretary.parts.window.shell.current_page())
    (more,) = [one for one in secretary.buttons() if one.text().startswith("Show ")]
    secretary.click(more)
    (task,) = [one for one in home.task_rows if "proposed tie" in one.accessibleName()]
    secretary.click(task)
    shown = page(secretary).list.shown_rows()
    assert page(secretary).list.filters_on() == ("PROPOSED",)
    assert shown
    assert {row.tie.state for row in shown} == {TieState.PROPOSED}
    assert page(secretary).list.view.hasFocus()


def test_enter_asks_and_the_answer_is_undone_by_a_key(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    before = states(desk)
    secretary.press("Ctrl+L")
    tie = at(secretary)
    assert tie.state is TieState.PROPOSED
    prompter.answers = ["confirm"]
    secretary.press("Return")
    assert prompter.asked[-1].details == tie.evidence
    assert states(desk) == before | {tie.id: TieState.CONFIRMED}
    assert at(secretary).id == tie.id
    secretary.press("Ctrl+Z")
    assert states(desk) == before


def test_several_are_set_aside_with_one_reason_and_one_undo(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    before = states(desk)
    secretary.press("Ctrl+L")
    view = page(secretary).list.view
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    secretary.rest()
    assert "Ties selected: 2" in texts(page(secretary).panel)
    chosen = [row.tie for row in page(secretary).ties.chosen_rows()]
    prompter.texts = ["autre entreprise"]
    secretary.press("Del")
    now = [tie for tie, _, _ in list_ties(desk) if tie.id in {one.id for one in chosen}]
    assert {(tie.state, tie.reason, tie.settled_by) for tie in now} == {
        (TieState.SET_ASIDE, "autre entreprise", "Camille")
    }
    secretary.press("Ctrl+Z")
    assert states(desk) == before


def test_ctrl_enter_confirms_and_ctrl_backspace_leaves_it_to_be_settled(
    secretary: Secretary, desk: Desk
) -> None:
    secretary.press("Ctrl+L")
    number = at(secretary).id
    secretary.press("Ctrl+Return")
    assert states(desk)[number] is TieState.CONFIRMED
    secretary.press("Ctrl+Backspace")
    assert states(desk)[number] is TieState.PROPOSED


def test_by_mouse_the_panel_settles_and_the_toast_undoes(secretary: Secretary, desk: Desk) -> None:
    secretary.click(secretary.parts.window.shell.rail.button("ties"))
    before = states(desk)
    number = at(secretary).id
    secretary.click_button("The tie exists", page(secretary).panel)
    assert states(desk)[number] is TieState.CONFIRMED
    secretary.click_button("Undo")
    assert states(desk) == before


def test_a_reason_is_found_and_filters_narrow(secretary: Secretary) -> None:
    secretary.press("Ctrl+L")
    everything = len(page(secretary).list.shown_rows())
    secretary.press("Ctrl+F")
    secretary.write("homonyme")
    secretary.press("Return")
    (row,) = page(secretary).list.shown_rows()
    assert (row.tie.state, row.tie.reason) == (TieState.SET_ASIDE, "homonyme")
    assert "Homonyme" in texts(page(secretary).panel)
    page(secretary).list.clear_search_and_filters()
    page(secretary).list.set_filter("SET_ASIDE", is_on=True)
    assert page(secretary).list.shown_rows() == (row,)
    page(secretary).list.set_filter("CONFIRMED", is_on=True)
    assert len(page(secretary).list.shown_rows()) == 2
    page(secretary).list.clear_search_and_filters()
    assert len(page(secretary).list.shown_rows()) == everything


def test_the_list_on_screen_is_exported(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    secretary.press("Ctrl+L")
    page(secretary).list.set_filter("CONFIRMED", is_on=True)
    prompter.paths = [tmp_path / "ties.xlsx"]
    secretary.click(page(secretary).list.export_button)
    sheet = load_workbook(tmp_path / "ties.xlsx").worksheets[0]
    assert [row[3] for row in sheet.iter_rows(min_row=5, values_only=True)] == ["confirmed"]


def test_the_panel_leads_to_both_persons(secretary: Secretary) -> None:
    secretary.press("Ctrl+L")
    row = page(secretary).ties.chosen_rows()[0]
    secretary.click_button("Open the examiner")
    examiners = secretary.parts.window.shell.current_page()
    assert isinstance(examiners, ExaminersPage)
    assert examiners.list.current_row().examiner == row.examiner
    secretary.press("Ctrl+L")
    secretary.click_button("Open the file")
    candidates = secretary.parts.window.shell.current_page()
    assert isinstance(candidates, CandidatesPage)
    assert candidates.file is not None
    assert candidates.file.row.candidate == row.candidate
    assert candidates.file.tabs.value() == "ties"


def test_without_ties_the_page_says_what_brings_them(qtbot: QtBot, empty_parts: Parts) -> None:
    secretary = Secretary(qtbot, empty_parts)
    secretary.press("Ctrl+L")
    (empty,) = [one for one in page(secretary).findChildren(EmptyState) if one.isVisible()]
    assert empty.title_label.text() == "No tie is known yet"
    secretary.click_button("To the examiners")
    assert secretary.parts.window.shell.current_name() == "examiners"


def test_a_tie_declared_elsewhere_appears(secretary: Secretary, desk: Desk) -> None:
    secretary.press("Ctrl+L")
    before = len(page(secretary).list.shown_rows())
    declare_tie(desk, tie=Tie(3, 2, TieKind.PERSONAL, evidence="sœur"))
    secretary.press("F5")
    assert len(page(secretary).list.shown_rows()) == before + 1


def test_the_files_are_looked_through_again(secretary: Secretary, desk: Desk) -> None:
    with desk.open_unit() as unit:
        # As if it had been typed before the pool was known
        unit.candidates.save(replace(unit.candidates.get(2), employer="Syndicat des techniciens"))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    secretary.press("Ctrl+L")
    before = len(page(secretary).list.shown_rows())
    secretary.press("Ctrl+R")
    shown = page(secretary).list.shown_rows()
    found = [row for row in shown if row.candidate.id == 2]
    assert len(found) == len(shown) - before > 0
    secretary.press("Ctrl+Z")
    assert len(page(secretary).list.shown_rows()) == before
    secretary.press("Ctrl+R")
    secretary.press("Ctrl+R")
    assert "The files suggest no other tie." in texts(secretary.parts.window)
