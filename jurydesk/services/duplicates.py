"""Candidates who may be one person: listed with the reasons, told apart by somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.distinctions import Distinction
from jurydesk.errors import WrongUsage
from jurydesk.exchange.person_likeness import Grade, PersonIndex, PersonKey, likely_same
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.domain.people import Candidate
    from jurydesk.exchange.person_likeness import Likeness
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """Two candidates who may be one person, the one who was here first on the left."""

    left: Candidate
    right: Candidate
    score: int
    """From 75 to 100."""
    is_certain: bool
    reasons: tuple[str, ...]
    """Codes of sentences, the weightiest first."""
    paths: tuple[int, int] = (0, 0)
    """How many candidacies each of them has."""

    @property
    def key(self) -> tuple[int, int]:
        """Return what identifies the row."""
        return self.left.id, self.right.id

    def other(self, candidate_id: int) -> Candidate:
        """Return who is compared with that person."""
        return self.right if candidate_id == self.left.id else self.left


def list_duplicates(desk: Desk) -> tuple[DuplicateRow, ...]:
    """Return the pairs that nobody told apart, the likeliest first."""
    with desk.open_unit() as unit:
        people = {candidate.id: candidate for candidate in unit.candidates.all()}
        found = [
            (people[one], people[other], likeness)
            for one, other, likeness in _pairs(people.values())
        ]
        return _rows(unit, found)


def duplicates_of(desk: Desk, *, candidate_id: int) -> tuple[DuplicateRow, ...]:
    """Return who may be the same person as one candidate."""
    with desk.open_unit() as unit:
        person = unit.candidates.get(candidate_id)
        key = person_key(person)
        others = (one for one in unit.candidates.all() if one.id != candidate_id)
        compared = ((one, likely_same(key, person_key(one))) for one in others)
        found = [(*_in_order(person, one), likeness) for one, likeness in compared if likeness]
        return _rows(unit, found)


def tell_apart(desk: Desk, *, one_id: int, other_id: int) -> Outcome[Distinction]:
    """Remember that two candidates are not the same person: they are not proposed again.

    Raises:
        WrongUsage: it is one file, there is no such person, or they were told apart already.
    """
    first, second = sorted((one_id, other_id))
    if first == second:
        raise WrongUsage("MERGE-SAME-FILE")
    with desk.open_unit() as unit:
        for number in (first, second):
            unit.candidates.get(number)
        if any(one.pair == (first, second) for one in unit.distinctions.of_candidates([first])):
            raise WrongUsage("PEOPLE-APART-ALREADY", {"first": first, "second": second})
        settled = Distinction(first, second, desk.actor, desk.clock.now())
        stored = unit.distinctions.add(settled)
        details = {"first": first, "second": second, "candidate": [first, second]}
        finish(unit, EventType.PEOPLE_TOLD_APART, details)
        return Outcome(stored, unit.changes, label="ACT-PEOPLE-TOLD-APART")


def person_key(candidate: Candidate) -> PersonKey:
    """Return what is compared of a candidate."""
    return PersonKey(
        candidate.birth_name,
        candidate.first_names,
        candidate.usage_name,
        candidate.birth_date,
        (candidate.email,) if candidate.email else (),
        (candidate.phone,) if candidate.phone else (),
        candidate.birth_partial,
    )


def likeness_of(one: Candidate, other: Candidate) -> Likeness | None:
    """Return how alike two candidates are."""
    return likely_same(person_key(one), person_key(other))


def _pairs(people: Iterable[Candidate]) -> Iterator[tuple[int, int, Likeness]]:
    keys = {candidate.id: person_key(candidate) for candidate in people}
    index = PersonIndex(keys.items())
    for number, key in keys.items():
        for other, likeness in index.matches(key):
            if other > number:
                yield number, other, likeness


def _in_order(one: Candidate, other: Candidate) -> tuple[Candidate, Candidate]:
    return (one, other) if one.id < other.id else (other, one)


def _rows(
    unit: UnitOfWork, found: list[tuple[Candidate, Candidate, Likeness]]
) -> tuple[DuplicateRow, ...]:
    met = {person.id for one, other, _ in found for person in (one, other)}
    apart = {one.pair for one in unit.distinctions.of_candidates(met)}
    paths: dict[int, int] = dict.fromkeys(met, 0)
    for candidacy in unit.candidacies.all() if met else ():
        if candidacy.candidate_id in paths:
            paths[candidacy.candidate_id] += 1
    rows = (
        DuplicateRow(
            one,
            other,
            likeness.score,
            likeness.grade is Grade.CERTAIN,
            tuple(map(str, likeness.reasons)),
            (paths[one.id], paths[other.id]),
        )
        for one, other, likeness in found
        if (one.id, other.id) not in apart
    )
    return tuple(sorted(rows, key=lambda row: (-row.score, row.left.full_name, row.key)))
