"""The search: stage by stage, half-days by CP-SAT, rooms dealt out, cuts where that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from jurydesk.planning.aims import Aims, aims_of
from jurydesk.planning.assemble import assemble
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.dealing import Deal, Table
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.keeping import keep_pinned_hearings
from jurydesk.planning.learnt import is_learnt, learn_prices, open_stage
from jurydesk.planning.neighbourhood import Neighbourhood
from jurydesk.planning.objective import PARTS, Costs, Sitting, price
from jurydesk.planning.problem import IllegalPlan, Problem
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.reseating import reseat
from jurydesk.planning.rooms import learn
from jurydesk.planning.solver import SOLVED, Solution, one_worker
from jurydesk.planning.tables import deal_all, rooms_named, tables_of

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

EFFORT = 0.3
"""The solver's own measure of work per second asked for: less than what an ordinary machine
does in that time, so that the clock decides nothing and the same seed gives the same plan."""

LEARNT_EFFORT = 1.0
"""Deterministic seconds for a part that is learnt: what cannot be proved by then seldom is."""
_OVERHEAD = 0.1
"""Deterministic seconds that setting up a part is counted for: the solver cannot see them."""
_SHARE = 0.4
"""Of what is left of the time, for each stage but the last; what it leaves is for the next."""


@dataclass(frozen=True)
class Found:
    """The best plan and what was proved of it."""

    sittings: tuple[Sitting, ...]
    costs: Costs
    proved: bool
    bound: int
    """No plan hears more candidacies than this, those of closed juries left aside."""
    seconds: float


@dataclass
class Search:
    """One search for a plan of one problem."""

    problem: Problem
    seconds: float
    seed: int
    tell: Callable[[PlanProgress], None]
    stop: StopToken
    aims: Aims | None = None
    """What is minimised; None: every part in its usual order."""
    most_effort: float | None = None
    """Deterministic seconds that may be used; None: by the seconds that are given."""
    start: tuple[Sitting, ...] | None = None
    """A plan to begin with; None: the one that a careful secretary makes."""
    best: tuple[Sitting, ...] = ()
    costs: Costs = ()
    bound: int = 0
    proved: bool = False
    """Whether every stage so far was brought to its least."""
    began: float = field(default_factory=monotonic)
    effort: float = 0.0
    """Deterministic seconds used."""

    def run(self, improve: Callable[[Search], bool] | None = None) -> Found:
        """Return the best plan that the time allows; some legal plan in any case.

        `improve` is another way to better the first plan; it tells whether it proved the last.
        """
        shut = sum(not applicant.places for applicant in self.problem.applicants)
        self.bound = self.problem.total - shut
        self.best = first_plan(self.problem) if self.start is None else self.start
        self.costs = price(self.problem, self.best, self.goal.weights)
        self.report(0, gap=1.0)
        improve = improve or Search._improve
        proved = improve(self) if self.problem.places and self.bound else True
        return Found(self.best, self.costs, proved, self.bound, self.elapsed())

    def assembled(self) -> Assembly:
        """Return the model that is solved."""
        return assemble(self.problem, self.goal)

    def _improve(self) -> bool:
        if self.is_over():
            return False
        deals = self._dealt(tables_of(self.best))
        if deals is None:
            return False
        self.adopt(self._named(deals))
        assembly = self.assembled()
        best = keep_pinned_hearings(assembly, self.best, self._most, self._read)
        if best is not self.best:
            self.best, self.costs = best, price(self.problem, best, self.goal.weights)
        self.proved = True
        for stage in range(len(self.goal.stages)):
            least = self._minimise(assembly, stage)
            self.proved = least and self.proved
            if self.is_over() or stage == len(self.goal.stages) - 1:
                return self.proved and stage == len(self.goal.stages) - 1
            self._hold(assembly, stage, is_least=self.proved)
        return self.proved

    def _minimise(self, assembly: Assembly, stage: int) -> bool:
        """Bring the cost of a stage down; tell whether it was proved to be the least."""
        if self.goal.cost(self.costs, stage) and is_learnt(self.goal.stages[stage]):
            self._reseat(stage)
        if not self.goal.cost(self.costs, stage):
            return True
        until = _share(stage, len(self.goal.stages))
        last = self.elapsed() + until * (self.seconds - self.elapsed())
        effort = self.effort + until * (self.allowed - self.effort)
        if is_learnt(self.goal.stages[stage]):
            effort = min(effort, self.effort + LEARNT_EFFORT)
        while not self.is_over() and self.elapsed() < last and self.effort < effort:
            solution = self._solve(assembly, stage, last - self.elapsed(), effort - self.effort)
            if solution is None:
                return False
            learnt = self._adopt(assembly, solution, stage)
            self.learn_bound(stage, solution.bound)
            if self.goal.cost(self.costs, stage) <= solution.bound:
                return True
            if not (solution.proved and learnt):
                return False
        return False

    def _reseat(self, stage: int) -> None:
        asked = {"stage": stage, "seed": self.seed}
        plan = reseat(self.problem, self.goal, self.best, **asked, is_over=self.is_over)
        self.adopt(rooms_named(self.problem, plan))

    def _adopt(self, assembly: Assembly, solution: Solution, stage: int) -> bool:
        """Deal the rooms out, keep the plan if it is better, learn from what did not work."""
        tables = assembly.read(solution.values)
        deals = self._dealt(tables)
        if deals is None:
            return False
        plan = self._named(deals)
        self.adopt(plan)
        if self.is_over() or self.goal.cost(self.costs, stage) <= solution.bound:
            return False
        lessons = [learn(assembly, t, dealt) for t, dealt in zip(tables, deals, strict=True)]
        lessons += learn_prices(assembly, plan, solution.values)
        return any(lessons)

    def _most(self, assembly: Assembly) -> Sequence[int] | None:
        """Return the values of the best solution of the model as it stands."""
        solver = one_worker(self.seconds - self.elapsed(), self.allowed - self.effort, self.seed)
        is_solved = self._run(assembly, solver) in SOLVED
        return tuple(solver.response_proto.solution) if is_solved else None

    def _read(self, assembly: Assembly, values: Sequence[int]) -> tuple[Sitting, ...] | None:
        """Return the plan that a solution is; None where somebody asked to stop meanwhile."""
        deals = self._dealt(assembly.read(values))
        return None if deals is None else self._named(deals)

    def _dealt(self, tables: Iterable[Table]) -> list[Deal] | None:
        """Deal each table out; None where somebody asked to stop meanwhile."""
        pairs = "pairs" in self.goal.weights
        return deal_all(self.problem, tuple(tables), self.stop, pairs=pairs)

    def _named(self, deals: list[Deal]) -> tuple[Sitting, ...]:
        """Return the plan without the juries that hear nobody."""
        dealt = (sitting for one in deals for sitting in one.sittings)
        useful = (s for s in dealt if s.hears or self._is_pinned(s))
        return rooms_named(self.problem, useful)

    def adopt(self, sittings: tuple[Sitting, ...]) -> None:
        """Keep a plan if it is better than the best."""
        costs = price(self.problem, sittings, self.goal.weights)
        if self.goal.rank(costs) < self.goal.rank(self.costs):
            self.best, self.costs = sittings, costs

    def better_days(
        self, plan: tuple[Sitting, ...], days: frozenset[date], effort: float
    ) -> tuple[Sitting, ...]:
        """Return a plan with some days improved, the others as they are; keep it if it is best."""
        near = Neighbourhood(self.problem, plan, days, self.goal.weights)
        part = Search(
            near.part(),
            self.seconds - self.elapsed(),
            self.seed,
            lambda _: None,
            self.stop,
            aims=self.goal,
            most_effort=effort,
            start=near.inside(),
        )
        found = part.run()
        self.effort += part.effort + _OVERHEAD
        better = near.whole(found.sittings)
        self.adopt(better)
        return better

    def _is_pinned(self, sitting: Sitting) -> bool:
        return self.problem.places[sitting.place].jury is not None

    def _hold(self, assembly: Assembly, stage: int, *, is_least: bool) -> None:
        """Let no later stage pay with this one; the bound of later ones lives on its least."""
        open_stage(assembly, stage)
        reached = self.goal.cost(self.costs, stage)
        cost = sum(factor * variable for variable, factor in assembly.stage_terms(stage))
        reached -= assembly.stage_constant(stage)
        assembly.model.add(cost == reached if is_least else cost <= reached)

    def _solve(
        self, assembly: Assembly, stage: int, seconds: float, effort: float
    ) -> Solution | None:
        from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

        open_stage(assembly, stage)
        terms = assembly.stage_terms(stage)
        constant = assembly.stage_constant(stage)
        variables, factors = [v for v, _ in terms], [f for _, f in terms]
        assembly.model.minimize(cp_model.LinearExpr.weighted_sum(variables, factors))
        assembly.hint(self.best)
        filler = one_worker(seconds, effort, self.seed)
        filler.parameters.fix_variables_to_their_hinted_value = True
        if self._run(assembly, filler) in SOLVED:
            assembly.hint_everything(filler.response_proto.solution)
        if self.stop.is_asked:
            return None
        solver = one_worker(seconds, effort, self.seed)
        solver.best_bound_callback = lambda bound: self.learn_bound(stage, constant + bound)
        status = self._run(assembly, solver)
        if status not in SOLVED:
            if status == "UNKNOWN" or not self.proved:
                return None
            # The plan in hand satisfies the model: whatever the data, this is a fault of ours
            raise IllegalPlan(f"{status}: {assembly.model.validate()}")
        bound = constant + solver.best_objective_bound
        self.learn_bound(stage, bound)
        return Solution(tuple(solver.response_proto.solution), bound, status == "OPTIMAL")

    def _run(self, assembly: Assembly, solver: cp_model.CpSolver) -> str:
        """Let the solver work until it is done or told to stop; return the name of its status."""
        with self.stop.halting(solver.stop_search):
            status = solver.solve(assembly.model)
        self.effort += solver.response_proto.deterministic_time
        return solver.status_name(status)

    def learn_bound(self, stage: int, bound: float) -> None:
        """Take note that no plan costs less in a stage, and tell how far the best is from that."""
        least = max(0, int(bound + _ROUNDING))
        if stage == 0 and self.goal.ordered and self.goal.stages[0][0] == "unplaced":
            out = least // self.goal.weights["unplaced"]
            self.bound = min(self.bound, self.problem.total - out)
        reached = self.goal.cost(self.costs, stage)
        self.report(stage, gap=(reached - least) / reached if reached else 0.0)

    def report(self, stage: int, *, gap: float) -> None:
        """Tell where the search is."""
        total = self.problem.total
        placed = total - self.costs[PARTS.index("unplaced")]
        self.tell(
            PlanProgress(
                seconds=self.elapsed(),
                stage=self.goal.stages[stage][0],
                placed=placed,
                bound=max(placed, self.bound),
                total=total,
                gap=max(0.0, min(1.0, gap)),
            )
        )

    @property
    def allowed(self) -> float:
        """Return the deterministic seconds that may be used."""
        return self.seconds * EFFORT if self.most_effort is None else self.most_effort

    @cached_property
    def goal(self) -> Aims:
        """Return what is minimised."""
        return self.aims or aims_of(self.problem)

    def elapsed(self) -> float:
        """Return the seconds since the search began."""
        return monotonic() - self.began

    def is_over(self) -> bool:
        """Tell whether the search must end."""
        return self.stop.is_asked or self.elapsed() >= self.seconds


def _share(stage: int, stages: int) -> float:
    return 1.0 if stage == stages - 1 else _SHARE


_ROUNDING = 1e-6
