"""Reads a date in all the ways that people write one in a cell."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from jurydesk.exchange.blanks import is_blank_word
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.readings import Issue, Read, doubt, refuse

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

FIRST_YEAR, LAST_YEAR = 1900, 2100
CENTURY = 100
YOUNGEST = 14
"""Nobody younger is a candidate: a birth year of two digits lies at least that far back."""
AHEAD = 20
"""An event of two digits lies at most that many years ahead."""
# Two days before 1900: Excel counts from 1 and believes in a 29 February 1900
_EXCEL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(3654, 73051)
"""Serial numbers of 1910 to 2099; smaller ones are more likely something else."""

_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "monday tuesday wednesday thursday friday saturday sunday"
).split()
_MONTHS = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"),
    ("mai", "may"), ("juin", "june"), ("juillet", "july"), ("aout", "august"),
    ("septembre", "september"), ("octobre", "october"), ("novembre", "november"),
    ("decembre", "december"),
)  # fmt: skip
_LEAD = re.compile(rf"^(?:(?:le|the|{'|'.join(_WEEKDAYS)})[\s,]+)+", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{4}|\d{2})")
_WORDS_ENGLISH = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
_TIME = re.compile(r"[T ]\s*\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*$")
_MONTH_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_MONTH_ISO = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_WORDS = re.compile(r"([a-z]+) (\d{4})")


class Meaning(Enum):
    """What a date tells, which decides the century of a year of two digits."""

    BIRTH = "birth"
    EVENT = "event"


def read_date(cell: RawCell, *, meaning: Meaning, today: date) -> Read[date | None]:
    """Read one cell as a day; an empty one and « en attente » are no day, without a doubt."""
    if isinstance(cell.value, datetime):
        return _in_range(cell.value.date())
    if isinstance(cell.value, date):
        return _in_range(cell.value)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return _read_serial(cell.value)
    return read_day_text(cell.text, meaning=meaning, today=today)


def read_day_text(text: str, *, meaning: Meaning, today: date) -> Read[date | None]:
    """Read a day from its text."""
    if is_blank_word(text):
        return Read(None)
    parts = _split_day(text)
    if parts is None:
        return _not_a_date(text)
    year, month, day = parts
    full = complete_year(year, meaning=meaning, today=today)
    return make_day(full, month, day)


def complete_year(year: int, *, meaning: Meaning, today: date) -> int:
    """Give a year of two digits its century; a year in full stays as it is."""
    if year >= CENTURY:
        return year
    # « 61 » is born in 1961, and « 27 » is a hearing of 2027
    latest = today.year - YOUNGEST if meaning is Meaning.BIRTH else today.year + AHEAD
    century = latest - latest % CENTURY
    return century + year if century + year <= latest else century - CENTURY + year


def make_day(year: int, month: int, day: int) -> Read[date | None]:
    """Make a day that exists, or say why it does not."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return refuse(None, "CELL-05", year=str(year))
    if not 1 <= month <= len(_MONTHS):
        return refuse(None, "CELL-02", month=month)
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return refuse(None, "CELL-01", day=day, month=f"{month:02d}/{year}", last=last)
    return Read(date(year, month, day))


def read_month(cell: RawCell) -> Read[date | None]:
    """Read a month such as « 11/2024 » as its first day; a full date gives its month."""
    if isinstance(cell.value, date):
        return Read(date(cell.value.year, cell.value.month, 1))
    if is_blank_word(cell.text):
        return Read(None)
    parts = _split_month(cell.text)
    if parts is not None:
        return make_day(*parts, 1)
    whole = _split_day(cell.text)
    if whole is not None and whole[0] >= CENTURY:
        return make_day(whole[0], whole[1], 1)
    return doubt(None, "CELL-06")


def month_number(word: str) -> int | None:
    """Return the number of a month named in French or English, in full or abbreviated."""
    folded = fold(word)
    shortest = 3
    if len(folded) < shortest:
        return None
    found = [n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(folded) for m in names)]
    return found[0] if len(found) == 1 else None


def next_day(day: int, month: int, *, after: date) -> date | None:
    """Return the first such day of the calendar that is not before `after`."""
    for year in range(after.year, after.year + 9):
        found = make_day(year, month, day).value
        if found is not None and found >= after:
            return found
    return None


def _split_day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as written, whether or not such a day exists."""
    plain = _LEAD.sub("", _TIME.sub("", squeeze(text)).strip()).rstrip(".")
    match = _ISO.fullmatch(plain)
    if match:
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    match = _NUMERIC.fullmatch(plain)
    if match:
        day, month, year = match.groups()
        return int(year), int(month), int(day)
    return _split_words(fold(plain))


def _split_words(worded: str) -> tuple[int, int, int] | None:
    match = _WORDS.fullmatch(worded)
    if match:
        day, name, year = match.groups()
    else:
        match = _WORDS_ENGLISH.fullmatch(worded)
        if match is None:
            return None
        name, day, year = match.groups()
    month = month_number(name)
    return None if month is None else (int(year), month, int(day))


def _split_month(text: str) -> tuple[int, int] | None:
    plain = squeeze(text)
    match = _MONTH_NUMERIC.fullmatch(plain)
    if match:
        return int(match[2]), int(match[1])
    match = _MONTH_ISO.fullmatch(plain)
    if match:
        return int(match[1]), int(match[2])
    match = _MONTH_WORDS.fullmatch(fold(plain))
    month = month_number(match[1]) if match else None
    return (int(match[2]), month) if match and month else None


def _not_a_date(text: str) -> Read[date | None]:
    if not any(letter.isdigit() for letter in text):
        return doubt(None, "CELL-04")
    return refuse(None, "CELL-03")


def _in_range(day: date) -> Read[date | None]:
    return make_day(day.year, day.month, day.day)


def _read_serial(number: float) -> Read[date | None]:
    """Excel counts days: a number without a date format may be a date that lost it."""
    if number in _SERIALS:
        day = _EXCEL_ORIGIN + timedelta(days=int(number))
        return Read(day, Issue("CELL-07", (("day", day),)))
    return refuse(None, "CELL-03")
