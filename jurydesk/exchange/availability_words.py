"""The words in which people say when they can sit, in French and in English."""

from __future__ import annotations

import re
from typing import Final

from jurydesk.domain.availability import AvailabilityKind, HalfDay

_MONTH = (
    r"janv(?:ier)?|january|f[ée]vr?(?:ier)?|february|feb|mars|march|avr(?:il)?|april|mai|may|juin|"
    r"june|juil(?:let)?|july|ao[uû]t|august|sept(?:embre|ember)?|oct(?:obre|ober)?|"
    r"nov(?:embre|ember)?|d[ée]c(?:embre|ember)?"
)
DAY: Final = (
    rf"(\d{{1,2}})(?:er|st|nd|rd|th)?(?:\s*[/.]\s*(\d{{1,2}})|\s+({_MONTH})\b\.?)"
    r"(?:\s*[/.\s]\s*(\d{4}|\d{2})(?!\d))?"
)
"""Day, month in figures or in letters, year if there is one: four groups."""
_TO = r"\s*(?:[–—−-]|\b(?:jusqu.?au|au|à|a|to|until|till)\b)\s*"
_FROM = r"(?:\b(?:du|from|de)\s+)?"

RANGE: Final = re.compile(rf"{_FROM}{DAY}{_TO}{DAY}", re.IGNORECASE)
RANGE_IN_MONTH: Final = re.compile(rf"{_FROM}(\d{{1,2}})(?:er)?{_TO}{DAY}", re.IGNORECASE)
UNTIL: Final = re.compile(
    rf"\b(?:jusqu.?\s*(?:au|à)|until|till)\s+(?:le\s+|the\s+)?{DAY}", re.IGNORECASE
)
SINGLE: Final = re.compile(DAY, re.IGNORECASE)
BARE: Final = re.compile(r"(?<![\d/.])(\d{1,2})(?:er|st|nd|rd|th)?(?![\d/.])", re.IGNORECASE)
MONTH: Final = re.compile(rf"\b({_MONTH})\b\.?(?:\s+(\d{{4}}))?", re.IGNORECASE)
ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")

_WEEKDAYS = (
    "lundis?|mondays?", "mardis?|tuesdays?", "mercredis?|wednesdays?", "jeudis?|thursdays?",
    "vendredis?|fridays?", "samedis?|saturdays?", "dimanches?|sundays?",
)  # fmt: skip
WEEKDAYS: Final = tuple(re.compile(rf"\b(?:{name})\b", re.IGNORECASE) for name in _WEEKDAYS)
DATED_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\s+(?=\d)", re.IGNORECASE)
"""« lundi 4/11 » names one day, not all Mondays."""

HALF_DAYS: Final = (
    (HalfDay.PM, re.compile(r"\b(?:apr[eè]s[ -]?midis?|aprem|pm|afternoons?)\b", re.IGNORECASE)),
    (HalfDay.AM, re.compile(r"\b(?:matins?|matin[ée]es?|am|mornings?)\b", re.IGNORECASE)),
)

KINDS: Final = (
    (AvailabilityKind.OPTION, re.compile(r"\b(?:en\s+)?(?:options?|held)\b", re.IGNORECASE)),
    (
        AvailabilityKind.RATHER_NOT,
        re.compile(
            r"\b(?:plut[oô]t pas|de pr[ée]f[ée]rence pas|pas de pr[ée]f[ée]rence|"
            r"si possible pas|(?:à\s+)?[ée]viter|rather not|preferably not)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AvailabilityKind.AWAY,
        re.compile(
            r"\b(?:indispo(?:nible)?s?|absente?s?|pas (?:dispo(?:nible)?s?|libre)|pas|jamais|"
            r"unavailable|not (?:available|free)|not|never|away|prise?|occup[ée]e?|busy)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AvailabilityKind.FREE,
        re.compile(r"\b(?:dispo(?:nible)?s?|libres?|available|free|ok)\b", re.IGNORECASE),
    ),
)
"""In this order: « plutôt pas » is not « pas », « indisponible » is not « disponible »."""

REASON: Final = re.compile(
    r"\b(?:(?:en|à l.|au|aux|on|on a|in|de)\s*)?(?:tournages?|montages?|mixages?|rep[ée]rages?|"
    r"r[ée]p[ée]titions?|pr[ée]paration|pr[ée]pa|post-?production|[ée]talonnage|festivals?|"
    r"d[ée]placements?|missions?|[ée]tranger|cong[ée]s?|vacances|formations?|maladie|"
    r"shoot(?:ing)?s?|filming|editing|mixing|rehearsals?|holidays?|leave|training|abroad|travel)\b",
    re.IGNORECASE,
)
LINKS: Final = re.compile(
    r"\b(?:le|la|les|l|du|de|des|au|the|on|from|pour|for|sur|chaque|chacun|tou(?:s|te?s?)|every|each|"
    r"all|day|journée|en|in|mois|of|month|until|est|suis|je|i|am)\b|[:’'.!]",
    re.IGNORECASE,
)
"""Words that say nothing once the rest is understood."""
ARTICLE: Final = re.compile(r"(?:les?|the|chaque|every|each|on)\b", re.IGNORECASE)
"""How a part begins that speaks for itself."""
AGAIN: Final = re.compile(r"\s*(?:[;,\n]|\b(?:et|and)\b)\s*", re.IGNORECASE)
