"""Reads the calendar file (.ics) of an examiner: when they are taken, by half-day."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from jurydesk.domain.availability import Absence, HalfDay, Origin
from jurydesk.domain.availability_days import Half, spans
from jurydesk.errors import DamagedFile, EnvironmentFailure, RefusedByRule
from jurydesk.exchange.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from icalendar import Calendar, Component

ZONE: Final = ZoneInfo("Europe/Paris")
MOST: Final = 10_000
"""Occurrences that the calendar of one person may have within the horizon."""
LARGEST: Final = 20_000_000
"""Bytes."""
LONGEST_REASON: Final = 80
HOURS: Final = {HalfDay.AM: (time(8), time(13)), HalfDay.PM: (time(13), time(19))}
"""An event that touches these hours takes the half-day."""
_TOO_OFTEN: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_PAGE: Final = timedelta(days=31)
_ONE_DAY: Final = timedelta(days=1)
_FAULTS: Final = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
"""What the libraries raise at an event that does not hold together."""


class Ignored(StrEnum):
    """Why an event takes nobody's time."""

    FREE = "FREE"
    """Shown as free in the calendar."""
    CANCELLED = "CANCELLED"
    OUTSIDE = "OUTSIDE"
    """In the evening or at night."""


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a calendar says from one day to another, both included."""

    entries: tuple[Absence, ...]
    since: date
    until: date
    events: int
    """Occurrences in that time, those ignored too."""
    ignored: Mapping[Ignored, int]


def read_calendar(path: Path, *, since: date, until: date) -> CalendarReading:
    """Read one file.

    Raises:
        EnvironmentFailure: it is not there, or not ours to read.
        DamagedFile: it is not a calendar, or one that does not hold together.
        RefusedByRule: it has no event at all, or more than a person's calendar has.
    """
    calendar = _parsed(path)
    if not calendar.walk("VEVENT"):
        raise RefusedByRule("AVAIL-ICS-EMPTY", {"file": path.name})
    if any(_is_too_often(event) for event in calendar.walk("VEVENT")):
        raise _too_many(path)
    taken = _Taken(since, until)
    try:
        for event in _occurrences(calendar, path, since=since, until=until):
            taken.add(event)
    except _FAULTS as fault:
        raise DamagedFile("AVAIL-ICS-DAMAGED", {"file": path.name}) from fault
    entries = _entries(taken.by_reason, given=since)
    return CalendarReading(entries, since, until, len(taken.seen), taken.ignored)


class _Taken:
    """Gathers the half-days that events take, by their reason."""

    def __init__(self, since: date, until: date) -> None:
        self._bounds = since, until
        self.by_reason: dict[str, set[Half]] = defaultdict(set)
        self.ignored: Counter[Ignored] = Counter()
        self.seen: set[tuple[str, str]] = set()

    def add(self, event: Component) -> None:
        """An event that goes over the end of a month comes twice."""
        mark = (str(event.get("UID", "")), str(_moment(event, "DTSTART")))
        if mark in self.seen:
            return
        self.seen.add(mark)
        halves = _halves(event, *self._bounds)
        why = _why_ignored(event) or (None if halves else Ignored.OUTSIDE)
        if why:
            self.ignored[why] += 1
        else:
            self.by_reason[_reason(event)] |= halves


def _parsed(path: Path) -> Calendar:
    from icalendar import Calendar  # noqa: PLC0415 -- slow import

    try:
        if path.stat().st_size > LARGEST:
            raise _too_many(path)
        content = path.read_bytes()
    except OSError as failure:
        raise EnvironmentFailure("AVAIL-ICS-UNREADABLE", {"file": path.name}) from failure
    if b"BEGIN:VCALENDAR" not in content:
        raise DamagedFile("AVAIL-ICS-NONE", {"file": path.name})
    try:
        return Calendar.from_ical(content)
    except _FAULTS as fault:
        raise DamagedFile("AVAIL-ICS-DAMAGED", {"file": path.name}) from fault


def _occurrences(
    calendar: Calendar, path: Path, *, since: date, until: date
) -> Iterator[Component]:
    """Yield each occurrence, month by month: what repeats without end is met at the limit."""
    import recurring_ical_events  # noqa: PLC0415 -- slow import

    query = recurring_ical_events.of(calendar)
    count, start = 0, since
    while start <= until:
        stop = min(start + _PAGE, until + _ONE_DAY)
        for event in query.between(start, stop):
            count += 1
            if count > MOST:
                raise _too_many(path)
            yield event
        start = stop


def _is_too_often(event: Component) -> bool:
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    return any(str(how).upper() in _TOO_OFTEN for one in rules for how in one.get("FREQ", []))


def _too_many(path: Path) -> RefusedByRule:
    return RefusedByRule("AVAIL-ICS-TOO-MANY", {"file": path.name, "most": MOST})


def _why_ignored(event: Component) -> Ignored | None:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return Ignored.CANCELLED
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    is_free = str(event.get("TRANSP", "")).upper() == "TRANSPARENT" or shown == "FREE"
    return Ignored.FREE if is_free else None


def _moment(event: Component, name: str) -> date:
    """Return a day, or a day with its time.

    Raises:
        TypeError: it is neither.
    """
    value = event.decoded(name)
    if not isinstance(value, date):
        raise TypeError(f"{name} is no moment")
    return value


def _halves(event: Component, since: date, until: date) -> frozenset[Half]:
    start = _moment(event, "DTSTART")
    end = _moment(event, "DTEND") if "DTEND" in event else start
    if isinstance(start, datetime) and isinstance(end, datetime):
        found = _touched(_local(start), _local(end), since, until)
        return frozenset(found)
    # The last day of a whole-day event is the first one that it does not take
    first, last = max(start, since), min(max(start, end - _ONE_DAY), until)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return frozenset((day, half) for day in days for half in HalfDay)


def _touched(start: datetime, end: datetime, since: date, until: date) -> Iterator[Half]:
    day = max(start.date(), since)
    while day <= min(end.date(), until):
        for half, (first, last) in HOURS.items():
            begins, ends = datetime.combine(day, first), datetime.combine(day, last)
            # What takes no time at all takes the half-day that it stands in
            if start < ends and (end > begins or start == end >= begins):
                yield day, half
        day += _ONE_DAY


def _local(moment: datetime) -> datetime:
    """Return the time on the clock in Paris; a time without a zone is taken as that."""
    return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def _reason(event: Component) -> str:
    """What is private stays with the person."""
    if str(event.get("CLASS", "")).upper() in {"PRIVATE", "CONFIDENTIAL"}:
        return ""
    return squeeze(str(event.get("SUMMARY", "")))[:LONGEST_REASON].strip()


def _entries(by_reason: Mapping[str, set[Half]], *, given: date) -> tuple[Absence, ...]:
    """Make entries of the half-days: a lesson each week is one, whatever lies over one of them."""
    found: Iterable[Absence] = (
        span.on(Absence(given, given, reason=reason, origin=Origin.CALENDAR, given=given))
        for reason, halves in by_reason.items()
        for span in spans(halves)
    )
    return tuple(sorted(found, key=lambda one: one.order))
