"""Examiners as rows, with their qualifications, mandates and absences."""

from __future__ import annotations

from collections.abc import Mapping

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, positioned
from jurydesk.db.search_key import search_key, search_words
from jurydesk.db.tables import AbsenceRow, ExaminerRow, MandateRow, QualificationRow, Row
from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Employment, Examiner, Mandate, Qualification, Sex, Training


def _words(examiner: Examiner) -> frozenset[str]:
    names = (examiner.last_name, examiner.first_name, examiner.organisation)
    return search_words(search_key(*names, examiner.email, phone=examiner.phone))


def _values(examiner: Examiner) -> Values:
    half_day = examiner.preferred_half_day
    return {
        "last_name": examiner.last_name,
        "first_name": examiner.first_name,
        "sex": examiner.sex.value,
        "occupation": examiner.occupation,
        "organisation": examiner.organisation,
        "employments": encode(tuple[Employment, ...], examiner.employments),
        "of_certifier": examiner.of_certifier,
        "is_employee": examiner.is_employee,
        "email": examiner.email,
        "phone": examiner.phone,
        "judges": None if examiner.judges is None else list(examiner.judges),
        "training": examiner.training.value,
        "trained_in": examiner.trained_in,
        "preferred_half_day": half_day.value if half_day else None,
        "declines_presidency": examiner.declines_presidency,
        "juries_last_year": examiner.juries_last_year,
        "last_presidency": examiner.last_presidency,
        "notes": examiner.notes,
        "active": examiner.active,
    }


def _parts(examiner: Examiner) -> Mapping[type[Row], list[Values]]:
    qualifications = [{"seat": q.seat, "document": q.document} for q in examiner.qualifications]
    mandates = [{"starts_on": m.start, "ends_on": m.end, "act": m.act} for m in examiner.mandates]
    absences = [
        {
            "starts_on": absence.start,
            "ends_on": absence.end,
            "half_day": absence.half_day.value if absence.half_day else None,
            "reason": absence.reason,
            "kind": absence.kind.value,
            "held_until": absence.held_until,
            "weekday": absence.weekday,
            "origin": absence.origin.value,
            "given_on": absence.given,
        }
        for absence in examiner.absences
    ]
    return {
        QualificationRow: positioned(qualifications),
        MandateRow: positioned(mandates),
        AbsenceRow: positioned(absences),
    }


def _entity(row: ExaminerRow, parts: Parts) -> Examiner:
    return Examiner(
        last_name=row.last_name,
        first_name=row.first_name,
        sex=Sex(row.sex),
        occupation=row.occupation,
        organisation=row.organisation,
        employments=decode(tuple[Employment, ...], row.employments),
        of_certifier=row.of_certifier,
        is_employee=row.is_employee,
        email=row.email,
        phone=row.phone,
        qualifications=tuple(
            Qualification(seat=part.seat, document=part.document)
            for part in parts[QualificationRow]
        ),
        mandates=tuple(
            Mandate(start=part.starts_on, end=part.ends_on, act=part.act)
            for part in parts[MandateRow]
        ),
        absences=tuple(_absence(part) for part in parts[AbsenceRow]),
        judges=None if row.judges is None else tuple(row.judges),
        training=Training(row.training),
        trained_in=row.trained_in,
        preferred_half_day=_half_day(row.preferred_half_day),
        declines_presidency=row.declines_presidency,
        juries_last_year=row.juries_last_year,
        last_presidency=row.last_presidency,
        notes=row.notes,
        active=row.active,
        id=row.id,
        version=row.version,
    )


def _absence(row: AbsenceRow) -> Absence:
    return Absence(
        start=row.starts_on,
        end=row.ends_on,
        half_day=_half_day(row.half_day),
        reason=row.reason,
        kind=AvailabilityKind(row.kind),
        held_until=row.held_until,
        weekday=row.weekday,
        origin=Origin(row.origin),
        given=row.given_on,
    )


def _half_day(value: str | None) -> HalfDay | None:
    return None if value is None else HalfDay(value)


EXAMINERS = Mapper(
    Kind.EXAMINER,
    ExaminerRow,
    _values,
    _entity,
    tuple(Part(row, "examiner_id") for row in (QualificationRow, MandateRow, AbsenceRow)),
    _parts,
    _words,
)
