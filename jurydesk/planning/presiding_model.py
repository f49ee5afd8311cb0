"""Presidencies in the model: each jury has one president, and each turn of a person costs more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, permutations
from typing import TYPE_CHECKING

from jurydesk.planning.presiding import eligible
from jurydesk.planning.rooms import split

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.assembly import Assembly, Term
    from jurydesk.planning.objective import Sitting

    Chairs = Mapping[int, cp_model.IntVar]

PART = "presidencies"


def open_presidencies(assembly: Assembly) -> None:
    """Let one voting member preside each jury, whoever would be asked: never more than it costs."""
    turns: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for place, panel in assembly.juries:
        chairs = assembly.chairs[place, panel] = _chairs(assembly, place, panel)
        for examiner, presides in chairs.items():
            turns[examiner].append(presides)
    steps = [_steps(assembly, examiner, mine) for examiner, mine in sorted(turns.items())]
    assembly.lessons[PART][()] = list(chain.from_iterable(steps))
    assembly.owe(PART)


def learn_presidencies(assembly: Assembly, plan: tuple[Sitting, ...], value: Sequence[int]) -> bool:
    """State who may be asked where the model let somebody else preside; False: nowhere new."""
    together: dict[tuple[int, int], list[tuple[int, ...]]] = defaultdict(list)
    for sitting in plan:
        together[sitting.place, sitting.panel].append(eligible(assembly.problem, sitting))
    wrong = [
        where
        for where, asked in sorted(together.items())
        if where not in assembly.lessons[PART] and not _may_preside(assembly, where, asked, value)
    ]
    for place, panel in wrong:
        assembly.lessons[PART][place, panel] = []
        _ask_rightly(assembly, place, panel)
    return bool(wrong)


def _chairs(room: Assembly, place: int, panel: int) -> Chairs:
    """Return who presides: as many as there are juries, each of them a voting member."""
    model = room.model
    seats: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for examiner, sits in room.voting(place, panel):
        seats[examiner].append(sits)
    chairs = {examiner: model.new_bool_var("") for examiner in seats}
    for examiner, presides in chairs.items():
        model.add(presides <= sum(seats[examiner]))
    model.add(sum(chairs.values()) == room.juries[place, panel])
    return chairs


def _steps(assembly: Assembly, examiner: int, turns: list[cp_model.IntVar]) -> Iterator[Term]:
    """Yield one step for each turn of a person, each dearer than the last."""
    model = assembly.model
    steps = [model.new_bool_var("") for _ in turns]
    model.add(sum(steps) == sum(turns))
    for less, more in pairwise(steps):
        model.add_implication(more, less)
    before = assembly.problem.profiles[examiner].presided
    for already, step in enumerate(steps):
        yield step, before + already


def _may_preside(
    assembly: Assembly,
    where: tuple[int, int],
    asked: list[tuple[int, ...]],
    value: Sequence[int],
) -> bool:
    """Tell whether those whom the model chose can share the juries of a place out."""
    chosen = [e for e, presides in assembly.chairs[where].items() if value[presides.index]]
    return any(
        all(examiner in may for examiner, may in zip(order, asked, strict=False))
        for order in permutations(chosen, len(asked))
    )


def _ask_rightly(assembly: Assembly, place: int, panel: int) -> None:
    """Let nobody preside, in any room of a place, before whom another member would be asked."""
    if len(assembly.problem.places[place].rooms) == 1:
        _ask_in_order(assembly, assembly.chairs[place, panel], place, panel)
        return
    split(assembly, place, panel)
    rooms = assembly.rooms[place, panel]
    apart = [_chairs(room, place, panel) for room in rooms]
    for examiner, presides in assembly.chairs[place, panel].items():
        here = [chairs[examiner] for chairs in apart if examiner in chairs]
        assembly.model.add(sum(here) == presides)
    for room, chairs in zip(rooms, apart, strict=True):
        _ask_in_order(room, chairs, place, panel)


def _ask_in_order(room: Assembly, chairs: Chairs, place: int, panel: int) -> None:
    where, profiles, model = room.problem.places[place], room.problem.profiles, room.model
    silent = {examiner: _silent(room, place, panel, examiner) for examiner in chairs}
    for other, sits in list(room.voting(place, panel)):
        for examiner, presides in chairs.items():
            if examiner in {other, where.chair}:
                continue
            if other == where.chair or profiles[examiner].declines > profiles[other].declines:
                model.add(presides + sits <= 1)
            elif profiles[examiner].declines == profiles[other].declines:
                mine, theirs = silent[examiner], silent[other]
                if mine[0] or mine[1]:
                    less = sum(mine[0]) + mine[1] <= sum(theirs[0]) + theirs[1]
                    model.add(less).only_enforce_if(presides, sits)


def _silent(
    room: Assembly, place: int, panel: int, examiner: int
) -> tuple[list[cp_model.IntVar], int]:
    """Return on whom a person may not deliberate: heard or not, and those who are pinned."""
    heard = [
        variable
        for (number, at), variable in room.heard.items()
        if at == place
        and room.cohorts[number].like.panel == panel
        and examiner in room.cohorts[number].like.recused
    ]
    return heard, sum(examiner in pinned for pinned in room.problem.places[place].heard)
