"""The countries abroad with the INSEE code that stands for a commune of birth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jurydesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ABROAD = "99"
"""How the INSEE code of every country but France begins."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory; `former` is what it was called, where that differs."""

    code: str
    name: str
    former: str = ""


@cache
def countries() -> tuple[Country, ...]:
    """Return the shipped list, read once; territories share the code of a group."""
    return tuple(Country(*fields) for fields in _lines("countries.csv"))


@cache
def country_names() -> Mapping[str, str]:
    """Return the name of the country of each code: the first one where several share it."""
    names: dict[str, str] = {}
    for country in countries():
        names.setdefault(country.code, country.name)
    return names


@cache
def department_names() -> Mapping[str, str]:
    """Return the name of each department and overseas territory by its code."""
    return {fields[0]: fields[1] for fields in _lines("departments.csv")}


def _lines(name: str) -> Iterator[list[str]]:
    for line in resource("communes", name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split(";")
