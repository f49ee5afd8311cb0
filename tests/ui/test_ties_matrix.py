"""The matrix of ties by mouse and keyboard: found, settled, narrowed, and painted only in view."""

from __future__ import annotations

from collections import UserDict
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from typing_extensions import override

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.services.sessions import SessionDraft, create_session
from jurydesk.services.tie_matrix import MatrixLine, MatrixSubject, TieMatrix
from jurydesk.services.ties import list_ties
from jurydesk.ui.models.columns import folded
from jurydesk.ui.models.row_table_model import ACCESSIBLE, TOOLTIP
from jurydesk.ui.pages.ties.matrix_model import TieMatrixModel
from jurydesk.ui.pages.ties.matrix_table import TieMatrixTable
from jurydesk.ui.pages.ties.page import TiesPage
from jurydesk.wording import Wording
from tests.ui.conftest import rest
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

MANY = 200


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    secretary = Secretary(qtbot, parts)
    secretary.press("Ctrl+L")
    secretary.press("Alt+2")
    return secretary


def page(secretary: Secretary) -> TiesPage:
    found = secretary.parts.window.shell.current_page()
    assert isinstance(found, TiesPage)
    return found


def table(secretary: Secretary) -> TieMatrixTable:
    return page(secretary).matrix.table


def at(secretary: Secretary) -> tuple[str, str, tuple[Tie, ...]]:
    """Who faces whom under the cursor."""
    pair = page(secretary).matrix.place()
    assert pair is not None
    return pair.candidate.full_name, pair.examiner.full_name, pair.ties


def states(desk: Desk) -> dict[int, TieState]:
    return {tie.id: tie.state for tie, _, _ in list_ties(desk)}


def test_arrows_go_from_cell_to_cell_and_ctrl_to_the_next_tie(secretary: Secretary) -> None:
    assert table(secretary).hasFocus()
    names = [line.candidate.full_name for line in page(secretary).matrix.model.matrix.lines]
    assert names == sorted(names, key=folded)
    secretary.press("Down")
    secretary.press("Right")
    assert at(secretary)[0] == names[1]
    secretary.press("Home")
    secretary.press("Ctrl+Up")
    secretary.press("Ctrl+Right")
    candidate, examiner, ties = at(secretary)
    assert ties
    shown = texts(page(secretary).panel)
    assert f"{candidate}\n{examiner}" in shown
    assert ties[0].evidence in shown
    secretary.press("Ctrl+Left")
    assert table(secretary).currentIndex().column() == 0


def test_enter_settles_and_the_cursor_stays(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    secretary.press("Ctrl+Down")
    secretary.press("Ctrl+Right")
    before, (candidate, examiner, ties) = states(desk), at(secretary)
    assert [tie.state for tie in ties] == [TieState.PROPOSED]
    prompter.answers, prompter.texts = ["set_aside"], ["homonyme"]
    secretary.press("Return")
    assert states(desk) == before | {ties[0].id: TieState.SET_ASIDE}
    assert at(secretary)[:2] == (candidate, examiner)
    index = table(secretary).currentIndex()
    assert index.data() == "Set aside"
    assert index.data(TOOLTIP).splitlines()[0] == f"{candidate} – {examiner}"
    assert index.data(TOOLTIP).splitlines()[1].endswith("homonyme")
    secretary.press("Ctrl+Return")
    assert states(desk)[ties[0].id] is TieState.CONFIRMED
    secretary.press("Ctrl+Backspace")
    assert states(desk) == before


def test_several_cells_are_settled_at_once(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    secretary.press("Ctrl+A")
    chosen = {tie.id for tie in page(secretary).chosen()}
    assert len(chosen) > 1
    assert f"Ties selected: {len(page(secretary).chosen())}" in texts(page(secretary).panel)
    before = states(desk)
    prompter.texts = ["relu avec la direction"]
    secretary.press("Del")
    now = states(desk)
    assert {now[number] for number in chosen} == {TieState.SET_ASIDE}
    secretary.press("Ctrl+Z")
    assert states(desk) == before


def test_by_mouse_a_cell_is_chosen_and_settled_in_the_panel(
    secretary: Secretary, desk: Desk
) -> None:
    secretary.click_button("List")
    secretary.click_button("Matrix")
    secretary.press("Ctrl+Down")
    secretary.press("Ctrl+Right")
    ties = at(secretary)[2]
    index = table(secretary).currentIndex()
    secretary.press("Up")
    place = table(secretary).visualRect(index).center()
    secretary.click(table(secretary).viewport(), QPoint(place))
    assert at(secretary)[2] == ties
    secretary.click_button("The tie exists", page(secretary).panel)
    assert states(desk)[ties[0].id] is TieState.CONFIRMED


def test_only_who_is_tied_and_names_narrow_the_matrix(secretary: Secretary) -> None:
    matrix, model = page(secretary).matrix, page(secretary).matrix.model
    whole = (model.rowCount(), model.columnCount())
    secretary.click(matrix.tied_chip)
    narrow = (model.rowCount(), model.columnCount())
    assert 0 < narrow[1] < whole[1]
    secretary.click(matrix.tied_chip)
    secretary.press("Ctrl+F")
    assert matrix.search_field.hasFocus()
    name = model.matrix.examiners[0].full_name
    secretary.write(name.split()[1].lower())
    secretary.press("Return")
    assert all(name.split()[1] in one.full_name for one in model.matrix.examiners)
    matrix.search_field.setText("zzz")
    secretary.press("Return", matrix.search_field)
    assert model.rowCount() == 0
    secretary.click_button("Show all", matrix)
    assert (model.rowCount(), model.columnCount()) == whole


def test_a_session_being_prepared_is_offered_first(qtbot: QtBot, parts: Parts, desk: Desk) -> None:
    draft = SessionDraft("2026-12-A", ("RNCP40642",), (TODAY.replace(month=12),), candidacies=(3,))
    create_session(desk, draft=draft)
    secretary = Secretary(qtbot, parts)
    secretary.press("Ctrl+L")
    secretary.press("Alt+2")
    matrix = page(secretary).matrix
    assert matrix.subject_box.currentText().startswith("Session 2026-12-A")
    assert matrix.model.rowCount() == 1
    secretary.press("Down", matrix.subject_box)
    secretary.rest()
    assert "RNCP" in matrix.subject_box.currentText()


def test_an_empty_office_says_what_is_needed(qtbot: QtBot, empty_parts: Parts) -> None:
    secretary = Secretary(qtbot, empty_parts)
    secretary.press("Ctrl+L")
    secretary.press("Alt+2")
    assert "Nobody faces anybody yet" in texts(page(secretary))
    rest(qtbot, empty_parts)


class Counted(UserDict[tuple[int, int], tuple[Tie, ...]]):
    """Ties that count how often somebody asks."""

    asked = 0

    @override
    def __getitem__(self, key: tuple[int, int]) -> tuple[Tie, ...]:
        self.asked += 1
        return super().__getitem__(key) if key in self.data else ()


def large_matrix() -> tuple[TieMatrix, Counted]:
    path = Candidacy(1, "RNCP40642", AccessRoute.INDIVIDUAL)
    lines = tuple(
        MatrixLine(Candidate(f"Nom{n:03}", ("Ana",), id=n), replace(path, candidate_id=n, id=n))
        for n in range(1, MANY + 1)
    )
    pool = tuple(Examiner(f"Juge{n:03}", "Zoé", id=n) for n in range(1, MANY + 1))
    cells = Counted(
        {(n, n): (Tie(n, n, TieKind.EMPLOYER, evidence="Employeur"),) for n in range(1, MANY + 1)}
    )
    subject = MatrixSubject("RNCP40642", is_session=False, title="", candidates=MANY)
    return TieMatrix(subject, lines, pool, cells), cells


def test_of_forty_thousand_cells_only_those_in_view_are_worked_out(
    qapp: QApplication, qtbot: QtBot
) -> None:
    matrix, cells = large_matrix()
    model = TieMatrixModel(Wording("en"))
    view = TieMatrixTable(model)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    model.show(matrix)
    view.show()
    qtbot.waitExposed(view)
    view.go_to(0, 0)
    qapp.processEvents()
    cells.asked = 0
    view.go_to(MANY // 2, MANY // 2)
    view.viewport().repaint()
    in_view = (view.viewport().width() // view.columnWidth(0) + 2) * (
        view.viewport().height() // view.rowHeight(0) + 2
    )
    assert 0 < cells.asked <= 6 * in_view < MANY * MANY // 10
    assert view.currentIndex().data() == "To be settled"
    assert view.currentIndex().siblingAtColumn(0).data(ACCESSIBLE) == "NOM101 Ana – JUGE001 Zoé"
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == MANY - 1
