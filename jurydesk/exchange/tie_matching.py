"""Finds the examiner whom words of a roster mean; rather nobody than the wrong one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.exchange.colleges import CERTIFIER, names_certifier
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.organisations import match_organisation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.people import Examiner

__all__ = ["PersonFinder", "match_organisation", "match_person"]

_CIVILITY = re.compile(r"^(mme|mlle|madame|mr|m|monsieur|mrs|ms)\.?\s+", re.IGNORECASE)
_WOMEN = frozenset("mme mlle madame mrs ms".split())
_BRACKETS = re.compile(r"\(([^)]*)\)")
_INITIAL_LAST = re.compile(r"\s+([^\W\d_])\.?$")
_INITIAL = re.compile(r"^([^\W\d_])(?:\.\s*-?([^\W\d_]))?\.?\s+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words say of a person."""

    whole: str
    """Folded words, civility and brackets taken off."""
    family: str
    """The words after an initial or a civility; empty: there is neither."""
    initial: str
    sex: Sex
    of_certifier: bool


def match_person(text: str, examiners: Iterable[Examiner]) -> int | None:
    """Return the one examiner whom the words can mean: « B. Peyrat », « LEGRAND Mathéo ».

    None if nobody fits, or more than one does.
    """
    return PersonFinder(examiners).find(text)


class PersonFinder:
    """Finds examiners by name without walking through the whole pool for each name."""

    def __init__(self, examiners: Iterable[Examiner]) -> None:
        """Lay the pool out by full and by family name."""
        self._by_name: dict[str, list[Examiner]] = {}
        self._by_family: dict[str, list[Examiner]] = {}
        for one in examiners:
            self._by_family.setdefault(fold(one.last_name), []).append(one)
            for name in _full_names(one):
                self._by_name.setdefault(name, []).append(one)

    def find(self, text: str) -> int | None:
        """Return the one examiner whom the words can mean; None: nobody, or more than one."""
        named = _understand(text)
        if not named.whole:
            return None
        found = self._by_name.get(named.whole) or [
            one for one in self._by_family.get(named.family, ()) if _fits_first(one, named)
        ]
        found = [one for one in found if _fits_sex(one, named)]
        if named.of_certifier and len(found) > 1:
            found = [one for one in found if one.of_certifier]
        return found[0].id if len(found) == 1 else None


def _understand(text: str) -> _Named:
    plain = squeeze(text)
    brackets = _BRACKETS.search(plain)
    bare = squeeze(_BRACKETS.sub(" ", plain))
    civility = _CIVILITY.match(bare)
    sex = Sex.NOT_STATED
    if civility:
        word = civility[1].lower()
        sex = Sex.FEMALE if word in _WOMEN else Sex.MALE
    whole = bare[civility.end() :] if civility else bare
    initial, family = _cut_initial(bare)
    return _Named(
        whole=fold(whole),
        family=fold(whole if civility else family),
        initial=initial,
        sex=sex,
        of_certifier=bool(brackets and names_certifier(brackets[1], CERTIFIER)),
    )


def _cut_initial(name: str) -> tuple[str, str]:
    """Cut « B. Peyrat » or « Peyrat B. » into initial and family name."""
    leading = _INITIAL.match(name)
    if leading:
        return fold(leading[1]), name[leading.end() :]
    trailing = _INITIAL_LAST.search(name)
    return (fold(trailing[1]), name[: trailing.start()]) if trailing else ("", name)


def _full_names(examiner: Examiner) -> frozenset[str]:
    last, first = fold(examiner.last_name), fold(examiner.first_name)
    return frozenset({f"{last} {first}", f"{first} {last}"}) if first else frozenset()


def _fits_first(examiner: Examiner, named: _Named) -> bool:
    if not named.initial or named.sex is Sex.MALE:
        # « M. » is Monsieur as well as an initial
        return True
    return fold(examiner.first_name).startswith(named.initial)


def _fits_sex(examiner: Examiner, named: _Named) -> bool:
    if Sex.NOT_STATED in {named.sex, examiner.sex}:
        return True
    return named.sex is examiner.sex or fold(examiner.first_name).startswith(named.initial or "-")
