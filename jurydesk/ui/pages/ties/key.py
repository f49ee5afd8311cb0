"""Where other pages lead: the ties that hold some words."""

from __future__ import annotations

from dataclasses import dataclass

TO_BE_SETTLED = "proposed"


@dataclass(frozen=True)
class TieSearch:
    """What `navigate("ties", TieSearch("MÜLLER Aïcha"))` looks for in the list."""

    words: str
