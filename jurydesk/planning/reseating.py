"""Members change places with one another, or with somebody free, so that a later part costs less.

What rotates (who presides, who meets whom, who is left to stand in) seldom needs another timetable:
the same hearings, with members exchanged between juries that ask for the same seat, are often the
best there is. Such exchanges are tried one by one, nothing that counts for more may get dearer, and
no plan is looked at twice. The solver proves the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from jurydesk.domain.people import Sex
from jurydesk.planning.aims import Aims
from jurydesk.planning.objective import Sitting, price
from jurydesk.planning.pairs import meeting_again
from jurydesk.planning.presiding import presidents, voters_of
from jurydesk.planning.problem import Half, Problem
from jurydesk.planning.seating import may_hear
from jurydesk.planning.substitutes import unprovided

MOST_STEPS = 60
"""How many exchanges are made before it is left to the solver."""
MOST_SEATS = 6
"""How many seats are considered in one step."""
MOST_LOOKS = 20
"""How many exchanges are compared in one step, if any of them is allowed."""

Plan = tuple[Sitting, ...]
Who = frozenset[tuple[int, str, tuple[tuple[int, int], ...]]]
"""Who sits where, for a plan to be known again."""
Seat = tuple[int, int, int]
"""Number of the jury in the plan, post, examiner."""


def reseat(
    problem: Problem,
    aims: Aims,
    plan: Plan,
    *,
    stage: int,
    seed: int,
    is_over: Callable[[], bool],
) -> Plan:
    """Return a plan that costs less in a stage and no more in those before; else the same plan."""
    random = Random(seed)
    best = at = plan
    seen = {_who(plan)}
    for _ in range(MOST_STEPS):
        if is_over() or not _cost(problem, aims, best, stage)[-1]:
            break
        step = _step(problem, aims, at, stage=stage, seen=seen, random=random)
        if step is None:
            break
        at = step
        if _cost(problem, aims, at, stage) < _cost(problem, aims, best, stage):
            best = at
    return best


def _cost(problem: Problem, aims: Aims, plan: Plan, stage: int) -> tuple[int, ...]:
    return aims.rank(price(problem, plan, aims.weights))[: stage + 1]


def _who(plan: Plan) -> Who:
    return frozenset((s.place, s.room, s.members) for s in plan)


def _step(
    problem: Problem,
    aims: Aims,
    plan: Plan,
    *,
    stage: int,
    seen: set[Who],
    random: Random,
) -> Plan | None:
    """Return the plan after the best exchange that was not looked at; None where there is none."""
    before = _cost(problem, aims, plan, stage)[:stage]
    exchange = _Exchange(problem, plan)
    seats = list(_dear_seats(problem, aims.stages[stage], plan))
    seats = random.sample(seats, min(MOST_SEATS, len(seats)))
    near = [one for seat in seats for one in exchange.of(seat) if _who(one) not in seen]
    random.shuffle(near)
    for first in range(0, len(near), MOST_LOOKS):
        found = near[first : first + MOST_LOOKS]
        seen.update(map(_who, found))
        priced = [(_cost(problem, aims, one, stage), n) for n, one in enumerate(found)]
        allowed = [(cost[-1], n) for cost, n in priced if cost[:stage] <= before]
        if allowed:
            return found[min(allowed)[1]]
    return None


def _dear_seats(problem: Problem, parts: tuple[str, ...], plan: Plan) -> Iterator[Seat]:
    """Yield the seats of the juries that cost something in these parts."""
    dear: set[int] = set()
    if "pairs" in parts:
        again = meeting_again(problem, plan)
        for number, sitting in enumerate(plan):
            people = set(sitting.people)
            met = {e for pair in again if people >= set(pair) for e in pair}
            yield from ((number, post, e) for post, e in sitting.members if e in met)
    if "presidencies" in parts:
        chosen = presidents(problem, plan)
        turned = {e for e in chosen if e and problem.profiles[e].presided + chosen.count(e) > 1}
        dear.update(n for n, president in enumerate(chosen) if president in turned)
    if "substitutes" in parts:
        numbers = {(s.place, s.room): n for n, s in enumerate(plan)}
        dear.update(numbers[s.place, s.room] for s, _ in unprovided(problem, plan))
    for number in sorted(dear):
        yield from ((number, post, e) for post, e in plan[number].members)


@dataclass(frozen=True)
class _Exchange:
    """The plans that differ from one in who takes a seat."""

    problem: Problem
    plan: Plan

    def of(self, seat: Seat) -> Iterator[Plan]:
        """Yield each plan in which the member of a seat changes with somebody, or stays away."""
        number, post, leaver = seat
        sitting = self.plan[number]
        if leaver in self._bound(sitting, post):
            return
        openings = self.problem.places[sitting.place].openings[sitting.panel][post]
        taken = self._taken(sitting)
        for examiner in openings:
            if examiner not in taken and self.problem.profiles[examiner].most is None:
                yield from self._changed({number: _swapped(sitting, post, leaver, examiner)})
        for other, its in enumerate(self.plan):
            for its_post, examiner in its.members if other != number else ():
                if examiner in openings and examiner not in self._bound(its, its_post):
                    yield from self._crossed(seat, (other, its_post, examiner))

    def _crossed(self, one: Seat, other: Seat) -> Iterator[Plan]:
        """Yield the plan in which two members change places, if both may."""
        first, second = self.plan[one[0]], self.plan[other[0]]
        openings = self.problem.places[second.place].openings[second.panel][other[1]]
        if one[2] not in openings or one[2] == other[2]:
            return
        alike = self._halves(first) == self._halves(second)
        if not alike and (one[2] in self._taken(second) or other[2] in self._taken(first)):
            return
        yield from self._changed(
            {
                one[0]: _swapped(first, one[1], one[2], other[2]),
                other[0]: _swapped(second, other[1], other[2], one[2]),
            }
        )

    def _changed(self, juries: dict[int, Sitting]) -> Iterator[Plan]:
        plan = tuple(juries.get(number, s) for number, s in enumerate(self.plan))
        if all(self._is_sound(s) and self._is_near(s, plan) for s in juries.values()):
            yield plan

    def _is_near(self, sitting: Sitting, plan: Plan) -> bool:
        """Tell whether none of its members sits that day on a site from which nobody comes."""
        away, people = self.problem.far.get(sitting.place, frozenset()), set(sitting.people)
        return all(people.isdisjoint(s.people) for s in plan if s.place in away)

    def _is_sound(self, sitting: Sitting) -> bool:
        """Tell whether its members may hear whom the jury hears, and sit with one another."""
        problem, people = self.problem, set(sitting.people)
        panel = problem.panels[sitting.panel]
        voters = voters_of(panel, sitting)
        spare = problem.spare_votes(sitting.panel)
        sexes = {problem.profiles[e].sex for e in voters}
        return (
            all(may_hear(problem, sitting, applicant) for applicant in sitting.hears)
            and all(len(silent & voters) <= spare for silent in problem.places[sitting.place].heard)
            and not any(problem.strangers.get(e, frozenset()) & people for e in people)
            and (not panel.mixed_voters or sexes >= {Sex.FEMALE, Sex.MALE})
        )

    def _bound(self, sitting: Sitting, post: int) -> tuple[int, ...]:
        return self.problem.places[sitting.place].bound_members(post)

    def _halves(self, sitting: Sitting) -> tuple[Half, ...]:
        return self.problem.places[sitting.place].halves

    def _taken(self, sitting: Sitting) -> set[int]:
        """Return who sits anywhere while that jury does."""
        return set[int]().union(*(self._busy[half] for half in self._halves(sitting)))

    @cached_property
    def _busy(self) -> dict[Half, set[int]]:
        busy: dict[Half, set[int]] = defaultdict(set)
        for sitting in self.plan:
            for half in self._halves(sitting):
                busy[half].update(sitting.people)
        return busy


def _swapped(sitting: Sitting, post: int, leaver: int, comer: int) -> Sitting:
    members = tuple((p, comer if (p, e) == (post, leaver) else e) for p, e in sitting.members)
    return replace(sitting, members=tuple(sorted(members)))
