"""What the assembly learns when the persons of a half-day cannot be dealt out as it had counted.

The sums over the juries of a half-day let through what no dealing allows, or tell too low a price.
There, and only there, the rooms are told apart: what is stated for the half-day is stated for each
of its rooms, where it is exact. One half-day is split at most once, so the search comes to an end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from jurydesk.domain.people import Sex
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.dealing import Deal, Table
from jurydesk.planning.objective import displeasure, imbalance, one_sex
from jurydesk.planning.one_jury import hold_juries
from jurydesk.planning.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ortools.sat.python import cp_model


def learn(assembly: Assembly, table: Table, dealt: Deal) -> bool:
    """Tell the rooms apart where dealing them out fails or costs more; False: nothing is new."""
    if not dealt.proved or not (dealt.left_out or _is_dearer(assembly.problem, table, dealt)):
        return False
    return split(assembly, table.place, table.panel)


def split(assembly: Assembly, place: int, panel: int) -> bool:
    """Tell the rooms of a half-day apart; False where they were, or where there is but one."""
    count = len(assembly.problem.places[place].rooms)
    if (place, panel) in assembly.rooms or count == 1:
        return False
    model = assembly.model
    rooms = tuple(_room(assembly, place, panel) for _ in range(count))
    assembly.rooms[place, panel] = rooms
    sitting = [room.juries[place, panel] for room in rooms]
    model.add(sum(sitting) == assembly.juries[place, panel])
    for first, second in pairwise(sitting):
        model.add_implication(second, first)
    for seat in rooms[0].sits:
        model.add(sum(room.sits[seat] for room in rooms) == assembly.sits[seat])
    for cohort in rooms[0].heard:
        model.add(sum(room.heard[cohort] for room in rooms) == assembly.heard[cohort])
    _price(assembly, rooms, place, panel)
    return True


def _room(assembly: Assembly, place: int, panel: int) -> Assembly:
    """Return one room as an assembly of its own, with at most one jury."""
    model = assembly.model
    posts = assembly.problem.panels[panel].posts
    sits = {
        (place, panel, post, examiner): model.new_bool_var("")
        for post in range(len(posts))
        for examiner in assembly.problem.places[place].openings[panel][post]
    }
    heard = {
        (number, place): model.new_int_var(0, cohort.size, "")
        for number, cohort in enumerate(assembly.cohorts)
        if cohort.like.panel == panel and place in cohort.like.places
    }
    jury = model.new_bool_var("")
    for post, kind in enumerate(posts):
        seated = [variable for key, variable in sits.items() if key[2] == post]
        model.add(sum(seated) == kind.count * jury)
    juries: dict[tuple[int, int], cp_model.IntVar] = {(place, panel): jury}
    room = replace(assembly, juries=juries, sits=sits, heard=heard, costs=defaultdict(list))
    hold_juries(room, place, panel)
    return room


def _price(assembly: Assembly, rooms: Sequence[Assembly], place: int, panel: int) -> None:
    """Let the rooms cost what they cost, beyond what the sums over them tell."""
    weights = assembly.aims.weights
    for stage, parts in enumerate(assembly.aims.stages):
        apart = [
            weights[part] * factor * variable
            for room in rooms
            for part in parts
            for variable, factor in room.costs[part]
        ]
        counted = [
            weights[part] * factor * variable
            for part in parts
            for variable, factor in assembly.counted[place, panel][part]
        ]
        if apart:
            excess = assembly.excess[place, panel, stage]
            assembly.model.add(excess >= sum(apart) - sum(counted))


def _is_dearer(problem: Problem, table: Table, dealt: Deal) -> bool:
    """Tell whether the juries cost more than the sums over the rooms can tell."""
    half = problem.panels[table.panel].half
    return (
        sum(one_sex(problem, sitting) for sitting in dealt.sittings) > _short_of(problem, table, 1)
        or sum(imbalance(problem, s) for s in dealt.sittings) > _short_of(problem, table, half)
        or sum(displeasure(problem, s) for s in dealt.sittings) > _counted_wishes(problem, table)
    )


def _short_of(problem: Problem, table: Table, wanted: int) -> int:
    """Return what the sums over the rooms say is missing of women and of men."""
    if not problem.panels[table.panel].balanced:
        return 0
    sexes = Counter(problem.profiles[examiner].sex for _, examiner in table.members)
    return sum(max(0, wanted * table.juries - sexes[sex]) for sex in (Sex.FEMALE, Sex.MALE))


def _counted_wishes(problem: Problem, table: Table) -> int:
    """Return what the sums over the rooms say of prices, recusals and presidents."""
    openings = problem.places[table.place].openings[table.panel]
    posts = problem.panels[table.panel].posts
    prices = sum(openings[post].get(examiner, 0) for post, examiner in table.members)
    voters: dict[int, set[int]] = defaultdict(set)
    for post, examiner in table.members:
        if posts[post].seat.deliberates:
            voters[post].add(examiner)
    silent = sum(
        max(0, len(problem.applicants[a].recused & seated) - posts[p].count * (table.juries - 1))
        for a in table.hears
        for p, seated in voters.items()
    )
    willing = sum(
        not problem.profiles[examiner].declines for seated in voters.values() for examiner in seated
    )
    wishes = sum(problem.applicants[a].prices.get(table.place, 0) for a in table.hears)
    return prices + wishes + silent + max(0, table.juries - willing)
