"""A list run by keyboard and mouse: cursor, search, filters, columns, copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from jurydesk.ui.models.columns import Column
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.theme.theme import Theme

Row = tuple[int, str, str]
Key = Qt.Key
ROWS: tuple[Row, ...] = (
    (1, "Ariane", "VAE"),
    (2, "Basile", "CFA"),
    (3, "Célia", "VAE"),
    (4, "Dora", "FC"),
)
COLUMNS = (
    Column[Row]("name", "Name", lambda row: row[1], stretches=True),
    Column[Row]("route", "Route", lambda row: row[2]),
    Column[Row]("number", "Number", lambda row: str(row[0]), is_hidden=True),
)


def make() -> RowList[Row]:
    rows: RowList[Row] = RowList(COLUMNS, lambda row: row[0], name="test", placeholder="Search")
    rows.set_filters(
        (
            RowFilter("vae", "VAE", lambda row: row[2] == "VAE", "route"),
            RowFilter("cfa", "CFA", lambda row: row[2] == "CFA", "route"),
            RowFilter("late", "Late", lambda row: row[0] > 2),
        )
    )
    return rows


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> RowList[Row]:
    rows = make()
    qtbot.addWidget(rows)
    rows.resize(800, 500)
    rows.set_rows(ROWS)
    rows.show()
    qtbot.waitUntil(rows.isVisible)
    rows.view.setFocus()
    return rows


def shown(rows: RowList[Row]) -> list[int]:
    return [row[0] for row in rows.shown_rows()]


def test_there_is_always_a_current_row(rows: RowList[Row]) -> None:
    assert rows.current_row() == ROWS[0]
    rows.set_rows(ROWS[2:])
    assert rows.current_row() == ROWS[2]


def test_the_cursor_stays_on_its_row_through_a_reload(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.select_key(3)
    rows.set_rows(tuple(reversed(ROWS)))
    assert rows.current_row() == ROWS[2]
    assert rows.view.currentIndex().row() == 1


def test_the_cursor_goes_to_the_next_row_when_its_own_is_gone(rows: RowList[Row]) -> None:
    rows.select_key(2)
    rows.set_rows((ROWS[0], ROWS[2], ROWS[3]))
    assert rows.current_row() == ROWS[2]


def test_several_selected_rows_stay_selected(rows: RowList[Row], qtbot: QtBot) -> None:
    qtbot.keyClick(rows.view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    rows.set_rows((*ROWS, (5, "Elsa", "FC")))
    assert rows.selected_rows() == ROWS[:2]


def test_arrows_tell_the_inspector(rows: RowList[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.current_changed) as moved:
        qtbot.keyClick(rows.view, Key.Key_Down)
    assert moved.args == [ROWS[1]]


@pytest.mark.parametrize(
    ("key", "signal", "told"),
    [
        (Key.Key_Return, "activated", ROWS[0]),
        (Key.Key_F2, "edit_requested", ROWS[0]),
        (Key.Key_Delete, "delete_requested", (ROWS[0],)),
    ],
)
def test_keys_of_a_row(
    rows: RowList[Row], qtbot: QtBot, key: Key, signal: str, told: object
) -> None:
    with qtbot.waitSignal(getattr(rows, signal)) as heard:
        qtbot.keyClick(rows.view, key)
    assert heard.args == [told]


def test_double_click_opens(rows: RowList[Row], qtbot: QtBot) -> None:
    place = rows.view.visualRect(rows.model.index(2, 0)).center()
    qtbot.mouseClick(rows.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(rows.activated) as heard:
        qtbot.mouseDClick(rows.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [ROWS[2]]


def test_a_letter_goes_to_the_row_that_begins_with_it(rows: RowList[Row], qtbot: QtBot) -> None:
    qtbot.keyClick(rows.view, Key.Key_D)
    assert rows.current_row() == ROWS[3]


def test_copy_takes_titles_and_shown_columns(rows: RowList[Row], qtbot: QtBot) -> None:
    qtbot.keyClick(rows.view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(rows.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == ["Name\tRoute", "Ariane\tVAE", "Basile\tCFA", "Célia\tVAE", "Dora\tFC"]


def test_search_is_typed_and_left_with_escape(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.focus_search()
    qtbot.keyClicks(rows.search_field, "celia")
    qtbot.waitUntil(lambda: shown(rows) == [3])
    qtbot.keyClick(rows.search_field, Key.Key_Escape)
    assert shown(rows) == [1, 2, 3, 4]
    qtbot.keyClick(rows.search_field, Key.Key_Escape)
    assert rows.view.hasFocus()


def test_enter_searches_at_once_and_down_goes_to_the_list(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.focus_search()
    qtbot.keyClicks(rows.search_field, "dora")
    qtbot.keyClick(rows.search_field, Key.Key_Return)
    assert shown(rows) == [4]
    qtbot.keyClick(rows.search_field, Key.Key_Down)
    assert rows.view.hasFocus()


def test_filters_of_one_group_widen_and_groups_narrow(rows: RowList[Row]) -> None:
    rows.set_filter("vae", is_on=True)
    assert shown(rows) == [1, 3]
    rows.set_filter("cfa", is_on=True)
    assert shown(rows) == [1, 2, 3]
    rows.set_filter("late", is_on=True)
    assert shown(rows) == [3]
    assert rows.filters_on() == ("vae", "cfa", "late")


def test_filters_show_how_many_rows_they_let_through(rows: RowList[Row]) -> None:
    assert [chip.text() for chip in rows.filters.chips.values()] == ["VAE  2", "CFA  1", "Late  2"]


def test_filters_stay_on_when_they_are_offered_again(rows: RowList[Row]) -> None:
    rows.set_filter("vae", is_on=True)
    rows.set_filters((RowFilter("vae", "VAE", lambda row: row[2] == "VAE"),))
    assert (rows.filters_on(), shown(rows)) == (("vae",), [1, 3])


def test_going_to_a_hidden_row_lifts_what_hides_it(rows: RowList[Row]) -> None:
    rows.set_filter("vae", is_on=True)
    assert rows.select_key(2)
    assert (rows.filters_on(), rows.current_row()) == ((), ROWS[1])
    assert not rows.select_key(99)


def test_nothing_found_offers_the_way_back(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.search_field.setText("nobody")
    qtbot.keyClick(rows.search_field, Key.Key_Return)
    assert shown(rows) == []
    assert rows.current_row() is None
    visible = [b for b in rows._stack.currentWidget().findChildren(QPushButton) if b.isVisible()]
    qtbot.mouseClick(visible[0], Qt.MouseButton.LeftButton)
    assert shown(rows) == [1, 2, 3, 4]


def test_an_empty_list_names_the_next_act(rows: RowList[Row], qtbot: QtBot) -> None:
    done: list[str] = []
    act = Act("Import", lambda: done.append("import"), "import")
    rows.set_empty("people", "Nobody yet", "Import your roster.", acts=(act,))
    rows.set_rows(())
    (button,) = (b for b in rows._stack.currentWidget().findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["import"]


def test_counts_are_told(rows: RowList[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.shown_changed) as told:
        rows.set_filter("late", is_on=True)
    assert told.args == [2, 4]


def test_columns_are_chosen_and_kept(rows: RowList[Row], qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    rows.view.fill_columns_menu(menu)
    first, route, number = menu.actions()[:3]
    assert [a.isChecked() for a in (first, route, number)] == [True, True, False]
    assert not first.isEnabled()
    number.trigger()
    route.trigger()
    again = make()
    qtbot.addWidget(again)
    assert [again.view.isColumnHidden(at) for at in range(3)] == [False, True, False]
    again.view.reset_layout()
    assert [again.view.isColumnHidden(at) for at in range(3)] == [False, False, True]


def test_density_is_kept(rows: RowList[Row], qtbot: QtBot) -> None:
    before = rows.view.rowHeight(0)
    rows.view.set_compact(True)
    assert rows.view.rowHeight(0) < before
    again = make()
    qtbot.addWidget(again)
    assert again.view.is_compact()


def test_a_click_on_a_title_sorts(rows: RowList[Row], qtbot: QtBot) -> None:
    header = rows.view.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(1) + 20)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(rows) == [2, 4, 1, 3]


def test_menu_of_the_titles_opens(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.view.horizontalHeader().customContextMenuRequested.emit(rows.view.rect().topLeft())
    menus = [menu for menu in rows.view.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    menus[0].close()


def test_all_rows_selected_stay_selected_and_paint_no_title(
    rows: RowList[Row], qtbot: QtBot
) -> None:
    many = tuple((number, f"Nom {number}", "VAE") for number in range(1, 301))
    rows.set_rows(many)
    rows.view.selectAll()
    assert rows.selected_rows() == many
    header = rows.view.horizontalHeader()
    assert not header.selectionModel().hasSelection()
    rows.set_rows(tuple(row for row in many if row[0] % 100))
    assert len(rows.selected_rows()) == 297


def test_columns_grow_with_the_text(theme: Theme, rows: RowList[Row], qtbot: QtBot) -> None:
    before = rows.view.columnWidth(1)
    theme.zoom_text(1.5)
    qtbot.waitUntil(lambda: rows.view.columnWidth(1) > before)
    assert rows.view.columnWidth(1) >= round(1.3 * before)
    rows.close()
    again = make()
    qtbot.addWidget(again)
    again.show()
    theme.zoom_text(1.0)
    qtbot.waitUntil(lambda: abs(again.view.columnWidth(1) - before) <= 2)


def test_an_order_chosen_last_time_is_there_before_the_rows(theme: Theme, qtbot: QtBot) -> None:
    first = make()
    qtbot.addWidget(first)
    first.set_rows(ROWS)
    first.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    first.view._save()
    second = make()
    qtbot.addWidget(second)
    second.set_rows(ROWS)
    assert [row[1] for row in second.model.rows()] == ["Dora", "Célia", "Basile", "Ariane"]
