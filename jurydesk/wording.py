"""Turns codes and figures into sentences, in French or in English, from `resources/wording`."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from jurydesk.domain.money import Euros, to_cents
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.steps import StepKind
from jurydesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")
NARROW_NO_BREAK = "\u202f"
NO_BREAK = "\u00a0"

_MONTHS: Mapping[Language, str] = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
_DAYS: Mapping[Language, str] = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


class UnknownCode(KeyError):
    """A code has no sentence in the catalogue: a fault of ours, caught by a test."""


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Return every sentence of one language, code by code.

    Raises:
        ValueError: two files of the catalogue define the same code.
    """
    sentences: dict[str, str] = {}
    for path in sorted(resource("wording", language).glob("*.json")):
        part: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        twice = sentences.keys() & part.keys()
        if twice:
            raise ValueError(f"{path.name} repeats {sorted(twice)}")
        sentences |= part
    return sentences


def sentence_case(text: str) -> str:
    """Begin a text with a capital; the rest stays, so that « VAE » is not « Vae »."""
    return text[:1].upper() + text[1:]


_FAMILIES: dict[type, str] = {StepKind: "step", AccessRoute: "route"}
"""Codes that become words inside a sentence, with the family of their terms."""


@dataclass(frozen=True)
class Wording:
    """The sentences and date formats of one language."""

    language: Language = "fr"

    def text(self, code: str, /, **figures: object) -> str:
        """Return the sentence of `code` with its figures filled in.

        Dates among the figures are written out. A sentence may have a plural form under
        `code.many`, taken when the figure `count` is not 0 or 1 (French) or not 1 (English).

        Raises:
            UnknownCode: the catalogue has no such code.
        """
        sentences = catalogue(self.language)
        count = figures.get("count")
        if isinstance(count, int) and self._is_many(count) and f"{code}.many" in sentences:
            code = f"{code}.many"
        if code not in sentences:
            raise UnknownCode(code)
        return sentences[code].format(**{name: self.figure(v) for name, v in figures.items()})

    def has(self, code: str) -> bool:
        """Tell whether the catalogue knows `code`."""
        return code in catalogue(self.language)

    def figure(self, value: object) -> str:
        """Write one figure: dates in words of the language, anything else as it is."""
        if isinstance(value, dt.datetime):
            return f"{self.date(value.date())}, {self.time(value.time())}"
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, dt.time):
            return self.time(value)
        if isinstance(value, Euros):
            return self.money(value)
        family = _FAMILIES.get(type(value))
        name = f"{family}.{value}"
        return catalogue(self.language).get(name, str(value)) if family else str(value)

    def date(self, day: dt.date, *, weekday: bool = False) -> str:
        """Write a date in full: « 1er décembre 2026 », "1 December 2026"."""
        number = "1er" if day.day == 1 and self.language == "fr" else str(day.day)
        written = NO_BREAK.join(
            (number, _MONTHS[self.language].split()[day.month - 1], str(day.year))
        )
        return f"{_DAYS[self.language].split()[day.weekday()]} {written}" if weekday else written

    def money(self, amount: Decimal) -> str:
        """Write an amount: « 1 234,50 € », "€1,234.50"."""
        sign = "\u2212" if amount < 0 else ""
        plain = f"{to_cents(abs(amount)):,.2f}"
        if self.language == "en":
            return f"{sign}€{plain}"
        return f"{sign}{self._in_french(plain)}{NO_BREAK}€"

    def number(self, value: Decimal) -> str:
        """Write a number without needless zeros: « 42,5 », "42.5"."""
        plain = f"{value:,f}"
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        return plain if self.language == "en" else self._in_french(plain)

    def rate(self, amount: Decimal) -> str:
        """Write an amount that may be a fraction of a cent: « 0,529 € »."""
        if amount == to_cents(amount):
            return self.money(amount)
        number = self.number(amount)
        return f"€{number}" if self.language == "en" else f"{number}{NO_BREAK}€"

    def month(self, day: dt.date) -> str:
        """Write the month of a day in words (« novembre 2026 »)."""
        return f"{_MONTHS[self.language].split()[day.month - 1]} {day.year}"

    def short_date(self, day: dt.date) -> str:
        """Write a date in figures: 01/12/2026 in both languages (day first)."""
        return day.strftime("%d/%m/%Y")

    def time(self, moment: dt.time) -> str:
        """Write a time of day: « 9 h 05 », "09:05"."""
        if self.language == "en":
            return moment.strftime("%H:%M")
        minutes = f"{NO_BREAK}{moment.minute:02d}" if moment.minute else ""
        return f"{moment.hour}{NO_BREAK}h{minutes}"

    @staticmethod
    def _in_french(number: str) -> str:
        return number.replace(",", NARROW_NO_BREAK).replace(".", ",")

    def _is_many(self, count: int) -> bool:
        return abs(count) > 1 if self.language == "fr" else abs(count) != 1
