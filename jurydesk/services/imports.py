"""Imports of rosters: opened, shown, decided on, then applied in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jurydesk.domain.audit import EventType
from jurydesk.errors import StaleData
from jurydesk.exchange.column_map import read_column_map
from jurydesk.exchange.fields import CandidateField, ExaminerField
from jurydesk.exchange.readings import BadCell, ColumnUse
from jurydesk.exchange.rejected_report import write_rejections
from jurydesk.exchange.roster_choices import FileChoices, SheetChoice
from jurydesk.exchange.safe_files import check_replaceable
from jurydesk.services.candidates import remove_in
from jurydesk.services.import_candidates import Background
from jurydesk.services.import_decisions import Choices, RowDecision, RowPlace, Verdict
from jurydesk.services.import_layouts import layouts_in, remember_layouts
from jurydesk.services.import_marks import changed_positions
from jurydesk.services.import_missing import as_ranges, missing_rows
from jurydesk.services.import_plan import plan_candidates, plan_examiners
from jurydesk.services.import_preview import (
    Alike,
    Fate,
    FieldChange,
    ImportPreview,
    ImportReport,
    PreviewRow,
    RosterKind,
    SheetPreview,
)
from jurydesk.services.import_rosters import Roster, RowCounter, open_roster, read_roster
from jurydesk.services.outcome import Outcome
from jurydesk.services.ties import propose_ties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.steps import Step
    from jurydesk.exchange.readings import CandidateReading, ExaminerReading
    from jurydesk.exchange.roster_choices import Layouts
    from jurydesk.exchange.sheet_walk import Watch
    from jurydesk.services.import_plan import ImportPlan
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording

    Progress = Callable[[int, int], None]

__all__ = [
    "Alike",
    "BadCell",
    "Choices",
    "ColumnUse",
    "Fate",
    "FieldChange",
    "ImportPreview",
    "ImportReport",
    "PreviewRow",
    "Roster",
    "RosterKind",
    "RowDecision",
    "RowPlace",
    "SheetChoice",
    "SheetPreview",
    "Verdict",
    "apply_import",
    "changed_positions",
    "choices_of",
    "decide_doubtful",
    "open_roster",
    "preview_roster",
    "remember_layouts",
    "roster_fields",
    "write_report",
]


def choices_of(*, sheet: str | None = None, column_map: Path | None = None) -> Choices:
    """Return the choices that a command gives: one sheet, and a JSON map of columns.

    Raises:
        DamagedFile: the map is none.
    """
    headings = read_column_map(column_map) if column_map else {}
    return Choices(FileChoices(headings=headings, only=sheet))


def roster_fields(kind: RosterKind) -> tuple[str, ...]:
    """Return the fields that a column of such a roster may hold."""
    return tuple(CandidateField if kind is RosterKind.CANDIDATES else ExaminerField)


def preview_roster(
    desk: Desk,
    *,
    roster: Roster,
    choices: Choices | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """Say what would become of each row of a file; nothing is written.

    Raises:
        WrongUsage: the choices name a sheet or a field that does not exist.
    """
    made = choices or Choices()
    counter = RowCounter(2 * roster.rows, progress)
    known = _known(desk, roster.kind)
    reading = read_roster(
        roster,
        known.certifications,
        today=desk.clock.today(),
        choices=made.file,
        layouts=known.layouts,
        watch=counter.step,
    )
    plan = _plan(known, reading, made, watch=counter.step)
    with desk.open_unit() as unit:
        missing = missing_rows(unit, roster.kind, plan.sheets, plan.met)
    return ImportPreview(
        str(roster.path), roster.kind, plan.sheets, reading, reading.skipped, missing, made
    )


def decide_doubtful(preview: ImportPreview, verdict: Verdict) -> Choices:
    """Return choices that give every doubtful row of a preview the same verdict.

    `SAME` means the likeliest person; rows that ask about something else keep asking.
    """
    choices = preview.choices
    for sheet in preview.sheets:
        for row in sheet.of_fate(Fate.DOUBTFUL):
            if row.alike:
                first = row.alike[0]
                made = RowDecision(verdict)
                if verdict is Verdict.SAME:
                    made = RowDecision(verdict, first.person, first.place)
                choices = choices.with_row(RowPlace(sheet.sheet, row.row), made)
    return choices


def apply_import(desk: Desk, *, preview: ImportPreview) -> Outcome[ImportReport]:
    """Write what a preview showed, all of it or nothing; then propose the ties it suggests.

    Raises:
        StaleData: the workspace changed so much that the rows would have another fate.
        RefusedByRule: a candidacy to be removed was judged or holds a legal act.
    """
    with desk.open_unit() as unit:
        plan = _plan(_known_in(unit, desk, preview.kind), preview.reading, preview.choices)
        if plan.sheets != preview.sheets:
            raise StaleData("IMPORT-STALE", {"file": Path(preview.file).name})
        if preview.kind is RosterKind.CANDIDATES:
            stored = _store_candidates(unit, cast("ImportPlan[Candidate]", plan))
            remove_in(unit, preview.choices.removed)
        else:
            stored = _store_examiners(unit, cast("ImportPlan[Examiner]", plan))
        ties = propose_ties(unit, today=desk.clock.today())
        if unit.changes:
            seen = as_ranges({*plan.met, *stored} - preview.choices.removed)
            unit.audit.record(EventType.ROSTER_IMPORTED, _details(preview, ties, seen))
            unit.commit()
        return Outcome(ImportReport(preview, ties), unit.changes, label="ACT-ROSTER-IMPORTED")


def write_report(
    preview: ImportPreview, *, path: Path, wording: Wording, column_map: Path | None = None
) -> Path:
    """Write the workbook that repeats the rejected rows with a reason per cell.

    Raises:
        EnvironmentFailure: it cannot be written there.
        RefusedByRule: a workspace is there, or the roster or map that was read.
    """
    read = (Path(preview.file), *((column_map,) if column_map else ()))
    check_replaceable(path, inputs=read)
    if preview.kind is RosterKind.CANDIDATES:
        write_rejections(path, cast("CandidateReading", preview.reading), wording=wording)
    else:
        write_rejections(path, cast("ExaminerReading", preview.reading), wording=wording)
    return path


@dataclass(frozen=True, slots=True)
class _Known:
    """What the workspace knows that an import depends on."""

    kind: RosterKind
    certifications: tuple[Certification, ...]
    layouts: Layouts
    background: Background
    examiners: tuple[Examiner, ...]


def _known(desk: Desk, kind: RosterKind) -> _Known:
    """Read it at once: nobody waits for the workspace while a long file is looked at."""
    with desk.open_unit() as unit:
        return _known_in(unit, desk, kind)


def _known_in(unit: UnitOfWork, desk: Desk, kind: RosterKind) -> _Known:
    is_pool = kind is RosterKind.EXAMINERS
    sheets = unit.certifications.all()
    return _Known(
        kind,
        sheets,
        layouts_in(unit, kind),
        Background(
            candidates=() if is_pool else unit.candidates.all(),
            candidacies=() if is_pool else unit.candidacies.all(),
            certifications={sheet.code: sheet for sheet in sheets},
            today=desk.clock.today(),
            legal_steps={} if is_pool else _legal_steps(unit),
        ),
        unit.examiners.all() if is_pool else (),
    )


def _plan(
    known: _Known,
    reading: CandidateReading | ExaminerReading,
    choices: Choices,
    *,
    watch: Watch | None = None,
) -> ImportPlan[Candidate] | ImportPlan[Examiner]:
    if known.kind is RosterKind.CANDIDATES:
        people = cast("CandidateReading", reading)
        return plan_candidates(people, known.background, choices, watch=watch)
    pool = cast("ExaminerReading", reading)
    today = known.background.today
    return plan_examiners(pool, known.examiners, choices, today=today, watch=watch)


def _store_candidates(unit: UnitOfWork, plan: ImportPlan[Candidate]) -> Iterable[int]:
    """Write persons, then their candidacies; return the numbers of these."""
    stored: dict[int, Candidate] = {}
    numbers = []
    for write in plan.writes:
        known = write.known
        person = stored.get(id(known)) or _store_candidate(unit, known.person)
        stored[id(known)] = person
        if write.candidacy is not None:
            candidacy = replace(write.candidacy, candidate_id=person.id)
            store = unit.candidacies.save if candidacy.id else unit.candidacies.add
            numbers.append(store(candidacy).id)
    return numbers


def _store_examiners(unit: UnitOfWork, plan: ImportPlan[Examiner]) -> Iterable[int]:
    numbers = []
    for write in plan.writes:
        person = write.known.person
        store = unit.examiners.save if person.id else unit.examiners.add
        numbers.append(store(person).id)
    return numbers


def _store_candidate(unit: UnitOfWork, person: Candidate) -> Candidate:
    if not person.id:
        return unit.candidates.add(person)
    unchanged = unit.candidates.get(person.id) == person
    return person if unchanged else unit.candidates.save(person)


def _legal_steps(unit: UnitOfWork) -> dict[int, tuple[Step, ...]]:
    legal: dict[int, list[Step]] = {}
    for step in unit.steps.all():
        if step.is_legal_act and step.candidacy_id is not None:
            legal.setdefault(step.candidacy_id, []).append(step)
    return {number: tuple(steps) for number, steps in legal.items()}


def _details(preview: ImportPreview, ties: int, seen: str) -> dict[str, object]:
    return {
        "kind": preview.kind,
        "file": Path(preview.file).name,
        "new": preview.count(Fate.NEW),
        "changed": preview.count(Fate.CHANGED),
        "same": preview.count(Fate.SAME),
        "duplicates": preview.count(Fate.DUPLICATE),
        "doubtful": preview.count(Fate.DOUBTFUL),
        "rejected": preview.count(Fate.REJECTED),
        "removed": len(preview.choices.removed),
        "ties": ties,
        "layouts": sorted({sheet.layout for sheet in preview.sheets if sheet.recognised}),
        "seen": seen,
    }
