"""Everything that happened to one person, newest first: steps, acts, notes, hearings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.services.history import audit_figures
from jurydesk.services.standing_records import standing_record
from jurydesk.services.views import AuditRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.audit import AuditEvent
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.services.ports import Desk, UnitOfWork


class Happened(StrEnum):
    """What kind of thing an entry of the timeline is."""

    STEP = "STEP"
    NOTE = "NOTE"
    DOCUMENT = "DOCUMENT"
    HEARING = "HEARING"
    ACT = "ACT"
    """Anything else that somebody of the office did, as the trail tells it."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened. `code` is a sentence of the wording, `text` free words."""

    kind: Happened
    at: datetime
    actor: str
    code: str = ""
    figures: tuple[tuple[str, object], ...] = ()
    text: str = ""
    number: int = 0
    """Number of the note, document or step itself."""


TOLD_OTHERWISE = frozenset(
    {
        EventType.STEP_RECORDED,
        EventType.STEP_REVOKED,
        EventType.NOTE_SAVED,
        EventType.DOCUMENT_ATTACHED,
    }
)
"""Acts that the entity itself tells of, in full."""


def timeline_of(desk: Desk, *, candidate_id: int) -> tuple[TimelineEntry, ...]:
    """Return what happened to one person, the newest first."""
    with desk.open_unit() as unit:
        unit.candidates.get(candidate_id)
        paths = unit.candidacies.of_candidate(candidate_id)
        events = unit.audit.events()
        entries = [
            *_steps(unit, paths),
            *_notes(unit, candidate_id),
            *_documents(unit, candidate_id),
            *_hearings(unit, paths),
            *_acts(events, _merged_into(unit, events, candidate_id), {path.id for path in paths}),
        ]
    return tuple(sorted(entries, key=lambda entry: entry.at, reverse=True))


def _steps(unit: UnitOfWork, paths: tuple[Candidacy, ...]) -> Iterator[TimelineEntry]:
    for step in unit.steps.of_candidacies([path.id for path in paths]):
        told = " · ".join(part for part in (step.detail, step.reason) if part)
        figures = (("day", step.day),)
        code = f"ACT-STEP-{step.kind}"
        yield TimelineEntry(
            Happened.STEP, step.recorded_at, step.actor, code, figures, told, step.id
        )


def _notes(unit: UnitOfWork, candidate_id: int) -> Iterator[TimelineEntry]:
    for note in unit.notes.of_candidate(candidate_id):
        yield TimelineEntry(
            Happened.NOTE, note.written_at, note.author, text=note.text, number=note.id
        )


def _documents(unit: UnitOfWork, candidate_id: int) -> Iterator[TimelineEntry]:
    for paper in unit.attachments.of_candidate(candidate_id):
        yield TimelineEntry(
            Happened.DOCUMENT, paper.added_at, paper.added_by, text=paper.name, number=paper.id
        )


def _hearings(unit: UnitOfWork, paths: tuple[Candidacy, ...]) -> Iterator[TimelineEntry]:
    numbers = {path.id for path in paths}
    for session in unit.sessions.all():
        heard = [h for h in session.hearings if h.candidacy_id in numbers]
        deliberation = standing_record(unit, session.id) if heard else None
        for hearing in heard:
            record = deliberation.record(hearing.candidacy_id) if deliberation else None
            decision = record.decision if record else None
            code = f"TIMELINE-HEARING-{decision}" if decision else "TIMELINE-HEARING"
            figures = (("session", session.code),)
            yield TimelineEntry(Happened.HEARING, hearing.start, "", code, figures)


def _merged_into(unit: UnitOfWork, events: tuple[AuditEvent, ...], candidate_id: int) -> set[int]:
    """Return the person and those whose file became theirs; one that came back is another."""
    people = {candidate_id}
    for event in reversed(events):
        details = _details(event) if event.type is EventType.PEOPLE_MERGED else {}
        gone = details.get("gone")
        if details.get("kept") in people and isinstance(gone, int):
            people |= set() if unit.candidates.find(gone) else {gone}
    return people


def _acts(
    events: tuple[AuditEvent, ...], people: set[int], paths: set[int]
) -> Iterator[TimelineEntry]:
    for event in events:
        details = _details(event)
        if event.type not in TOLD_OTHERWISE and _concerns(details, people, paths):
            row = AuditRow(event.sequence, event.at, event.actor, "", event.details)
            figures = tuple(audit_figures(row).items())
            code = f"AUDIT-{event.type}"
            yield TimelineEntry(Happened.ACT, event.at, event.actor, code, figures)


def _details(event: AuditEvent) -> dict[str, object]:
    read = json.loads(event.details)
    return read if isinstance(read, dict) else {}


def _concerns(details: dict[str, object], people: set[int], paths: set[int]) -> bool:
    return bool(_numbers(details, "candidate") & people or _numbers(details, "candidacy") & paths)


def _numbers(details: dict[str, object], name: str) -> set[int]:
    value = details.get(name)
    several = value if isinstance(value, list) else [value]
    return {number for number in several if isinstance(number, int)}
