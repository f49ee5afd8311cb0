"""What a cell holds, as a person sees it in the sheet, whatever library read the file."""

from __future__ import annotations

import re
from datetime import date, datetime

from jurydesk.exchange.workbook import CellValue

_TRUE, _FALSE = "VRAI", "FAUX"
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def plain_value(value: object) -> CellValue:
    """Return a value that we know, its texts as they are read on screen."""
    if isinstance(value, str):
        return plain_text(value)
    return value if value is None or isinstance(value, CellValue) else str(value)


def plain_text(text: str) -> str:
    """Return a text with our own line ends and without the signs that nobody sees."""
    return _CONTROL.sub(" ", _LINE_END.sub("\n", text))


def cell_text(value: CellValue) -> str:
    """Write a value as a person reads it in the sheet; text stays exactly as it was typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and (value.hour or value.minute):
        return value.strftime("%d/%m/%Y %H:%M")
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
