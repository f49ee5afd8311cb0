"""The CP-SAT model: who sits and who is heard on each half-day, the rooms left aside.

Rooms that are alike are not told apart: a place has a *number* of juries, examiners take posts of
the place, applicants who are alike are counted. What must hold for one jury is stated for the sum
over the juries of the place, which is exact for one jury and necessary for several; `dealing` then
splits the place into rooms, and where it cannot, `rooms` states the same for each room apart.

Three lines say what follows from the others in whole numbers and not in fractions: so many
candidacies take so many juries (`rounding`), and so many juries bring a person on so many days
(`sharing`). The bound of the linear relaxation lives on them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.planning.aims import Aims
from jurydesk.planning.assembly import Assembly
from jurydesk.planning.cohorts import cohorts_of
from jurydesk.planning.former import price_changes
from jurydesk.planning.one_jury import hold_juries
from jurydesk.planning.problem import Problem
from jurydesk.planning.rounding import round_juries
from jurydesk.planning.sharing import share_examiners
from jurydesk.planning.ways import keep_on_site

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_MOST_EXCESS = 10**12


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
        _leave_room_for_excess(assembly, place, panel)
    _share_places(assembly)
    round_juries(assembly)
    share_examiners(assembly)
    keep_on_site(assembly)
    price_changes(assembly)
    return assembly


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


def _leave_room_for_excess(assembly: Assembly, place: int, panel: int) -> None:
    """Let the juries of several rooms cost more than their sum, in the stages that look at them."""
    if len(assembly.problem.places[place].rooms) == 1:
        return
    for stage, parts in enumerate(assembly.aims.stages):
        if any(part in assembly.counted[place, panel] for part in parts):
            excess = assembly.model.new_int_var(0, _MOST_EXCESS, "")
            assembly.excess[place, panel, stage] = excess


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
