"""Months as the law counts them: from a date to the same date, or to the end of the month.

Which reading of which article rests on this is written down in `clock_engine`.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Return the day as many months later; the last day of a month that is too short.

    31 January + 1 month is 28 February (29 in a leap year), 29 February + 12 months is the 28th:
    the day is that of the start and not of the step before, so months added one by one may fall
    on an earlier day than the same months added at once.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
