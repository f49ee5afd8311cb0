"""Amending minutes from the page of papers, and the checklist before closing, as a person does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from jurydesk.domain.alterations import Part
from jurydesk.services import amending, deliberating, minutes
from jurydesk.services.closing_checklist import FixPlace, closing_checklist
from jurydesk.services.demo.story import results_of
from jurydesk.services.freezing import freeze_session
from jurydesk.ui.dialogs.closing_dialog import ClosingDialog
from jurydesk.wording import Wording
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold
from tests.ui.test_papers_page import decide

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.dialogs.amend_dialog import AmendDialog
    from jurydesk.ui.pages.papers.page import PapersPage
    from tests.ui.fake_prompter import FakePrompter

ENGLISH = Wording("en")


def issue(desk: Desk) -> None:
    decide(desk)
    minutes.issue_minutes(desk, code=CODE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("amending"), issue)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


@pytest.fixture
def page(secretary: Secretary) -> PapersPage:
    secretary.press("Ctrl+7")
    return secretary.papers()


@pytest.fixture
def dialog(page: PapersPage, qtbot: QtBot, secretary: Secretary) -> AmendDialog:
    secretary.press("Ctrl+R")
    qtbot.waitUntil(lambda: page.amending.dialog is not None)
    shown = page.amending.dialog
    assert shown is not None
    return shown


def edit(dialog: AmendDialog, part: Part, field: str, text: str) -> None:
    """Write into the first field of that kind."""
    editor = next(
        one
        for one in dialog.editors
        if (one.stated.point.part, one.stated.point.field) == (part, field)
    )
    widget = editor.field.editor
    assert isinstance(widget, QLineEdit)
    widget.setText(text)


def test_what_changes_is_said_while_it_is_typed(dialog: AmendDialog) -> None:
    assert dialog.changes_label.text() == "Nothing is changed yet."
    edit(dialog, Part.JURY, "room", "Salle 9")
    assert "Salle 9" in dialog.changes_label.text()
    assert [one.value for one in dialog.draft().rectifications] == ["Salle 9"]


def test_a_refusal_stays_in_the_dialog_with_what_was_typed(
    dialog: AmendDialog, qtbot: QtBot, desk: Desk
) -> None:
    edit(dialog, Part.JURY, "room", "Salle 9")
    dialog.issue_button.click()
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert "The reason of the amendment is missing." in dialog.problem_label.text()
    assert dialog.isVisible()
    assert "Salle 9" in dialog.changes_label.text()
    assert len(amending.list_minutes(desk, code=CODE)) == 1


def test_an_amendment_is_issued_and_shown(
    dialog: AmendDialog, qtbot: QtBot, page: PapersPage, desk: Desk
) -> None:
    edit(dialog, Part.JURY, "room", "Salle 9")
    dialog.reason_edit.setPlainText("Salle changée le matin même.")
    dialog.asked_by_edit.setText("La présidente")
    dialog.issue_button.click()
    qtbot.waitUntil(lambda: len(amending.list_minutes(desk, code=CODE)) == 2)
    first, second = amending.list_minutes(desk, code=CODE)
    assert second.amends == first.number

    def is_shown() -> bool:
        content = page.paper.content if page.paper else None
        return content is not None and content.number == second.number

    qtbot.waitUntil(is_shown)


@pytest.fixture(scope="module")
def made_frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("closing"), freeze)


@pytest.fixture
def frozen(made_frozen: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made_frozen, tmp_path)


def freeze(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=2)
    hold(desk)
    freeze_session(desk, code=CODE)


def test_each_line_of_the_checklist_leads_to_its_place(
    frozen: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    del qapp
    dialog = ClosingDialog(ENGLISH, closing_checklist(frozen, code=CODE))
    qtbot.addWidget(dialog)
    assert len(dialog.lines) == 10
    with qtbot.waitSignal(dialog.fix_requested) as asked:
        dialog.fix_buttons[0].click()
    assert asked.args[0].place is FixPlace.DELIBERATION
    assert not dialog.close_button.isVisible()


def test_a_day_recorded_in_full_is_closed_from_the_checklist(
    frozen: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    del qapp
    board = deliberating.open_deliberation(frozen, code=CODE).board
    deliberating.record_results(frozen, code=CODE, results=results_of(board, {}))
    checklist = closing_checklist(frozen, code=CODE)
    assert checklist.may_close, [line for line in checklist.lines if line.findings]
    dialog = ClosingDialog(ENGLISH, checklist)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.close_requested):
        dialog.close_button.click()
