"""A list too long to be arranged in one go: what is asked for comes a moment later, and right."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from jurydesk.ui.models.columns import Column, folded, sort_text
from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Generator

    from pytestqt.qtbot import QtBot

    from jurydesk.ui.theme.theme import Theme

Row = tuple[int, str, str]
Key = Qt.Key
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
COLUMNS = (
    Column[Row]("name", "Name", lambda row: row[1], stretches=True),
    Column[Row]("route", "Route", lambda row: row[2]),
    Column[Row]("number", "Number", lambda row: str(row[0]), lambda row: row[0]),
)
FILTERS = (RowFilter[Row]("vae", "VAE", lambda row: row[2] == "VAE"),)


def somebody(number: int) -> Row:
    chance = random.Random(number)
    names = ("Ariane", "Basile", "Célia", "Dora", "Élise", "Fanny")
    return number, f"{chance.choice(names)} {number % 97}", chance.choice(("VAE", "CFA", "FC"))


ROWS = tuple(map(somebody, range(6000)))


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> RowList[Row]:
    rows: RowList[Row] = RowList(COLUMNS, lambda row: row[0], name="long", placeholder="Search")
    qtbot.addWidget(rows)
    rows.resize(800, 500)
    rows.show()
    qtbot.waitUntil(rows.isVisible)
    with qtbot.waitSignal(rows.shown_changed):
        rows.fill(ROWS, FILTERS)
    rows.view.setFocus()
    return rows


def test_words_typed_are_found_a_moment_later(rows: RowList[Row], qtbot: QtBot) -> None:
    rows.focus_search()
    with qtbot.waitSignal(rows.shown_changed) as told:
        qtbot.keyClicks(rows.search_field, "celia 12")
    found = tuple(row for row in ROWS if {"celia", "12"} <= {*folded(row[1]).split()})
    wider = tuple(r for r in ROWS if "celia" in folded(r[1]) and "12" in f"{r[1]}\n{r[0]}")
    assert set(found) <= set(rows.shown_rows()) == set(wider)
    assert told.args == [len(wider), len(ROWS)]


def test_what_is_asked_last_is_what_is_shown(rows: RowList[Row]) -> None:
    rows.set_filter("vae", is_on=True)
    rows.view.sortByColumn(0, UP)
    rows.model.set_search("dora")
    kept = [row for row in ROWS if row[2] == "VAE" and row[1].startswith("Dora")]
    assert list(rows.shown_rows()) == sorted(kept, key=lambda row: sort_text(row[1]))


@pytest.mark.parametrize("order", [UP, DOWN])
@pytest.mark.parametrize("section", [0, 1, 2])
def test_parts_are_joined_as_one_sort_would(
    rows: RowList[Row], section: int, order: Qt.SortOrder
) -> None:
    rows.view.sortByColumn(0, DOWN)
    rows.view.sortByColumn(section, order)
    first = sorted(ROWS, key=lambda row: sort_text(row[1]), reverse=True)
    keys = (lambda row: sort_text(row[1]), lambda row: sort_text(row[2]), lambda row: row[0])
    before = list(ROWS) if section == 0 else first
    wanted = sorted(before, key=keys[section], reverse=order is DOWN)
    assert list(rows.shown_rows()) == wanted


def test_the_cursor_stays_on_its_row_when_the_order_changes(rows: RowList[Row]) -> None:
    rows.select_key(4000)
    rows.view.sortByColumn(0, UP)
    rows.model.settle()
    assert rows.current_row() == ROWS[4000]
    assert rows.view.currentIndex().row() != 4000


def test_a_row_is_gone_to_though_it_is_hidden_or_not_there_yet(
    rows: RowList[Row], qtbot: QtBot
) -> None:
    hidden = next(row for row in ROWS if row[2] == "FC")
    rows.set_filter("vae", is_on=True)
    rows.model.settle()
    assert rows.select_key(hidden[0])
    assert (rows.current_row(), rows.filters_on()) == (hidden, ())
    newcomer = (9999, "Zoé", "FC")
    rows.set_filter("vae", is_on=True)
    rows.set_rows((*ROWS, newcomer))
    assert rows.select_key(9999)
    assert not rows.select_key(12345)
    qtbot.waitUntil(rows.model.is_settled)
    assert (rows.current_row(), rows.filters_on()) == (newcomer, ())


def test_all_stay_selected_through_a_reload_and_it_is_told_once(
    rows: RowList[Row], qtbot: QtBot
) -> None:
    qtbot.keyClick(rows.view, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert rows.selected_rows() == ROWS
    told: list[int] = []
    rows.selection_changed.connect(lambda: told.append(1))
    left = tuple(row for row in ROWS if row[0] % 3)
    with qtbot.waitSignal(rows.shown_changed):
        rows.set_rows(left)
    assert rows.selected_rows() == left
    assert len(told) <= 2


def test_filters_are_counted_in_the_end(rows: RowList[Row], qtbot: QtBot) -> None:
    count = sum(row[2] == "VAE" for row in ROWS)
    qtbot.waitUntil(
        lambda: [chip.text() for chip in rows.filters.chips.values()] == [f"VAE  {count}"]
    )


def test_folded_texts_are_made_ready_before_somebody_types(
    rows: RowList[Row], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: None not in rows.model._held._folded)


def test_work_in_slices_lets_others_in_and_can_be_finished(qtbot: QtBot) -> None:
    owner = QObject()
    work: SlicedWork[int] = SlicedWork(owner)
    done: list[int] = []

    def endless() -> Generator[None, None, int]:
        while not done:
            yield
        return 1

    def steps() -> Generator[None, None, int]:
        yield
        return 2

    work.start(endless(), done.append)
    assert work.is_running()
    work.start_later(steps(), done.append)
    assert done == []
    work.finish()
    assert (done, work.is_running()) == ([2], False)
    work.start_later(steps(), done.append)
    work.stop()
    work.finish()
    assert done == [2]
    work.start_later(steps(), done.append)
    qtbot.waitUntil(lambda: done == [2, 2])
