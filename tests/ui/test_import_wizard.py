"""Importing a roster at the window, by mouse and keyboard: seen, corrected, decided, taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from jurydesk.services.candidates import list_candidacies
from jurydesk.services.imports import Fate, ImportPreview
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.import_wizard.view import ImportView
from tests.services.rosters import candidates_file, trained
from tests.ui.changed_copy import OWN, SAMPLES, Changes, write_copy
from tests.ui.secretary import Secretary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

NAMES = "Nadal Morvan Perrot Quéré Rossi Sorel Tardy Ubald Vidal Weber".split()
LEFT = Qt.MouseButton.LeftButton
TECHNICAL = {"audit_event", "audit_head", "setting", "sqlite_sequence"}
"""The trail only ever grows, and what was said of columns is kept; neither is content."""


@pytest.fixture
def secretary(empty_parts: Parts, qtbot: QtBot) -> Secretary:
    at_work = Secretary(qtbot, empty_parts)
    empty_parts.window.shell.show_page("candidates")
    at_work.rest()
    return at_work


def own_roster(folder: Path) -> Path:
    """Ten persons of one promotion."""
    return candidates_file(folder / "promos.xlsx", *(trained(name) for name in NAMES))


def page(secretary: Secretary) -> CandidatesPage:
    return cast("CandidatesPage", secretary.parts.window.shell.pages["candidates"])


def opened(secretary: Secretary, prompter: FakePrompter, path: Path) -> ImportView:
    """Choose a file by Ctrl+I and see it."""
    prompter.paths = [path]
    secretary.press("Ctrl+I")
    view = page(secretary).importing
    assert view is not None
    return view


def preview_of(view: ImportView) -> ImportPreview:
    assert view.preview is not None
    return view.preview


def dump(path: Path) -> list[tuple[object, ...]]:
    """Everything stored but the trail, without the counters that every write raises."""
    found: list[tuple[object, ...]] = []
    with sqlite3.connect(path) as workspace:
        tables = workspace.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in sorted(tables):
            if table in TECHNICAL:
                continue
            columns = [row[1] for row in workspace.execute(f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{name}"' for name in columns if name != "version")
            rows = workspace.execute(f'SELECT {kept} FROM "{table}"').fetchall()
            found += [(table, *row) for row in sorted(rows, key=repr)]
    workspace.close()
    return found


def shown_changes(view: ImportView) -> set[tuple[str, int, str]]:
    """The cells that the lists show as changing something."""
    found = set()
    headings = {
        sheet.sheet: {use.position: use.heading for use in sheet.columns}
        for sheet in preview_of(view).sheets
    }
    for shown in view.rows.lists:
        for line in shown.model.all_rows():
            if line.row.fate is Fate.CHANGED:
                names = headings[line.sheet]
                found |= {(line.sheet, line.row.row, names[at]) for at in line.changed}
    return found


@pytest.mark.parametrize("which", ["own", "samples"])
def test_a_changed_copy_shows_its_changes_alone_and_can_be_taken_back(
    secretary: Secretary,
    prompter: FakePrompter,
    tmp_path: Path,
    which: str,
    request: pytest.FixtureRequest,
) -> None:
    changes: Changes = OWN
    roster = own_roster(tmp_path) if which == "own" else None
    if roster is None:
        changes = SAMPLES
        shared = cast("Path", request.getfixturevalue("shared_folder"))
        roster = shared / "samples" / "suivi-candidats-2026.xlsx"
    take_over_step_by_step(secretary, prompter, roster)
    second = tmp_path / "second.xlsx"
    write_copy(roster, second, changes)
    before = dump(tmp_path / "bureau.jurydesk")
    view = opened(secretary, prompter, second)
    preview = preview_of(view)
    assert shown_changes(view) == set(changes.cells)
    assert preview.count(Fate.NEW) == 2
    assert preview.count(Fate.DOUBTFUL) == 0
    assert preview.count(Fate.MISSING) == 1
    changed_rows = {(sheet, row) for sheet, row, _ in changes.cells}
    assert preview.count(Fate.CHANGED) == len(changed_rows)
    secretary.press("Ctrl+Return")
    assert page(secretary).importing is None
    assert dump(tmp_path / "bureau.jurydesk") != before
    secretary.press("Ctrl+Z")
    assert dump(tmp_path / "bureau.jurydesk") == before


def take_over_step_by_step(secretary: Secretary, prompter: FakePrompter, roster: Path) -> None:
    """Look at the sheets and the columns by mouse, go on by key, import."""
    view = opened(secretary, prompter, roster)
    secretary.click_button("1 · Sheets")
    assert view.sheets.isVisible()
    secretary.press("Ctrl+Return")
    assert view.columns.isVisible()
    secretary.press("Ctrl+Return")
    assert view.rows.isVisible()
    assert preview_of(view).count(Fate.NEW) > 0
    secretary.press("Ctrl+Return")
    assert page(secretary).importing is None
    again = opened(secretary, prompter, roster)
    assert preview_of(again).changes_nothing
    secretary.press("Escape")


def test_a_wrong_cell_is_corrected_where_it_stands(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path, empty_desk: Desk
) -> None:
    bad = trained("Nadal", Date_de_naissance="31/02/1990")
    view = opened(secretary, prompter, candidates_file(tmp_path / "a.xlsx", bad))
    (line,) = view.list.model.all_rows()
    assert line.row.fate is Fate.REJECTED
    assert not secretary.button("Import (0)").isEnabled()
    # Enter leads to the cell that is wrong, ready to be typed into
    secretary.press("Return")
    type_into_cell(secretary, "28/02/1990")
    (line,) = view.list.model.all_rows()
    assert (line.row.fate, line.row.cells) == (Fate.NEW, ())
    secretary.press("Ctrl+Z")
    assert view.list.model.all_rows()[0].row.fate is Fate.REJECTED
    secretary.press("Return")
    type_into_cell(secretary, "1/3/1990")
    secretary.press("Ctrl+Return")
    (row,) = list_candidacies(empty_desk)
    assert str(row.candidate.birth_date) == "1990-03-01"


def type_into_cell(secretary: Secretary, text: str) -> None:
    """Type over what the editor of a cell holds, and end with Enter."""
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    secretary.rest()


def test_a_column_given_by_hand_is_remembered_for_the_layout(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path, empty_desk: Desk
) -> None:
    path = candidates_file(tmp_path / "a.xlsx", trained("Nadal", Entreprise_de_stage="Galop"))
    view = opened(secretary, prompter, path)
    secretary.click_button("2 · Columns")
    box = view.columns.box("Entreprise de stage")
    box.setFocus()
    QApplication.processEvents()
    names = [box.itemText(at) for at in range(box.count())]
    # By key, as anybody does who knows how the field is called
    secretary.press("Home")
    for _ in range(names.index("Current employer")):
        secretary.press("Down")
    assert view.columns.box("Entreprise de stage").currentText() == "Current employer"
    secretary.press("Ctrl+Return")
    secretary.press("Ctrl+Return")
    (row,) = list_candidacies(empty_desk)
    assert (row.candidate.employer, row.candidacy.training.placement) == ("Galop", "")
    other = candidates_file(tmp_path / "b.xlsx", trained("Morvan", Entreprise_de_stage="Studio"))
    again = opened(secretary, prompter, other)
    (sheet,) = preview_of(again).sheets
    uses = {use.heading: (use.field, str(use.found)) for use in sheet.columns}
    assert uses["Entreprise de stage"] == ("employer", "REMEMBERED")


def test_headings_that_are_not_found_are_pointed_at(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    from jurydesk.exchange.plain_workbook import PlainSheet, write_plain

    path = tmp_path / "étrange.xlsx"
    rows = (("Liste 2026",), ("Qui", "Petit nom", "Vers quoi"), ("Nadal", "Hugo", "RNCP40642"))
    write_plain(path, (PlainSheet("Feuil1", rows),))
    view = opened(secretary, prompter, path)
    assert view.sheets.isVisible()
    table = view.sheets.rows
    at = table.visualItemRect(table.item(1, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(at))
    secretary.rest()
    secretary.press("Ctrl+Return")
    for heading, name in (("Qui", "Birth name"), ("Petit nom", "First names")):
        box = view.columns.box(heading)
        box.setCurrentText(name)
        box.activated.emit(box.currentIndex())
        secretary.rest()
    (sheet,) = preview_of(view).sheets
    assert {use.heading: use.field for use in sheet.columns} == {
        "Qui": "birth_name",
        "Petit nom": "first_names",
        "Vers quoi": "certification",
    }


def test_a_row_may_be_left_out_and_taken_in_again(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    view = opened(secretary, prompter, own_roster(tmp_path))
    secretary.press("Alt+X")
    assert preview_of(view).count(Fate.IGNORED) == 1
    secretary.click_button("Decide again")
    assert preview_of(view).count(Fate.NEW) == len(NAMES)


def test_what_was_decided_is_there_again_for_the_same_file(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path
) -> None:
    roster = own_roster(tmp_path)
    opened(secretary, prompter, roster)
    secretary.press("Alt+X")
    secretary.press("Escape")
    again = opened(secretary, prompter, roster)
    assert preview_of(again).count(Fate.IGNORED) == 1
    secretary.press("Ctrl+Z")
    assert preview_of(again).count(Fate.NEW) == len(NAMES)
    secretary.press("Alt+X")
    secretary.press("Escape")
    candidates_file(roster, *(trained(name) for name in NAMES[:2]))
    other = opened(secretary, prompter, roster)
    assert preview_of(other).count(Fate.NEW) == len(NAMES[:2])


def test_somebody_missing_may_be_removed(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path, empty_desk: Desk
) -> None:
    roster = own_roster(tmp_path)
    opened(secretary, prompter, roster)
    secretary.press("Ctrl+Return")
    shorter = candidates_file(tmp_path / "b.xlsx", *(trained(name) for name in NAMES[1:]))
    view = opened(secretary, prompter, shorter)
    assert view.rows.tabs.tabText(1) == "No more in the file (1)"
    secretary.click(view.rows.tabs, view.rows.tabs.tabRect(1).center())
    secretary.press("Alt+R")
    secretary.click_button("Import (1)")
    assert [row.candidate.birth_name for row in list_candidacies(empty_desk)] == sorted(NAMES[1:])
    secretary.press("Ctrl+Z")
    assert len(list_candidacies(empty_desk)) == len(NAMES)


def test_a_doubtful_row_is_decided_by_key(
    secretary: Secretary, prompter: FakePrompter, tmp_path: Path, empty_desk: Desk
) -> None:
    opened(secretary, prompter, candidates_file(tmp_path / "a.xlsx", trained("Chevalier")))
    secretary.press("Ctrl+Return")
    slip = candidates_file(tmp_path / "b.xlsx", trained("Chevallier"), trained("Zola", "Emma"))
    view = opened(secretary, prompter, slip)
    assert "To be decided, else not taken over: 1." in view.note_label.text()
    secretary.click_button("To be decided  1")
    secretary.press("Alt+S", view.list.view)
    assert (preview_of(view).count(Fate.DOUBTFUL), preview_of(view).count(Fate.CHANGED)) == (0, 1)
    secretary.press("Ctrl+Return")
    names = [row.candidate.birth_name for row in list_candidacies(empty_desk)]
    assert names == ["Chevallier", "Zola"]
