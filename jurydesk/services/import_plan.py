"""Decides the fate of every row of a roster against what is known; pure, nothing is written."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.readings import ReadCandidate, ReadExaminer
from jurydesk.services.import_candidates import Background, CandidatePlanner
from jurydesk.services.import_decisions import Choices, RowPlace, Verdict
from jurydesk.services.import_examiners import ExaminerPlanner
from jurydesk.services.import_preview import Fate, PreviewRow, SheetPreview
from jurydesk.services.import_writes import Write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from jurydesk.exchange.readings import CandidateReading, ExaminerReading, SheetReading
    from jurydesk.exchange.sheet_walk import Watch

P = TypeVar("P", Candidate, Examiner)
R = TypeVar("R", ReadCandidate, ReadExaminer)
SKIPPED = "skipped"


@dataclass(slots=True)
class ImportPlan(Generic[P]):
    """The fates of all rows and what must be written, in order."""

    sheets: tuple[SheetPreview, ...]
    writes: list[Write[P]] = field(default_factory=list)
    met: AbstractSet[int] = frozenset()
    """Stored candidacies or examiners that the file speaks of, or may."""


def plan_candidates(
    reading: CandidateReading,
    background: Background,
    choices: Choices,
    *,
    watch: Watch | None = None,
) -> ImportPlan[Candidate]:
    """Decide the fate of every row of a roster of candidates."""
    people = (read.candidate for read in _wanted(reading.sheets, choices))
    planner = CandidatePlanner(background, people, choices.rows)
    walk = _Walk(choices, watch)
    sheets = tuple(walk.sheet(sheet, planner.fate) for sheet in reading.sheets)
    return ImportPlan(sheets, planner.writes, planner.met)


def plan_examiners(
    reading: ExaminerReading,
    examiners: Iterable[Examiner],
    choices: Choices,
    *,
    today: date,
    watch: Watch | None = None,
) -> ImportPlan[Examiner]:
    """Decide the fate of every row of a roster of the pool."""
    people = (read.examiner for read in _wanted(reading.sheets, choices))
    planner = ExaminerPlanner(examiners, people, choices.rows, today)
    walk = _Walk(choices, watch)
    sheets = tuple(walk.sheet(sheet, planner.fate) for sheet in reading.sheets)
    return ImportPlan(sheets, planner.writes, planner.met)


def _is_skipped(choices: Choices, place: RowPlace) -> bool:
    decision = choices.rows.get(place)
    return decision is not None and decision.verdict is Verdict.SKIP


def _wanted(sheets: Iterable[SheetReading[R]], choices: Choices) -> Iterable[R]:
    return (
        read
        for sheet in sheets
        for read in sheet.rows
        if not _is_skipped(choices, RowPlace(sheet.sheet, read.row))
    )


@dataclass(slots=True)
class _Walk:
    """Goes through the sheets and tells of each row whoever watches."""

    choices: Choices
    watch: Watch | None

    def sheet(
        self, sheet: SheetReading[R], fate: Callable[[R, RowPlace], PreviewRow]
    ) -> SheetPreview:
        """Return the sheet with the fate of each row."""
        rows = [self._fate(sheet, read, fate) for read in sheet.rows]
        rows += [
            PreviewRow(r.row, Fate.REJECTED, r.name, cells=r.cells)
            if not _is_skipped(self.choices, RowPlace(sheet.sheet, r.row))
            else _skipped(r.row, r.name)
            for r in sheet.rejected
        ]
        rows += [PreviewRow(r.row, Fate.IGNORED, why=r.why) for r in sheet.ignored]
        return SheetPreview(
            sheet=sheet.sheet,
            header_row=sheet.header_row,
            columns=sheet.columns,
            read=sheet.read,
            rows=_with_texts(sorted(rows, key=lambda row: row.row), sheet),
            problems=sheet.problems,
            layout=sheet.layout,
            raw=sheet.raw,
        )

    def _fate(
        self, sheet: SheetReading[R], read: R, fate: Callable[[R, RowPlace], PreviewRow]
    ) -> PreviewRow:
        if self.watch is not None:
            self.watch()
        place = RowPlace(sheet.sheet, read.row)
        if _is_skipped(self.choices, place):
            return _skipped(read.row, read.name)
        return fate(read, place)


def _skipped(row: int, name: str) -> PreviewRow:
    return PreviewRow(row, Fate.IGNORED, name, why=SKIPPED)


def _with_texts(rows: Iterable[PreviewRow], sheet: SheetReading[R]) -> tuple[PreviewRow, ...]:
    if sheet.raw is None:
        return tuple(rows)
    raw = {row.number: row for row in sheet.raw.rows}
    positions = tuple(column.position for column in sheet.columns)
    return tuple(
        replace(row, texts=tuple(raw[row.row].cell(at).text for at in positions)) for row in rows
    )
