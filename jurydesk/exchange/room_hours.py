"""Reads and writes when a room is open: « lundi–vendredi 8:30–18:00; samedi 9:00–12:00 »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from itertools import groupby
from typing import TYPE_CHECKING, Final

from jurydesk.domain.sites import Opening
from jurydesk.exchange.folding import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DAYS: Final = (
    "lun(?:di)?s?|mon(?:day)?s?", "mar(?:di)?s?|tue(?:s(?:day)?)?s?",
    "mer(?:credi)?s?|wed(?:nesday)?s?", "jeu(?:di)?s?|thu(?:rs(?:day)?)?s?",
    "ven(?:dredi)?s?|fri(?:day)?s?", "sam(?:edi)?s?|sat(?:urday)?s?",
    "dim(?:anche)?s?|sun(?:day)?s?",
)  # fmt: skip
_DAY: Final = re.compile("|".join(f"(?P<d{n}>\\b(?:{name})\\b)" for n, name in enumerate(_DAYS)))
_EVERY_DAY: Final = re.compile(r"\b(?:tous les jours|every day|daily)\b")
_TO: Final = r"\s*(?:-|\b(?:a|au|to|until)\b)\s*"
_TIME: Final = r"(\d{1,2})(?:\s*(?:h|:|heures?)\s*(\d{2})?)?"
_SPAN: Final = re.compile(rf"(?:\b(?:de|from)\s+)?{_TIME}{_TO}{_TIME}")
_RUN: Final = re.compile(rf"<(\d)>{_TO}<(\d)>")
_LINKS: Final = re.compile(r"\b(?:le|les|du|the|from|on|et|and|de)\b|[.,&/]")
_DASHES: Final = re.compile("[–—−]")
_NAMES: Final = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_WEEK: Final = tuple(range(7))


@dataclass(frozen=True, slots=True)
class HoursReading:
    """When a room is open, and each part that says nothing to us."""

    openings: tuple[Opening, ...] = ()
    unread: tuple[str, ...] = ()


def read_hours(text: str) -> HoursReading:
    """Read every part; hours without a day are those of every day."""
    openings: set[Opening] = set()
    unread: list[str] = []
    for part in re.split(r"[;\n]", text):
        read = _part(part) if part.strip() else ()
        if read is None:
            unread.append(squeeze(part))
        else:
            openings.update(read)
    ordered = sorted(openings, key=lambda one: (one.weekday, one.start, one.end))
    return HoursReading(tuple(ordered), tuple(unread))


def _part(text: str) -> tuple[Opening, ...] | None:
    """Return the openings of one part; None where it is not understood."""
    # Folding makes signs into spaces: those that count are kept apart from it
    plain = _DASHES.sub("-", text.lower())
    plain = " ".join(fold(piece) or piece for piece in re.split(r"([-:,])", plain))
    plain = re.sub(r"\s*:\s*", ":", plain)
    spans = [_span(match) for match in _SPAN.finditer(plain)]
    days, left = _weekdays(_SPAN.sub(" ", plain))
    whole = [span for span in spans if span is not None and span[0] < span[1]]
    if left or not whole or len(whole) < len(spans):
        return None
    return tuple(Opening(day, *span) for day in days for span in whole)


def _span(match: re.Match[str]) -> tuple[time, time] | None:
    hours = [(int(match[n]), int(match[n + 1] or 0)) for n in (1, 3)]
    # Midnight at the end of a day is its last minute
    hours = [(23, 59) if hour == (24, 0) else hour for hour in hours]
    try:
        start, end = (time(hour, minute) for hour, minute in hours)
    except ValueError:
        return None
    return start, end


def _weekdays(text: str) -> tuple[tuple[int, ...], str]:
    """Return the days that a text names, and what is left of it."""
    marked = _DAY.sub(lambda match: f"<{(match.lastgroup or 'd0')[1]}>", text)
    days: set[int] = set()
    for run in _RUN.finditer(marked):
        first, last = int(run[1]), int(run[2])
        days.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    rest = _RUN.sub(" ", marked)
    days.update(int(day) for day in re.findall(r"<(\d)>", rest))
    every = _EVERY_DAY.search(rest) is not None or not days
    left = _LINKS.sub(" ", re.sub(r"<\d>", " ", _EVERY_DAY.sub(" ", rest)))
    return (_WEEK if every else tuple(sorted(days))), left.strip(" -:")


def write_hours(openings: Iterable[Opening], language: str = "fr") -> str:
    """Return all openings as one text that `read_hours` reads the same again."""
    names = _NAMES[language]
    by_day: dict[int, str] = {}
    for one in sorted(openings, key=lambda o: (o.weekday, o.start)):
        span = f"{_clock(one.start)}–{_clock(one.end)}"
        known = by_day.get(one.weekday)
        by_day[one.weekday] = f"{known}, {span}" if known else span
    return "; ".join(
        f"{names[first]}–{names[last]} {spans}" if last > first else f"{names[first]} {spans}"
        for first, last, spans in _runs(by_day)
    )


def _runs(by_day: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the days that follow one another with the same hours, first and last."""

    def likeness(item: tuple[int, tuple[int, str]]) -> tuple[int, str]:
        rank, (day, spans) = item
        return day - rank, spans

    for (_, spans), items in groupby(enumerate(sorted(by_day.items())), key=likeness):
        days = [day for _, (day, _) in items]
        yield days[0], days[-1], spans


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02d}"
