"""The time as the services are told it: the machine's, or one that is set."""

from __future__ import annotations

from datetime import date, datetime, time


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the local time without a zone, to the second."""
        return datetime.now().replace(microsecond=0)  # noqa: DTZ005 -- local time

    def today(self) -> date:
        """Return the local day."""
        return self.now().date()


class SetClock:
    """A clock that stands at a moment until it is moved: for demonstrations and tests."""

    def __init__(self, moment: datetime) -> None:
        """Stand at `moment`."""
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self._moment

    def today(self) -> date:
        """Return the day it stands at."""
        return self._moment.date()

    def move_to(self, moment: datetime) -> None:
        """Stand at another moment."""
        self._moment = moment


def clock_on(day: date) -> SetClock:
    """Return a clock that stands at noon of one day."""
    return SetClock(datetime.combine(day, time(12)))
