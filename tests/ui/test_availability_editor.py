"""When an examiner can sit, at the window: painted, written, read from a calendar; saved once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.services.examiners import find_examiners
from jurydesk.ui.dialogs.calendar_dialog import CalendarDialog
from jurydesk.ui.pages.examiner_form import ExaminerForm
from jurydesk.ui.pages.examiners import ExaminersPage
from tests.ui.agendas import AGENDA, LESSON, write_agenda
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.domain.availability_days import Half
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.widgets.availability_editor import AvailabilityEditor
    from tests.ui.fake_prompter import FakePrompter

LEFT = Qt.MouseButton.LeftButton
AM, PM = HalfDay.AM, HalfDay.PM
AWAY, RATHER_NOT, FREE = (
    AvailabilityKind.AWAY,
    AvailabilityKind.RATHER_NOT,
    AvailabilityKind.FREE,
)


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    parts.window.shell.show_page("examiners")
    secretary.rest()
    return secretary


@pytest.fixture
def form(secretary: Secretary) -> ExaminerForm:
    """The form of a new person, with a name."""
    page = cast("ExaminersPage", secretary.parts.window.shell.current_page())
    secretary.press("Ctrl+N", page.list.view)
    secretary.qtbot.waitUntil(lambda: page.form is not None)
    form = cast("ExaminerForm", page.form)
    form.fields.lines["last_name"].setText("Vidal")
    form.fields.lines["first_name"].setText("Zoe")
    form.form.ensureWidgetVisible(form.fields.availability.line)
    secretary.rest()
    return form


def stored(desk: Desk) -> tuple[Absence, ...]:
    (person,) = find_examiners(desk, query="Vidal Zoe")
    return person.absences


def short(entries: tuple[Absence, ...]) -> list[tuple[str, str, str, str | None]]:
    return [(one.kind.value, str(one.start), str(one.end), one.half_day) for one in entries]


def drag(editor: AvailabilityEditor, start: Half, end: Half) -> None:
    """Drag over half-days as a hand does."""
    grid = editor.grid
    first, last = grid.middle_of(start).toPoint(), grid.middle_of(end).toPoint()
    QTest.mousePress(grid, LEFT, pos=first)
    for step in range(1, 5):
        QTest.mouseMove(grid, first + (last - first) * step / 4)
        QApplication.processEvents()
    QTest.mouseRelease(grid, LEFT, pos=last)
    QApplication.processEvents()


def test_half_days_are_painted_with_the_mouse(
    secretary: Secretary, form: ExaminerForm, desk: Desk
) -> None:
    editor = form.fields.availability
    drag(editor, (date(2026, 11, 24), PM), (date(2026, 11, 26), AM))
    assert short(editor.entries()) == [
        ("AWAY", "2026-11-24", "2026-11-24", "pm"),
        ("AWAY", "2026-11-25", "2026-11-25", None),
        ("AWAY", "2026-11-26", "2026-11-26", "am"),
    ]
    editor.brush.set_value(FREE)
    drag(editor, (date(2026, 11, 25), AM), (date(2026, 11, 25), PM))
    # Once more over the same takes it away
    editor.brush.set_value(AWAY)
    drag(editor, (date(2026, 11, 26), AM), (date(2026, 11, 26), AM))
    secretary.press("Ctrl+S")
    assert short(stored(desk)) == [
        ("AWAY", "2026-11-24", "2026-11-24", "pm"),
        ("FREE", "2026-11-25", "2026-11-25", None),
    ]


def test_half_days_are_painted_with_the_keys(
    secretary: Secretary, form: ExaminerForm, desk: Desk
) -> None:
    """TODAY is Monday the 23rd: the cursor stands on its morning."""
    editor = form.fields.availability
    grid = editor.grid
    grid.setFocus()
    for keys in ("Right", "Right", "Space", "Right", "Space", "Space"):
        secretary.press(keys, grid)
    assert short(editor.entries()) == [
        ("AWAY", "2026-11-24", "2026-11-24", "am"),
        ("RATHER_NOT", "2026-11-24", "2026-11-24", "pm"),
    ]
    assert grid.accessibleName().endswith("rather not on 24\u00a0November\u00a02026, afternoon")
    secretary.press("Delete", grid)
    secretary.press("Down", grid)
    secretary.press("Shift+Right", grid)
    assert grid.cursor_half == (date(2026, 12, 2), AM)
    assert short(editor.entries()) == [
        ("AWAY", "2026-11-24", "2026-11-24", "am"),
        ("AWAY", "2026-12-01", "2026-12-01", "pm"),
        ("AWAY", "2026-12-02", "2026-12-02", "am"),
    ]
    for keys in ("Space", "Space", "Space"):
        secretary.press(keys, grid)
    assert len(editor.entries()) == 2
    assert editor.calendar.month_label.text() == "December\u00a02026"


def test_what_is_written_joins_the_list_and_the_rest_stays_in_the_line(
    secretary: Secretary, form: ExaminerForm, desk: Desk
) -> None:
    editor = form.fields.availability
    editor.line.setFocus()
    secretary.write("3-5/12, 12/12 mornng, option until 1 March for 15-16/03")
    secretary.press("Return", editor.line)
    assert editor.line.text() == "12/12 mornng"
    assert "“mornng” is not understood" in editor.unread_label.text()
    secretary.press("Ctrl+S")
    assert form.form.fields["absences"].error().startswith("Press Enter")
    editor.line.setText("12/12 morning")
    secretary.press("Return", editor.line)
    assert not editor.unread_label.isVisible()
    secretary.press("Ctrl+S")
    assert short(stored(desk)) == [
        ("AWAY", "2026-12-03", "2026-12-05", None),
        ("AWAY", "2026-12-12", "2026-12-12", "am"),
        ("OPTION", "2027-03-15", "2027-03-16", None),
    ]


def test_an_entry_is_written_anew_or_taken_away(secretary: Secretary, form: ExaminerForm) -> None:
    editor = form.fields.availability
    editor.line.setText("3-5/12; rather not 12/12")
    editor.take_line()
    secretary.rest()
    edit, _, _, remove = editor.list.findChildren(QToolButton)
    secretary.click(remove)
    assert short(editor.entries()) == [("AWAY", "2026-12-03", "2026-12-05", None)]
    edit, _ = [one for one in editor.list.findChildren(QToolButton) if one.isVisible()]
    secretary.click(edit)
    assert (editor.entries(), editor.line.text()) == ((), "03/12/2026–05/12/2026")
    secretary.press("Return", editor.line)
    assert short(editor.entries()) == [("AWAY", "2026-12-03", "2026-12-05", None)]


def test_an_option_is_confirmed(secretary: Secretary, form: ExaminerForm) -> None:
    editor = form.fields.availability
    editor.line.setText("option until 1 March for 15-16/03")
    editor.take_line()
    secretary.rest()
    (confirm,) = [
        one
        for one in editor.list.findChildren(QToolButton)
        if one.accessibleName().startswith("Confirmed")
    ]
    secretary.click(confirm)
    assert short(editor.entries()) == [("FREE", "2027-03-15", "2027-03-16", None)]


def test_a_calendar_is_shown_then_taken_over_and_saved_and_undone_as_one(
    secretary: Secretary, form: ExaminerForm, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    editor = form.fields.availability
    editor.line.setText("3/12")
    editor.take_line()
    prompter.paths.append(write_agenda(tmp_path, *AGENDA))
    secretary.click_button("Read a calendar (.ics)…")
    dialog = secretary.dialog(CalendarDialog)
    assert "Added: 2" in texts(dialog)
    assert len(editor.entries()) == 1
    secretary.click(dialog.take_button)
    assert [one.origin for one in editor.entries()].count(Origin.CALENDAR) == 2
    secretary.press("Ctrl+S")
    assert len(stored(desk)) == 3
    secretary.press("Ctrl+Z")
    assert find_examiners(desk, query="Vidal Zoe") == ()


def test_a_calendar_may_be_laid_on_the_editor(
    secretary: Secretary, form: ExaminerForm, tmp_path: Path
) -> None:
    editor = form.fields.availability
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write_agenda(tmp_path, LESSON)))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(editor, kind(QPointF(40, 40), copy, mime, LEFT, none))
    secretary.rest()
    dialog = secretary.dialog(CalendarDialog)
    assert "Added: 1" in texts(dialog)
    secretary.press("Escape", dialog)
    assert editor.entries() == ()


def test_a_file_that_is_no_calendar_is_named(
    secretary: Secretary, form: ExaminerForm, prompter: FakePrompter, tmp_path: Path
) -> None:
    path = tmp_path / "letter.ics"
    path.write_text("Dear all", encoding="utf-8")
    prompter.paths.append(path)
    secretary.click_button("Read a calendar (.ics)…")
    shown = [*texts(secretary.parts.window), *(one.text for one in prompter.asked)]
    assert any("“letter.ics” is not a calendar" in text for text in shown)
