"""How many juries a pool can hold over many half-days, if each person sits so often at the most.

Half-days on which the same persons may sit are one block of `m` half-days. With one jury at a time,
`n ≤ m` juries of a block and `y[person, post]` of their seats are enough: `Σ y = c(post)·n`, nobody
sits more than `n` times, `n` women and `n` men at least. Such a total can always be dealt to `n`
half-days with a whole jury each: the constraints of one half-day are those of a flow, and what is
an integer point of `n` times a flow polytope is a sum of `n` integer points of it (Baum and
Trotter). With several rooms each half-day is a block of its own, and nothing is added up. Juries in
which nobody's sex is stated are counted apart, for they need neither a woman nor a man.

The linear relaxation bounds the number; where its best corner is whole, as it mostly is, it is the
answer. Where it is not, a search over whole numbers follows, and says how far it could prove it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.foresight import Crowd, Person

if TYPE_CHECKING:
    from ortools.linear_solver.python import model_builder

    from jurydesk.planning.problem import Half, Panel

SECONDS = 20.0
"""For a search over whole numbers, where the relaxation does not decide."""
FREED_FIRST, FREED_MORE = 8, 4
"""Blocks set free around those that the relaxation breaks, and how much faster each time."""
_ALMOST = 1e-5
"""What a solver leaves of a whole number."""


@dataclass(frozen=True)
class Pool:
    """Who may sit when, and how often."""

    panel: Panel
    halves: Mapping[Half, tuple[Person, ...]]
    rooms: int = 1
    """How many juries may sit on one half-day."""
    limit: int | None = None
    """How many juries a person may sit in per calendar year; None: no limit."""
    sat: Mapping[tuple[int, int], int] | None = None
    """How many of them are taken already, by person and year."""

    def left(self, person: int, year: int) -> int | None:
        """Return how many juries a person has left in a year; None: any number."""
        if self.limit is None:
            return None
        return max(0, self.limit - (self.sat or {}).get((person, year), 0))

    def without(self, person: int) -> Pool:
        """Return the pool when one person has left."""
        halves = {h: tuple(p for p in ps if p.id != person) for h, ps in self.halves.items()}
        return replace(self, halves=halves)

    def joined_by(self, *people: Person) -> Pool:
        """Return the pool with more persons, who may always sit."""
        return replace(self, halves={h: (*ps, *people) for h, ps in self.halves.items()})


@dataclass(frozen=True)
class Held:
    """The most juries that a pool can hold."""

    juries: int
    bound: int
    """No way of seating them holds more; equal to `juries`: proved."""
    sittings: Mapping[int, int]
    """In how many of these juries each person sits."""


def most_juries(pool: Pool, *, seconds: float = SECONDS) -> Held:
    """Return the most juries that the pool can hold together."""
    if not pool.panel.seats or not pool.halves:
        return Held(0, 0, {})
    return _Program(pool).solve(seconds)


@dataclass(frozen=True)
class _Block:
    """Half-days of one year on which the same persons may sit."""

    persons: tuple[Person, ...]
    year: int
    count: int


class _Program:
    """The linear program of a pool."""

    def __init__(self, pool: Pool) -> None:
        from ortools.linear_solver.python import model_builder  # noqa: PLC0415 -- slow import

        self._pool = pool
        self._model = model_builder.Model()
        self._solver = model_builder.Solver
        self._sits: dict[int, list[model_builder.Variable]] = defaultdict(list)
        self._years: dict[tuple[int, int], list[model_builder.Variable]] = defaultdict(list)
        self._juries: list[model_builder.Variable] = []
        self._blocks: list[list[model_builder.Variable]] = []
        self._most: dict[int, int] = {}
        for block in _blocks(pool):
            self._add(block)
        self._limit_years()
        self._model.maximize(sum(self._juries))

    def solve(self, seconds: float) -> Held:
        relaxed = self._solver("glop")
        relaxed.solve(self._model)
        bound = math.floor(relaxed.objective_value + _ALMOST)
        broken = [not self._is_whole(relaxed, variables) for variables in self._blocks]
        if not any(broken):
            return self._held(relaxed, bound)
        return self._mended(relaxed, broken, bound, seconds=seconds)

    def _mended(
        self, relaxed: model_builder.Solver, broken: list[bool], bound: int, *, seconds: float
    ) -> Held:
        """Seat the broken blocks anew in whole numbers, with ever more of the others set free."""
        told = [[relaxed.value(v) for v in variables] for variables in self._blocks]
        for variables in self._blocks:
            for variable in variables:
                variable.is_integral = True
        best = Held(0, bound, {})
        freed = FREED_FIRST
        while True:
            whole = [at for at, is_broken in enumerate(broken) if not is_broken]
            for rank, at in enumerate(whole):
                self._fix(at, told[at], is_fixed=rank >= freed)
            solver = self._solver("scip")
            solver.set_time_limit_in_seconds(seconds)
            solver.solve(self._model)
            proved = bound
            if freed >= len(whole):
                proved = min(bound, math.floor(solver.best_objective_bound + _ALMOST))
            found = self._held(solver, proved)
            best = max(found, replace(best, bound=proved), key=lambda held: held.juries)
            if best.juries >= bound or freed >= len(whole):
                return best
            freed *= FREED_MORE

    def _fix(self, at: int, values: Sequence[float], *, is_fixed: bool) -> None:
        for variable, value in zip(self._blocks[at], values, strict=True):
            variable.lower_bound = round(value) if is_fixed else 0
            variable.upper_bound = round(value) if is_fixed else self._most[variable.index]

    @staticmethod
    def _is_whole(solver: model_builder.Solver, variables: list[model_builder.Variable]) -> bool:
        values = map(solver.value, variables)
        return all(abs(value - round(value)) < _ALMOST for value in values)

    def _held(self, solver: model_builder.Solver, bound: int) -> Held:
        juries = sum(round(solver.value(variable)) for variable in self._juries)
        sittings = {
            who: sum(round(solver.value(variable)) for variable in sits)
            for who, sits in self._sits.items()
        }
        return Held(juries, bound, sittings)

    def _add(self, block: _Block) -> None:
        panel = self._pool.panel
        unstated = tuple(p for p in block.persons if p.sex is Sex.NOT_STATED)
        kinds = [(block.persons, panel.balanced)]
        if panel.balanced and Crowd(panel, unstated).capacity.with_reason:
            kinds.append((unstated, False))
        places = block.count * self._pool.rooms
        self._blocks.append([])
        juries = []
        seats: dict[int, list[model_builder.Variable]] = defaultdict(list)
        for persons, balanced in kinds:
            number = self._variable(places)
            juries.append(number)
            for who, own in self._seat(block, persons, number, balanced=balanced).items():
                seats[who] += own
        if len(juries) > 1:
            self._model.add(sum(juries) <= places)
        self._juries += juries
        for who, own in seats.items():
            self._sits[who] += own
            self._years[who, block.year] += own
            if self._pool.rooms > 1 and len(own) > 1:
                self._model.add(sum(own) <= 1)

    def _seat(
        self,
        block: _Block,
        persons: tuple[Person, ...],
        number: model_builder.Variable,
        *,
        balanced: bool,
    ) -> Mapping[int, list[model_builder.Variable]]:
        """Seat these persons in so many juries of one kind; return where each of them may sit."""
        posts = self._pool.panel.posts
        filled: list[list[model_builder.Variable]] = [[] for _ in posts]
        sexes: dict[Sex, list[model_builder.Variable]] = defaultdict(list)
        seats: dict[int, list[model_builder.Variable]] = {}
        for person in persons:
            own = []
            for post in _posts_of(person, len(posts)):
                sits = self._variable(block.count)
                filled[post].append(sits)
                own.append(sits)
            seats[person.id] = own
            sexes[person.sex] += own
            if self._pool.rooms == 1:
                self._model.add(sum(own) <= number)
        for kind, sitting in zip(posts, filled, strict=True):
            self._model.add(sum(sitting) == kind.count * number)
        if balanced:
            for sex in (Sex.FEMALE, Sex.MALE):
                self._model.add(sum(sexes[sex]) >= number)
        return seats

    def _variable(self, most: int) -> model_builder.Variable:
        variable = self._model.new_num_var(0, most, "")
        self._blocks[-1].append(variable)
        self._most[variable.index] = most
        return variable

    def _limit_years(self) -> None:
        for (who, year), sits in self._years.items():
            left = self._pool.left(who, year)
            if left is not None:
                self._model.add(sum(sits) <= left)


def _blocks(pool: Pool) -> Iterator[_Block]:
    if pool.rooms > 1:
        for half, persons in pool.halves.items():
            yield _Block(persons, half[0].year, 1)
        return
    alike = Counter((half[0].year, persons) for half, persons in pool.halves.items())
    for (year, persons), count in alike.items():
        yield _Block(persons, year, count)


def _posts_of(person: Person, count: int) -> Iterator[int]:
    return (post for post in range(count) if person.posts >> post & 1)
