"""How long a proposal takes, and how much better it is than the secretary's, in the same run.

Seconds of one machine mean little: what is asserted is a ratio against the bare first plan.
"""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import PARTS, price
from jurydesk.planning.propose import propose
from jurydesk.planning.timetable import write_timetable
from tests.planning.checker import breaches
from tests.planning.world import office

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.domain.session_rules import SessionFacts

OFFICES = [(10, False), (10, True), (50, False), (50, True)]


def bare_plan(facts: SessionFacts) -> tuple[int, ...]:
    """Plan as a careful secretary does, without any search."""
    problem = formulate(facts)
    sittings = first_plan(problem)
    write_timetable(problem, sittings, facts=facts)
    return price(problem, sittings)


@pytest.fixture(scope="module", autouse=True)
def _solver_is_loaded() -> None:
    """Importing the solver is not what is measured."""
    propose(office(4).facts(), seconds=1)


@pytest.mark.parametrize(("people", "tight"), OFFICES)
def test_first_plan(benchmark: BenchmarkFixture, people: int, tight: bool) -> None:
    facts = office(people, tight=tight).facts()
    costs = benchmark(bare_plan, facts)

    assert costs[0] <= people // 5


@pytest.mark.parametrize(("people", "tight"), OFFICES)
def test_proposal(benchmark: BenchmarkFixture, people: int, tight: bool) -> None:
    facts = office(people, tight=tight).facts()
    plan = benchmark.pedantic(
        propose, args=(facts,), kwargs={"seconds": 20}, rounds=5, iterations=1
    )

    start = perf_counter()
    bare = bare_plan(facts)
    bare_seconds = perf_counter() - start
    objective = dict(plan.proposal.objective)
    reached = (people - objective["placed"], *(objective[part] for part in PARTS[1:]))
    benchmark.extra_info.update(
        {
            "status": plan.proposal.status,
            "bound": plan.proposal.bound,
            "cost": dict(zip(PARTS, reached, strict=True)),
            "cost_of_first_plan": dict(zip(PARTS, bare, strict=True)),
            "times_the_first_plan": round(plan.proposal.seconds / bare_seconds, 1),
        }
    )
    assert breaches(facts, plan.juries, plan.hearings) == []
    assert reached <= bare
    assert plan.proposal.bound == objective["placed"], "proved"


def test_explaining_is_quick(benchmark: BenchmarkFixture) -> None:
    """Twenty candidacies too many: each gets its reasons, with the first plan as it stands."""
    world = office(50, tight=True)
    world.session = replace(world.session, days=world.session.days[:2])
    facts = world.facts()
    plan = benchmark.pedantic(propose, args=(facts,), kwargs={"seconds": 0}, rounds=5)

    assert len(plan.proposal.unplaced) >= 10
    assert all(unplaced.reasons for unplaced in plan.proposal.unplaced)
