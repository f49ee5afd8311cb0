"""History in the candidate's file: notes by keys and by mouse, filters, older entries, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.services.notes import write_note
from jurydesk.services.timeline import Happened, timeline_of
from jurydesk.ui.pages.candidate_file.history import MOST_SHOWN, HistorySection
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from tests.ui.fake_prompter import FakePrompter

PERSON = 3


@pytest.fixture
def secretary(qtbot: QtBot, parts: Parts) -> Secretary:
    parts.window.shell.show_page("candidates", FileKey(PERSON, "history"))
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    return secretary


def section(secretary: Secretary) -> HistorySection:
    page = cast("CandidatesPage", secretary.parts.window.shell.current_page())
    assert page.file is not None
    return cast("HistorySection", page.file.sections["history"])


def notes(desk: Desk) -> list[str]:
    told = timeline_of(desk, candidate_id=PERSON)
    return [entry.text for entry in told if entry.kind is Happened.NOTE]


def test_a_note_is_written_by_keys_and_undone(secretary: Secretary, desk: Desk) -> None:
    here = section(secretary)
    assert here.note_edit.hasFocus()
    secretary.write("à rappeler demain")
    secretary.press("Ctrl+Return")
    assert notes(desk) == ["à rappeler demain"]
    assert here.note_edit.toPlainText() == ""
    assert "à rappeler demain" in texts(here)
    assert any(text.endswith(f"· {desk.actor}") for text in texts(here))
    secretary.click_button("Undo")
    assert notes(desk) == []
    assert "à rappeler demain" not in texts(here)


def test_a_note_is_written_changed_and_removed_by_mouse(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    here = section(secretary)
    secretary.write("appelé", here.note_edit)
    secretary.click(here.save_button)
    prompter.texts = ["appelé deux fois"]
    secretary.click_button("Change…")
    assert notes(desk) == ["appelé deux fois"]
    secretary.click_button("Remove")
    assert notes(desk) == []
    assert prompter.asked[0].text == "What should the note say?"


def test_an_empty_note_is_refused_and_nothing_is_kept(secretary: Secretary, desk: Desk) -> None:
    here = section(secretary)
    secretary.write("   ", here.note_edit)
    secretary.press("Ctrl+Return")
    assert notes(desk) == []
    assert here.note_edit.toPlainText() == "   "


def test_chips_filter_by_kind_and_say_how_many(secretary: Secretary, desk: Desk) -> None:
    here = section(secretary)
    secretary.write("appelé")
    secretary.press("Ctrl+Return")
    acts = sum(entry.kind is Happened.ACT for entry in here.entries)
    assert (here.chips[Happened.NOTE].text(), acts > 0) == ("Notes  1", True)
    assert here.chips[Happened.ACT].text() == f"Acts of the office  {acts}"
    secretary.click(here.chips[Happened.NOTE])
    assert [text for text in texts(here) if text == "appelé"] == ["appelé"]
    assert not any("saved" in text for text in texts(here))
    secretary.click(here.chips[Happened.HEARING])
    assert "appelé" in texts(here)
    secretary.click(here.chips[Happened.NOTE])
    assert any(text.startswith("Nothing happened yet") for text in texts(here))


def test_older_entries_come_when_asked_for(qtbot: QtBot, parts: Parts, desk: Desk) -> None:
    for number in range(MOST_SHOWN + 5):
        write_note(desk, candidate_id=PERSON, text=f"note {number}")
    parts.window.shell.show_page("candidates", FileKey(PERSON, "history"))
    secretary = Secretary(qtbot, parts)
    secretary.rest()
    here = section(secretary)
    assert len(secretary.buttons_named("Remove")) == MOST_SHOWN
    (older,) = [one for one in secretary.buttons() if one.text().startswith("Show older ones")]
    assert older.text() == f"Show older ones ({len(here.entries) - MOST_SHOWN})"
    secretary.click(older)
    assert len(secretary.buttons_named("Remove")) == MOST_SHOWN + 5
