"""The smallest blocks and the cheapest repairs, against brute force on worlds made of bare sets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from jurydesk.planning.reasons.core import Undecided, is_proved, needed_of
from jurydesk.planning.reasons.corrections import cheapest_corrections, single_corrections
from jurydesk.planning.reasons.smallest import smallest_block, smallest_block_beside
from jurydesk.planning.reasons.soft import Deadline, SoftModel

Sets = tuple[frozenset[int], ...]
FACTS = tuple(range(7))


def soft(
    blocks: Sets, costs: Sequence[int] = (1,) * 7, facts: Collection[int] = FACTS
) -> SoftModel[int]:
    """A world in which exactly those sets of facts block."""
    model = cp_model.CpModel()
    held = {fact: model.new_bool_var("") for fact in facts}
    for block in blocks:
        if block <= held.keys():
            model.add_bool_or([~held[fact] for fact in block])
    return SoftModel(model, held, dict(zip(FACTS, costs, strict=True)))


def subsets() -> Iterator[frozenset[int]]:
    for size in range(len(FACTS) + 1):
        yield from map(frozenset, combinations(FACTS, size))


def hits(facts: frozenset[int], blocks: Sets) -> bool:
    return all(facts & block for block in blocks)


some_blocks = st.lists(st.frozensets(st.sampled_from(FACTS), min_size=1), max_size=8).map(tuple)


@settings(max_examples=300, deadline=None)
@given(some_blocks)
def test_no_fewer_facts_block_and_each_is_needed(blocks: Sets) -> None:
    found = smallest_block(soft(blocks))
    smallest = min(map(len, blocks), default=None)

    if found is None:
        assert smallest is None
        return
    assert (len(found.facts), found.is_smallest, found.is_minimal) == (smallest, True, True)
    assert found.facts in blocks
    assert is_proved(soft(blocks), found.facts)


@settings(max_examples=200, deadline=None)
@given(some_blocks, st.lists(st.integers(1, 5), min_size=7, max_size=7))
def test_the_repairs_are_the_cheapest_and_none_holds_another(
    blocks: Sets, costs: list[int]
) -> None:
    found, complete = cheapest_corrections(soft(blocks, costs), most=100)

    def price(given_up: frozenset[int]) -> int:
        return sum(costs[fact] for fact in given_up)

    hitting = [s for s in subsets() if hits(s, blocks)]
    minimal = {s for s in hitting if s and not any(other < s for other in hitting)}
    assert complete
    assert set(found) == minimal
    assert [price(one) for one in found] == sorted(map(price, minimal))


@settings(max_examples=200, deadline=None)
@given(some_blocks, st.frozensets(st.sampled_from(FACTS), max_size=2))
def test_what_repairs_by_itself_is_found_in_one_block(blocks: Sets, kept: frozenset[int]) -> None:
    world = soft(blocks)
    found = smallest_block(world)
    if found is not None:
        single = {frozenset({fact}) for fact in frozenset.intersection(*blocks) - kept}
        given_up, complete = single_corrections(world, found.facts, kept=kept)
        assert (set(given_up), complete) == (single, True)


def test_what_must_hold_is_never_given_up() -> None:
    world = soft((frozenset({0, 1}), frozenset({1, 2})))

    assert cheapest_corrections(world, kept=(1,), most=5) == ((frozenset({0, 2}),), True)
    assert cheapest_corrections(world, kept=(0, 1), most=5) == ((), True)


def test_impossible_whatever_is_given_up() -> None:
    model = cp_model.CpModel()
    held = {0: model.new_bool_var("")}
    model.add_bool_or([])
    found = smallest_block(SoftModel(model, held))

    assert found is not None
    assert found.facts == frozenset()


@settings(max_examples=200, deadline=None)
@given(some_blocks, st.frozensets(st.sampled_from(FACTS)))
def test_the_fewest_companions_come_first(blocks: Sets, company: frozenset[int]) -> None:
    plain = [fact for fact in FACTS if fact not in company]

    def ask(companions: Collection[int]) -> SoftModel[int]:
        return soft(blocks, facts=[*plain, *companions])

    found = smallest_block_beside(ask, sorted(company))
    fewest = min((len(block & company) for block in blocks), default=None)

    if found is None:
        assert fewest is None
        return
    met = found.facts & company
    beside = [len(block - company) for block in blocks if block & company <= met]
    assert (len(met), len(found.facts - company)) == (fewest, min(beside))
    assert is_proved(soft(blocks), found.facts)


@dataclass
class Hasty:
    """A world whose time is over after some questions."""

    world: SoftModel[int]
    left: int

    @property
    def facts(self) -> tuple[int, ...]:
        return self.world.facts

    def is_feasible(self, facts: Collection[int]) -> bool:
        self.spend()
        return self.world.is_feasible(facts)

    def correction(
        self, kept: Collection[int], *, other_than: Sequence[Collection[int]] = ()
    ) -> frozenset[int] | None:
        self.spend()
        return self.world.correction(kept, other_than=other_than)

    def alike(self, facts: Collection[int]) -> Iterable[frozenset[int]]:
        return self.world.alike(facts)

    def some_correction(self, kept: Collection[int]) -> frozenset[int] | None:
        return self.correction(kept)

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Undecided


@pytest.mark.parametrize("questions", range(12))
def test_when_the_time_is_over_the_answer_still_blocks_and_says_what_is_proved(
    questions: int,
) -> None:
    blocks = (frozenset({0, 1, 2}), frozenset({2, 3}), frozenset({4, 5, 6}))
    found = smallest_block(Hasty(soft(blocks), questions))

    assert found is not None
    assert any(block <= found.facts for block in blocks)
    assert found.is_smallest <= (len(found.facts) == 2)
    assert found.is_smallest <= found.is_minimal


def test_without_the_proof_of_fewest_each_fact_is_still_needed() -> None:
    blocks = (frozenset({0, 1, 2}), frozenset({2, 3}))
    found = needed_of(soft(blocks), frozenset(FACTS))

    assert (found.is_smallest, found.is_minimal) == (False, True)
    assert is_proved(soft(blocks), found.facts)


def test_a_solver_without_time_does_not_know() -> None:
    world = SoftModel(soft(()).model, {}, deadline=Deadline(0))

    with pytest.raises(Undecided):
        world.is_feasible(())
