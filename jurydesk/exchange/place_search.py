"""Finds birth places while somebody types, by name or code: communes, countries, former ones."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from jurydesk.exchange.birth_places import department_of
from jurydesk.exchange.communes import communes, place_key
from jurydesk.exchange.countries import countries, department_names
from jurydesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_HITS = 20
EVERY = 100_000


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """One commune or country, as it is or as it was called."""

    name: str
    insee: str
    postal_codes: tuple[str, ...]
    department: str
    today: str = ""
    """Name of the commune or country of today, where this one is a former one."""
    department_name: str = ""
    country: str = ""
    """Name of the country, where the place is abroad."""


@dataclass(frozen=True, slots=True)
class _Index:
    places: tuple[PlaceHit, ...]
    keys: tuple[str, ...]
    """Folded name of each place."""
    words: tuple[tuple[str, int], ...]
    """Each word and each code with the number of its place, in order: prefixes by bisection."""


def search_places(text: str, *, limit: int = MOST_HITS) -> tuple[PlaceHit, ...]:
    """Return the places that hold every word of `text` as a beginning, the closest first."""
    typed = place_key(text)
    wanted = typed.split()
    if not wanted:
        return ()
    index = _index()
    # The longest word is found in the fewest places
    rarest = max(wanted, key=len)
    found = {n for n in _beginning_with(rarest, index) if _holds_all(wanted, n, index)}
    ranked = sorted(found, key=lambda n: _rank(typed, n, index))
    return tuple(index.places[n] for n in ranked[:limit])


def _beginning_with(word: str, index: _Index) -> Iterator[int]:
    start = bisect_left(index.words, (word, -1))
    matching = takewhile(lambda entry: entry[0].startswith(word), index.words[start:])
    return (number for _, number in matching)


def _holds_all(wanted: list[str], number: int, index: _Index) -> bool:
    place = index.places[number]
    own = (*index.keys[number].split(), *place.postal_codes, place.insee.lower())
    return all(any(one.startswith(word) for one in own) for word in wanted)


def search_countries(text: str, *, limit: int = MOST_HITS) -> tuple[PlaceHit, ...]:
    """Return the countries alone, found in the same way."""
    return tuple(hit for hit in search_places(text, limit=EVERY) if hit.country)[:limit]


def _rank(typed: str, number: int, index: _Index) -> tuple[bool, bool, bool, int, str]:
    """The very name first, then beginnings, communes of today before former ones, short names."""
    key, place = index.keys[number], index.places[number]
    return key != typed, not key.startswith(typed), bool(place.today), len(key), place.insee


@cache
def _index() -> _Index:
    places = tuple(_places())
    keys = tuple(place_key(place.name) for place in places)
    words = [
        (word, number)
        for number, place in enumerate(places)
        for word in {*keys[number].split(), *place.postal_codes, place.insee.lower()}
    ]
    return _Index(places, keys, tuple(sorted(words)))


def _places() -> Iterator[PlaceHit]:
    yield from _communes()
    for one in countries():
        yield PlaceHit(one.name, one.code, (), "", country=one.name)
        if one.former:
            yield PlaceHit(one.former, one.code, (), "", today=one.name, country=one.name)


def _communes() -> Iterator[PlaceHit]:
    table = communes().by_insee
    former = dict(_former())
    for code, commune in table.items():
        successor = former.get((code, commune.name), "")
        today = table[successor].name if successor in table and successor != code else ""
        yield _commune(commune.name, code, commune.postal_codes, today=today)
    for (code, name), successor in former.items():
        known = table.get(code)
        # The code went on to the new commune: the former name is found under it too
        if known is not None and known.name != name:
            yield _commune(name, code, known.postal_codes, today=table[successor].name)


def _commune(name: str, code: str, postal_codes: tuple[str, ...], *, today: str) -> PlaceHit:
    department = department_of(code)
    named = department_names().get(department, "")
    return PlaceHit(name, code, postal_codes, department, today, department_name=named)


def _former() -> Iterator[tuple[tuple[str, str], str]]:
    text = resource("communes", "former.csv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            code, name, successor = line.split(";")
            yield (code, name), successor
