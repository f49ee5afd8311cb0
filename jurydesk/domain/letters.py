"""Letters: their kinds, what surrounds a text, the text an office wrote, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from jurydesk.domain.letter_kind import OFFICE_FIELDS, SIGNATURE, LetterField, LetterKind
from jurydesk.domain.letter_kinds.aftermath import AFTERMATH_LETTERS
from jurydesk.domain.letter_kinds.convening import CONVENING_LETTERS
from jurydesk.domain.letter_kinds.day import DAY_LETTERS
from jurydesk.domain.letter_kinds.minutes import MINUTES_TEXTS
from jurydesk.domain.minutes import CertifierStatement

__all__ = [
    "LETTERS",
    "OFFICE_FIELDS",
    "SIGNATURE",
    "LetterField",
    "LetterFrame",
    "LetterKind",
    "LetterTemplate",
    "TemplateProblem",
    "letter_kind",
]

LETTERS: tuple[LetterKind, ...] = (
    *CONVENING_LETTERS,
    *DAY_LETTERS,
    *MINUTES_TEXTS,
    *AFTERMATH_LETTERS,
)
"""Every kind of letter, in the order in which an office meets them."""


def letter_kind(code: str) -> LetterKind | None:
    """Return a kind by its code."""
    return next((kind for kind in LETTERS if kind.code == code), None)


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The text of an office for one kind of letter in one language; it wins over the shipped one.

    `version` also tells two people apart who change it at the same time.
    """

    kind: str
    language: str
    text: str
    id: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFrame:
    """What surrounds the text of a letter: who writes, to whom, where and when."""

    certifier: CertifierStatement
    recipient: tuple[str, ...] = ()
    """Name and address line by line, for the window of the envelope; empty: it goes to nobody."""
    reference: str = ""
    """What the sender files it under, such as « Session 2026-12-A »."""
    place: str = ""
    """Where it was written; empty: only the day is printed."""
    day: date | None = None
    mention: str = ""
    """What is said above the text: « Confidentiel », « Copie pour l’employeur »."""
    watermark: str = ""
    is_signed: bool = True
    """Whether somebody signs for the certifying body."""


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One thing wrong with a text: a code of the wording, the line, what the sentence needs."""

    code: str
    line: int
    figures: tuple[tuple[str, str], ...] = ()
