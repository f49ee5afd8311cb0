"""Words that people write where they have nothing to write."""

from __future__ import annotations

from jurydesk.exchange.folding import fold

_NOTHING = frozenset(
    {"", "na", "n a", "neant", "nc", "n c", "aucun", "aucune", "none", "nil", "ras"}
)
_PENDING = frozenset({
    "en attente", "attente", "attendu", "attendue", "a venir", "a recevoir", "non recu", "pas recu",
    "non", "en cours", "pending", "awaited", "not yet", "pas encore", "tbd",
})  # fmt: skip
_TO_ASK = frozenset({
    "a demander", "demander", "a completer", "a definir", "a preciser", "a verifier", "inconnu",
    "inconnue", "unknown", "to ask", "to be asked", "ne sait pas", "manquant", "missing",
})  # fmt: skip


def is_nothing(text: str) -> bool:
    """Tell whether a cell says nothing: empty, a dash, « néant », « n/a »."""
    folded = fold(text)
    return not folded or (folded in _NOTHING and not text.startswith(("=", "+", "-", "@")))


def is_blank_word(text: str) -> bool:
    """Tell whether there is no date yet, for a reason that is part of the day's work."""
    return is_nothing(text) or fold(text) in _PENDING


def is_to_ask(text: str) -> bool:
    """Tell whether the office reminds itself to ask: « à demander »."""
    return fold(text) in _TO_ASK or text.strip() in {"?", "??", "???"}
