"""The CP-SAT model with the names of its variables, and the way from values back to a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from jurydesk.planning.aims import Aims
from jurydesk.planning.cohorts import Cohort, name_heard
from jurydesk.planning.dealing import Table
from jurydesk.planning.objective import Sitting
from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Term = tuple["cp_model.IntVar", int]


@dataclass
class Assembly:
    """The model and the names of its variables."""

    problem: Problem
    aims: Aims
    model: cp_model.CpModel
    cohorts: tuple[Cohort, ...]
    """The applicants by likeness."""
    juries: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    """By place and panel: how many juries sit."""
    sits: dict[tuple[int, int, int, int], cp_model.IntVar] = field(default_factory=dict)
    """By place, panel, post and examiner."""
    heard: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    """By cohort and place: how many are heard."""
    costs: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    constants: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    excess: dict[tuple[int, int, int], cp_model.IntVar] = field(default_factory=dict)
    """By place, panel and stage: what dealing costs beyond what the sums can tell."""
    counted: dict[tuple[int, int], Mapping[str, list[Term]]] = field(default_factory=dict)
    """By place and panel: what the sums tell of the costs of its juries."""
    split: set[tuple[int, int]] = field(default_factory=set)
    """By place and panel: where rooms are told apart."""

    def seated(self, place: int, panel: int) -> Iterator[tuple[int, int, cp_model.IntVar]]:
        """Yield post, examiner and variable of whoever may sit for a panel at a place."""
        for number, kind in enumerate(self.problem.panels[panel].posts):
            bound = self.problem.places[place].bound_members(number)
            free = self.problem.places[place].openings[panel][number]
            for examiner in (*bound, *(free if len(bound) < kind.count else ())):
                yield number, examiner, self.sits[place, panel, number, examiner]

    def sitting(
        self, place: int, panel: int, examiners: frozenset[int]
    ) -> Iterator[tuple[int, cp_model.IntVar]]:
        """Yield post and variable of those of the examiners who may sit there."""
        posts = range(len(self.problem.panels[panel].posts))
        for examiner in sorted(examiners):
            for post in posts:
                variable = self.sits.get((place, panel, post, examiner))
                if variable is not None:
                    yield post, variable

    def voting(self, place: int, panel: int) -> Iterator[tuple[int, cp_model.IntVar]]:
        """Yield examiner and variable of whoever may sit with a vote."""
        posts = self.problem.panels[panel].posts
        for post, examiner, variable in self.seated(place, panel):
            if posts[post].seat.deliberates:
                yield examiner, variable

    def stage_terms(self, stage: int) -> list[Term]:
        """Return the weighted terms of one stage."""
        parts = chain.from_iterable(
            ((variable, factor * self.aims.weights[part]) for variable, factor in self.costs[part])
            for part in self.aims.stages[stage]
        )
        beyond = ((v, 1) for (_, _, number), v in self.excess.items() if number == stage)
        return [*parts, *beyond]

    def stage_constant(self, stage: int) -> int:
        """Return what the stage costs whatever is decided."""
        return sum(
            self.aims.weights[part] * self.constants[part] for part in self.aims.stages[stage]
        )

    def read(self, value: Mapping[int, int]) -> tuple[Table, ...]:
        """Return who comes to each place, from the values of the variables by index."""
        counts = {key: value[v.index] for key, v in self.heard.items()}
        named = name_heard(self.cohorts, counts)
        tables = []
        for (place, panel), juries in self.juries.items():
            if value[juries.index]:
                members = tuple(
                    (post, examiner)
                    for post, examiner, variable in self.seated(place, panel)
                    if value[variable.index]
                )
                applicants = self.problem.applicants
                hears = tuple(a for a in named.get(place, ()) if applicants[a].panel == panel)
                tables.append(Table(place, panel, value[juries.index], members, hears))
        return tuple(tables)

    def hint_everything(self, values: Iterable[int]) -> None:
        """Tell the solver where to begin, down to the variables that only follow."""
        self.model.proto.clear_solution_hint()
        for index, value in enumerate(values):
            self.model.add_hint(self.model.get_int_var_from_proto_index(index), value)

    def hint(self, sittings: Iterable[Sitting]) -> None:
        """Tell the solver where to begin: at a plan that is known, its main variables first."""
        values: dict[int, int] = defaultdict(int)
        cohort_of = {a: number for number, c in enumerate(self.cohorts) for a in c.members}
        for sitting in sittings:
            values[self.juries[sitting.place, sitting.panel].index] += 1
            for post, examiner in sitting.members:
                values[self.sits[sitting.place, sitting.panel, post, examiner].index] = 1
            for applicant in sitting.hears:
                values[self.heard[cohort_of[applicant], sitting.place].index] += 1
        self.model.proto.clear_solution_hint()
        known = chain(self.juries.values(), self.sits.values(), self.heard.values())
        for index, variable in {variable.index: variable for variable in known}.items():
            self.model.add_hint(variable, values[index])
