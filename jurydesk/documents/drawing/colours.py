"""The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 2, made from its figures."""

from __future__ import annotations

import struct
from functools import cache

# Adapted to D50 (Bradford), as the profile connection space wants them
WHITE = (0.9642, 1.0, 0.8249)
PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
STEPS = 1024
NAME = b"sRGB IEC61966-2.1"
HEADER = 128
DARKEST = 0.04045
"""Up to here the curve is a line."""


@cache
def srgb_profile() -> bytes:
    """Return the profile, always the same bytes."""
    tags = {
        b"desc": _description(),
        b"cprt": _text(b"No copyright, use freely"),
        b"wtpt": _xyz(WHITE),
        **{name: _xyz(value) for name, value in PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve()),
    }
    directory, body = struct.pack(">I", len(tags)), b""
    start = HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, value in tags.items():
        if value not in places:
            places[value] = start + len(body)
            body += value + b"\0" * (-len(value) % 4)
        directory += struct.pack(">4sII", name, places[value], len(value))
    return _header(start + len(body)) + directory + body


def _header(size: int) -> bytes:
    dated = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", size, b"\0" * 4, 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    white = struct.pack(">3i", *map(_fixed, WHITE))
    return (head + dated + b"acsp" + b"\0" * 28 + white).ljust(HEADER, b"\0")


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return struct.pack(">4sI3i", b"XYZ ", 0, *map(_fixed, value))


def _text(text: bytes) -> bytes:
    return b"text\0\0\0\0" + text + b"\0"


def _description() -> bytes:
    head = struct.pack(">4sII", b"desc", 0, len(NAME) + 1)
    return head + NAME + b"\0" + b"\0" * (4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    levels = (round(65535 * _linear(step / (STEPS - 1))) for step in range(STEPS))
    return struct.pack(f">4sII{STEPS}H", b"curv", 0, STEPS, *levels)


def _linear(level: float) -> float:
    """Return the light of a level: IEC 61966-2-1, 5.2."""
    return level / 12.92 if level <= DARKEST else ((level + 0.055) / 1.055) ** 2.4
