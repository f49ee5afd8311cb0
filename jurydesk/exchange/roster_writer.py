"""Writes rosters as an administrator wants them: typed cells, filters, ready to print, safe."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from jurydesk.exchange.roster_table import (
    HEADER_ROW,
    CellMark,
    Column,
    Kind,
    RosterTable,
    TableValue,
    unique_titles,
)
from jurydesk.exchange.safe_files import write_file

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "HEADER_ROW",
    "CellMark",
    "Column",
    "Kind",
    "RosterTable",
    "TableValue",
    "roster_bytes",
    "write_roster",
]


def write_roster(path: Path, tables: tuple[RosterTable, ...]) -> None:
    """Write one workbook, a sheet per table; the file is replaced in one step.

    Raises:
        EnvironmentFailure: it could not be written; what was there before still is.
    """
    write_file(path, roster_bytes(tables))


def roster_bytes(tables: tuple[RosterTable, ...]) -> bytes:
    """Return the workbook as the bytes of its file; it names neither a person nor a machine."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    from jurydesk.exchange.sheet_painter import paint_sheet  # noqa: PLC0415 -- slow import

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    titles = unique_titles(tables)
    for number, (title, table) in enumerate(zip(titles, tables, strict=True), 1):
        paint_sheet(book.create_sheet(title), table, number)
    # Else the library signs the file
    book.properties.creator = ""
    book.properties.title = tables[0].title
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
