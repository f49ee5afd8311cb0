"""Reads where a person was born: commune, INSEE or postal code, department, country."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.people import BirthPlace
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.communes import Commune, communes, place_key, same_place
from jurydesk.exchange.countries import ABROAD, country_names
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.names import settle_name
from jurydesk.exchange.readings import Read, doubt

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawCell

FRANCE = "France"
_CODE = re.compile(r"\d{5}|2[AB]\d{3}")
_OVERSEAS = "97"


def read_commune(cell: RawCell) -> Read[str]:
    """Read the name of a town."""
    text = squeeze(cell.text)
    return Read("" if is_nothing(text) else settle_place(text))


def read_country(cell: RawCell) -> Read[str]:
    """Read a country: « FRANCE » is France."""
    text = squeeze(cell.text)
    if is_nothing(text):
        return Read("")
    return Read(FRANCE if fold(text) in {"france", "fr", "fra"} else settle_place(text))


def settle_place(text: str) -> str:
    """Write a place without shouting; one that is mixed is left as it is."""
    return settle_name(text) if text.isupper() and any(c.isalpha() for c in text) else text


def read_department(cell: RawCell, commune: str = "") -> Read[str]:
    """Read a department: « 2b », 1 for 01, « 75 - Paris »; the town tells which one « 97 » is."""
    text = squeeze(cell.text).upper()
    if is_nothing(text):
        return Read("")
    match = re.match(r"(97\d|98\d|2[AB]|\d{1,2})(?!\d)", text)
    if match is None:
        return doubt("", "CELL-27")
    code = match[1].zfill(2)
    if code != _OVERSEAS:
        return Read(code)
    found = _overseas_department(commune)
    return Read(found) if found else doubt(code, "CELL-28")


def code_text(cell: RawCell) -> str:
    """Return a code as text of five characters: the number 1000 lost a zero, it is 01000."""
    return plain_code(cell.text)


def plain_code(written: str) -> str:
    """Return a code that somebody typed, without spaces and with the zero it lost."""
    text = re.sub(r"[\s.\-]", "", squeeze(written)).upper()
    shortest, full = 4, 5
    return text.zfill(full) if text.isdigit() and shortest <= len(text) < full else text


def read_code(cell: RawCell, commune: str) -> Read[BirthPlace]:
    """Read a code that may be an INSEE or a postal one; the name of the town decides."""
    return settle_code(code_text(cell), commune)


def settle_code(code: str, commune: str) -> Read[BirthPlace]:
    """Tell an INSEE code from a postal one by the name of the town."""
    if is_nothing(code):
        return Read(BirthPlace())
    if not _CODE.fullmatch(code):
        return doubt(BirthPlace(), "CELL-25")
    if code.startswith(ABROAD):
        return Read(BirthPlace(insee=code, country=country_names().get(code, "")))
    return _settle_code(code, place_key(commune))


def _settle_code(code: str, key: str) -> Read[BirthPlace]:
    table = communes()
    own = table.by_insee.get(code)
    served = table.by_postal_code.get(code, ())
    is_own = own is not None and same_place(key, own.key)
    homes = [commune for commune in served if same_place(key, commune.key)]
    if is_own or homes:
        return Read(_known_place(code, homes, is_own=is_own, key=key))
    # Nothing is posted under that code, so that it can only be an INSEE one
    if own is not None and not served:
        place = BirthPlace(insee=code, department=department_of(code))
        return doubt(place, "CELL-26", town=own.name.title()) if key else Read(place)
    if served and own is None:
        # Hamlets, former communes: the post knows the code, not the name
        return Read(BirthPlace(postal_code=code, department=department_of(code)))
    return _guess(code)


def _known_place(code: str, homes: list[Commune], *, is_own: bool, key: str) -> BirthPlace:
    exact = [commune for commune in homes if commune.key == key] or homes
    insee = code if is_own else (exact[0].insee if len(exact) == 1 else "")
    postal = code if homes else ""
    return BirthPlace(insee=insee, postal_code=postal, department=department_of(insee or code))


def _guess(code: str) -> Read[BirthPlace]:
    """Nearly all postal codes end in 0, one INSEE code in ten does."""
    place = BirthPlace(department=department_of(code))
    if code.endswith("0"):
        return doubt(replace(place, postal_code=code), "CELL-29", kind="postal")
    return doubt(replace(place, insee=code), "CELL-29", kind="INSEE")


def department_of(code: str) -> str:
    """Return the department of an INSEE or postal code; Corsica's postal codes are cut in two."""
    if code.startswith(("97", "98")):
        return code[:3]
    if code.startswith("20"):
        return "2A" if code[2] in "01" else "2B"
    return "" if code.startswith(ABROAD) else code[:2]


def birth_place(commune: str, code: BirthPlace, *, department: str, country: str) -> BirthPlace:
    """Put together what the cells say; what was typed wins over what was deduced."""
    found = code.department or department
    deduced = code.country or (FRANCE if found else "")
    return replace(code, commune=commune, department=found, country=country or deduced)


def _overseas_department(commune: str) -> str:
    """Find the overseas department of a town that only one of them has."""
    key = place_key(commune)
    found = {
        department_of(c.insee)
        for c in communes().by_insee.values()
        if c.insee.startswith(_OVERSEAS) and c.key == key
    }
    return found.pop() if len(found) == 1 else ""
