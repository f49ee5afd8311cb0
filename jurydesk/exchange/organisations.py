"""Compares names of companies as people write them."""

from __future__ import annotations

import re

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
    " company compagnie cie".split()
)


def is_employer(text: str) -> bool:
    """Tell whether the words name an employer: « Freelance » or « sans emploi » do not."""
    if is_nothing(text) or is_formula_like(text.strip()):
        return False
    return _NOT_AN_EMPLOYER.fullmatch(fold(text)) is None


def match_organisation(first: str, second: str) -> bool:
    """Tell whether two names are one company: « Kinéo » and « Kineo SAS ».

    Legal forms and the trade's own words do not count, the rest must be the same words.
    """
    if not (is_employer(first) and is_employer(second)):
        return False
    return _core(first) == _core(second)


def _core(name: str) -> frozenset[str]:
    named = [word for word in fold(name).split() if word not in _FORMS]
    telling = frozenset(word for word in named if word not in _COMMON)
    return telling or frozenset(named)
