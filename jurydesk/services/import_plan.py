"""Decides the fate of each row of a roster against what is known; pure, nothing is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.candidacy import Candidacy, Intake
from jurydesk.domain.candidacy_rules import check_candidacy, check_readiness
from jurydesk.domain.findings import Finding, Severity, Subject, SubjectKind, blocking
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.readings import ReadCandidate, ReadExaminer
from jurydesk.services.import_matching import Known, Register, find_candidacy
from jurydesk.services.import_merge import complete, differences, merge
from jurydesk.services.import_preview import Fate, PreviewRow, RowPlace, SheetPreview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from jurydesk.domain.certification import Certification
    from jurydesk.exchange.readings import (
        CandidateReading,
        ExaminerReading,
        SheetReading,
    )
    from jurydesk.services.import_preview import FieldChange

P = TypeVar("P", Candidate, Examiner)
R = TypeVar("R", ReadCandidate, ReadExaminer)

HOMONYM = "IMPORT-HOMONYM"
OF_THE_SHEET = "CERT-"
"""Codes of the rules on registration and delivery: they depend on the day, not on the file."""


@dataclass(slots=True)
class Write(Generic[P]):
    """What one row makes of a person and, for a candidate, of a candidacy."""

    known: Known[P]
    candidacy: Candidacy | None = None


@dataclass(slots=True)
class ImportPlan(Generic[P]):
    """The fates of all rows and what must be written, in order."""

    sheets: tuple[SheetPreview, ...]
    writes: list[Write[P]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Background:
    """What the fate of a candidate's row depends on besides the row."""

    candidates: tuple[Candidate, ...]
    candidacies: tuple[Candidacy, ...]
    certifications: Mapping[str, Certification]
    today: date


class CandidatePlanner:
    """Goes through a roster of candidates row by row and remembers whom it has met."""

    def __init__(self, background: Background) -> None:
        """Begin with everybody who is stored."""
        self._background = background
        self._register: Register[Candidate] = Register(background.candidates)
        of_person = {known.person.id: known for known in self._register.everybody()}
        for candidacy in background.candidacies:
            of_person[candidacy.candidate_id].candidacies.append((candidacy, None))
        self.writes: list[Write[Candidate]] = []

    def fate(self, read: ReadCandidate, place: RowPlace) -> PreviewRow:
        """Decide what becomes of one row."""
        known = self._register.find(read.candidate)
        if known is None:
            return self._newcomer(read, place)
        found = find_candidacy(known, read.candidacy)
        if found is None:
            return self._new_candidacy(known, read, place)
        stored, earlier = found
        if earlier is not None:
            return self._duplicate(known, stored, earlier, read)
        return self._known(known, stored, read, place)

    def _newcomer(self, read: ReadCandidate, place: RowPlace) -> PreviewRow:
        namesakes = self._register.namesakes(read.candidate)
        known = Known(read.candidate, place=place)
        self._register.add(known)
        row = self._new_candidacy(known, read, place)
        if not namesakes:
            return row
        subject = Subject(SubjectKind.CANDIDATE, 0, read.candidate.full_name)
        figures = (("count", len(namesakes)),)
        homonym = Finding(HOMONYM, Severity.WARNING, (subject,), figures)
        return replace(row, findings=(*row.findings, homonym))

    def _new_candidacy(
        self, known: Known[Candidate], read: ReadCandidate, place: RowPlace
    ) -> PreviewRow:
        changes = self._update_person(known, read, place)
        findings = self._check(known, read.candidacy)
        intake = Intake.DRAFT if blocking(findings) else Intake.COMPLETE
        candidacy = replace(read.candidacy, intake=intake)
        known.candidacies.append((candidacy, place))
        self.writes.append(Write(known, candidacy))
        return _row(read, Fate.NEW, changes=changes, findings=findings)

    def _known(
        self, known: Known[Candidate], stored: Candidacy, read: ReadCandidate, place: RowPlace
    ) -> PreviewRow:
        changes = self._update_person(known, read, place)
        merged = merge(stored, read.candidacy)
        changes += differences(stored, merged)
        findings = self._check(known, merged)
        if changes:
            intake = Intake.DRAFT if blocking(findings) else Intake.COMPLETE
            merged = replace(merged, intake=intake)
            self.writes.append(Write(known, merged if merged != stored else None))
        known.candidacies[known.candidacies.index((stored, None))] = (merged, place)
        fate = Fate.CHANGED if changes else Fate.SAME
        return _row(read, fate, changes=changes, findings=findings)

    def _duplicate(
        self, known: Known[Candidate], first: Candidacy, earlier: RowPlace, read: ReadCandidate
    ) -> PreviewRow:
        """The first row stands; where this one says otherwise is shown, not taken over."""
        changes = differences(known.person, merge(known.person, read.candidate))
        changes += differences(first, merge(first, read.candidacy))
        return replace(_row(read, Fate.DUPLICATE, changes=changes), of=earlier)

    def _update_person(
        self, known: Known[Candidate], read: ReadCandidate, place: RowPlace
    ) -> tuple[FieldChange, ...]:
        """The first row about a person may change it; the following ones only complete it."""
        before = known.person
        join = merge if known.place is None else complete
        known.person = join(before, read.candidate)
        known.place = known.place or place
        self._register.learn(known)
        return differences(before, known.person)

    def _check(self, known: Known[Candidate], candidacy: Candidacy) -> tuple[Finding, ...]:
        """Check the file, and what its certification's dates mean for it as things stand."""
        others = tuple(c for c, _ in known.candidacies if not candidacy.id or c.id != candidacy.id)
        sheet = self._background.certifications.get(candidacy.certification)
        today = self._background.today
        drafts = check_candidacy(candidacy, known.person, sheet, today=today, others=others)
        ready = check_readiness(candidacy, known.person, sheet, on=today)
        dates = (finding for finding in ready if finding.code.startswith(OF_THE_SHEET))
        return tuple(dict.fromkeys((*drafts, *dates)))


class ExaminerPlanner:
    """Goes through a roster of the pool row by row and remembers whom it has met."""

    def __init__(self, examiners: Iterable[Examiner]) -> None:
        """Begin with everybody who is stored."""
        self._register: Register[Examiner] = Register(examiners)
        self.writes: list[Write[Examiner]] = []

    def fate(self, read: ReadExaminer, place: RowPlace) -> PreviewRow:
        """Decide what becomes of one row."""
        known = self._register.find(read.examiner)
        if known is None:
            known = Known(read.examiner, place=place)
            self._register.add(known)
            self.writes.append(Write(known))
            return _row(read, Fate.NEW)
        changes = differences(known.person, merge(known.person, read.examiner))
        if known.place is not None:
            return replace(_row(read, Fate.DUPLICATE, changes=changes), of=known.place)
        known.place = place
        if not changes:
            return _row(read, Fate.SAME)
        known.person = merge(known.person, read.examiner)
        self._register.learn(known)
        self.writes.append(Write(known))
        return _row(read, Fate.CHANGED, changes=changes)


def plan_candidates(
    reading: CandidateReading,
    background: Background,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan[Candidate]:
    """Decide the fate of every row of a roster of candidates."""
    planner = CandidatePlanner(background)
    steps = _Steps(len(reading.rows), progress)
    sheets = tuple(_sheet(sheet, planner.fate, steps) for sheet in reading.sheets)
    return ImportPlan(sheets, planner.writes)


def plan_examiners(
    reading: ExaminerReading,
    examiners: Iterable[Examiner],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan[Examiner]:
    """Decide the fate of every row of a roster of the pool."""
    planner = ExaminerPlanner(examiners)
    steps = _Steps(len(reading.rows), progress)
    sheets = tuple(_sheet(sheet, planner.fate, steps) for sheet in reading.sheets)
    return ImportPlan(sheets, planner.writes)


@dataclass(slots=True)
class _Steps:
    """Counts the rows done for whoever watches."""

    total: int
    progress: Callable[[int, int], None] | None
    done: int = 0

    def step(self) -> None:
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total)


def _sheet(
    sheet: SheetReading[R], fate: Callable[[R, RowPlace], PreviewRow], steps: _Steps
) -> SheetPreview:
    rows: list[PreviewRow] = []
    for read in sheet.rows:
        rows.append(fate(read, RowPlace(sheet.sheet, read.row)))
        steps.step()
    rows += [PreviewRow(r.row, Fate.REJECTED, cells=r.cells) for r in sheet.rejected]
    rows += [PreviewRow(r.row, Fate.IGNORED, why=r.why) for r in sheet.ignored]
    return SheetPreview(
        sheet=sheet.sheet,
        header_row=sheet.header_row,
        columns=sheet.columns,
        read=sheet.read,
        rows=tuple(sorted(rows, key=lambda row: row.row)),
        problems=sheet.problems,
    )


def _row(
    read: ReadCandidate | ReadExaminer,
    fate: Fate,
    *,
    changes: tuple[FieldChange, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> PreviewRow:
    person = read.candidate if isinstance(read, ReadCandidate) else read.examiner
    return PreviewRow(
        read.row, fate, person.full_name, changes=changes, cells=read.doubts, findings=findings
    )
