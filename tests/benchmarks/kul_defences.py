"""The defences of KU Leuven as questions: which cannot be placed, what blocks them, what helps.

Facts are what somebody could change: a person away in one slot, a room closed in one slot, and
each other defence that is to be held as well. That nobody is twice in a slot is the law.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from jurydesk.planning.reasons.soft import Deadline, SoftModel

if TYPE_CHECKING:
    from pathlib import Path

Fact = tuple[str, int, int]
"""`person`, `room`: who, and the slot; `held`: the defence, and 0."""
GIVEN_UP = 1000
"""Leaving out another defence is no repair: it costs more than anything else."""


@dataclass(frozen=True)
class Defences:
    """One instance, read from its file."""

    name: str
    slots: int
    rooms: int
    people: tuple[tuple[int, ...], ...]
    """By defence."""
    away: frozenset[tuple[int, int]]
    closed: frozenset[tuple[int, int]]

    @cached_property
    def free_rooms(self) -> tuple[int, ...]:
        """Return by slot how many rooms are open."""
        shut = Counter(slot for _, slot in self.closed)
        return tuple(self.rooms - shut[slot] for slot in range(self.slots))

    def without(self, facts: Iterable[Fact]) -> Defences:
        """Return the instance in which those facts are no longer so."""
        gone = set(facts)
        return Defences(
            self.name,
            self.slots,
            self.rooms,
            self.people,
            frozenset(a for a in self.away if ("person", *a) not in gone),
            frozenset(c for c in self.closed if ("room", *c) not in gone),
        )


def read(path: Path) -> Defences:
    """Return an instance."""
    data = json.loads(path.read_text())

    def pairs(name: str) -> frozenset[tuple[int, int]]:
        return frozenset((int(key), slot) for key, slots in data[name].items() for slot in slots)

    return Defences(
        data["name"],
        data["days"] * data["slots_per_day"],
        data["rooms"],
        tuple(map(tuple, data["defences"])),
        pairs("person_unavailable"),
        pairs("room_unavailable"),
    )


def most_placed(defences: Defences) -> tuple[int, frozenset[int]]:
    """Return the largest number of defences that can be placed, proved, and which ones."""
    numbers = range(len(defences.people))
    question = ask(defences, wanted=None, others=[("held", number, 0) for number in numbers])
    left_out = question.correction([fact for fact in question.facts if fact[0] != "held"])
    assert left_out is not None
    placed = frozenset(numbers) - {number for _, number, _ in left_out}
    return len(placed), placed


def ask(
    defences: Defences,
    *,
    wanted: int | None,
    others: Collection[Fact] = (),
    deadline: Deadline | None = None,
) -> SoftModel[Fact]:
    """Ask for one defence to be held beside the others."""
    facts = _facts(defences, wanted, others)
    model = cp_model.CpModel()
    held = {fact: model.new_bool_var("") for fact in facts}
    numbers = [number for _, number, _ in others] + ([] if wanted is None else [wanted])
    at = {(d, s): model.new_bool_var("") for d in numbers for s in range(defences.slots)}
    for number in numbers:
        row = [at[number, slot] for slot in range(defences.slots)]
        fact = held.get(("held", number, 0))
        model.add_exactly_one(row if fact is None else [*row, ~fact])
    for kind, person, slot in facts:
        if kind == "person":
            there = [at[n, slot] for n in numbers if person in defences.people[n]]
            model.add_at_most_one([*there, held[kind, person, slot]])
    for slot in range(defences.slots):
        _share(model, defences, {n: at[n, slot] for n in numbers})
        opened = [~held["room", room, slot] for room, s in defences.closed if s == slot]
        there = [at[n, slot] for n in numbers]
        model.add(sum(there) <= defences.free_rooms[slot] + sum(opened))
    costs = {fact: GIVEN_UP for fact in facts if fact[0] == "held"}
    return SoftModel(model, held, costs, deadline=deadline or Deadline())


def _facts(defences: Defences, wanted: int | None, others: Collection[Fact]) -> list[Fact]:
    met = [number for _, number, _ in others] + ([] if wanted is None else [wanted])
    people = {person for number in met for person in defences.people[number]}
    away = [("person", *one) for one in sorted(defences.away) if one[0] in people]
    return [*away, *(("room", *one) for one in sorted(defences.closed)), *sorted(others)]


def _share(model: cp_model.CpModel, defences: Defences, at: dict[int, cp_model.IntVar]) -> None:
    """Let nobody be twice in one slot."""
    for person in {person for number in at for person in defences.people[number]}:
        mine = [variable for number, variable in at.items() if person in defences.people[number]]
        if len(mine) > 1:
            model.add_at_most_one(mine)
