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
    # Twice, because taking signs apart can bring capitals back: ℠ is SM
    folded = _taken_apart(_taken_apart(text)).translate(_LETTERS)
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    return " ".join(bare.translate(_SEPARATORS).split())


def _taken_apart(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold())


def words(query: str) -> tuple[str, ...]:
    """Return the words that a search must find, all of them."""
    return tuple(normal(query).split())


def search_key(*texts: str, phone: str = "") -> str:
    """Return what is stored beside a person to be searched; a phone also as dialled in France."""
    national = f"0{phone.removeprefix(FRANCE)}" if phone.startswith(FRANCE) else ""
    return normal(" ".join((*texts, phone, national)))
