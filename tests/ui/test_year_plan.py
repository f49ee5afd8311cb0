"""The plan of the year in the window: figures, days, reasons, sessions in one act, files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from jurydesk.domain.routes import AccessRoute
from jurydesk.services.sessions import list_sessions
from jurydesk.services.year_reasons import days_told
from jurydesk.ui.pages.foresight.page import PLAN, ForesightPage
from jurydesk.ui.pages.foresight.plan_cells import reasons_of
from tests.ui.conftest import rest
from tests.ui.test_pages import go, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> ForesightPage:
    found = go(parts, qtbot, "foresight", ForesightPage)
    qtbot.keyClick(parts.window, Key.Key_3, ALT)
    return found


def planned(page: ForesightPage, parts: Parts, qtbot: QtBot, **counts: int) -> None:
    for text, count in counts.items():
        month = date.fromisoformat(text.removeprefix("m").replace("_", "-") + "-01")
        page.plan.view.month_boxes[month].setValue(count)
    qtbot.keyClick(page.plan.view.rooms_box, Key.Key_Return, CONTROL)
    rest(qtbot, parts)


def test_before_anything_is_asked_it_says_what_to_write(page: ForesightPage) -> None:
    assert page.way() == PLAN
    assert not page.plan.view.grid.isVisible()
    assert "Write how many files" in page.plan.view.summary_label.text()
    assert page.plan.view.month_boxes


def test_days_are_chosen_shown_and_each_says_why(
    page: ForesightPage, parts: Parts, qtbot: QtBot
) -> None:
    planned(page, parts, qtbot, m2027_01=6, m2027_05=9)
    view = page.plan.view
    assert view.answer is not None
    assert view.answer.forecast == 15
    days = days_told(view.answer)
    assert days
    shown = {half[0] for half, cell in view.grid.cells.items() if cell.text}
    assert shown == {one.day.day for one in days}
    assert view.grid.half[0] == days[0].day.day
    said = texts(page.plan.panel)
    assert all(sentence in said for sentence in reasons_of(days[0], page.context.wording))
    view.grid.go_to((days[-1].day.day, view.grid.half[1]))
    said = texts(page.plan.panel)
    assert all(sentence in said for sentence in reasons_of(days[-1], page.context.wording))


def test_figures_typed_for_a_route_come_back(
    page: ForesightPage, parts: Parts, qtbot: QtBot
) -> None:
    month = next(iter(page.plan.view.month_boxes))
    page.plan.view.month_boxes[month].setValue(7)
    box = page.bar.route_box
    first, other = box.value(), AccessRoute.CONTINUING_EDUCATION
    assert first != other
    box.set_value(other)
    box.chosen.emit(other)
    rest(qtbot, parts)
    assert page.plan.view.month_boxes[month].value() == 0
    box.set_value(first)
    box.chosen.emit(first)
    rest(qtbot, parts)
    assert page.plan.view.month_boxes[month].value() == 7


def test_the_days_become_sessions_in_one_act(
    page: ForesightPage, parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    before = len(list_sessions(desk))
    planned(page, parts, qtbot, m2027_01=6, m2027_05=9)
    assert page.plan.view.answer is not None
    count = page.plan.view.answer.plan.sessions
    qtbot.keyClick(page.plan.view.grid, Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: len(list_sessions(desk)) > before)
    rest(qtbot, parts)
    assert len(list_sessions(desk)) == before + count
    qtbot.keyClick(page.plan.view.grid, Key.Key_Z, CONTROL)
    rest(qtbot, parts)
    assert len(list_sessions(desk)) == before


def test_the_plan_in_front_is_what_is_exported(
    page: ForesightPage, parts: Parts, qtbot: QtBot, prompter: FakePrompter, tmp_path: Path
) -> None:
    planned(page, parts, qtbot, m2027_01=6)
    assert page.plan.view.answer is not None
    prompter.paths = [tmp_path / "plan.xlsx"]
    qtbot.keyClick(page.plan.view.grid, Key.Key_E, CONTROL)
    qtbot.waitUntil((tmp_path / "plan.xlsx").exists)
    rest(qtbot, parts)
    sheet = load_workbook(tmp_path / "plan.xlsx").active
    days = [cell.value for row in sheet.rows for cell in row if hasattr(cell.value, "date")]
    assert [day.date() for day in days] == [one.day for one in page.plan.view.answer.plan.days]
