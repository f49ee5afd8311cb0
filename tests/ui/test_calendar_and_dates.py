"""Months run by keys, and dates typed as people write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFrame, QToolButton

from jurydesk.ui.widgets.date_field import DateField, read_date
from jurydesk.ui.widgets.month_calendar import DayMark, MonthCalendar
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.theme.theme import Theme

Key = Qt.Key
DAY = date(2026, 12, 14)


@pytest.fixture
def calendar(theme: Theme, qtbot: QtBot) -> MonthCalendar:
    calendar = MonthCalendar(Wording("en"), DAY)
    qtbot.addWidget(calendar)
    calendar.resize(420, 380)
    calendar.show()
    qtbot.waitUntil(calendar.isVisible)
    calendar.grid.setFocus()
    return calendar


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Key.Key_Left, date(2026, 12, 13)),
        (Key.Key_Right, date(2026, 12, 15)),
        (Key.Key_Up, date(2026, 12, 7)),
        (Key.Key_Down, date(2026, 12, 21)),
        (Key.Key_PageUp, date(2026, 11, 14)),
        (Key.Key_PageDown, date(2027, 1, 14)),
    ],
)
def test_keys_go_from_day_to_day(
    calendar: MonthCalendar, qtbot: QtBot, key: Key, day: date
) -> None:
    with qtbot.waitSignal(calendar.day_changed) as changed:
        qtbot.keyClick(calendar.grid, key)
    assert changed.args == [day]


def test_a_short_month_keeps_its_last_day(calendar: MonthCalendar, qtbot: QtBot) -> None:
    calendar.go_to(date(2027, 1, 31))
    qtbot.keyClick(calendar.grid, Key.Key_PageDown)
    assert calendar.grid.day == date(2027, 2, 28)
    assert calendar.month_label.text() == "February\u00a02027"


def test_enter_and_a_click_take_a_day(calendar: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(calendar.day_activated) as taken:
        qtbot.keyClick(calendar.grid, Key.Key_Return)
    assert taken.args == [DAY]
    centre = calendar.grid._cell(0).center().toPoint()
    with qtbot.waitSignal(calendar.day_activated) as taken:
        qtbot.mouseClick(calendar.grid, Qt.MouseButton.LeftButton, pos=centre)
    assert taken.args == [date(2026, 11, 30)]


def test_buttons_turn_the_pages(calendar: MonthCalendar, qtbot: QtBot) -> None:
    previous, following = calendar.findChildren(QToolButton)
    with qtbot.waitSignal(calendar.month_changed) as turned:
        qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert turned.args == [date(2027, 1, 1)]
    qtbot.mouseClick(previous, Qt.MouseButton.LeftButton)
    assert calendar.grid.day == date(2026, 12, 31)


def test_the_names_of_the_days_are_no_days(calendar: MonthCalendar) -> None:
    assert calendar.grid.day_at(QPointF(10, 2)) is None


def test_marks_are_painted_and_spoken(calendar: MonthCalendar) -> None:
    plain = calendar.grab().toImage()
    calendar.set_marks(
        {
            DAY: DayMark("4", "success", "danger", "four juries"),
            date(2026, 12, 15): DayMark("2", "warning", "warning"),
        }
    )
    assert calendar.grab().toImage() != plain
    calendar.go_to(DAY)
    spoken = calendar.grid.accessibleName()
    assert "14" in spoken
    assert "four juries" in spoken


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4/12/2026", date(2026, 12, 4)),
        ("04-12-26", date(2026, 12, 4)),
        ("4.12.2026", date(2026, 12, 4)),
        ("4 12 1990", date(1990, 12, 4)),
        ("04121990", date(1990, 12, 4)),
        ("1990-12-04", date(1990, 12, 4)),
        ("4/12/75", date(1975, 12, 4)),
        (" 4/12/2026 ", date(2026, 12, 4)),
        ("31/02/1990", None),
        ("12/2026", None),
        ("", None),
        ("tomorrow", None),
    ],
)
def test_dates_are_read_in_the_usual_ways(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> DateField:
    field = DateField(Wording("fr"), DAY)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitUntil(field.isVisible)
    return field


def test_a_typed_date_is_written_in_full(field: DateField, qtbot: QtBot) -> None:
    field.clear()
    qtbot.keyClicks(field, "4/5/90")
    with qtbot.waitSignal(field.day_changed) as changed:
        qtbot.keyClick(field, Key.Key_Return)
    assert (changed.args, field.text()) == ([date(1990, 5, 4)], "04/05/1990")


def test_what_is_no_date_stays_as_typed(field: DateField, qtbot: QtBot) -> None:
    field.clear()
    qtbot.keyClicks(field, "31/02/1990")
    qtbot.keyClick(field, Key.Key_Return)
    assert (field.text(), field.day(), field.is_readable()) == ("31/02/1990", None, False)


def test_nothing_is_readable(field: DateField) -> None:
    field.set_day(None)
    assert (field.text(), field.is_readable()) == ("", True)


def test_a_day_is_picked_from_the_month(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(QFrame)
    assert popup is not None
    calendar = popup.findChild(MonthCalendar)
    assert calendar is not None
    with qtbot.waitSignal(field.day_changed) as changed:
        qtbot.keyClick(calendar.grid, Key.Key_Right)
        qtbot.keyClick(calendar.grid, Key.Key_Return)
    assert changed.args == [date(2026, 12, 15)]
    assert field.text() == "15/12/2026"
