"""A plan that seats other people on other half-days than plans that are known, at the same law.

Who sits when is compared (an examiner on a half-day), never rooms or hours, which are alike. The
plan farthest from those known is looked for first: how far that is is proved, so that whoever asks
for three plans learns why there are fewer. Around it the usual search does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from jurydesk.domain.session import Jury
from jurydesk.planning.assemble import assemble
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.objective import PARTS, Costs, Sitting, price
from jurydesk.planning.problem import Half
from jurydesk.planning.rooms import learn
from jurydesk.planning.search import Found, Search
from jurydesk.planning.solver import one_worker

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

LAW = ("unplaced", "one_sex", "late_clocks", "changes")
"""Parts of which no other plan may cost more."""
Seats = frozenset[tuple[Half, int]]
"""Examiners by half-day."""
_TRIES = 6
"""How often rooms are told apart before the farthest plan is given up."""


def seats_of(juries: Iterable[Jury]) -> Seats:
    """Return who sits when."""
    return frozenset((jury.half, juror.examiner_id) for jury in juries for juror in jury.jurors)


@dataclass(frozen=True, slots=True)
class Unlike:
    """A plan unlike those that are known, or how near to them every other one is."""

    found: Found | None
    most: int | None
    """So many seats of one of those known fall at the most, at the same law; None: not proved."""


@dataclass
class UnlikeSearch(Search):
    """A search that keeps its distance from plans that are known."""

    known: tuple[Seats, ...] = ()
    law: Costs = ()
    """Costs of which the parts of the law are not to be passed."""
    differ: int = 1
    """How many seats of each known plan must fall."""

    def find(self) -> Unlike:
        """Return a plan in which so many seats of each known one fall, if there is any."""
        farthest, most = self._farthest()
        if farthest is None:
            return Unlike(None, most)
        self.start = farthest
        return Unlike(self.run(), most)

    @override
    def assembled(self) -> Assembly:
        """Return the model, in which the law is kept and so many seats fall."""
        assembly = self._lawful()
        for seats in self.known:
            assembly.model.add(_same(assembly, seats) <= len(seats) - self.differ)
        return assembly

    @override
    def adopt(self, sittings: tuple[Sitting, ...]) -> None:
        """Keep a plan if it is better than the best, and far enough from those known."""
        places = self.problem.places
        taken = {(h, e) for s in sittings for h in places[s.place].halves for e in s.people}
        if all(len(seats - taken) >= self.differ for seats in self.known):
            super().adopt(sittings)

    def _lawful(self) -> Assembly:
        assembly = assemble(self.problem, self.goal)
        for part in LAW:
            cost = sum(factor * variable for variable, factor in assembly.costs[part])
            limit = self.law[PARTS.index(part)] - assembly.constants[part]
            assembly.model.add(cost <= limit)
        return assembly

    def _farthest(self) -> tuple[tuple[Sitting, ...] | None, int | None]:
        assembly = self._lawful()
        widest = max(map(len, self.known))
        fallen = assembly.model.new_int_var(0, widest, "")
        for seats in self.known:
            assembly.model.add(fallen <= len(seats) - _same(assembly, seats))
        assembly.model.maximize(fallen)
        most = None
        for _ in range(_TRIES):
            left = self.seconds - self.elapsed(), self.allowed - self.effort
            solver = one_worker(*left, self.seed)
            status = self._run(assembly, solver)
            if status not in {"OPTIMAL", "FEASIBLE"}:
                return None, 0 if status == "INFEASIBLE" else most
            most = int(solver.best_objective_bound) if status == "OPTIMAL" else most
            if solver.value(fallen) < self.differ:
                return None, most
            plan = self._plan_of(assembly, solver)
            if plan is not None or self.is_over():
                return plan, most
        return None, most

    def _plan_of(self, assembly: Assembly, solver: cp_model.CpSolver) -> tuple[Sitting, ...] | None:
        """Deal the rooms out; None where that costs more than the law allows: learn from it."""
        tables = assembly.read(tuple(solver.response_proto.solution))
        deals = self._dealt(tables)
        if deals is None:
            return None
        plan = self._named(deals)
        costs = price(self.problem, plan)
        if all(costs[PARTS.index(part)] <= self.law[PARTS.index(part)] for part in LAW):
            return plan
        for table, dealt in zip(tables, deals, strict=True):
            learn(assembly, table, dealt)
        return None


def _same(assembly: Assembly, seats: Seats) -> cp_model.LinearExprT:
    """Return how many of those seats are taken as they were."""
    places = assembly.problem.places
    return sum(
        variable
        for (place, _, _, examiner), variable in assembly.sits.items()
        for half in places[place].halves
        if (half, examiner) in seats
    )
