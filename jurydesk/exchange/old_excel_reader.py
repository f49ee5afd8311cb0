"""Reads a workbook of Excel before 2007 (.xls) into our own frozen workbook."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

from jurydesk.errors import DamagedFile
from jurydesk.exchange.cell_values import cell_text, plain_text, plain_value
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, Workbook
from jurydesk.exchange.workbook_guard import MAX_CELLS, is_encrypted_compound
from jurydesk.exchange.workbook_reader import PARSER_FAILURES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

_EMPTY, _DATE, _BOOLEAN, _ERROR, _BLANK = 0, 3, 4, 5, 6
"""Types of cells, as the library numbers them."""


def parse_old_excel(content: bytes, path: Path) -> Workbook:
    """Read every sheet; hidden ones are marked.

    Raises:
        DamagedFile: it is encrypted, damaged, empty or made to fill the memory.
    """
    name = str(path)
    if is_encrypted_compound(content):
        raise DamagedFile("FILE-05", {"file": name})
    try:
        sheets = tuple(_sheets(_open(content, name), name))
    except PARSER_FAILURES as failure:
        raise DamagedFile("FILE-13", {"file": name}) from failure
    if not any(sheet.rows for sheet in sheets if not sheet.hidden):
        raise DamagedFile("FILE-12", {"file": name})
    return Workbook(path.name, sheets)


def _open(content: bytes, name: str) -> Book:
    from xlrd import open_workbook  # noqa: PLC0415 -- slow import
    from xlrd.biffh import XLRDError  # noqa: PLC0415 -- slow import
    from xlrd.compdoc import CompDocError  # noqa: PLC0415 -- slow import

    try:
        return open_workbook(file_contents=content, logfile=io.StringIO(), ragged_rows=True)
    except CompDocError as failure:
        raise DamagedFile("FILE-13", {"file": name}) from failure
    except XLRDError as failure:
        code = "FILE-05" if "encrypted" in str(failure) else "FILE-13"
        raise DamagedFile(code, {"file": name}) from failure


def _sheets(book: Book, name: str) -> Iterator[RawSheet]:
    cells = 0
    for sheet in book.sheets():
        cells += sum(map(sheet.row_len, range(sheet.nrows)))
        if cells > MAX_CELLS:
            raise DamagedFile("FILE-11", {"file": name})
        rows = tuple(_rows(sheet, book.datemode))
        yield RawSheet(plain_text(sheet.name), rows, hidden=bool(sheet.visibility))


def _rows(sheet: Sheet, date_mode: Literal[0, 1]) -> Iterator[RawRow]:
    for number in range(sheet.nrows):
        cells = tuple(
            _raw_cell(cell, at, date_mode, _comment(sheet, number, at))
            for at, cell in enumerate(sheet.row(number))
            if cell.ctype not in (_EMPTY, _BLANK)
        )
        if any(not cell.is_blank for cell in cells):
            yield RawRow(number + 1, cells)


def _comment(sheet: Sheet, row: int, column: int) -> str:
    note = sheet.cell_note_map.get((row, column))
    return plain_text(note.text).strip() if note else ""


def _raw_cell(cell: Cell, at: int, date_mode: Literal[0, 1], comment: str) -> RawCell:
    from xlrd import error_text_from_code, xldate_as_datetime  # noqa: PLC0415 -- slow import

    if cell.ctype == _ERROR:
        text = error_text_from_code.get(int(cell.value), "#ERR")
        return RawCell(at + 1, text, text, comment, is_error=True)
    value: object = cell.value
    if cell.ctype == _DATE:
        value = xldate_as_datetime(float(cell.value), date_mode)
    elif cell.ctype == _BOOLEAN:
        value = bool(cell.value)
    plain = plain_value(value)
    return RawCell(at + 1, plain, cell_text(plain), comment)
