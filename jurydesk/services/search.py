"""One search over people, sessions and sheets, for the box of the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from jurydesk.domain.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, Repository, UnitOfWork

E = TypeVar("E")
KINDS = (Kind.CANDIDATE, Kind.EXAMINER, Kind.SESSION, Kind.CERTIFICATION)
MOST_OF_A_KIND = 5
EVERYBODY = 1_000_000
AT_ONCE = 10_000
"""How many numbers one question may name: SQLite takes 32,766 at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: `key` is the number of a candidacy, an examiner, a session or a sheet."""

    kind: Kind
    key: int
    title: str
    detail: str = ""


def search(desk: Desk, *, query: str, most: int = MOST_OF_A_KIND) -> tuple[Hit, ...]:
    """Return what every word of the query begins: at most so many of a kind.

    Names without accents or order, telephone numbers however they are grouped, e-mail addresses
    and their parts, codes of sessions and sheets. Candidates come once per candidacy.
    """
    with desk.open_unit() as unit:
        found = unit.search.find(query, kinds=KINDS, most=most)
        numbers = {kind: [one.id for one in found if one.kind is kind] for kind in KINDS}
        # A key was pressed: what found nobody asks the database nothing more
        readers = (_candidates, _examiners, _sessions, _certifications)
        found_by = zip(KINDS, readers, strict=True)
        return tuple(
            hit for kind, read in found_by if numbers[kind] for hit in read(unit, numbers[kind])
        )


def matching(
    unit: UnitOfWork, repository: Repository[E], kind: Kind, *, query: str
) -> tuple[E, ...]:
    """Return all of one kind in which every word of the query begins a word, by their numbers.

    A query without a word matches everything.
    """
    if not query.strip():
        return repository.all()
    found = unit.search.find(query, kinds=(kind,), most=EVERYBODY)
    numbers = sorted(one.id for one in found)
    parts = (numbers[at : at + AT_ONCE] for at in range(0, len(numbers), AT_ONCE))
    return tuple(one for part in parts for one in repository.some(part))


def _candidates(unit: UnitOfWork, numbers: list[int]) -> Iterator[Hit]:
    people = {person.id: person for person in unit.candidates.some(numbers)}
    candidacies = unit.candidacies.of_candidates(numbers)
    for number in numbers:
        for candidacy in candidacies:
            if candidacy.candidate_id == number:
                name = people[number].full_name
                yield Hit(Kind.CANDIDATE, candidacy.id, name, candidacy.certification)


def _examiners(unit: UnitOfWork, numbers: list[int]) -> Iterable[Hit]:
    pool = {examiner.id: examiner for examiner in unit.examiners.some(numbers)}
    return (
        Hit(Kind.EXAMINER, number, pool[number].full_name, pool[number].organisation)
        for number in numbers
    )


def _sessions(unit: UnitOfWork, numbers: list[int]) -> Iterable[Hit]:
    sessions = {session.id: session for session in unit.sessions.some(numbers)}
    return (
        Hit(Kind.SESSION, number, sessions[number].code, _judged(sessions[number]))
        for number in numbers
    )


def _judged(session: Session) -> str:
    return " · ".join(session.certifications)


def _certifications(unit: UnitOfWork, numbers: list[int]) -> Iterable[Hit]:
    sheets = {sheet.id: sheet for sheet in unit.certifications.some(numbers)}
    return (
        Hit(Kind.CERTIFICATION, number, sheets[number].code, sheets[number].title)
        for number in numbers
    )
