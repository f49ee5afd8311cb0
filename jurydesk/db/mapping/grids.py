"""Grids and second entries as rows; marks are a document: no query asks for one of them."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.tables import GridRow, SecondEntryRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Appearance
from jurydesk.domain.grids import Grid, Mark
from jurydesk.domain.scales import Scale
from jurydesk.domain.second_entry import SecondEntry, TypedOutcome

_Marks = tuple[Mark, ...]
_Outcomes = tuple[TypedOutcome, ...]


def _grid_values(grid: Grid) -> Values:
    return {
        "session_id": grid.session_id,
        "candidacy_id": grid.candidacy_id,
        "examiner_id": grid.examiner_id,
        "marks": encode(_Marks, grid.marks),
        "remark": grid.remark,
        "scale": encode(Scale, grid.scale),
    }


def _grid(row: GridRow, _parts: Parts) -> Grid:
    return Grid(
        session_id=row.session_id,
        candidacy_id=row.candidacy_id,
        examiner_id=row.examiner_id,
        marks=decode(_Marks, row.marks),
        remark=row.remark,
        scale=decode(Scale, row.scale),
        id=row.id,
        version=row.version,
    )


def _entry_values(entry: SecondEntry) -> Values:
    return {
        "session_id": entry.session_id,
        "candidacy_id": entry.candidacy_id,
        "typed_by": entry.by,
        "first_by": entry.first_by,
        "typed_at": entry.at,
        "appearance": entry.appearance.value,
        "outcomes": encode(_Outcomes, entry.outcomes),
    }


def _entry(row: SecondEntryRow, _parts: Parts) -> SecondEntry:
    return SecondEntry(
        session_id=row.session_id,
        candidacy_id=row.candidacy_id,
        by=row.typed_by,
        at=row.typed_at,
        appearance=Appearance(row.appearance),
        outcomes=decode(_Outcomes, row.outcomes),
        first_by=row.first_by,
        id=row.id,
        version=row.version,
    )


GRIDS = Mapper(Kind.GRID, GridRow, _grid_values, _grid)
SECOND_ENTRIES = Mapper(Kind.SECOND_ENTRY, SecondEntryRow, _entry_values, _entry)
