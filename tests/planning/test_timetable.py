"""The plan on paper: numbers, order, and the last look of the rules before anybody sees it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.aims import aims_of
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import PARTS, Sitting, price
from jurydesk.planning.problem import IllegalPlan, Problem
from jurydesk.planning.timetable import write_timetable
from tests.planning.world import World, experienced, office, pool, tie, trained


def planned(world: World) -> tuple[SessionFacts, Problem, Sitting]:
    facts = world.facts()
    problem = formulate(facts)
    (sitting,) = first_plan(problem)
    return facts, problem, sitting


def test_a_plan_that_breaks_a_rule_is_never_shown() -> None:
    world = World([experienced(1)], pool(2), [tie(1, 1)])
    facts, problem, sitting = planned(world)
    tied = replace(sitting, members=((0, 1), *sitting.members[1:]))

    with pytest.raises(IllegalPlan, match="TIE-01"):
        write_timetable(problem, [tied], facts=facts)


def test_hearings_that_do_not_fit_are_never_shown() -> None:
    world = World([trained(n) for n in range(1, 7)], pool(1))
    facts, problem, sitting = planned(World(world.candidacies[:4], pool(1)))
    problem = formulate(world.facts())

    with pytest.raises(IllegalPlan, match="no time for 6"):
        write_timetable(problem, [replace(sitting, hears=tuple(range(6)))], facts=facts)


def test_a_jury_that_hears_nobody_is_not_written_down() -> None:
    facts, problem, sitting = planned(World([trained(1)], pool(1)))

    assert write_timetable(problem, [replace(sitting, hears=())], facts=facts) == ((), ())


def test_weights_never_let_a_later_part_outweigh_an_earlier_one() -> None:
    problem = formulate(office(24).facts())
    aims = aims_of(problem)
    costs = price(problem, first_plan(problem))

    assert set(aims.weights) == set(PARTS) == {part for stage in aims.stages for part in stage}
    for number, stage in enumerate(aims.stages):
        for part, following in pairwise(stage):
            worst = costs[PARTS.index(following)]
            assert aims.weights[part] > aims.weights[following] * worst
        assert aims.cost(costs, number) >= 0


def test_the_price_of_a_plan_counted_by_hand() -> None:
    """One jury of two women and two men, nobody liking to preside, one person warned about."""
    people = [replace(person, declines_presidency=True) for person in pool(1)]
    people[0] = replace(people[0], juries_last_year=2)
    _, problem, sitting = planned(World([trained(1)], people))

    assert dict(zip(PARTS, price(problem, [sitting]), strict=True)) == {
        "unplaced": 0,
        "one_sex": 0,
        "late_clocks": 0,
        "changes": 0,
        "juries": 1,
        "balance": 0,
        "load": 5 + 1 + 1 + 1,
        "preferences": 1,
        "days": 1,
        "presence": 4,
        "substitutes": 4,
        "presidencies": 0,
    }
