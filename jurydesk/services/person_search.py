"""Finds one person while somebody types a name, to be chosen in a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.changes import Kind
from jurydesk.exchange.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jurydesk.services.ports import Desk

MOST = 12
READ = 60
"""So many are looked at, for those whose family name begins so to come first."""


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person who may be meant; `detail` and `born` tell homonyms apart."""

    id: int
    name: str
    detail: str = ""
    born: date | None = None


def find_candidates(desk: Desk, *, query: str) -> tuple[PersonHit, ...]:
    """Return the first candidates whose names, e-mail or phone begin with every word."""
    with desk.open_unit() as unit:
        found = unit.search.find(query, kinds=(Kind.CANDIDATE,), most=READ)
        people = {one.id: one for one in unit.candidates.some(hit.id for hit in found)}
        paths = unit.candidacies.of_candidates(people)
    sheets: dict[int, list[str]] = {}
    for path in paths:
        sheets.setdefault(path.candidate_id, []).append(path.certification)
    hits = (
        PersonHit(
            hit.id,
            people[hit.id].full_name,
            ", ".join(sorted(set(sheets.get(hit.id, [])))),
            people[hit.id].birth_date,
        )
        for hit in found
    )
    return _family_first(hits, query)


def find_examiners(desk: Desk, *, query: str) -> tuple[PersonHit, ...]:
    """Return the first examiners whose names, e-mail or organisation begin with every word."""
    with desk.open_unit() as unit:
        found = unit.search.find(query, kinds=(Kind.EXAMINER,), most=READ)
        pool = {one.id: one for one in unit.examiners.some(hit.id for hit in found)}
    hits = (PersonHit(h.id, pool[h.id].full_name, pool[h.id].organisation) for h in found)
    return _family_first(hits, query)


def _family_first(hits: Iterable[PersonHit], query: str) -> tuple[PersonHit, ...]:
    """« mar » means MARTIN Inès before LEGRAND Jean-Marc."""
    wanted = fold(query)
    ordered = sorted(hits, key=lambda hit: not fold(hit.name).startswith(wanted))
    return tuple(ordered[:MOST])
