"""Reads a roster of candidates: one row is one person with one candidacy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    IndividualRecord,
    TrainingRecord,
)
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.exchange import birth_places, contacts, marks, names
from jurydesk.exchange.birth_dates import read_birth
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.block_names import read_blocks
from jurydesk.exchange.certification_names import certification_named
from jurydesk.exchange.dates import Meaning, read_date
from jurydesk.exchange.fields import CANDIDATES, CandidateField
from jurydesk.exchange.folding import words
from jurydesk.exchange.readings import (
    CandidateReading,
    Issue,
    Read,
    ReadCandidate,
    RejectedRow,
    refuse,
)
from jurydesk.exchange.remarks import Remark, read_remark
from jurydesk.exchange.roster_choices import FileChoices, Layouts
from jurydesk.exchange.route_names import route_named
from jurydesk.exchange.sheet_walk import ReadingMemory, SheetView, Walk, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.people import BirthPlace
    from jurydesk.exchange.row_cells import RowCells
    from jurydesk.exchange.workbook import RawCell, Workbook

F = CandidateField
_NAMES = frozenset({F.BIRTH_NAME, F.FIRST_NAMES, F.FULL_NAME})
_OF_EXPERIENCE = frozenset({F.FILE_RECEIVED, F.VALIDATION_RECEIVED, F.ADMISSIBLE})


def read_candidates(
    book: Workbook,
    certifications: Sequence[Certification],
    *,
    today: date,
    choices: FileChoices | None = None,
    layouts: Layouts | None = None,
    memory: ReadingMemory[ReadCandidate] | None = None,
    watch: Watch | None = None,
) -> CandidateReading:
    """Read the sheets chosen, or every visible one, as a roster of candidates.

    Raises:
        WrongUsage: there is no such sheet, or a map of columns names an unknown field.
    """
    walk: Walk[ReadCandidate] = Walk(
        CANDIDATES,
        _NAMES,
        partial(_read_row, certifications=certifications, today=today),
        today,
        choices or FileChoices(),
        layouts or {},
        {} if memory is None else memory,
        watch,
    )
    return walk.read(book)


@dataclass(frozen=True, slots=True)
class _Dates:
    """The dates of one row."""

    birth: date | PartialDate | None
    received: date | None
    complete: date | None
    admissible: date | None
    validation: date | None
    entry: date | None
    exit: date | None


def _read_row(
    row: RowCells, view: SheetView, *, certifications: Sequence[Certification], today: date
) -> ReadCandidate | RejectedRow:
    remark = _read_remark(row, view)
    dates = _read_dates(row, today=today)
    candidate = _read_person(row, dates)
    candidacy = _read_candidacy(row, view, dates, remark, certifications=certifications)
    if candidacy is None or not row.is_readable:
        return replace(row.rejection(), name=candidate.full_name)
    return ReadCandidate(row.number, candidate, candidacy, row.doubts)


def _read_dates(row: RowCells, *, today: date) -> _Dates:
    birth = partial(read_birth, today=today)
    event = partial(read_date, meaning=Meaning.EVENT, today=today)
    return _Dates(
        birth=row.take(F.BIRTH_DATE, birth),
        received=row.take(F.FILE_RECEIVED, event),
        complete=row.take(F.FILE_COMPLETE, event),
        admissible=row.take(F.ADMISSIBLE, event),
        validation=row.take(F.VALIDATION_RECEIVED, event),
        entry=row.take(F.ENTRY, event),
        exit=row.take(F.EXIT, event),
    )


def _read_person(row: RowCells, dates: _Dates) -> Candidate:
    birth_name, first_names = _read_names(row)
    if not birth_name:
        row.note(
            F.BIRTH_NAME if row.has(F.BIRTH_NAME) else F.FULL_NAME, Issue("CELL-21", grave=True)
        )
    if not first_names:
        row.note(
            F.FIRST_NAMES if row.has(F.FIRST_NAMES) else F.FULL_NAME, Issue("CELL-23", grave=True)
        )
    return Candidate(
        birth_name,
        first_names,
        usage_name=row.take(F.USAGE_NAME, names.read_name),
        sex=row.take(F.SEX, names.read_sex),
        birth_date=None if isinstance(dates.birth, PartialDate) else dates.birth,
        birth_partial=dates.birth if isinstance(dates.birth, PartialDate) else None,
        birth_place=_read_birth_place(row),
        email=row.take(F.EMAIL, contacts.read_email),
        phone=row.take(F.PHONE, contacts.read_phone),
        employer=_plain(row, F.EMPLOYER),
    )


def _read_names(row: RowCells) -> tuple[str, tuple[str, ...]]:
    birth_name = row.take(F.BIRTH_NAME, names.read_name)
    first_names = row.take(F.FIRST_NAMES, names.read_first_names)
    if birth_name or not row.has(F.FULL_NAME):
        return birth_name, first_names
    family, first = names.split_full_name(row.text(F.FULL_NAME))
    return names.settle_name(family), first_names or ((names.settle_name(first),) if first else ())


def _read_birth_place(row: RowCells) -> BirthPlace:
    commune = row.take(F.BIRTH_COMMUNE, birth_places.read_commune)
    code = row.take(F.BIRTH_CODE, partial(birth_places.read_code, commune=commune))
    department = row.take(
        F.BIRTH_DEPARTMENT, partial(birth_places.read_department, commune=commune)
    )
    country = row.take(F.BIRTH_COUNTRY, birth_places.read_country)
    return birth_places.birth_place(commune, code, department=department, country=country)


def _read_candidacy(
    row: RowCells,
    view: SheetView,
    dates: _Dates,
    remark: Remark,
    *,
    certifications: Sequence[Certification],
) -> Candidacy | None:
    begun = dates.received or dates.entry
    certification = row.take(
        F.CERTIFICATION,
        partial(_read_certification, certifications=certifications, on=begun or view.as_of),
    )
    blocks = row.take(F.BLOCKS, lambda cell: read_blocks(cell.text, certification, certifications))
    route = row.take(F.ROUTE, partial(_read_route, default=_default_route(view)))
    training = _read_training(row, dates)
    individual = IndividualRecord(
        entrance=row.take(F.ENTRANCE, marks.read_handed),
        evidence=row.take(F.EVIDENCE, marks.read_handed),
    )
    if certification is None or route is None:
        return None
    return Candidacy(
        0,
        certification.code,
        route,
        blocks,
        begun=begun,
        admissibility=_admissibility(dates),
        validation_received=dates.validation,
        training=training,
        individual=individual,
        accompanist=_plain(row, F.ACCOMPANIST),
        not_before=remark.not_before,
        extra_time=remark.extra_time,
        step_free=remark.step_free,
        office_status=row.text(F.STATUS),
        notes="\n".join(filter(None, (row.raw(F.REMARKS).text.strip(), *row.comments))),
    )


def _read_certification(
    cell: RawCell, *, certifications: Sequence[Certification], on: date
) -> Read[Certification | None]:
    if is_nothing(cell.text):
        return refuse(None, "CELL-33")
    return certification_named(cell.text, certifications, on=on)


def _read_route(cell: RawCell, *, default: AccessRoute | None) -> Read[AccessRoute | None]:
    if is_nothing(cell.text):
        return Read(default) if default else refuse(None, "CELL-41")
    route = route_named(cell.text)
    return Read(route) if route else refuse(None, "CELL-40")


def _default_route(view: SheetView) -> AccessRoute | None:
    """A sheet without routes that is named for VAE, or follows its files, holds no other one."""
    if F.ROUTE in view.fields:
        return None
    is_of_experience = "vae" in words(view.title) or _OF_EXPERIENCE & view.fields
    return AccessRoute.EXPERIENCE if is_of_experience else None


def _admissibility(dates: _Dates) -> AdmissibilityFile:
    status = AdmissibilityStatus.NONE
    if dates.admissible:
        status = AdmissibilityStatus.ADMISSIBLE
    elif dates.complete:
        status = AdmissibilityStatus.COMPLETE
    elif dates.received:
        status = AdmissibilityStatus.FILED
    return AdmissibilityFile(dates.received, dates.complete, dates.admissible, status)


def _read_training(row: RowCells, dates: _Dates) -> TrainingRecord:
    mark, missed = row.take(F.ASSESSMENT, marks.read_mark)
    return TrainingRecord(
        promotion=row.text(F.PROMOTION),
        entry=dates.entry,
        exit=dates.exit,
        assessment=mark,
        assessment_missed=missed,
        dissertation=row.take(F.DISSERTATION, marks.read_handed),
        attendance=row.take(F.ATTENDANCE, marks.read_handed),
        placement=_plain(row, F.PLACEMENT),
        trainer=_plain(row, F.TRAINER),
    )


def _read_remark(row: RowCells, view: SheetView) -> Remark:
    remark = read_remark(row.raw(F.REMARKS).text, today=view.as_of)
    if remark.issue is not None:
        row.note(F.REMARKS, remark.issue)
    return remark


def _plain(row: RowCells, field: str) -> str:
    """Return a free text; a dash is nothing, but « -2+3 » stays as it was typed."""
    text = row.text(field)
    return "" if is_nothing(text) else text
