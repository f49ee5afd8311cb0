"""A session as a question: may this be heard beside those? Each fact is a literal.

Like `assemble` it counts: a half-day has a number of juries, whoever sits takes a seat of the
half-day, candidacies that are alike are not told apart. `desk_lines` states what must hold in a
jury for the sum over those of the half-day, which is exact for one and necessary for several;
`rooms_apart` deals each answer out to rooms, and where that fails tells the rooms of that half-day
apart for good. So what is called impossible is so, and what is called feasible was dealt out.

Beside the rooms of the session each half-day has one more, and each kind of seat holders that do
not exist, as soon as the fact is given up that there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.planning.problem import Half, Panel
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.facts import (
    COSTS,
    NEVER,
    PER_QUARTER,
    PER_RECRUIT,
    Fact,
    FactKind,
)
from jurydesk.planning.reasons.soft import Deadline, SoftModel

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

QUARTER = 15
MOST_QUARTERS = 16
"""By how many quarters of an hour a half-day may be longer; a longer hearing is let through."""
Chair = tuple[int, int]
"""A post, and an examiner."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where juries could sit: a half-day, all its rooms together or the how-manieth."""

    half: Half
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """Candidacies of whom any may take the place of any other."""

    members: tuple[int, ...]
    like: Wanted

    @property
    def size(self) -> int:
        """Return how many there are."""
        return len(self.members)


Place = tuple[Desk, Panel]


@dataclass
class SessionModel:
    """The model and the names of its variables."""

    circumstances: Circumstances
    model: cp_model.CpModel
    wanted: Mapping[int, Wanted]
    """By candidacy; 0: anybody."""
    companions: Mapping[int, Fact]
    """By candidacy, the fact that it is to be heard as well."""
    halves: tuple[Half, ...]
    people: frozenset[int] | None = None
    """The only examiners who may sit; None: all of them."""
    mixed: bool = False
    held: dict[Fact, cp_model.IntVar] = field(default_factory=dict)
    sits: dict[Place, cp_model.IntVar] = field(default_factory=dict)
    """How many juries."""
    seated: dict[Place, dict[Chair, cp_model.IntVar]] = field(default_factory=dict)
    heard: dict[tuple[int, Desk], cp_model.IntVar] = field(default_factory=dict)
    """By cohort: how many."""
    longer: dict[HalfDay, cp_model.IntVar] = field(default_factory=dict)
    recruits: dict[str, cp_model.IntVar] = field(default_factory=dict)
    women: dict[str, cp_model.IntVar] = field(default_factory=dict)
    """By kind of seat, how many of those still to be found are women, where it matters."""
    lent: dict[Place, dict[int, cp_model.IntVar]] = field(default_factory=dict)
    """By post: how many of those who sit are still to be found."""
    lent_women: dict[Place, dict[int, cp_model.IntVar]] = field(default_factory=dict)
    split: set[Half] = field(default_factory=set)
    """Where rooms are told apart."""
    answered: dict[frozenset[Fact], bool] = field(default_factory=dict)
    refine: Callable[[Sequence[int]], bool] = lambda _: False
    """Takes the values of a solution, and tells whether the model learnt that it cannot be."""

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """Return the candidacies by likeness."""
        alike: dict[object, list[int]] = defaultdict(list)
        for number, wanted in self.wanted.items():
            alike[self.circumstances.likeness(number, wanted)].append(number)
        return tuple(Cohort(tuple(n), self.wanted[n[0]]) for n in alike.values())

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """Return the compositions that are asked for."""
        return tuple(dict.fromkeys(wanted.panel for wanted in self.wanted.values()))

    @property
    def most_rooms(self) -> int:
        """Return the rooms of the session and the one that could be added."""
        return self.circumstances.rooms + 1

    def holds(self, fact: Fact) -> cp_model.IntVar:
        """Return the literal of a fact."""
        if fact not in self.held:
            self.held[fact] = self.model.new_bool_var("")
        return self.held[fact]

    def count(self, most: int) -> cp_model.IntVar:
        """Return a new number from 0 to `most`."""
        return self.model.new_bool_var("") if most == 1 else self.model.new_int_var(0, most, "")

    def of_panel(self, panel: Panel) -> Iterator[tuple[int, Cohort]]:
        """Yield the cohorts that such a jury hears, with their numbers."""
        return ((n, c) for n, c in enumerate(self.cohorts) if c.like.panel == panel)

    def alike(self, facts: Collection[Fact]) -> Iterator[frozenset[Fact]]:
        """Yield what is as good as giving up these: another of a cohort instead of the one."""
        told = [fact for fact in facts if fact.kind is FactKind.HEARD]
        yield frozenset(facts)
        if len(told) != 1:
            return
        rest = frozenset(facts).difference(told)
        mine = next(c for c in self.cohorts if told[0].candidacy in c.members)
        for number in mine.members:
            other = self.companions.get(number)
            if other is not None and other != told[0]:
                yield rest | {other}

    @property
    def amounts(self) -> Mapping[Fact, cp_model.IntVar]:
        """Return by how much a fact is given up, of those of which it can be counted."""
        longer = {Fact(FactKind.HOURS, half_day=half): v for half, v in self.longer.items()}
        found = {Fact(FactKind.NOBODY_ELSE, seat=seat): v for seat, v in self.recruits.items()}
        return {**longer, **found}

    def question(self, deadline: Deadline) -> SoftModel[Fact]:
        """Return the model as a question."""
        costs = {fact: COSTS.get(fact.kind, NEVER) for fact in self.held}
        extra = [(variable, PER_QUARTER) for variable in self.longer.values()]
        extra += [(variable, PER_RECRUIT) for variable in self.recruits.values()]
        return SoftModel(
            self.model,
            self.held,
            costs,
            extra,
            deadline,
            refine=self.refine,
            variants=self.alike,
            answered=self.answered,
        )
