"""Reads e-mail addresses and telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jurydesk.exchange.blanks import is_nothing, is_to_ask
from jurydesk.exchange.folding import squeeze, squeeze_list
from jurydesk.exchange.readings import Read, doubt, refuse

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_SEPARATORS = re.compile(r"(?:\s*[;,/]\s*|\s+)(?:(?:ou|et|or|and)\s+)?")
_PHONE_SEPARATORS = re.compile(r"\s*(?:[;/]|\b(?:ou|et|or|and)\b)\s*")
_PHONE_MARKS = re.compile(r"[\s.\-–()/_,]")
_NATIONAL = re.compile(r"0[1-9]\d{8}")
_ZERO_LOST = re.compile(r"[1-9]\d{8}")
_INTERNATIONAL = re.compile(r"\+[1-9]\d{7,14}")
_FRANCE = re.compile(r"\+33[1-9]\d{8}")
SHORTEST = 6
"""Fewer digits are not a telephone number anywhere."""


def read_email(cell: RawCell) -> Read[str]:
    """Read one address; « à demander » is none, with a doubt; `x@y` is refused."""
    text = squeeze_list(cell.text)
    if is_nothing(text):
        return Read("")
    if "@" not in text:
        return doubt("", "CELL-11")
    bracketed = re.search(r"<([^<>]+)>", text)
    bare = (bracketed[1] if bracketed else text).removeprefix("mailto:").strip()
    if _ADDRESS.fullmatch(bare):
        return Read(bare)
    several = [part for part in _SEPARATORS.split(bare) if part]
    if len(several) > 1 and all(_ADDRESS.fullmatch(part) for part in several):
        return doubt(several[0], "CELL-12", kept=several[0])
    return refuse("", "CELL-10")


def read_phone(cell: RawCell) -> Read[str]:
    """Read one number as E.164; one that cannot be is kept as written, with a doubt."""
    text = squeeze_list(cell.text)
    if is_nothing(text):
        return Read("")
    if is_to_ask(text) or not any(letter.isdigit() for letter in text):
        return doubt("", "CELL-14")
    several = [part for part in _PHONE_SEPARATORS.split(text) if part]
    numbers = [number for number in map(to_e164, several) if number]
    if len(several) > 1 and len(numbers) == len(several):
        return doubt(numbers[0], "CELL-15", kept=numbers[0])
    # One number may be wrapped over two lines
    number = to_e164(squeeze(cell.text))
    if number:
        return Read(number)
    digits = sum(letter.isdigit() for letter in text)
    return refuse("", "CELL-13", count=digits) if digits < SHORTEST else doubt(text, "CELL-16")


def to_e164(text: str) -> str:
    """Return the international form of a number, empty if it is none: `+33612345678`."""
    bare = _PHONE_MARKS.sub("", text.replace("(0)", ""))
    bare = "+" + bare[2:] if bare.startswith("00") else bare
    if bare.startswith("+330"):
        bare = "+33" + bare[4:]
    # A cell that holds a number has lost the zero in front
    if _ZERO_LOST.fullmatch(bare):
        bare = "0" + bare
    if _NATIONAL.fullmatch(bare):
        return "+33" + bare[1:]
    if not _INTERNATIONAL.fullmatch(bare):
        return ""
    return bare if not bare.startswith("+33") or _FRANCE.fullmatch(bare) else ""
