"""Looks for people, sessions and sheets at once, for the search box of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.changes import Kind
from jurydesk.services.search import search
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.widgets.global_search import SearchHit

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk
    from jurydesk.services.search import Hit

_PLACES = {
    Kind.CANDIDATE: ("candidates", "person"),
    Kind.EXAMINER: ("examiners", "pool"),
    Kind.SESSION: ("sessions", "calendar"),
    Kind.CERTIFICATION: ("certifications", "certificate"),
}
"""The page where each kind is at home, and its icon."""


def search_everything(desk: Desk, *, query: str) -> tuple[SearchHit, ...]:
    """Return what begins with every word of `query`; a candidate leads to the file."""
    return tuple(map(_placed, search(desk, query=query)))


def _placed(hit: Hit) -> SearchHit:
    page, icon = _PLACES[hit.kind]
    key = FileKey(hit.key) if hit.kind is Kind.CANDIDATE else hit.key
    return SearchHit(page, key, icon, hit.title, hit.detail)
