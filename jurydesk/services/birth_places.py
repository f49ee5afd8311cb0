"""Completion of a birth place while it is typed, and what is doubtful about one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.exchange.birth_places import FRANCE, birth_place, plain_code, settle_code
from jurydesk.exchange.communes import communes, place_key, same_place
from jurydesk.exchange.countries import ABROAD, countries, country_names
from jurydesk.exchange.place_search import PlaceHit, search_countries, search_places

if TYPE_CHECKING:
    from jurydesk.domain.people import BirthPlace

__all__ = ["PlaceDoubt", "PlaceHit", "check_place", "find_countries", "find_places", "settled"]


@dataclass(frozen=True, slots=True)
class PlaceDoubt:
    """Something about the code of a birth place: a code of `wording`, and a town."""

    code: str
    town: str = ""


def find_places(text: str) -> tuple[PlaceHit, ...]:
    """Return the communes and countries that the words may mean: name or code."""
    return search_places(text)


def find_countries(text: str) -> tuple[PlaceHit, ...]:
    """Return the countries that the words may mean."""
    return search_countries(text)


def settled(place: BirthPlace) -> BirthPlace:
    """Return a place whose code was typed by hand, told apart as an INSEE or a postal one."""
    code = place.insee or place.postal_code
    known = settle_code(plain_code(code), place.commune).value
    if not (known.insee or known.postal_code):
        return replace(place, department="")
    return birth_place(place.commune, known, department=place.department, country=place.country)


def check_place(place: BirthPlace) -> tuple[PlaceDoubt, ...]:
    """Return what is wrong with the code of a place; a place not named yet is not doubted."""
    if not place.insee:
        return _without_insee(place)
    if place.insee.startswith(ABROAD):
        return _abroad(place)
    own = communes().by_insee.get(place.insee)
    if own is None:
        return (PlaceDoubt("PLACE-CODE-UNKNOWN"),)
    is_here = place.country in {"", FRANCE}
    if is_here and (not place.commune or _may_be(place, own.key)):
        return ()
    return (PlaceDoubt("PLACE-CODE-OTHER", own.name),)


def _without_insee(place: BirthPlace) -> tuple[PlaceDoubt, ...]:
    if place.postal_code:
        is_known = place.postal_code in communes().by_postal_code
        return () if is_known else (PlaceDoubt("PLACE-CODE-UNKNOWN"),)
    is_named = bool(place.commune) or place.country not in {"", FRANCE}
    return (PlaceDoubt("PLACE-CODE-NONE"),) if is_named else ()


def _abroad(place: BirthPlace) -> tuple[PlaceDoubt, ...]:
    name = country_names().get(place.insee)
    if name is None:
        return (PlaceDoubt("PLACE-CODE-UNKNOWN"),)
    own = {
        place_key(word)
        for one in countries()
        if one.code == place.insee
        for word in (one.name, one.former)
    }
    fits = not place.country or place_key(place.country) in own
    return () if fits else (PlaceDoubt("PLACE-CODE-OTHER", name),)


def _may_be(place: BirthPlace, own: str) -> bool:
    """Tell whether a code goes with a name, as it is today or as it was."""
    typed = place_key(place.commune)
    if same_place(typed, own):
        return True
    hits = search_places(place.commune)
    return any(hit.insee == place.insee and place_key(hit.name) == typed for hit in hits)
