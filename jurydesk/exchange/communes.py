"""The communes of France, former ones too: INSEE codes, postal codes and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold
from jurydesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = re.compile(r"\b(\d{1,2})\s*(?:er|eme|e|nd)?(?:\s*arr(?:ondissement)?)?\b")
_SHORT = {"saint": "st", "sainte": "ste", "saints": "sts"}


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune or municipal arrondissement."""

    insee: str
    postal_codes: tuple[str, ...]
    name: str

    @property
    def key(self) -> str:
        """Return the name folded for comparison."""
        return place_key(self.name)


@dataclass(frozen=True, slots=True)
class CommuneTable:
    """The communes by INSEE code and by postal code."""

    by_insee: Mapping[str, Commune]
    by_postal_code: Mapping[str, tuple[Commune, ...]]


@cache
def communes() -> CommuneTable:
    """Return the shipped table, read once."""
    by_insee: dict[str, Commune] = {}
    by_postal: dict[str, list[Commune]] = {}
    for line in resource("communes", "communes.csv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        insee, postal, name = line.split(";")
        commune = Commune(insee, tuple(postal.split()), name)
        by_insee[insee] = commune
        for code in commune.postal_codes:
            by_postal.setdefault(code, []).append(commune)
    return CommuneTable(by_insee, {code: tuple(found) for code, found in by_postal.items()})


def place_key(name: str) -> str:
    """Fold the name of a place: « Saint-Denis » is `st denis`, « Paris 15e » `paris 15`."""
    folded = _NUMBER.sub(lambda match: str(int(match[1])), fold(name).removesuffix("cedex"))
    return " ".join(_SHORT.get(word, word) for word in folded.split())


def same_place(key: str, other: str) -> bool:
    """Tell whether two keys may be one place; a city and its arrondissements are."""
    if key == other:
        return True
    base, other_base = (re.sub(r" \d+$", "", name) for name in (key, other))
    return base == other_base and base in (key, other)
