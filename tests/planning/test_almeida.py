"""Defences whose committees are chosen while they are scheduled: tiny ones, tried one by one."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from itertools import product
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.almeida import Held, Instance, breaches, published, read
from tests.benchmarks.almeida_model import most_held

if TYPE_CHECKING:
    from pathlib import Path

WORLDS = 150
MORNING = Instance(
    days=1,
    slots=4,
    rooms=1,
    lasts=2,
    defences=((frozenset({0, 1}), frozenset({1, 2})),) * 2,
    free=frozenset(product(range(3), range(1), range(4))),
    open=frozenset(product(range(1), range(4), range(1))),
    most=(2, 2, 2),
)
"""Two defences with a chair and a member, one after the other in one room."""
PLAN = (Held(0, 0, 0, 0, (0, 1)), Held(1, 0, 2, 0, (0, 2)))


def draw(seed: int) -> Instance:
    """Return a tiny instance; many of them cannot hold every defence."""
    random = Random(seed)
    people, days, rooms = random.randint(3, 5), random.randint(1, 2), random.randint(1, 2)
    slots, roles = random.randint(2, 4), random.randint(1, 3)

    def some(*sizes: int, share: float) -> list[tuple[int, ...]]:
        return [cell for cell in product(*map(range, sizes)) if random.random() < share]

    return Instance(
        days,
        slots,
        rooms,
        lasts=random.randint(1, 3),
        defences=tuple(
            tuple(frozenset(p for (p,) in some(people, share=0.5)) for _ in range(roles))
            for _ in range(random.randint(1, 4))
        ),
        free=frozenset(some(people, days, slots, share=random.choice((0.4, 0.7)))),
        open=frozenset(some(days, slots, rooms, share=0.6)),
        most=tuple(random.randint(1, 2) for _ in range(people)),
    )


def most_by_trial(instance: Instance) -> int:
    """Return how many defences can be held, from every plan there is."""
    options = [_options(instance, number) for number in range(len(instance.defences))]

    def best(number: int, plan: tuple[Held, ...], needed: int) -> int:
        """Return the most, or anything below `needed` where it is not reached."""
        if number == len(options) or len(plan) + len(options) - number < needed:
            return len(plan)
        for option in options[number]:
            if _goes_with(instance, option, plan):
                needed = max(needed, 1 + best(number + 1, (*plan, option), needed))
        return max(needed - 1, best(number + 1, plan, needed))

    return best(0, (), 0)


def _options(instance: Instance, number: int) -> list[Held]:
    return [
        Held(number, day, slot, room, members)
        for day, slot, room in sorted(instance.open)
        for members in product(*map(sorted, instance.defences[number]))
        if len(set(members)) == len(members)
        and all((person, day, slot) in instance.free for person in members)
    ]


def _goes_with(instance: Instance, held: Held, plan: tuple[Held, ...]) -> bool:
    for other in plan:
        near = held.day == other.day and abs(held.slot - other.slot) < instance.lasts
        if near and (held.room == other.room or set(held.members) & set(other.members)):
            return False
    times = [person for other in plan for person in other.members]
    return all(times.count(person) < instance.most[person] for person in held.members)


def test_everything_is_held_where_it_can_be() -> None:
    found = most_held(MORNING)

    assert breaches(MORNING, found.plan) == []
    assert (len(found.plan), found.bound) == (2, 2)


@pytest.mark.parametrize(
    ("changes", "most"),
    [
        ({"open": frozenset()}, 0),
        ({"free": frozenset()}, 0),
        ({"defences": ()}, 0),
        ({"defences": ((frozenset({0}), frozenset()),)}, 0),
        ({"defences": ((frozenset({1}), frozenset({1})),)}, 0),
        ({"lasts": 4}, 1),
        ({"most": (1, 1, 1)}, 1),
        ({"open": frozenset({(0, 0, 0), (0, 1, 0)})}, 1),
    ],
    ids=["no room", "nobody free", "no defence", "no role", "same person", "time", "load", "near"],
)
def test_fewer_are_held_where_not_all_can_be(changes: dict[str, object], most: int) -> None:
    instance = replace(MORNING, **changes)
    found = most_held(instance)

    assert breaches(instance, found.plan) == []
    assert (len(found.plan), found.bound) == (most, most)


def test_nothing_is_claimed_without_time() -> None:
    found = most_held(MORNING, seconds=0)

    assert (len(found.plan), found.bound, found.is_proved) == (0, 2, False)


def test_trying_every_plan_finds_the_same_number() -> None:
    """Some of the worlds hold everything, and some hold less than their days could."""
    left_out = days_could = 0
    for seed in range(WORLDS):
        instance = draw(seed)
        found = most_held(instance)
        alike = most_held(instance.alike())

        assert breaches(instance, found.plan) == []
        assert len(found.plan) == found.bound == most_by_trial(instance)
        left_out += found.bound < len(instance.defences)
        days_could += found.bound < alike.bound
    assert WORLDS // 4 < left_out < WORLDS * 3 // 4
    assert days_could > WORLDS // 20


@pytest.mark.parametrize(
    ("number", "changes", "said"),
    [
        (0, {"members": (0,)}, "defence 0: not one person for each role"),
        (0, {"members": (1, 1)}, "defence 0: not one person for each role"),
        (0, {"members": (2, 1)}, "defence 0: somebody may not hold the role"),
        (0, {"day": 1}, "defence 0: somebody is not free"),
        (0, {"room": 1}, "defence 0: the room is not open"),
        (1, {"slot": 1}, "defences 0 and 1 share room 0"),
        (1, {"slot": 1}, "defences 0 and 1 share person 0"),
        (1, {"defence": 0}, "defence 0 held twice"),
    ],
)
def test_reader_finds_what_is_wrong(number: int, changes: dict[str, object], said: str) -> None:
    plan = list(PLAN)
    assert breaches(MORNING, plan) == []

    plan[number] = replace(plan[number], **changes)
    assert said in breaches(MORNING, plan)


def test_reader_counts_committees() -> None:
    assert breaches(replace(MORNING, most=(1, 2, 2)), PLAN) == ["person 0 sits too often"]


def test_file_is_read(tmp_path: Path) -> None:
    """Their lists count from 1; a person can start where the figure is 1 or more."""
    nothing: list[object] = []
    size = {"n_i": 2, "n_j": 1, "n_t": 2, "n_k": 1, "n_ell": 2, "n_p": 1}
    given = {
        "e": [nothing, [nothing, [0, 1, 0]], [nothing, [0, 1, 1]]],
        "l": [nothing, [nothing, [0, 2, 0]], [nothing, [0, 1, 1]]],
        "m": [nothing, [nothing, [0, 0], [0, 1]]],
        "c": [0, 3, 4],
        "d": 2,
    }
    path = tmp_path / "C1_01.json.xz"
    path.write_bytes(lzma.compress(json.dumps({"idx": size, "par": given}).encode()))

    assert read(path) == Instance(
        days=1,
        slots=2,
        rooms=1,
        lasts=2,
        defences=((frozenset({0, 1}), frozenset({1})),),
        free=frozenset({(0, 0, 0), (1, 0, 0), (1, 0, 1)}),
        open=frozenset({(0, 1, 0)}),
        most=(3, 4),
    )


def test_figures_that_were_published(tmp_path: Path) -> None:
    path = tmp_path / "published.csv"
    path.write_text('class,N,sizes,g\nC1,1,"p(25.20)",20\nC2,43,"p(38.30)",-1\n', encoding="utf-8")

    assert published(path) == {"C1_01": 20, "C2_43": None}
