"""The window around the pages: keys, search, narrow windows, language, undo, failures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jurydesk.domain.changes import Kind
from jurydesk.errors import EnvironmentFailure
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.clock import clock_on
from jurydesk.services.examiners import list_examiners
from jurydesk.services.home import home
from jurydesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from jurydesk.ui.operations.search import search_everything
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.home import HomePage
from jurydesk.ui.pages.registry import page_entries, page_keys
from tests.screens.roster import write_roster
from tests.ui.conftest import opened, rest
from tests.ui.office import TODAY
from tests.ui.test_pages import go, press, texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_every_page_opens_by_its_number(parts: Parts, qtbot: QtBot) -> None:
    keys = page_keys()
    assert list(keys) == [entry.name for entry in page_entries()]
    for name, key in keys.items():
        QTest.keySequence(parts.window, QKeySequence(key))
        rest(qtbot, parts)
        assert parts.window.shell.current_name() == name
    assert len(set(keys.values())) == len(keys) >= 5
    numbered = [key for key in keys.values() if key[-1].isdigit()]
    assert numbered == [f"Ctrl+{at}" for at in range(1, len(numbered) + 1)]


def test_an_unknown_page_is_no_page(parts: Parts) -> None:
    parts.window.shell.show_page("nowhere")
    assert parts.window.shell.current_name() == "home"


def test_a_candidate_is_found_from_anywhere(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    wanted = list_candidacies(desk)[7]
    qtbot.keyClick(parts.window, Key.Key_K, CONTROL)
    search = parts.window.shell.search
    assert search.field.hasFocus()
    search.field.setText(wanted.candidate.full_name)
    qtbot.keyClick(search.field, Key.Key_Return)
    qtbot.waitUntil(search.popup.isVisible, timeout=5_000)
    qtbot.keyClick(search.field, Key.Key_Return)
    rest(qtbot, parts)
    page = parts.window.shell.current_page()
    assert isinstance(page, CandidatesPage)
    row = page.list.current_row()
    assert row is not None
    assert row.candidate.full_name == wanted.candidate.full_name


def test_search_finds_people_and_nobody(desk: Desk) -> None:
    hits = search_everything(desk, query="legrand")
    assert {hit.page for hit in hits} == {"candidates", "examiners"}
    assert search_everything(desk, query="zzz") == ()


def test_find_and_reload_keys_reach_the_page(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(parts.window, Key.Key_F, CONTROL)
    assert page.list.search_field.hasFocus()
    with qtbot.waitSignal(parts.runner.started):
        qtbot.keyClick(parts.window, Key.Key_F5)
    rest(qtbot, parts)


def test_the_panel_is_reached_by_a_key_and_left_again(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(parts.window, Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.panel.isAncestorOf(focused)
    qtbot.keyClick(parts.window, Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)


def test_the_sheet_of_keys_opens_by_its_key(parts: Parts, qtbot: QtBot) -> None:
    qtbot.keyClick(parts.window, Key.Key_Slash, CONTROL)
    qtbot.waitUntil(lambda: parts.window.findChild(ShortcutsDialog) is not None)
    dialog = parts.window.findChild(ShortcutsDialog)
    assert dialog is not None
    dialog.accept()


def test_the_rail_collapses_and_the_panel_steps_back(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    shell = parts.window.shell
    wide = shell.rail.width()
    assert shell.inspector_host.isVisible()
    parts.window.resize(900, 700)
    QApplication.processEvents()
    assert shell.rail.width() < wide / 2
    assert not shell.inspector_host.isVisible()
    qtbot.keyClick(page.list.view, Key.Key_F6)
    assert shell.inspector_host.isVisible()
    assert not page.isVisible()
    qtbot.keyClick(shell, Key.Key_Escape)
    assert page.isVisible()
    assert not shell.inspector_host.isVisible()


def test_another_language_builds_the_shell_anew(parts: Parts, qtbot: QtBot) -> None:
    go(parts, qtbot, "examiners", ExaminersPage)
    before = parts.window.shell
    parts.preferences.choose_language("fr")
    rest(qtbot, parts)
    after = parts.window.shell
    assert after is not before
    assert after.current_name() == "examiners"
    assert after.rail.button("home").text() == "Accueil"
    parts.preferences.choose_language("en")
    rest(qtbot, parts)
    assert parts.window.shell.rail.button("home").text() == "Home"


def test_the_window_keeps_its_size(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    from jurydesk.ui.application import Parts as NewParts

    # Smaller than the display of tests
    parts.window.resize(760, 500)
    parts.window.close()
    again = NewParts(QApplication.instance(), desk, "en", parts.prompter)
    qtbot.addWidget(again.window)
    assert (again.window.width(), again.window.height()) == (760, 500)
    again.close()


def test_undo_names_what_it_takes_back(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(parts, qtbot, "examiners", ExaminersPage)
    button = parts.window.shell.undo_button
    assert not button.isEnabled()
    qtbot.keyClick(page.list.view, Key.Key_Delete)
    rest(qtbot, parts)
    assert button.isEnabled()
    assert parts.operations.undo_label() in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rest(qtbot, parts)
    assert len(list_examiners(desk)) == 12
    assert not button.isEnabled()
    assert parts.operations.redo_label() != ""


def test_nothing_to_undo_is_no_failure(parts: Parts) -> None:
    parts.operations.undo()
    parts.operations.redo()
    assert (parts.operations.undo_label(), parts.runner.running()) == ("", ())


def test_a_page_that_is_not_shown_reloads_when_it_is(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    go(parts, qtbot, "examiners", ExaminersPage)
    parts.bus.publish({Kind.CANDIDATE})
    assert page._is_stale
    go(parts, qtbot, "candidates", CandidatesPage)
    assert not page._is_stale


def test_a_page_does_not_hear_its_own_echo(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    with qtbot.assertNotEmitted(parts.runner.started):
        page._on_changed(frozenset({Kind.CANDIDATE}), page)
        page._on_changed(frozenset({Kind.SETTING}), None)


def test_saving_is_told_in_the_status_bar(parts: Parts, qtbot: QtBot) -> None:
    parts.bus.publish({Kind.CANDIDATE})
    rest(qtbot, parts)
    assert parts.window.shell.status_bar.saved_label.text().startswith("Saved at ")


def test_the_status_bar_counts_what_home_shows(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    button = parts.window.shell.status_bar.urgent_button
    urgent = home(desk).urgent
    assert button.text() == f"Needs you now: {len(urgent)}"
    go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    rest(qtbot, parts)
    page = parts.window.shell.current_page()
    assert isinstance(page, HomePage)
    page.show_all()
    assert "Needs you now" in texts(page)
    assert len(page.task_rows) >= len(urgent) > 0


def test_the_copy_of_the_day_is_told_in_the_status_bar(parts: Parts, qtbot: QtBot) -> None:
    label = parts.window.shell.status_bar.backup_label
    assert label.text() == "Backup at 12:00"
    parts.preferences.choose_language("fr")
    rest(qtbot, parts)
    label = parts.window.shell.status_bar.backup_label
    assert label.text() == "Sauvegarde à 12\u00a0h"


def test_an_older_copy_is_told_by_its_day(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> None:
    tomorrow = clock_on(TODAY + timedelta(days=1))
    for parts in opened(qapp, qtbot, replace(desk, clock=tomorrow), prompter):
        label = parts.window.shell.status_bar.backup_label
        assert label.text() == f"Backup of {TODAY:%d/%m/%Y}"


def test_no_copy_is_no_word(empty_parts: Parts) -> None:
    assert empty_parts.window.shell.status_bar.backup_label.text() == ""


def test_a_failure_reaches_the_one_presenter(
    parts: Parts, qtbot: QtBot, prompter: FakePrompter
) -> None:
    def fail() -> None:
        raise EnvironmentFailure("FILE-01", {"file": "suivi.xlsx"})

    parts.runner.submit(fail)
    qtbot.waitUntil(lambda: prompter.asked != [])
    assert "suivi.xlsx" in prompter.asked[0].text


def test_the_window_closes_while_work_runs(parts: Parts, qtbot: QtBot) -> None:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.refresh()
    parts.window.close()
    assert parts.runner.running() == ()


# Import


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "suivi.xlsx"
    write_roster(path)
    return path


def test_a_roster_is_seen_before_it_is_written(
    empty_parts: Parts, qtbot: QtBot, empty_desk: Desk, roster: Path, prompter: FakePrompter
) -> None:
    parts = empty_parts
    page = go(parts, qtbot, "candidates", CandidatesPage)
    prompter.paths = [roster]
    page.choose_file()
    view = page.importing
    assert view is not None
    rest(qtbot, parts)
    assert view.preview is not None
    assert list_candidacies(empty_desk) == ()
    assert "Nothing is written yet" in view.note_label.text()
    assert view.list.select_key(("Suivi", 6))
    assert any("31/02/1990" in text for text in texts(view.panel))
    view.list.set_filter("REJECTED", is_on=True)
    assert [line.row.row for line in view.list.shown_rows()] == [6]
    view.apply()
    # A second press, as of a double click, imports nothing twice and refuses nothing
    view.apply()
    rest(qtbot, parts)
    assert prompter.asked == []
    said = texts(parts.window.shell.toasts)
    assert "Rows imported: 6 · rejected: 1" in said
    assert page.importing is None
    assert len(list_candidacies(empty_desk)) == 6
    parts.operations.undo()
    rest(qtbot, parts)
    assert list_candidacies(empty_desk) == ()


def test_an_import_that_changes_nothing_says_so(
    empty_parts: Parts, qtbot: QtBot, roster: Path
) -> None:
    parts = empty_parts
    page = go(parts, qtbot, "candidates", CandidatesPage)
    for _ in range(2):
        page.import_file(roster)
        rest(qtbot, parts)
        view = page.importing
        assert view is not None
        if view.preview is not None and view.preview.changes_nothing:
            break
        view.apply()
        rest(qtbot, parts)
    assert view is not None
    assert view.preview is not None
    assert view.preview.changes_nothing
    primary = view.header._primary
    assert primary is not None
    assert (primary.isEnabled(), primary.toolTip()) == (
        False,
        "Decide the rows that ask first.",
    )
    qtbot.keyClick(view, Key.Key_Escape)
    assert page.importing is None


def test_rejected_rows_are_written_to_a_workbook(
    empty_parts: Parts, qtbot: QtBot, roster: Path, prompter: FakePrompter, tmp_path: Path
) -> None:
    page = go(empty_parts, qtbot, "candidates", CandidatesPage)
    page.import_file(roster)
    rest(qtbot, empty_parts)
    assert page.importing is not None
    prompter.paths = [tmp_path / "rejets.xlsx"]
    press(page.importing.header, "Rejected rows", qtbot)
    rest(qtbot, empty_parts)
    assert (tmp_path / "rejets.xlsx").is_file()


def test_a_file_that_is_no_workbook_leads_back_to_the_list(
    empty_parts: Parts, qtbot: QtBot, tmp_path: Path, prompter: FakePrompter
) -> None:
    page = go(empty_parts, qtbot, "candidates", CandidatesPage)
    broken = tmp_path / "x.xlsx"
    broken.write_bytes(b"not a workbook")
    page.import_file(broken)
    rest(qtbot, empty_parts)
    qtbot.waitUntil(lambda: page.importing is None)
    assert len(prompter.asked) == 1


def test_lists_are_exported(
    parts: Parts, qtbot: QtBot, prompter: FakePrompter, tmp_path: Path
) -> None:
    prompter.paths = [tmp_path / "candidats.xlsx", tmp_path / "vivier.xlsx"]
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.list.export_button.click()
    rest(qtbot, parts)
    pool = go(parts, qtbot, "examiners", ExaminersPage)
    pool.list.export_button.click()
    rest(qtbot, parts)
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == [
        "candidats.xlsx",
        "vivier.xlsx",
    ]
