"""What amendments make of the record, as rows; records and presence are documents."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import CorrectionRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.corrections import Correction
from jurydesk.domain.deliberation import Attendance, HearingRecord

_Records = tuple[HearingRecord, ...]
_Attendance = tuple[Attendance, ...]


def _values(correction: Correction) -> Values:
    return {
        "session_id": correction.session_id,
        "number": correction.number,
        "records": encode(_Records, correction.records),
        "attendance": encode(_Attendance, correction.attendance),
    }


def _entity(row: CorrectionRow, _parts: Parts) -> Correction:
    return Correction(
        session_id=row.session_id,
        number=row.number,
        records=decode(_Records, row.records),
        attendance=decode(_Attendance, row.attendance),
        id=row.id,
        version=row.version,
    )


CORRECTIONS = Mapper(Kind.CORRECTION, CorrectionRow, _values, _entity)
