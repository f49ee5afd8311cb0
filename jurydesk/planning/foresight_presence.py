"""Who may take which seat on each half-day of a long range, asked of the domain's rules.

What the rules say of a person changes only on days that the person's file, or their seats in other
sessions, name: between two such days each kind of half-day is asked about once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

from jurydesk.domain.findings import blocking
from jurydesk.domain.people import Examiner
from jurydesk.domain.session import Jury
from jurydesk.domain.session_rules import SessionFacts, check_juror
from jurydesk.planning.foresight import Person, Posts
from jurydesk.planning.problem import Half, Panel

ONE_DAY = timedelta(days=1)
_WHATEVER_THE_DAY = frozenset({"JURY-02", "JURY-07", "JURY-10", "JURY-21"})
"""What no other half-day would cure in a person: not asked again."""


class Presence:
    """Tells, for any half-day, who of the pool may sit in a jury of one panel, and where."""

    def __init__(self, facts: SessionFacts, panel: Panel) -> None:
        """Take the facts of a session without juries; those of others are `elsewhere`."""
        self._facts = facts
        self._panel = panel
        self._pool = sorted(facts.examiners.items())
        self._turns = _turning_days(facts)
        self._never: set[tuple[int, int]] = set()
        self._known: dict[tuple[int, int, str, int], Posts] = {}
        self._weekly = {
            number
            for number, examiner in self._pool
            if any(entry.weekday is not None for entry in examiner.absences)
        }

    def persons(self, half: Half) -> tuple[Person, ...]:
        """Return whoever may take a seat, in the order of their numbers."""
        found = ((n, e, self._posts(n, e, half)) for n, e in self._pool)
        return tuple(Person(n, e.sex, posts) for n, e, posts in found if posts)

    def by_half(self, halves: Iterable[Half]) -> Mapping[Half, tuple[Person, ...]]:
        """Return the same for many half-days."""
        return {half: self.persons(half) for half in halves}

    def _posts(self, number: int, examiner: Examiner, half: Half) -> Posts:
        # « Pas le lundi » holds on one day of each week, whatever dates are named
        weekday = half[0].weekday() if number in self._weekly else -1
        key = number, bisect_right(self._turns[number], half[0]), half[1], weekday
        if key not in self._known:
            self._known[key] = self._ask(examiner, half)
        return self._known[key]

    def _ask(self, examiner: Examiner, half: Half) -> Posts:
        jury = Jury(0, *half, room="", certification=self._panel.certification)
        open_posts = 0
        for number, post in enumerate(self._panel.posts):
            if (examiner.id, number) in self._never:
                continue
            found = check_juror(self._facts, jury, seat=post.seat, examiner=examiner)
            codes = {finding.code for finding in blocking(found)}
            if not codes:
                open_posts |= 1 << number
            elif codes & _WHATEVER_THE_DAY:
                self._never.add((examiner.id, number))
        return open_posts


def _turning_days(facts: SessionFacts) -> Mapping[int, tuple[date, ...]]:
    named = {number: set(dates_in(examiner)) for number, examiner in facts.examiners.items()}
    for number, day, _ in facts.elsewhere:
        named.setdefault(number, set()).add(day)
    # A range ends with its last day, so that the day after may differ as well
    return {who: tuple(sorted({*days, *map(_next, days)})) for who, days in named.items()}


def _next(day: date) -> date:
    return day + ONE_DAY if day < date.max else day


def dates_in(value: object) -> Iterator[date]:
    """Yield every day that an entity names, at any depth: whatever it may mean there."""
    if isinstance(value, date):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from dates_in(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from dates_in(item)
