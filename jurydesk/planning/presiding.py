"""Who presides the juries of a plan: those who accept and may vote, each as seldom as can be."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.planning.problem import Panel, Problem

if TYPE_CHECKING:
    from jurydesk.planning.objective import Sitting


def voters_of(panel: Panel, sitting: Sitting) -> frozenset[int]:
    """Return the members of a jury who deliberate."""
    deliberates = [post.seat.deliberates for post in panel.posts]
    return frozenset(examiner for post, examiner in sitting.members if deliberates[post])


def eligible(problem: Problem, sitting: Sitting) -> tuple[int, ...]:
    """Return who may be asked to preside: whoever was, else those who accept and vote most."""
    voters = voters_of(problem.panels[sitting.panel], sitting)
    place = problem.places[sitting.place]
    if place.chair in voters:
        return (place.chair,)
    silent = Counter(e for a in sitting.hears for e in problem.applicants[a].recused)
    silent.update(e for pinned in place.heard for e in pinned)
    ranks = {e: (problem.profiles[e].declines, silent[e]) for e in voters}
    best = min(ranks.values(), default=None)
    return tuple(sorted(e for e, rank in ranks.items() if rank == best))


def presidents(problem: Problem, plan: Sequence[Sitting]) -> tuple[int | None, ...]:
    """Return who presides each jury, so that no presidency could go to somebody who had fewer."""
    return _Turns(problem, plan).shared()


def count_presidencies(problem: Problem, plan: Sequence[Sitting]) -> int:
    """Count, for each presidency, how many the person had in the year and in the plan already."""
    times = Counter(presidents(problem, plan))
    return sum(
        problem.profiles[number].presided + already
        for number, count in times.items()
        if number is not None
        for already in range(count)
    )


class _Turns:
    """The presidencies of a plan as they are shared out."""

    def __init__(self, problem: Problem, plan: Sequence[Sitting]) -> None:
        self._problem = problem
        self._asked = [eligible(problem, sitting) for sitting in plan]
        self._given: dict[int, int] = {}
        self._count: Counter[int] = Counter()

    def shared(self) -> tuple[int | None, ...]:
        for jury in sorted(range(len(self._asked)), key=lambda j: (len(self._asked[j]), j)):
            if self._asked[jury]:
                self._give(jury, min(self._asked[jury], key=self._rank))
        while any(self._pass_on(number) for number in sorted(self._count)):
            pass
        return tuple(self._given.get(jury) for jury in range(len(self._asked)))

    def _turns(self, number: int) -> int:
        return self._problem.profiles[number].presided + self._count[number]

    def _rank(self, number: int) -> tuple[int, date, int]:
        person = self._problem.facts.examiners.get(number)
        last = person.last_presidency if person else None
        return self._turns(number), last or date.min, number

    def _give(self, jury: int, number: int) -> None:
        before = self._given.get(jury)
        if before is not None:
            self._count[before] -= 1
        self._given[jury] = number
        self._count[number] += 1

    def _pass_on(self, number: int) -> bool:
        """Hand a jury on, and on, to somebody with two turns fewer; tell whether that was done."""
        if not self._count[number]:
            return False
        came: dict[int, int] = {number: -1}
        waiting = deque([number])
        while waiting:
            one = waiting.popleft()
            if self._turns(one) < self._turns(number) - 1:
                self._hand_over(one, came)
                return True
            for jury, other in self._reached_from(one):
                if other not in came:
                    came[other] = jury
                    waiting.append(other)
        return False

    def _reached_from(self, number: int) -> list[tuple[int, int]]:
        mine = sorted(jury for jury, who in self._given.items() if who == number)
        return [(jury, other) for jury in mine for other in self._asked[jury]]

    def _hand_over(self, last: int, came: Mapping[int, int]) -> None:
        """Give each jury of the way to the next person of it."""
        one = last
        while (jury := came[one]) >= 0:
            before = self._given[jury]
            self._give(jury, one)
            one = before
