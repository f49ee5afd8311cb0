"""A session: days, rooms, juries with their jurors, and the hearings placed before them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import Finding
from jurydesk.domain.pins import NO_PINS, Pins
from jurydesk.domain.release import Release


class SessionStatus(StrEnum):
    """How far a session has come; each step is taken by a person."""

    DRAFT = "DRAFT"
    PROPOSED = "PROPOSED"
    FROZEN = "FROZEN"
    """On the day: people, seats and findings are fixed, results are being recorded."""
    CLOSED = "CLOSED"
    """The deliberation is closed: decisions and minutes are never changed, only amended."""


class Modality(StrEnum):
    """Where the members and the candidates are."""

    ON_SITE = "ON_SITE"
    REMOTE = "REMOTE"
    MIXED = "MIXED"


@dataclass(frozen=True, slots=True)
class Hours:
    """The frame of every day of a session and the length of a hearing, in minutes."""

    start: time = time(9, 0)
    end: time = time(17, 30)
    lunch_start: time = time(12, 30)
    lunch_end: time = time(13, 30)
    minutes: int = 45
    """Length of a hearing, deliberation on it included."""

    def bounds(self, half_day: HalfDay) -> tuple[time, time]:
        """Return the first and the last moment of a half-day; equal where it has no time."""
        # An office may open after lunch, or close before it: that half-day has no length
        if half_day is HalfDay.AM:
            return self.start, max(self.start, min(self.lunch_start, self.end))
        return max(self.lunch_end, self.start), max(self.lunch_end, self.start, self.end)

    def length(self, *, extra_time: bool) -> timedelta:
        """Return how long a hearing lasts; a third more, rounded up to 5 minutes, if adapted."""
        if not extra_time:
            return timedelta(minutes=self.minutes)
        # Four thirds, in steps of five minutes; two minus signs round up
        return timedelta(minutes=-(-self.minutes * 4 // 15) * 5)


@dataclass(frozen=True, slots=True)
class Juror:
    """An examiner seated in a jury. The seat's terms are copied: they are frozen with the jury."""

    examiner_id: int
    seat: str
    external: bool
    deliberates: bool


@dataclass(frozen=True, slots=True)
class Jury:
    """The members convened for one half-day in one room; `number` is unique in its session."""

    number: int
    day: date
    half_day: HalfDay
    room: str
    certification: str
    """Code of the one certification that it judges."""
    jurors: tuple[Juror, ...] = ()
    president_id: int | None = None
    one_sex_reason: str = ""
    """Why nobody of the other sex could sit; printed in the minutes."""
    annulled: bool = False

    def juror(self, examiner_id: int) -> Juror | None:
        """Return how that examiner sits in this jury."""
        return next((j for j in self.jurors if j.examiner_id == examiner_id), None)

    @property
    def half(self) -> tuple[date, HalfDay]:
        """Return the half-day as a key that sorts in time."""
        return self.day, self.half_day


@dataclass(frozen=True, slots=True)
class Hearing:
    """One candidacy before one jury at one time; times are local, without a zone."""

    candidacy_id: int
    jury: int
    """Number of the jury."""
    start: datetime
    end: datetime
    recused: tuple[int, ...] = ()
    """Examiners who may sit but not deliberate on this candidate."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A candidacy that the proposal could not place, with the reasons."""

    candidacy_id: int
    reasons: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the last proposal said of itself. `objective` holds each named part and its cost."""

    status: str
    """`optimal`, `feasible`, `partial` or `infeasible`."""
    seconds: float
    bound: int
    objective: tuple[tuple[str, int], ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A jury session for one certification or several. Hearings and juries go with it."""

    code: str
    certifications: tuple[str, ...]
    """Codes of what is judged, in the order of the office; never empty."""
    days: tuple[date, ...]
    rooms: tuple[str, ...] = ("Salle 1",)
    hours: Hours = Hours()
    place: str = ""
    """Full address, printed in the minutes; or how to join when it is remote."""
    modality: Modality = Modality.ON_SITE
    title: str = ""
    status: SessionStatus = SessionStatus.DRAFT
    candidacies: tuple[int, ...] = ()
    juries: tuple[Jury, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    proposal: Proposal | None = None
    frozen_at: datetime | None = None
    frozen_findings: tuple[Finding, ...] = ()
    """What the rules found on the day; never computed again."""
    closed_at: datetime | None = None
    pins: Pins = NO_PINS
    """What the next proposal must keep."""
    release: Release | None = None
    """The plan as people were told it."""
    id: int = 0
    version: int = field(default=0, compare=False)

    def jury(self, number: int) -> Jury | None:
        """Return a jury by its number."""
        return next((jury for jury in self.juries if jury.number == number), None)

    def hearing(self, candidacy_id: int) -> Hearing | None:
        """Return the hearing of a candidacy."""
        return next((h for h in self.hearings if h.candidacy_id == candidacy_id), None)

    def hearings_of(self, number: int) -> tuple[Hearing, ...]:
        """Return the hearings before one jury, in the order of the day."""
        return tuple(sorted((h for h in self.hearings if h.jury == number), key=lambda h: h.start))

    @property
    def recorded(self) -> tuple[str, ...]:
        """Return the certifications of which there are minutes: those that a jury judges."""
        seated = {jury.certification for jury in self.juries}
        return tuple(c for c in self.certifications if c in seated) or self.certifications

    def judged(self, candidacy_id: int) -> str:
        """Return the certification that the jury of a candidacy judges; empty: it has no jury."""
        hearing = self.hearing(candidacy_id)
        jury = self.jury(hearing.jury) if hearing else None
        return jury.certification if jury else ""

    @property
    def has_several(self) -> bool:
        """Tell whether it must be said which certification a jury judges."""
        return len(self.certifications) > 1

    @property
    def standing_hearings(self) -> dict[int, Hearing]:
        """Return the hearings by candidacy, without those before a jury that was annulled."""
        annulled = {jury.number for jury in self.juries if jury.annulled}
        return {h.candidacy_id: h for h in self.hearings if h.jury not in annulled}

    @property
    def unplaced(self) -> tuple[int, ...]:
        """Return the candidacies that have no hearing yet."""
        placed = {hearing.candidacy_id for hearing in self.hearings}
        return tuple(c for c in self.candidacies if c not in placed)

    @property
    def can_be_planned(self) -> bool:
        """Tell whether juries and hearings may still be changed."""
        return self.status in {SessionStatus.DRAFT, SessionStatus.PROPOSED}
