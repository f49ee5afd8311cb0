"""What a person forbade within one jury: such half-days have their rooms told apart, by name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jurydesk.domain.bans import BanKind
from jurydesk.planning.reasons.circumstances import Circumstances, banned
from jurydesk.planning.reasons.facts import Fact, FactKind

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from jurydesk.planning.problem import Half, Panel
    from jurydesk.planning.reasons.session_model import Desk, SessionModel


def is_told_apart(circumstances: Circumstances, half: Half) -> bool:
    """Tell whether something is forbidden of one jury of a half-day, and not of all of them."""
    if circumstances.forbidden(BanKind.PAIR):
        return True
    return any(ban.half == half for ban in circumstances.forbidden(BanKind.ROOM))


def name_rooms(made: SessionModel, desks: list[Desk]) -> None:
    """Let each desk be one room of the session, the last the one that could be added."""
    for desk in desks:
        made.model.add_at_most_one(made.sits[desk, panel] for panel in made.panels)
    few = made.holds(Fact(FactKind.ROOMS))
    for panel in made.panels:
        made.model.add_implication(made.sits[desks[-1], panel], ~few)


def respect_bans(made: SessionModel, desk: Desk, panel: Panel) -> None:
    """Keep persons apart, and out of a room, as long as somebody forbids it."""
    rooms = made.circumstances.room_names
    if desk.room is None:
        return
    here = rooms[desk.room] if desk.room < len(rooms) else ""
    by_person: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for (_, examiner), chair in made.seated[desk, panel].items():
        by_person[examiner].append(chair)
    for ban in made.circumstances.forbidden(BanKind.ROOM):
        for chair in by_person[ban.examiner] if (ban.half, ban.room) == (desk.half, here) else ():
            made.model.add_implication(chair, ~made.holds(banned(ban)))
    for ban in made.circumstances.forbidden(BanKind.PAIR):
        both = sum(by_person[ban.examiner]) + sum(by_person[ban.other])
        made.model.add(both <= 1).only_enforce_if(made.holds(banned(ban)))
