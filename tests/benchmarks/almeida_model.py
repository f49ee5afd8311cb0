"""How many defences can be held, proved: committees and places in one model, days counted first.

A place is a day, slot and room. Whoever sits belongs to the place and not to the defence: `sits`
says who takes a role there, `heard` which defence is held there, and each implies somebody, or
something, that goes with it. So there is no variable for person, defence and place together.

Each day alone, its defences all alike, is a small problem, and the sum of what the days can hold
is a bound that the whole model does not see: where not everything can be held it is mostly too
few places at which enough persons are free. The bound is stated in the model, which then searches
for a plan that reaches it, and goes on to a proof of its own where no plan does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor
from time import monotonic
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from tests.benchmarks.almeida import Held

if TYPE_CHECKING:
    from tests.benchmarks.almeida import Eligible, Instance

Place = tuple[int, int, int]
"""Day, slot and room."""
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Found:
    """The best plan found, and how many defences no plan can exceed."""

    plan: tuple[Held, ...]
    bound: int
    work: float
    """In the solver's own measure, which does not depend on the machine."""

    @property
    def is_proved(self) -> bool:
        """Tell whether no plan holds more."""
        return len(self.plan) == self.bound


def most_held(instance: Instance, *, seconds: float = 60) -> Found:
    """Return a plan that holds as many defences as possible, as far as the time allows."""
    end = monotonic() + seconds
    alike, limits, work = instance.alike(), dict[int, int](), 0.0
    for day in range(instance.days):
        counted = _Model(alike, {day: len(instance.defences)}).solve(end - monotonic())
        limits[day] = counted.bound
        work += counted.work
    found = _Model(instance, limits).solve(end - monotonic())
    return Found(found.plan, found.bound, work + found.work)


class _Model:
    """The defences of an instance on some days, no more of them on each than its limit."""

    def __init__(self, instance: Instance, limits: Mapping[int, int]) -> None:
        self._instance = instance
        self._bound = min(len(instance.defences), sum(limits.values()))
        self._model = cp_model.CpModel()
        self._kinds: dict[Eligible, list[int]] = defaultdict(list)
        """Defences that take the same persons are not told apart."""
        for number, eligible in enumerate(instance.defences):
            self._kinds[eligible].append(number)
        self._used: dict[Place, cp_model.IntVar] = {}
        self._heard: dict[tuple[Eligible, Place], cp_model.IntVar] = {}
        self._sits: dict[tuple[int, int, Place], cp_model.IntVar] = {}
        """By person, role and place."""
        anybody = instance.anybody
        for place in sorted(instance.open):
            if limits.get(place[0]):
                self._add_place(place, anybody)
        self._hold_each_once()
        self._keep_apart()
        for day, limit in limits.items():
            self._model.add(sum(used for (d, *_), used in self._used.items() if d == day) <= limit)
        self._model.add(sum(self._used.values()) <= self._bound)
        self._model.maximize(sum(self._used.values()))

    def _add_place(self, place: Place, anybody: Eligible) -> None:
        there = self._instance.present.get(place[:2], frozenset())
        free = [sorted(persons & there) for persons in anybody]
        kinds = [k for k in self._kinds if all(map(frozenset.intersection, k, free))]
        if not kinds:
            return
        used = self._used[place] = self._model.new_bool_var("")
        heard = {kind: self._model.new_bool_var("") for kind in kinds}
        self._heard |= {(kind, place): variable for kind, variable in heard.items()}
        self._model.add_exactly_one([*heard.values(), ~used])
        for role, persons in enumerate(free):
            sits = {person: self._model.new_bool_var("") for person in persons}
            self._sits |= {(person, role, place): variable for person, variable in sits.items()}
            self._model.add_exactly_one([*sits.values(), ~used])
            self._match(role, heard, sits)

    def _match(
        self,
        role: int,
        heard: Mapping[Eligible, cp_model.IntVar],
        sits: Mapping[int, cp_model.IntVar],
    ) -> None:
        """A defence takes one of its persons; a person takes one of the defences open to them."""
        for kind, variable in heard.items():
            takes = [sits[person] for person in sits if person in kind[role]]
            if len(takes) < len(sits):
                self._model.add_bool_or([*takes, ~variable])
        for person, variable in sits.items():
            serves = [heard[kind] for kind in heard if person in kind[role]]
            if len(serves) < len(heard):
                self._model.add_bool_or([*serves, ~variable])

    def _hold_each_once(self) -> None:
        everywhere = defaultdict(list)
        for (kind, _), variable in self._heard.items():
            everywhere[kind].append(variable)
        for kind, variables in everywhere.items():
            self._model.add(sum(variables) <= len(self._kinds[kind]))

    def _keep_apart(self) -> None:
        """Of the starts in each stretch of slots, one in a room and one of a person."""
        loads, rooms, persons = defaultdict(list), defaultdict(list), defaultdict(list)
        for (day, slot, room), used in self._used.items():
            for stretch in self._stretches(slot):
                rooms[day, room, stretch].append(used)
        for (person, _, (day, slot, _)), sits in self._sits.items():
            loads[person].append(sits)
            for stretch in self._stretches(slot):
                persons[day, person, stretch].append(sits)
        for variables in (*rooms.values(), *persons.values()):
            if len(variables) > 1:
                self._model.add_at_most_one(variables)
        for person, variables in loads.items():
            self._model.add(sum(variables) <= self._instance.most[person])

    def _stretches(self, slot: int) -> Iterable[int]:
        """Return the first slots of the stretches, as long as a defence lasts, with that slot."""
        return range(slot - self._instance.lasts + 1, slot + 1)

    def solve(self, seconds: float) -> Found:
        """Return the best plan.

        Probing is left out: it takes ten times the work of all the rest and finds nothing.
        """
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        solver.parameters.linearization_level = 2
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.max_time_in_seconds = max(0.0, seconds)
        status = solver.solve(self._model)
        work = solver.response_proto.deterministic_time
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return Found((), self._bound, work)
        bound = min(self._bound, floor(solver.best_objective_bound + _TOLERANCE))
        return Found(tuple(self._plan(solver)), bound, work)

    def _plan(self, solver: cp_model.CpSolver) -> Iterable[Held]:
        waiting = {kind: list(numbers) for kind, numbers in self._kinds.items()}
        members: dict[Place, dict[int, int]] = defaultdict(dict)
        for (person, role, place), sits in self._sits.items():
            if solver.boolean_value(sits):
                members[place][role] = person
        for (kind, place), heard in self._heard.items():
            if solver.boolean_value(heard):
                seated = tuple(person for _, person in sorted(members[place].items()))
                yield Held(waiting[kind].pop(), *place, seated)
