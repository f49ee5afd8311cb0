"""Finds persons who may be the one of a row though no exact key proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.person_likeness import PersonIndex, PersonKey
from jurydesk.services.import_preview import Alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jurydesk.services.import_matching import Known

P = TypeVar("P", Candidate, Examiner)
MOST = 5
"""More than that nobody compares."""


def person_key(person: Candidate | Examiner) -> PersonKey:
    """Return what two persons are compared by."""
    emails = (person.email,) if person.email else ()
    phones = (person.phone,) if person.phone else ()
    if isinstance(person, Examiner):
        first_names = (person.first_name,)
        return PersonKey(person.last_name, first_names, "", None, emails=emails, phones=phones)
    names = (person.birth_name, person.first_names, person.usage_name)
    return PersonKey(
        *names,
        person.birth_date,
        emails=emails,
        phones=phones,
        birth_partial=person.birth_partial,
    )


class AlikeFinder(Generic[P]):
    """Looks among the persons stored, and among those that earlier rows of the file name."""

    def __init__(self, stored: Iterable[Known[P]], of_file: Iterable[P]) -> None:
        """Index everybody once: twenty thousand rows are looked up against as many persons."""
        self._stored: dict[int, Known[P]] = {known.person.id: known for known in stored}
        self._index = PersonIndex(
            (number, person_key(known.person)) for number, known in self._stored.items()
        )
        self._file_index = PersonIndex(
            (number, person_key(person)) for number, person in enumerate(of_file)
        )
        self._earlier: dict[int, Known[P]] = {}

    def note(self, number: int, known: Known[P]) -> None:
        """Remember that the row of that number (in the order of the file) named a new person."""
        self._earlier[number] = known

    def of(self, person: P) -> Sequence[Alike]:
        """Return who may be that person, the likeliest first."""
        key = person_key(person)
        stored: Iterable[Alike] = (
            _alike(self._stored[number], likeness.reasons)
            for number, likeness in self._index.matches(key)
        )
        earlier: Iterable[Alike] = (
            _alike(self._earlier[number], likeness.reasons)
            for number, likeness in self._file_index.matches(key)
            if number in self._earlier
        )
        return (*stored, *earlier)[:MOST]


def _alike(known: Known[P], reasons: tuple[str, ...]) -> Alike:
    place = None if known.person.id else known.place
    name, birth = known.person.full_name, person_key(known.person).birth_date
    return Alike(known.person.id, place, name, birth, reasons)
