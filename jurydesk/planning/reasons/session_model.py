"""A session as a question: may this be heard beside those? Each fact is a literal.

Juries are told apart here, room by room, unlike in `assemble`: what is found feasible must be so.
Beside the rooms of the session each half-day has one more, and each kind of seat holders that do
not exist, as soon as the fact is given up that there are none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.people import Sex
from jurydesk.planning.problem import Half, Panel
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.facts import (
    COSTS,
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
MOST_WOMEN = 100
NEVER = 10_000
"""The price of what no repair may give up: only questions about blocks ever pay it."""
Chair = tuple[int, int]
"""A post, and an examiner."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one jury could sit: a half-day, and the how-manieth room."""

    half: Half
    room: int


@dataclass
class SessionModel:
    """The model and the names of its variables."""

    circumstances: Circumstances
    model: cp_model.CpModel
    wanted: Mapping[int, Wanted]
    """By candidacy; 0: anybody."""
    companions: Mapping[int, Fact]
    """By candidacy, the fact that it is to be heard as well."""
    held: dict[Fact, cp_model.IntVar] = field(default_factory=dict)
    sits: dict[tuple[Desk, Panel], cp_model.IntVar] = field(default_factory=dict)
    seated: dict[tuple[Desk, Panel], dict[Chair, cp_model.IntVar]] = field(default_factory=dict)
    heard: dict[tuple[int, Desk], cp_model.IntVar] = field(default_factory=dict)
    longer: dict[HalfDay, cp_model.IntVar] = field(default_factory=dict)
    recruits: dict[str, cp_model.IntVar] = field(default_factory=dict)
    women: dict[str, cp_model.IntVar] = field(default_factory=dict)
    """By kind of seat, how many of those still to be found are women, where it matters."""
    lent: dict[tuple[Desk, Panel], list[tuple[str, cp_model.IntVar]]] = field(default_factory=dict)
    """How many of a jury are still to be found, by kind of seat."""

    def holds(self, fact: Fact) -> cp_model.IntVar:
        """Return the literal of a fact."""
        if fact not in self.held:
            self.held[fact] = self.model.new_bool_var("")
        return self.held[fact]

    def desks(self) -> Iterator[Desk]:
        """Yield every place for a jury, one room more than there are."""
        for half in self.circumstances.halves:
            for room in range(self.circumstances.rooms + 1):
                yield Desk(half, room)

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
        return SoftModel(self.model, self.held, costs, extra, deadline)


def model_of(
    circumstances: Circumstances,
    wanted: Mapping[int, Wanted],
    companions: Collection[Fact] = (),
    *,
    mixed: bool = False,
) -> SessionModel:
    """Return the model in which all of `wanted` are heard, those of the companions if they hold.

    `mixed`: women and men must sit in each jury of which the rules ask it.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

    met = {number: f for f in companions for number in circumstances.meant(f)}
    beside = {number: circumstances.wanted(number) for number in met}
    made = SessionModel(circumstances, cp_model.CpModel(), {**beside, **wanted}, met)
    if circumstances.halves:
        _add_juries(made)
        _share_people(made)
        _lend_recruits(made)
        if mixed:
            _mix_sexes(made)
        _limit_time(made)
        for number in made.wanted:
            _respect_ties(made, number)
    _hear(made)
    return made


def _hear(made: SessionModel) -> None:
    """Hear each once, unless the fact that it is to be heard is given up."""
    by_candidacy: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for (number, _), variable in made.heard.items():
        by_candidacy[number].append(variable)
    for number in made.wanted:
        heard = by_candidacy[number]
        options: list[cp_model.LiteralT] = [*heard]
        if number in made.companions:
            options.append(~made.holds(made.companions[number]))
        if not made.circumstances.halves:
            options.append(~made.holds(Fact(FactKind.DAYS)))
        # Several may share one fact: none of them is then kept from being heard
        made.model.add_bool_or(options)
        made.model.add_at_most_one(heard)


def _add_juries(made: SessionModel) -> None:
    """Let each desk have one jury of one panel, which hears those who ask for that panel."""
    panels = tuple(dict.fromkeys(wanted.panel for wanted in made.wanted.values()))
    spare_room = made.holds(Fact(FactKind.ROOMS))
    for desk in made.desks():
        sits = {panel: made.model.new_bool_var("") for panel in panels}
        made.model.add_at_most_one(sits.values())
        for panel, variable in sits.items():
            made.sits[desk, panel] = variable
            if desk.room == made.circumstances.rooms:
                made.model.add_implication(variable, ~spare_room)
        for number, wanted in made.wanted.items():
            _offer(made, number, desk, sits[wanted.panel])
    _order_rooms(made, panels)


def _offer(made: SessionModel, number: int, desk: Desk, sits: cp_model.IntVar) -> None:
    wanted = made.wanted[number]
    heard = made.heard[number, desk] = made.model.new_bool_var("")
    made.model.add_implication(heard, sits)
    for fact in (*wanted.always, *wanted.by_day.get(desk.half[0], ())):
        made.model.add_implication(heard, ~made.holds(fact))


def _order_rooms(made: SessionModel, panels: tuple[Panel, ...]) -> None:
    """Fill the rooms of a half-day in order: those of the session are alike."""
    for one, other in pairwise(made.desks()):
        if one.half == other.half and other.room < made.circumstances.rooms:
            used = [sum(made.sits[desk, panel] for panel in panels) for desk in (one, other)]
            made.model.add(used[0] >= used[1])


def _share_people(made: SessionModel) -> None:
    """Let each person take one seat of one jury of a half-day, and only where no fact forbids."""
    taken: dict[tuple[int, Half], list[cp_model.IntVar]] = defaultdict(list)
    for desk, panel in made.sits:
        chairs = made.seated[desk, panel] = {}
        for post, kind in enumerate(panel.posts):
            for examiner, barred in made.circumstances.holders(panel, kind.seat).items():
                variable = chairs[post, examiner] = made.model.new_bool_var("")
                taken[examiner, desk.half].append(variable)
                for fact in barred[desk.half]:
                    made.model.add_implication(variable, ~made.holds(fact))
    for variables in taken.values():
        made.model.add_at_most_one(variables)


def _lend_recruits(made: SessionModel) -> None:
    """Fill each seat; where nobody of the pool does, with somebody still to be found."""
    lent: dict[tuple[str, Half], list[cp_model.IntVar]] = defaultdict(list)
    most: dict[str, int] = {}
    for (desk, panel), sits in made.sits.items():
        chairs = made.seated[desk, panel]
        for post, kind in enumerate(panel.posts):
            new = made.model.new_int_var(0, kind.count, "")
            made.lent.setdefault((desk, panel), []).append((kind.seat.kind, new))
            mine = [variable for (number, _), variable in chairs.items() if number == post]
            made.model.add(sum(mine) + new == kind.count * sits)
            lent[kind.seat.kind, desk.half].append(new)
            most[kind.seat.kind] = max(most.get(kind.seat.kind, 0), len(panel.seats))
    for seat, count in most.items():
        limit = count * (made.circumstances.rooms + 1)
        wanted = made.recruits[seat] = made.model.new_int_var(0, limit, "")
        closed = made.holds(Fact(FactKind.NOBODY_ELSE, seat=seat))
        made.model.add(wanted <= limit * ~closed)
    for (seat, _), variables in lent.items():
        made.model.add(sum(variables) <= made.recruits[seat])


def _mix_sexes(made: SessionModel) -> None:
    """Seat a woman and a man in each jury; those still to be found are of either sex, for good."""
    asked = made.holds(Fact(FactKind.ONE_SEX))
    pool = made.circumstances.facts.examiners
    found: dict[tuple[str, Half], list[tuple[cp_model.IntVar, cp_model.IntVar]]] = defaultdict(list)
    for seat, count in made.recruits.items():
        made.women[seat] = made.model.new_int_var(0, MOST_WOMEN, "")
        made.model.add(made.women[seat] <= count)
    for (desk, panel), lent in made.lent.items():
        women = []
        for seat, new in lent:
            variable = made.model.new_int_var(0, len(panel.seats), "")
            made.model.add(variable <= new)
            found[seat, desk.half].append((new, variable))
            women.append(variable)
        if not made.circumstances.is_mixed(panel):
            continue
        by_sex: dict[Sex, list[cp_model.IntVar]] = defaultdict(list)
        for (_, examiner), chair in made.seated[desk, panel].items():
            by_sex[pool[examiner].sex].append(chair)
        men = sum(new for _, new in lent) - sum(women)
        needed = made.sits[desk, panel]
        for there in (sum(by_sex[Sex.FEMALE]) + sum(women), sum(by_sex[Sex.MALE]) + men):
            made.model.add(there >= needed).only_enforce_if(asked)
    for (seat, _), pairs in found.items():
        made.model.add(sum(w for _, w in pairs) <= made.women[seat])
        others = sum(new for new, _ in pairs) - sum(w for _, w in pairs)
        made.model.add(others <= made.recruits[seat] - made.women[seat])


def _limit_time(made: SessionModel) -> None:
    """Keep the hearings of a jury within its half-day, as long as those are no longer."""
    longest = max((wanted.minutes for wanted in made.wanted.values()), default=0)
    most = max(MOST_QUARTERS, -(-longest // QUARTER))
    for half_day in dict.fromkeys(half_day for _, half_day in made.circumstances.halves):
        longer = made.longer[half_day] = made.model.new_int_var(0, most, "")
        fixed = made.holds(Fact(FactKind.HOURS, half_day=half_day))
        made.model.add(longer <= most * ~fixed)
    for desk in made.desks():
        minutes = sum(
            wanted.minutes * made.heard[number, desk] for number, wanted in made.wanted.items()
        )
        limit = made.circumstances.length(desk.half)
        made.model.add(minutes <= limit + QUARTER * made.longer[desk.half[1]])


def _respect_ties(made: SessionModel, number: int) -> None:
    wanted = made.wanted[number]
    posts = wanted.panel.posts
    for desk in made.desks():
        heard = made.heard[number, desk]
        chairs = made.seated[desk, wanted.panel]
        for examiner, fact in wanted.excluded:
            for post in range(len(posts)):
                if (post, examiner) in chairs:
                    tied = (heard, chairs[post, examiner], made.holds(fact))
                    made.model.add_bool_or([~variable for variable in tied])
        silent = [
            (chairs[post, examiner], made.holds(fact))
            for examiner, fact in wanted.recused
            for post, kind in enumerate(posts)
            if kind.seat.deliberates and (post, examiner) in chairs
        ]
        if len(silent) > wanted.spare:
            _keep_quorum(made, heard, silent, spare=wanted.spare)


def _keep_quorum(
    made: SessionModel,
    heard: cp_model.IntVar,
    silent: list[tuple[cp_model.IntVar, cp_model.IntVar]],
    *,
    spare: int,
) -> None:
    """Let no more voting members be recused than the candidate can do without."""
    recused = []
    for chair, tied in silent:
        variable = made.model.new_bool_var("")
        made.model.add_bool_or([~chair, ~tied, variable])
        recused.append(variable)
    made.model.add(sum(recused) <= spare).only_enforce_if(heard)
