"""The family of random sessions: how long the engine takes to a first plan, and to a proof.

`make bench` takes five seeds of each size; as an ordinary test one small session of each is enough.
Every plan is read, and its cost summed, by code that knows no model.
"""

from __future__ import annotations

from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from jurydesk.planning.engine import find_plan
from jurydesk.planning.greedy import first_plan
from tests.benchmarks.family import Member, breaches, cost_of, draw, total
from tests.benchmarks.family_problem import AIMS, plan_of, problem_of
from tests.benchmarks.plain_model import prove

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.planning.problem import Problem
    from jurydesk.planning.progress import PlanProgress
    from jurydesk.planning.search import Found

SEEDS = range(5)
LARGEST = 1000
PLAIN = 20
"""How many times the engine's time the plain model is given."""
TIGHT = pytest.mark.parametrize("tight", [False, True], ids=["normal", "tight"])


class Runs:
    """The sessions of one size, searched one after the other."""

    def __init__(self, people: int, *, tight: bool, seeds: range) -> None:
        self.members = [draw(people, seed, tight=tight) for seed in seeds]
        self.problems = [problem_of(member) for member in self.members]
        self.seconds: list[float] = []
        self.costs: list[int] = []
        self.gaps: list[float] = []
        self.proved = 0

    def search(self, seconds: float) -> None:
        for member, problem in zip(self.members, self.problems, strict=True):
            told: list[PlanProgress] = []
            start = perf_counter()
            found = find_plan(problem, seconds=seconds, tell=told.append, aims=AIMS)
            self.seconds.append(perf_counter() - start)
            self.costs.append(checked(member, found))
            self.gaps.append(told[-1].gap)
            self.proved += found.proved

    def note(self) -> dict[str, object]:
        """Return what is worth saying at the end of a run."""
        return {
            "cost": self.costs,
            "gap_in_percent": [round(100 * gap, 3) for gap in self.gaps],
            "proved": f"{self.proved} of {len(self.members)}",
            "seconds": [round(one, 2) for one in self.seconds],
            "median_seconds": round(median(self.seconds), 2),
            "largest_memory_in_MB": getrusage(RUSAGE_SELF).ru_maxrss // 1000,
        }


def checked(member: Member, found: Found) -> int:
    """Return the cost of a plan that the reader finds nothing against."""
    plan = plan_of(found.sittings)
    assert breaches(member, plan) == []
    cost = total(cost_of(member, plan))
    assert cost == AIMS.cost(found.costs, 0)
    return cost


@TIGHT
@pytest.mark.parametrize("people", [10, 50, 200, LARGEST])
def test_first_plan_of_the_family(benchmark: BenchmarkFixture, people: int, tight: bool) -> None:
    member = draw(people, 0, tight=tight)
    problem: Problem = problem_of(member)
    sittings = benchmark(first_plan, problem)

    assert breaches(member, plan_of(sittings)) == []


@TIGHT
@pytest.mark.parametrize("people", [10, 50])
def test_proof_for_the_family(benchmark: BenchmarkFixture, people: int, tight: bool) -> None:
    runs = Runs(people, tight=tight, seeds=SEEDS)
    find_plan(runs.problems[0], seconds=1, aims=AIMS)  # the solver is loaded
    benchmark.pedantic(runs.search, args=(30,), rounds=1)
    benchmark.extra_info.update(runs.note())

    assert runs.proved == len(SEEDS)


@TIGHT
def test_the_plain_model_takes_twenty_times_as_long(
    benchmark: BenchmarkFixture, tight: bool
) -> None:
    """The median session of 50: the plain model is stopped at twenty times the engine's time."""
    seeds = SEEDS if benchmark.enabled else range(1)
    runs = Runs(50, tight=tight, seeds=seeds)
    benchmark.pedantic(runs.search, args=(30,), rounds=1)
    plain = [prove(m, PLAIN * s) for m, s in zip(runs.members, runs.seconds, strict=True)]
    times = [took / s for (_, took), s in zip(plain, runs.seconds, strict=True)]
    benchmark.extra_info.update(runs.note())
    benchmark.extra_info["plain_model_proved"] = f"{sum(done for done, _ in plain)} of {len(plain)}"
    benchmark.extra_info["times_as_long_at_least"] = [round(one, 1) for one in times]


@TIGHT
def test_proof_for_two_hundred(benchmark: BenchmarkFixture, tight: bool) -> None:
    """As an ordinary test only a legal plan is asked for, within seconds."""
    seeds, seconds = (SEEDS, 120) if benchmark.enabled else (range(1), 2)
    runs = Runs(200, tight=tight, seeds=seeds)
    benchmark.pedantic(runs.search, args=(seconds,), rounds=1)
    benchmark.extra_info.update(runs.note())

    assert runs.proved >= len(SEEDS) // 2 + 1 or not benchmark.enabled


@TIGHT
def test_a_thousand_in_a_minute(benchmark: BenchmarkFixture, tight: bool) -> None:
    """As an ordinary test only a legal plan is asked for, within seconds."""
    seeds, seconds = (SEEDS, 60) if benchmark.enabled else (range(1), 3)
    runs = Runs(LARGEST, tight=tight, seeds=seeds)
    benchmark.pedantic(runs.search, args=(seconds,), rounds=1)
    benchmark.extra_info.update(runs.note())

    assert max(runs.gaps) <= 0.01 or not benchmark.enabled
    assert max(runs.seconds) <= seconds + 1 or not benchmark.enabled
