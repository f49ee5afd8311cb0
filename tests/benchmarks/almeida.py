"""Defences whose committees are chosen while they are scheduled, and a reader of plans.

The problem of Almeida, Santos, Figueira and Francisco (EJOR 2024), first stage: hold as many
defences as possible. A committee has one person for each role, who may hold it in that defence; a
defence starts in a slot of a day, in a room. Whoever sits twice on a day, and a room used twice on
a day, needs `lasts` slots from start to start. Nobody sits in more committees than `most`.
"""

from __future__ import annotations

import csv
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Eligible = tuple[frozenset[int], ...]
"""By role, who may hold it in one defence."""


@dataclass(frozen=True)
class Instance:
    """One instance; persons, defences, roles, days, slots and rooms are numbered from 0."""

    days: int
    slots: int
    rooms: int
    lasts: int
    """Slots from one start to the next of the same person, or in the same room."""
    defences: tuple[Eligible, ...]
    free: frozenset[tuple[int, int, int]]
    """Person, day and slot in which the person can start."""
    open: frozenset[tuple[int, int, int]]
    """Day, slot and room in which a defence can start."""
    most: tuple[int, ...]
    """By person, in how many committees at most."""

    @cached_property
    def anybody(self) -> Eligible:
        """Return, by role, who may hold it in any defence."""
        roles = zip(*self.defences, strict=True)
        return tuple(frozenset[int]().union(*persons) for persons in roles)

    @cached_property
    def present(self) -> Mapping[tuple[int, int], frozenset[int]]:
        """Return, by day and slot, who can start."""
        found: dict[tuple[int, int], set[int]] = defaultdict(set)
        for person, *when in self.free:
            found[when[0], when[1]].add(person)
        return {when: frozenset(persons) for when, persons in found.items()}

    def alike(self) -> Instance:
        """Return the instance in which each defence takes whoever any defence takes."""
        return replace(self, defences=(self.anybody,) * len(self.defences))


@dataclass(frozen=True, slots=True)
class Held:
    """One defence of a plan; members by role."""

    defence: int
    day: int
    slot: int
    room: int
    members: tuple[int, ...]


def read(path: Path) -> Instance:
    """Return an instance from its file."""
    with lzma.open(path) as file:
        data = json.load(file)
    given, size = data["par"], data["idx"]

    def numbers(name: str) -> range:
        return range(1, size[name] + 1)

    return Instance(
        size["n_k"],
        size["n_ell"],
        size["n_p"],
        given["d"],
        tuple(_eligible(given["e"], j, numbers) for j in numbers("n_j")),
        _positive(given["l"], numbers("n_i"), numbers("n_k"), numbers("n_ell")),
        _positive(given["m"], numbers("n_k"), numbers("n_ell"), numbers("n_p")),
        tuple(given["c"][1:]),
    )


def _eligible(table: Any, defence: int, numbers: Any) -> Eligible:
    return tuple(
        frozenset(person - 1 for person in numbers("n_i") if table[person][defence][role])
        for role in numbers("n_t")
    )


def _positive(table: Any, *ranges: range) -> frozenset[tuple[int, int, int]]:
    cells = product(*ranges)
    return frozenset((a - 1, b - 1, c - 1) for a, b, c in cells if table[a][b][c] >= 1)


def published(path: Path) -> dict[str, int | None]:
    """Return, by name of instance, how many defences can be held; None: they had no answer."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    figures = {f"{row['class']}_{int(row['N']):02}": int(row["g"]) for row in rows}
    return {name: None if figure < 0 else figure for name, figure in figures.items()}


def breaches(instance: Instance, plan: Sequence[Held]) -> list[str]:
    """Return what the plan does against the rules."""
    found = [words for held in plan for words in _of_one(instance, held)]
    times = Counter(held.defence for held in plan)
    found += [f"defence {number} held twice" for number, n in times.items() if n > 1]
    loads = Counter(person for held in plan for person in held.members)
    found += [f"person {p} sits too often" for p, n in loads.items() if n > instance.most[p]]
    return found + list(_of_pairs(instance, plan))


def _of_one(instance: Instance, held: Held) -> Iterator[str]:
    roles = instance.defences[held.defence]
    if len(set(held.members)) < len(roles) or len(held.members) != len(roles):
        yield f"defence {held.defence}: not one person for each role"
    elif any(p not in may for p, may in zip(held.members, roles, strict=True)):
        yield f"defence {held.defence}: somebody may not hold the role"
    if any((person, held.day, held.slot) not in instance.free for person in held.members):
        yield f"defence {held.defence}: somebody is not free"
    if (held.day, held.slot, held.room) not in instance.open:
        yield f"defence {held.defence}: the room is not open"


def _of_pairs(instance: Instance, plan: Iterable[Held]) -> Iterator[str]:
    for one, other in combinations(plan, 2):
        if one.day != other.day or abs(one.slot - other.slot) >= instance.lasts:
            continue
        if one.room == other.room:
            yield f"defences {one.defence} and {other.defence} share room {one.room}"
        for person in sorted(set(one.members) & set(other.members)):
            yield f"defences {one.defence} and {other.defence} share person {person}"
