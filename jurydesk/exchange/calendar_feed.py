"""Deadlines as a calendar that other programs subscribe to or read in: RFC 5545, days only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from jurydesk import __version__
from jurydesk.exchange.safe_files import check_replaceable, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from icalendar import Calendar, Component, Event

ONE_DAY = timedelta(days=1)
ALARM_HOUR = timedelta(hours=9)
LARGEST = 20_000_000
"""Bytes of an earlier feed that are read at most."""


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One day in the calendar; `uid` is the same for as long as what it stands for lives."""

    uid: str
    day: date
    summary: str
    description: str
    category: str
    remind_on: date
    """The day on whose morning the calendar reminds."""


@dataclass(frozen=True, slots=True)
class _Earlier:
    """An event as the feed held it before, with how often it had changed."""

    content: tuple[object, ...]
    sequence: int
    modified: datetime


def write_feed(path: Path, events: Iterable[FeedEvent], *, title: str, now: datetime) -> int:
    """Write the calendar, replacing an earlier one of the same name; return how many events.

    What is as it was in the earlier one keeps its number and its time of change, so that a
    calendar that follows the feed shows as changed only what has changed.

    Raises:
        EnvironmentFailure: nothing can be written there.
        RefusedByRule: a workspace is there.
    """
    check_replaceable(path)
    written = sorted(events, key=lambda event: (event.day, event.uid))
    content = _calendar(written, _earlier(path), title=title, now=now.astimezone(UTC))
    write_file(path, content.to_ical())
    return len(written)


def _calendar(
    events: Iterable[FeedEvent], earlier: Mapping[str, _Earlier], *, title: str, now: datetime
) -> Calendar:
    from icalendar import Calendar  # noqa: PLC0415 -- slow import

    calendar = Calendar()
    calendar.add("prodid", f"-//jurydesk//jurydesk {__version__}//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for one in events:
        calendar.add_component(_event(one, earlier.get(one.uid), now))
    return calendar


def _event(one: FeedEvent, before: _Earlier | None, now: datetime) -> Event:
    from icalendar import Alarm, Event  # noqa: PLC0415 -- slow import

    is_same = before is not None and before.content == _content(one)
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", before.modified if before and is_same else now)
    event.add("last-modified", before.modified if before and is_same else now)
    event.add("sequence", before.sequence + (not is_same) if before else 0)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + ONE_DAY)
    event.add("summary", one.summary)
    event.add("description", one.description)
    event.add("categories", [one.category])
    # It names persons, and a day on which something is due is not a day on which one is away
    event.add("class", "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.summary)
    alarm.add("trigger", one.remind_on - one.day + ALARM_HOUR)
    event.add_component(alarm)
    return event


def _content(one: FeedEvent) -> tuple[object, ...]:
    return one.day, one.summary, one.description


def _earlier(path: Path) -> dict[str, _Earlier]:
    """Return the events of the feed that is there; none where it is no calendar of ours."""
    from icalendar import Calendar  # noqa: PLC0415 -- slow import

    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return {}
        calendar = Calendar.from_ical(path.read_bytes())
        return {str(event["uid"]): _read(event) for event in calendar.walk("VEVENT")}
    except (OSError, ValueError, KeyError, AttributeError, TypeError, IndexError):
        # Whatever is there is to be replaced: the feed begins anew
        return {}


def _read(event: Component) -> _Earlier:
    content = (event.decoded("dtstart"), str(event["summary"]), str(event["description"]))
    return _Earlier(content, int(event.decoded("sequence")), event.decoded("last-modified"))
