"""Compares names of companies as people write them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from jurydesk.exchange.blanks import is_nothing
from jurydesk.exchange.folding import fold
from jurydesk.exchange.names import is_formula_like

_NOT_EMPLOYERS = (
    r"free ?lance", r"intermittent\w*( e)?( du spectacle)?", r"sans( emploi)?",
    r"independante?( e)?",
    r"(auto|micro) entrepreneu\w*", r"demandeu\w+ d emploi", r"(au )?chomage", r"retraitee?( e)?",
    r"etudiante?( e)?", r"self employed", r"unemployed", r"retired", r"pole emploi",
    r"france travail", r"en recherche( d emploi)?", r"particulier", r"divers", r"inconnu",
)  # fmt: skip
_NOT_AN_EMPLOYER = re.compile("|".join(_NOT_EMPLOYERS))
_FORMS = frozenset(
    "sas sasu sarl sa eurl snc sci scop scic ei eirl selarl association asso ltd".split()
)
_COMMON = frozenset(
    "film films production productions prod prods le la les l de du des d et the and of societe ste"
    " company compagnie cie groupe holding france paris pictures entertainment".split()
)


LIKELY = 84
"""From that likeness on two names are proposed as one company; a person decides."""
SAME, PART = 100, 88
SHORTEST_SLIP = 5
"""In a shorter name one letter makes another company."""
_BRACKETS = re.compile(r"\([^)]*\)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""« S.A.S. »"""
_SLIP = 78
"""How alike two words are of which one was typed with a slip: « vague » and « vauge »."""


class Core(NamedTuple):
    """What of a name tells companies apart."""

    words: frozenset[str]
    joined: str
    sorted: str
    numbers: frozenset[str]


def is_employer(text: str) -> bool:
    """Tell whether the words name an employer: « Freelance » or « sans emploi » do not."""
    if is_nothing(text) or is_formula_like(text.strip()):
        return False
    return _NOT_AN_EMPLOYER.fullmatch(fold(text)) is None


def match_organisation(first: str, second: str) -> bool:
    """Tell whether two names are likely one company: « Kinéo » and « Kineo SAS »."""
    return organisation_likeness(first, second) >= LIKELY


def organisation_likeness(first: str, second: str) -> int:
    """Return how likely two names are one company, from 0 to 100.

    Legal forms and the trade's own words do not count, nor do accents, hyphens or the order of
    words. A slip of the pen is forgiven in a long word; another number is another company.
    """
    if not (is_employer(first) and is_employer(second)):
        return 0
    return likeness_of(core_of(first), core_of(second))


@lru_cache(maxsize=65536)
def likeness_of(first: Core, second: Core) -> int:
    """Return how likely the names of two employers are one company, from 0 to 100."""
    if first.words == second.words or first.joined == second.joined:
        return SAME
    if first.numbers != second.numbers:
        return 0
    likeness = max(fuzz.ratio(first.joined, second.joined), fuzz.ratio(first.sorted, second.sorted))
    if min(len(first.joined), len(second.joined)) < SHORTEST_SLIP:
        return 0
    shorter, longer = sorted((first.words, second.words), key=len)
    if shorter < longer and len(shorter) > 1:
        # One side says more: « Canal Bleu » and « Canal Bleu Distribution International »
        return max(PART, round(likeness))
    if len(first.words) == len(second.words) > 1:
        # All words but one alike is another company of the same style: « Plein Cadre », « Plein
        # Sud »; each word must have its like
        return round(likeness) if _paired(first.words, second.words) else 0
    return round(likeness)


def _paired(first: frozenset[str], second: frozenset[str]) -> bool:
    return all(max(fuzz.ratio(one, other) for other in second) >= _SLIP for one in first)


@lru_cache(maxsize=16384)
def core_of(name: str) -> Core:
    """Return what of a name tells companies apart: no forms, accents or words of the trade."""
    named = [word for word in fold(_spelt_out(name)).split() if word not in _FORMS]
    telling = [word for word in named if word not in _COMMON] or named
    words = frozenset(telling)
    numbers = frozenset(word for word in telling if word.isdigit())
    return Core(words, "".join(telling), "".join(sorted(telling)), numbers)


def _spelt_out(name: str) -> str:
    undotted = _INITIALS.sub(lambda found: found[0].replace(".", ""), _BRACKETS.sub(" ", name))
    return undotted.replace("&", " et ")
