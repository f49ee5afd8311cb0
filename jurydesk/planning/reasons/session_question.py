"""Builds the model of a session, deals its answers out to rooms, and learns where that fails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from jurydesk.planning.problem import Half
from jurydesk.planning.reasons.ban_lines import is_told_apart, name_rooms, respect_bans
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted
from jurydesk.planning.reasons.desk_lines import (
    add_juries,
    hold_juries,
    is_dealt_as_it_stands,
    most_quarters,
)
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.session_model import Desk, SessionModel

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

Key = TypeVar("Key")
DEALING = 20.0
"""The solver's own measure of work that dealing out one half-day may take."""


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

    met = {fact.candidacy: fact for fact in companions}
    beside = {number: circumstances.wanted(number) for number in met}
    every = {**beside, **wanted}
    made = SessionModel(
        circumstances, cp_model.CpModel(), every, met, circumstances.halves, mixed=mixed
    )
    _build(made)
    made.refine = partial(_refine, made)
    return made


def _build(made: SessionModel) -> None:
    for half_day in dict.fromkeys(half_day for _, half_day in made.halves):
        most = most_quarters(made)
        longer = made.longer[half_day] = made.model.new_int_var(0, most, "")
        fixed = made.holds(Fact(FactKind.HOURS, half_day=half_day))
        made.model.add(longer <= most * ~fixed)
    for half in made.halves:
        for panel in made.panels:
            add_juries(made, Desk(half), panel, made.most_rooms)
        juries = sum(made.sits[Desk(half), panel] for panel in made.panels)
        few = made.holds(Fact(FactKind.ROOMS))
        made.model.add(juries <= made.circumstances.rooms + ~few)
    if made.halves:
        _share_people(made)
        _share_recruits(made)
    for desk, panel in made.sits:
        hold_juries(made, desk, panel)
    _hear(made)
    for half in made.halves:
        if is_told_apart(made.circumstances, half):
            split(made, half)


def _hear(made: SessionModel) -> None:
    """Hear each once, unless the fact that it is to be heard is given up."""
    for number, cohort in enumerate(made.cohorts):
        heard: list[cp_model.LinearExprT] = [v for (n, _), v in made.heard.items() if n == number]
        if not made.halves:
            heard.append(cohort.size * ~made.holds(Fact(FactKind.DAYS)))
        optional = [made.companions[n] for n in cohort.members if n in made.companions]
        wanted = cohort.size - len(optional) + sum(made.holds(fact) for fact in optional)
        made.model.add(sum(heard) >= wanted)
        made.model.add(sum(heard) <= cohort.size)
    _hear_apart(made)


def _hear_apart(made: SessionModel) -> None:
    """Nobody is heard for two candidacies on one half-day, as in every plan."""
    together: dict[tuple[int, Desk], list[cp_model.IntVar]] = defaultdict(list)
    for (number, desk), heard in made.heard.items():
        person = made.circumstances.several.get(made.cohorts[number].members[0])
        if person is not None:
            together[person, desk].append(heard)
    for variables in together.values():
        made.model.add_at_most_one(variables)


def _share_people(made: SessionModel) -> None:
    """Let each person take one seat of a half-day, and each come only where no fact forbids."""
    taken: dict[tuple[int, Half], list[cp_model.IntVar]] = defaultdict(list)
    for (desk, panel), chairs in made.seated.items():
        for (post, examiner), variable in chairs.items():
            taken[examiner, desk.half].append(variable)
            barred = made.circumstances.holders(panel, panel.posts[post].seat)[examiner]
            for fact in barred[desk.half]:
                made.model.add_implication(variable, ~made.holds(fact))
    for variables in taken.values():
        made.model.add_at_most_one(variables)
    for (number, desk), heard in made.heard.items():
        like = made.cohorts[number].like
        forbidden = (like.by_half[desk.half],) if desk.half in like.by_half else ()
        for fact in (*like.always, *like.by_day.get(desk.half[0], ()), *forbidden):
            made.model.add(heard == 0).only_enforce_if(made.holds(fact))


def _share_recruits(made: SessionModel) -> None:
    """Whoever is still to be found takes one seat of a half-day as well, and is of one sex."""
    lent: dict[tuple[str, Half], list[cp_model.IntVar]] = defaultdict(list)
    women: dict[tuple[str, Half], list[cp_model.IntVar]] = defaultdict(list)
    most: dict[str, int] = {}
    for desk, panel in made.sits:
        for post, kind in enumerate(panel.posts):
            seat = kind.seat.kind
            lent[seat, desk.half].append(made.lent[desk, panel][post])
            if made.mixed:
                women[seat, desk.half].append(made.lent_women[desk, panel][post])
            most[seat] = max(most.get(seat, 0), len(panel.seats) * made.most_rooms)
    for seat, limit in most.items():
        wanted = made.recruits[seat] = made.model.new_int_var(0, limit, "")
        closed = made.holds(Fact(FactKind.NOBODY_ELSE, seat=seat))
        made.model.add(wanted <= limit * ~closed)
        if made.mixed:
            made.women[seat] = made.model.new_int_var(0, limit, "")
            made.model.add(made.women[seat] <= wanted)
    for (seat, half), variables in lent.items():
        made.model.add(sum(variables) <= made.recruits[seat])
        if made.mixed:
            mine = sum(women[seat, half])
            made.model.add(mine <= made.women[seat])
            made.model.add(sum(variables) - mine <= made.recruits[seat] - made.women[seat])


def _refine(made: SessionModel, values: Sequence[int]) -> bool:
    """Deal a solution out; where a half-day fails, tell its rooms apart. True: it learnt."""
    for half in made.halves:
        if half not in made.split and not _can_be_dealt(made, half, values):
            split(made, half)
            return True
    return False


def _can_be_dealt(made: SessionModel, half: Half, values: Sequence[int]) -> bool:
    """Tell whether those who come to a half-day can be dealt out to its rooms."""
    desk = Desk(half)
    crowded = {p for p in made.panels if values[made.sits[desk, p].index] > 1}
    present: dict[int, Wanted] = {}
    for number, cohort in enumerate(made.cohorts):
        if cohort.like.panel in crowded:
            count = values[made.heard[number, desk].index]
            present |= dict.fromkeys(cohort.members[:count], cohort.like)
    seated = {
        examiner
        for panel in crowded
        for (_, examiner), variable in made.seated[desk, panel].items()
        if values[variable.index]
    }
    part = _part(made, half, present, frozenset(seated))
    if is_dealt_as_it_stands(made, part.cohorts):
        return True
    _build(part)
    split(part, half)
    return _holds_as_there(part, made, values)


def _part(
    made: SessionModel, half: Half, present: Mapping[int, Wanted], people: frozenset[int]
) -> SessionModel:
    """Return an empty model of some candidates and examiners on one half-day."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

    return SessionModel(
        made.circumstances,
        cp_model.CpModel(),
        present,
        {},
        (half,),
        people=people,
        mixed=made.mixed,
    )


def _holds_as_there(part: SessionModel, made: SessionModel, values: Sequence[int]) -> bool:
    """Tell whether a part is feasible with the facts that hold, and what is given, in a whole."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 -- slow import

    pairs = [(part.held[fact], made.held[fact]) for fact in part.held if fact in made.held]
    pairs += [(v, made.longer[half_day]) for half_day, v in part.longer.items()]
    pairs += [(v, made.recruits[seat]) for seat, v in part.recruits.items()]
    pairs += [(v, made.women[seat]) for seat, v in part.women.items()]
    for mine, there in pairs:
        part.model.add(mine == values[there.index])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = DEALING
    return solver.solve(part.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}


def split(made: SessionModel, half: Half) -> None:
    """Tell the rooms of a half-day apart: what is stated for all of them is stated for each."""
    made.split.add(half)
    whole = Desk(half)
    rooms = [Desk(half, room) for room in range(made.most_rooms)]
    named = is_told_apart(made.circumstances, half)
    for panel in made.panels:
        for desk in rooms:
            add_juries(made, desk, panel, 1)
        _add_up(made, [made.seated[d, panel] for d in rooms], made.seated[whole, panel])
        for lent in (made.lent, made.lent_women):
            _add_up(made, [lent[desk, panel] for desk in rooms], lent[whole, panel])
        sits = [made.sits[desk, panel] for desk in rooms]
        made.model.add(sum(sits) == made.sits[whole, panel])
        for first, second in pairwise([] if named else sits):
            made.model.add_implication(second, first)
        for number, _ in made.of_panel(panel):
            apart = sum(made.heard[number, desk] for desk in rooms)
            made.model.add(apart == made.heard[number, whole])
        for desk in rooms:
            hold_juries(made, desk, panel)
            respect_bans(made, desk, panel)
    if named:
        name_rooms(made, rooms)


def _add_up(
    made: SessionModel,
    parts: Sequence[Mapping[Key, cp_model.IntVar]],
    whole: Mapping[Key, cp_model.IntVar],
) -> None:
    for key, variable in whole.items():
        made.model.add(sum(part[key] for part in parts) == variable)
