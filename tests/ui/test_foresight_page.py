"""The year to come by real keys and clicks: cursor, panel, new session, export, stress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.services.foresight import Question, heat_map
from jurydesk.services.sessions import list_sessions
from jurydesk.services.stress import StressTest, stress
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.foresight.page import HEAT, STRESS, ForesightPage
from jurydesk.ui.pages.sessions.page import SessionsPage
from jurydesk.ui.theme.tokens import DARK, LIGHT, contrast
from jurydesk.ui.widgets.year_grid import YearCell, ground_of
from tests.ui.conftest import rest
from tests.ui.office import TODAY
from tests.ui.test_pages import go, press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.theme.theme import Theme
    from jurydesk.ui.widgets.year_geometry import Half
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
AM, PM = HalfDay.AM, HalfDay.PM


@pytest.fixture
def page(parts: Parts, qtbot: QtBot) -> ForesightPage:
    return go(parts, qtbot, "foresight", ForesightPage)


def centre(page: ForesightPage, half: Half) -> QPoint:
    return page.year.grid.geometry_now().cell(half).center().toPoint()


def test_its_own_key_shows_it(parts: Parts, qtbot: QtBot) -> None:
    qtbot.keyClick(parts.window, Key.Key_H, CONTROL)
    rest(qtbot, parts)
    assert isinstance(parts.window.shell.current_page(), ForesightPage)


def test_each_half_day_shows_what_the_service_counts(page: ForesightPage, desk: Desk) -> None:
    question = page.bar.question()
    assert question is not None
    heat = heat_map(desk, question=question)
    cells = page.year.grid.cells
    assert {half: cell.text for half, cell in cells.items()} == {
        one.half: str(one.juries) if one.is_working else "" for one in heat.halves
    }
    assert {half for half, cell in cells.items() if cell.is_off} == {
        one.half for one in heat.halves if not one.is_working
    }
    assert heat.most > 1


def test_arrows_run_through_days_halves_and_months(page: ForesightPage, qtbot: QtBot) -> None:
    grid = page.year.grid
    assert grid.half == (TODAY, AM)
    for key, half in (
        (Key.Key_Right, (TODAY + timedelta(days=1), AM)),
        (Key.Key_Down, (TODAY + timedelta(days=1), PM)),
        (Key.Key_Down, (date(2026, 12, 24), AM)),
        (Key.Key_PageDown, (date(2027, 1, 24), AM)),
        (Key.Key_End, (date(2027, 1, 31), AM)),
        (Key.Key_PageDown, (date(2027, 2, 28), AM)),
        (Key.Key_Home, (date(2027, 2, 1), AM)),
        (Key.Key_Up, (date(2027, 1, 1), PM)),
        (Key.Key_Left, (date(2026, 12, 31), PM)),
        (Key.Key_PageUp, (date(2026, 11, 30), PM)),
        (Key.Key_PageUp, (TODAY, PM)),
    ):
        qtbot.keyClick(grid, key)
        assert grid.half == half


def test_the_panel_says_why_and_who(page: ForesightPage, qtbot: QtBot) -> None:
    half = (date(2026, 12, 9), PM)
    qtbot.mouseClick(page.year.grid, LEFT, pos=centre(page, half))
    assert page.year.grid.half == half
    heat = page.heat
    assert heat is not None
    one = heat.at(*half)
    assert one is not None
    said = texts(page.panel)
    assert "Wednesday 9\u00a0December\u00a02026, afternoon" in said
    assert f"{one.juries} juries possible" in said
    assert any("one more jury would need" in text for text in said)
    names = "\n".join(person.full_name for person in heat.free(one)[0].people)
    assert names in said
    spoken = page.year.grid.accessibleName()
    assert spoken.startswith("Wednesday 9\u00a0December\u00a02026, afternoon\n")


def test_enter_begins_a_session_on_that_day(
    page: ForesightPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    day = date(2026, 12, 9)
    page.year.grid.go_to((day, AM))
    qtbot.keyClick(page.year.grid, Key.Key_Return)
    rest(qtbot, parts)
    dialog = page.creation.dialog
    assert dialog is not None
    draft = dialog.draft()
    heat = page.heat
    assert heat is not None
    assert (draft.certifications, draft.days, draft.code) == (
        (heat.certification.code,),
        (day,),
        "2026-12-A",
    )
    dialog.rooms_edit.setText("Salle 1")
    qtbot.mouseClick(dialog.create_button, LEFT)
    rest(qtbot, parts)
    assert [row.session.days for row in list_sessions(desk)] == [(day,)]
    shown = parts.window.shell.current_page()
    assert isinstance(shown, SessionsPage)
    assert shown.board is not None
    assert shown.board.session.code == "2026-12-A"
    again = go(parts, qtbot, "foresight", ForesightPage)
    assert again.year.grid.cells[day, AM].is_marked
    press(again.panel, "2026-12-A, juries: 0", qtbot)
    rest(qtbot, parts)
    assert isinstance(parts.window.shell.current_page(), SessionsPage)


def test_a_double_click_does_the_same(page: ForesightPage, qtbot: QtBot, parts: Parts) -> None:
    half = (date(2026, 12, 9), AM)
    qtbot.mouseDClick(page.year.grid, LEFT, pos=centre(page, half))
    rest(qtbot, parts)
    assert page.creation.dialog is not None
    assert page.creation.dialog.days == (half[0],)
    page.creation.dialog.reject()


def test_the_map_follows_the_pool(
    page: ForesightPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    day = date(2026, 12, 9)
    with desk.open_unit() as unit:
        for one in unit.examiners.all():
            unit.examiners.save(replace(one, absences=(Absence(day, day, AM),)))
        unit.audit.record(EventType.EXAMINER_SAVED, {})
        unit.commit()
    qtbot.keyClick(parts.window, Key.Key_F5)
    rest(qtbot, parts)
    assert page.year.grid.cells[day, AM].text == "0"
    assert page.year.grid.cells[day, PM].text != "0"
    page.year.grid.go_to((day, AM))
    assert "No jury possible" in texts(page.panel)
    assert "nobody" in texts(page.panel)


def test_another_route_and_another_range(page: ForesightPage, qtbot: QtBot, parts: Parts) -> None:
    page.bar.route_box.setFocus()
    qtbot.keyClick(page.bar.route_box, Key.Key_Down)
    page.bar.route_box.activated.emit(page.bar.route_box.currentIndex())
    rest(qtbot, parts)
    heat = page.heat
    assert heat is not None
    assert heat.route is page.bar.route_box.value()
    page.bar.end_field.setText("31/01/2027")
    page.bar.end_field.editingFinished.emit()
    rest(qtbot, parts)
    assert max(page.year.grid.cells)[0] == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("hier", "Not a date"),
        ("01/01/2020", "The range is empty"),
        ("01/01/2050", "too long"),
        ("", "A date is missing"),
    ],
)
def test_a_range_that_is_none_is_said_at_the_bar(
    page: ForesightPage, qtbot: QtBot, parts: Parts, typed: str, said: str
) -> None:
    page.bar.end_field.setText(typed)
    page.bar.end_field.editingFinished.emit()
    rest(qtbot, parts)
    assert said in page.bar.problem_label.text()
    assert page.bar.problem_label.isVisible()


def test_the_list_is_written_where_one_says(
    page: ForesightPage, qtbot: QtBot, parts: Parts, prompter: FakePrompter, tmp_path: Path
) -> None:
    book, feed = tmp_path / "year.xlsx", tmp_path / "year.ics"
    prompter.paths = [book]
    qtbot.keyClick(page.year.grid, Key.Key_E, CONTROL)
    qtbot.waitUntil(book.exists)
    rest(qtbot, parts)
    prompter.paths = [feed]
    page.files.choose_calendar()
    rest(qtbot, parts)
    heat = page.heat
    assert heat is not None
    assert load_workbook(book).worksheets[0].max_row == len(heat.working) + 4
    days = {one.day for one in heat.working if one.juries}
    assert len(Calendar.from_ical(feed.read_bytes()).walk("VEVENT")) == len(days)


def test_stress_says_what_the_service_finds(
    page: ForesightPage, qtbot: QtBot, parts: Parts, desk: Desk
) -> None:
    page.bar.end_field.setText("31/12/2026")
    page.bar.end_field.editingFinished.emit()
    rest(qtbot, parts)
    qtbot.keyClick(page, Key.Key_2, ALT)
    assert (page.way(), page.inspector) == (STRESS, None)
    page.stress.limit_box.setValue(2)
    qtbot.keyClick(page.stress.limit_box, Key.Key_Return, CONTROL)
    rest(qtbot, parts)
    question = page.bar.question()
    assert isinstance(question, Question)
    report = stress(desk, test=StressTest(question, limit=2))
    said = texts(page.stress)
    assert str(report.juries) in said
    assert any(f"hold {report.juries} more juries" in text for text in said)
    assert report.indispensable
    one = report.indispensable[0]
    words = "jury" if one.juries == 1 else "juries"
    press(page.stress, f"Without {one.examiner.full_name}: {one.juries} {words} fewer.", qtbot)
    rest(qtbot, parts)
    assert isinstance(parts.window.shell.current_page(), ExaminersPage)


def test_stress_can_be_cancelled(page: ForesightPage, qtbot: QtBot, parts: Parts) -> None:
    page.look_at(STRESS)
    page.compute_stress()
    for task in parts.runner.running():
        task.cancel()
    rest(qtbot, parts)
    assert page.stress.run_button.isEnabled()
    page.look_at(HEAT)
    assert page.inspector is page.panel


def test_an_empty_pool_says_what_to_do(empty_parts: Parts, qtbot: QtBot) -> None:
    page = go(empty_parts, qtbot, "foresight", ForesightPage)
    assert page.year.is_empty()
    assert "Nobody in the pool" in texts(page)
    press(page, "To the pool", qtbot)
    rest(qtbot, empty_parts)
    assert isinstance(empty_parts.window.shell.current_page(), ExaminersPage)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_figures_stand_out_from_every_ground(theme: Theme, choice: str) -> None:
    theme.choose("dark" if choice == "dark" else "light")
    QApplication.processEvents()
    tokens = DARK if choice == "dark" else LIGHT
    grounds = [
        ground_of(YearCell("1", tone, strength)).name()
        for tone in ("danger", "warning", "success")
        for strength in (0.0, 0.34)
    ]
    assert all(contrast(tokens.text, ground) >= 4.5 for ground in grounds)
