"""Completion of a birth place while it is typed."""

from __future__ import annotations

from jurydesk.exchange.place_search import PlaceHit, search_places

__all__ = ["PlaceHit", "find_places"]


def find_places(text: str) -> tuple[PlaceHit, ...]:
    """Return the communes that the words may mean: name, postal code or INSEE code."""
    return search_places(text)
