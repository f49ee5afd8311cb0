"""A CP-SAT model in which some facts are literals that may be given up, at a price."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.planning.progress import StopToken
from jurydesk.planning.reasons.core import Undecided

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Fact = TypeVar("Fact", bound=Hashable)
SECONDS = 60.0
SOON = 0.5
"""The solver's own measure of work that is spent on making some repair the cheapest."""


class Deadline:
    """When to stop looking. What is kept back is for making the best of what was found by then."""

    def __init__(self, seconds: float = SECONDS, stop: StopToken | None = None) -> None:
        """Begin to count; a third of the time is kept back. `stop` ends it at once."""
        self._until = monotonic() + seconds * 2 / 3
        self._kept_back = seconds / 3
        self._stop = stop

    @property
    def left(self) -> float:
        """Return the seconds that are left. Raises Undecided where there are none."""
        if self._stop is not None and self._stop.is_asked:
            raise Undecided
        left = self._until - monotonic()
        if left <= 0:
            raise self.over()
        return left

    def halting(self, halt: Callable[[], None]) -> AbstractContextManager[None]:
        """Call `halt` as soon as somebody asks to stop, until the block ends."""
        return nullcontext() if self._stop is None else self._stop.halting(halt)

    def over(self) -> Undecided:
        """Return what to raise once the time is over; what was kept back begins then."""
        self._until = monotonic() + self._kept_back
        self._kept_back = 0
        return Undecided()


@dataclass
class SoftModel(Generic[Fact]):
    """A question asked of a model: what it wants is hard, the facts are literals.

    A literal that is true makes its fact hold. `extra` are prices of how much is given up, beside
    the price of giving it up at all.
    """

    model: cp_model.CpModel
    held: Mapping[Fact, cp_model.IntVar]
    costs: Mapping[Fact, int] = field(default_factory=dict)
    """Price of giving up a fact; 1 where nothing is said."""
    extra: Sequence[tuple[cp_model.IntVar, int]] = ()
    deadline: Deadline = field(default_factory=Deadline)
    refine: Callable[[Sequence[int]], bool] = lambda _: False
    """Takes the values of a solution; True: it cannot be, and the model learnt so."""
    variants: Callable[[Collection[Fact]], Iterable[frozenset[Fact]]] = lambda given: (
        frozenset(given),
    )
    """Takes facts that can be given up, returns each set that is as good, theirs among them."""
    answered: dict[frozenset[Fact], bool] = field(default_factory=dict)
    """With which facts it is known to be feasible or not: whoever asks again is told at once."""
    values: Sequence[int] = ()
    """The values of all variables in the last solution."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact that could be given up."""
        return tuple(self.held)

    def is_feasible(self, facts: Collection[Fact]) -> bool:
        """Tell whether the model has a solution in which those facts hold and no other must."""
        asked = frozenset(facts)
        if asked not in self.answered:
            self.answered[asked] = self._solve(asked, priced=False)
        return self.answered[asked]

    def correction(
        self, kept: Collection[Fact], *, other_than: Sequence[Collection[Fact]] = ()
    ) -> frozenset[Fact] | None:
        """Return the cheapest facts to give up, none of `kept`, nor all of any `other_than`."""
        return self._given() if self._solve(kept, other_than=other_than) else None

    def some_correction(self, kept: Collection[Fact]) -> frozenset[Fact] | None:
        """Return few facts to give up, none of `kept`: the cheapest where that is soon known."""
        return self._given() if self._solve(kept, proved=False, effort=SOON) else None

    def good_correction(self, kept: Collection[Fact]) -> frozenset[Fact] | None:
        """Return the cheapest facts to give up that were found before the time was over.

        None where nothing is enough. Raises Undecided where there was no time for any.
        """
        return self._given() if self._solve(kept, proved=False) else None

    def alike(self, facts: Collection[Fact]) -> Iterable[frozenset[Fact]]:
        """Return each set of facts that is as good to give up, the given one among them."""
        return self.variants(facts)

    def _price(self, model: cp_model.CpModel) -> None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        prices = [(~variable, self.costs.get(fact, 1)) for fact, variable in self.held.items()]
        literals, weights = zip(*prices, *self.extra, strict=True)
        model.minimize(cp_model.LinearExpr.weighted_sum(literals, weights))

    def _given(self) -> frozenset[Fact]:
        return frozenset(f for f, variable in self.held.items() if not self.value(variable))

    def value(self, variable: cp_model.IntVar) -> int:
        """Return the value of a variable in the last solution."""
        return self.values[variable.index]

    def _hold(self, model: cp_model.CpModel, kept: Collection[Fact]) -> None:
        """Leave each fact open that need not hold: what is open costs the solver no constraint."""
        holding = frozenset(kept)
        for fact, variable in self.held.items():
            domain = model.proto.variables[variable.index].domain
            domain[0] = int(fact in holding)

    def _solve(
        self,
        kept: Collection[Fact],
        *,
        other_than: Sequence[Collection[Fact]] = (),
        priced: bool = True,
        proved: bool = True,
        effort: float | None = None,
    ) -> bool:
        """Solve, and again each time that the model learns from the answer."""
        while True:
            model = self._asked(kept, other_than, priced=priced)
            if not self._search(model, proved=proved and priced, effort=effort):
                return False
            if not self.refine(self.values):
                return True

    def _asked(
        self, kept: Collection[Fact], other_than: Sequence[Collection[Fact]], *, priced: bool
    ) -> cp_model.CpModel:
        self._hold(self.model, kept)
        model = self.model.clone() if other_than else self.model
        for given in other_than:
            kept_again = (self.held[fact].index for fact in given)
            model.add_bool_or([model.get_bool_var_from_proto_index(i) for i in kept_again])
        model.proto.clear_objective()
        if priced:
            self._price(model)
        return model

    def _search(
        self, model: cp_model.CpModel, *, proved: bool, effort: float | None = None
    ) -> bool:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2 if model.has_objective() else 1
        solver.parameters.max_time_in_seconds = self.deadline.left
        if effort is not None:
            solver.parameters.max_deterministic_time = effort
        with self.deadline.halting(solver.stop_search):
            status = solver.solve(model)
        if status == cp_model.UNKNOWN and effort is not None:
            return self._search(model, proved=proved)
        if status == cp_model.INFEASIBLE:
            return False
        enough = {cp_model.OPTIMAL} if proved else {cp_model.OPTIMAL, cp_model.FEASIBLE}
        if status not in enough:
            raise self.deadline.over()
        self.values = tuple(solver.response_proto.solution)
        return True
