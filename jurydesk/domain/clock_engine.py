"""The one engine of the clocks: a start, a term, suspensions, the latest day to act.

How days and months are counted is written down here, and nowhere else:

* **Months run from date to date** (de quantième à quantième): two months from 15 January end on
  15 March. Where the month has no such day they end on its last one: 31 January + 1 month is
  28 February, or the 29th of a leap year. The day of the start itself is not counted.
* **The last day is included**: what is done on the due day is in time; it is late the day after.
* **« Avant la fin du troisième mois qui suit »** (R6412-5) and **« à l'issue du sixième mois qui
  suit »** (R6412-4) do not say whether the month of the calendar or date + 3 (+ 6) months is
  meant. Date to date is never later than the end of that month: the safe reading is taken.
* **Days are days of the calendar**: fifteen days after 1 March are 16 March; fifteen days before
  16 March (D3142-32, « jours calendaires ») are 1 March. A due day that falls on a week-end or a
  holiday stays the due day: no text carries these terms over to the next working day, so the
  hint of the window leads to the last working day *before*.
* **A suspension prolongs the clock by the days it lasted** (idea of CRPA L114-5: the term is
  suspended while papers are missing): from its first day, included, to the day on which the
  clock runs again, not included. Overlapping suspensions count once, what lies before the start
  or after the end does not count, and while one is open there is no end at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import Suspension


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: months, then days; below zero it is counted back from a fixed day."""

    months: int = 0
    days: int = 0

    def end(self, start: date) -> date:
        """Return the last day of a term that nothing suspends."""
        return add_months(start, self.months) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Run:
    """How a term ran: when from, until when, and for how many days it stood still."""

    starts: date
    due: date | None
    """Last day on which the act is in time, itself included; None while it stands still."""
    suspended: int = 0


def run(
    term: Term, start: date, *, suspensions: Iterable[Suspension] = (), today: date | None = None
) -> Run:
    """Run a term from its start; a suspension that `today` has not reached yet is no one's."""
    due, lost = term.end(start), 0
    for since, until in _merged(suspensions, start, today):
        if since > due:
            break
        if until is None:
            return Run(start, None, lost)
        days = (until - since).days
        due, lost = due + timedelta(days=days), lost + days
    return Run(start, due, lost)


def _merged(
    suspensions: Iterable[Suspension], start: date, today: date | None
) -> list[tuple[date, date | None]]:
    """Return the times in which the clock stood still since its start, none counted twice."""
    merged: list[tuple[date, date | None]] = []
    for one in sorted(suspensions, key=lambda suspension: suspension.since):
        since, until = max(one.since, start), one.until
        if (until is not None and until <= since) or (today is not None and since > today):
            continue
        if merged and _reaches(merged[-1][1], since):
            since, until = merged[-1][0], _later(merged.pop()[1], until)
        merged.append((since, until))
    return merged


def _reaches(until: date | None, since: date) -> bool:
    return until is None or until >= since


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
