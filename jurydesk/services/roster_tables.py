"""Candidacies, pool and sessions laid out as tables under headings that an import knows again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Handed
from jurydesk.domain.certification import short_code
from jurydesk.domain.deliberation import Outcome
from jurydesk.domain.people import Sex, Training
from jurydesk.exchange.availability_writer import write_availability
from jurydesk.exchange.fields import CandidateField, ExaminerField
from jurydesk.exchange.roster_writer import Column, Kind, RosterTable
from jurydesk.exchange.templates import roster_columns
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.candidacy import Candidacy, TrainingRecord
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.session import Hearing, Juror, Jury
    from jurydesk.exchange.roster_writer import TableValue
    from jurydesk.services.views import CandidacyRow, SessionBoard
    from jurydesk.wording import Wording

    Values = Mapping[str, TableValue]

C, E = CandidateField, ExaminerField
STAGE, SESSION = "STAGE", "SESSION"


def candidate_table(rows: Iterable[CandidacyRow], *, wording: Wording) -> RosterTable:
    """Return a roster of candidacies, one row each."""
    columns = {
        **roster_columns("candidates", wording),
        STAGE: Column(wording.text("EXPORT-STAGE")),
        SESSION: Column(wording.text("EXPORT-SESSION"), Kind.CODE),
    }
    values = [
        {
            C.NUMBER: str(number),
            **_person(row.candidate),
            **_candidacy(row.candidacy, wording),
            STAGE: term("stage", row.stage, wording),
            SESSION: row.session_code,
        }
        for number, row in enumerate(rows, 1)
    ]
    return _table("CANDIDATES", columns, values, wording=wording)


def examiner_table(examiners: Iterable[Examiner], *, wording: Wording) -> RosterTable:
    """Return the pool, one row each."""
    columns = roster_columns("examiners", wording)
    values = [
        {E.NUMBER: str(number), **_examiner(person, wording)}
        for number, person in enumerate(examiners, 1)
    ]
    return _table("EXAMINERS", columns, values, wording=wording)


def hearing_table(board: SessionBoard, *, wording: Wording) -> RosterTable:
    """Return the hearings of a session in the order of the day, with results once there are."""
    columns = {
        "DAY": Column(wording.text("EXPORT-DAY"), Kind.DATE),
        "START": Column(wording.text("EXPORT-START"), Kind.TIME),
        "END": Column(wording.text("EXPORT-END"), Kind.TIME),
        "ROOM": Column(wording.text("EXPORT-ROOM")),
        "JURY": Column(wording.text("EXPORT-JURY"), Kind.INTEGER),
        C.SEX: Column(wording.text("COLUMN-candidates-sex")),
        C.BIRTH_NAME: Column(wording.text("COLUMN-candidates-birth_name")),
        C.USAGE_NAME: Column(wording.text("COLUMN-candidates-usage_name")),
        C.FIRST_NAMES: Column(wording.text("COLUMN-candidates-first_names")),
        C.BIRTH_DATE: Column(wording.text("COLUMN-candidates-birth_date"), Kind.DATE),
        C.EMAIL: Column(wording.text("COLUMN-candidates-email")),
        C.PHONE: Column(wording.text("COLUMN-candidates-phone")),
        C.ROUTE: Column(wording.text("COLUMN-candidates-route")),
        C.CERTIFICATION: Column(wording.text("COLUMN-candidates-certification"), Kind.CODE),
        C.BLOCKS: Column(wording.text("COLUMN-candidates-blocks")),
        "RECUSED": Column(wording.text("EXPORT-RECUSED")),
        "DECISION": Column(wording.text("EXPORT-DECISION")),
        "ACQUIRED": Column(wording.text("EXPORT-ACQUIRED")),
    }
    ordered = sorted(board.session.hearings, key=lambda h: (h.start, h.jury))
    values = [_hearing(board, hearing, wording) for hearing in ordered]
    return _table("HEARINGS", columns, values, wording=wording, code=board.session.code)


def member_table(board: SessionBoard, *, wording: Wording) -> RosterTable:
    """Return who sits in the juries of a session."""
    columns = {
        "JURY": Column(wording.text("EXPORT-JURY"), Kind.INTEGER),
        "DAY": Column(wording.text("EXPORT-DAY"), Kind.DATE),
        "HALF_DAY": Column(wording.text("EXPORT-HALF-DAY")),
        "ROOM": Column(wording.text("EXPORT-ROOM")),
        C.CERTIFICATION: Column(wording.text("COLUMN-candidates-certification"), Kind.CODE),
        "SEAT": Column(wording.text("COLUMN-examiners-college")),
        E.LAST_NAME: Column(wording.text("COLUMN-examiners-last_name")),
        E.FIRST_NAME: Column(wording.text("COLUMN-examiners-first_name")),
        E.SEX: Column(wording.text("COLUMN-examiners-sex")),
        E.OCCUPATION: Column(wording.text("COLUMN-examiners-occupation")),
        E.ORGANISATION: Column(wording.text("COLUMN-examiners-organisation")),
        "EXTERNAL": Column(wording.text("EXPORT-EXTERNAL"), Kind.FLAG),
        "DELIBERATES": Column(wording.text("EXPORT-DELIBERATES"), Kind.FLAG),
        "PRESIDENT": Column(wording.text("EXPORT-PRESIDENT"), Kind.FLAG),
        E.EMAIL: Column(wording.text("COLUMN-examiners-email")),
        E.PHONE: Column(wording.text("COLUMN-examiners-phone")),
    }
    values = [
        _member(board, jury, juror, wording)
        for jury in sorted(board.session.juries, key=lambda jury: (jury.half, jury.number))
        for juror in jury.jurors
    ]
    return _table("MEMBERS", columns, values, wording=wording, code=board.session.code)


def _table(
    name: str,
    columns: Mapping[str, Column],
    values: Iterable[Values],
    *,
    wording: Wording,
    code: str = "",
) -> RosterTable:
    sheet = wording.text(f"EXPORT-SHEET-{name}")
    return RosterTable(
        sheet=sheet,
        title=f"{sheet} – {code}" if code else sheet,
        columns=tuple(columns.values()),
        rows=tuple(tuple(row.get(field) for field in columns) for row in values),
        flags=(wording.text("EXPORT-YES"), wording.text("EXPORT-NO")),
    )


def _person(person: Candidate) -> Values:
    place = person.birth_place
    return {
        C.SEX: _sex(person.sex),
        C.BIRTH_NAME: person.birth_name,
        C.USAGE_NAME: person.usage_name,
        C.FIRST_NAMES: ", ".join(person.first_names),
        C.BIRTH_DATE: _born(person),
        C.BIRTH_COMMUNE: place.commune,
        C.BIRTH_CODE: place.insee or place.postal_code,
        C.BIRTH_DEPARTMENT: place.department,
        C.BIRTH_COUNTRY: place.country,
        C.EMAIL: person.email,
        C.PHONE: person.phone,
        C.EMPLOYER: person.employer,
    }


def _born(person: Candidate) -> TableValue:
    """A partial date goes out as an import knows it again: 00/03/1985."""
    partial = person.birth_partial
    return person.birth_date or (partial.in_full if partial else None)


def _candidacy(candidacy: Candidacy, wording: Wording) -> Values:
    training = candidacy.training
    return {
        C.ACCOMPANIST: candidacy.accompanist,
        C.CERTIFICATION: candidacy.certification,
        C.BLOCKS: _blocks(candidacy),
        C.ROUTE: wording.text(f"EXPORT-ROUTE-{candidacy.route}"),
        C.FILE_RECEIVED: candidacy.admissibility.received,
        C.FILE_COMPLETE: candidacy.admissibility.complete,
        C.ADMISSIBLE: candidacy.admissibility.decided,
        C.VALIDATION_RECEIVED: candidacy.validation_received,
        C.STATUS: candidacy.office_status,
        C.REMARKS: candidacy.notes,
        C.PROMOTION: training.promotion,
        C.ENTRY: training.entry,
        C.EXIT: training.exit,
        C.ASSESSMENT: _assessment(training, wording),
        C.DISSERTATION: _handed(training.dissertation, wording),
        C.ATTENDANCE: _handed(training.attendance, wording),
        C.ENTRANCE: _handed(candidacy.individual.entrance, wording),
        C.EVIDENCE: _handed(candidacy.individual.evidence, wording),
        C.PLACEMENT: training.placement,
        C.TRAINER: training.trainer,
    }


def _examiner(person: Examiner, wording: Wording) -> Values:
    mandate = max(person.mandates, key=lambda mandate: mandate.end, default=None)
    return {
        E.LAST_NAME: person.last_name,
        E.FIRST_NAME: person.first_name,
        E.SEX: _sex(person.sex),
        E.COLLEGE: "; ".join(term("seat", q.seat, wording) for q in person.qualifications),
        E.DOCUMENT: "; ".join(q.document for q in person.qualifications if q.document),
        E.OCCUPATION: person.occupation,
        E.ORGANISATION: person.organisation,
        E.EMAIL: person.email,
        E.PHONE: person.phone,
        E.MANDATE_START: mandate.start if mandate else None,
        E.MANDATE_END: mandate.end if mandate else None,
        E.MANDATE_ACT: mandate.act if mandate else "",
        E.TRAINED: _trained(person, wording),
        E.JUDGES: _judges(person, wording),
        E.ABSENCES: write_availability(person.absences),
        E.JURIES_LAST_YEAR: person.juries_last_year,
        E.LAST_PRESIDENCY: f"{person.last_presidency:%m/%Y}" if person.last_presidency else "",
        E.COMMENTS: person.notes,
    }


def _hearing(board: SessionBoard, hearing: Hearing, wording: Wording) -> Values:
    row = board.candidacy(hearing.candidacy_id)
    jury = board.session.jury(hearing.jury)
    people = (board.examiner(identifier) for identifier in hearing.recused)
    about: Values = {}
    if row is not None:
        about = {**_person(row.candidate), **_candidacy(row.candidacy, wording)}
    return {
        **about,
        "DAY": hearing.start.date(),
        "START": hearing.start.time(),
        "END": hearing.end.time(),
        "ROOM": jury.room if jury else "",
        "JURY": hearing.jury,
        "RECUSED": ", ".join(person.full_name for person in people if person),
        **_result(board, hearing, wording),
    }


def _result(board: SessionBoard, hearing: Hearing, wording: Wording) -> Values:
    deliberation = board.deliberation
    record = deliberation.record(hearing.candidacy_id) if deliberation else None
    if record is None:
        return {}
    acquired = [result.block for result in record.results if result.outcome is Outcome.ACQUIRED]
    sheet = board.sheet(board.session.judged(hearing.candidacy_id))
    known = [block for block in map(sheet.block, acquired) if block is not None]
    return {
        "DECISION": term("decision", record.decision, wording) if record.decision else "",
        "ACQUIRED": ", ".join(block.short_code for block in known),
    }


def _member(board: SessionBoard, jury: Jury, juror: Juror, wording: Wording) -> Values:
    person = board.examiner(juror.examiner_id)
    return {
        **(_examiner(person, wording) if person else {}),
        "JURY": jury.number,
        "DAY": jury.day,
        "HALF_DAY": term("half_day", jury.half_day, wording),
        "ROOM": jury.room,
        C.CERTIFICATION: jury.certification,
        "SEAT": term("seat", juror.seat, wording),
        "EXTERNAL": juror.external,
        "DELIBERATES": juror.deliberates,
        "PRESIDENT": juror.examiner_id == jury.president_id,
    }


def _sex(sex: Sex) -> str:
    return "" if sex is Sex.NOT_STATED else sex.value


def _blocks(candidacy: Candidacy) -> str:
    return "; ".join(map(short_code, candidacy.blocks))


def _assessment(training: TrainingRecord, wording: Wording) -> TableValue:
    return wording.text("EXPORT-MISSED") if training.assessment_missed else training.assessment


def _handed(handed: Handed, wording: Wording) -> str:
    words = {Handed.YES: "EXPORT-YES", Handed.NO: "EXPORT-NO"}
    return wording.text(words[handed]) if handed in words else ""


def _trained(person: Examiner, wording: Wording) -> str:
    if person.trained_in:
        return str(person.trained_in)
    words = {Training.TRAINED: "EXPORT-YES", Training.NOT_TRAINED: "EXPORT-NO"}
    return wording.text(words[person.training]) if person.training in words else ""


def _judges(person: Examiner, wording: Wording) -> str:
    if person.judges is None:
        return wording.text("EXPORT-EVERY-TITLE")
    return "; ".join(person.judges)
