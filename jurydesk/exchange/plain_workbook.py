"""Writes a workbook cell by cell, without form, as an office keeps its own: for demonstrations."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.exchange.safe_files import write_file

if TYPE_CHECKING:
    from pathlib import Path

PlainValue = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """One sheet as it stands: titles, headings and rows alike."""

    title: str
    rows: tuple[tuple[PlainValue, ...], ...]
    hidden: bool = False


def write_plain(path: Path, sheets: tuple[PlainSheet, ...]) -> None:
    """Write the sheets; a text stays a text, whatever it begins with.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book = Workbook()
    for first in book.worksheets:
        book.remove(first)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        for number, row in enumerate(sheet.rows, 1):
            for position, value in enumerate(row, 1):
                cell = page.cell(number, position, value)
                if isinstance(value, str):
                    # After the value, which would make a formula of « =… »
                    cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    write_file(path, stream.getvalue())
