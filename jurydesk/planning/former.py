"""The plan that people were told: read from a session, kept where possible, its changes priced.

An appointment is a person, a half-day, a room, a certification and, for an examiner, a kind of
seat. Each that falls and each that is new counts one, so that moving somebody counts two and a
substitute two: who left and who comes. The hours within a half-day are kept by `timetable`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.domain.release import Appointment, Person, Role
from jurydesk.planning.objective import change_of
from jurydesk.planning.problem import Half, Member, Place

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.planning.assembly import Assembly

Spot = tuple[Half, str]
"""A half-day and a room."""


@dataclass(frozen=True)
class Former:
    """Who was told to come where."""

    members: Mapping[Spot, frozenset[Member]] = field(default_factory=dict)
    heard: Mapping[int, Spot] = field(default_factory=dict)
    """By candidacy."""
    starts: Mapping[int, datetime] = field(default_factory=dict)
    """By candidacy."""

    @property
    def count(self) -> int:
        """Return how many appointments examiners have."""
        return sum(map(len, self.members.values()))


def read_former(told: Mapping[Person, Iterable[Appointment]]) -> Former:
    """Return the plan behind the appointments of people."""
    members: dict[Spot, set[Member]] = defaultdict(set)
    heard: dict[int, Spot] = {}
    starts: dict[int, datetime] = {}
    for (role, number), appointments in told.items():
        for one in appointments:
            spot = (one.day, one.half_day), one.room
            if role is Role.EXAMINER:
                members[spot].add((number, one.seat, one.certification))
            elif one.start is not None:
                heard[number], starts[number] = spot, one.start
    return Former({spot: frozenset(m) for spot, m in members.items()}, heard, starts)


def split_rooms(place: Place, former: Former) -> tuple[Place, ...]:
    """Return a half-day with each room in which a jury was announced as a place of its own."""
    known = [room for room in place.rooms if (place.half, room) in former.members]
    others = tuple(room for room in place.rooms if room not in known)
    told = tuple(
        replace(place, rooms=(room,), former=former.members[place.half, room]) for room in known
    )
    return (*told, replace(place, rooms=others)) if others else told


def with_chair(place: Place, session: Session) -> Place:
    """Return the place of a jury that people were told of with whoever presides it."""
    if not place.former:
        return place
    spot = place.half, place.rooms[0]
    known = (jury.president_id for jury in session.juries if (jury.half, jury.room) == spot)
    return replace(place, chair=next(known, None))


def tell_pinned(place: Place, former: Former) -> Place:
    """Return the place of a pinned jury with whoever was told to come there."""
    return replace(place, former=former.members.get((place.half, place.rooms[0]), frozenset()))


def price_changes(assembly: Assembly) -> None:
    """Add what each choice changes for the people who were told of a plan."""
    problem = assembly.problem
    if not problem.was_told:
        return
    terms, known = assembly.costs["changes"], problem.former_members
    for (place, panel, post, examiner), sits in assembly.sits.items():
        judged = problem.panels[panel]
        one = (place, examiner, judged.posts[post].seat.kind, judged.certification)
        terms.append((sits, -1 if one in known else 1))
    for (number, place), heard in assembly.heard.items():
        like = assembly.cohorts[number].like
        terms.append((heard, change_of(like, place) - change_of(like, None)))
    told = sum(change_of(applicant, None) for applicant in problem.applicants)
    assembly.constants["changes"] = problem.lost + len(known) + told
