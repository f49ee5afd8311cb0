"""Reads the days on which an examiner is away: « 29/12–14/01/2027; 21/12/2026 matin »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.dates import Meaning, complete_year, make_day, next_day, read_date
from jurydesk.exchange.folding import fold, squeeze, squeeze_list
from jurydesk.exchange.readings import Issue, Read, doubt

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

_DAY = r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?"
_RANGE = re.compile(rf"(?:du\s+|from\s+)?{_DAY}\s*(?:[–—−-]|au|à|a|to|until|jusqu.au)\s*{_DAY}")
_SINGLE = re.compile(rf"(?:le\s+)?{_DAY}")
_HALF_DAYS = (
    (HalfDay.AM, re.compile(r"\s*\(?\b(?:matin|matin[ée]e|am|morning)\b\)?$")),
    (HalfDay.PM, re.compile(r"\s*\(?\b(?:apr[eè]s[ -]?midi|aprem|pm|afternoon)\b\)?$")),
)


@dataclass(frozen=True, slots=True)
class _Day:
    day: int
    month: int
    year: int | None


def read_absences(cell: RawCell, *, today: date) -> Read[tuple[Absence, ...]]:
    """Read every range of a cell; the first that cannot be read gives the issue."""
    if isinstance(cell.value, date):
        day = read_date(cell, meaning=Meaning.EVENT, today=today).value
        return Read(() if day is None else (Absence(day, day),))
    if is_nothing(cell.text):
        return Read(())
    absences: list[Absence] = []
    issue: Issue | None = None
    for part in _parts(cell.text):
        read = _read_part(part, today=today)
        issue = issue or read.issue
        if read.value is not None:
            absences.append(read.value)
    return Read(tuple(sorted(absences, key=lambda absence: absence.start)), issue)


def _parts(text: str) -> list[str]:
    """Cut a cell into ranges; « 15/12⏎matin » and « du 21/12⏎au 24/12 » are one range each."""
    whole = squeeze(text).lower()
    bare, _ = _cut_half_day(whole)
    if _RANGE.fullmatch(bare) or _SINGLE.fullmatch(bare):
        return [whole]
    parts = re.split(r"[;,]|\bet\b|\band\b", squeeze_list(text).lower())
    return [part.strip() for part in parts if part.strip()]


def _read_part(part: str, *, today: date) -> Read[Absence | None]:
    bare, half_day = _cut_half_day(part)
    match = _RANGE.fullmatch(bare)
    if match:
        start, end = _day(match.groups()[:3]), _day(match.groups()[3:])
        return _settle(start, end, half_day, today=today)
    match = _SINGLE.fullmatch(bare)
    if match:
        day = _day(match.groups())
        return _settle(day, day, half_day, today=today)
    return doubt(None, "CELL-52", part=part)


def _day(groups: tuple[str | None, ...]) -> _Day:
    day, month, year = groups
    return _Day(int(day or 0), int(month or 0), None if year is None else int(year))


def _settle(
    start: _Day, end: _Day, half_day: HalfDay | None, *, today: date
) -> Read[Absence | None]:
    """Give both ends their year: the start takes that of the end, or the one before."""
    last = _place(end, start.year, today=today)
    if last.value is None:
        return Read(None, last.issue)
    first = _place(start, last.value.year, today=today)
    # « 29/12–14/01/2027 » begins the year before
    if first.value is not None and first.value > last.value and start.year is None:
        first = make_day(last.value.year - 1, start.month, start.day)
    if first.value is None:
        return Read(None, first.issue)
    if first.value > last.value:
        if end.year is None:
            later = make_day(first.value.year + 1, end.month, end.day).value
            return Read(None if later is None else Absence(first.value, later, half_day))
        return Read(
            None, Issue("CELL-51", (("start", first.value), ("end", last.value)), grave=True)
        )
    return Read(Absence(first.value, last.value, half_day))


def _place(day: _Day, year: int | None, *, today: date) -> Read[date | None]:
    known = year if day.year is None else day.year
    if known is not None:
        full = complete_year(known, meaning=Meaning.EVENT, today=today)
        return make_day(full, day.month, day.day)
    found = next_day(day.day, day.month, after=today)
    return Read(found) if found else make_day(today.year, day.month, day.day)


def _cut_half_day(part: str) -> tuple[str, HalfDay | None]:
    for half_day, pattern in _HALF_DAYS:
        bare = pattern.sub("", part)
        if bare != part:
            return bare, half_day
    return part, None


def preferred_half_day(text: str) -> HalfDay | None:
    """Read « préfère les matins » as a preference; anything else is none."""
    folded = fold(text)
    if not re.search(r"\b(prefere|preference|plutot|prefers)\b", folded):
        return None
    if re.search(r"\b(matins?|matinees?|mornings?)\b", folded):
        return HalfDay.AM
    afternoon = re.search(r"\b(apres midis?|aprem|afternoons?)\b", folded)
    return HalfDay.PM if afternoon else None


def declines_presidency(text: str) -> bool:
    """Tell whether a comment says that the person no longer wants to preside."""
    folded = fold(text)
    refuses = re.search(
        r"\b(ne (veut|souhaite|peut) (plus|pas)|refuse|declines|will not)\b", folded
    )
    return bool(refuses and re.search(r"\b(presid\w*|chair\w*)\b", folded))
