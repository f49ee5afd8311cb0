"""Joins what a roster says with what is stored: an empty cell never erases anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from jurydesk.domain.availability import Absence, Origin
from jurydesk.domain.availability_days import united
from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate, Examiner, Mandate, Qualification
from jurydesk.services.import_preview import FieldChange

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

E = TypeVar("E", Candidate, Candidacy, Examiner)
D = TypeVar("D", bound="DataclassInstance")

OURS = frozenset({"id", "version", "candidate_id", "closure", "intake"})
"""Fields that no roster decides."""

Choice = Callable[[object, object, object], object]

_ADVANCE = tuple(AdmissibilityStatus)


def merge(stored: E, incoming: E) -> E:
    """Return what is stored with what the roster newly says."""
    merged = _joined(stored, incoming, _newer)
    if isinstance(merged, Candidate):
        return _without_partial(merged)
    if isinstance(stored, Candidacy):
        return _keep_status(stored, merged)
    if isinstance(stored, Examiner):
        return _add_up(stored, merged)
    return merged


def _without_partial(person: Candidate) -> Candidate:
    """What is known in full is not known in part."""
    return person if person.birth_date is None else replace(person, birth_partial=None)


def complete(stored: E, incoming: E) -> E:
    """Return what is stored with only its empty fields filled from the roster."""
    return _joined(stored, incoming, _first)


def differences(before: DataclassInstance, after: DataclassInstance) -> tuple[FieldChange, ...]:
    """Return each field in which two entities of one kind differ."""
    return tuple(_differing(before, after, ""))


def _joined(stored: D, incoming: D, choose: Choice) -> D:
    values: dict[str, object] = {}
    for field in fields(stored):
        if field.name in OURS:
            continue
        old, new = getattr(stored, field.name), getattr(incoming, field.name)
        if _has_parts(old):
            values[field.name] = _joined(old, new, choose)
        else:
            empty = None if field.default is MISSING else field.default
            values[field.name] = choose(old, new, empty)
    return replace(stored, **values)


def _has_parts(value: object) -> bool:
    """Tell whether its fields are joined one by one; a partial date is one value."""
    return is_dataclass(value) and not isinstance(value, PartialDate)


def _newer(old: object, new: object, empty: object) -> object:
    return old if _is_empty(new, empty) or _is_same_text(old, new) else new


def _first(old: object, new: object, empty: object) -> object:
    return new if _is_empty(old, empty) else old


def _is_empty(value: object, empty: object) -> bool:
    return value == empty or value in ("", ())


def _is_same_text(old: object, new: object) -> bool:
    """Capitals alone are no news: one sheet writes LEGRAND, another Legrand."""
    return isinstance(old, str) and isinstance(new, str) and old.casefold() == new.casefold()


def _keep_status(stored: Candidacy, merged: Candidacy) -> Candidacy:
    """A status that somebody advanced here is not set back by a sheet that lags behind."""
    before, after = stored.admissibility.status, merged.admissibility.status
    if _ADVANCE.index(after) >= _ADVANCE.index(before):
        return merged
    return replace(merged, admissibility=replace(merged.admissibility, status=before))


def _add_up(stored: Examiner, merged: Examiner) -> Examiner:
    """Mandates, qualifications and absences add up: the past ones still prove past juries."""
    mandates = {mandate.start: mandate for mandate in (*stored.mandates, *merged.mandates)}
    # What was said already stays as it was written here, with its reason
    said = {entry.said: entry for entry in (*merged.absences, *stored.absences)}
    return replace(
        merged,
        qualifications=_qualifications(stored.qualifications, merged.qualifications),
        mandates=tuple(sorted(mandates.values(), key=_start)),
        absences=united(said.values()),
    )


def dropped(stored: Examiner, incoming: Examiner, *, today: date) -> tuple[FieldChange, ...]:
    """Return what is stored, may matter from today on, and is not in a list that the roster gives.

    An empty cell says nothing: only a list that names something can leave something out.
    """
    seats = {qualification.seat for qualification in incoming.qualifications}
    starts = {mandate.start for mandate in incoming.mandates}
    lists: dict[str, list[object]] = {
        "qualifications": [q for q in stored.qualifications if seats and q.seat not in seats],
        "mandates": [
            m for m in stored.mandates if starts and m.start not in starts and m.end >= today
        ],
        "absences": [
            entry
            for entry in stored.absences
            if incoming.absences and entry.end >= today and _is_left_out(entry, incoming.absences)
        ],
    }
    return tuple(FieldChange(name, tuple(gone), ()) for name, gone in lists.items() if gone)


def _is_left_out(entry: Absence, incoming: Iterable[Absence]) -> bool:
    """A calendar file answers for its own entries, and a habit is the same whenever it began."""
    if entry.origin is Origin.CALENDAR:
        return False
    return not any(entry.said == one.said or _same_habit(entry, one) for one in incoming)


def _same_habit(one: Absence, other: Absence) -> bool:
    habits = [(entry.kind, entry.half_day, entry.weekday) for entry in (one, other)]
    return one.weekday is not None and habits[0] == habits[1]


def without(person: Examiner, gone: Iterable[FieldChange]) -> Examiner:
    """Return somebody without what a person said may go."""
    leaving = [part for change in gone for part in _parts(change.before)]
    return replace(
        person,
        qualifications=tuple(one for one in person.qualifications if one not in leaving),
        mandates=tuple(one for one in person.mandates if one not in leaving),
        absences=tuple(one for one in person.absences if one not in leaving),
    )


def _parts(value: object) -> Sequence[object]:
    return cast("Sequence[object]", value)


def _start(mandate: Mandate) -> date:
    return mandate.start


def _qualifications(
    stored: Sequence[Qualification], new: Sequence[Qualification]
) -> tuple[Qualification, ...]:
    known = {qualification.seat: qualification for qualification in stored}
    for qualification in new:
        if qualification.document or qualification.seat not in known:
            known[qualification.seat] = qualification
    return tuple(known.values())


def _differing(
    before: DataclassInstance, after: DataclassInstance, prefix: str
) -> Iterator[FieldChange]:
    for field in fields(before):
        if field.name in OURS:
            continue
        old, new = getattr(before, field.name), getattr(after, field.name)
        if _has_parts(old):
            yield from _differing(old, new, f"{prefix}{field.name}.")
        elif old != new:
            yield FieldChange(prefix + field.name, old, new)
