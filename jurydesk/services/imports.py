"""Imports of rosters: read, shown, then applied in one transaction that can be taken back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jurydesk.domain.audit import EventType
from jurydesk.errors import StaleData
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.column_map import read_column_map
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.rejected_report import write_rejections
from jurydesk.exchange.safe_files import check_replaceable
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services.import_plan import Background, plan_candidates, plan_examiners
from jurydesk.services.import_preview import (
    Fate,
    FieldChange,
    ImportPreview,
    ImportReport,
    PreviewRow,
    RosterKind,
    RowPlace,
    SheetPreview,
)
from jurydesk.services.outcome import Outcome
from jurydesk.services.ties import propose_ties

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.exchange.readings import CandidateReading, ExaminerReading
    from jurydesk.services.import_plan import ImportPlan
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording

    Progress = Callable[[int, int], None]

__all__ = [
    "Fate",
    "FieldChange",
    "ImportPreview",
    "ImportReport",
    "PreviewRow",
    "RosterKind",
    "RowPlace",
    "SheetPreview",
    "apply_import",
    "preview_candidates",
    "preview_examiners",
    "write_report",
]


def preview_candidates(
    desk: Desk,
    *,
    path: Path,
    sheet: str | None = None,
    column_map: Path | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """Read a roster of candidates and say what would become of each row; nothing is written.

    `column_map` is a JSON file that names the field of a heading, where the headings are not known.
    """
    mapping = read_column_map(column_map) if column_map else None
    book = read_workbook(path)
    with desk.open_unit() as unit:
        reading = read_candidates(
            book,
            unit.certifications.all(),
            today=desk.clock.today(),
            sheet=sheet,
            mapping=mapping,
        )
        plan = plan_candidates(reading, _background(unit, desk), progress=progress)
    return ImportPreview(str(path), RosterKind.CANDIDATES, plan.sheets, reading, reading.skipped)


def preview_examiners(
    desk: Desk,
    *,
    path: Path,
    sheet: str | None = None,
    column_map: Path | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """Read a roster of the pool and say what would become of each row; nothing is written."""
    mapping = read_column_map(column_map) if column_map else None
    book = read_workbook(path)
    with desk.open_unit() as unit:
        reading = read_examiners(
            book,
            unit.certifications.all(),
            today=desk.clock.today(),
            sheet=sheet,
            mapping=mapping,
        )
        plan = plan_examiners(reading, unit.examiners.all(), progress=progress)
    return ImportPreview(str(path), RosterKind.EXAMINERS, plan.sheets, reading, reading.skipped)


def apply_import(desk: Desk, *, preview: ImportPreview) -> Outcome[ImportReport]:
    """Write what a preview showed, all of it or nothing; then propose the ties it suggests.

    Raises:
        StaleData: the workspace changed so much that the rows would have another fate.
    """
    with desk.open_unit() as unit:
        if preview.kind is RosterKind.CANDIDATES:
            _apply_candidates(unit, preview, desk)
        else:
            _apply_examiners(unit, preview)
        ties = propose_ties(unit, today=desk.clock.today())
        if unit.changes:
            unit.audit.record(EventType.ROSTER_IMPORTED, _details(preview, ties))
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


def _apply_candidates(unit: UnitOfWork, preview: ImportPreview, desk: Desk) -> None:
    reading = cast("CandidateReading", preview.reading)
    plan = plan_candidates(reading, _background(unit, desk))
    _check_fresh(preview, plan)
    stored: dict[int, Candidate] = {}
    for write in plan.writes:
        known = write.known
        person = stored.get(id(known)) or _store_candidate(unit, known.person)
        stored[id(known)] = person
        if write.candidacy is not None:
            candidacy = replace(write.candidacy, candidate_id=person.id)
            store = unit.candidacies.save if candidacy.id else unit.candidacies.add
            store(candidacy)


def _apply_examiners(unit: UnitOfWork, preview: ImportPreview) -> None:
    reading = cast("ExaminerReading", preview.reading)
    plan = plan_examiners(reading, unit.examiners.all())
    _check_fresh(preview, plan)
    for write in plan.writes:
        person = write.known.person
        store = unit.examiners.save if person.id else unit.examiners.add
        store(person)


def _store_candidate(unit: UnitOfWork, person: Candidate) -> Candidate:
    if not person.id:
        return unit.candidates.add(person)
    unchanged = unit.candidates.get(person.id) == person
    return person if unchanged else unit.candidates.save(person)


def _check_fresh(
    preview: ImportPreview, plan: ImportPlan[Candidate] | ImportPlan[Examiner]
) -> None:
    if plan.sheets != preview.sheets:
        raise StaleData("IMPORT-STALE", {"file": Path(preview.file).name})


def _background(unit: UnitOfWork, desk: Desk) -> Background:
    return Background(
        candidates=unit.candidates.all(),
        candidacies=unit.candidacies.all(),
        certifications={sheet.code: sheet for sheet in unit.certifications.all()},
        today=desk.clock.today(),
    )


def _details(preview: ImportPreview, ties: int) -> dict[str, object]:
    return {
        "kind": preview.kind,
        "file": Path(preview.file).name,
        "new": preview.count(Fate.NEW),
        "changed": preview.count(Fate.CHANGED),
        "same": preview.count(Fate.SAME),
        "duplicates": preview.count(Fate.DUPLICATE),
        "rejected": preview.count(Fate.REJECTED),
        "ties": ties,
    }
