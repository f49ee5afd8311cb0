"""Reads names of persons: no shouting, particles kept small, compound first names kept whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.readings import Read, doubt

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

APOSTROPHE = "\u2019"
_APOSTROPHES = re.compile("[\u0027\u2018\u201b\u02bc\u0060\u00b4\u2032]")
_SMALL = frozenset("de du des d da do dos das von van der den zu y".split())
"""Written small, wherever they stand; « Le », « La », « Ben », « El » are part of the name."""
_LOST = re.compile(r"\w\?|\?\w|\ufffd")
"""What stands where a letter was that the encoding of the file does not know: « ?ukasz »."""
_PART = re.compile(r"[^\W\d_]+", re.UNICODE)
_FEMALE = frozenset(
    "f femme feminin feminine female fille mme madame mlle mademoiselle mrs ms miss".split()
)
_MALE = frozenset("m h homme masculin male mr monsieur mister garcon".split())
SEX_WORDS = _FEMALE | _MALE
_NOT_STATED = frozenset({
    "x", "nb", "non binaire", "nsp", "ns", "autre", "non precise", "non renseigne", "not stated",
    "other", "mx", "inconnu",
})  # fmt: skip


def read_sex(cell: RawCell) -> Read[Sex]:
    """Read a civility or a sex; an empty cell is « not stated », without a doubt."""
    folded = fold(cell.text)
    if not folded or folded in _NOT_STATED:
        return Read(Sex.NOT_STATED)
    if folded in _FEMALE:
        return Read(Sex.FEMALE)
    if folded in _MALE:
        return Read(Sex.MALE)
    return doubt(Sex.NOT_STATED, "CELL-20")


def read_name(cell: RawCell) -> Read[str]:
    """Read a family name."""
    text = squeeze(cell.text)
    if is_nothing(text):
        return Read("")
    name = settle_name(text)
    return doubt(name, "CELL-24") if _LOST.search(text) else Read(name)


def read_first_names(cell: RawCell) -> Read[tuple[str, ...]]:
    """Read first names: a comma separates, a hyphen or a space does not."""
    text = squeeze(cell.text)
    if is_nothing(text):
        return Read(())
    if is_formula_like(text):
        return Read((text,))
    names = [settle_name(part.strip()) for part in re.split(r"[,;/]", text) if part.strip()]
    once = tuple(dict.fromkeys(names))
    if len(once) < len(names):
        return doubt(once, "CELL-22", kept=", ".join(once))
    return doubt(once, "CELL-24") if _LOST.search(text) else Read(once)


def split_full_name(text: str) -> tuple[str, str]:
    """Cut « LEGRAND Ophélie » or « Legrand, Ophélie » into family name and first names."""
    plain = squeeze(text)
    if "," in plain:
        family, _, first = plain.partition(",")
        return family.strip(), first.strip()
    parts = plain.split()
    shouted = [part for part in parts if part.isupper() and len(part) > 1]
    if not shouted or len(shouted) == len(parts):
        return parts[0] if parts else "", " ".join(parts[1:])
    return " ".join(shouted), " ".join(part for part in parts if part not in shouted)


def is_formula_like(text: str) -> bool:
    """Tell whether a spreadsheet might take the text for a formula: it is kept letter by letter."""
    # Tab and return too: spreadsheets drop them and look at what comes next
    return text.startswith(("=", "+", "-", "@", "\t", "\r"))


def settle_name(name: str) -> str:
    """Write a name as its bearer does: « LE GOFF » is Le Goff, « N'DIAYE » is N’Diaye."""
    if is_formula_like(name):
        return name
    text = _APOSTROPHES.sub(APOSTROPHE, name)
    settled = _settle_case(text)
    # « DE tour » is « de tour » after one turn: no capital is left
    return _settle_case(settled) if settled.islower() else settled


def _settle_case(text: str) -> str:
    one_case = text.isupper() or text.islower()
    return _PART.sub(lambda match: _settle_part(match, one_case=one_case), text)


def _settle_part(match: re.Match[str], *, one_case: bool) -> str:
    part = match[0]
    shouted = len(part) > 1 and part.isupper()
    if not (one_case or shouted):
        return part
    after = match.string[match.end() : match.end() + 1]
    before = match.string[: match.start()]
    if _is_particle(part.lower(), after, is_inside=bool(before)):
        return part.lower()
    return part[0].title() + part[1:].lower()


def _is_particle(part: str, after: str, *, is_inside: bool) -> bool:
    if part == "d":
        return after == APOSTROPHE
    if part == "y":
        return is_inside and after == " "
    return part in _SMALL and after == " "
