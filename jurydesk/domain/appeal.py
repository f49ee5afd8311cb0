"""The appeal file: everything about one candidacy in one session, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurydesk.domain.minutes import CertificationStatement, CertifierStatement, MinutesContent


@dataclass(frozen=True, slots=True)
class AppealTable:
    """Rows of words under their headings; without a row, the piece says that there is none."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    """How wide each column is, in parts of a hundred."""


@dataclass(frozen=True, slots=True)
class AppealPiece:
    """One piece that is drawn from facts: labels with what they say, and at most one table."""

    code: str
    """Names its title: `aftermath.appeal.<code>`."""
    facts: tuple[tuple[str, str], ...] = ()
    table: AppealTable | None = None


@dataclass(frozen=True, slots=True)
class AppealHead:
    """What the index says of the file as a whole."""

    certifier: CertifierStatement
    certification: CertificationStatement
    candidate: str
    session_code: str
    minutes: str
    decision: str
    made_on: date


@dataclass(frozen=True, slots=True)
class AppealExtract:
    """What the minutes say of one candidate, with their number and hash to find the whole by."""

    content: MinutesContent
    number: str
    content_hash: str
