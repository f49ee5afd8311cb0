"""A large plan is bettered a few days at a time, while a bound is worked out beside it.

Each step is a search of its own with a limit in the solver's measure of work, and only a better
plan is ever taken: the bound, which comes from another thread when it comes, ends the search but
never chooses the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from jurydesk.planning.problem import Problem
from jurydesk.planning.relaxation import Relaxation
from jurydesk.planning.search import Search

_LARGE = 12_000
"""From so many pairs of a person and a place on, the model is too large to be solved whole."""
_STEP = 1.0
"""Deterministic seconds for one step."""
_DAYS = 2


def is_large(problem: Problem) -> bool:
    """Tell whether a problem is better searched in pieces."""
    applicants = sum(len(applicant.places) for applicant in problem.applicants)
    openings = sum(len(o) for place in problem.places for panel in place.openings for o in panel)
    return applicants + openings > _LARGE


def improve_in_pieces(search: Search) -> bool:
    """Better the plan until the time is over; tell whether the bound was reached."""
    with Relaxation(search.problem, search.goal) as relaxation:
        for days in _turns(search):
            if search.is_over() or search.effort >= search.allowed:
                break
            search.better_days(search.best, days, _STEP)
            rank = search.goal.rank(search.costs)
            _compare(search, rank, relaxation.bounds)
            if rank == relaxation.bounds:
                return True
        return search.goal.rank(search.costs) == relaxation.bounds


def _compare(search: Search, rank: tuple[int, ...], bounds: tuple[int, ...]) -> None:
    """Tell of the first stage in which the plan is dearer than the bound, or has none yet."""
    for stage, (reached, bound) in enumerate(zip(rank, bounds, strict=False)):
        search.learn_bound(stage, bound)
        if reached > bound:
            return
    if len(bounds) < len(rank):
        search.report(len(bounds), gap=1.0)


def _turns(search: Search) -> Iterator[frozenset[date]]:
    """Yield days to be bettered together, each as often as any other."""
    random = Random(search.seed)
    days = sorted({place.day for place in search.problem.places})
    waiting: list[date] = []
    while True:
        if len(waiting) < _DAYS:
            waiting += random.sample(days, len(days))
        yield frozenset(waiting[:_DAYS])
        waiting = waiting[_DAYS:]
