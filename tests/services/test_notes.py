from __future__ import annotations

from datetime import datetime

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.notes import Note
from jurydesk.errors import StaleData, WrongUsage
from jurydesk.services.candidates import remove_candidacies, remove_candidate
from jurydesk.services.notes import change_note, remove_note, write_note
from jurydesk.services.undo import revert
from tests.fakes import NOON, FakeOffice

LATER = datetime.fromisoformat("2026-11-24T09:30")


def test_a_note_keeps_its_author_and_its_hour_when_it_is_changed(office: FakeOffice) -> None:
    written = write_note(office.desk, candidate_id=1, text="  à rappeler\n", candidacy_id=1)
    assert written.value == Note(1, "à rappeler", NOON, "Camille", 1, id=1)
    assert written.label == "ACT-NOTE-WRITTEN"
    office.clock.move_to(LATER)
    office.actor = "Ana"
    changed = change_note(office.desk, note_id=1, text="rappelé")
    assert changed.value == Note(1, "rappelé", NOON, "Camille", 1, id=1)
    assert office.all(Kind.NOTE) == (changed.value,)
    assert office.acts == [EventType.NOTE_SAVED, EventType.NOTE_SAVED]


def test_each_act_on_a_note_is_undone(office: FakeOffice) -> None:
    written = write_note(office.desk, candidate_id=2, text="à rappeler")
    changed = change_note(office.desk, note_id=1, text="rappelé")
    removed = remove_note(office.desk, note_id=1)
    assert office.all(Kind.NOTE) == ()
    revert(office.desk, outcome_changes=removed.changes)
    assert office.all(Kind.NOTE) == (changed.value,)
    revert(office.desk, outcome_changes=changed.changes)
    assert office.all(Kind.NOTE) == (written.value,)
    revert(office.desk, outcome_changes=written.changes)
    assert office.all(Kind.NOTE) == ()


def test_a_note_changed_since_is_not_undone(office: FakeOffice) -> None:
    written = write_note(office.desk, candidate_id=2, text="à rappeler")
    change_note(office.desk, note_id=1, text="rappelé")
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(office.desk, outcome_changes=written.changes)


def test_the_same_words_again_leave_no_trace(office: FakeOffice) -> None:
    write_note(office.desk, candidate_id=2, text="à rappeler")
    assert change_note(office.desk, note_id=1, text=" à rappeler ").changes == ()
    assert office.acts == [EventType.NOTE_SAVED]


@pytest.mark.parametrize("text", ["", " ", "\n\t\N{NO-BREAK SPACE}"])
def test_nothing_is_no_note(office: FakeOffice, text: str) -> None:
    with pytest.raises(WrongUsage, match="NOTE-EMPTY"):
        write_note(office.desk, candidate_id=1, text=text)
    write_note(office.desk, candidate_id=1, text="à rappeler")
    with pytest.raises(WrongUsage, match="NOTE-EMPTY"):
        change_note(office.desk, note_id=1, text=text)
    assert [note.text for note in office.all(Kind.NOTE)] == ["à rappeler"]


def test_nobody_and_nothing_are_refused(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="STORE-25"):
        write_note(office.desk, candidate_id=9, text="à rappeler")
    for act in (lambda: change_note(office.desk, note_id=9, text="x"), lambda: remove(office)):
        with pytest.raises(WrongUsage, match="STORE-25"):
            act()
    assert office.acts == []


def remove(office: FakeOffice) -> None:
    remove_note(office.desk, note_id=9)


def test_notes_go_with_what_they_speak_of_and_come_back_with_it(office: FakeOffice) -> None:
    write_note(office.desk, candidate_id=1, text="de la personne")
    write_note(office.desk, candidate_id=1, text="de la candidature", candidacy_id=1)
    before = office.all(Kind.NOTE)
    path = remove_candidacies(office.desk, ids=[1])
    assert [note.text for note in office.all(Kind.NOTE)] == ["de la personne"]
    person = remove_candidate(office.desk, candidate_id=1)
    assert office.all(Kind.NOTE) == ()
    revert(office.desk, outcome_changes=person.changes)
    revert(office.desk, outcome_changes=path.changes)
    assert office.all(Kind.NOTE) == before
