"""The engine on sessions as an office has them: every part, routes, ties, clocks, extra time.

What a part costs is told twice: the seconds of its stage, and what the proof takes without it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from jurydesk.planning.aims import Aims, aims_of
from jurydesk.planning.engine import find_plan
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import PARTS, price
from jurydesk.planning.propose import propose
from tests.planning.checker import breaches
from tests.planning.world import office

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.problem import Problem
    from jurydesk.planning.progress import PlanProgress

SEEDS = range(5)
TIGHT = pytest.mark.parametrize("tight", [False, True], ids=["normal", "tight"])


def without(problem: Problem, part: str) -> Aims:
    """Return the usual aims, all parts but one."""
    usual = aims_of(problem)
    stages = (tuple(name for name in stage if name != part) for stage in usual.stages)
    return Aims(tuple(stage for stage in stages if stage), usual.weights)


def seconds_to_proof(problem: Problem, aims: Aims, seconds: float) -> float:
    start = perf_counter()
    find_plan(problem, seconds=seconds, aims=aims)
    return perf_counter() - start


def by_stage(told: list[PlanProgress]) -> dict[str, float]:
    """Return the seconds of each stage, named after its first part."""
    spent: dict[str, float] = defaultdict(float)
    for before, after in pairwise(told):
        spent[after.stage] += after.seconds - before.seconds
    return spent


def first_price(facts: SessionFacts) -> tuple[int, ...]:
    """Read the facts and make the first plan: what is on screen at once."""
    problem = formulate(facts)
    return price(problem, first_plan(problem))


@TIGHT
@pytest.mark.parametrize("people", [12, 60, 200, 1000])
def test_first_plan_of_an_office(benchmark: BenchmarkFixture, people: int, tight: bool) -> None:
    costs = benchmark(first_price, office(people, tight=tight).facts())

    assert costs[0] <= people // 5


@TIGHT
@pytest.mark.parametrize(("people", "seconds"), [(12, 60), (60, 60), (200, 120)])
def test_proof_for_an_office(
    benchmark: BenchmarkFixture, people: int, seconds: int, tight: bool
) -> None:
    """As an ordinary test one session, and only a few seconds for it."""
    seeds, limit = (SEEDS, seconds) if benchmark.enabled else (range(1), 2)
    worlds = [office(people, seed=seed, tight=tight).facts() for seed in seeds]
    stages: dict[str, list[float]] = defaultdict(list)
    took, proved = [], []

    def search() -> None:
        for facts in worlds:
            told: list[PlanProgress] = []
            plan = propose(facts, seconds=limit, progress=told.append)
            assert breaches(facts, plan.juries, plan.hearings) == []
            took.append(plan.proposal.seconds)
            proved.append(told[-1].gap == 0)
            for stage, spent in by_stage(told).items():
                stages[stage].append(spent)

    benchmark.pedantic(search, rounds=1)
    benchmark.extra_info.update(
        {
            "seconds": took,
            "median_seconds": round(median(took), 2),
            "proved": f"{sum(proved)} of {len(worlds)}",
            "median_seconds_by_stage": {k: round(median(v), 2) for k, v in stages.items()},
            "largest_memory_in_MB": getrusage(RUSAGE_SELF).ru_maxrss // 1000,
        }
    )


def test_what_each_part_costs_in_proof_time(benchmark: BenchmarkFixture) -> None:
    """Sixty candidates: the proof with every part, and with one part left out at a time."""
    seeds = SEEDS if benchmark.enabled else range(1)
    people = 60 if benchmark.enabled else 12
    problems = [formulate(office(people, seed=seed).facts()) for seed in seeds]
    whole = [seconds_to_proof(problem, aims_of(problem), 60) for problem in problems]
    benchmark.extra_info["median_seconds_with_every_part"] = round(median(whole), 2)

    def leave_out() -> None:
        for part in PARTS[1:]:
            took = [seconds_to_proof(p, without(p, part), 60) for p in problems]
            benchmark.extra_info[f"without_{part}"] = round(median(took), 2)

    benchmark.pedantic(leave_out, rounds=1)
