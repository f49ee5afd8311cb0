"""Many random worlds: no plan breaks a blocking rule, and its costs are those of an auditor.

With `JURYDESK_MANY` set, two thousand worlds and three hundred tiny ones are tried; without it, a
tenth of them. `make prove` does the former.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from jurydesk.planning.propose import propose
from tests.planning.checker import breaches
from tests.planning.pricing import costs_of
from tests.planning.strategies import worlds
from tests.planning.world import World

IN_ONE = 50
WORLDS = 2000 if os.environ.get("JURYDESK_MANY") else 200
SO_MANY = settings(
    max_examples=IN_ONE,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.parametrize("part", range(WORLDS // IN_ONE))
def test_plans_are_legal_and_cost_what_the_auditor_adds_up(part: int) -> None:
    seen = []

    @seed(part)
    @SO_MANY
    @given(worlds())
    def audit(world: World) -> None:
        facts = world.facts()
        plan = propose(facts, seconds=5)
        assert breaches(facts, plan.juries, plan.hearings) == []
        told = dict(plan.proposal.objective)
        costs = costs_of(facts, plan.juries, plan.hearings)
        assert told.pop("placed") == len(plan.hearings)
        assert costs.pop("unplaced") == len(plan.proposal.unplaced)
        assert told == costs
        seen.append(len(plan.hearings))

    audit()
    assert len(seen) >= IN_ONE
    assert sum(seen) > 0
