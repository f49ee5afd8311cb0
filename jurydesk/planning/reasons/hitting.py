"""The smallest set that meets each of some sets."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import Generic, TypeVar

Fact = TypeVar("Fact", bound=Hashable)


class HittingSets(Generic[Fact]):
    """Grows set by set; asked for the smallest choice that meets them all."""

    def __init__(self, facts: Collection[Fact]) -> None:
        """Begin without any set to meet."""
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        self._cp_model = cp_model
        self._model = cp_model.CpModel()
        self._chosen = {fact: self._model.new_bool_var("") for fact in facts}
        self._model.minimize(cp_model.LinearExpr.sum(list(self._chosen.values())))

    def add(self, facts: Collection[Fact]) -> None:
        """Ask that one of these facts be chosen."""
        self._model.add_bool_or([self._chosen[fact] for fact in facts])

    def smallest(self) -> frozenset[Fact]:
        """Return the smallest choice; of several the same one each time."""
        solver = self._cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.solve(self._model)
        return frozenset(f for f, variable in self._chosen.items() if solver.value(variable))
