"""Deliberations as rows, with attendance, records, results and recusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, grouped, positioned
from jurydesk.db.tables import (
    ActingPresidentRow,
    AttendanceRow,
    DeclarationRow,
    DeliberationRow,
    HearingRecordRow,
    IncidentRow,
    RecusalRow,
    ResultRow,
    Row,
)
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Decision,
    Declaration,
    Deliberation,
    HearingRecord,
    Incident,
    Outcome,
    Recusal,
    Result,
    Vote,
)


def _values(deliberation: Deliberation) -> Values:
    return {
        "session_id": deliberation.session_id,
        "opened_at": deliberation.opened_at,
        "closed_at": deliberation.closed_at,
        "recorded_at": deliberation.recorded_at,
        "edition": deliberation.edition,
    }


def _parts(deliberation: Deliberation) -> Mapping[type[Row], list[Values]]:
    records = deliberation.records
    return {
        AttendanceRow: positioned([_attendance_values(a) for a in deliberation.attendance]),
        DeclarationRow: _fields(deliberation.declarations),
        ActingPresidentRow: _fields(deliberation.acting_presidents),
        IncidentRow: _fields(deliberation.incidents),
        HearingRecordRow: positioned([_record_values(record) for record in records]),
        ResultRow: [values for record in records for values in _result_values(record)],
        RecusalRow: [values for record in records for values in _recusal_values(record)],
    }


def _fields(items: tuple[Declaration | ActingPresident | Incident, ...]) -> list[Values]:
    # Their columns are called as their fields are
    return positioned([asdict(item) for item in items])


def _attendance_values(attendance: Attendance) -> Values:
    return {
        "jury": attendance.jury,
        "examiner_id": attendance.examiner_id,
        "present": attendance.present,
        "arrived": attendance.arrived,
        "left_at": attendance.left,
    }


def _record_values(record: HearingRecord) -> Values:
    return {
        "candidacy_id": record.candidacy_id,
        "appearance": record.appearance.value,
        "vote": None if record.vote is None else encode(Vote, record.vote),
        "recommendation": record.recommendation,
        "observations": record.observations,
        "decision": None if record.decision is None else record.decision.value,
    }


def _result_values(record: HearingRecord) -> list[Values]:
    return positioned(
        [
            {
                "candidacy_id": record.candidacy_id,
                "block": result.block,
                "outcome": result.outcome.value,
                "reason": result.reason,
                "evidence": result.evidence,
                "advice": result.advice,
            }
            for result in record.results
        ]
    )


def _recusal_values(record: HearingRecord) -> list[Values]:
    return positioned(
        [
            {
                "candidacy_id": record.candidacy_id,
                "examiner_id": recusal.examiner_id,
                "reason": recusal.reason,
            }
            for recusal in record.recusals
        ]
    )


def _entity(row: DeliberationRow, parts: Parts) -> Deliberation:
    results = grouped(parts[ResultRow], "candidacy_id")
    recusals = grouped(parts[RecusalRow], "candidacy_id")
    return Deliberation(
        session_id=row.session_id,
        opened_at=row.opened_at,
        attendance=tuple(_attendance(part) for part in parts[AttendanceRow]),
        records=tuple(
            _record(part, results.get(part.candidacy_id, ()), recusals.get(part.candidacy_id, ()))
            for part in parts[HearingRecordRow]
        ),
        incidents=tuple(Incident(p.text, p.jury, p.at) for p in parts[IncidentRow]),
        closed_at=row.closed_at,
        declarations=tuple(_declaration(part) for part in parts[DeclarationRow]),
        acting_presidents=tuple(
            ActingPresident(part.jury, part.examiner_id, part.reason)
            for part in parts[ActingPresidentRow]
        ),
        recorded_at=row.recorded_at,
        edition=row.edition,
        id=row.id,
        version=row.version,
    )


def _declaration(row: DeclarationRow) -> Declaration:
    return Declaration(
        jury=row.jury,
        examiner_id=row.examiner_id,
        read_files=row.read_files,
        no_tie=row.no_tie,
        at=row.at,
        note=row.note,
    )


def _attendance(row: AttendanceRow) -> Attendance:
    return Attendance(
        jury=row.jury,
        examiner_id=row.examiner_id,
        present=row.present,
        arrived=row.arrived,
        left=row.left_at,
    )


def _record(
    row: HearingRecordRow, results: Sequence[ResultRow], recusals: Sequence[RecusalRow]
) -> HearingRecord:
    return HearingRecord(
        candidacy_id=row.candidacy_id,
        appearance=Appearance(row.appearance),
        results=tuple(
            Result(
                block=part.block,
                outcome=Outcome(part.outcome),
                reason=part.reason,
                evidence=part.evidence,
                advice=part.advice,
            )
            for part in results
        ),
        recusals=tuple(
            Recusal(examiner_id=part.examiner_id, reason=part.reason) for part in recusals
        ),
        vote=None if row.vote is None else decode(Vote, row.vote),
        recommendation=row.recommendation,
        observations=row.observations,
        decision=None if row.decision is None else Decision(row.decision),
    )


DELIBERATIONS = Mapper(
    Kind.DELIBERATION,
    DeliberationRow,
    _values,
    _entity,
    (
        Part(AttendanceRow, "deliberation_id"),
        Part(DeclarationRow, "deliberation_id"),
        Part(ActingPresidentRow, "deliberation_id"),
        Part(IncidentRow, "deliberation_id"),
        Part(HearingRecordRow, "deliberation_id"),
        Part(ResultRow, "deliberation_id", ("candidacy_id", "position")),
        Part(RecusalRow, "deliberation_id", ("candidacy_id", "position")),
    ),
    _parts,
)
