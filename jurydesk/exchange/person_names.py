"""Compares names of persons as people write them: accents, particles, order, slips of the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA, Prefix

from jurydesk.exchange.folding import fold


class NamesAgree(StrEnum):
    """How far two names agree."""

    SAME = "SAME"
    """But for accents, hyphens, blanks and particles."""
    ORDER = "ORDER"
    """The words are the same in another order, or family and first name changed places."""
    USUAL = "USUAL"
    """What one uses is what the other was born with."""
    SLIP = "SLIP"
    """One letter is wrong, or two in a long name; or it sounds the same."""
    PART = "PART"
    """One says more: « Dupont » and « Dupont-Martin », « J. » and « Jean »."""
    UNKNOWN = "UNKNOWN"
    """One of them is not given."""
    DIFFER = "DIFFER"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How family names and first names agree."""

    family: NamesAgree
    first: NamesAgree


@dataclass(frozen=True, slots=True)
class Family:
    """One family name, folded."""

    words: tuple[str, ...] = ()
    forms: frozenset[str] = frozenset()
    """As one word, with its particles and without: « de La Tour », « La Tour »."""
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one person, made ready to be compared."""

    birth: Family
    usual: Family
    firsts: tuple[str, ...]
    """Each first name as one word."""
    parts: tuple[str, ...]
    """The words of all first names."""
    sounds: tuple[str, ...]
    """Every word as it sounds, once each, in the order of the alphabet."""


_PARTICLES = frozenset("de du des d da do dos das di del van von der den zu y".split())
_SHORT = {"st": "saint", "ste": "sainte", "mc": "mac"}
_SHORTEST_FAMILY_SLIP, _SHORTEST_FIRST_SLIP, _LONG = 4, 5, 8
"""Letters from which on one, and two, wrong ones are forgiven."""
_ENDING = 3
"""« Julie », « Julia », « Julien »: names that differ only in so many last letters are others."""


def naming(birth_name: str, usual_name: str, first_names: tuple[str, ...]) -> Naming:
    """Return names made ready to be compared."""
    birth, usual = _family_name(birth_name), _family_name(usual_name)
    parts = tuple(part for name in first_names for part in fold(name).split())
    firsts = tuple(filter(None, (fold(name).replace(" ", "") for name in first_names)))
    every = {*birth.words, *birth.forms, *usual.words, *usual.forms, *parts, *firsts[:1]}
    return Naming(birth, usual, firsts, parts, tuple(sorted(set(map(sound, every)))))


def _family_name(name: str) -> Family:
    words = tuple(_SHORT.get(word, word) for word in fold(name).split())
    forms, rest = {"".join(words)}, words
    while len(rest) > 1 and rest[0] in _PARTICLES:
        rest = rest[1:]
        forms.add("".join(rest))
    telling = tuple(word for word in words if word not in _PARTICLES) or words
    return Family(telling, frozenset(forms - {""}), "".join(words))


def agreement(one: Naming, other: Naming) -> Agreement:
    """Return how the names agree, read as they stand and with family and first name exchanged."""
    straight = Agreement(_families(one, other), _first_names(one, other))
    if straight.family is not NamesAgree.DIFFER and straight.first is NamesAgree.SAME:
        return straight
    if _same_words(one, other):
        return Agreement(NamesAgree.ORDER, NamesAgree.SAME)
    return straight


def _same_words(one: Naming, other: Naming) -> bool:
    """Tell whether both say the same two words or more, whichever is said to be the first name."""
    return any(
        len(mine) > 1 and mine == theirs for mine in _word_sets(one) for theirs in _word_sets(other)
    )


def _word_sets(names: Naming) -> tuple[frozenset[str], ...]:
    families = [family for family in (names.birth, names.usual) if family.words]
    apart = [frozenset((*family.words, *names.parts)) for family in families]
    joined = [frozenset((family.joined, *names.firsts[:1])) for family in families]
    return (*apart, *joined)


def _families(one: Naming, other: Naming) -> NamesAgree:
    straight = _family(one.birth, other.birth)
    if straight is NamesAgree.SAME:
        return straight
    crossed = ((one.usual, other.birth), (one.birth, other.usual), (one.usual, other.usual))
    rest = {_family(*pair) for pair in crossed}
    if NamesAgree.SAME in rest:
        return NamesAgree.USUAL
    if straight is not NamesAgree.DIFFER:
        return straight
    return next((agree for agree in _BY_WORTH if agree in rest), NamesAgree.DIFFER)


_BY_WORTH = (NamesAgree.ORDER, NamesAgree.SLIP, NamesAgree.PART)


def _family(one: Family, other: Family) -> NamesAgree:
    if not (one.words and other.words):
        return NamesAgree.DIFFER
    if one.forms & other.forms:
        return NamesAgree.SAME
    if sorted(one.words) == sorted(other.words):
        return NamesAgree.ORDER
    if any(_is_slip(a, b, _SHORTEST_FAMILY_SLIP) for a in one.forms for b in other.forms):
        return NamesAgree.SLIP
    return NamesAgree.PART if _says_more(one.words, other.words) else NamesAgree.DIFFER


def _first_names(one: Naming, other: Naming) -> NamesAgree:
    if not (one.firsts and other.firsts):
        return NamesAgree.UNKNOWN
    mine, theirs = one.firsts[0], other.firsts[0]
    if mine == theirs or one.parts == other.parts:
        return NamesAgree.SAME
    if not _differ_at_end(mine, theirs) and _is_slip(mine, theirs, _SHORTEST_FIRST_SLIP):
        return NamesAgree.SLIP
    if _says_more(one.parts, other.parts) or _is_initial(mine, theirs):
        return NamesAgree.PART
    return NamesAgree.DIFFER


def _says_more(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    mine, theirs = set(one), set(other)
    return mine <= theirs or theirs <= mine


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _differ_at_end(one: str, other: str) -> bool:
    if sound(one) == sound(other) or sorted(one) == sorted(other):
        return False
    shared = Prefix.similarity(one, other)
    return max(len(one), len(other)) - shared <= _ENDING and one[-1] != other[-1]


def _is_slip(one: str, other: str, shortest: int) -> bool:
    if sound(one) == sound(other):
        return True
    if min(len(one), len(other)) < shortest:
        return False
    allowed = 2 if min(len(one), len(other)) >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=allowed) <= allowed


_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ch", "1"), ("h", ""), ("y", "i"), ("z", "s"),
    ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("w", "v"),
)  # fmt: skip
_LAST_C = re.compile(r"c(?=[^aeiou]|$)")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a word as it sounds, roughly: « Matthieu », « Mathieu »; « Philippe », « Filipe »."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    heard = "".join(letter for letter, _ in groupby(_LAST_C.sub("k", word)))
    return heard[:-1] if heard.endswith("ie") else heard
