"""A room as a person writes it: its hours, closed days and capacity read, and written again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence, AvailabilityKind
from jurydesk.domain.sites import Equipment, Room
from jurydesk.errors import WrongUsage
from jurydesk.exchange.availability_text import read_availability
from jurydesk.exchange.availability_writer import write_availability
from jurydesk.exchange.room_hours import read_hours, write_hours

if TYPE_CHECKING:
    from datetime import date

MOST_PERSONS = 9999


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """What a person fills in for a room."""

    name: str
    capacity: int | None = None
    hours: str = ""
    """Such as « lundi–vendredi 8:30–18:00; samedi 9:00–12:00 »; empty: always."""
    closed: str = ""
    """In the words in which people say when they are away: « 24/12–2/1 (fêtes) »."""
    equipment: tuple[Equipment, ...] = ()
    note: str = ""


def draft_of(room: Room, *, language: str = "fr") -> RoomDraft:
    """Return a room as it was, or could have been, filled in."""
    return RoomDraft(
        room.name,
        room.capacity,
        write_hours(room.hours, language),
        write_availability(room.closed, language),
        room.equipment,
        room.note,
    )


def read_room(draft: RoomDraft, *, today: date, before: Room | None = None) -> Room:
    """Return the room that a draft describes.

    Raises:
        WrongUsage: it has no name, or a part of it cannot be understood.
    """
    name = draft.name.strip()
    if not name:
        raise WrongUsage("ROOM-WITHOUT-NAME")
    # Sessions list the names of their rooms with commas between them
    if "," in name or ";" in name:
        raise WrongUsage("ROOM-NAME-WRONG", {"room": name})
    if draft.capacity is not None and not 1 <= draft.capacity <= MOST_PERSONS:
        raise WrongUsage("ROOM-CAPACITY-WRONG", {"most": MOST_PERSONS})
    hours = read_hours(draft.hours)
    if hours.unread:
        raise WrongUsage("ROOM-HOURS-UNREAD", {"part": hours.unread[0]})
    return Room(
        name=name,
        capacity=draft.capacity,
        hours=hours.openings,
        closed=_closed(draft.closed, today, before),
        equipment=tuple(one for one in Equipment if one in draft.equipment),
        note=draft.note.strip(),
    )


def _closed(text: str, today: date, before: Room | None) -> tuple[Absence, ...]:
    known = before.closed if before else ()
    if text.strip() in {write_availability(known, language) for language in ("fr", "en")}:
        return known
    reading = read_availability(text, today=today)
    if reading.unread:
        raise WrongUsage("ROOM-CLOSED-UNREAD", {"part": reading.unread[0].part})
    for entry in reading.entries:
        if entry.kind is not AvailabilityKind.AWAY:
            raise WrongUsage("ROOM-CLOSED-UNREAD", {"part": write_availability([entry])})
    return tuple(replace(entry, given=None) for entry in reading.entries)
