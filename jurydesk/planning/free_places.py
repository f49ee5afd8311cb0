"""The half-days of a session, and its whole days, with the rooms that nothing pinned uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.session import JurySpan, Session
from jurydesk.planning.day_juries import day_places
from jurydesk.planning.former import Former, split_rooms, with_chair
from jurydesk.planning.problem import Half, Openings, Place, minutes_of


def free_places(
    session: Session,
    openings: Mapping[Half, tuple[Openings, ...]],
    known: Former,
    *,
    before: Session,
) -> list[Place]:
    """Return the places of a session with its pins; `before` tells who presides where.

    Where juries sit for a day, a day with two half-days has places for both of them together.
    """
    places = {half: _free_place(session, half, openings[half]) for half in openings}
    found: list[Place] = []
    for (day, half_day), place in places.items():
        both = [places.get((day, half)) for half in HalfDay]
        if session.jury_span is JurySpan.HALF_DAY or None in both:
            found += (with_chair(one, before) for one in split_rooms(place, known))
        elif half_day is HalfDay.AM:
            halves = [one for one in both if one is not None]
            found += _of_a_day(halves, known, before)
    return found


def _of_a_day(halves: list[Place], known: Former, before: Session) -> Iterator[Place]:
    """Yield the places of one day: a room that is taken for a half of it is not free.

    Each room in which a jury was announced has places of its own.
    """
    free = [room for room in halves[0].rooms if room in halves[1].rooms]
    told = [r for r in free if any((half.half, r) in known.members for half in halves)]
    others = tuple(room for room in free if room not in told)
    for rooms in (*((room,) for room in told), *((others,) if others else ())):
        here = [replace(half, rooms=rooms, former=_told(half, rooms, known)) for half in halves]
        morning, afternoon = (with_chair(place, before) for place in here)
        yield from day_places(morning, afternoon)


def _told(place: Place, rooms: tuple[str, ...], known: Former) -> frozenset[tuple[int, str]]:
    return known.members.get((place.half, rooms[0]), frozenset())


def _free_place(session: Session, half: Half, openings: tuple[Openings, ...]) -> Place:
    """Return a half-day with the rooms that no pinned jury uses."""
    start, end = (datetime.combine(half[0], m) for m in session.hours.bounds(half[1]))
    heard = {h.jury for h in session.hearings if h.start < end and start < h.end}
    taken = {j.room for j in session.juries if j.half == half or j.number in heard}
    rooms = tuple(room for room in dict.fromkeys(session.rooms) if room not in taken)
    first, last = minutes_of(start.time()), minutes_of(end.time())
    return Place(*half, rooms=rooms, windows=((first, last),), openings=openings)
