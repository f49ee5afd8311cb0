"""The seal of a file: a digest of all its bytes, kept in the second half of its identifier.

It shows that a file changed by accident, or was changed by somebody who did not know of it. Who
knows how it is made can make it anew: only a signature proves more.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum

_IDENTIFIER = re.compile(rb"/ID \[<([0-9a-f]{32})><([0-9a-f]{32})>\]")
_LENGTH = 32
_END = re.compile(rb"%%EOF\r?\n?")
_UNSEALED = b"0" * _LENGTH


class SealState(StrEnum):
    """What the seal says of a file."""

    WHOLE = "WHOLE"
    BROKEN = "BROKEN"
    NONE = "NONE"


def sealed(pdf: bytes) -> bytes:
    """Return a file with its seal in it.

    Raises:
        ValueError: the file has no identifier of the usual length.
    """
    places = list(_IDENTIFIER.finditer(pdf))
    if len(places) != 1:
        raise ValueError(f"{len(places)} identifiers in a file that is to be sealed")
    start = places[0].start(2)
    return pdf[:start] + _digest(pdf, start) + pdf[start + _LENGTH :]


def seal_state(pdf: bytes) -> tuple[SealState, int]:
    """Return what the seal says, and how many bytes it covers; what comes after was added."""
    found = [place.start(2) for place in _IDENTIFIER.finditer(pdf)]
    if not found:
        return SealState.NONE, 0
    start = found[0]
    for end in (place.end() for place in _END.finditer(pdf, start)):
        issued = pdf[:end]
        if _digest(issued, start) == issued[start : start + _LENGTH]:
            return SealState.WHOLE, end
    return SealState.BROKEN, len(pdf)


def _digest(pdf: bytes, start: int) -> bytes:
    clean = pdf[:start] + _UNSEALED + pdf[start + _LENGTH :]
    return hashlib.sha256(clean).hexdigest()[:_LENGTH].encode()
