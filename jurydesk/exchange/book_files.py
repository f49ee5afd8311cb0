"""Opens whatever an office keeps a roster in: .xlsx, .xls, .ods, .csv; the content decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile
from jurydesk.exchange.old_excel_reader import parse_old_excel
from jurydesk.exchange.open_document_reader import parse_open_document
from jurydesk.exchange.text_table import parse_text_table
from jurydesk.exchange.workbook_guard import is_compound, is_open_document, load_bytes
from jurydesk.exchange.workbook_reader import parse_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.exchange.workbook import Workbook

_ARCHIVE = b"PK"
_MARKUP = (b"<", b"\xef\xbb\xbf<")
"""Many programs on the web call a page of HTML « .xls »."""


def read_book(path: Path) -> Workbook:
    """Read a table of any kind that we know; its name does not decide what it is.

    Raises:
        EnvironmentFailure: the file is not there or cannot be read.
        DamagedFile: it is none of these, is encrypted, damaged, empty or harmful.
    """
    content = load_bytes(path)
    if not content.strip():
        raise DamagedFile("FILE-04", {"file": str(path)})
    if is_compound(content):
        return parse_old_excel(content, path)
    if content.startswith(_ARCHIVE):
        if is_open_document(content):
            return parse_open_document(content, path)
        return parse_workbook(content, path)
    if content.lstrip().startswith(_MARKUP):
        raise DamagedFile("FILE-17", {"file": str(path)})
    return parse_text_table(content, path)
