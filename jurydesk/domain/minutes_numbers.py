"""The numbers of minutes: one series per calendar year, each number given once, none left out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"PV-(\d{4})-(\d+)")


def next_number(year: int, given: Iterable[str]) -> str:
    """Return the number after the highest one given in that year: `PV-2026-001` at first."""
    # Not how many there are: a number given once is never given again
    return number_of(year, max(_places(given).get(year, {0})) + 1)


def number_of(year: int, place: int) -> str:
    """Return the number of one place in the series of a year."""
    return f"PV-{year}-{place:03d}"


def holes(given: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers that nobody was given though a later one of their year was."""
    return tuple(
        number_of(year, place)
        for year, taken in sorted(_places(given).items())
        for place in range(1, max(taken))
        if place not in taken
    )


def _places(given: Iterable[str]) -> dict[int, set[int]]:
    places: dict[int, set[int]] = {}
    for match in map(_NUMBER.fullmatch, given):
        if match:
            places.setdefault(int(match[1]), set()).add(int(match[2]))
    return places
