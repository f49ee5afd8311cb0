"""Says who was in the last import of a layout and is in this file no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.exchange.folding import fold
from jurydesk.services.import_preview import Fate, PreviewRow, RosterKind

if TYPE_CHECKING:
    from jurydesk.services.import_preview import SheetPreview
    from jurydesk.services.ports import UnitOfWork


def missing_rows(
    unit: UnitOfWork, kind: RosterKind, sheets: Iterable[SheetPreview], met: AbstractSet[int]
) -> tuple[PreviewRow, ...]:
    """Return a row for each entry of the last import of these layouts that the file lacks.

    The trail tells what an import saw; who was deleted since, or stands in a rejected row, is not
    missing.
    """
    read = [sheet for sheet in sheets if sheet.recognised]
    layouts = {sheet.layout for sheet in read}
    gone = seen_last(unit, kind, layouts) - met
    rejected = {fold(row.name) for sheet in read for row in sheet.of_fate(Fate.REJECTED)}
    names = _names(unit, kind, gone) if gone else ()
    return tuple(
        PreviewRow(0, Fate.MISSING, name, key=key)
        for key, name in names
        if fold(name) not in rejected
    )


def seen_last(unit: UnitOfWork, kind: RosterKind, layouts: AbstractSet[str]) -> frozenset[int]:
    """Return the numbers that the newest import with one of these layouts saw."""
    for event in reversed(unit.audit.events(type_=EventType.ROSTER_IMPORTED)):
        details = json.loads(event.details)
        if details["kind"] == kind and layouts & set(details.get("layouts", ())):
            return frozenset(numbers_in(details.get("seen", "")))
    return frozenset()


def as_ranges(numbers: Iterable[int]) -> str:
    """Write numbers shortly: `3 7-12`."""
    ordered = sorted(set(numbers) - {0})
    parts = []
    for _, run in groupby(enumerate(ordered), lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        parts.append(f"{members[0]}-{members[-1]}" if len(members) > 1 else str(members[0]))
    return " ".join(parts)


def numbers_in(ranges: str) -> Iterator[int]:
    """Read what `as_ranges` wrote."""
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _names(unit: UnitOfWork, kind: RosterKind, numbers: Iterable[int]) -> list[tuple[int, str]]:
    if kind is RosterKind.EXAMINERS:
        return [(one.id, one.full_name) for one in unit.examiners.some(numbers)]
    candidacies = unit.candidacies.some(numbers)
    people = {p.id: p for p in unit.candidates.some({c.candidate_id for c in candidacies})}
    return [(one.id, people[one.candidate_id].full_name) for one in candidacies]
