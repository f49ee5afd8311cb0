"""Where juries sit: sites with their rooms, and how long it takes from one site to another.

A session names its rooms by name. A name that a site has is that room, with its limits; a name that
no site has is a room of which nothing is known, and nothing is held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from functools import cached_property

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.findings import SubjectKind

Span = tuple[time, time]
"""From when until when, on one day."""


class Equipment(StrEnum):
    """What a room offers; rules ask for the first two."""

    VIDEO = "VIDEO"
    """A conference with people who are elsewhere."""
    STEP_FREE = "STEP_FREE"
    """A person in a wheelchair reaches it by themselves (« accès PMR »)."""
    PROJECTOR = "PROJECTOR"
    SOUND = "SOUND"
    HEARING_LOOP = "HEARING_LOOP"
    COMPUTER = "COMPUTER"


@dataclass(frozen=True, slots=True)
class Opening:
    """From when until when a room is open on one day of the week, 0 for Monday."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Room:
    """A room of a site; its name tells it from every room of every site."""

    name: str
    capacity: int | None = None
    """How many persons it holds; None: not known."""
    hours: tuple[Opening, ...] = ()
    """When it is open; none: whenever a session sits. Where there are any, only then."""
    closed: tuple[Absence, ...] = ()
    """Half-days on which it cannot be had."""
    equipment: tuple[Equipment, ...] = ()
    note: str = ""

    def spans(self, day: date, half_day: HalfDay, within: Span) -> tuple[Span, ...]:
        """Return when the room can be had within a half-day, in the order of time."""
        if any(e.kind is AvailabilityKind.AWAY and e.covers(day, half_day) for e in self.closed):
            return ()
        if not self.hours:
            return (within,)
        cut = (
            (max(within[0], opening.start), min(within[1], opening.end))
            for opening in self.hours
            if opening.weekday == day.weekday()
        )
        return tuple(_joined(sorted((start, end) for start, end in cut if start < end)))

    def holds(self, persons: int) -> bool:
        """Tell whether so many persons may be in it; so it is where nobody wrote how many."""
        return self.capacity is None or persons <= self.capacity


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Yield the spans, those that touch or overlap as one."""
    current: Span | None = None
    for start, end in spans:
        if current is not None and start <= current[1]:
            current = current[0], max(current[1], end)
            continue
        if current is not None:
            yield current
        current = start, end
    if current is not None:
        yield current


@dataclass(frozen=True, slots=True)
class Site:
    """A building where juries sit, with its rooms."""

    name: str
    address: str = ""
    """In full, as convocations and minutes print it."""
    note: str = ""
    rooms: tuple[Room, ...] = ()
    id: int = 0
    version: int = field(default=0, compare=False)

    def room(self, name: str) -> Room | None:
        """Return the room of that name."""
        return next((room for room in self.rooms if room.name == name), None)


@dataclass(frozen=True, slots=True)
class Travel:
    """How long it takes from one site to another, either way; the lower number is the first."""

    first_id: int
    second_id: int
    minutes: int
    id: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Stay:
    """Where somebody is on a half-day because of another session."""

    role: SubjectKind
    """EXAMINER, or CANDIDATE."""
    person: int
    day: date
    half_day: HalfDay
    start: time
    end: time
    site: int


# Without slots, which leave no room for cached properties
@dataclass(frozen=True)
class SiteMap:
    """All sites, and the ways between them."""

    sites: tuple[Site, ...] = ()
    travels: tuple[Travel, ...] = ()

    def room(self, name: str) -> Room | None:
        """Return the room of that name; None where no site has it."""
        found = self._rooms.get(name)
        return found[1] if found else None

    def site_of(self, room: str) -> Site | None:
        """Return the site that has a room of that name."""
        found = self._rooms.get(room)
        return found[0] if found else None

    def site(self, identifier: int) -> Site | None:
        """Return a site by its number."""
        return next((site for site in self.sites if site.id == identifier), None)

    def addresses(self, rooms: Iterable[str]) -> str:
        """Return the addresses of the sites that have these rooms, each once; empty: none."""
        found = (site.address for room in rooms if (site := self.site_of(room)))
        return " ; ".join(dict.fromkeys(address for address in found if address))

    def minutes(self, one: int, other: int) -> int | None:
        """Return the minutes between two sites; None where nobody wrote them down."""
        return 0 if one == other else self._minutes.get(frozenset((one, other)))

    @cached_property
    def _rooms(self) -> dict[str, tuple[Site, Room]]:
        return {room.name: (site, room) for site in self.sites for room in site.rooms}

    @cached_property
    def _minutes(self) -> dict[frozenset[int], int]:
        return {frozenset((way.first_id, way.second_id)): way.minutes for way in self.travels}


NOWHERE = SiteMap()
"""No site is known."""
