"""Recognises persons and candidacies that are already known, by exact keys only."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.services.import_decisions import RowPlace

P = TypeVar("P", Candidate, Examiner)
Key = tuple[Hashable, ...]


def joined(name: str) -> str:
    """Return a name as it is compared: N’DIAYE, N'Diaye and Ndiaye are one."""
    return fold(name).replace(" ", "")


def name_of(person: Candidate | Examiner) -> Key:
    """Return the names of a person as they are compared."""
    if isinstance(person, Candidate):
        return joined(person.birth_name), joined(person.first_name)
    return joined(person.last_name), joined(person.first_name)


def keys_of(person: Candidate | Examiner) -> tuple[Key, ...]:
    """Return what proves that two entries are one person, the stronger key first."""
    name = name_of(person)
    keys: list[Key] = []
    if isinstance(person, Candidate) and person.born is not None:
        keys.append(("born", *name, person.born))
    if person.email:
        keys.append(("email", *name, person.email.casefold()))
    if isinstance(person, Examiner) and person.organisation:
        keys.append(("works", *name, fold(person.organisation)))
    return tuple(keys) or (("name", *name),)


@dataclass(slots=True)
class Known(Generic[P]):
    """One person, stored or met in an earlier row, as completed so far."""

    person: P
    candidacies: list[tuple[Candidacy, RowPlace | None]] = field(default_factory=list)
    """Each with the row of this file that spoke of it."""
    place: RowPlace | None = None
    """The first row of this file that spoke of the person."""


class Register(Generic[P]):
    """The persons known so far, found again by their keys."""

    def __init__(self, people: Iterable[P]) -> None:
        """Begin with the persons that are stored."""
        self._by_key: dict[Key, Known[P]] = {}
        self._by_name: dict[Key, list[Known[P]]] = {}
        for person in people:
            self.add(Known(person))

    def add(self, known: Known[P]) -> None:
        """Remember one more person."""
        self._by_name.setdefault(name_of(known.person), []).append(known)
        self.learn(known)

    def learn(self, known: Known[P]) -> None:
        """Note the keys that a person has by now; a key already taken stays with its owner."""
        for key in keys_of(known.person):
            self._by_key.setdefault(key, known)

    def find(self, person: P) -> Known[P] | None:
        """Return who that is, if a key proves it.

        Somebody named without anything else is whoever alone bears that name.
        """
        for key in keys_of(person):
            if key in self._by_key:
                return self._by_key[key]
        namesakes = self.namesakes(person)
        bare = keys_of(person)[0][0] == "name"
        return namesakes[0] if bare and len(namesakes) == 1 else None

    def namesakes(self, person: P) -> list[Known[P]]:
        """Return everybody of that name."""
        return self._by_name.get(name_of(person), [])

    def everybody(self) -> Iterator[Known[P]]:
        """Yield every person once, in the order in which they became known."""
        for bearers in self._by_name.values():
            yield from bearers


def find_candidacy(
    known: Known[Candidate], candidacy: Candidacy
) -> tuple[Candidacy, RowPlace | None] | None:
    """Return the candidacy that a row speaks of: same sheet, same route, same year of the file.

    A year that one side does not give says nothing against it.
    """
    for stored, place in known.candidacies:
        same = (stored.certification, stored.route) == (candidacy.certification, candidacy.route)
        if same and _may_be_one_year(year_of(stored), year_of(candidacy)):
            return stored, place
    return None


def year_of(candidacy: Candidacy) -> int | None:
    """Return the calendar year of the file."""
    file = candidacy.admissibility
    day = file.received or file.complete or candidacy.training.entry or candidacy.begun
    return day.year if day else None


def _may_be_one_year(one: int | None, other: int | None) -> bool:
    return one is None or other is None or one == other
