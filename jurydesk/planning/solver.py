"""The solver as every search sets it up, and what one call of it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

SOLVED = frozenset({"OPTIMAL", "FEASIBLE"})


@dataclass(frozen=True)
class Solution:
    """What one call of the solver returned."""

    values: tuple[int, ...]
    """By index of the variable."""
    bound: float
    proved: bool


def one_worker(seconds: float, effort: float, seed: int) -> cp_model.CpSolver:
    """Return a solver with one worker on the full linear relaxation.

    On two cores it proves the half-day model faster than a portfolio does, and it never depends on
    the timing of threads. Cuts of its own are off: the rounding lines of the model leave them
    little to find, and they made the search for a proof twice as long.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.cut_level = 0
    solver.parameters.random_seed = seed
    solver.parameters.max_time_in_seconds = max(0.0, seconds)
    solver.parameters.max_deterministic_time = max(0.0, effort)
    return solver
