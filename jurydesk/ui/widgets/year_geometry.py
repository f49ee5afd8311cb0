"""Where the half-days of many months lie: a row per month, a column per day, morning above."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF

from jurydesk.domain.availability import HalfDay
from jurydesk.ui.theme.scale import Space

Half = tuple[date, HalfDay]
DAYS = 31
HALVES = tuple(HalfDay)
LEAST_CELL = 19
LEAST_LINE = 17


def first_of_next(day: date) -> date:
    """Return the first day of the month after."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


@dataclass(frozen=True)
class YearGeometry:
    """The places of one size of the grid."""

    start: date
    end: date
    width: float
    height: float
    names: float
    """Width of the names of the months."""
    head: float
    """Height of the numbers of the days."""

    @property
    def months(self) -> tuple[date, ...]:
        """Return the first day of each month shown."""
        first, found = self.start.replace(day=1), []
        while first <= self.end:
            found.append(first)
            first = first_of_next(first)
        return tuple(found)

    @property
    def cell_width(self) -> float:
        """Return the width of a day."""
        return (self.width - self.names) / DAYS

    @property
    def row_height(self) -> float:
        """Return the height of a month, both halves and the gap under them."""
        return (self.height - self.head) / max(1, len(self.months))

    def row(self, number: int) -> QRectF:
        """Return the band of one month."""
        top = self.head + number * self.row_height
        return QRectF(0, top, self.width, self.row_height)

    def column(self, day: int) -> QRectF:
        """Return where the number of a day of the month stands."""
        return QRectF(self.names + (day - 1) * self.cell_width, 0, self.cell_width, self.head)

    def cell(self, half: Half) -> QRectF:
        """Return the place of one half-day."""
        day, half_day = half
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        band = self.row(months)
        line = (band.height() - Space.XS) / len(HALVES)
        left = self.names + (day.day - 1) * self.cell_width
        top = band.top() + HALVES.index(half_day) * line
        return QRectF(left + 1, top + 0.5, self.cell_width - 2, line - 1)

    def at(self, place: QPointF) -> Half | None:
        """Return the half-day under a point; None beside them."""
        number = int((place.y() - self.head) // self.row_height)
        column = int((place.x() - self.names) // self.cell_width)
        months = self.months
        if place.y() < self.head or not (0 <= number < len(months) and 0 <= column < DAYS):
            return None
        first = months[number]
        if column >= monthrange(first.year, first.month)[1]:
            return None
        below = place.y() - self.head - number * self.row_height
        lower = below >= (self.row_height - Space.XS) / len(HALVES)
        half = first + timedelta(days=column), HALVES[lower]
        return half if self.start <= half[0] <= self.end else None

    def halves(self) -> Iterator[Half]:
        """Yield every half-day, in order."""
        for number in range((self.end - self.start).days + 1):
            for half_day in HALVES:
                yield self.start + timedelta(days=number), half_day


def stepped(half: Half, *, days: int = 0, lines: int = 0) -> Half:
    """Return the half-day so many days on and so many lines down, a month being two lines."""
    day, half_day = half
    line = HALVES.index(half_day) + lines
    months, place = divmod(line, len(HALVES))
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(day.day, last))
    return moved + timedelta(days=days), HALVES[place]
