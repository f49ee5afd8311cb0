"""What a person forbids, as the search sees it: rooms of which somebody is kept out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jurydesk.domain.ban_rules import bans_on_seat
from jurydesk.domain.pins import Pins
from jurydesk.domain.session import Juror, Jury
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.problem import Openings, Place


def split_forbidden(place: Place, pins: Pins) -> Iterator[Place]:
    """Yield a half-day with each room that is not open to everybody as a place of its own."""
    everywhere = pins.kept_out(place.half)
    out = {room: pins.kept_out(place.half, room) - everywhere for room in place.rooms}
    yield from (
        replace(place, rooms=(room,), openings=_without(place.openings, out[room]))
        for room in place.rooms
        if out[room]
    )
    others = tuple(room for room in place.rooms if not out[room])
    if others or not place.rooms:
        yield replace(place, rooms=others)


def allowed(facts: SessionFacts, jury: Jury, jurors: Iterable[Juror]) -> Jury:
    """Return a jury with those of its members who are not forbidden beside those before them."""
    kept = replace(jury, jurors=())
    for juror in jurors:
        if not bans_on_seat(facts, kept, juror.examiner_id):
            kept = replace(kept, jurors=(*kept.jurors, juror))
    return kept


def _without(openings: tuple[Openings, ...], out: frozenset[int]) -> tuple[Openings, ...]:
    return tuple(
        tuple({n: price for n, price in post.items() if n not in out} for post in panel)
        for panel in openings
    )
