"""The CP-SAT model with the names of its variables, and the way from values back to a plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from jurydesk.planning.aims import Aims
from jurydesk.planning.cohorts import Cohort, name_heard
from jurydesk.planning.dealing import Table
from jurydesk.planning.objective import Sitting
from jurydesk.planning.problem import Half, Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Term = tuple["cp_model.IntVar", int]
Subject = tuple[int, ...]
"""What a lesson is about: numbers of a place, a panel, a post, examiners."""


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
    rooms: dict[tuple[int, int], tuple[Assembly, ...]] = field(default_factory=dict)
    """By place and panel: the rooms one by one, where they are told apart."""
    present: dict[tuple[int, Half], list[cp_model.IntVar]] = field(default_factory=dict)
    """By examiner and half-day: every seat that the person may take then."""
    chairs: dict[tuple[int, int], Mapping[int, cp_model.IntVar]] = field(default_factory=dict)
    """By place and panel: who presides there, once presidencies are asked for."""
    owed: dict[str, cp_model.IntVar] = field(default_factory=dict)
    """By part that is priced as far as plans show it must: its price."""
    lessons: dict[str, dict[Subject, list[Term]]] = field(default_factory=lambda: defaultdict(dict))
    """By such a part, and by what the lesson is about: what it was found to cost."""

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

    def owe(self, part: str) -> None:
        """Let a part cost what was learnt of it so far."""
        terms = chain.from_iterable(self.lessons[part].values())
        self.model.add(self.owed[part] >= sum(factor * variable for variable, factor in terms))

    def read(self, value: Sequence[int]) -> tuple[Table, ...]:
        """Return who comes to each place, from the values of the variables by index.

        Rooms that are told apart are tables of their own once a part depends on who shares one.
        """
        apart = self.rooms if self.owed else {}
        counts = {key: value[v.index] for key, v in self.heard.items()}
        named = name_heard(self.cohorts, counts)
        tables: list[Table] = []
        for (place, panel), juries in self.juries.items():
            applicants = self.problem.applicants
            hears = tuple(a for a in named.get(place, ()) if applicants[a].panel == panel)
            if (place, panel) in apart:
                tables += self._tables_apart(value, place, panel, hears)
            elif value[juries.index]:
                members = self.members(value, place, panel)
                tables.append(Table(place, panel, value[juries.index], members, hears))
        return tuple(tables)

    def members(self, value: Sequence[int], place: int, panel: int) -> tuple[tuple[int, int], ...]:
        """Return post and examiner of whoever sits, by the values of the variables."""
        return tuple(
            (post, examiner)
            for post, examiner, variable in self.seated(place, panel)
            if value[variable.index]
        )

    def _tables_apart(
        self, value: Sequence[int], place: int, panel: int, hears: tuple[int, ...]
    ) -> Iterator[Table]:
        """Yield one table for each room in which a jury sits."""
        waiting = {n: [a for a in c.members if a in hears] for n, c in enumerate(self.cohorts)}
        for room in self.rooms[place, panel]:
            mine = []
            for (number, _), heard in room.heard.items():
                mine += waiting[number][: value[heard.index]]
                del waiting[number][: value[heard.index]]
            if value[room.juries[place, panel].index]:
                members = room.members(value, place, panel)
                yield Table(place, panel, 1, members, tuple(sorted(mine)))

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
