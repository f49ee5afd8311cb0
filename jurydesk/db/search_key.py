"""The normal form in which names are searched: no case, no accent, no hyphen."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Letters that Unicode does not take apart into a base and an accent
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SEPARATORS = str.maketrans(dict.fromkeys("'’ʼ-‐‑–", " "))
_BETWEEN_DIGITS = str.maketrans("", "", " ./()")
_ADDRESS_SIGNS = re.compile(r"[._+]")
_SIGNS = re.compile(r"[\W_]+")
_AROUND = re.compile(r"^[^\w+]+|\W+$")
_SHORT = 3
"""A word that short is part of a name that many write in one: Le Goff, O’Brien, de La Tour."""
_LONGEST = 80
FRANCE = "+33"


def normal(text: str) -> str:
    """Return the text as it is compared: « Œuvrard-Đỗ » and "oeuvrard do" are alike."""
    # Twice, because taking signs apart can bring capitals back: ℠ is SM
    folded = _taken_apart(_taken_apart(text)).translate(_LETTERS)
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return " ".join(bare.translate(_SEPARATORS).split())


def _taken_apart(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold())


def search_words(key: str) -> frozenset[str]:
    """Return the words under which a key is found: its own, parts between signs, joined ones.

    N’Diaye is `n diaye` in a key and is found as `ndiaye` too; « (Durand) » is found as `durand`.
    """
    found = key.split()
    parts = [part for word in found for part in _parts(word)]
    joined = [
        first + second
        for first, second in pairwise(found)
        if min(len(first), len(second)) <= _SHORT
    ]
    bare = map(_bare, found)
    return frozenset(word[:_LONGEST] for word in (*found, *bare, *parts, *joined))


def wanted_words(query: str) -> tuple[str, ...]:
    """Return the words that a search must find, all of them; a number typed in groups is one."""
    plain = normal(query)
    digits = plain.translate(_BETWEEN_DIGITS)
    if digits.removeprefix("+").isdecimal():
        return (digits[:_LONGEST],)
    return tuple(dict.fromkeys(_bare(word)[:_LONGEST] for word in plain.split()))


def _bare(word: str) -> str:
    """Return a word without the signs around it, unless it is nothing else; a + may dial."""
    return _AROUND.sub("", word) or word


def _parts(word: str) -> list[str]:
    """Return what stands between the signs of a word; of an address, what is before its host."""
    owner, at, _host = word.partition("@")
    parts = _ADDRESS_SIGNS.split(owner) if owner and at else _SIGNS.split(word)
    return [part for part in parts if part]


def search_key(*texts: str, phone: str = "") -> str:
    """Return what is stored beside a person to be searched; a phone also as dialled in France."""
    national = f"0{phone.removeprefix(FRANCE)}" if phone.startswith(FRANCE) else ""
    return normal(" ".join((*texts, phone, national)))
