"""A bound for problems too large to be solved whole: their linear relaxation, without the ties.

Leaving constraints out and allowing fractions can only make a plan cheaper: no plan costs less than
this. Where one is rarely kept from hearing by a tie, little is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil, inf
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING

from jurydesk.planning.aims import Aims
from jurydesk.planning.assemble import assemble
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.learnt import open_stage
from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from ortools.linear_solver.python.model_builder_helper import (
        ModelBuilderHelper,
        ModelSolverHelper,
    )
    from ortools.sat.python.cp_model_helper import ConstraintProto

_TOLERANCE = 1e-3
"""How far the relaxation may be off by rounding."""
_NO_BOUND = 1 << 60
_PATIENCE = 0.05
"""Seconds that the end of the thread is waited for: what it still does can no longer be read."""

Term = tuple[int, int]
Row = tuple[float, float, list[Term]]
"""Least, most, and the terms between them."""


class Relaxation:
    """The bound, worked out stage by stage in a thread of its own; leaving the block ends it."""

    def __init__(self, problem: Problem, aims: Aims) -> None:
        """Take the problem; nothing is worked out yet."""
        self._problem = problem
        self._aims = aims
        self._bounds: list[int] = []
        self._ended = False
        self._solver: ModelSolverHelper | None = None
        self._thread = Thread(target=self._work, name="relaxation", daemon=True)

    def __enter__(self) -> Relaxation:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End, whatever is still open."""
        self._ended = True
        if self._solver is not None:
            self._solver.interrupt_solve()
        self._thread.join(timeout=_PATIENCE)

    @property
    def bounds(self) -> tuple[int, ...]:
        """Return what is known so far: the least cost of each stage, those before at theirs."""
        return tuple(self._bounds)

    def _work(self) -> None:
        assembly = assemble(self._problem, self._aims, ties=False)
        for stage in range(len(self._aims.stages)):
            if self._ended:
                return
            open_stage(assembly, stage)
            bound = self._solve(assembly, stage)
            if bound is None:
                return
            self._bounds.append(bound)
            cost = sum(factor * variable for variable, factor in assembly.stage_terms(stage))
            assembly.model.add(cost <= bound - assembly.stage_constant(stage))

    def _solve(self, assembly: Assembly, stage: int) -> int | None:
        from ortools.linear_solver.python.model_builder_helper import (  # noqa: PLC0415 -- slow import
            ModelSolverHelper,
            SolveStatus,
        )

        model = _linear(assembly)
        prices: Counter[int] = Counter()
        for variable, factor in assembly.stage_terms(stage):
            prices[variable.index] += factor
        for number, price in prices.items():
            model.set_var_objective_coefficient(number, price)
        self._solver = ModelSolverHelper("glop")
        self._solver.solve(model)
        if self._solver.status() != SolveStatus.OPTIMAL:
            return None
        value = self._solver.objective_value() + assembly.stage_constant(stage)
        return ceil(value - _TOLERANCE)


def _linear(assembly: Assembly) -> ModelBuilderHelper:
    """Return the model in fractions: its variables have the same numbers."""
    from ortools.linear_solver.python.model_builder_helper import (  # noqa: PLC0415 -- slow import
        ModelBuilderHelper,
    )

    model = ModelBuilderHelper()
    proto = assembly.model.proto
    for variable in proto.variables:
        bounds = list(variable.domain)
        number = model.add_var()
        model.set_var_lower_bound(number, bounds[0])
        model.set_var_upper_bound(number, bounds[-1])
    for constraint in proto.constraints:
        for least, most, terms in _rows(constraint):
            row = model.add_linear_constraint()
            model.set_constraint_lower_bound(row, least)
            model.set_constraint_upper_bound(row, most)
            for number, factor in terms:
                model.safe_add_term_to_constraint(row, number, factor)
    return model


def _rows(constraint: ConstraintProto) -> Iterator[Row]:
    """Yield the constraint as rows; what has a condition is left out."""
    if constraint.has_at_most_one():
        yield -inf, 1, [(number, 1) for number in constraint.at_most_one.literals]
    elif constraint.has_bool_or():
        literals = list(constraint.bool_or.literals)
        negated = sum(literal < 0 for literal in literals)
        yield 1 - negated, inf, [_literal(literal) for literal in literals]
    elif constraint.has_linear() and not constraint.enforcement_literal:
        bounds = list(constraint.linear.domain)
        terms = zip(constraint.linear.vars, constraint.linear.coeffs, strict=True)
        yield _open(bounds[0]), _open(bounds[-1]), list(terms)


def _literal(number: int) -> Term:
    return (number, 1) if number >= 0 else (-number - 1, -1)


def _open(bound: int) -> float:
    """Return the bound, or what stands for none."""
    if abs(bound) >= _NO_BOUND:
        return inf if bound > 0 else -inf
    return bound
