"""Reads what a roster says of an examiner's time: the cell of absences, and the remarks."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence, HalfDay, Origin
from jurydesk.exchange.availability_text import read_availability
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.dates import Meaning, read_date
from jurydesk.exchange.folding import fold
from jurydesk.exchange.readings import Issue, Read

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell


def read_absences(cell: RawCell, *, today: date) -> Read[tuple[Absence, ...]]:
    """Read every range of a cell; the first that cannot be read gives the issue."""
    if isinstance(cell.value, date):
        day = read_date(cell, meaning=Meaning.EVENT, today=today).value
        return Read(() if day is None else (Absence(day, day, origin=Origin.ROSTER, given=today),))
    if is_nothing(cell.text):
        return Read(())
    read = read_availability(cell.text, today=today, origin=Origin.ROSTER)
    first = next((unread for unread in read.unread), None)
    if first is None or first.issue.code.startswith("CELL-"):
        return Read(read.entries, first.issue if first else None)
    return Read(read.entries, Issue("CELL-52", (("part", first.part),)))


def preferred_half_day(text: str) -> HalfDay | None:
    """Read « préfère les matins » as a preference; anything else is none."""
    folded = fold(text)
    if not re.search(r"\b(prefere|preference|plutot|prefers)\b", folded):
        return None
    if re.search(r"\b(matins?|matinees?|mornings?)\b", folded):
        return HalfDay.AM
    afternoon = re.search(r"\b(apres midis?|aprem|afternoons?)\b", folded)
    return HalfDay.PM if afternoon else None


def declines_presidency(text: str) -> bool:
    """Tell whether a comment says that the person no longer wants to preside."""
    folded = fold(text)
    refuses = re.search(
        r"\b(ne (veut|souhaite|peut) (plus|pas)|refuse|declines|will not)\b", folded
    )
    return bool(refuses and re.search(r"\b(presid\w*|chair\w*)\b", folded))
