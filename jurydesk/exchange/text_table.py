"""Reads a table kept as text (.csv, .tsv): which letters, which sign between the cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile
from jurydesk.exchange.cell_values import plain_text
from jurydesk.exchange.workbook import RawCell, RawRow, RawSheet, Workbook
from jurydesk.exchange.workbook_guard import MAX_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = ("utf-8", "cp1252")
"""The second is what Excel for Windows writes in France; it refuses only five bytes."""
_SIGNS = ";\t,|"
_DECLARED = "sep="
"""First line by which Excel itself is told the sign: `sep=;`."""
_SAMPLE = 60
_LONGEST_CELL = 100_000
_TEXT = frozenset("\t\n\r\f")
_FIRST_LETTER = " "


def parse_text_table(content: bytes, path: Path) -> Workbook:
    """Read a text file as a workbook of one sheet, named after the file.

    Raises:
        DamagedFile: it is no text, no table, or its quotation marks do not match.
    """
    text = _decoded(content, str(path))
    lines = text.splitlines(keepends=True)
    sign = lines[0][len(_DECLARED) :][:1] if lines[0].startswith(_DECLARED) else ""
    sign = sign if sign and sign in _SIGNS else _sign_between(lines[:_SAMPLE])
    if not sign:
        raise DamagedFile("FILE-16", {"file": str(path)})
    rows = tuple(_rows(text, sign, str(path)))
    if not rows:
        raise DamagedFile("FILE-04", {"file": str(path)})
    return Workbook(path.name, (RawSheet(path.stem[:80], rows),))


def _decoded(content: bytes, name: str) -> str:
    encodings = next(((one,) for mark, one in _MARKS if content.startswith(mark)), _WITHOUT_MARK)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.strip() and not any(c < _FIRST_LETTER and c not in _TEXT for c in text):
            return text
    raise DamagedFile("FILE-16", {"file": name})


def _sign_between(lines: list[str]) -> str:
    """Return the sign that cuts the most lines into the same number of cells, two at least."""
    votes: dict[str, int] = {}
    for sign in _SIGNS:
        counts = Counter(line.count(sign) for line in lines if line.count(sign))
        if counts:
            cells, alike = counts.most_common(1)[0]
            votes[sign] = alike * min(cells, 3)
    return max(votes, key=lambda sign: votes[sign]) if votes else ""


def _rows(text: str, sign: str, name: str) -> Iterator[RawRow]:
    """Yield the rows that hold something, numbered as a spreadsheet would show them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    cells = 0
    try:
        for number, values in enumerate(reader, 1):
            cells += len(values)
            if cells > MAX_CELLS:
                raise DamagedFile("FILE-11", {"file": name})
            raw = tuple(_cell(at, value) for at, value in enumerate(values, 1) if value.strip())
            is_declaration = number == 1 and text.startswith(_DECLARED)
            if raw and not is_declaration:
                yield RawRow(number, raw)
    except csv.Error as failure:
        raise DamagedFile("FILE-18", {"file": name, "line": reader.line_num}) from failure


def _cell(column: int, value: str) -> RawCell:
    plain = plain_text(value[:_LONGEST_CELL])
    return RawCell(column, plain, plain)
