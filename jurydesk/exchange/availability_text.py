"""Reads when somebody can sit, as people write it: « 3-5/11, en tournage jusqu’au 20/12 »."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.domain.calendar import add_months
from jurydesk.exchange import availability_words as words
from jurydesk.exchange.dates import Meaning, complete_year, make_day, month_number, next_day
from jurydesk.exchange.folding import squeeze, squeeze_list
from jurydesk.exchange.readings import Issue, Read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.findings import FigureValue

HORIZON = 18
"""Months ahead for which « pas le lundi » holds."""
OPTION = AvailabilityKind.OPTION


@dataclass(frozen=True, slots=True)
class Unread:
    """A part that was not understood: as it was written, and why."""

    part: str
    issue: Issue

    @property
    def figures(self) -> dict[str, FigureValue]:
        """Return the figures of the sentence."""
        return {"value": self.part, **dict(self.issue.figures)}


@dataclass(frozen=True, slots=True)
class TextReading:
    """What a text says, and each part of it that says nothing to us."""

    entries: tuple[Absence, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    day: int
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class _Part:
    """One part, its words told apart; the days are not yet given their year."""

    text: str
    kind: AvailabilityKind | None
    held: _Day | None
    half_day: HalfDay | None
    reason: str
    span: tuple[_Day, _Day] | None
    until: bool = False
    """Whether only the end was said: it begins today."""
    weekdays: tuple[int, ...] = ()
    month: tuple[int, int | None] | None = None
    left: str = ""
    """Words that were not understood."""


def read_availability(text: str, *, today: date, origin: Origin = Origin.TYPED) -> TextReading:
    """Read every part; what is not understood is given back as it was written."""
    entries: list[Absence] = []
    unread: list[Unread] = []
    for part in _parts(text):
        read = _settle(part, today=today)
        if read.issue is None:
            entries.extend(replace(one, origin=origin, given=today) for one in read.value)
        else:
            unread.append(Unread(part.text, read.issue))
    return TextReading(tuple(sorted(entries, key=lambda one: one.order)), tuple(unread))


def _parts(text: str) -> list[_Part]:
    """Cut a text into parts; « du 21/12⏎au 24/12 » and « 15/12⏎matin » are one part each."""
    whole = _read_part(squeeze(text))
    if whole.span and not whole.left:
        return [whole]
    cut = list(_cut(squeeze_list(text)))
    parts = _with_months([_read_part(written) for written, _ in cut])
    for number, (written, goes_on) in enumerate(cut):
        part, before = parts[number], parts[number - 1]
        if goes_on and number and _go_together(before, part, written):
            parts[number - 1] = _like(before, part)
        # « Plutôt pas le 6 et le 7 » speaks of both
        if goes_on and number and part.kind is None:
            parts[number] = replace(part, kind=before.kind, held=part.held or before.held)
    return parts


def _go_together(before: _Part, part: _Part, written: str) -> bool:
    """« Les lundis et mardis après-midi » are afternoons both, « … et les mardis … » are not."""
    named = before.weekdays and part.weekdays and words.ARTICLE.match(written) is None
    return bool(named) and before.half_day is None and before.span is None


def _like(before: _Part, part: _Part) -> _Part:
    return replace(before, half_day=part.half_day, span=part.span, until=part.until)


def _cut(text: str) -> Iterable[tuple[str, bool]]:
    """Yield each part, and whether « et » joins it to the one before; brackets hold together."""
    start, goes_on, seen, depth = 0, False, 0, 0
    for match in words.AGAIN.finditer(text):
        between = text[seen : match.start()]
        depth, seen = depth + between.count("(") - between.count(")"), match.start()
        if depth > 0:
            continue
        if text[start : match.start()].strip():
            yield text[start : match.start()].strip(), goes_on
        start, goes_on = match.end(), match[0].strip().isalpha()
    if text[start:].strip():
        yield text[start:].strip(), goes_on


def _read_part(text: str) -> _Part:
    left = _Left(words.ISO.sub(r"\3/\2/\1", text))
    reason, half_day = left.take_brackets()
    kind = left.take_kind()
    reason = reason or left.take_reason()
    until = left.take(words.UNTIL) if kind is OPTION else None
    held = _day(until) if until else None
    half_day = half_day or left.take_half_day()
    left.take(words.DATED_WEEKDAY)
    span, is_until = left.take_span()
    weekdays = left.take_weekdays()
    month = None if span or weekdays else left.take_month()
    if span is None and not weekdays and month is None:
        span = left.take_bare()
    return _Part(
        text, kind, held, half_day, reason, span, is_until, weekdays, month, left.unknown()
    )


class _Left:
    """What is left of a part while its pieces are taken out of it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.search(self._text)
        if match:
            self._text = f"{self._text[: match.start()]} {self._text[match.end() :]}"
        return match

    def take_brackets(self) -> tuple[str, HalfDay | None]:
        match = self.take(re.compile(r"\(([^()]*)\)"))
        inside = match[1].strip() if match else ""
        for half_day, pattern in words.HALF_DAYS:
            if pattern.fullmatch(inside):
                return "", half_day
        return inside, None

    def take_kind(self) -> AvailabilityKind | None:
        found = None
        for kind, pattern in words.KINDS:
            # « pas » and « plutôt pas » may both stand there: the first in order decides
            if found is None and self.take(pattern):
                found = kind
        return found

    def take_reason(self) -> str:
        match = self.take(words.REASON)
        return match[0].strip() if match else ""

    def take_half_day(self) -> HalfDay | None:
        return next((half for half, pattern in words.HALF_DAYS if self.take(pattern)), None)

    def take_span(self) -> tuple[tuple[_Day, _Day] | None, bool]:
        if match := self.take(words.RANGE):
            return (_day(match), _day(match, 4)), False
        if match := self.take(words.RANGE_IN_MONTH):
            last = _day(match, 1)
            return (_Day(int(match[1]), last.month, last.year), last), False
        if match := self.take(words.UNTIL):
            return (_day(match), _day(match)), True
        match = self.take(words.SINGLE)
        return ((_day(match), _day(match)) if match else None), False

    def take_weekdays(self) -> tuple[int, ...]:
        return tuple(day for day, pattern in enumerate(words.WEEKDAYS) if self.take(pattern))

    def take_month(self) -> tuple[int, int | None] | None:
        match = self.take(words.MONTH)
        number = month_number(match[1]) if match else None
        return (number, int(match[2]) if match[2] else None) if match and number else None

    def take_bare(self) -> tuple[_Day, _Day] | None:
        match = self.take(words.BARE)
        day = _Day(int(match[1]), None, None) if match else None
        return (day, day) if day else None

    def unknown(self) -> str:
        return squeeze(words.LINKS.sub(" ", self._text)).strip(" –-/")


def _day(match: re.Match[str], offset: int = 0) -> _Day:
    day, figure, name, year = (match[offset + number] for number in range(1, 5))
    month = int(figure) if figure else month_number(name or "")
    return _Day(int(day), month, int(year) if year else None)


def _with_months(parts: list[_Part]) -> list[_Part]:
    """« 3, 4 et 5/11 » : a bare day before a full one has its month."""
    known: _Day | None = None
    found: list[_Part] = []
    for part in reversed(parts):
        ends = part.span
        if ends and ends[1].month is None and known:
            day = replace(ends[1], month=known.month, year=known.year)
            found.append(replace(part, span=(day, day)))
            continue
        known = ends[1] if ends and not part.until else None
        found.append(part)
        if part.kind is not None or part.left:
            known = None
    return found[::-1]


def _settle(part: _Part, *, today: date) -> Read[tuple[Absence, ...]]:
    """Give the days of a part their year and make entries of them."""
    fault = _fault(part)
    if fault is not None:
        return Read((), fault)
    span = _span(part, today)
    if span.value is None:
        return Read((), span.issue)
    nothing: Read[date | None] = Read(None)
    held = nothing if part.held is None else _place(part.held, None, today=today)
    if held.issue is not None:
        return Read((), held.issue)
    entry = Absence(
        *span.value,
        part.half_day,
        part.reason,
        kind=part.kind or AvailabilityKind.AWAY,
        held_until=held.value,
    )
    days = part.weekdays
    return Read(tuple(replace(entry, weekday=day) for day in days) if days else (entry,))


def _fault(part: _Part) -> Issue | None:
    if part.left:
        return Issue("AVAIL-WORDS", (("part", part.text), ("words", part.left)))
    if part.span is None and not part.weekdays and part.month is None:
        return Issue("AVAIL-NO-DAY", (("part", part.text),))
    if part.kind is OPTION and part.held is None:
        return Issue("AVAIL-OPTION-WITHOUT-END", (("part", part.text),))
    return None


def _span(part: _Part, today: date) -> Read[tuple[date, date] | None]:
    if part.month is not None:
        return _whole_month(*part.month, today=today)
    if part.span is None:
        return Read((today, add_months(today, HORIZON)))
    if not part.until:
        return _between(*part.span, today=today)
    last = _place(part.span[1], None, today=today)
    if last.value is None:
        return Read(None, last.issue)
    if last.value < today:
        return Read(None, Issue("AVAIL-PAST", (("day", last.value),)))
    return Read((today, last.value))


def _whole_month(month: int, year: int | None, *, today: date) -> Read[tuple[date, date] | None]:
    passed = month < today.month
    first = make_day(year or today.year + passed, month, 1)
    if first.value is None:
        return Read(None, first.issue)
    return Read((first.value, add_months(first.value, 1) - timedelta(days=1)))


def _between(start: _Day, end: _Day, *, today: date) -> Read[tuple[date, date] | None]:
    """Give both ends their year: the start takes that of the end, or the one before."""
    last = _place(end, start.year, today=today)
    if last.value is None:
        return Read(None, last.issue)
    first = _place(start, last.value.year, today=today) if start != end else last
    # « 29/12–14/01/2027 » begins the year before
    if first.value is not None and first.value > last.value and start.year is None:
        first = make_day(last.value.year - 1, start.month or 0, start.day)
    if first.value is None:
        return Read(None, first.issue)
    if first.value <= last.value:
        return Read((first.value, last.value))
    if end.year is None:
        later = make_day(first.value.year + 1, end.month or 0, end.day)
        return Read(None if later.value is None else (first.value, later.value), later.issue)
    return Read(None, Issue("CELL-51", (("start", first.value), ("end", last.value)), grave=True))


def _place(day: _Day, year: int | None, *, today: date) -> Read[date | None]:
    if day.month is None:
        return _next_of_month(day.day, today=today)
    known = year if day.year is None else day.year
    if known is not None:
        full = complete_year(known, meaning=Meaning.EVENT, today=today)
        return make_day(full, day.month, day.day)
    found = next_day(day.day, day.month, after=today)
    return Read(found) if found else make_day(today.year, day.month, day.day)


def _next_of_month(day: int, *, today: date) -> Read[date | None]:
    """« Le 4 » is the next fourth of a month."""
    for ahead in range(3):
        month = add_months(today.replace(day=1), ahead)
        found = make_day(month.year, month.month, day).value
        if found is not None and found >= today:
            return Read(found)
    return make_day(today.year, today.month, day)
