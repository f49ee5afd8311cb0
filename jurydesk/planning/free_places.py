"""The half-days of a session, and its whole days, with the rooms that nothing pinned uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.session import JurySpan, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.planning.day_juries import day_places
from jurydesk.planning.forbidden import split_forbidden
from jurydesk.planning.former import Former, split_rooms, with_chair
from jurydesk.planning.problem import Half, Openings, Panel, Place
from jurydesk.planning.sites import free_places

Settled = Callable[[Place], Place]


def all_free_places(
    facts: SessionFacts,
    panels: tuple[Panel, ...],
    openings: Mapping[Half, tuple[Openings, ...]],
    known: Former,
    *,
    before: Session,
    settled: Settled,
) -> list[Place]:
    """Return the places of a session with its pins; `before` tells who presides where.

    `settled` takes journeys between sites into account. Where juries sit for a day, a day with two
    half-days has places for both of them together.
    """
    parts = {
        half: [
            part
            for place in free_places(facts, half, panels, openings[half])
            for known_part in split_rooms(place, known)
            for part in split_forbidden(known_part, facts.session.pins)
        ]
        for half in openings
    }
    if facts.session.jury_span is JurySpan.HALF_DAY:
        return [settled(with_chair(part, before)) for half in parts for part in parts[half]]
    taken = {(jury.day, jury.room) for jury in facts.session.juries}
    found: list[Place] = []
    for day in dict.fromkeys(day for day, _ in parts):
        for alike in _alike(day, parts, taken):
            halves = [settled(with_chair(place, before)) for place in alike]
            found += day_places(*halves) if len(halves) > 1 else halves
    return found


def _alike(
    day: date, parts: Mapping[Half, list[Place]], taken: set[tuple[date, str]]
) -> Iterator[list[Place]]:
    """Yield the half-days of rooms that are alike in both: a room has one jury a day."""
    where: dict[str, dict[HalfDay, Place]] = defaultdict(dict)
    for half_day in HalfDay:
        for place in parts.get((day, half_day), ()):
            for room in place.rooms:
                where[room][half_day] = place
    rooms: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for room, halves in where.items():
        if (day, room) not in taken:
            rooms[tuple(id(halves.get(half_day)) for half_day in HalfDay)].append(room)
    for same in rooms.values():
        first = where[same[0]]
        places = (first[half_day] for half_day in HalfDay if half_day in first)
        yield [replace(place, rooms=tuple(same)) for place in places]
