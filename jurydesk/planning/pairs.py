"""Who sits together again: pairs of members of one jury who met in another, or in the year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from jurydesk.planning.objective import Sitting

Pair = tuple[int, int]
"""Two examiners, the lower number first."""


def pairs_of(people: Iterable[int]) -> tuple[Pair, ...]:
    """Return the pairs among the members of one jury."""
    return tuple(combinations(sorted(people), 2))


def count_pairs(problem: Problem, plan: Iterable[Sitting]) -> int:
    """Count, jury by jury, the pairs who have met: in the year before, or in a jury counted."""
    times = _meetings(plan)
    return sum(count - (pair not in problem.met) for pair, count in times.items())


def meeting_again(problem: Problem, plan: Iterable[Sitting]) -> tuple[Pair, ...]:
    """Return the pairs who sit together again."""
    times = _meetings(plan)
    return tuple(sorted(p for p, count in times.items() if count > (p not in problem.met)))


def _meetings(plan: Iterable[Sitting]) -> Counter[Pair]:
    return Counter(pair for sitting in plan for pair in pairs_of(sitting.people))
