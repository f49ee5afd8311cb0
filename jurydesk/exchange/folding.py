"""Brings texts typed by people to one form, so that they can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Signs that show nothing; those that turn the direction of writing would turn our sentences."""
_OTHER = re.compile(r"[\W_]+")
_GOES_ON = ("(", "<")
"""A line that begins so belongs to the one above: « Rep. salariés⏎(syndicat) »."""


def squeeze(text: str) -> str:
    """Compose accents, drop invisible characters, make any run of spaces one space."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def squeeze_list(text: str) -> str:
    """Squeeze a cell that may hold several things: a line break separates them, as « ; » does."""
    listed = ""
    for line in filter(None, map(squeeze, text.splitlines())):
        separator = " " if line.startswith(_GOES_ON) else "; "
        listed += separator + line if listed else line
    return listed


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return lower-case words without accents or punctuation: « Né(e) le » gives `ne e le`."""
    if text.isascii():
        return _OTHER.sub(" ", text.lower()).strip()
    # Decomposed twice: casefold may give back composed letters
    plain = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    decomposed = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHER.sub(" ", bare.translate(_LETTERS)).strip()


def words(text: str) -> frozenset[str]:
    """Return the folded words of a text."""
    return frozenset(fold(text).split())
