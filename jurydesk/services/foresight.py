"""What a range of half-days promises: how many juries each can have, and what limits them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.calendar import add_months
from jurydesk.domain.certification import Seat
from jurydesk.domain.jury_rules import STATUTORY_QUORUM
from jurydesk.domain.people import Examiner, Sex
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.session import Session
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.errors import WrongUsage
from jurydesk.exchange.public_holidays import is_working_day, zones
from jurydesk.planning.foresight import Capacity, Crowd, Limit, Shortage
from jurydesk.planning.foresight_presence import Presence
from jurydesk.planning.problem import Panel
from jurydesk.services.facts import certification_by_code
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jurydesk.domain.certification import Certification, Composition
    from jurydesk.planning.foresight import Person
    from jurydesk.planning.problem import Half
    from jurydesk.services.ports import Desk, UnitOfWork

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

MOST_DAYS = 1100
"""Three years: nobody knows of an absence later than that."""
FIRST_YEAR, LAST_YEAR = 2008, 2100
ONE_DAY = timedelta(days=1)


class Note(StrEnum):
    """What a person should know before they read the figures."""

    NO_COMPOSITION = "NO_COMPOSITION"
    """The sheet says of no jury on that route: nothing can be counted."""
    NO_QUORUM = "NO_QUORUM"
    """Fewer members of that jury deliberate than the office or the law wants."""
    PROPOSED = "PROPOSED"
    """The composition is only proposed: nothing may be held under it yet."""
    CLOSED = "CLOSED"
    """The sheet closes that route."""
    NOBODY = "NOBODY"
    """The pool is empty."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which jury is asked about, and when; None: what is likely meant."""

    certification: str
    route: AccessRoute | None = None
    start: date | None = None
    """None: today."""
    end: date | None = None
    """None: a year after the start, that day not included."""
    zone: str = ""
    """Subdivision of France with public holidays of its own."""


@dataclass(frozen=True)
class Setting:
    """What the answers are computed from, read in one unit of work."""

    facts: SessionFacts
    """A session of nobody: the sheet, the pool, and who sits elsewhere."""
    route: AccessRoute
    panel: Panel
    start: date
    end: date
    sessions: tuple[Session, ...]
    """The sessions with a day in the range."""
    notes: tuple[Note, ...] = ()
    zone: str = ""

    @cached_property
    def halves(self) -> tuple[Half, ...]:
        """Return every half-day of the range, days off included."""
        count = (self.end - self.start).days + 1
        days = (self.start + ONE_DAY * number for number in range(count))
        return tuple((day, half_day) for day in days for half_day in HalfDay)

    @cached_property
    def presence(self) -> Presence:
        """Return who may sit when."""
        return Presence(self.facts, self.panel)

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on that day."""
        return is_working_day(day, zone=self.zone)


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
        return self.setting.facts.certification

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


def setting_of(unit: UnitOfWork, question: Question, *, today: date) -> Setting:
    """Read what the answers to a question are computed from.

    Raises:
        WrongUsage: no such certification or zone, or a range that is none.
    """
    sheet = certification_by_code(unit, question.certification)
    start = question.start or today
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise WrongUsage("FORESIGHT-YEAR", {"first": FIRST_YEAR, "last": LAST_YEAR})
    end = question.end or add_months(start, 12) - ONE_DAY
    _check_range(start, end)
    if question.zone and question.zone not in zones():
        raise WrongUsage("DEADLINE-ZONE", {"zone": question.zone, "known": ", ".join(zones())})
    route = question.route or _likely_route(sheet)
    sessions = unit.sessions.all()
    facts = SessionFacts(
        session=Session(code="", certification=sheet.code, days=()),
        certification=sheet,
        candidates={},
        candidacies={},
        examiners={e.id: e for e in unit.examiners.all() if e.active},
        elsewhere=_seats(sessions),
        limits=settings_in(unit).limits,
    )
    composition = sheet.composition(route)
    return Setting(
        facts,
        route,
        _panel(composition, route, facts),
        start=start,
        end=end,
        sessions=tuple(s for s in sessions if any(start <= day <= end for day in s.days)),
        notes=tuple(_notes(composition, route, facts)),
        zone=question.zone,
    )


def _check_range(start: date, end: date) -> None:
    if end < start:
        raise WrongUsage("FORESIGHT-RANGE", {"start": start, "end": end})
    if (end - start).days >= MOST_DAYS:
        raise WrongUsage("FORESIGHT-LONG", {"most": MOST_DAYS})


def _likely_route(sheet: Certification) -> AccessRoute:
    """The VAE first: it is the one whose jury the law composes, and whose clock runs."""
    open_ones = [t.route for t in sheet.routes if t.composition and t.access is not Access.CLOSED]
    ordered = sorted(open_ones, key=lambda route: route is not AccessRoute.EXPERIENCE)
    return ordered[0] if ordered else AccessRoute.EXPERIENCE


def _panel(composition: Composition | None, route: AccessRoute, facts: SessionFacts) -> Panel:
    if composition is None or composition.voters < _quorum(facts):
        return Panel((), balanced=False)
    return Panel(
        composition.seats, balanced=composition.balanced or route is AccessRoute.EXPERIENCE
    )


def _quorum(facts: SessionFacts) -> int:
    return max(STATUTORY_QUORUM, facts.limits.quorum)


def _notes(composition: Composition | None, route: AccessRoute, facts: SessionFacts) -> list[Note]:
    notes = []
    if composition is None or not composition.seats:
        notes.append(Note.NO_COMPOSITION)
    else:
        if composition.voters < _quorum(facts):
            notes.append(Note.NO_QUORUM)
        if not composition.is_settled:
            notes.append(Note.PROPOSED)
    if facts.certification.terms(route).access is Access.CLOSED:
        notes.append(Note.CLOSED)
    if not facts.examiners:
        notes.append(Note.NOBODY)
    return notes


def _seats(sessions: tuple[Session, ...]) -> tuple[tuple[int, date, HalfDay], ...]:
    return tuple(
        (juror.examiner_id, jury.day, jury.half_day)
        for session in sessions
        for jury in session.juries
        if not jury.annulled
        for juror in jury.jurors
    )


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
