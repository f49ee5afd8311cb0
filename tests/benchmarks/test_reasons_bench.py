"""Why defences of KU Leuven cannot be placed: each answer proved, and how long it takes."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.answer import Explanation, Reasons
from jurydesk.planning.reasons.core import Block, is_proved
from jurydesk.planning.reasons.corrections import cheapest_corrections
from jurydesk.planning.reasons.smallest import smallest_block_beside
from tests.benchmarks.kul_defences import Defences, Fact, ask, most_placed, read
from tests.planning.world import office

if TYPE_CHECKING:
    from collections.abc import Collection

    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.planning.reasons.soft import SoftModel

PLACED = {
    "june_2021": (66, 66),
    "sample": (149, 149),
    "115": (7, 18),
    "117": (4, 15),
    "133": (6, 14),
    "134": (4, 13),
    "139": (8, 16),
    "154": (3, 13),
    "158": (2, 13),
    "168": (5, 12),
    "180": (9, 18),
    "181": (5, 13),
    "209": (21, 23),
    "210": (13, 15),
    "227": (1, 2),
    "229": (16, 21),
    "258": (3, 4),
    "261": (33, 38),
    "265": (19, 24),
    "267": (16, 22),
    "284": (9, 11),
    "285": (31, 35),
}
REPAIRS = 5


def folder() -> Path:
    given = os.environ.get("JURYDESK_BENCH_DATA")
    found = Path(given or "", "kul")
    if not given or not found.is_dir():
        pytest.skip("JURYDESK_BENCH_DATA names no folder with the public benchmarks")
    return found


def test_each_defence_left_out_is_explained_and_repaired(benchmark: BenchmarkFixture) -> None:
    files = sorted(folder().glob("*.json"))
    instances = {file.stem.removeprefix("unsat_instance_"): read(file) for file in files}
    seconds: list[float] = []

    def explain_all() -> dict[str, tuple[int, int]]:
        seconds.clear()
        return {name: _explain(one, seconds) for name, one in instances.items()}

    assert benchmark.pedantic(explain_all, rounds=1) == PLACED
    assert median(seconds) <= 2
    benchmark.extra_info.update(
        explanations=len(seconds),
        median_seconds=round(median(seconds), 2),
        longest=round(max(seconds), 2),
    )


FEW = 12
"""So many where nothing is measured: larger sessions are proved in a time that depends on it."""


@pytest.mark.parametrize("people", [10, 24, 60, 200])
def test_sessions_with_days_too_few_are_explained(benchmark: BenchmarkFixture, people: int) -> None:
    """Why one candidacy has no hour, and the changes that would help, each solved anew."""
    world = office(people if benchmark.enabled else min(people, FEW), tight=True)
    days = max(1, len(world.session.days) * 2 // 3)
    world.session = replace(world.session, days=world.session.days[:days])
    facts = world.facts()
    plan = propose(facts, seconds=20)
    session = replace(
        facts.session, juries=plan.juries, hearings=plan.hearings, proposal=plan.proposal
    )
    facts = replace(facts, session=session)
    left_out = plan.proposal.unplaced[-1].candidacy_id

    def explain() -> Explanation:
        return Reasons(facts, seconds=60).why(left_out)

    told = benchmark.pedantic(explain, rounds=1)
    assert (told.is_smallest, told.is_minimal, told.is_complete) == (True, True, True)
    assert all(repair.is_verified for repair in told.repairs)
    benchmark.extra_info.update(
        {
            "heard": len(plan.hearings),
            "left out": len(plan.proposal.unplaced),
            "facts that block": len(told.facts),
            "proved smallest": told.is_smallest,
            "repairs": [(repair.cost, repair.others) for repair in told.repairs],
        }
    )


def _explain(defences: Defences, seconds: list[float]) -> tuple[int, int]:
    """Explain whatever is left out; return how many can be placed, of how many."""
    count, placed = most_placed(defences)
    for number in sorted(set(range(len(defences.people))) - placed):
        start = perf_counter()
        others = [("held", other, 0) for other in sorted(placed)]
        block = smallest_block_beside(partial(_beside, defences, number), others)
        repairs, complete = cheapest_corrections(
            ask(defences, wanted=number, others=others), kept=others, most=REPAIRS
        )
        seconds.append(perf_counter() - start)
        _prove(defences, number, block)
        assert complete
        assert len(repairs) == REPAIRS
        assert all(_helps(defences, number, others, repair) for repair in repairs)
    return count, len(defences.people)


def _beside(defences: Defences, number: int, others: Collection[Fact]) -> SoftModel[Fact]:
    return ask(defences, wanted=number, others=others)


def _prove(defences: Defences, number: int, block: Block[Fact] | None) -> None:
    """Solve anew with the facts of the block only, then without each of them."""
    assert block is not None
    assert block.is_smallest
    met = [fact for fact in block.facts if fact[0] == "held"]
    assert is_proved(ask(defences, wanted=number, others=met), block.facts)


def _helps(defences: Defences, number: int, others: list[Fact], repair: frozenset[Fact]) -> bool:
    """Change the instance as the repair says: all is placed; with a part of it, it is not."""
    parts = [repair, *(repair - {fact} for fact in repair)]
    amended = [ask(defences.without(part), wanted=number, others=others) for part in parts]
    return [q.is_feasible(q.facts) for q in amended] == [True] + [False] * len(repair)
