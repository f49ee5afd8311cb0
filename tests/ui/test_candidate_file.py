"""The file of one candidate: opened by key, its sections, its candidacies, the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from jurydesk.domain.people import BirthPlace
from jurydesk.services.candidates import list_candidacies, save_file
from jurydesk.ui.pages.candidate_file.sections import section_entries
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.widgets.findings_list import FindingRow
from tests.ui.conftest import rest
from tests.ui.test_pages import go

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.view import CandidateFileView

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def opened(parts: Parts, qtbot: QtBot) -> tuple[CandidatesPage, CandidateFileView]:
    page = go(parts, qtbot, "candidates", CandidatesPage)
    qtbot.keyClick(page.list.view, Key.Key_Return)
    qtbot.waitUntil(lambda: page.file is not None)
    rest(qtbot, parts)
    assert page.file is not None
    return page, page.file


def test_enter_opens_the_file_and_escape_goes_back(parts: Parts, qtbot: QtBot) -> None:
    page, view = opened(parts, qtbot)
    row = page.list.current_row()
    assert row is not None
    assert view.header.title_label.text() == row.candidate.full_name
    assert set(view.sections) == {entry.name for entry in section_entries()}
    qtbot.keyClick(view, Key.Key_Escape)
    assert page.file is None
    assert page.list.view.hasFocus()


def test_each_section_has_a_key(parts: Parts, qtbot: QtBot) -> None:
    _, view = opened(parts, qtbot)
    for at, entry in enumerate(section_entries(), start=1):
        qtbot.keyClick(view.tabs, Key(Key.Key_0 + at), ALT)
        assert view.tabs.value() == entry.name
        assert view.current_section() is view.sections[entry.name]


def test_another_page_leads_to_a_section(parts: Parts, qtbot: QtBot) -> None:
    parts.window.shell.show_page("candidates", FileKey(2, "ledger"))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    assert (page.file.row.key, page.file.tabs.value()) == (2, "ledger")


def test_f2_edits_from_the_file(parts: Parts, qtbot: QtBot) -> None:
    page, view = opened(parts, qtbot)
    qtbot.keyClick(view, Key.Key_F2)
    qtbot.waitUntil(lambda: page.form is not None)
    assert page.file is None


def test_a_gap_of_the_identity_opens_the_form_at_its_field(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    row = list_candidacies(desk)[0]
    bare = replace(row.candidate, birth_place=BirthPlace())
    save_file(desk, candidate=bare, candidacy=row.candidacy)
    parts.window.shell.show_page("candidates", FileKey(row.key, "identity"))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    section = page.file.sections["identity"]
    (gap,) = [one for one in section.findChildren(FindingRow) if "INSEE" in one.line.sentence]
    qtbot.keyClick(gap, Key.Key_Return)
    assert page.form is not None
    assert page.form.fields.place.code.hasFocus()
    # Escape steps back to where the form was asked for
    qtbot.keyClick(page.form.fields.place.code, Key.Key_Escape)
    rest(qtbot, parts)
    assert page.file is not None
    assert (page.file.row.key, page.file.tabs.value()) == (row.key, "identity")


def test_a_code_of_another_town_is_said_in_the_file(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    row = list_candidacies(desk)[0]
    wrong = replace(row.candidate, birth_place=BirthPlace("Bastia", "2A004", country="France"))
    save_file(desk, candidate=wrong, candidacy=row.candidacy)
    parts.window.shell.show_page("candidates", FileKey(row.key, "identity"))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    section = page.file.sections["identity"]
    said = [one.line.sentence for one in section.findChildren(FindingRow)]
    assert said == ["This code is that of Ajaccio."]
