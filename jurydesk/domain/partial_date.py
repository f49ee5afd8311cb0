"""A birth date of which civil status knows the year alone, or the month and the year.

Source: the schema of the CPF declaration (version 1.1.2) wants the year; month and day may be nil.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""As the schema has them."""
MONTHS = 12
_ISO = re.compile(r"(\d{4})-(\d{2})")
_FIGURES = re.compile(r"(?:(?:0{1,2}[\s./-])?(\d{1,2})[\s./-])?(\d{4})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, and its month where that is known."""

    year: int
    month: int | None = None

    @property
    def text(self) -> str:
        """Write it as civil status is read: `1985`, `03/1985`."""
        return f"{self.year:04d}" if self.month is None else f"{self.month:02d}/{self.year:04d}"

    @property
    def iso(self) -> str:
        """Return it with the precision that it has: `1985`, `1985-03`."""
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"

    @property
    def in_full(self) -> str:
        """Write what is not known as noughts, so that nothing seems forgotten: `00/03/1985`."""
        return f"00/{self.month or 0:02d}/{self.year:04d}"

    @property
    def earliest(self) -> date:
        """Return the first day that it may be."""
        return date(self.year, self.month or 1, 1)

    @property
    def latest(self) -> date:
        """Return the last day that it may be."""
        month = self.month or MONTHS
        return date(self.year, month, monthrange(self.year, month)[1])

    def agrees(self, other: date | PartialDate) -> bool:
        """Tell whether both may be the same day."""
        if self.year != other.year:
            return False
        return None in {self.month, other.month} or self.month == other.month


def read_partial(text: str) -> PartialDate | None:
    """Read 1985, 03/1985, 00/03/1985, 00/00/1985 or 1985-03; None: it is no partial date."""
    squeezed = text.strip()
    if found := _ISO.fullmatch(squeezed):
        return _made(int(found[1]), int(found[2]))
    if found := _FIGURES.fullmatch(squeezed):
        return _made(int(found[2]), int(found[1] or 0))
    return None


def _made(year: int, month: int) -> PartialDate | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 0 <= month <= MONTHS):
        return None
    return PartialDate(year, month or None)
