"""Points of minutes that can be named one by one, and how amended minutes differ in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Of what the minutes state something."""

    SESSION = "SESSION"
    JURY = "JURY"
    MEMBER = "MEMBER"
    CANDIDATE = "CANDIDATE"
    BLOCK = "BLOCK"
    TOTALS = "TOTALS"


@dataclass(frozen=True, slots=True)
class Point:
    """One value that the minutes state, named so that it can be corrected."""

    part: Part
    field: str
    jury: int = 0
    """Number of the jury; 0: it is the same before every jury."""
    subject: int = 0
    """Number of the candidacy, or of the examiner."""
    block: str = ""
    """Code of the block."""


@dataclass(frozen=True, slots=True)
class Rectification:
    """What one point should say, written as its field writes it; empty: nothing."""

    point: Point
    value: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """One point in which an amendment differs from the minutes that it amends."""

    point: Point
    name: str
    """Whom it concerns, as the amendment names them; empty for the session itself."""
    before: str
    """As its field writes it: a code, an ISO date, hours and minutes, or words."""
    after: str
