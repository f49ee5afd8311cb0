"""The texts of letters in the window: edited by keyboard, judged while typed, kept or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from jurydesk.documents.letters import shipped_text
from jurydesk.services.letters import list_templates
from jurydesk.ui.pages.papers.templates.view import TemplatesView
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from tests.ui.fake_prompter import FakePrompter

COVER = ("day-cover", "en")


def planned(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=2)
    hold(desk)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("templates"), planned)


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
def view(secretary: Secretary) -> TemplatesView:
    secretary.press("Ctrl+7")
    secretary.press("Ctrl+T")
    view = cast("TemplatesView", secretary.papers().over.over)
    view.list.select_key(COVER)
    return view


def text_of(view: TemplatesView) -> str:
    document = view.editor.preview.document
    return "\n".join(document.getAllText(at).text() for at in range(document.pageCount()))


def in_force(desk: Desk) -> tuple[str, bool]:
    (row,) = (row for row in list_templates(desk) if row.key == COVER)
    return row.text, row.is_own


def edit(secretary: Secretary, view: TemplatesView, text: str) -> None:
    secretary.press("Return", view.list.view)
    view.editor.edit.setPlainText(text)
    secretary.qtbot.waitUntil(lambda: not view.editor.is_waiting())
    secretary.rest()


def test_enter_opens_the_text_with_its_preview(secretary: Secretary, view: TemplatesView) -> None:
    secretary.press("Return", view.list.view)
    assert view.is_editing()
    assert view.editor.text() == shipped_text(*COVER)
    assert "Before it begins" in text_of(view)
    assert "Table of the juries" in text_of(view)
    assert view.editor.edit.hasFocus()


def test_the_preview_follows_what_is_typed(secretary: Secretary, view: TemplatesView) -> None:
    edit(secretary, view, "# Our day\n\n{{ session }}")
    assert "Our day" in text_of(view)
    assert view.editor.findings.rows == []


def test_what_is_wrong_is_marked_and_leads_there(secretary: Secretary, view: TemplatesView) -> None:
    edit(secretary, view, "# A\n\n{{ sesion }}\n\n[[x]]")
    assert view.editor.edit.marked_lines() == {3, 5}
    first, _ = view.editor.findings.rows
    assert "did you mean “session”" in first.line.sentence
    secretary.press("Return", first)
    assert view.editor.edit.textCursor().blockNumber() == 2
    assert not secretary.button("Save").isEnabled()
    edit(secretary, view, "# A")
    assert view.editor.edit.marked_lines() == frozenset()
    assert secretary.button("Save").isEnabled()


def test_saving_is_undone_like_any_act(
    secretary: Secretary, desk: Desk, view: TemplatesView
) -> None:
    edit(secretary, view, "# Our day")
    secretary.press("Ctrl+S")
    assert in_force(desk) == ("# Our day\n", True)
    secretary.press("Escape")
    assert not view.is_editing()
    assert [row.is_own for row in view.list.shown_rows() if row.key == COVER] == [True]
    secretary.press("Ctrl+Z")
    assert in_force(desk) == (shipped_text(*COVER), False)
    assert [row.is_own for row in view.list.shown_rows() if row.key == COVER] == [False]


def test_going_back_to_the_shipped_text(
    secretary: Secretary, desk: Desk, view: TemplatesView
) -> None:
    edit(secretary, view, "# Our day")
    secretary.press("Ctrl+S")
    view.restore()
    secretary.rest()
    assert in_force(desk) == (shipped_text(*COVER), False)
    assert view.editor.text() == shipped_text(*COVER)


def test_a_field_is_put_where_the_cursor_stands(secretary: Secretary, view: TemplatesView) -> None:
    edit(secretary, view, "AB")
    cursor = view.editor.edit.textCursor()
    cursor.setPosition(1)
    view.editor.edit.setTextCursor(cursor)
    fields = view.fields.fields
    (item,) = fields.findItems("Code of the session", Qt.MatchFlag.MatchStartsWith)
    fields.setCurrentItem(item)
    secretary.press("Return", fields)
    assert view.editor.text() == "A{{ session }}B"
    assert view.editor.edit.hasFocus()


def test_changes_against_the_shipped_text(secretary: Secretary, view: TemplatesView) -> None:
    edit(secretary, view, shipped_text(*COVER) + "\nOne more line\n")
    secretary.press("Ctrl+D")
    lines = view.editor.changes.toPlainText().splitlines()
    assert [line for line in lines if line[:1] in "+−"] == ["+ ", "+ One more line"]
    secretary.press("Ctrl+D")
    assert not view.editor.shows_changes()


def test_nothing_changed_is_said(secretary: Secretary, view: TemplatesView) -> None:
    secretary.press("Return", view.list.view)
    secretary.press("Ctrl+D")
    assert view.editor.changes.toPlainText() == "This is the shipped text."


def test_what_is_typed_and_not_saved_waits(secretary: Secretary, view: TemplatesView) -> None:
    edit(secretary, view, "# Half a thought")
    secretary.press("Escape")
    secretary.press("Return", view.list.view)
    assert view.editor.text() == "# Half a thought"


def test_escape_steps_back_to_the_papers(secretary: Secretary, view: TemplatesView) -> None:
    secretary.press("Return", view.list.view)
    secretary.press("Escape")
    assert secretary.papers().over.over is view
    secretary.press("Escape")
    assert secretary.papers().over.over is None
    assert secretary.papers().session_code() == CODE
