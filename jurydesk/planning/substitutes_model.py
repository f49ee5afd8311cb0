"""States for the model that a seat has nobody to stand in, where a plan showed that it matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jurydesk.planning.rooms import split
from jurydesk.planning.substitutes import unprovided

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.assembly import Assembly, Term
    from jurydesk.planning.objective import Sitting

PART = "substitutes"


def learn_substitutes(assembly: Assembly, plan: tuple[Sitting, ...], _value: Sequence[int]) -> bool:
    """State what seats without anybody to stand in cost; False where all of it was known."""
    seats = {(s.place, s.panel, post) for s, post in unprovided(assembly.problem, plan)}
    lessons = [_learn(assembly, seat) for seat in sorted(seats)]
    if any(lessons):
        assembly.owe(PART)
    return any(lessons)


def _learn(assembly: Assembly, seat: tuple[int, int, int]) -> bool:
    """State it of a seat: for the sum of the rooms at first, then for each of them."""
    known = assembly.lessons[PART]
    place, panel, _ = seat
    rooms: tuple[Assembly, ...] = (assembly,)
    if seat in known:
        if len(known[seat]) == len(assembly.problem.places[place].rooms):
            return False
        split(assembly, place, panel)
        rooms = assembly.rooms[place, panel]
    known[seat] = [_missing(assembly, room, seat) for room in rooms]
    return True


def _missing(assembly: Assembly, room: Assembly, seat: tuple[int, int, int]) -> Term:
    """Return what counts the juries of a room, or of all, for whose seat nobody is left."""
    place, panel, post = seat
    where, model = assembly.problem.places[place], assembly.model
    rooms = len(where.rooms) if room is assembly else 1
    spare = [
        _spare(assembly, room, place, examiner, faces=rooms == 1)
        for examiner in where.openings[panel][post]
    ]
    missing = model.new_int_var(0, rooms, "")
    model.add(missing >= room.juries[place, panel] - rooms * sum(spare))
    return missing, assembly.problem.panels[panel].posts[post].count


def _spare(
    assembly: Assembly, room: Assembly, place: int, examiner: int, *, faces: bool
) -> cp_model.IntVar:
    """Return whether a person sits nowhere then; `faces`: and may face whom that jury hears."""
    model = assembly.model
    spare = model.new_bool_var("")
    half = assembly.problem.places[place].half
    model.add(spare + sum(assembly.present.get((examiner, half), ())) <= 1)
    for (number, where), heard in room.heard.items() if faces else ():
        cohort = assembly.cohorts[number]
        if where == place and examiner in cohort.like.excluded:
            model.add(spare + heard <= 1)
    return spare
