"""What a range of half-days promises: how many juries each can have, and what limits them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import Seat
from jurydesk.domain.people import Examiner, Sex
from jurydesk.domain.session import Session
from jurydesk.planning.foresight import Capacity, Crowd, Limit, Shortage
from jurydesk.services.foresight_setting import Note, Question, Setting, setting_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.routes import AccessRoute
    from jurydesk.planning.foresight import Person
    from jurydesk.planning.problem import Half
    from jurydesk.services.ports import Desk

__all__ = [
    "Capacity",
    "FreeSeat",
    "HalfForecast",
    "HeatMap",
    "Limit",
    "Note",
    "Question",
    "Setting",
    "Shortage",
    "heat_map",
    "setting_of",
]


@dataclass(frozen=True, slots=True)
class FreeSeat:
    """One kind of seat on one half-day, with whoever may take it."""

    seat: Seat
    count: int
    """How many of them a jury has."""
    people: tuple[Examiner, ...]


@dataclass(frozen=True, slots=True)
class HalfForecast:
    """One half-day of the map."""

    day: date
    half_day: HalfDay
    is_working: bool
    capacity: Capacity
    sessions: tuple[Session, ...] = ()
    """The sessions that the day belongs to."""

    @property
    def half(self) -> Half:
        """Return the half-day as a key that sorts in time."""
        return self.day, self.half_day

    @property
    def juries(self) -> int:
        """Return how many juries can be filled at once, beside those that sit already."""
        return self.capacity.juries


@dataclass(frozen=True)
class HeatMap:
    """A range of half-days, with how many juries of one kind each can have."""

    setting: Setting = field(repr=False)
    halves: tuple[HalfForecast, ...]

    @property
    def certification(self) -> Certification:
        """Return the sheet."""
        return self.setting.sheet

    @property
    def route(self) -> AccessRoute:
        """Return the route whose jury is counted."""
        return self.setting.route

    @cached_property
    def working(self) -> tuple[HalfForecast, ...]:
        """Return the half-days on which offices work."""
        return tuple(one for one in self.halves if one.is_working)

    @cached_property
    def most(self) -> int:
        """Return the most juries that a working half-day can have."""
        return max((one.juries for one in self.working), default=0)

    def at(self, day: date, half_day: HalfDay) -> HalfForecast | None:
        """Return one half-day; None outside the range."""
        return self._index.get((day, half_day))

    def free(self, one: HalfForecast) -> tuple[FreeSeat, ...]:
        """Return, for each kind of seat, who may take it then, in the order of their names."""
        persons = self.setting.presence.persons(one.half)
        pool = self.setting.facts.examiners
        return tuple(
            FreeSeat(post.seat, post.count, _named(persons, pool, number))
            for number, post in enumerate(self.setting.panel.posts)
        )

    @cached_property
    def _index(self) -> Mapping[Half, HalfForecast]:
        return {one.half: one for one in self.halves}


def heat_map(
    desk: Desk, *, question: Question, progress: Callable[[int, int], None] | None = None
) -> HeatMap:
    """Count the juries of every half-day; `progress(done, total)` may raise to stop.

    Raises:
        WrongUsage: no such certification or zone, or a range that is none.
    """
    with desk.open_unit() as unit:
        setting = setting_of(unit, question, today=desk.clock.today())
    by_day = _sessions_by_day(setting.sessions)
    known: dict[tuple[tuple[Sex, int], ...], Capacity] = {}
    halves = []
    for number, half in enumerate(setting.halves):
        if progress is not None and half[1] is HalfDay.AM:
            progress(number, len(setting.halves))
        persons = setting.presence.persons(half)
        # Half-days with the same kinds of persons have the same answer
        key = tuple(sorted((person.sex, person.posts) for person in persons))
        if key not in known:
            known[key] = Crowd(setting.panel, persons).capacity
        day = half[0]
        halves.append(HalfForecast(*half, setting.is_working(day), known[key], by_day.get(day, ())))
    return HeatMap(setting, tuple(halves))


def _sessions_by_day(sessions: tuple[Session, ...]) -> Mapping[date, tuple[Session, ...]]:
    by_day: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        for day in dict.fromkeys(session.days):
            by_day[day].append(session)
    return {day: tuple(held) for day, held in by_day.items()}


def _named(
    persons: tuple[Person, ...], pool: Mapping[int, Examiner], post: int
) -> tuple[Examiner, ...]:
    people = (pool[person.id] for person in persons if person.posts >> post & 1)
    return tuple(sorted(people, key=lambda one: (one.full_name, one.id)))
