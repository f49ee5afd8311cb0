"""Two persons who look like one and are not: somebody said so, and they are not proposed again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Distinction:
    """Two candidates who are not the same person; the lower number is the first."""

    first_id: int
    second_id: int
    settled_by: str
    settled_at: datetime
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def pair(self) -> tuple[int, int]:
        """Return the two numbers, the lower one first."""
        return self.first_id, self.second_id

    def other(self, candidate_id: int) -> int:
        """Return who is told apart from that person."""
        return self.second_id if candidate_id == self.first_id else self.first_id
