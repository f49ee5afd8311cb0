"""Free notes on a person: written, changed, taken away; each act can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.notes import Note
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk


def write_note(
    desk: Desk, *, candidate_id: int, text: str, candidacy_id: int | None = None
) -> Outcome[Note]:
    """Write a note on a person.

    Raises:
        WrongUsage: there is nothing in it, or no such person.
    """
    refuse_empty(text)
    with desk.open_unit() as unit:
        unit.candidates.get(candidate_id)
        note = Note(candidate_id, text.strip(), desk.clock.now(), desk.actor, candidacy_id)
        stored = unit.notes.add(note)
        finish(unit, EventType.NOTE_SAVED, {"candidate": candidate_id, "note": stored.id})
        return Outcome(stored, unit.changes, label="ACT-NOTE-WRITTEN")


def change_note(desk: Desk, *, note_id: int, text: str) -> Outcome[Note]:
    """Change what a note says; its hour and its author stay."""
    refuse_empty(text)
    with desk.open_unit() as unit:
        stored = unit.notes.save(replace(unit.notes.get(note_id), text=text.strip()))
        details = {"candidate": stored.candidate_id, "note": stored.id}
        finish(unit, EventType.NOTE_SAVED, details)
        return Outcome(stored, unit.changes, label="ACT-NOTE-CHANGED")


def remove_note(desk: Desk, *, note_id: int) -> Outcome[None]:
    """Take a note away."""
    with desk.open_unit() as unit:
        note = unit.notes.get(note_id)
        unit.notes.remove(note_id)
        details = {"candidate": note.candidate_id, "note": note_id}
        finish(unit, EventType.NOTE_SAVED, details)
        return Outcome(None, unit.changes, label="ACT-NOTE-REMOVED")


def refuse_empty(text: str) -> None:
    """Refuse a note that says nothing."""
    if not text.strip():
        raise WrongUsage("NOTE-EMPTY")
