"""The released plan: what each person was told, and whom to tell when it changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jurydesk.domain.session import Jury, Session


class Role(StrEnum):
    """As what somebody is convened."""

    CANDIDATE = "CANDIDATE"
    EXAMINER = "EXAMINER"


class News(StrEnum):
    """What a person is to be told."""

    CONVENED = "CONVENED"
    MOVED = "MOVED"
    CANCELLED = "CANCELLED"


Person = tuple[Role, int]
"""A candidacy or an examiner, by number."""


@dataclass(frozen=True, slots=True, order=True)
class Appointment:
    """When and where a person is expected. Times are local; an examiner comes for a half-day."""

    day: date
    half_day: HalfDay
    room: str
    start: datetime
    end: datetime
    seat: str = ""
    """The kind of seat of an examiner."""
    certification: str = ""
    """Code of what the jury judges."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What one person was told last, and what the released plan asks of them."""

    role: Role
    number: int
    """The candidacy, or the examiner."""
    planned: tuple[Appointment, ...] = ()
    """In the released plan."""
    known: tuple[Appointment, ...] = ()
    """What the person was told; empty: nothing yet, or that nothing is left."""
    told_on: date | None = None

    @property
    def person(self) -> Person:
        """Return who it is, as a key."""
        return self.role, self.number

    @property
    def is_due(self) -> bool:
        """Tell whether the person must still be told."""
        return self.planned != self.known

    @property
    def news(self) -> News:
        """Return what the person is to be told, or was."""
        return news_of(self.known, self.planned)


@dataclass(frozen=True, slots=True)
class Release:
    """The plan as it was given out. What is changed afterwards is a draft until it is released."""

    at: datetime
    announcements: tuple[Announcement, ...] = ()

    @property
    def due(self) -> tuple[Announcement, ...]:
        """Return those who must still be told."""
        return tuple(one for one in self.announcements if one.is_due)

    def of(self, person: Person) -> Announcement:
        """Return what is known of one person."""
        found = (one for one in self.announcements if one.person == person)
        return next(found, Announcement(*person))


@dataclass(frozen=True, slots=True)
class DraftChange:
    """How the plan on the screen differs, for one person, from the released one."""

    role: Role
    number: int
    released: tuple[Appointment, ...]
    drafted: tuple[Appointment, ...]

    @property
    def news(self) -> News:
        """Return what would be told if the draft were released."""
        return news_of(self.released, self.drafted)


def news_of(before: tuple[Appointment, ...], after: tuple[Appointment, ...]) -> News:
    """Return how appointments change for a person."""
    if not before:
        return News.CONVENED
    return News.MOVED if after else News.CANCELLED


def appointments(session: Session) -> Mapping[Person, tuple[Appointment, ...]]:
    """Return the appointments that a plan gives to each person, in the order of time."""
    found: dict[Person, list[Appointment]] = defaultdict(list)
    juries = {jury.number: jury for jury in session.juries if not jury.annulled}
    for hearing in session.hearings:
        jury = juries.get(hearing.jury)
        if jury is not None:
            when = replace(_sitting(session, jury), start=hearing.start, end=hearing.end)
            found[Role.CANDIDATE, hearing.candidacy_id].append(when)
    for jury in juries.values():
        for juror in jury.jurors:
            when = replace(_sitting(session, jury), seat=juror.seat)
            found[Role.EXAMINER, juror.examiner_id].append(when)
    return {person: tuple(sorted(times, key=_in_time)) for person, times in sorted(found.items())}


def released(session: Session, *, at: datetime) -> Release:
    """Return the release of a plan as it stands; whoever was told the same need not be told again.

    A person told of an earlier release keeps what they know until they are told anew.
    """
    now = appointments(session)
    before = session.release or Release(at)
    known = {one.person: one for one in before.announcements}
    people = sorted({*now, *known})
    every = (replace(before.of(person), planned=now.get(person, ())) for person in people)
    return Release(at, tuple(one for one in every if one.planned or one.known))


def told(release: Release, people: Collection[Person], *, on: date) -> Release:
    """Return the release once these people were told."""
    every = (
        replace(one, known=one.planned, told_on=on) if one.person in people and one.is_due else one
        for one in release.announcements
    )
    return replace(release, announcements=tuple(every))


def draft_changes(session: Session) -> tuple[DraftChange, ...]:
    """Return whom the plan on the screen treats in another way than the released one."""
    if session.release is None:
        return ()
    now = appointments(session)
    before = {one.person: one.planned for one in session.release.announcements}
    every = (
        DraftChange(*person, before.get(person, ()), now.get(person, ()))
        for person in sorted({*now, *before})
    )
    return tuple(change for change in every if change.released != change.drafted)


def _sitting(session: Session, jury: Jury) -> Appointment:
    start, end = (datetime.combine(jury.day, t) for t in session.hours.bounds(jury.half_day))
    judged = jury.certification
    return Appointment(*jury.half, jury.room, start, end, certification=judged)


def _in_time(appointment: Appointment) -> tuple[date, HalfDay, datetime, str]:
    return appointment.day, appointment.half_day, appointment.start, appointment.room
