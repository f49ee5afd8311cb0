"""Writes the rejected rows of an import as a workbook to correct and import again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jurydesk.exchange.readings import ReadCandidate, ReadExaminer
from jurydesk.exchange.roster_table import CellMark, Column, Kind, RosterTable
from jurydesk.exchange.roster_writer import write_roster
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.exchange.readings import BadCell, RejectedRow, RosterReading, SheetReading

R = TypeVar("R", bound=ReadCandidate | ReadExaminer)


def write_rejections(
    path: Path, reading: RosterReading[R], *, wording: Wording | None = None
) -> None:
    """Write every rejected row under its own headings, with a reason for each bad cell.

    Raises:
        EnvironmentFailure: the report could not be written.
    """
    speech = wording or Wording()
    sheets = [sheet for sheet in reading.sheets if sheet.rejected] or list(reading.sheets[:1])
    tables = tuple(_table(sheet, reading.file, speech) for sheet in sheets)
    write_roster(path, tables)


def cell_reason(cell: BadCell, wording: Wording) -> str:
    """Return the sentence that says what is wrong with a cell and what to do."""
    return wording.text(cell.code, **dict(cell.figures))


def _table(sheet: SheetReading[R], file: str, wording: Wording) -> RosterTable:
    """Lay out one sheet; the number of the row comes first, the reasons last."""
    headings = [column.heading or column.letter for column in sheet.columns]
    positions = {column.position: index for index, column in enumerate(sheet.columns, 1)}
    return RosterTable(
        sheet=sheet.sheet,
        title=wording.text("REPORT-title", file=file),
        subtitle=wording.text("REPORT-subtitle"),
        columns=(
            Column(wording.text("REPORT-row"), Kind.INTEGER),
            *(Column(heading, Kind.AS_IS) for heading in headings),
            Column(wording.text("REPORT-reasons"), width=90),
        ),
        rows=tuple((row.row, *row.values, _reasons(row, wording)) for row in sheet.rejected),
        marks=tuple(
            CellMark(index, positions[cell.position], cell_reason(cell, wording))
            for index, row in enumerate(sheet.rejected)
            for cell in row.cells
            if cell.position in positions
        ),
    )


def _reasons(row: RejectedRow, wording: Wording) -> str:
    return "\n".join(
        wording.text("REPORT-reason", column=cell.column, reason=cell_reason(cell, wording))
        if cell.column
        else cell_reason(cell, wording)
        for cell in row.cells
    )
