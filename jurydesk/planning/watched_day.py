"""A day that knows for which other days the same question would have the same answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, timedelta
from typing import NoReturn, Self, TypeVar, overload

from typing_extensions import override

Answer = TypeVar("Answer")


class WatchedDay(date):
    """A day that notes what it is compared with.

    Rules look at the day of a jury by comparing it with days that are written down. Between two of
    those every comparison comes out the same, and so does the rule: a thousand people on sixty
    days are a few questions each, not sixty. Whatever else is asked of it narrows the answer to
    its year, or to itself. Only a table keyed by days does not see it: its days are asked alone.
    """

    low: int
    high: int
    """The first and the last day of which nothing else was learnt, as ordinals."""

    @classmethod
    def of(cls, day: date) -> Self:
        """Return a day that nobody has looked at yet."""
        watched = cls(day.year, day.month, day.day)
        watched.forget()
        return watched

    def forget(self) -> None:
        """Begin anew, for another question."""
        self.low, self.high = date.min.toordinal(), date.max.toordinal()

    def speaks_for(self, day: date) -> bool:
        """Tell whether everything asked so far has the same answer on that day."""
        return self.low <= day.toordinal() <= self.high

    def _compared(self, other: object) -> None:
        if isinstance(other, date):
            mine, theirs = date.toordinal(self), date.toordinal(other)
            if theirs <= mine:
                self.low = max(self.low, theirs + (theirs < mine))
            if theirs >= mine:
                self.high = min(self.high, theirs - (theirs > mine))

    def _alone(self) -> None:
        self.low = self.high = date.toordinal(self)

    __hash__ = date.__hash__

    @override
    def __eq__(self, other: object) -> bool:
        self._compared(other)
        return super().__eq__(other)

    @override
    def __ne__(self, other: object) -> bool:
        self._compared(other)
        return super().__ne__(other)

    @override
    def __lt__(self, other: date, /) -> bool:
        self._compared(other)
        return super().__lt__(other)

    @override
    def __le__(self, other: date, /) -> bool:
        self._compared(other)
        return super().__le__(other)

    @override
    def __gt__(self, other: date, /) -> bool:
        self._compared(other)
        return super().__gt__(other)

    @override
    def __ge__(self, other: date, /) -> bool:
        self._compared(other)
        return super().__ge__(other)

    @property
    @override
    def year(self) -> int:
        year = super().year
        self.low = max(self.low, date(year, 1, 1).toordinal())
        self.high = min(self.high, date(year, 12, 31).toordinal())
        return year

    @property
    @override
    def month(self) -> int:
        self._alone()
        return super().month

    @property
    @override
    def day(self) -> int:
        self._alone()
        return super().day

    @override
    def weekday(self) -> int:
        self._alone()
        return super().weekday()

    @override
    def isoweekday(self) -> int:
        self._alone()
        return super().isoweekday()

    @override
    def toordinal(self) -> int:
        self._alone()
        return super().toordinal()

    @override
    def __add__(self, value: timedelta, /) -> Self:
        self._alone()
        return self.of(self._plain + value)

    __radd__ = __add__

    @overload
    def __sub__(self, value: datetime, /) -> NoReturn: ...
    @overload
    def __sub__(self, value: Self, /) -> timedelta: ...
    @overload
    def __sub__(self, value: timedelta, /) -> Self: ...
    @override
    def __sub__(self, value: date | timedelta, /) -> timedelta | Self:
        self._alone()
        if isinstance(value, timedelta):
            return self.of(self._plain - value)
        return self._plain - value

    def __rsub__(self, value: date, /) -> timedelta:
        self._alone()
        return value - self._plain

    @property
    def _plain(self) -> date:
        return date.fromordinal(date.toordinal(self))


class WatchedDays:
    """The days of a session, of which a question is asked as seldom as its answer changes."""

    def __init__(self, days: Iterable[date], *, known: Collection[date] = ()) -> None:
        """Watch these days; `known` to a table are those of which it may say what it likes."""
        self._days = {day: WatchedDay.of(day) for day in sorted(days)}
        self._known = frozenset(known)

    def ask(self, question: Callable[[date], Answer]) -> dict[date, Answer]:
        """Return the answer for each day."""
        answers: dict[date, Answer] = {}
        asked: tuple[WatchedDay, Answer] | None = None
        for day, watched in self._days.items():
            if day in self._known:
                answers[day] = question(day)
                continue
            if asked is None or not asked[0].speaks_for(day):
                watched.forget()
                asked = watched, question(watched)
            answers[day] = asked[1]
        return answers
