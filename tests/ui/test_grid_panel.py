"""The panel of grids and the dialog of the second entry, by keyboard."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.deliberation import Appearance, Outcome
from jurydesk.domain.grids import Mark
from jurydesk.domain.scales import POINTS
from jurydesk.services import double_entry, grids, scales
from jurydesk.services.freezing import freeze_session
from jurydesk.ui.dialogs.second_entry_dialog import SecondEntryDialog
from jurydesk.ui.pages.deliberation.grids.panel import GridPanel
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, TITLE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.grid_board import GridBoard
    from jurydesk.services.ports import Desk
    from tests.ui.fake_prompter import FakePrompter

COMMON = 4
"""The column after the four members."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("grids"), plan)


def plan(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=2)
    hold(desk)
    freeze_session(desk, code=CODE)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


def heard(desk: Desk) -> int:
    return double_entry.open_double_entry(desk, code=CODE).rows[0].candidacy_id


@pytest.fixture
def panel(secretary: Secretary, desk: Desk, qtbot: QtBot) -> GridPanel:
    """The grids of the first candidate, in a window of their own."""
    secretary.press("Ctrl+6")
    panel = GridPanel(secretary.deliberation().context)
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show_hearing(CODE, heard(desk))
    panel.show()
    secretary.rest()
    panel.table.setFocus()
    return panel


def at(panel: GridPanel, line: int, column: int) -> None:
    panel.table.setCurrentIndex(panel.model.index(line, column))


def stored(desk: Desk) -> GridBoard:
    return grids.open_grids(desk, code=CODE, candidacy_id=heard(desk))


def shown(panel: GridPanel, line: int, column: int) -> str:
    return str(panel.model.index(line, column).data())


def first(panel: GridPanel, *, is_open: bool = True) -> int:
    columns = panel.model.columns()
    return next(number for number, one in enumerate(columns) if one.is_open is is_open)


def test_one_key_marks_and_goes_on_to_the_next_line(
    secretary: Secretary, panel: GridPanel, desk: Desk
) -> None:
    column = first(panel)
    at(panel, 0, column)
    secretary.press("A", panel.table)
    assert shown(panel, 0, column) == "A"
    assert panel.table.currentIndex().row() == min(1, panel.model.rowCount() - 1)
    at(panel, 0, column)
    secretary.press("3", panel.table)
    assert shown(panel, 0, column) == "N"
    at(panel, 0, column)
    secretary.press("Delete", panel.table)
    assert stored(desk).members[column].grid.is_blank


def test_a_column_that_may_not_be_marked_says_why(
    secretary: Secretary, panel: GridPanel, desk: Desk
) -> None:
    at(panel, 0, first(panel, is_open=False))
    secretary.press("A", panel.table)
    assert "sits without a vote" in panel.problem_label.text()
    assert panel.problem_label.isVisible()
    assert panel.note_edit.isReadOnly()
    assert all(one.grid.is_blank for one in stored(desk).members)


def test_agreements_are_taken_over_and_proposed(
    secretary: Secretary, panel: GridPanel, qtbot: QtBot
) -> None:
    lines = range(panel.model.rowCount())
    for column in (n for n, one in enumerate(panel.model.columns()[:-1]) if one.is_open):
        for line in lines:
            at(panel, line, column)
            secretary.press("A", panel.table)
    assert not panel.proposals.buttons[0].isEnabled()
    secretary.press("Alt+C", panel.table)
    assert {shown(panel, line, COMMON) for line in lines} == {"A"}
    with qtbot.waitSignal(panel.proposal_chosen) as chosen:
        secretary.click(panel.proposals.buttons[0])
    assert chosen.args is not None
    assert chosen.args[1] is Outcome.ACQUIRED


def test_members_who_differ_are_shown_until_the_jury_has_settled(
    secretary: Secretary, panel: GridPanel
) -> None:
    columns = [n for n, one in enumerate(panel.model.columns()[:-1]) if one.is_open]
    for column, key in zip(columns, "AN", strict=False):
        at(panel, 0, column)
        secretary.press(key, panel.table)
    down = Qt.Orientation.Vertical
    assert "●" in str(panel.model.headerData(0, down))
    at(panel, 0, COMMON)
    secretary.press("E", panel.table)
    assert "●" not in str(panel.model.headerData(0, down))


def test_a_note_and_a_remark_are_saved_on_leaving_the_field(
    secretary: Secretary, panel: GridPanel, desk: Desk
) -> None:
    column = first(panel)
    at(panel, 0, column)
    secretary.press("Alt+N", panel.table)
    secretary.write("a revoir", panel.note_edit)
    secretary.press("Alt+G", panel.note_edit)
    panel.remark_edit.setFocus()
    secretary.write("Solide", panel.remark_edit)
    panel.table.setFocus()
    secretary.rest()
    grid = stored(desk).members[column].grid
    assert ([mark.note for mark in grid.marks], grid.remark) == (["a revoir"], "Solide")


def test_points_are_typed_and_written_by_enter(
    secretary: Secretary, panel: GridPanel, desk: Desk
) -> None:
    scales.save_scale(desk, certification=TITLE, scale=POINTS)
    panel.show_hearing(CODE, heard(desk))
    secretary.rest()
    at(panel, 0, COMMON)
    for key in ("1", "2", ",", "5"):
        secretary.press(key, panel.table)
    assert "12,5" in panel.problem_label.text()
    secretary.press("Return", panel.table)
    (mark,) = stored(desk).common.grid.marks
    assert mark == Mark(mark.item, points=Decimal("12.5"))
    at(panel, 0, COMMON)
    for key in ("2", "1", "Return"):
        secretary.press(key, panel.table)
    assert "0–20" in panel.problem_label.text()


class TestSecondEntry:
    @pytest.fixture
    def dialog(self, secretary: Secretary, desk: Desk, qtbot: QtBot) -> SecondEntryDialog:
        entry = double_entry.open_double_entry(desk, code=CODE)
        secretary.press("Ctrl+6")
        dialog = SecondEntryDialog(secretary.deliberation().context.wording, entry)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    def test_a_name_is_needed(self, dialog: SecondEntryDialog, secretary: Secretary) -> None:
        secretary.click(dialog.save_button)
        assert "name of the person" in dialog.problem_label.text()

    def test_what_is_typed_is_handed_over_and_compared(
        self, dialog: SecondEntryDialog, secretary: Secretary, desk: Desk, qtbot: QtBot
    ) -> None:
        row, other = dialog.entry.rows
        secretary.write("Noa", dialog.by_edit)
        for block in row.blocks:
            dialog.outcomes[row.candidacy_id, block].set_value(Outcome.ACQUIRED)
        with qtbot.waitSignal(dialog.submitted) as typed:
            secretary.click(dialog.save_button)
        assert typed.args is not None
        records, by, first_by = typed.args
        assert [(one.candidacy_id, one.appearance) for one in records] == [
            (row.candidacy_id, Appearance.PRESENT)
        ]
        entry = double_entry.record_second(
            desk, code=CODE, records=records, by=by, first_by=first_by
        ).value
        dialog.show_entry(entry)
        assert dialog.state_labels[row.candidacy_id].text().startswith("Different")
        assert dialog.state_labels[other.candidacy_id].text() == "Not typed a second time yet"
