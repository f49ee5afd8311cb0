"""Decides the fate of each row of a roster of the pool; pure, nothing is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.services.import_decisions import Verdict
from jurydesk.services.import_merge import differences, dropped, merge, without
from jurydesk.services.import_people import RosterPeople
from jurydesk.services.import_preview import Fate, PreviewRow
from jurydesk.services.import_writes import Write, preview_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jurydesk.domain.people import Examiner
    from jurydesk.exchange.readings import ReadExaminer
    from jurydesk.services.import_decisions import RowDecision, RowPlace
    from jurydesk.services.import_matching import Known


class ExaminerPlanner:
    """Goes through a roster of the pool row by row and remembers whom it has met."""

    def __init__(
        self,
        examiners: Iterable[Examiner],
        people: Iterable[Examiner],
        decisions: Mapping[RowPlace, RowDecision],
        today: date,
    ) -> None:
        """Begin with everybody who is stored; `people` are those of the file, in its order."""
        self._people = RosterPeople(examiners, people, decisions)
        self._today = today
        self.writes: list[Write[Examiner]] = []
        self.met: set[int] = set()
        """Stored examiners that the file speaks of, or may."""

    def fate(self, read: ReadExaminer, place: RowPlace) -> PreviewRow:
        """Decide what becomes of one row."""
        known = self._people.of_next_row(read.examiner, place)
        if known is None:
            return self._unknown(read, place)
        self.met.add(known.person.id)
        if known.place is not None:
            changes = differences(known.person, merge(known.person, read.examiner))
            return replace(preview_row(read, Fate.DUPLICATE, changes=changes), of=known.place)
        known.place = place
        return self._known(known, read, self._people.decision(place))

    def _unknown(self, read: ReadExaminer, place: RowPlace) -> PreviewRow:
        alike = self._people.alike(read.examiner, place)
        if alike:
            self.met |= {one.person for one in alike}
            return replace(preview_row(read, Fate.DOUBTFUL), alike=alike)
        self.writes.append(Write(self._people.welcome(read.examiner, place)))
        return preview_row(read, Fate.NEW)

    def _known(
        self, known: Known[Examiner], read: ReadExaminer, decision: RowDecision | None
    ) -> PreviewRow:
        before = known.person
        gone = dropped(before, read.examiner, today=self._today)
        is_replaced = decision is not None and decision.verdict is Verdict.REPLACE
        merged = merge(before, read.examiner)
        known.person = without(merged, gone) if is_replaced else merged
        self._people.register.learn(known)
        changes = differences(before, known.person)
        if changes:
            self.writes.append(Write(known))
        is_asked = bool(gone) and not changes and decision is None
        fate = Fate.CHANGED if changes else Fate.DOUBTFUL if is_asked else Fate.SAME
        row = preview_row(read, fate, changes=changes)
        return replace(row, dropped=() if is_replaced else gone)
