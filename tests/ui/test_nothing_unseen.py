"""Keys and clicks reach what is in view, never somebody behind it; nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jurydesk.domain.steps import StepKind
from jurydesk.services.candidates import list_candidacies, save_candidacy, save_file
from jurydesk.services.journeys import take_step
from jurydesk.services.notes import write_note
from jurydesk.ui.operations.operations import Operations
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.roster_page import RosterPage
from tests.ui.conftest import rest
from tests.ui.test_pages import go, new_form, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.history import HistorySection

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def active(parts: Parts, qtbot: QtBot) -> Parts:
    parts.window.activateWindow()
    qtbot.waitUntil(parts.window.isActiveWindow)
    return parts


@pytest.mark.parametrize("kind", [CandidatesPage, ExaminersPage])
def test_the_list_under_a_form_takes_no_key(
    active: Parts, qtbot: QtBot, kind: type[RosterPage[object]]
) -> None:
    name = "candidates" if kind is CandidatesPage else "examiners"
    page = go(active, qtbot, name, kind)
    before = page.list.model.all_rows()
    form = new_form(cast("CandidatesPage", page), qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Vidal")
    active.window.shell.show_page("home")
    active.window.shell.show_page(name)
    rest(qtbot, active)
    assert form.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Delete)
    qtbot.keyClick(page.list.view, Key.Key_Delete)
    rest(qtbot, active)
    assert page.list.model.all_rows() == before
    form.give_up()
    assert page.list.isEnabled()
    assert page.list.view.hasFocus()


def test_the_panel_stays_with_the_file_in_view(active: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(active, qtbot, "candidates", CandidatesPage)
    row = page.list.model.all_rows()[2]
    page.open_item(FileKey(row.key, "journey"))
    rest(qtbot, active)
    # Its row leaves the list under the file, which goes on to somebody else
    page.list.set_filter("stage.DRAFT", is_on=row.stage != "DRAFT")
    page.list.set_filter("stage.READY", is_on=row.stage == "DRAFT")
    save_candidacy(desk, candidacy=replace(row.candidacy, accompanist="Madame Colin"))
    active.bus.publish({"CANDIDACY"})
    rest(qtbot, active)
    current = page.list.current_row()
    assert current is None or current.key != row.key
    assert row.candidate.full_name in texts(page.panel)


def test_what_is_for_good_is_said_before_an_older_act_is_undone(
    active: Parts, qtbot: QtBot, desk: Desk
) -> None:
    operations: Operations = active.operations
    waiting = next(
        r for r in list_candidacies(desk) if r.candidacy.admissibility.status == "COMPLETE"
    )
    person, path = waiting.candidate.id, waiting.key
    day = desk.clock.today()
    operations.perform(lambda: write_note(desk, candidate_id=person, text="À rappeler"))
    rest(qtbot, active)
    operations.perform(lambda: take_step(desk, kind=StepKind.ADMITTED, day=day, candidacy_id=path))
    rest(qtbot, active)
    operations.undo()
    rest(qtbot, active)
    said = texts(active.window.shell.toasts)
    assert any(text.startswith("Not undone:") for text in said)
    with desk.open_unit() as unit:
        assert len(unit.notes.of_candidate(person)) == 1
    operations.undo()
    rest(qtbot, active)
    with desk.open_unit() as unit:
        assert unit.notes.of_candidate(person) == ()


def test_control_z_in_a_form_leaves_the_office_alone(
    active: Parts, qtbot: QtBot, desk: Desk
) -> None:
    page = go(active, qtbot, "candidates", CandidatesPage)
    person = page.list.model.all_rows()[0].candidate.id
    active.operations.perform(lambda: write_note(desk, candidate_id=person, text="À rappeler"))
    rest(qtbot, active)
    form = new_form(page, qtbot)
    for editor in (form.fields.sex, form.fields.extra_time):
        editor.setFocus()
        qtbot.keyClick(editor, Key.Key_Z, CONTROL)
        rest(qtbot, active)
    with desk.open_unit() as unit:
        assert len(unit.notes.of_candidate(person)) == 1


def test_a_draft_gives_back_only_what_was_typed(active: Parts, qtbot: QtBot, desk: Desk) -> None:
    page = go(active, qtbot, "candidates", CandidatesPage)
    row = page.list.model.all_rows()[1]
    page.edit(row)
    form = page.form
    assert form is not None
    form.fields.lines["employer"].setText("Studio Garance")
    form.fields.lines["email"].setText("ma.saisie@example.org")
    form.give_up()
    other = replace(row.candidate, phone="+33612345678", email="autre@example.org")
    save_file(desk, candidate=other, candidacy=row.candidacy)
    page.refresh()
    rest(qtbot, active)
    fresh = next(one for one in page.list.model.all_rows() if one.key == row.key)
    page.edit(fresh)
    again = page.form
    assert again is not None
    lines = again.fields.lines
    assert (lines["employer"].text(), lines["phone"].text(), lines["email"].text()) == (
        "Studio Garance",
        "+33612345678",
        "ma.saisie@example.org",
    )
    (notice,) = (text for text in texts(again) if "Somebody else" in text)
    assert ("E-mail" in notice, "Employer" in notice) == (True, False)


def test_a_note_that_is_not_kept_is_there_the_next_time(active: Parts, qtbot: QtBot) -> None:
    page = go(active, qtbot, "candidates", CandidatesPage)
    first, second = page.list.model.all_rows()[:2]

    def note(key: int) -> HistorySection:
        page.open_item(FileKey(key, "history"))
        rest(qtbot, active)
        assert page.file is not None
        return cast("HistorySection", page.file.sections["history"])

    qtbot.keyClicks(note(first.key).note_edit, "A moitie")
    assert note(second.key).note_edit.toPlainText() == ""
    here = note(first.key)
    assert here.note_edit.toPlainText() == "A moitie"
    here.save_note()
    rest(qtbot, active)
    assert len(page.context.drafts) == 0
