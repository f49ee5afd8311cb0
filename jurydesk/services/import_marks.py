"""Says which cells of a row stand behind a change, so that they can be shown in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.exchange.fields import CandidateField as C
from jurydesk.exchange.fields import ExaminerField as E

if TYPE_CHECKING:
    from jurydesk.services.import_preview import PreviewRow, SheetPreview

_COLUMNS: dict[str, tuple[str, ...]] = {
    "birth_name": (C.BIRTH_NAME, C.FULL_NAME),
    "first_names": (C.FIRST_NAMES, C.FULL_NAME),
    "last_name": (E.LAST_NAME, E.FULL_NAME),
    "first_name": (E.FIRST_NAME, E.FULL_NAME),
    "birth_partial": (C.BIRTH_DATE,),
    "birth_place.commune": (C.BIRTH_COMMUNE,),
    "birth_place.insee": (C.BIRTH_CODE, C.BIRTH_COMMUNE),
    "birth_place.postal_code": (C.BIRTH_CODE,),
    "birth_place.department": (C.BIRTH_DEPARTMENT,),
    "birth_place.country": (C.BIRTH_COUNTRY,),
    "begun": (C.FILE_RECEIVED, C.ENTRY),
    "admissibility.received": (C.FILE_RECEIVED,),
    "admissibility.complete": (C.FILE_COMPLETE,),
    "admissibility.decided": (C.ADMISSIBLE,),
    "training.assessment_missed": (C.ASSESSMENT,),
    "office_status": (C.STATUS,),
    "notes": (C.REMARKS, E.COMMENTS),
    "not_before": (C.REMARKS,),
    "extra_time": (C.REMARKS,),
    "step_free": (C.REMARKS,),
    "qualifications": (E.COLLEGE, E.DOCUMENT),
    "of_certifier": (E.COLLEGE, E.ORGANISATION),
    "is_employee": (E.COLLEGE, E.ORGANISATION),
    "mandates": (E.MANDATE_START, E.MANDATE_END, E.MANDATE_ACT),
    "training": (E.TRAINED,),
    "trained_in": (E.TRAINED,),
    "preferred_half_day": (E.COMMENTS,),
    "declines_presidency": (E.COMMENTS,),
}
"""Fields of a roster behind a field of the domain, the likeliest first; others bear its name."""


def changed_positions(row: PreviewRow, sheet: SheetPreview) -> frozenset[int]:
    """Return the numbers of the columns whose cells change something of what is stored."""
    by_field = {column.field: column.position for column in sheet.columns if column.field}
    found = (_position(change.field, by_field) for change in row.changes)
    return frozenset(position for position in found if position)


def _position(field: str, by_field: dict[str, int]) -> int:
    """Return the column of a change; 0 where it follows from others, as a status does."""
    names = _COLUMNS.get(field, (field.rpartition(".")[2],))
    return next((by_field[name] for name in names if name in by_field), 0)
