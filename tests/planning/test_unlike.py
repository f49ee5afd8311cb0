"""Plans that really differ at the same law: found where they exist, else proved not to."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.planning.propose import propose, propose_unlike
from jurydesk.planning.unlike import LAW, seats_of
from tests.planning.brute_force import _costs, _Trial
from tests.planning.checker import breaches
from tests.planning.test_brute_force import tiny
from tests.planning.world import World, days, pool, trained

TINY = 200 if os.environ.get("JURYDESK_MANY") else 25


def most_apart(facts, known) -> int:
    """Try every plan at the best law: how many seats of the known one fall at the most."""
    plans = [
        (_costs(facts, juries, given, frozenset())[:3], len(known - seats_of(juries)))
        for juries, given in _Trial(facts).plans()
    ]
    best = min(costs for costs, _ in plans)
    return max(far for costs, far in plans if costs == best)


@pytest.mark.parametrize("seed", range(TINY))
def test_the_farthest_plan_of_a_tiny_world_is_as_far_as_can_be(seed: int) -> None:
    facts = tiny(seed).facts()
    first = propose(facts, seconds=20)
    known = seats_of(first.juries)
    most = most_apart(facts, known)
    other = propose_unlike(facts, (first,), differ=1, seconds=20)
    assert other.most == most
    assert (other.plan is not None) == (most >= 1)
    too_far = propose_unlike(facts, (first,), differ=most + 1, seconds=20)
    assert (too_far.plan, too_far.most) == (None, most)
    if other.plan is not None:
        far = propose_unlike(facts, (first,), differ=most, seconds=20).plan
        assert far is not None
        assert breaches(facts, far.juries, far.hearings) == []
        assert len(known - seats_of(far.juries)) >= most


@pytest.mark.parametrize("seed", range(5))
def test_three_plans_for_candidates_who_are_all_alike(seed: int) -> None:
    people = pool(per_seat=4)
    Random(seed).shuffle(people)
    world = World([trained(n) for n in range(1, 9)], people)
    world.session = replace(world.session, days=days(2), rooms=("Salle 1", "Salle 2"))
    facts = world.facts()
    first = propose(facts, seconds=10)
    differ = -(-len(seats_of(first.juries)) // 4)
    plans = [first]
    for _ in range(2):
        other = propose_unlike(facts, tuple(plans), differ=differ, seconds=10)
        assert other.plan is not None
        plans.append(other.plan)
    law = [dict(plan.proposal.objective) for plan in plans]
    for number, plan in enumerate(plans):
        assert breaches(facts, plan.juries, plan.hearings) == []
        assert law[number]["placed"] == law[0]["placed"]
        assert all(law[number][part] <= law[0][part] for part in LAW[1:])
        for other in plans[:number]:
            assert len(seats_of(other.juries) - seats_of(plan.juries)) >= differ


def test_one_half_day_and_one_team_leave_no_choice() -> None:
    world = World([trained(1)], pool(per_seat=1))
    hours = replace(world.session.hours, end=world.session.hours.lunch_start)
    world.session = replace(world.session, hours=hours)
    facts = world.facts()
    first = propose(facts, seconds=5)
    assert {jury.half_day for jury in first.juries} == {HalfDay.AM}
    other = propose_unlike(facts, (first,), differ=1, seconds=5)
    assert (other.plan, other.most) == (None, 0)
