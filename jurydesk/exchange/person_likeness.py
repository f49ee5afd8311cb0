"""Tells how likely two entries are one person: exact keys first, then slips of names and dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

CERTAIN = 100
"""Same birth name, first name and birth date: nobody is asked."""
LIKELY = 60
"""From there on a person is asked; nothing is ever joined by itself."""
_SHORTEST_SLIP = 4
"""In shorter names one letter makes another name: Léa, Léo."""
_SHORTEST_FIRST = 6
"""Twins are called Nina and Lina, Paolo and Paola, Alex and Alix: short first names must agree."""
_LONG = 9
"""Names from that length on may differ by two slips."""


class Reason(StrEnum):
    """What is alike (wording: `ALIKE-…`)."""

    NAME = "NAME"
    SLIP = "SLIP"
    SWAPPED = "SWAPPED"
    USAGE = "USAGE"
    FIRST_NAME = "FIRST-NAME"
    DATE = "DATE"
    NEAR_DATE = "NEAR-DATE"
    NO_DATE = "NO-DATE"
    EMAIL = "EMAIL"
    PHONE = "PHONE"


@dataclass(frozen=True, slots=True)
class PersonKey:
    """What two persons are compared by."""

    birth_name: str
    first_names: tuple[str, ...]
    usage_name: str = ""
    birth_date: date | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two persons are, from `LIKELY` to `CERTAIN`, and by what."""

    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A person with everything folded once."""

    family: str
    usage: str
    first: str
    others: frozenset[str]
    """Parts of all first names: « Anne-Laure » answers to Anne."""
    date: date | None
    emails: frozenset[str]
    phones: frozenset[str]


def likely_same(one: PersonKey, other: PersonKey) -> Likeness | None:
    """Return how alike two persons are; None: nobody need be asked."""
    return _compare(_folded(one), _folded(other))


class PersonIndex:
    """Finds who is alike among many, without comparing each with each."""

    def __init__(self, keys: Iterable[tuple[int, PersonKey]]) -> None:
        """Put everybody into the blocks in which somebody alike is looked for."""
        self._people: dict[int, _Folded] = {}
        self._blocks: dict[Hashable, list[int]] = {}
        for number, key in keys:
            folded = self._people[number] = _folded(key)
            for block in set(_blocks(folded)):
                self._blocks.setdefault(block, []).append(number)

    def matches(self, key: PersonKey) -> tuple[tuple[int, Likeness], ...]:
        """Return the numbers of those who are alike, the likeliest first."""
        wanted = _folded(key)
        near = {number for block in _blocks(wanted) for number in self._blocks.get(block, ())}
        found = ((number, _compare(wanted, self._people[number])) for number in sorted(near))
        alike = [(number, likeness) for number, likeness in found if likeness is not None]
        return tuple(sorted(alike, key=lambda pair: (-pair[1].score, pair[0])))


def _folded(key: PersonKey) -> _Folded:
    first_names = [fold(name) for name in key.first_names]
    return _Folded(
        family=_joined(key.birth_name),
        usage=_joined(key.usage_name),
        first=_joined(key.first_names[0]) if key.first_names else "",
        others=frozenset(part for name in first_names for part in (name, *name.split())),
        date=key.birth_date,
        emails=frozenset(email.casefold() for email in key.emails),
        phones=frozenset(key.phones),
    )


def _joined(name: str) -> str:
    """Return a name without spaces, hyphens and apostrophes: N’DIAYE and Ndiaye are one."""
    return fold(name).replace(" ", "")


def _blocks(person: _Folded) -> Iterator[Hashable]:
    yield from (("email", email) for email in person.emails)
    yield from (("phone", phone) for phone in person.phones)
    if person.date is not None:
        yield ("born", person.date)
    for family in filter(None, (person.family, person.usage)):
        yield ("name", frozenset({family, person.first}))


def _compare(one: _Folded, other: _Folded) -> Likeness | None:
    contact = [
        reason
        for reason, shared in (
            (Reason.EMAIL, one.emails & other.emails),
            (Reason.PHONE, one.phones & other.phones),
        )
        if shared
    ]
    name, name_score = _names(one, other)
    day, day_score = _dates(one.date, other.date)
    if name is Reason.NAME and day is Reason.DATE:
        return Likeness(CERTAIN, (name, day, *contact))
    score = name_score + day_score + 25 * bool(contact)
    reasons = tuple(reason for reason in (name, day, *contact) if reason is not None)
    return Likeness(min(score, CERTAIN - 1), reasons) if score >= LIKELY else None


def _names(one: _Folded, other: _Folded) -> tuple[Reason | None, int]:
    """Compare the names; nothing else makes up for first names that differ, as of twins."""
    if one.family == other.family and one.first == other.first:
        return Reason.NAME, 50
    if one.first and (one.family, one.first) == (other.first, other.family):
        return Reason.SWAPPED, 45
    same_first = one.first == other.first
    slip_first = same_first or _is_slip(one.first, other.first, shortest=_SHORTEST_FIRST)
    families = list(product(_families(one), _families(other)))
    if same_first and any(mine == theirs for mine, theirs in families):
        return Reason.USAGE, 45
    if slip_first and any(_is_slip(mine, theirs) or mine == theirs for mine, theirs in families):
        return Reason.SLIP, 35 if same_first or one.family == other.family else 25
    if one.family == other.family and one.others & other.others:
        return Reason.SLIP, 35
    # A name changes by marriage; birth date and address stay
    return (Reason.FIRST_NAME, 15) if same_first and one.first else (None, -40)


def _families(person: _Folded) -> tuple[str, ...]:
    return tuple(filter(None, (person.family, person.usage)))


def _dates(one: date | None, other: date | None) -> tuple[Reason | None, int]:
    if one is None or other is None:
        return Reason.NO_DATE, 10
    if one == other:
        return Reason.DATE, 30
    return (Reason.NEAR_DATE, 15) if _is_near(one, other) else (None, -15)


def _is_near(one: date, other: date) -> bool:
    """Tell whether one slip turns a date into the other: a digit, two swapped, day and month."""
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    return _slips(f"{one:%d%m%Y}", f"{other:%d%m%Y}") <= 1


def _is_slip(one: str, other: str, *, shortest: int = _SHORTEST_SLIP) -> bool:
    shorter = min(len(one), len(other))
    if shorter < shortest:
        return False
    return _slips(one, other) <= (2 if shorter >= _LONG else 1)


def _slips(one: str, other: str) -> int:
    """Count letters lost, added, wrong or swapped with their neighbour."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 -- slow import

    return OSA.distance(one, other, score_cutoff=2)
