"""Pinned hearings come before every aim: as many as can be are kept, and then the plan is sought.

A pinned hearing needs a whole jury in its place. Nobody else's hearing, and no wish, outweighs it:
how many are kept is settled first, and the rest of the search may not go below that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.assembly import Assembly
    from jurydesk.planning.objective import Sitting

    Plan = tuple[Sitting, ...]
    Solve = Callable[[Assembly], Sequence[int] | None]
    Read = Callable[[Assembly, Sequence[int]], Plan | None]


def count_kept(problem: Problem, plan: Iterable[Sitting]) -> int:
    """Return how many pinned hearings have their jury in a plan."""
    return sum(len(problem.places[sitting.place].heard) for sitting in plan)


def keep_pinned_hearings(assembly: Assembly, best: Plan, solve: Solve, read: Read) -> Plan:
    """Hold the model to the pinned hearings that can be kept; return a plan that keeps them.

    `solve` returns the values of a best solution, `read` the plan that they are, if it is in time.
    """
    problem = assembly.problem
    kept = count_kept(problem, best)
    if kept < sum(len(place.heard) for place in problem.places):
        assembly.model.maximize(_kept(assembly))
        values = solve(assembly)
        plan = None if values is None else read(assembly, values)
        if plan is not None and count_kept(problem, plan) > kept:
            best, kept = plan, count_kept(problem, plan)
    if kept:
        assembly.model.add(_kept(assembly) >= kept)
    return best


def _kept(assembly: Assembly) -> cp_model.LinearExprT:
    places = assembly.problem.places
    return sum(len(places[place].heard) * juries for (place, _), juries in assembly.juries.items())
