"""When a person is away: ranges of days, whole or by half-day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HalfDay(StrEnum):
    """Morning or afternoon, as the timetable cuts a day."""

    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True, order=True)
class Absence:
    """A range of days on which a person cannot sit, both ends included."""

    start: date
    end: date
    half_day: HalfDay | None = None
    """None: the whole day."""
    reason: str = ""

    def covers(self, day: date, half_day: HalfDay) -> bool:
        """Tell whether the person is away on that half-day."""
        return self.start <= day <= self.end and self.half_day in {None, half_day}


def is_away(absences: Iterable[Absence], day: date, half_day: HalfDay) -> bool:
    """Tell whether any of the absences covers that half-day."""
    return any(absence.covers(day, half_day) for absence in absences)
