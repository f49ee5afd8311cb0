"""Tells whether two entries are one person, why, and how sure that is.

Three things are compared: the family name, the first name and the day of birth; an e-mail address
or a telephone number in common adds to them. Each gives points (`_FAMILY`, `_FIRST`, `_BIRTH`), and
the sum is read against two thresholds. Another first name settles it: twins, father and son, and a
family that shares one telephone are never taken for one person.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from jurydesk.exchange.person_names import NamesAgree, Naming, agreement, naming

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from jurydesk.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class PersonKey:
    """What is compared of a person, as it was written."""

    birth_name: str
    first_names: tuple[str, ...]
    usual_name: str = ""
    birth_date: date | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    """E.164 where it could be read; compared by their digits."""
    birth_partial: PartialDate | None = None
    """What is known of the birth date where there is no full one."""


class Grade(StrEnum):
    """How sure it is."""

    CERTAIN = "CERTAIN"
    """The same names, and the same birth date or, where one is missing, the same contact."""
    LIKELY = "LIKELY"
    """A person should look at the two side by side."""


class Why(StrEnum):
    """What speaks for it (or, the last two, what is to be known before believing it)."""

    EMAIL = "LIKE-EMAIL"
    PHONE = "LIKE-PHONE"
    NAME = "LIKE-NAME"
    USUAL_NAME = "LIKE-USUAL-NAME"
    NAME_ORDER = "LIKE-NAME-ORDER"
    NAME_PART = "LIKE-NAME-PART"
    NAME_SLIP = "LIKE-NAME-SLIP"
    FIRST_NAME = "LIKE-FIRST-NAME"
    FIRST_NAME_SLIP = "LIKE-FIRST-NAME-SLIP"
    FIRST_NAME_PART = "LIKE-FIRST-NAME-PART"
    BIRTH_DATE = "LIKE-BIRTH-DATE"
    BIRTH_PARTLY = "LIKE-BIRTH-PARTLY"
    BIRTH_SWAPPED = "LIKE-BIRTH-SWAPPED"
    BIRTH_SLIP = "LIKE-BIRTH-SLIP"
    NAME_DIFFERS = "LIKE-NAME-DIFFERS"
    BIRTH_MISSING = "LIKE-BIRTH-MISSING"
    BIRTH_DIFFERS = "LIKE-BIRTH-DIFFERS"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two entries that may be one person. `score` runs from `LIKELY_FROM` to 100."""

    score: int
    grade: Grade
    reasons: tuple[Why, ...]


CERTAIN_FROM = 95
"""From that score on two entries are one person without asking."""
LIKELY_FROM = 75
"""From that score on they are shown to a person; below, nothing is said."""

_EMAIL, _PHONE = 35, 25
_FAMILY = {
    NamesAgree.SAME: (40, Why.NAME),
    NamesAgree.ORDER: (38, Why.NAME_ORDER),
    NamesAgree.USUAL: (36, Why.USUAL_NAME),
    NamesAgree.SLIP: (32, Why.NAME_SLIP),
    NamesAgree.PART: (30, Why.NAME_PART),
    NamesAgree.DIFFER: (0, Why.NAME_DIFFERS),
}
_FIRST = {
    NamesAgree.SAME: (25, Why.FIRST_NAME),
    NamesAgree.SLIP: (18, Why.FIRST_NAME_SLIP),
    NamesAgree.PART: (18, Why.FIRST_NAME_PART),
    NamesAgree.UNKNOWN: (10, None),
}
_BIRTH = {
    Why.BIRTH_DATE: 35,
    Why.BIRTH_SWAPPED: 28,
    Why.BIRTH_PARTLY: 22,
    Why.BIRTH_SLIP: 24,
    Why.BIRTH_MISSING: 15,
    Why.BIRTH_DIFFERS: -25,
}
_STRANGERS = 5
"""What a missing date is worth between people who share neither address nor telephone."""
_WHOLE = frozenset({NamesAgree.SAME, NamesAgree.ORDER, NamesAgree.USUAL})


@dataclass(frozen=True, slots=True)
class _Person:
    """A key made ready to be compared many times."""

    names: Naming
    birth: date | None
    partial: PartialDate | None
    emails: frozenset[str]
    phones: frozenset[str]


def likely_same(one: PersonKey, other: PersonKey) -> Likeness | None:
    """Return how likely the two entries are one person and why; None: nothing speaks for it.

    The order of the two is nothing.
    """
    return _compare(_ready(one), _ready(other))


@lru_cache(maxsize=65536)
def _ready(key: PersonKey) -> _Person:
    return _Person(
        naming(key.birth_name, key.usual_name, key.first_names),
        key.birth_date,
        None if key.birth_date else key.birth_partial,
        frozenset(email.strip().casefold() for email in key.emails if "@" in email),
        frozenset(filter(None, map(_digits, key.phones))),
    )


SHORTEST_PHONE = 9
"""Digits that are compared: with or without `+33` or the zero, the end is the same."""


def _digits(phone: str) -> str:
    digits = "".join(letter for letter in phone if letter.isdecimal())
    return digits[-SHORTEST_PHONE:] if len(digits) >= SHORTEST_PHONE else ""


def _compare(one: _Person, other: _Person) -> Likeness | None:
    names = agreement(one.names, other.names)
    if names.first not in _FIRST:
        return None
    family, family_why = _FAMILY[names.family]
    first, first_why = _FIRST[names.first]
    email = bool(one.emails & other.emails)
    phone = bool(one.phones & other.phones)
    birth = _compare_births(one, other)
    points = family + first + email * _EMAIL + phone * _PHONE + _BIRTH[birth]
    if birth is Why.BIRTH_MISSING and _share_nothing(one, other):
        points += _STRANGERS - _BIRTH[birth]
    if points < LIKELY_FROM:
        return None
    proved = _proves(names.family, names.first, birth, email=email, phone=phone)
    score = max(points, CERTAIN_FROM) if proved else min(points, CERTAIN_FROM - 1)
    told = (Why.EMAIL if email else None, Why.PHONE if phone else None, family_why, first_why)
    reasons = tuple(why for why in (*told, birth) if why is not None)
    return Likeness(min(score, 100), Grade.CERTAIN if proved else Grade.LIKELY, reasons)


def _proves(family: NamesAgree, first: NamesAgree, birth: Why, *, email: bool, phone: bool) -> bool:
    """Tell whether it is proved: a slip or another date is looked at by a person."""
    if first is not NamesAgree.SAME:
        return False
    if birth is Why.BIRTH_DATE:
        return family is NamesAgree.SAME or (family is not NamesAgree.DIFFER and (email or phone))
    return birth is Why.BIRTH_MISSING and family in _WHOLE and (email or phone)


def _share_nothing(one: _Person, other: _Person) -> bool:
    """Tell whether both gave an address and a telephone, and neither is the other's."""
    given = all((one.emails, one.phones, other.emails, other.phones))
    return given and not (one.emails & other.emails or one.phones & other.phones)


def _compare_births(first: _Person, second: _Person) -> Why:
    """A partial date that agrees is never the same date: it may be another day of the year."""
    partial = first.partial or second.partial
    known = (first.birth or first.partial, second.birth or second.partial)
    if partial is not None and None not in known:
        agree = all(partial.agrees(born) for born in known if born is not None)
        return Why.BIRTH_PARTLY if agree else Why.BIRTH_DIFFERS
    return _compare_days(first.birth, second.birth)


def _compare_days(one: date | None, other: date | None) -> Why:
    if one is None or other is None:
        return Why.BIRTH_MISSING
    if one == other:
        return Why.BIRTH_DATE
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return Why.BIRTH_SWAPPED
    first, second = _written(one), _written(other)
    return Why.BIRTH_SLIP if _is_slip(first, second) else Why.BIRTH_DIFFERS


_CENTURY = 4
"""Where the century stands in `ddmmyyyy`."""


def _written(day: date) -> str:
    return f"{day.day:02}{day.month:02}{day.year:04}"


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one digit differs, the century, or two digits in a row changed places."""
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    if len(apart) == 1 or apart == [_CENTURY, _CENTURY + 1]:
        return True
    left, right = apart[0], apart[-1]
    return right - left == 1 and one[left : right + 1] == other[right] + other[left]


class PersonIndex:
    """Persons who are found again among many: only those with something in common are compared."""

    def __init__(self, keys: Iterable[tuple[int, PersonKey]]) -> None:
        """Begin with these persons, each under its number."""
        self._people: dict[int, _Person] = {}
        self._blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, key in keys:
            self.add(number, key)

    def add(self, number: int, key: PersonKey) -> None:
        """Remember one more person; a number already known is that person as known by now."""
        person = self._people[number] = _ready(key)
        for block in {*_pairs(person, dated=person.birth is not None), *_blocks(person)}:
            self._blocks[block].append(number)

    def matches(self, key: PersonKey) -> tuple[tuple[int, Likeness], ...]:
        """Return who that may be, the likeliest first; of two alike, the lower number first."""
        person = _ready(key)
        compared = (
            (number, _compare(person, self._people[number])) for number in self._near(person)
        )
        found = [(number, likeness) for number, likeness in compared if likeness]
        return tuple(sorted(found, key=lambda each: (-each[1].score, each[0])))

    def _near(self, person: _Person) -> set[int]:
        """Return who shares something; namesakes only where one of the dates is missing."""
        blocks = {*_pairs(person, dated=False), *_blocks(person)}
        if person.birth is None:
            blocks.update(_pairs(person, dated=True))
        return {number for block in blocks for number in self._blocks.get(block, ())}


def _pairs(person: _Person, *, dated: bool) -> Iterator[Hashable]:
    sounds = person.names.sounds
    for place, one in enumerate(sounds):
        yield from ((one, other, dated) for other in sounds[place + 1 :])


def _blocks(person: _Person) -> Iterator[Hashable]:
    """Yield what two persons must share one of, unless their names alone are alike."""
    yield from person.emails
    yield from person.phones
    if person.birth is None:
        return
    yield person.birth
    written = _written(person.birth)
    hidden = (written[:place] + "_" + written[place + 1 :] for place in range(len(written)))
    century = written[:_CENTURY] + written[-2:]
    days = ("".join(sorted(written)), century, *hidden)
    yield from ((day, sound) for day in days for sound in person.names.sounds)
