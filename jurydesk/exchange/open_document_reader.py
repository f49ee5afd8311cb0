"""Reads an OpenDocument sheet (.ods) of LibreOffice into our own frozen workbook."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, iterparse

from jurydesk.errors import DamagedFile
from jurydesk.exchange.cell_values import cell_text, plain_value
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, Workbook
from jurydesk.exchange.workbook_guard import MAX_CELLS, check_open_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW, _CELL = f"{_TABLE}table-row", f"{_TABLE}table-cell"
_LARGEST = 4 * MAX_CELLS
"""Cells of the smallest rectangle around what a sheet holds: the library keeps all of them."""
_FAILURES = (zipfile.BadZipFile, ParseError, KeyError, ValueError, OverflowError)


def parse_open_document(content: bytes, path: Path) -> Workbook:
    """Read every sheet; hidden ones are marked. Comments on cells are not given by the library.

    Raises:
        DamagedFile: it is encrypted, damaged, empty or made to fill the memory.
    """
    name = str(path)
    check_open_document(content, name)
    try:
        if _largest_sheet(content) > _LARGEST:
            raise DamagedFile("FILE-11", {"file": name})
        sheets = tuple(_sheets(content))
    except _FAILURES as failure:
        raise DamagedFile("FILE-13", {"file": name}) from failure
    if not any(sheet.rows for sheet in sheets if not sheet.hidden):
        raise DamagedFile("FILE-12", {"file": name})
    return Workbook(path.name, sheets)


def _sheets(content: bytes) -> Iterator[RawSheet]:
    from python_calamine import (  # noqa: PLC0415 -- slow import
        CalamineError,
        CalamineWorkbook,
        SheetVisibleEnum,
    )

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for about in book.sheets_metadata:
            table = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
            hidden = about.visible is not SheetVisibleEnum.Visible
            yield RawSheet(about.name, tuple(_rows(table)), hidden=hidden)
    except CalamineError as failure:
        raise ValueError(str(failure)) from failure


def _rows(table: Sequence[Sequence[object]]) -> Iterator[RawRow]:
    for number, values in enumerate(table, 1):
        cells = tuple(_cell(at, value) for at, value in enumerate(values, 1) if value != "")
        if any(not cell.is_blank for cell in cells):
            yield RawRow(number, cells)


def _cell(column: int, value: object) -> RawCell:
    plain = plain_value(value)
    return RawCell(column, plain, cell_text(plain))


def _largest_sheet(content: bytes) -> int:
    """Count the cells of the largest sheet, repetitions included, before anything is made of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("content.xml") as stream:
        largest = rows = width = filled = 0
        for event, element in iterparse(stream, events=("start", "end")):
            if element.tag == f"{_TABLE}table" and event == "start":
                rows = width = filled = 0
            if element.tag == _ROW and event == "end":
                cells = _width(element)
                rows += _repeated(element, "number-rows-repeated")
                filled = rows if cells else filled
                width = max(width, cells)
                largest = max(largest, filled * width)
                element.clear()
    return largest


def _width(row: Element) -> int:
    """Return how far right the last cell of a row stands that holds something."""
    at = last = 0
    for cell in row.iter(_CELL):
        at += _repeated(cell, "number-columns-repeated")
        if len(cell) or cell.text or any("value" in name for name in cell.attrib):
            last = at
    return last


def _repeated(element: Element, name: str) -> int:
    return max(1, int(element.get(f"{_TABLE}{name}", "1")))
