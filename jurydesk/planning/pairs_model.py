"""States for the model what it costs that two persons sit together again, as plans show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jurydesk.planning.pairs import Pair, meeting_again, pairs_of
from jurydesk.planning.rooms import split

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.assembly import Assembly
    from jurydesk.planning.objective import Sitting

PART = "pairs"
Where = tuple[int, int]
"""Place and panel."""


def learn_pairs(assembly: Assembly, plan: tuple[Sitting, ...], _value: Sequence[int]) -> bool:
    """State where those who sit together again may meet; False where all of it was known."""
    problem = assembly.problem
    again = meeting_again(problem, plan)
    met: dict[Pair, set[Where]] = defaultdict(set)
    for sitting in plan:
        for pair in pairs_of(sitting.people):
            met[pair].add((sitting.place, sitting.panel))
    lessons = [_learn(assembly, pair, met[pair]) for pair in again]
    if any(lessons):
        assembly.owe(PART)
    return any(lessons)


def _learn(assembly: Assembly, pair: Pair, met: set[Where]) -> bool:
    """Tell the rooms apart where the two met, and count all the juries in which they may meet."""
    for place, panel in sorted(met):
        split(assembly, place, panel)
    known = assembly.together.setdefault(pair, {})
    before = len(known)
    for where in assembly.juries:
        if where not in known and _is_apart(assembly, where):
            known[where] = _together(assembly, pair, where)
    if len(known) == before:
        return False
    meetings = [both for several in known.values() for both in several]
    again = assembly.model.new_int_var(0, len(meetings), "")
    first = pair not in assembly.problem.met
    assembly.model.add(again >= sum(meetings) - first)
    assembly.lessons[PART][pair] = [(again, 1)]
    return True


def _is_apart(assembly: Assembly, where: Where) -> bool:
    return len(assembly.problem.places[where[0]].rooms) == 1 or where in assembly.rooms


def _together(assembly: Assembly, pair: Pair, where: Where) -> list[cp_model.IntVar]:
    """Return, for each jury of a place in which two persons may both sit, whether they do."""
    found = []
    for room in assembly.rooms.get(where, (assembly,)):
        one, other = ([v for _, v in room.sitting(*where, frozenset({e}))] for e in pair)
        if one and other:
            both = assembly.model.new_bool_var("")
            assembly.model.add(both >= sum(one) + sum(other) - 1)
            found.append(both)
    return found
