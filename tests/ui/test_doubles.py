"""Doubles at the window: found, compared by keys and by mouse, merged, told apart, undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import open_candidate, save_file
from jurydesk.services.duplicates import list_duplicates
from jurydesk.services.notes import write_note
from jurydesk.ui.dialogs.merge_dialog import MergeDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.widgets.choice_row import ChoiceRow
from tests.ui.office import candidate
from tests.ui.secretary import Secretary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.doubles_view import DoublesView

FIRST, SECOND = 3, 25
"""A person, and the same one entered again."""


@pytest.fixture
def desk(desk: Desk) -> Desk:
    person = replace(candidate(FIRST - 1), usage_name="Vidal", email="", notes="appeler")
    path = Candidacy(0, "RNCP6082", AccessRoute.INITIAL_TRAINING)
    stored = save_file(desk, candidate=person, candidacy=path).value
    write_note(desk, candidate_id=stored.candidate_id, text="rappelée")
    assert stored.candidate_id == SECOND
    return desk


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    parts.window.shell.show_page("candidates")
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


def page(secretary: Secretary) -> CandidatesPage:
    return cast("CandidatesPage", secretary.parts.window.shell.current_page())


def doubles(secretary: Secretary) -> DoublesView:
    view = page(secretary).doubles
    assert view is not None
    return view


def person(desk: Desk, number: int) -> Candidate:
    return open_candidate(desk, candidate_id=number).candidate


def focused(dialog: MergeDialog) -> ChoiceRow:
    widget = QApplication.focusWidget()
    assert isinstance(widget, ChoiceRow)
    assert widget in dialog.rows.values()
    return widget


def test_the_list_is_a_key_away_and_enter_compares(secretary: Secretary) -> None:
    secretary.press("Ctrl+D")
    view = doubles(secretary)
    assert [one.key for one in view.list.shown_rows()] == [(FIRST, SECOND)]
    assert view.header.note_label.full_text == "Pairs: 1"
    assert view.list.view.hasFocus()
    secretary.press("Return")
    dialog = secretary.dialog(MergeDialog)
    assert list(dialog.rows) == ["usage_name", "email", "notes"]
    secretary.press("Esc")
    assert view.isVisible()
    secretary.press("Esc")
    assert page(secretary).doubles is None
    assert page(secretary).list.view.hasFocus()


def test_by_keys_alone_fields_are_chosen_and_undo_brings_all_back(
    secretary: Secretary, desk: Desk
) -> None:
    before = (person(desk, FIRST), person(desk, SECOND))
    secretary.press("Ctrl+D")
    secretary.press("Return")
    dialog = secretary.dialog(MergeDialog)
    assert focused(dialog).name == "Name in use"
    secretary.press("Left")
    secretary.press("Down")
    assert focused(dialog).name == "E-mail"
    secretary.press("Right")
    secretary.press("Left")
    assert "1 candidacy" in dialog.follows_label.text()
    assert "1 note" in dialog.follows_label.text()
    secretary.press("Ctrl+Return")
    merged = open_candidate(desk, candidate_id=FIRST)
    assert (merged.candidate.usage_name, merged.candidate.notes) == ("", "appeler")
    assert merged.candidate.email == before[0].email
    assert len(merged.candidacies) == 2
    assert doubles(secretary).list.shown_rows() == ()
    secretary.press("Ctrl+Z")
    assert (person(desk, FIRST), person(desk, SECOND)) == before
    assert len(doubles(secretary).list.shown_rows()) == 1


def test_by_mouse_a_value_is_taken_and_the_toast_undoes(secretary: Secretary, desk: Desk) -> None:
    secretary.click_button("Possible doubles")
    secretary.click_button("Compare…")
    dialog = secretary.dialog(MergeDialog)
    row = dialog.rows["usage_name"]
    assert row.taken == "right"
    secretary.click(row.left, QPoint(12, 12))
    assert row.taken == "left"
    secretary.click(row.right)
    assert (row.taken, row.hasFocus()) == ("right", True)
    secretary.click(dialog.same_button)
    assert dialog.same_button.text().startswith("Hide")
    secretary.click(dialog.merge_button)
    assert person(desk, FIRST).usage_name == "Vidal"
    secretary.click_button("Undo")
    assert person(desk, SECOND).usage_name == "Vidal"


def test_those_told_apart_leave_the_list_until_undone(secretary: Secretary, desk: Desk) -> None:
    secretary.press("Ctrl+D")
    secretary.press("Ctrl+D")
    assert list_duplicates(desk) == ()
    assert doubles(secretary).list.shown_rows() == ()
    secretary.press("Ctrl+Z")
    secretary.press("Return", doubles(secretary).list.view)
    secretary.click(secretary.dialog(MergeDialog).apart_button)
    assert list_duplicates(desk) == ()
    secretary.click_button("Back to the list")
    assert page(secretary).doubles is None


def test_the_file_says_it_and_stays_when_merged(secretary: Secretary, desk: Desk) -> None:
    secretary.parts.window.shell.show_page("candidates", FileKey(SECOND, "identity"))
    secretary.rest()
    view = page(secretary).file
    assert view is not None
    notice = view.doubles
    assert notice.isVisible()
    assert notice.text_label.text().startswith("Perhaps the same person as O’BRIEN")
    secretary.press("Ctrl+D")
    secretary.press("Ctrl+Return")
    assert [one.key for one in open_candidate(desk, candidate_id=SECOND).candidacies] == [3, 25]
    assert page(secretary).file is view
    assert not notice.isVisible()
    assert view.path_box.isVisible()
    secretary.press("Ctrl+Z")
    assert notice.isVisible()


def test_the_file_of_somebody_who_is_gone_closes(secretary: Secretary) -> None:
    secretary.press("Ctrl+D")
    secretary.press("Return")
    secretary.press("Ctrl+Return")
    secretary.press("Ctrl+Z")
    secretary.parts.window.shell.show_page("candidates", FileKey(SECOND, "identity"))
    secretary.rest()
    assert page(secretary).file is not None
    secretary.press("Ctrl+Shift+Z")
    assert page(secretary).file is None


def test_both_are_kept_where_values_add(qtbot: QtBot) -> None:
    row = ChoiceRow("Remarks", ("one", "two"), taken="both", adds=True, nothing="nothing")
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row.left, Qt.MouseButton.LeftButton)
    assert row.taken == "right"
    qtbot.mouseClick(row.right, Qt.MouseButton.LeftButton)
    assert row.taken == "right"
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert (row.taken, row.accessibleName()) == ("both", "Remarks · one · two")
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.taken == "left"
    qtbot.mouseClick(row.right, Qt.MouseButton.LeftButton)
    assert row.taken == "both"


def test_a_merge_that_cannot_be_says_why(secretary: Secretary, desk: Desk) -> None:
    with desk.open_unit() as unit:
        unit.national_numbers.put(FIRST, "sealed")
        unit.national_numbers.put(SECOND, "sealed too")
        unit.audit.record(EventType.NATIONAL_NUMBER_SET, {})
        unit.commit()
    secretary.press("Ctrl+D")
    secretary.press("Return")
    dialog = secretary.dialog(MergeDialog)
    assert dialog.problem_label.text().startswith("Both files hold a national number")
    assert not dialog.merge_button.isEnabled()
    secretary.press("Ctrl+Return")
    assert dialog.isVisible()
