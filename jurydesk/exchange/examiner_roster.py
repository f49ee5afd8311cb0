"""Reads a roster of examiners: one row is one person of the pool."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.certification import TEACHING_STAFF
from jurydesk.domain.people import Examiner, Mandate, Qualification
from jurydesk.exchange import contacts, marks, names
from jurydesk.exchange.absences import declines_presidency, preferred_half_day, read_absences
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.certification_names import judged_titles
from jurydesk.exchange.colleges import CERTIFIER, employee_status, names_certifier, read_college
from jurydesk.exchange.dates import Meaning, read_date, read_month
from jurydesk.exchange.fields import EXAMINERS, ExaminerField
from jurydesk.exchange.folding import squeeze_list
from jurydesk.exchange.readings import ExaminerReading, Issue, ReadExaminer, RejectedRow
from jurydesk.exchange.roster_choices import FileChoices, Layouts
from jurydesk.exchange.row_cells import under_heading
from jurydesk.exchange.sheet_walk import ReadingMemory, SheetView, Walk, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.people import Training
    from jurydesk.exchange.row_cells import RowCells
    from jurydesk.exchange.workbook import Workbook

F = ExaminerField
_NAMES = frozenset({F.LAST_NAME, F.FIRST_NAME, F.FULL_NAME})


def read_examiners(
    book: Workbook,
    certifications: Sequence[Certification],
    *,
    today: date,
    choices: FileChoices | None = None,
    layouts: Layouts | None = None,
    memory: ReadingMemory[ReadExaminer] | None = None,
    watch: Watch | None = None,
) -> ExaminerReading:
    """Read the sheets chosen, or every visible one, as a roster of examiners.

    Raises:
        WrongUsage: there is no such sheet, or a map of columns names an unknown field.
    """
    walk: Walk[ReadExaminer] = Walk(
        EXAMINERS,
        _NAMES,
        partial(_read_row, certifications=certifications, today=today),
        today,
        choices or FileChoices(),
        layouts or {},
        {} if memory is None else memory,
        watch,
    )
    return walk.read(book)


def _read_row(
    row: RowCells, view: SheetView, *, certifications: Sequence[Certification], today: date
) -> ReadExaminer | RejectedRow:
    last_name, first_name = _read_names(row)
    organisation = _plain(row, F.ORGANISATION)
    qualifications = _read_qualifications(row)
    training, trained_in = _read_training(row)
    comments = row.raw(F.COMMENTS).text.strip()
    examiner = Examiner(
        last_name,
        first_name,
        sex=row.take(F.SEX, names.read_sex),
        occupation=_plain(row, F.OCCUPATION),
        organisation=organisation,
        of_certifier=_of_certifier(organisation, qualifications),
        is_employee=employee_status(qualifications, organisation),
        email=row.take(F.EMAIL, contacts.read_email),
        phone=row.take(F.PHONE, contacts.read_phone),
        qualifications=qualifications,
        mandates=_read_mandates(row, today=today),
        absences=row.take(F.ABSENCES, partial(read_absences, today=view.as_of)),
        judges=row.take(F.JUDGES, lambda cell: judged_titles(cell.text, certifications)),
        training=training,
        trained_in=trained_in,
        preferred_half_day=preferred_half_day(comments),
        declines_presidency=declines_presidency(comments),
        juries_last_year=row.take(F.JURIES_LAST_YEAR, marks.read_count),
        last_presidency=row.take(F.LAST_PRESIDENCY, read_month),
        notes="\n".join(filter(None, (comments, *_unread_absences(row), *row.comments))),
    )
    if not row.is_readable:
        return replace(row.rejection(), name=examiner.full_name)
    return ReadExaminer(row.number, examiner, row.doubts)


def _read_names(row: RowCells) -> tuple[str, str]:
    last_name = row.take(F.LAST_NAME, names.read_name)
    first_name = row.take(F.FIRST_NAME, names.read_name)
    if not last_name and row.has(F.FULL_NAME):
        family, first = names.split_full_name(row.text(F.FULL_NAME))
        last_name, first_name = names.settle_name(family), first_name or names.settle_name(first)
    if not last_name:
        row.note(F.LAST_NAME if row.has(F.LAST_NAME) else F.FULL_NAME, Issue("CELL-21", grave=True))
    if not first_name:
        row.note(
            F.FIRST_NAME if row.has(F.FIRST_NAME) else F.FULL_NAME, Issue("CELL-23", grave=True)
        )
    return last_name, first_name


def _read_qualifications(row: RowCells) -> tuple[Qualification, ...]:
    found = row.take(F.COLLEGE, lambda cell: read_college(cell.text))
    document = _plain(row, F.DOCUMENT)
    return tuple(Qualification(qualification.seat, document) for qualification in found)


def _of_certifier(organisation: str, qualifications: tuple[Qualification, ...]) -> bool:
    teaches = any(qualification.seat == TEACHING_STAFF for qualification in qualifications)
    return teaches or names_certifier(organisation, CERTIFIER)


def _read_training(row: RowCells) -> tuple[Training, int | None]:
    return row.take(F.TRAINED, marks.read_training)


def _read_mandates(row: RowCells, *, today: date) -> tuple[Mandate, ...]:
    reader = partial(read_date, meaning=Meaning.EVENT, today=today)
    start = row.take(F.MANDATE_START, reader)
    end = row.take(F.MANDATE_END, reader)
    if start is None or end is None:
        lacking = F.MANDATE_END if end is None else F.MANDATE_START
        if (start or end) and row.is_settled(lacking):
            row.note(lacking, Issue("CELL-57"))
        return ()
    if end < start:
        row.note(F.MANDATE_END, Issue("CELL-58", (("start", start), ("end", end)), grave=True))
        return ()
    return (Mandate(start, end, _plain(row, F.MANDATE_ACT)),)


def _unread_absences(row: RowCells) -> tuple[str, ...]:
    """Keep the words of absences of which a part could not be read."""
    if all(doubt.code != "CELL-52" for doubt in row.doubts):
        return ()
    return (under_heading(row.heading(F.ABSENCES), squeeze_list(row.raw(F.ABSENCES).text)),)


def _plain(row: RowCells, field: str) -> str:
    text = row.text(field)
    return "" if is_nothing(text) else text
