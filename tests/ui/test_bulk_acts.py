"""Several candidacies selected at once: the panel, its acts by key and by mouse, one undo each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.steps import StepKind
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.timeline import Happened, timeline_of
from jurydesk.ui.dialogs.field_dialog import FieldDialog
from jurydesk.ui.dialogs.merge_dialog import MergeDialog
from jurydesk.ui.dialogs.step_dialog import StepDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    parts.window.shell.show_page("candidates")
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


def page(secretary: Secretary) -> CandidatesPage:
    return cast("CandidatesPage", secretary.parts.window.shell.current_page())


def select(secretary: Secretary, count: int = 3) -> tuple[CandidacyRow, ...]:
    """Select the first rows with Shift and the arrows."""
    secretary.press("Home", page(secretary).list.view)
    for _ in range(count - 1):
        secretary.press("Shift+Down")
    rows = page(secretary).list.selected_rows()
    assert len(rows) == count
    return rows


def only(secretary: Secretary, route: AccessRoute) -> None:
    page(secretary).list.set_filter(f"route.{route}", is_on=True)
    secretary.rest()


def stored(desk: Desk, rows: tuple[CandidacyRow, ...]) -> list[CandidacyRow]:
    keys = {one.key for one in rows}
    return [row for row in list_candidacies(desk) if row.key in keys]


def test_the_panel_says_what_is_selected_and_forgets_it(secretary: Secretary) -> None:
    rows = select(secretary)
    panel = page(secretary).panel
    assert "Candidacies selected: 3" in texts(panel)
    assert f"Persons: {len({row.candidate.id for row in rows})}" in texts(panel)
    assert sum(Stage(row.stage) is Stage(rows[0].stage) for row in rows) >= 1
    secretary.press("Down")
    row = page(secretary).list.current_row()
    assert row is not None
    assert row.candidate.full_name in texts(panel)
    secretary.press("Ctrl+A")
    assert "Candidacies selected: 24" in texts(panel)


def test_a_note_on_each_person_is_one_undo(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    rows = select(secretary)
    prompter.texts = ["réunion le 4"]
    secretary.press("Ctrl+M")
    for row in rows:
        told = timeline_of(desk, candidate_id=row.candidate.id)
        assert [one.text for one in told if one.kind is Happened.NOTE] == ["réunion le 4"]
    # What was selected still is
    assert "Candidacies selected: 3" in texts(page(secretary).panel)
    secretary.click_button("Undo")
    told = timeline_of(desk, candidate_id=rows[0].candidate.id)
    assert [one for one in told if one.kind is Happened.NOTE] == []


def test_a_field_is_set_on_all_by_keys_and_undone(secretary: Secretary, desk: Desk) -> None:
    only(secretary, AccessRoute.INITIAL_TRAINING)
    rows = select(secretary)
    before = stored(desk, rows)
    secretary.press("Ctrl+Shift+F")
    dialog = secretary.dialog(FieldDialog)
    assert dialog.field() == "promotion"
    assert not dialog.set_button.isEnabled()
    secretary.write("Automne", dialog.text_edit)
    secretary.press("Return")
    assert {row.candidacy.training.promotion for row in stored(desk, rows)} == {"Automne"}
    secretary.press("Ctrl+Z")
    assert stored(desk, rows) == before


def test_a_field_that_a_route_does_not_have_is_refused_in_the_dialog(
    secretary: Secretary, desk: Desk
) -> None:
    rows = select(secretary, 4)
    secretary.click_button("Set a field…")
    dialog = secretary.dialog(FieldDialog)
    dialog.field_box.set_value("accompanist")
    dialog.field_box.chosen.emit("accompanist")
    secretary.write("B. Peyrat", dialog.text_edit)
    secretary.click(dialog.set_button)
    assert "without this field" in dialog.problem_label.text()
    dialog.field_box.set_value("not_before")
    dialog.field_box.chosen.emit("not_before")
    secretary.write("31/2/2027", dialog.day_field)
    secretary.click(dialog.set_button)
    assert dialog.problem_label.text().startswith("Not a date")
    dialog.day_field.clear()
    secretary.write("1/3/2027", dialog.day_field)
    secretary.click(dialog.set_button)
    assert {row.candidacy.not_before for row in stored(desk, rows)} == {date(2027, 3, 1)}


def test_a_step_that_all_may_take_is_taken_for_all(secretary: Secretary, desk: Desk) -> None:
    only(secretary, AccessRoute.INITIAL_TRAINING)
    rows = select(secretary, 2)
    secretary.press("Ctrl+T")
    dialog = secretary.dialog(StepDialog)
    dialog.choose(StepKind.ATTENDANCE_CERTIFIED)
    secretary.click(dialog.take_button)
    for row in rows:
        told = timeline_of(desk, candidate_id=row.candidate.id)
        steps = [one.code for one in told if one.kind is Happened.STEP]
        assert steps == ["ACT-STEP-ATTENDANCE_CERTIFIED"]
    secretary.press("Ctrl+Z")
    told = timeline_of(desk, candidate_id=rows[0].candidate.id)
    assert [one for one in told if one.kind is Happened.STEP] == []


def test_the_selection_is_exported_or_deleted(
    secretary: Secretary, desk: Desk, prompter: FakePrompter, tmp_path: Path
) -> None:
    rows = select(secretary)
    prompter.paths = [tmp_path / "choisis.xlsx"]
    secretary.press("Ctrl+Shift+E")
    assert (tmp_path / "choisis.xlsx").stat().st_size > 0
    assert "Candidacies exported: 3." in texts(secretary.parts.window)
    secretary.click_button("Delete", page(secretary).panel)
    assert stored(desk, rows) == []
    secretary.press("Ctrl+Z")
    assert len(stored(desk, rows)) == 3


def test_two_persons_can_be_compared_though_nothing_speaks_for_it(
    secretary: Secretary, desk: Desk
) -> None:
    rows = select(secretary, 2)
    secretary.press("Ctrl+Shift+D")
    dialog = secretary.dialog(MergeDialog)
    assert "Nothing speaks for it by itself." in texts(dialog)
    secretary.click(dialog.merge_button)
    kept = min(row.candidate.id for row in rows)
    assert {row.candidate.id for row in stored(desk, rows)} == {kept}
    secretary.press("Ctrl+Z")
    assert {row.candidate.id for row in stored(desk, rows)} == {r.candidate.id for r in rows}


def test_with_the_mouse_rows_are_added_by_control_click(secretary: Secretary, qtbot: QtBot) -> None:
    view = page(secretary).list.view
    control = Qt.KeyboardModifier.ControlModifier
    first, third = (view.visualRect(view.model().index(at, 1)).center() for at in (0, 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, control, third)
    secretary.rest()
    assert "Candidacies selected: 2" in texts(page(secretary).panel)
