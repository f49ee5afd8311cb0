"""Week-ends and public holidays of France, from the library: a hint beside a due day, never a rule.

A zone is a subdivision as the library names it: `57` (Moselle) and `6AE` (Alsace) have two days
more, the overseas departments and collectivities their own day of the abolition of slavery.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY = 5
ONE_DAY = timedelta(days=1)


def zones() -> tuple[str, ...]:
    """Return the subdivisions that have holidays of their own."""
    from holidays.countries.france import France  # noqa: PLC0415 -- slow import

    return tuple(sorted(France.subdivisions))


def is_working_day(day: date, *, zone: str = "") -> bool:
    """Tell whether offices work on that day: from Monday to Friday, and no public holiday."""
    return day.weekday() < SATURDAY and day not in _holidays(zone)


def last_working_day(on_or_before: date, *, zone: str = "") -> date:
    """Return that day, or the last one before it on which offices work."""
    day = on_or_before
    while not is_working_day(day, zone=zone):
        day -= ONE_DAY
    return day


@cache
def _holidays(zone: str) -> HolidayBase:
    from holidays.countries.france import France  # noqa: PLC0415 -- slow import

    # The years are filled in as they are asked for
    return France(subdiv=zone or None)  # type: ignore[no-untyped-call]  # -- third-party untyped
