"""What an examiner says of their time: typed, or from a calendar file of theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, AvailabilityKind, Origin
from jurydesk.domain.calendar import add_months
from jurydesk.domain.pool_rules import check_examiner
from jurydesk.errors import WrongUsage
from jurydesk.exchange.availability_text import TextReading, Unread, read_availability
from jurydesk.exchange.availability_writer import write_availability
from jurydesk.exchange.examiner_calendar import CalendarReading, Ignored, read_calendar
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from jurydesk.domain.people import Examiner
    from jurydesk.services.ports import Desk

__all__ = (
    "CalendarPlan",
    "Ignored",
    "TextReading",
    "Unread",
    "availability_after",
    "check_entries",
    "plan_calendar",
    "preview_calendar",
    "read_availability",
    "save_availability",
    "write_availability",
)

LONGEST = 99
"""Months ahead at most: a birthday repeats for ever."""


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What a calendar file would change; nothing is stored yet."""

    file: str
    reading: CalendarReading
    added: tuple[Absence, ...]
    kept: tuple[Absence, ...]
    removed: tuple[Absence, ...]
    """Those of an earlier calendar file that this one no longer has."""
    entries: tuple[Absence, ...]
    """All that the person will then have said."""


def preview_calendar(
    desk: Desk, *, path: Path, present: Iterable[Absence], months: int | None = None
) -> CalendarPlan:
    """Read a calendar file over the months that the office set, unless others are asked for.

    Raises:
        WrongUsage: the horizon is none.
        EnvironmentFailure: the file cannot be read, or is no calendar.
        RefusedByRule: it has no events, or far too many.
    """
    with desk.open_unit() as unit:
        usual = settings_in(unit).calendar_months
    chosen = usual if months is None else months
    return plan_calendar(path, present=present, today=desk.clock.today(), months=chosen)


def plan_calendar(
    path: Path, *, present: Iterable[Absence], today: date, months: int
) -> CalendarPlan:
    """Read a calendar file beside what is known; entries of an earlier file are replaced.

    Raises:
        WrongUsage: the horizon is none.
        EnvironmentFailure: the file cannot be read, or is no calendar.
        RefusedByRule: it has no events, or far too many.
    """
    if not 1 <= months <= LONGEST:
        raise WrongUsage("AVAIL-HORIZON", {"most": LONGEST})
    reading = read_calendar(path, since=today, until=add_months(today, months))
    known = tuple(present)
    earlier = [one for one in known if one.origin is Origin.CALENDAR and one.end >= today]
    before = {_mark(one, today) for one in earlier}
    now = {_mark(one, today) for one in reading.entries}
    return CalendarPlan(
        file=path.name,
        reading=reading,
        added=tuple(one for one in reading.entries if _mark(one, today) not in before),
        kept=tuple(one for one in reading.entries if _mark(one, today) in before),
        removed=tuple(one for one in earlier if _mark(one, today) not in now),
        entries=_sorted([*(one for one in known if one not in earlier), *reading.entries]),
    )


def availability_after(
    present: Iterable[Absence], typed: Iterable[Absence], *, today: date
) -> tuple[Absence, ...]:
    """Return what somebody has said once `typed` stands for all that was not in a calendar.

    What is past stays: it explains past juries.
    """
    kept = [one for one in present if one.end < today or one.origin is Origin.CALENDAR]
    return _sorted([*kept, *typed])


def save_availability(
    desk: Desk, *, examiner_id: int, entries: Iterable[Absence], source: Origin = Origin.TYPED
) -> Outcome[Examiner]:
    """Keep what an examiner said of their time, as one act.

    Raises:
        WrongUsage: a range ends before it begins, or an option has no end.
    """
    given = _sorted(entries)
    check_entries(given)
    with desk.open_unit() as unit:
        before = unit.examiners.get(examiner_id)
        stored = before
        if given != _sorted(before.absences):
            stored = unit.examiners.save(replace(before, absences=given))
        details = {
            "examiner": stored.id,
            "source": source.value,
            "added": len(set(given) - set(before.absences)),
            "removed": len(set(before.absences) - set(given)),
        }
        finish(unit, EventType.AVAILABILITY_CHANGED, details)
        findings = check_examiner(stored, today=desk.clock.today())
        return Outcome(stored, unit.changes, findings, "ACT-AVAILABILITY-SAVED")


def check_entries(entries: Iterable[Absence]) -> None:
    """Refuse what cannot be meant.

    Raises:
        WrongUsage: a range ends before it begins, or an option has no end.
    """
    for entry in entries:
        if entry.end < entry.start:
            figures = {"start": entry.start, "end": entry.end}
            raise WrongUsage("AVAIL-BACKWARDS", figures)
        if entry.kind is AvailabilityKind.OPTION and entry.held_until is None:
            raise WrongUsage("AVAIL-OPTION-WITHOUT-END", {"part": write_availability([entry])})


def _sorted(entries: Iterable[Absence]) -> tuple[Absence, ...]:
    return tuple(sorted(entries, key=lambda one: one.order))


def _mark(entry: Absence, today: date) -> tuple[object, ...]:
    """Return what makes two entries of calendar files the same thing.

    What began before today, or goes on beyond the horizon each week, is known by the rest.
    """
    if entry.weekday is not None:
        return entry.weekday, entry.half_day, entry.reason
    return max(entry.start, today), entry.end, entry.half_day, entry.reason
