"""Writes when somebody can sit so that `availability_text` reads the very same again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.availability import AvailabilityKind, HalfDay
from jurydesk.exchange.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jurydesk.domain.availability import Absence

_FRENCH = {
    "FREE": "libre {span}",
    "RATHER_NOT": "plutôt pas {span}",
    "OPTION": "option jusqu’au {until} pour {span}",
    "AWAY": "{span}",
    "weekdays": "lundis mardis mercredis jeudis vendredis samedis dimanches",
    "weekly": "les {weekday} du {days}",
    HalfDay.AM: "matin",
    HalfDay.PM: "après-midi",
}
_ENGLISH = {
    "FREE": "free {span}",
    "RATHER_NOT": "rather not {span}",
    "OPTION": "option until {until} for {span}",
    "AWAY": "{span}",
    "weekdays": "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays",
    "weekly": "the {weekday} from {days}",
    HalfDay.AM: "morning",
    HalfDay.PM: "afternoon",
}
_LANGUAGES: Mapping[str, Mapping[str, str]] = {"fr": _FRENCH, "en": _ENGLISH}


def write_availability(entries: Iterable[Absence], language: str = "fr") -> str:
    """Return all entries as one text, in the order given."""
    return "; ".join(_entry(entry, _LANGUAGES[language]) for entry in entries)


def _entry(entry: Absence, words: Mapping[str, str]) -> str:
    days = _day(entry.start)
    if entry.end != entry.start or entry.weekday is not None:
        days += f"–{_day(entry.end)}"
    if entry.weekday is not None:
        weekday = words["weekdays"].split()[entry.weekday]
        days = words["weekly"].format(weekday=weekday, days=days)
    half = f" {words[entry.half_day]}" if entry.half_day else ""
    # Brackets end a reason: those inside it become others
    reason = squeeze(entry.reason).replace("(", "[").replace(")", "]")
    said = f"{days}{half} ({reason})" if reason else f"{days}{half}"
    until = _day(entry.held_until or entry.end) if _is_option(entry) else ""
    return words[entry.kind].format(span=said, until=until)


def _is_option(entry: Absence) -> bool:
    return entry.kind is AvailabilityKind.OPTION


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
