"""Half-days as ranges and back: what is painted day by day is kept as few entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jurydesk.domain.availability import Absence, HalfDay

Half = tuple[date, HalfDay]

ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
A_HABIT = 3
"""Weeks on end that make the same day of the week one entry."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of days, by half-day or of one day of each week, as an entry has it."""

    start: date
    end: date
    half_day: HalfDay | None = None
    weekday: int | None = None

    def on(self, entry: Absence) -> Absence:
        """Return the entry with these days instead of its own."""
        return replace(
            entry, start=self.start, end=self.end, half_day=self.half_day, weekday=self.weekday
        )


def halves_of(entry: Absence) -> frozenset[Half]:
    """Return each half-day that an entry speaks of."""
    halves = (entry.half_day,) if entry.half_day else tuple(HalfDay)
    return frozenset((day, half) for day in entry.days() for half in halves)


def spans(halves: Iterable[Half]) -> tuple[Span, ...]:
    """Return these half-days, and no others, as few ranges: days on end, then weeks on end."""
    kept: list[Span] = []
    single: dict[tuple[int, HalfDay | None], list[date]] = defaultdict(list)
    for run in _runs(_patterns(halves)):
        if run.start == run.end:
            single[run.start.weekday(), run.half_day].append(run.start)
        else:
            kept.append(run)
    for (weekday, half_day), days in single.items():
        kept.extend(_weekly(sorted(days), weekday, half_day))
    return tuple(sorted(kept, key=_order))


def without_halves(entries: Iterable[Absence], halves: Iterable[Half]) -> tuple[Absence, ...]:
    """Return the entries with nothing said of these half-days; what remains keeps its reason."""
    gone = frozenset(halves)
    kept: list[Absence] = []
    for entry in entries:
        if not any(entry.covers(*half) for half in gone):
            kept.append(entry)
            continue
        kept.extend(span.on(entry) for span in spans(halves_of(entry) - gone))
    return tuple(kept)


def united(entries: Iterable[Absence]) -> tuple[Absence, ...]:
    """Return the entries, those of one day of the week that meet or overlap as one.

    « Pas le lundi » said in June and again in July is one habit, known until the later end.
    """
    habits: dict[tuple[object, ...], Absence] = {}
    others: list[Absence] = []
    for entry in sorted(entries, key=lambda one: one.order):
        if entry.weekday is None:
            others.append(entry)
            continue
        key = (entry.kind, entry.half_day, entry.weekday, entry.held_until)
        known = habits.get(key)
        if known is not None and entry.start <= known.end + ONE_WEEK:
            habits[key] = replace(known, end=max(known.end, entry.end))
        elif known is None:
            habits[key] = entry
        else:
            others.append(known)
            habits[key] = entry
    return tuple(sorted((*others, *habits.values()), key=lambda one: one.order))


def _patterns(halves: Iterable[Half]) -> Mapping[date, HalfDay | None]:
    """Return, by day, the half that is meant; None: both."""
    by_day: dict[date, set[HalfDay]] = defaultdict(set)
    for day, half in halves:
        by_day[day].add(half)
    return {
        day: None if len(found) == len(HalfDay) else next(iter(found))
        for day, found in sorted(by_day.items())
    }


def _runs(patterns: Mapping[date, HalfDay | None]) -> Iterator[Span]:
    current: Span | None = None
    for day, half_day in patterns.items():
        if current and current.half_day == half_day and day == current.end + ONE_DAY:
            current = replace(current, end=day)
            continue
        if current:
            yield current
        current = Span(day, day, half_day)
    if current:
        yield current


def _weekly(days: Sequence[date], weekday: int, half_day: HalfDay | None) -> Iterator[Span]:
    first = 0
    for number, day in enumerate(days):
        is_last = number + 1 == len(days)
        if not is_last and days[number + 1] == day + ONE_WEEK:
            continue
        group = days[first : number + 1]
        if len(group) >= A_HABIT:
            yield Span(group[0], day, half_day, weekday)
        else:
            yield from (Span(one, one, half_day) for one in group)
        first = number + 1


def _order(span: Span) -> tuple[date, date, str]:
    return span.start, span.end, span.half_day or ""
