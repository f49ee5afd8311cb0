"""Reads an .xlsx file into our own frozen workbook, whatever state the file is in."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile
from jurydesk.exchange.cell_values import cell_text, plain_text, plain_value
from jurydesk.exchange.workbook import CellValue, RawCell, RawRow, RawSheet, Workbook
from jurydesk.exchange.workbook_guard import check_workbook, load_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from openpyxl import Workbook as Book
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

PARSER_FAILURES = (
    zipfile.BadZipFile, zlib.error, struct.error, ArithmeticError, AssertionError, AttributeError,
    EOFError, LookupError, NotImplementedError, OSError, RuntimeError, SyntaxError, TypeError,
    ValueError,
)  # fmt: skip
"""What the parser was seen to raise on mutated files; XML errors are `SyntaxError`s."""

_Computed = dict[tuple[int, int], CellValue]


def read_workbook(path: Path) -> Workbook:
    """Read every sheet of a workbook.

    Raises:
        EnvironmentFailure: the file is not there or cannot be read.
        DamagedFile: it is not an .xlsx workbook, is encrypted, damaged, empty or harmful.
    """
    return parse_workbook(load_bytes(path), path)


def parse_workbook(content: bytes, path: Path) -> Workbook:
    """Read every sheet of a workbook whose bytes are at hand; `path` is only named.

    Raises:
        DamagedFile: it is not an .xlsx workbook, is encrypted, damaged, empty or harmful.
    """
    check_workbook(content, str(path))
    try:
        book = _parse(content, str(path))
    except PARSER_FAILURES as failure:
        raise DamagedFile("FILE-13", {"file": str(path)}) from failure
    if not any(sheet.rows for sheet in book.visible):
        raise DamagedFile("FILE-12", {"file": str(path)})
    return Workbook(path.name, book.sheets)


def _parse(content: bytes, name: str) -> Workbook:
    written = _load(content, computed=False)
    has_formula = any(
        cell.data_type == "f" for sheet in written.worksheets for cell in _cells(sheet).values()
    )
    # The parser gives formulas or what they gave, never both: two passes, the second when needed
    results = _load(content, computed=True) if has_formula else None
    sheets = []
    for index, sheet in enumerate(written.worksheets):
        computed: _Computed = {}
        if results is not None:
            found = _cells(results.worksheets[index])
            computed = {place: _plain(cell.value) for place, cell in found.items()}
        rows = _rows(sheet, computed)
        sheets.append(RawSheet(sheet.title, rows, hidden=sheet.sheet_state != "visible"))
    return Workbook(name, tuple(sheets))


def _load(content: bytes, *, computed: bool) -> Book:
    from openpyxl import load_workbook  # noqa: PLC0415 -- slow import

    with warnings.catch_warnings():
        # It warns of features that it drops when saving; we only read
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(content), data_only=computed, keep_links=False)


def _cells(sheet: Worksheet) -> Mapping[tuple[int, int], Cell]:
    # The public iterators create every empty cell up to the last one: a single stray cell in
    # XFD1048576 would fill the memory
    cells: Mapping[tuple[int, int], Cell] = vars(sheet)["_cells"]
    return cells


def _rows(sheet: Worksheet, computed: _Computed) -> tuple[RawRow, ...]:
    by_row: dict[int, list[RawCell]] = {}
    for (row, column), cell in _cells(sheet).items():
        raw = _raw_cell(cell, column, computed.get((row, column)))
        if not raw.is_blank or raw.comment:
            by_row.setdefault(row, []).append(raw)
    _fill_down(sheet, by_row)
    return tuple(
        RawRow(number, tuple(sorted(cells, key=lambda cell: cell.column)))
        for number, cells in sorted(by_row.items())
    )


def _fill_down(sheet: Worksheet, by_row: Mapping[int, list[RawCell]]) -> None:
    """Give the rows that share a merged cell its content; titles merged sideways stay single."""
    for merged in sheet.merged_cells.ranges:
        top, column = merged.min_row, merged.min_col
        source = next((c for c in by_row.get(top, ()) if c.column == column), None)
        if source is None:
            continue
        for row in range(top + 1, merged.max_row + 1):
            if row in by_row:
                by_row[row].append(source)


def _raw_cell(cell: Cell, column: int, computed: CellValue) -> RawCell:
    is_formula = cell.data_type == "f"
    value = computed if is_formula else _plain(cell.value)
    text = cell_text(value)
    is_error = cell.data_type == "e" or (is_formula and text.startswith("#"))
    comment = _written(cell.comment.text).strip() if cell.comment else ""
    return RawCell(
        column, value, text or ("=" if is_formula else ""), comment, is_formula, is_error
    )


def _plain(value: object) -> CellValue:
    return _written(value) if isinstance(value, str) else plain_value(value)


def _written(text: str) -> str:
    """Give a text as a person sees it: what XML cannot hold is stored as `_x000D_`."""
    if "_x" in text:
        from openpyxl.utils.escape import unescape  # noqa: PLC0415 -- slow import

        # Two escapes may be the halves of one letter; a lone half is no letter and no file holds it
        halves = unescape(text).encode("utf-16-le", "surrogatepass")
        text = halves.decode("utf-16-le", "replace")
    return plain_text(text)
