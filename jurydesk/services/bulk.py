"""One act on several candidacies at once: all of them or none, undone as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from jurydesk.domain.audit import EventType
from jurydesk.domain.notes import Note
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.candidates import store_candidacy
from jurydesk.services.facts import certification_by_code
from jurydesk.services.journeys import options_of
from jurydesk.services.notes import refuse_empty
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.ties import propose_ties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.steps import StepKind
    from jurydesk.services.ports import Desk, UnitOfWork

OF_TRAINING = ("promotion", "trainer")
OF_EXPERIENCE = ("accompanist",)
FIELDS = (*OF_TRAINING, *OF_EXPERIENCE, "not_before", "certification")
"""What can be set on several candidacies at once."""
_BINDING = frozenset({"trainer", "accompanist"})
"""Fields that may tie a candidate to an examiner."""

Value = str | date | None


def set_field(
    desk: Desk, *, candidacy_ids: Iterable[int], field: str, value: Value
) -> Outcome[int]:
    """Set one field of several candidacies; return how many were changed.

    Raises:
        WrongUsage: there is no such field or certification.
        RefusedByRule: one of the routes has no such field, blocks of the older certification are
            aimed at, or a decision or a legal act has fixed what would change.
    """
    if field not in FIELDS:
        raise WrongUsage("BULK-FIELD-UNKNOWN", {"field": field, "known": ", ".join(FIELDS)})
    with desk.open_unit() as unit:
        wanted = certification_by_code(unit, str(value)).code if field == "certification" else value
        before = unit.candidacies.some(candidacy_ids)
        _refuse_others(before, field)
        after = [_with(candidacy, field, wanted) for candidacy in before]
        changed = [new for old, new in zip(before, after, strict=True) if old != new]
        for candidacy in changed:
            store_candidacy(unit, candidacy)
        if field in _BINDING and changed:
            people = {candidacy.candidate_id for candidacy in changed}
            propose_ties(unit, today=desk.clock.today(), people=people)
        details = {"count": len(changed), "what": field, "candidacy": [c.id for c in changed]}
        finish(unit, EventType.BULK_CHANGED, details)
        return Outcome(len(changed), unit.changes, label="ACT-CANDIDACIES-CHANGED")


def write_notes(
    desk: Desk, *, candidate_ids: Iterable[int], text: str
) -> Outcome[tuple[Note, ...]]:
    """Write the same note on several persons, once on each.

    Raises:
        WrongUsage: there is nothing in it, or one of the persons does not exist.
    """
    refuse_empty(text)
    people = tuple(dict.fromkeys(candidate_ids))
    with desk.open_unit() as unit:
        notes = tuple(_write(unit, person, text.strip(), desk) for person in people)
        details = {"candidate": list(people), "note": [note.id for note in notes]}
        finish(unit, EventType.NOTE_SAVED, details)
        return Outcome(notes, unit.changes, label="ACT-NOTES-WRITTEN")


def common_steps(desk: Desk, *, candidacy_ids: Iterable[int]) -> tuple[StepKind, ...]:
    """Return the steps that may be taken today on every one of these candidacies."""
    with desk.open_unit() as unit:
        possible = [
            [option.kind for option in options_of(unit, candidacy, desk) if option.is_possible]
            for candidacy in unit.candidacies.some(candidacy_ids)
        ]
    first, *rest = possible or [[]]
    return tuple(kind for kind in first if all(kind in others for others in rest))


def _write(unit: UnitOfWork, person: int, text: str, desk: Desk) -> Note:
    unit.candidates.get(person)
    return unit.notes.add(Note(person, text, desk.clock.now(), desk.actor))


def _with(candidacy: Candidacy, field: str, value: Value) -> Candidacy:
    if field in OF_TRAINING:
        return replace(candidacy, training=replace(candidacy.training, **_named(field, value)))
    return replace(candidacy, **_named(field, value))


def _named(field: str, value: Value) -> dict[str, Any]:
    return {field: value}


def _refuse_others(candidacies: Iterable[Candidacy], field: str) -> None:
    """What a route does not have is not written on it, and no block is lost without a word."""
    if field == "certification":
        code, wrong = "BULK-BLOCKS", [one for one in candidacies if one.blocks]
    else:
        code = "BULK-OTHER-ROUTE"
        wrong = [one for one in candidacies if not _has(one.route, field)]
    if wrong:
        raise RefusedByRule(code, {"count": len(wrong)})


def _has(route: AccessRoute, field: str) -> bool:
    if field in OF_TRAINING:
        return route.is_training
    return field not in OF_EXPERIENCE or route is AccessRoute.EXPERIENCE
