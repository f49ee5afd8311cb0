"""Reads which kind of seat an examiner may hold, and what the organisation says of them."""

from __future__ import annotations

import re

from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    SEAT_KINDS,
    TEACHING_STAFF,
)
from jurydesk.domain.people import Qualification
from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.folding import fold, squeeze_list
from jurydesk.exchange.organisations import is_employer
from jurydesk.exchange.readings import Read, doubt, refuse

CERTIFIER = "CEFPF"
_COLLEGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        TEACHING_STAFF,
        re.compile(r"\b(pedago\w*|peda|formateurs?|formatrices?|teaching|trainers?)\b"),
    ),
    (INDEPENDENT, re.compile(r"\b(indep\w*|independ\w*|professionnel secteur)\b")),
    (EMPLOYEES, re.compile(r"\b(salarie\w*|employees?|syndic\w*)\b")),
    (EMPLOYERS, re.compile(r"\b(employeu\w*|employers?|patron\w*)\b")),
)


def read_college(text: str, *, certifier: str = CERTIFIER) -> Read[tuple[Qualification, ...]]:
    """Read one or several colleges: « Rep. salariés (syndicat) », « indep. / employeur »."""
    plain = squeeze_list(text)
    if is_nothing(plain):
        return doubt((), "CELL-53")
    kinds: list[str] = []
    for part in re.split(r"[/;,+&]|\bet\b|\band\b", plain):
        kind = seat_kind(part, certifier=certifier)
        if kind is None and part.strip():
            return refuse((), "CELL-54", part=part.strip())
        if kind is not None:
            kinds.append(kind)
    return Read(tuple(Qualification(kind) for kind in dict.fromkeys(kinds)))


def seat_kind(text: str, *, certifier: str = CERTIFIER) -> str | None:
    """Return the kind of seat that a college is entitled to."""
    code = text.strip().upper()
    if code in SEAT_KINDS:
        return code
    folded = fold(text)
    # In that order: « formateur salarié » teaches, « indépendant employeur » is independent
    found = (kind for kind, pattern in _COLLEGES if pattern.search(folded))
    kind = next(found, None)
    return TEACHING_STAFF if kind is None and names_certifier(text, certifier) else kind


def names_certifier(organisation: str, certifier: str = CERTIFIER) -> bool:
    """Tell whether an organisation is the certifying body."""
    return f" {fold(certifier)} " in f" {fold(organisation)} "


def employee_status(qualifications: tuple[Qualification, ...], organisation: str) -> bool | None:
    """Deduce whether an employer must be told: only where college and organisation say so."""
    if fold(organisation) in {
        "freelance",
        "independant",
        "independante",
        "sans emploi",
        "retraite",
    }:
        return False
    kinds = {qualification.seat for qualification in qualifications}
    return True if kinds == {EMPLOYEES} and is_employer(organisation) else None
