"""Decides the fate of each row of a roster of the pool; pure, nothing is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.services.import_alike import AlikeFinder
from jurydesk.services.import_decisions import RowDecision, RowPlace, Verdict
from jurydesk.services.import_matching import Known, Register
from jurydesk.services.import_merge import differences, dropped, merge, without
from jurydesk.services.import_preview import Fate, PreviewRow
from jurydesk.services.import_writes import Write, preview_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jurydesk.domain.people import Examiner
    from jurydesk.exchange.readings import ReadExaminer


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
        self._register: Register[Examiner] = Register(examiners)
        stored = tuple(self._register.everybody())
        self._of_person = {known.person.id: known for known in stored}
        self._of_row: dict[RowPlace, Known[Examiner]] = {}
        self._alike: AlikeFinder[Examiner] = AlikeFinder(stored, people)
        self._decisions = decisions
        self._today = today
        self._number = -1
        self.writes: list[Write[Examiner]] = []
        self.met: set[int] = set()
        """Stored examiners that the file speaks of, or may."""

    def fate(self, read: ReadExaminer, place: RowPlace) -> PreviewRow:
        """Decide what becomes of one row."""
        self._number += 1
        decision = self._decisions.get(place)
        known = self._chosen(decision) or self._register.find(read.examiner)
        if known is None:
            return self._unknown(read, place, decision)
        self.met.add(known.person.id)
        if known.place is not None:
            changes = differences(known.person, merge(known.person, read.examiner))
            return replace(preview_row(read, Fate.DUPLICATE, changes=changes), of=known.place)
        known.place = place
        return self._known(known, read, decision)

    def _chosen(self, decision: RowDecision | None) -> Known[Examiner] | None:
        if decision is None or decision.verdict is not Verdict.SAME:
            return None
        if decision.row is not None:
            return self._of_row.get(decision.row)
        return self._of_person.get(decision.person)

    def _unknown(
        self, read: ReadExaminer, place: RowPlace, decision: RowDecision | None
    ) -> PreviewRow:
        is_new = decision is not None and decision.verdict is Verdict.NEW
        alike = () if is_new else tuple(self._alike.of(read.examiner))
        if alike:
            self.met |= {one.person for one in alike}
            return replace(preview_row(read, Fate.DOUBTFUL), alike=alike)
        known = Known(read.examiner, place=place)
        self._register.add(known)
        self._of_row[place] = known
        self._alike.note(self._number, known)
        self.writes.append(Write(known))
        return preview_row(read, Fate.NEW)

    def _known(
        self, known: Known[Examiner], read: ReadExaminer, decision: RowDecision | None
    ) -> PreviewRow:
        before = known.person
        gone = dropped(before, read.examiner, today=self._today)
        is_replaced = decision is not None and decision.verdict is Verdict.REPLACE
        merged = merge(before, read.examiner)
        known.person = without(merged, gone) if is_replaced else merged
        self._register.learn(known)
        changes = differences(before, known.person)
        if changes:
            self.writes.append(Write(known))
        is_asked = bool(gone) and not changes and decision is None
        fate = Fate.CHANGED if changes else Fate.DOUBTFUL if is_asked else Fate.SAME
        row = preview_row(read, fate, changes=changes)
        return replace(row, dropped=() if is_replaced else gone)
