"""Sites in the model: nobody sits on two of them on a day that leaves no time for the journey.

What counts is the frame of the half-days: as if each were used from its first minute to its last.
A plan may so be refused a journey that its hearings would leave time for, and is never given one
that they do not. With one site there are no ways, and nothing is added to the model.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.site_rules import TOO_FAR, travel_code

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.domain.sites import SiteMap
    from jurydesk.planning.assembly import Assembly
    from jurydesk.planning.objective import Sitting
    from jurydesk.planning.problem import Place, Problem

    ByPlace = Mapping[int, list[cp_model.IntVar]]


@dataclass(frozen=True, slots=True)
class Way:
    """Places of a morning and of the afternoon of that day, on two sites."""

    morning: tuple[int, ...]
    afternoon: tuple[int, ...]
    is_shut: bool
    """Whether nobody can be at both; else it is tight, or nobody knows how long it takes."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A half-day on a site, and when it ends (a morning) or begins (an afternoon)."""

    day: date
    site: int
    minute: int


def ways_of(places: Sequence[Place], sites: SiteMap) -> tuple[Way, ...]:
    """Return the ways between places that cannot be taken, or that cost something."""
    edges: dict[HalfDay, dict[_Edge, list[int]]] = {half: defaultdict(list) for half in HalfDay}
    for number, place in enumerate(places):
        if place.site and place.span:
            minute = place.span[place.half_day is HalfDay.AM]
            edges[place.half_day][_Edge(place.day, place.site, minute)].append(number)
    ways = []
    for leaves, morning in edges[HalfDay.AM].items():
        for begins, afternoon in edges[HalfDay.PM].items():
            if leaves.day != begins.day or leaves.site == begins.site:
                continue
            minutes = sites.minutes(leaves.site, begins.site)
            code = travel_code(minutes, begins.minute - leaves.minute)
            if code:
                ways.append(Way(tuple(morning), tuple(afternoon), is_shut=code == TOO_FAR))
    return tuple(ways)


def too_far(ways: Iterable[Way]) -> Mapping[int, frozenset[int]]:
    """Return, by place, where nobody can be on that day who is there."""
    far: dict[int, set[int]] = defaultdict(set)
    for way in ways:
        for one, others in ((way.morning, way.afternoon), (way.afternoon, way.morning)):
            for place in one if way.is_shut else ():
                far[place].update(others)
    return {place: frozenset(others) for place, others in far.items()}


def keep_on_site(assembly: Assembly) -> None:
    """Let nobody take a way that is shut; a member who takes one that is tight costs a wish."""
    problem = assembly.problem
    if not problem.ways:
        return
    for examiner, seats in sorted(_seats(assembly).items()):
        for way in problem.ways:
            if not _is_bound(problem, way, examiner):
                _take_one(assembly, way, seats, is_priced=True)
    for heard in _hearings(assembly).values():
        for way in problem.ways:
            _take_one(assembly, way, heard, is_priced=False)


def _take_one(assembly: Assembly, way: Way, where: ByPlace, *, is_priced: bool) -> None:
    model = assembly.model
    morning, afternoon = (
        [variable for place in half for variable in where.get(place, ())]
        for half in (way.morning, way.afternoon)
    )
    if not morning or not afternoon:
        return
    if way.is_shut:
        model.add_at_most_one((*morning, *afternoon))
    elif is_priced:
        travels = model.new_bool_var("")
        model.add(travels >= sum(morning) + sum(afternoon) - 1)
        assembly.costs["preferences"].append((travels, 1))


def _seats(assembly: Assembly) -> Mapping[int, ByPlace]:
    seats: dict[int, dict[int, list[cp_model.IntVar]]] = defaultdict(lambda: defaultdict(list))
    for (place, _, _, examiner), variable in assembly.sits.items():
        seats[examiner][place].append(variable)
    return seats


def _hearings(assembly: Assembly) -> Mapping[int, ByPlace]:
    """Return the hearings of each person who has several candidacies, by place."""
    people = Counter(applicant.person for applicant in assembly.problem.applicants)
    heard: dict[int, dict[int, list[cp_model.IntVar]]] = defaultdict(lambda: defaultdict(list))
    for (number, place), variable in assembly.heard.items():
        person = assembly.cohorts[number].like.person
        if people[person] > 1:
            heard[person][place].append(variable)
    return heard


def count_tight(problem: Problem, plan: Iterable[Sitting]) -> int:
    """Count the members of a plan who take a way that is tight, or of unknown length."""
    if not problem.ways:
        return 0
    seated: dict[int, set[int]] = defaultdict(set)
    for sitting in plan:
        seated[sitting.place].update(sitting.people)
    return sum(
        not _is_bound(problem, way, examiner)
        for way in problem.ways
        if not way.is_shut
        for examiner in _at(seated, way.morning) & _at(seated, way.afternoon)
    )


def most_tight(problem: Problem) -> int:
    """Return how many of the members can take such a way at the most."""
    days = {problem.places[way.morning[0]].day for way in problem.ways if not way.is_shut}
    return len(days) * len(problem.profiles)


def _at(seated: Mapping[int, set[int]], places: Iterable[int]) -> set[int]:
    return {examiner for place in places for examiner in seated.get(place, ())}


def _is_bound(problem: Problem, way: Way, examiner: int) -> bool:
    """Tell whether somebody is pinned at an end: `journeys` tells what that means at the other."""
    return any(
        any(examiner in post for place in half for post in problem.places[place].fixed)
        for half in (way.morning, way.afternoon)
    )
