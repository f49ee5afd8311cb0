"""The persons of an import: those stored, those that earlier rows named, and who is whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.services.import_alike import AlikeFinder
from jurydesk.services.import_decisions import RowDecision, RowPlace, Verdict
from jurydesk.services.import_matching import Known, Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.services.import_preview import Alike

P = TypeVar("P", Candidate, Examiner)


class RosterPeople(Generic[P]):
    """Tells who each row speaks of, by what a person decided, else by exact keys."""

    def __init__(
        self,
        stored: Iterable[P],
        of_file: Iterable[P],
        decisions: Mapping[RowPlace, RowDecision],
    ) -> None:
        """Begin with everybody who is stored; `of_file` are those of the file, in its order."""
        self.register: Register[P] = Register(stored)
        self.stored: dict[int, Known[P]] = {
            known.person.id: known for known in self.register.everybody()
        }
        self._of_row: dict[RowPlace, Known[P]] = {}
        self._finder: AlikeFinder[P] = AlikeFinder(self.stored.values(), of_file)
        self._decisions = decisions
        self._number = -1

    def of_next_row(self, person: P, place: RowPlace) -> Known[P] | None:
        """Go on to the next row and return whom it speaks of, if that is known."""
        self._number += 1
        return self._chosen(self.decision(place)) or self.register.find(person)

    def decision(self, place: RowPlace) -> RowDecision | None:
        """Return what a person decided about a row."""
        return self._decisions.get(place)

    def alike(self, person: P, place: RowPlace) -> tuple[Alike, ...]:
        """Return who may be the person of this row; nobody, if it was said to be a new one."""
        decision = self.decision(place)
        is_new = decision is not None and decision.verdict is Verdict.NEW
        return () if is_new else tuple(self._finder.of(person))

    def welcome(self, person: P, place: RowPlace) -> Known[P]:
        """Remember the person of this row as a new one."""
        known = Known(person, place=place)
        self.register.add(known)
        self._of_row[place] = known
        self._finder.note(self._number, known)
        return known

    def _chosen(self, decision: RowDecision | None) -> Known[P] | None:
        if decision is None or decision.verdict is not Verdict.SAME:
            return None
        if decision.row is not None:
            return self._of_row.get(decision.row)
        return self.stored.get(decision.person)
