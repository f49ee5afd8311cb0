"""The normal form in which names are searched: no case, no accent, no hyphen."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base and an accent
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SEPARATORS = str.maketrans(dict.fromkeys("'’ʼ-‐‑–", " "))
FRANCE = "+33"


def normal(text: str) -> str:
    """Return the text as it is compared: « Œuvrard-Đỗ » and "oeuvrard do" are alike."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(character for character in parts if not unicodedata.combining(character))
    return " ".join(bare.translate(_SEPARATORS).translate(_LETTERS).split())


def words(query: str) -> tuple[str, ...]:
    """Return the words that a search must find, all of them."""
    return tuple(normal(query).split())


def search_key(*texts: str, phone: str = "") -> str:
    """Return what is stored beside a person to be searched; a phone also as dialled in France."""
    national = f"0{phone.removeprefix(FRANCE)}" if phone.startswith(FRANCE) else ""
    return normal(" ".join((*texts, phone, national)))
