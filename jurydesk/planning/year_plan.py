"""The days of a year on which to hold sessions, so that those expected are heard in time.

A whole-number program: `starts[d]` begins a session that may use the days from `d` on, `used[d]`
days are among them, `heard[g, d]` of a group are heard on a day. Those not heard count first, then
those heard after their clock, then the sessions, then their days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING

from jurydesk.planning.progress import StopToken

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Expected:
    """So many persons who may be heard from a day on, and should be by another."""

    count: int
    first: date
    due: date | None = None
    """Last day of their clock; None: no clock runs."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day on which juries sit."""

    day: date
    session: int
    """Number of the session it belongs to, from 0 on."""
    heard: int
    late: int
    """How many of them after their clock."""
    groups: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    """Whom they come from: place of the group among those expected, and how many of it."""


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The days to hold, and who is not heard."""

    days: tuple[PlannedDay, ...]
    unheard: int
    is_proved: bool
    """Whether no other plan is better."""
    left: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    """Who is not heard: place of the group among those expected, and how many of it."""

    @property
    def sessions(self) -> int:
        """Return how many sessions there are."""
        return len({day.session for day in self.days})

    @property
    def late(self) -> int:
        """Return how many are heard after their clock."""
        return sum(day.late for day in self.days)


def plan_year(
    expected: tuple[Expected, ...],
    places: Mapping[date, int],
    *,
    days_per_session: int = 1,
    seconds: float = SECONDS,
    stop: StopToken | None = None,
) -> YearPlan:
    """Return the days to hold; `places` is how many persons each working day can hear.

    Asked to stop, the best plan found so far.
    """
    total = sum(group.count for group in expected)
    open_days = tuple(day for day in sorted(places) if places[day] > 0)
    if not total or not open_days:
        left = tuple((number, group.count) for number, group in enumerate(expected))
        return YearPlan((), total, is_proved=True, left=left)
    asked = stop or StopToken()
    single = _Calendar(expected, places, length=1, stop=asked)
    plan = single.solve(seconds / 2)
    if days_per_session == 1:
        return plan
    # Sessions of a day each are sessions too: the longer ones can only be fewer
    longer = _Calendar(expected, places, length=days_per_session, known=single.found, stop=asked)
    return longer.solve(seconds / 2)


Found = dict[object, int]


class _Calendar:
    """The whole-number program."""

    def __init__(
        self,
        expected: tuple[Expected, ...],
        places: Mapping[date, int],
        *,
        length: int,
        stop: StopToken,
        known: Found | None = None,
    ) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        self._cp = cp_model
        self._stop = stop
        self._model = cp_model.CpModel()
        self._expected = expected
        days = sorted(places)
        self._days = days
        self._starts = {day: self._model.new_bool_var("") for day in days}
        self._used = {day: self._model.new_bool_var("") for day in days}
        self._heard: dict[tuple[int, date], cp_model.IntVar] = {}
        self._unheard: list[cp_model.IntVar] = []
        for at, day in enumerate(days):
            covering = [self._starts[d] for d in days[max(0, at - length + 1) : at + 1]]
            self._model.add(self._used[day] <= sum(covering))
        self._hear(places)
        self._places = places
        self._length = length
        self._known = known
        self.found: Found = {}
        """What the last search found, to begin another one with."""

    def _hear(self, places: Mapping[date, int]) -> None:
        by_day: dict[date, list[cp_model.IntVar]] = defaultdict(list)
        for number, group in enumerate(self._expected):
            own = []
            for day in self._days:
                if day >= group.first and places[day]:
                    heard = self._model.new_int_var(0, min(group.count, places[day]), "")
                    self._heard[number, day] = heard
                    by_day[day].append(heard)
                    own.append(heard)
            unheard = self._model.new_int_var(0, group.count, "")
            self._unheard.append(unheard)
            self._model.add(sum(own) + unheard == group.count)
        for day, heard_then in by_day.items():
            self._model.add(sum(heard_then) <= places[day] * self._used[day])

    def _is_late(self, group: int, day: date) -> bool:
        due = self._expected[group].due
        return due is not None and day > due

    def solve(self, seconds: float) -> YearPlan:
        """Bring each part of the cost down as far as it goes, one after the other."""
        late = [v for (group, day), v in self._heard.items() if self._is_late(group, day)]
        parts = (self._unheard, late, [*self._starts.values()], [*self._used.values()])
        solver, is_proved, in_time = None, True, True
        until = monotonic() + seconds
        for number, part in enumerate(parts):
            self._model.minimize(sum(part))
            found = self._solver(max(1.0, until - monotonic()))
            with self._stop.halting(found.stop_search):
                status = found.solve(self._model)
            is_proved &= status == self._cp.OPTIMAL
            if status not in {self._cp.OPTIMAL, self._cp.FEASIBLE}:
                break
            solver = found
            least = round(found.objective_value)
            self._model.add(sum(part) <= least)
            in_time &= not least
            if number == 1 and in_time:
                self._cover()
            self.found = {key: found.value(one) for key, one in self._named().items()}
            self._hint(self._known if number == 1 and self._known else self.found)
        if solver is None:
            everybody = sum(group.count for group in self._expected)
            left = tuple((number, one.count) for number, one in enumerate(self._expected))
            return YearPlan((), everybody, is_proved=False, left=left)
        return self._read(solver, is_proved=is_proved)

    def _solver(self, seconds: float) -> cp_model.CpSolver:
        solver = self._cp.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        solver.parameters.max_time_in_seconds = seconds
        return solver

    def _named(self) -> dict[object, cp_model.IntVar]:
        named: dict[object, cp_model.IntVar] = {}
        named.update({("start", day): one for day, one in self._starts.items()})
        named.update(dict(self._used.items()))
        named.update(dict(self._heard.items()))
        return named

    def _hint(self, found: Found) -> None:
        self._model.clear_hints()  # type: ignore[no-untyped-call]  # -- third-party untyped
        for key, one in self._named().items():
            self._model.add_hint(one, found[key])

    def _cover(self) -> None:
        """Say how many days each stretch needs at least, now that all are heard in time in it."""
        firsts = sorted({group.first for group in self._expected})
        dues = sorted({group.due for group in self._expected if group.due is not None})
        for first in firsts:
            for due in dues:
                within = [g for g in self._expected if g.first >= first and g.due and g.due <= due]
                count = sum(group.count for group in within)
                if count:
                    self._cover_stretch(first, due, count)

    def _cover_stretch(self, first: date, due: date, count: int) -> None:
        inside = [at for at, day in enumerate(self._days) if first <= day <= due]
        if not inside:
            return
        days = [self._days[at] for at in inside]
        most = max(self._places[day] for day in days)
        self._model.add(sum(self._used[day] for day in days) >= -(-count // most))
        since = max(0, inside[0] - self._length + 1)
        starts = self._days[since : inside[-1] + 1]
        spans = (
            sum(self._places[day] for day in days[at : at + self._length])
            for at in range(len(days))
        )
        self._model.add(sum(self._starts[day] for day in starts) >= -(-count // max(spans)))

    def _read(self, solver: cp_model.CpSolver, *, is_proved: bool) -> YearPlan:
        planned, session = [], -1
        for day in self._days:
            session += solver.value(self._starts[day])
            seen = {g: solver.value(v) for (g, d), v in self._heard.items() if d == day}
            heard = sum(seen.values())
            if heard:
                late = sum(count for group, count in seen.items() if self._is_late(group, day))
                groups = tuple((g, count) for g, count in sorted(seen.items()) if count)
                planned.append(PlannedDay(day, session, heard, late, groups))
        waiting = [solver.value(one) for one in self._unheard]
        left = tuple((number, count) for number, count in enumerate(waiting) if count)
        return YearPlan(tuple(planned), sum(waiting), is_proved=is_proved, left=left)
