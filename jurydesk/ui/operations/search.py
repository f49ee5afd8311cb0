"""Looks for people and sessions at once, for the search box of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.services.candidates import find_candidates
from jurydesk.services.examiners import find_examiners
from jurydesk.services.sessions import list_sessions
from jurydesk.ui.models.columns import folded
from jurydesk.ui.widgets.global_search import SearchHit

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

MOST_OF_A_KIND = 5


def search_everything(desk: Desk, *, query: str) -> tuple[SearchHit, ...]:
    """Return what holds every word of `query`: candidates, examiners, then sessions."""
    return (
        *_candidates(desk, query)[:MOST_OF_A_KIND],
        *_examiners(desk, query)[:MOST_OF_A_KIND],
        *_sessions(desk, query)[:MOST_OF_A_KIND],
    )


def _candidates(desk: Desk, query: str) -> list[SearchHit]:
    return [
        SearchHit(
            "candidates",
            row.key,
            "person",
            row.candidate.full_name,
            row.candidacy.certification,
        )
        for file in find_candidates(desk, query=query)
        for row in file.candidacies
    ]


def _examiners(desk: Desk, query: str) -> list[SearchHit]:
    return [
        SearchHit("examiners", examiner.id, "pool", examiner.full_name, examiner.organisation)
        for examiner in find_examiners(desk, query=query)
    ]


def _sessions(desk: Desk, query: str) -> list[SearchHit]:
    words = folded(query).split()
    return [
        SearchHit("sessions", row.session.id, "calendar", row.session.code, row.certification_title)
        for row in list_sessions(desk)
        if all(word in folded(f"{row.session.code} {row.certification_title}") for word in words)
    ]
