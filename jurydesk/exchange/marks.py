"""Reads marks, yes and no, and counts."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Handed
from jurydesk.domain.people import Training
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.readings import Read, doubt, refuse

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

BEST_MARK = Decimal(20)
_ABSENT = frozenset("abs absent absente absence def defaillant defaillante".split())
_YES = frozenset("oui o x 1 vrai true yes y ok rendu rendue remis remise fait v".split())
_NO = frozenset("non n 0 faux false no".split()) | {"non rendu", "pas rendu", "pas encore"}
_YEARS = range(1990, 2100)


def read_mark(cell: RawCell) -> Read[tuple[Decimal | None, bool]]:
    """Read a mark out of 20 and whether the person was absent: « 12,7 », 14.05, « abs »."""
    text = squeeze(cell.text)
    if is_nothing(text):
        return Read((None, False))
    if fold(text) in _ABSENT:
        return Read((None, True))
    bare = re.sub(r"\s*/\s*20$", "", text).replace(",", ".").replace(" ", "")
    try:
        mark = Decimal(bare)
    except InvalidOperation:
        digits = any(letter.isdigit() for letter in text)
        return refuse((None, False), "CELL-45") if digits else doubt((None, False), "CELL-46")
    if not mark.is_finite() or not 0 <= mark <= BEST_MARK:
        return refuse((None, False), "CELL-45")
    return Read((mark, False))


def read_handed(cell: RawCell) -> Read[Handed]:
    """Read whether a piece of work was handed in; a date says that it was."""
    if isinstance(cell.value, date):
        return Read(Handed.YES)
    answer = yes_or_no(cell.text)
    if answer is None:
        return Read(Handed.UNKNOWN) if is_nothing(cell.text) else doubt(Handed.UNKNOWN, "CELL-47")
    return Read(Handed.YES if answer else Handed.NO)


def read_training(cell: RawCell) -> Read[tuple[Training, int | None]]:
    """Read whether an examiner was trained, and in which year where the cell says so."""
    if isinstance(cell.value, date):
        return Read((Training.TRAINED, cell.value.year))
    if is_nothing(cell.text):
        return Read((Training.UNKNOWN, None))
    year = re.search(r"(?<!\d)(\d{4})(?!\d)", cell.text)
    if year and int(year[1]) in _YEARS:
        return Read((Training.TRAINED, int(year[1])))
    answer = yes_or_no(cell.text)
    if answer is None:
        return doubt((Training.UNKNOWN, None), "CELL-47")
    return Read((Training.TRAINED if answer else Training.NOT_TRAINED, None))


def read_count(cell: RawCell) -> Read[int | None]:
    """Read a whole number that is not negative."""
    text = squeeze(cell.text)
    if is_nothing(text):
        return Read(None)
    return Read(int(text)) if re.fullmatch(r"\d{1,4}", text) else doubt(None, "CELL-48")


def yes_or_no(text: str) -> bool | None:
    """Return what an answer means, None if it is neither yes nor no."""
    folded = fold(text)
    if folded in _YES or text.strip() in {"✓", "✔", "☑", "√"}:
        return True
    return False if folded in _NO else None
