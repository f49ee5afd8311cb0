"""The CP-SAT model: who sits and who is heard on each half-day, the rooms left aside.

Rooms that are alike are not told apart: a place has a *number* of juries, examiners take posts of
the place, applicants who are alike are counted. What must hold for one jury is stated for the sum
over the juries of the place, which is exact for one jury and necessary for several; `dealing` then
splits the place into rooms, and where it cannot, `rooms` states the same for each room apart.

Three lines say what follows from the others in whole numbers and not in fractions: so many
candidacies take so many juries (`_round_juries`), and so many juries bring a person on so many days
(`sharing`). The bound of the linear relaxation lives on them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.cohorts import Cohort, cohorts_of, name_heard
from jurydesk.planning.dealing import Table
from jurydesk.planning.former import price_changes
from jurydesk.planning.hours import patterns
from jurydesk.planning.objective import Aims, Sitting
from jurydesk.planning.problem import Problem
from jurydesk.planning.sharing import keep_apart, respect_ties, share_examiners
from jurydesk.planning.ways import keep_on_site

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Term = tuple["cp_model.IntVar", int]

_MOST_EXCESS = 10**12


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


def assemble(problem: Problem, aims: Aims, *, ties: bool = True) -> Assembly:
    """Return the model of the problem; without its ties, one that is quicker to bound."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

    assembly = Assembly(problem, aims, cp_model.CpModel(), cohorts_of(problem))
    for place in range(len(problem.places)):
        for panel in problem.may_sit(place):
            _add_juries(assembly, place, panel)
    _add_hearings(assembly)
    for place, panel in assembly.juries:
        apart = replace(assembly, costs=defaultdict(list))
        hold_juries(apart, place, panel, ties=ties)
        assembly.counted[place, panel] = apart.costs
        for part, terms in apart.costs.items():
            assembly.costs[part] += terms
    _share_places(assembly)
    _round_juries(assembly)
    share_examiners(assembly)
    keep_on_site(assembly)
    price_changes(assembly)
    return assembly


def hold_juries(assembly: Assembly, place: int, panel: int, *, ties: bool = True) -> None:
    """State what must hold in each jury of a place, for the sum of them: exact where it is one."""
    _limit_time(assembly, place, panel)
    _keep_pinned_votes(assembly, place, panel)
    _count_sexes(assembly, place, panel)
    _mix_voters(assembly, place, panel)
    _count_chairs(assembly, place, panel)
    if ties:
        respect_ties(assembly, place, panel)
        keep_apart(assembly, place, panel)


def _count(model: cp_model.CpModel, most: int) -> cp_model.IntVar:
    return model.new_bool_var("") if most == 1 else model.new_int_var(0, most, "")


def _add_juries(assembly: Assembly, place: int, panel: int) -> None:
    """A jury takes one examiner for each seat; whoever is pinned sits in it."""
    model, where = assembly.model, assembly.problem.places[place]
    rooms = len(where.rooms)
    juries = assembly.juries[place, panel] = _count(model, rooms)
    for post, kind in enumerate(assembly.problem.panels[panel].posts):
        bound = where.bound_members(post)
        for examiner in bound:
            assembly.sits[place, panel, post, examiner] = juries
        if len(bound) == kind.count:
            continue
        prices = where.openings[panel][post]
        for examiner, cost in prices.items():
            sits = assembly.sits[place, panel, post, examiner] = model.new_bool_var("")
            assembly.costs["preferences"].append((sits, cost))
        taken = [assembly.sits[place, panel, post, examiner] for examiner in prices]
        model.add(sum(taken) == (kind.count - len(bound)) * juries)
    assembly.costs["juries"].append((juries, 1))
    if where.heard:
        assembly.costs["unplaced"].append((juries, -len(where.heard)))
    if rooms > 1:
        for stage in range(len(assembly.aims.stages)):
            assembly.excess[place, panel, stage] = model.new_int_var(0, _MOST_EXCESS, "")


def _add_hearings(assembly: Assembly) -> None:
    """Nobody is heard twice, nor with another candidacy of theirs on the same half-day."""
    model, problem = assembly.model, assembly.problem
    together = defaultdict(list)
    for number, cohort in enumerate(assembly.cohorts):
        places = sorted(cohort.like.places)
        for place in places:
            heard = assembly.heard[number, place] = _count(model, cohort.size)
            if place in cohort.like.late:
                assembly.costs["late_clocks"].append((heard, 1))
            if place in cohort.like.prices:
                assembly.costs["preferences"].append((heard, cohort.like.prices[place]))
            if cohort.size == 1:
                together[cohort.like.person, problem.places[place].half].append(heard)
        everywhere = [assembly.heard[number, place] for place in places]
        model.add(sum(everywhere) <= cohort.size)
        assembly.costs["unplaced"] += [(heard, -1) for heard in everywhere]
        if cohort.like.late_unless_placed:
            assembly.costs["late_clocks"] += [(heard, -1) for heard in everywhere]
    for alone in together.values():
        model.add_at_most_one(alone)
    assembly.constants["unplaced"] = problem.total
    late = sum(applicant.late_unless_placed for applicant in problem.applicants)
    assembly.constants["late_clocks"] = late


def _limit_time(assembly: Assembly, place: int, panel: int) -> None:
    """Hearings follow one another in free time: each jury takes one pattern of lengths."""
    model, problem = assembly.model, assembly.problem
    juries = assembly.juries[place, panel]
    present = [
        (cohort.like.minutes, assembly.heard[number, place])
        for number, cohort in enumerate(assembly.cohorts)
        if cohort.like.panel == panel and place in cohort.like.places
    ]
    if problem.places[place].jury is None:
        model.add(sum(heard for _, heard in present) >= problem.fewest * juries)
    lengths = tuple(sorted({minutes for minutes, _ in present}))
    fullest = patterns(problem.places[place].windows, lengths)
    most = len(problem.places[place].rooms)
    taken = [juries]
    if len(fullest) > 1:
        taken = [model.new_int_var(0, most, "") for _ in fullest]
        model.add(sum(taken) == juries)
    for rank, length in enumerate(lengths):
        heard = [variable for minutes, variable in present if minutes == length]
        room = sum(pattern[rank] * t for pattern, t in zip(fullest, taken, strict=True))
        model.add(sum(heard) <= room)


def _keep_pinned_votes(assembly: Assembly, place: int, panel: int) -> None:
    """Enough members may deliberate on each pinned hearing, whoever joins its jury."""
    spare = assembly.problem.spare_votes(panel)
    for silent in assembly.problem.places[place].heard:
        recused = [v for examiner, v in assembly.voting(place, panel) if examiner in silent]
        if len(recused) > spare:
            assembly.model.add(sum(recused) <= spare * assembly.juries[place, panel])


def _count_sexes(assembly: Assembly, place: int, panel: int) -> None:
    """Women and men over the juries of a place: what is missing to one, and to half, of each."""
    terms = assembly.problem.panels[panel]
    juries = assembly.juries[place, panel]
    most = len(assembly.problem.places[place].rooms)
    for sex in (Sex.FEMALE, Sex.MALE) if terms.balanced else ():
        present = [
            variable
            for _, examiner, variable in assembly.seated(place, panel)
            if assembly.problem.profiles[examiner].sex is sex
        ]
        for part, wanted in (("one_sex", 1), ("balance", terms.half)):
            short = assembly.model.new_int_var(0, wanted * most, "")
            assembly.model.add(short >= wanted * juries - sum(present))
            assembly.costs[part].append((short, 1))


def _mix_voters(assembly: Assembly, place: int, panel: int) -> None:
    """Where those who deliberate must be of both sexes, each jury has one of each."""
    profiles, juries = assembly.problem.profiles, assembly.juries[place, panel]
    for sex in (Sex.FEMALE, Sex.MALE) if assembly.problem.panels[panel].mixed_voters else ():
        present = [
            v for examiner, v in assembly.voting(place, panel) if profiles[examiner].sex is sex
        ]
        assembly.model.add(sum(present) >= juries)


def _count_chairs(assembly: Assembly, place: int, panel: int) -> None:
    """A jury in which every voting member declines to preside costs one wish."""
    willing = [
        variable
        for examiner, variable in assembly.voting(place, panel)
        if not assembly.problem.profiles[examiner].declines
    ]
    most = len(assembly.problem.places[place].rooms)
    short = assembly.model.new_int_var(0, most, "")
    assembly.model.add(short >= assembly.juries[place, panel] - sum(willing))
    assembly.costs["preferences"].append((short, 1))


def _share_places(assembly: Assembly) -> None:
    """No more juries than rooms, whatever their composition; a day with any jury is opened."""
    model, days = assembly.model, defaultdict(list)
    for number, place in enumerate(assembly.problem.places):
        sit = [assembly.juries[number, panel] for panel in assembly.problem.may_sit(number)]
        if len(sit) > 1:
            model.add(sum(sit) <= len(place.rooms))
        if sit:
            days[place.day].append((sum(sit), len(place.rooms)))
    for juries in days.values():
        opened = model.new_bool_var("")
        for number_of, rooms in juries:
            model.add(number_of <= rooms * opened)
        assembly.costs["days"].append((opened, 1))


def _places(assembly: Assembly, panel: int) -> list[tuple[int, cp_model.IntVar]]:
    """Return the places of a panel, each with its number of juries."""
    return [(place, juries) for (place, p), juries in assembly.juries.items() if p == panel]


def _most_hearings(assembly: Assembly, place: int, panel: int) -> int:
    """Return how many candidacies of a panel one jury can hear at a place."""
    applicants = assembly.problem.applicants
    heard = assembly.problem.hears(place, panel)
    lengths = tuple(sorted({applicants[a].minutes for a in heard}))
    return max(sum(p) for p in patterns(assembly.problem.places[place].windows, lengths))


def _round_juries(assembly: Assembly) -> None:
    """So many candidacies take so many juries, or some are left out: rounded, not in fractions."""
    for panel in range(len(assembly.problem.panels)):
        places = _places(assembly, panel)
        most = max((_most_hearings(assembly, n, panel) for n, _ in places), default=0)
        cohorts = [(n, c) for n, c in enumerate(assembly.cohorts) if c.like.panel == panel]
        wanted = sum(cohort.size for _, cohort in cohorts)
        if not most or not wanted:
            continue
        heard = [assembly.heard[n, place] for n, cohort in cohorts for place in cohort.like.places]
        rest = wanted % most or most
        juries = sum(variable for _, variable in places)
        left = wanted - sum(heard)
        assembly.model.add(rest * juries + left >= rest * -(-wanted // most))
