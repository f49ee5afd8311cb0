"""Finds the certification that an office means by a number, a title or a short name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold, squeeze_list
from jurydesk.exchange.readings import Read, doubt, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from jurydesk.domain.certification import Certification

_NUMBER = re.compile(r"\b(RNCP|RS)\s*(?:n\s*[°o]?\s*)?[:\-]?\s*0*(\d{1,6})(?!\d)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"0*(\d{3,6})")
_LONG = 4
_EVERYTHING = frozenset("tous tout toutes toute all both ensemble".split())


def certification_named(
    text: str, certifications: Sequence[Certification], *, on: date
) -> Read[Certification | None]:
    """Find one certification; a bare title is settled by the day on which the path begins.

    A title is shared by a sheet and those that replaced it. A person enters a certification only
    while it is registered (L6113-9): the sheet registered on that day is meant, even where an
    older one bears exactly that title. The choice is a doubt, never silent.
    """
    number = _number(text)
    if number:
        found = next((c for c in certifications if c.code == number), None)
        return (
            Read(found)
            if found
            else refuse(None, "CELL-30", certification=number, known=_codes(certifications))
        )
    meant = _with_successors(_titled(text, certifications), certifications)
    if not meant:
        return refuse(None, "CELL-32", known=_codes(certifications))
    if len(meant) == 1:
        return Read(meant[0])
    still_open = [c for c in meant if _may_be_registered(c, on)]
    # Numbers are given in order: the highest is the latest sheet
    chosen = max(still_open or meant, key=_number_of)
    others = _codes(c for c in meant if c is not chosen)
    code = "CELL-31" if still_open else "CELL-34"
    return doubt(chosen, code, chosen=chosen.code, others=others, day=on)


def judged_titles(
    text: str, certifications: Sequence[Certification]
) -> Read[tuple[str, ...] | None]:
    """Read which certifications an examiner may judge: « AP/AR », codes; None for « tous »."""
    if not fold(text):
        return doubt((), "CELL-56")
    if fold(text) in _EVERYTHING:
        return Read(None)
    codes: list[str] = []
    for part in re.split(r"[/,;+&]|\bet\b|\band\b", squeeze_list(text)):
        found = _named_or_family(part, certifications)
        if not found and part.strip():
            return refuse((), "CELL-55", part=part.strip(), known=_codes(certifications))
        codes.extend(found)
    return Read(tuple(dict.fromkeys(codes)))


def _named_or_family(part: str, certifications: Sequence[Certification]) -> list[str]:
    number = _number(part)
    if number:
        return [c.code for c in certifications if c.code == number]
    meant = _with_successors(_titled(part, certifications), certifications)
    return [c.code for c in meant]


def _number(text: str) -> str:
    match = _NUMBER.search(text)
    if match:
        return f"{match[1].upper()}{match[2]}"
    bare = _BARE_NUMBER.fullmatch(text.strip())
    return f"RNCP{bare[1]}" if bare else ""


def _titled(text: str, certifications: Iterable[Certification]) -> list[Certification]:
    wanted = _title_key(text)
    if not wanted:
        return []
    return [
        c
        for c in certifications
        if wanted in {_title_key(c.family), _title_key(c.title)}
        or _title_key(c.title).startswith(f"{wanted} ")
    ]


def _with_successors(
    found: list[Certification], certifications: Sequence[Certification]
) -> list[Certification]:
    families = {c.family for c in found if c.family}
    codes = {c.code for c in found}
    codes |= {c.replaced_by for c in found if c.replaced_by}
    return [c for c in certifications if c.code in codes or (c.family and c.family in families)]


def _title_key(title: str) -> str:
    """Fold a title, « Assistant/e », « Assistante » and « Assistant » alike."""
    # Folding leaves the « e » of « (e) » and « /e » as a word
    kept = (word for word in fold(title).split() if word != "e")
    return " ".join(word.removesuffix("e") if len(word) > _LONG else word for word in kept)


def _may_be_registered(certification: Certification, day: date) -> bool:
    """Tell whether nothing known of the sheet says that it was closed on that day."""
    start, end = certification.registered_from, certification.registered_until
    if end is None and certification.active is False:
        return False
    return (start is None or start <= day) and (end is None or day <= end)


def _number_of(certification: Certification) -> int:
    return int(re.sub(r"\D", "", certification.code) or 0)


def _codes(certifications: Iterable[Certification]) -> str:
    return ", ".join(c.code for c in certifications)
