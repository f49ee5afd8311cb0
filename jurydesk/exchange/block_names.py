"""Reads the blocks aimed at: « total », « BC01;BC02 », « 1+3 », « bloc 2 »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jurydesk.exchange.folding import fold, squeeze_list
from jurydesk.exchange.readings import Issue, Read, refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.certification import Certification

_WHOLE = frozenset({
    "", "total", "totale", "totalite", "tous", "tout", "toutes", "entier", "entiere", "complet",
    "complete", "all", "whole", "tous les blocs", "titre complet", "certification complete",
    "integral", "full", "en totalite",
})  # fmt: skip
_SEPARATORS = re.compile(r"[;,+/&]|\bet\b|\band\b|(?<=\d)\s+(?=\d|bc|bloc)", re.IGNORECASE)
_BLOCK = re.compile(
    r"(?:(?:RNCP|RS)\s*\d+\s*BC|BC|BLOCS?|BLOCKS?|B)?\s*(?:n\s*°)?\s*0*(\d{1,2})", re.IGNORECASE
)
_RANGE = re.compile(r"\D*?(\d{1,2})\s*(?:à|a|-|–|to)\s*\D*?(\d{1,2})", re.IGNORECASE)

Blocks = tuple[str, ...]


def read_blocks(
    text: str, certification: Certification | None, certifications: Sequence[Certification]
) -> Read[Blocks]:
    """Read block codes; none means the whole certification.

    Where the blocks of the certification are known, each must be one of them. Where they are not
    (its sheet was not read), the short code is kept: `BC02`.
    """
    plain = squeeze_list(text)
    if fold(plain) in _WHOLE and not any(letter.isdigit() for letter in plain):
        return Read(())
    numbers = _numbers(plain)
    if numbers is None:
        return refuse((), "CELL-35")
    short = tuple(f"BC{number:02d}" for number in numbers)
    if certification is None:
        return _check_anywhere(short, certifications)
    read = _check_known(short, certification)
    if read.issue is None and _RANGE.fullmatch(plain):
        # « 1-3 » may be meant as 1 and 3
        return Read(read.value, Issue("CELL-39", (("kept", ", ".join(short)),)))
    return read


def _check_known(short: Blocks, certification: Certification) -> Read[Blocks]:
    if certification.has_blocks is False:
        return refuse((), "CELL-37", certification=certification.code)
    if not certification.blocks:
        return Read(short)
    unknown = [code for code in short if certification.block(code) is None]
    if unknown:
        known = ", ".join(block.short_code for block in certification.blocks)
        return refuse(
            (), "CELL-36", blocks=", ".join(unknown), certification=certification.code, known=known
        )
    found = (certification.block(code) for code in short)
    return Read(tuple(block.code for block in found if block is not None))


def _check_anywhere(short: Blocks, certifications: Sequence[Certification]) -> Read[Blocks]:
    """Judge blocks of a certification that could not be read: does anybody have such a block?"""
    unknown = [code for code in short if not any(c.block(code) for c in certifications)]
    return refuse((), "CELL-38", blocks=", ".join(unknown)) if unknown else Read(short)


def _numbers(text: str) -> tuple[int, ...] | None:
    span = _RANGE.fullmatch(text)
    if span:
        first, last = int(span[1]), int(span[2])
        return tuple(range(first, last + 1)) if 0 < first <= last else None
    numbers: list[int] = []
    for part in filter(None, (part.strip() for part in _SEPARATORS.split(text))):
        match = _BLOCK.fullmatch(part)
        if match is None or int(match[1]) == 0:
            return None
        numbers.append(int(match[1]))
    return tuple(dict.fromkeys(numbers)) or None
