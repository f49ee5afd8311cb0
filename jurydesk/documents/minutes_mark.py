"""How a file of minutes names itself: number and fingerprint, in its keywords and in its code."""

from __future__ import annotations

import re
from dataclasses import dataclass

DATA_NAME = "proces-verbal.json"
"""Of the file that minutes carry."""
_MARK = re.compile(r"urn:jurydesk:minutes:([A-Za-z0-9.-]+):sha256:([0-9a-f]{64})")
_SHOWN = 16
_GROUP = 4


@dataclass(frozen=True, slots=True)
class MinutesMark:
    """Which minutes a file says that it holds."""

    number: str
    fingerprint: str
    """SHA-256 of the data in canonical JSON, hexadecimal."""

    @property
    def text(self) -> str:
        """Return it as the file writes it."""
        return f"urn:jurydesk:minutes:{self.number}:sha256:{self.fingerprint}"

    @property
    def short(self) -> str:
        """Return the beginning of the fingerprint in groups, to be compared by eye."""
        shown = self.fingerprint[:_SHOWN]
        return " ".join(shown[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))


def mark_in(text: str) -> MinutesMark | None:
    """Return the mark that a text holds; None: it holds none."""
    found = _MARK.search(text)
    return MinutesMark(found[1], found[2]) if found else None
