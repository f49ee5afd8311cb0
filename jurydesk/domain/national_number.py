"""The national number (NIR): its key, its parts, and whether it agrees with the civil status.

Form of the number: INSEE, répertoire national d’identification des personnes physiques. The
schema of the CPF declaration (kit of 30/03/2026) takes the first thirteen characters, and only
of a number that begins with 1 or 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from jurydesk.domain.people import BirthPlace, Candidate, Sex

LENGTH = 13
_MODULUS = 97
_FORM = re.compile(r"\d{6}[0-9AB]\d{6}(\d{2})?")
_BLANKS = re.compile(r"[\s.\-/]+")
_CORSICA = {"A": 1_000_000, "B": 2_000_000}
"""2A and 2B are counted as 19 and 18: a zero for the letter, less one or two millions."""
_SEXES = {"1": Sex.MALE, "3": Sex.MALE, "7": Sex.MALE}
_SEXES |= {"2": Sex.FEMALE, "4": Sex.FEMALE, "8": Sex.FEMALE}
_LASTING = frozenset("12")
_MONTHS = frozenset({*range(1, 13), *range(20, 43), *range(50, 100)})
"""01 to 12; 31 to 42 where the record is incomplete; 20 to 30 and from 50 where none is known."""
_LAST_MONTH = 12
_INCOMPLETE = 30
_BEFORE_INDEPENDENCE = {
    "91": "99352",
    "92": "99352",
    "93": "99352",
    "94": "99352",
    "95": "99350",
    "96": "99351",
}
"""Algeria, Morocco and Tunisia had numbers of departments."""
_CITIES = {"75": "75056", "13": "13055", "69": "69123"}
"""Cities whose arrondissements have codes of their own."""


@dataclass(frozen=True, slots=True)
class NationalNumber:
    """A number as it was typed, without blanks. It never shows itself in a traceback or a log."""

    body: str = field(repr=False)
    """The thirteen characters."""
    key: str = field(repr=False)
    """The two figures of the control; empty where they were not given."""

    @property
    def text(self) -> str:
        """Return the number with its key, without blanks: what is sealed."""
        return self.body + self.key

    @property
    def spaced(self) -> str:
        """Return the number as it stands on the card: `2 69 05 49 588 157 80`."""
        ends = (0, 1, 3, 5, 7, 10, 13, 15)
        return " ".join(self.text[a:b] for a, b in pairwise(ends)).strip()

    @property
    def place(self) -> str:
        """Return the code of the commune or country of birth at that time, five characters."""
        return self.body[5:10]


@dataclass(frozen=True, slots=True)
class NumberFault:
    """One thing about a number: `blocks` where it cannot be kept, else the person should know."""

    code: str
    blocks: bool = True


def read_number(text: str) -> NationalNumber:
    """Take a number apart as it was typed: blanks and small letters do not count."""
    plain = _BLANKS.sub("", text).upper()
    return NationalNumber(plain[:LENGTH], plain[LENGTH:])


def key_of(body: str) -> str:
    """Return the key of thirteen characters, two figures.

    Raises:
        ValueError: they are not the thirteen characters of a number.
    """
    letter = body[6] if len(body) == LENGTH else ""
    figures = int(body.replace(letter, "0", 1)) if letter in _CORSICA else int(body)
    return f"{_MODULUS - (figures - _CORSICA.get(letter, 0)) % _MODULUS:02d}"


def check_number(number: NationalNumber) -> tuple[NumberFault, ...]:
    """Check the form and the key; the first fault is the one to say."""
    if not _FORM.fullmatch(number.text) or (number.body[6] in _CORSICA and number.body[5] != "2"):
        return (NumberFault("NIR-FORM"),)
    if not number.key:
        return (NumberFault("NIR-KEY-NONE"),)
    return tuple(_faults(number))


def check_agreement(number: NationalNumber, candidate: Candidate) -> tuple[NumberFault, ...]:
    """Compare a sound number with the civil status: only warnings, a number outlives a change."""
    return tuple(_disagreements(number, candidate))


def _faults(number: NationalNumber) -> Iterator[NumberFault]:
    body = number.body
    if number.key != key_of(body):
        yield NumberFault("NIR-KEY")
    if body[0] not in _SEXES:
        yield NumberFault("NIR-SEX-FIGURE")
    elif body[0] not in _LASTING:
        yield NumberFault("NIR-TEMPORARY", blocks=False)
    if int(body[3:5]) not in _MONTHS:
        yield NumberFault("NIR-MONTH")
    if body[5:7] == "00" or body[7:10] == "000":
        yield NumberFault("NIR-PLACE")
    if body[10:13] == "000":
        yield NumberFault("NIR-ORDER")


def _disagreements(number: NationalNumber, candidate: Candidate) -> Iterator[NumberFault]:
    if candidate.sex is not Sex.NOT_STATED and _SEXES[number.body[0]] is not candidate.sex:
        yield NumberFault("NIR-OTHER-SEX", blocks=False)
    if not _fits_birth(number, candidate):
        yield NumberFault("NIR-OTHER-BIRTH", blocks=False)
    if not _fits_place(number, candidate.birth_place):
        yield NumberFault("NIR-OTHER-PLACE", blocks=False)


def _fits_birth(number: NationalNumber, candidate: Candidate) -> bool:
    born = candidate.born
    if born is None:
        return True
    month = int(number.body[3:5])
    if _INCOMPLETE < month <= _INCOMPLETE + _LAST_MONTH:
        month -= _INCOMPLETE
    same_month = month > _LAST_MONTH or born.month in {None, month}
    return same_month and int(number.body[1:3]) == born.year % 100


def _fits_place(number: NationalNumber, place: BirthPlace) -> bool:
    given, known = number.place, place.insee
    if not known or given == known:
        return True
    # Corsica was one department until 1976; a city has its own code beside its districts
    if given.startswith("20") and known[:2] in {"2A", "2B"}:
        return given[2:] == known[2:]
    if _CITIES.get(given[:2]) == known:
        return True
    return _BEFORE_INDEPENDENCE.get(given[:2]) == known
