"""Deliberations as rows, with attendance, records, results and recusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, grouped, positioned
from jurydesk.db.tables import (
    AttendanceRow,
    DeliberationRow,
    HearingRecordRow,
    RecusalRow,
    ResultRow,
    Row,
)
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Decision,
    Deliberation,
    HearingRecord,
    Outcome,
    Recusal,
    Result,
    Vote,
)


def _values(deliberation: Deliberation) -> Values:
    return {
        "session_id": deliberation.session_id,
        "opened_at": deliberation.opened_at,
        "incidents": deliberation.incidents,
        "closed_at": deliberation.closed_at,
    }


def _parts(deliberation: Deliberation) -> Mapping[type[Row], list[Values]]:
    records = deliberation.records
    return {
        AttendanceRow: positioned([_attendance_values(a) for a in deliberation.attendance]),
        HearingRecordRow: positioned([_record_values(record) for record in records]),
        ResultRow: [values for record in records for values in _result_values(record)],
        RecusalRow: [values for record in records for values in _recusal_values(record)],
    }


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
        incidents=row.incidents,
        closed_at=row.closed_at,
        id=row.id,
        version=row.version,
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
            Result(block=part.block, outcome=Outcome(part.outcome), reason=part.reason)
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
        Part(HearingRecordRow, "deliberation_id"),
        Part(ResultRow, "deliberation_id", ("candidacy_id", "position")),
        Part(RecusalRow, "deliberation_id", ("candidacy_id", "position")),
    ),
    _parts,
)
