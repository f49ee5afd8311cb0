"""What a text of a letter changes against the one that is shipped, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import ndiff
from typing import TYPE_CHECKING

from jurydesk.documents.letters import shipped_text

if TYPE_CHECKING:
    from jurydesk.wording import Language

ADDED, GONE, SAME = "+", "-", " "


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line: added by the office, gone from the shipped text, or the same."""

    sign: str
    text: str


def changes_to_shipped(kind: str, language: Language, text: str) -> tuple[ChangedLine, ...]:
    """Return both texts as one, each line with its sign."""
    shipped = shipped_text(kind, language).splitlines()
    lines = ndiff(shipped, text.strip("\n").splitlines())
    return tuple(ChangedLine(line[0], line[2:]) for line in lines if line[0] != "?")
