"""What belongs to a person or to a candidacy, and goes, moves or comes back with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jurydesk.errors import RefusedByRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.services.ports import Repository, UnitOfWork

Owned = tuple["Repository[Any]", Any]
"""One entity with the repository that keeps it."""


def of_person(unit: UnitOfWork, candidate_id: int) -> Iterator[Owned]:
    """Yield what refers to a person directly, candidacies and their steps left out."""
    for repository in (unit.notes, unit.attachments):
        yield from ((repository, one) for one in repository.of_candidate(candidate_id))
    for owned in (unit.acquisitions, unit.ties, unit.distinctions):
        yield from ((owned, one) for one in owned.of_candidates([candidate_id]))


def remove_person_belongings(unit: UnitOfWork, candidate_id: int) -> None:
    """Delete what refers to a person; each removal is a change that undo puts back."""
    for repository, one in tuple(of_person(unit, candidate_id)):
        repository.remove(one.id)


def remove_candidacy_belongings(unit: UnitOfWork, candidacy_ids: Iterable[int]) -> None:
    """Delete the history, notes and documents of candidacies that go.

    Raises:
        RefusedByRule: a legal act was done on one of them: it is closed, never deleted.
    """
    gone = set(candidacy_ids)
    steps = unit.steps.of_candidacies(gone)
    if any(step.is_legal_act for step in steps):
        raise RefusedByRule("CANDIDACY-WITH-LEGAL-ACT")
    for step in steps:
        unit.steps.remove(step.id)
    _remove_what_was_told(unit, gone)
    people = {unit.candidacies.get(number).candidate_id for number in gone}
    for person in people:
        for repository in (unit.notes, unit.attachments):
            for one in repository.of_candidate(person):
                if one.candidacy_id in gone:
                    repository.remove(one.id)


def _remove_what_was_told(unit: UnitOfWork, candidacy_ids: Iterable[int]) -> None:
    for owned in (unit.outbox, unit.summonses):
        for told in owned.of_candidacies(candidacy_ids):
            owned.remove(told.id)
