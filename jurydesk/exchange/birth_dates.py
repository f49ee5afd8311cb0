"""Reads a birth date, which may be known in part: some civil registers abroad have a year only."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.partial_date import FIRST_YEAR, PartialDate, read_partial
from jurydesk.exchange.dates import Meaning, read_date
from jurydesk.exchange.folding import squeeze
from jurydesk.exchange.readings import Read, doubt

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

_SAID = re.compile(r"0{1,2}[\s./-]\d{1,2}[\s./-]\d{4}")
"""Noughts where the day is: whoever wrote them knew that it is not known."""


def read_birth(cell: RawCell, *, today: date) -> Read[date | PartialDate | None]:
    """Read a birth date. A year or a month alone is taken with a doubt, noughts without one."""
    if not isinstance(cell.value, date):
        text = squeeze(_text(cell))
        partial = read_partial(text)
        if partial is not None and FIRST_YEAR <= partial.year <= today.year:
            if _SAID.fullmatch(text):
                return Read(partial)
            return doubt(partial, "CELL-08", partial=partial.text)
    found = read_date(cell, meaning=Meaning.BIRTH, today=today)
    return Read(found.value, found.issue)


def _text(cell: RawCell) -> str:
    """A year typed as a number is a year; what else a number may be, `read_date` says."""
    number = cell.value
    if isinstance(number, int | float) and float(number).is_integer():
        return str(int(number))
    return cell.text
