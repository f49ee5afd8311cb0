"""How another page says which claims it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ExpensesKey:
    """Words that the claims hold, such as a session or a name."""

    words: str = ""
    prepares: str = ""
    """Code of a session whose claims are prepared first; empty: they are shown as they are."""
