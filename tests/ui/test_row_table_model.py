"""Rows in a table: shown, searched, filtered, sorted; and the rules of Qt's own tester."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester

from jurydesk.ui.models.columns import Column, folded, nothing_last
from jurydesk.ui.models.row_table_model import ICON_NAME, TONE, RowTableModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.theme.theme import Theme

Role = Qt.ItemDataRole
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class Person:
    """One row."""

    number: int
    name: str
    town: str = "Paris"
    born: date | None = None


PEOPLE = (
    Person(1, "Étienne", "Lyon", date(1990, 5, 4)),
    Person(2, "Durand", "Paris"),
    Person(3, "eberhardt", "Nice", date(1980, 1, 1)),
    Person(4, "Zoé", "Lyon", date(2001, 2, 3)),
)
COLUMNS = (
    Column[Person](
        "name",
        "Name",
        lambda row: row.name,
        icon=lambda row: "warning" if row.born is None else "",
        tone=lambda row: "danger" if row.born is None else "plain",
    ),
    Column[Person]("town", "Town", lambda row: row.town, tooltip=lambda row: f"in {row.town}"),
    Column[Person](
        "born",
        "Born",
        lambda row: row.born.strftime("%d/%m/%Y") if row.born else "",
        lambda row: nothing_last(row.born),
        side="right",
        is_searched=False,
    ),
    Column[Person]("state", "State", lambda row: "ready", icon=lambda row: "check", is_chip=True),
)


@pytest.fixture
def model(theme: Theme) -> RowTableModel[Person]:
    model = RowTableModel(COLUMNS, lambda row: row.number)
    # Reports through Qt's log, which fails the test
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_rows(PEOPLE)
    return model


def numbers(model: RowTableModel[Person]) -> list[int]:
    return [row.number for row in model.rows()]


def test_rows_come_in_the_order_given(model: RowTableModel[Person]) -> None:
    assert (model.rowCount(), model.columnCount()) == (4, 4)
    assert numbers(model) == [1, 2, 3, 4]
    assert model.texts_at(0) == ("Étienne", "Lyon", "04/05/1990", "ready")


def test_a_cell_has_no_children(model: RowTableModel[Person]) -> None:
    cell = model.index(0, 0)
    assert (model.rowCount(cell), model.columnCount(cell)) == (0, 0)
    assert model.data(QModelIndex()) is None


def test_titles_stand_over_the_columns(model: RowTableModel[Person]) -> None:
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(5)]
    assert titles == ["Name", "Town", "Born", "State", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_sides_are_those_of_the_columns(model: RowTableModel[Person]) -> None:
    role = int(Role.TextAlignmentRole)
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    assert model.index(0, 2).data(role) == right
    assert model.headerData(2, Qt.Orientation.Horizontal, role) == right
    assert model.headerData(2, Qt.Orientation.Horizontal, int(Role.ToolTipRole)) is None


def test_tone_icon_and_tooltip_are_told(model: RowTableModel[Person], theme: Theme) -> None:
    durand, etienne = model.index(1, 0), model.index(0, 0)
    assert durand.data(int(Role.ForegroundRole)) == QColor(theme.tokens.danger)
    assert etienne.data(int(Role.ForegroundRole)) is None
    assert not durand.data(int(Role.DecorationRole)).isNull()
    assert etienne.data(int(Role.DecorationRole)) is None
    assert model.index(0, 1).data(int(Role.ToolTipRole)) == "in Lyon"
    assert etienne.data(int(Role.ToolTipRole)) == "Étienne"
    assert etienne.data(int(Role.AccessibleTextRole)) == "Étienne"


def test_a_chip_is_painted_elsewhere(model: RowTableModel[Person]) -> None:
    chip = model.index(0, 3)
    assert chip.data(int(Role.DecorationRole)) is None
    assert (chip.data(ICON_NAME), chip.data(TONE)) == ("check", None)
    assert model.index(1, 0).data(TONE) == "danger"


@pytest.mark.parametrize(
    ("text", "found"),
    [("etienne", [1]), ("LYON", [1, 4]), ("lyon zoe", [4]), ("1990", []), ("  ", [1, 2, 3, 4])],
)
def test_search_ignores_case_and_accents_and_wants_every_word(
    model: RowTableModel[Person], text: str, found: list[int]
) -> None:
    model.set_search(text)
    assert numbers(model) == found


def test_filters_narrow_and_are_lifted(model: RowTableModel[Person]) -> None:
    model.set_filters([lambda row: row.town == "Lyon", lambda row: row.number > 1])
    assert numbers(model) == [4]
    model.set_filters([])
    assert numbers(model) == [1, 2, 3, 4]
    assert model.all_rows() == PEOPLE


def test_sorting_by_text_ignores_accents(model: RowTableModel[Person]) -> None:
    model.sort(0)
    assert numbers(model) == [2, 3, 1, 4]
    model.sort(0, DOWN)
    assert numbers(model) == [4, 1, 3, 2]


def test_sorting_by_key_puts_nothing_last(model: RowTableModel[Person]) -> None:
    model.sort(2)
    assert numbers(model) == [3, 1, 4, 2]


def test_the_column_chosen_before_orders_equals(model: RowTableModel[Person]) -> None:
    model.sort(2)
    model.sort(1)
    assert numbers(model) == [1, 4, 3, 2]
    model.sort(2, DOWN)
    model.sort(1)
    assert numbers(model) == [4, 1, 3, 2]


def test_sorting_by_nothing_is_the_order_given(model: RowTableModel[Person]) -> None:
    model.sort(0, DOWN)
    model.sort(-1)
    assert numbers(model) == [1, 2, 3, 4]


def test_search_and_order_hold_for_new_rows(model: RowTableModel[Person]) -> None:
    model.sort(0)
    model.set_search("lyon")
    model.set_rows((*PEOPLE, Person(5, "Abel", "Lyon")))
    assert numbers(model) == [5, 1, 4]


def test_rows_are_found_by_key(model: RowTableModel[Person]) -> None:
    model.set_search("lyon")
    assert (model.position_of(4), model.position_of(2), model.position_of("x")) == (1, -1, -1)
    assert model.row_at(1) == PEOPLE[3]
    assert (model.row_at(2), model.row_at(-1)) == (None, None)
    assert model.key_of(PEOPLE[0]) == 1


def test_folded_is_what_people_search_by() -> None:
    assert folded("ÉLÉONORE Nguyễn") == "eleonore nguyen"


def test_a_repaint_of_a_screen_of_cells_is_quick(model: RowTableModel[Person]) -> None:
    from time import perf_counter

    model.set_rows([Person(number, f"Name {number}") for number in range(300)])
    begin = perf_counter()
    for row in range(26):
        for column in range(4):
            for role in range(14):
                model.data(model.index(row, column), role)
    assert perf_counter() - begin < 0.05


def test_what_orders_a_row_is_made_once(qtbot: QtBot) -> None:
    asked: list[str] = []

    def key(row: Person) -> str:
        asked.append(row.name)
        return row.name.casefold()

    columns = (Column[Person]("name", "Name", lambda row: row.name, key),)
    model = RowTableModel(columns, lambda row: row.number)
    model.set_rows(PEOPLE)
    for order in (UP, DOWN):
        model.sort(0, order)
    model.set_search("e")
    assert len(asked) == len(PEOPLE)
    assert [row.name for row in model.rows()] == ["Étienne", "Zoé", "eberhardt"]
    model.set_rows(PEOPLE[:2])
    assert len(asked) == len(PEOPLE) + 2
