"""How a legal time runs: a start, a length, the times in which it stands still, the last day.

Readings chosen where the texts leave a choice:

- *Months* run from a date to the same date (« de quantième à quantième »), and to the last day of
  a month that is too short: a file complete on 31 December is answered by 28 or 29 February.
- *The last day is in time*: the act may still be done on it; the effect comes the day after.
- *« Avant la fin du troisième mois qui suit »* (R6412-5) and *« à l'issue du sixième mois »*
  (R6412-4) are read from date to date too, which is never later than the end of the month.
- *While something is missing* the clock stands still and is prolonged by as many days as it stood,
  the first day on which it runs again not counted (in the spirit of CRPA L114-5).
- No text moves these last days to the next working day: a week-end only calls for a hint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import Suspension


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time, in months or in days; backwards: before a day that is fixed."""

    months: int = 0
    days: int = 0
    backwards: bool = False

    def counted_from(self, day: date) -> date:
        """Return the last day, without any suspension."""
        if self.backwards:
            return add_months(day, -self.months) - timedelta(days=self.days)
        return add_months(day, self.months) + timedelta(days=self.days)


def last_day(term: Term, start: date, suspensions: Iterable[Suspension] = ()) -> date | None:
    """Return the last day in time; None while the clock stands still.

    A suspension counts from the day on which the clock runs, and only if it has not ended yet.
    """
    due = term.counted_from(start)
    for since, until in _merged(suspensions):
        if until is not None and until <= start:
            continue
        if since > due:
            break
        if until is None:
            return None
        due += until - max(since, start)
    return due


def stands_still(suspensions: Iterable[Suspension], on: date) -> bool:
    """Tell whether the clock is suspended on that day."""
    return any(s.since <= on and (s.until is None or on < s.until) for s in suspensions)


def _merged(suspensions: Iterable[Suspension]) -> list[tuple[date, date | None]]:
    """Return the times in order, those that touch or overlap as one: no day counts twice."""
    merged: list[tuple[date, date | None]] = []
    for one in sorted(suspensions, key=lambda s: (s.since, s.until or date.max)):
        if one.until is not None and one.until <= one.since:
            continue
        last = merged[-1] if merged else None
        if last is None or (last[1] is not None and last[1] < one.since):
            merged.append((one.since, one.until))
        elif last[1] is not None:
            until = None if one.until is None else max(last[1], one.until)
            merged[-1] = (last[0], until)
    return merged
