"""Free notes on a person, each with its author and its hour."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """One note; it may speak of one candidacy."""

    candidate_id: int
    text: str
    written_at: datetime
    author: str
    candidacy_id: int | None = None
    id: int = 0
    version: int = field(default=0, compare=False)
