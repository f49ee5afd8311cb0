"""What a statement of blocks shows: each block that a person has of one certification, and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AcquiredBlock:
    """One block that counts, with what proves it."""

    code: str
    title: str
    acquired_on: date | None
    session: str = ""
    minutes: str = ""
    evidence: str = ""
    """What proves one brought from outside."""
    stands_for: str = ""
    """Code of the block of an older sheet that it was acquired under, by a settled equivalence."""
