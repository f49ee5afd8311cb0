"""When a person can sit: away, free, held for us until a date, or rather not; by half-day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class HalfDay(StrEnum):
    """Morning or afternoon, as the timetable cuts a day."""

    AM = "am"
    PM = "pm"


class AvailabilityKind(StrEnum):
    """What somebody said of a range of days."""

    AWAY = "AWAY"
    OPTION = "OPTION"
    """Free, and held for us until a date: not confirmed by then, it is lost."""
    RATHER_NOT = "RATHER_NOT"
    """A price, not a bar."""
    FREE = "FREE"
    """Explicitly said; it also confirms an option."""


class Origin(StrEnum):
    """Where an entry came from."""

    TYPED = "TYPED"
    CALENDAR = "CALENDAR"
    """A calendar file of the person: the next one takes its place."""
    ROSTER = "ROSTER"


@dataclass(frozen=True, slots=True)
class Absence:
    """What a person said of a range of days, both ends included; being away unless it says else."""

    start: date
    end: date
    half_day: HalfDay | None = None
    """None: the whole day."""
    reason: str = ""
    kind: AvailabilityKind = AvailabilityKind.AWAY
    held_until: date | None = None
    """Last day of an option."""
    weekday: int | None = None
    """Only that day of each week, 0 for Monday; None: every day."""
    origin: Origin = Origin.TYPED
    given: date | None = None
    """When the person said it; None: not known."""

    @property
    def said(self) -> tuple[object, ...]:
        """Return what was said, whoever wrote it down and for whatever reason."""
        held = self.held_until
        return self.kind, self.start, self.end, self.half_day, self.weekday, held

    @property
    def order(self) -> tuple[date, date, str, int, str]:
        """Return what entries are listed by: their days first."""
        half, day = self.half_day or "", -1 if self.weekday is None else self.weekday
        return self.start, self.end, half, day, self.kind

    def covers(self, day: date, half_day: HalfDay) -> bool:
        """Tell whether it speaks of that half-day."""
        if not self.start <= day <= self.end or self.half_day not in {None, half_day}:
            return False
        return self.weekday is None or day.weekday() == self.weekday

    def has_lapsed(self, today: date | None) -> bool:
        """Tell whether it is an option whose last day is past."""
        if self.kind is not AvailabilityKind.OPTION or None in {today, self.held_until}:
            return False
        return bool(today and self.held_until and self.held_until < today)

    def days(self) -> Iterable[date]:
        """Return each day it speaks of."""
        count = (self.end - self.start).days + 1
        every = (self.start + timedelta(days=number) for number in range(count))
        return (day for day in every if self.weekday in {None, day.weekday()})


class Answer(StrEnum):
    """What all entries together say of one half-day."""

    SILENT = "SILENT"
    AWAY = "AWAY"
    LAPSED = "LAPSED"
    """Held for us once, and not confirmed in time."""
    OPTION = "OPTION"
    RATHER_NOT = "RATHER_NOT"
    FREE = "FREE"


def answer_on(
    entries: Iterable[Absence], day: date, half_day: HalfDay, *, today: date | None
) -> tuple[Answer, Absence | None]:
    """Return what is said of a half-day, and the entry that says it.

    Being away outweighs everything; a confirmed freedom outweighs an option; an option still held
    outweighs one that lapsed. « Rather not » is a price beside being free or held.
    """
    found: dict[Answer, Absence] = {}
    for entry in entries:
        if entry.covers(day, half_day):
            found.setdefault(_answer(entry, today), entry)
    settled = Answer.FREE if Answer.FREE in found else Answer.OPTION
    if settled in found:
        found.pop(Answer.LAPSED, None)
    if Answer.FREE in found:
        found.pop(Answer.OPTION, None)
    order = (Answer.AWAY, Answer.LAPSED, Answer.OPTION, Answer.RATHER_NOT, Answer.FREE)
    first = next((answer for answer in order if answer in found), Answer.SILENT)
    return first, found.get(first)


def _answer(entry: Absence, today: date | None) -> Answer:
    return Answer.LAPSED if entry.has_lapsed(today) else Answer(entry.kind.value)
