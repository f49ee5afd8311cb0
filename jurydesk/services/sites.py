"""Sites, their rooms and the ways between them: added, changed, taken away; each can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.sites import Room, Site, Travel
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.room_texts import RoomDraft, draft_of, read_room
from jurydesk.services.site_facts import site_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.session import Session
    from jurydesk.domain.sites import SiteMap
    from jurydesk.services.ports import Desk, UnitOfWork

__all__ = [
    "RoomDraft",
    "RoomRow",
    "SitesView",
    "add_room",
    "add_site",
    "change_room",
    "change_site",
    "draft_of",
    "read_sites",
    "remove_room",
    "remove_site",
    "set_travel",
    "set_travels",
]

MOST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One line of the list of rooms; a site that has none is a line as well."""

    site: Site
    room: Room | None
    sessions: tuple[str, ...] = ()
    """Codes of the sessions still to be held that name the room."""

    @property
    def key(self) -> str:
        """Return what identifies the row."""
        return f"{self.site.id}/{self.room.name if self.room else ''}"


@dataclass(frozen=True, slots=True)
class SitesView:
    """All sites with their rooms, the ways between them, and names that no site has."""

    sites: SiteMap
    rows: tuple[RoomRow, ...]
    unknown: tuple[str, ...] = ()
    """Names of rooms of sessions still to be held that no site has."""

    def site(self, name: str) -> Site:
        """Return a site by its name, whatever the case.

        Raises:
            WrongUsage: there is none.
        """
        wanted = name.strip().casefold()
        found = (site for site in self.sites.sites if site.name.casefold() == wanted)
        site = next(found, None)
        if site is None:
            raise WrongUsage("SITE-UNKNOWN", {"site": name.strip()})
        return site


def read_sites(desk: Desk) -> SitesView:
    """Return all sites by name, their rooms in the order that the office gave them."""
    with desk.open_unit() as unit:
        sites = site_map(unit)
        planned = [session for session in unit.sessions.all() if session.can_be_planned]
    named = {room: None for session in planned for room in session.rooms}
    rows = [row for site in sites.sites for row in _rows(site, planned)]
    return SitesView(sites, tuple(rows), tuple(r for r in named if sites.site_of(r) is None))


def add_site(desk: Desk, *, name: str, address: str = "", note: str = "") -> Outcome[Site]:
    """Add a site without rooms.

    Raises:
        WrongUsage: it has no name.
        RefusedByRule: another site has that name.
    """
    with desk.open_unit() as unit:
        site = Site(_free_name(unit, name), address.strip(), note.strip())
        stored = unit.sites.add(site)
        finish(unit, EventType.SITE_SAVED, {"site": stored.name})
        return Outcome(stored, unit.changes, label="ACT-SITE-ADDED")


def change_site(
    desk: Desk, *, site_id: int, name: str, address: str, note: str = ""
) -> Outcome[Site]:
    """Change the name, the address or the note of a site.

    Raises:
        WrongUsage: it has no name, or there is no such site.
        RefusedByRule: another site has that name.
    """
    with desk.open_unit() as unit:
        before = unit.sites.get(site_id)
        own = _free_name(unit, name, but=site_id)
        site = replace(before, name=own, address=address.strip(), note=note.strip())
        stored = unit.sites.save(site)
        finish(unit, EventType.SITE_SAVED, {"site": stored.name})
        return Outcome(stored, unit.changes, label="ACT-SITE-CHANGED")


def remove_site(desk: Desk, *, site_id: int) -> Outcome[None]:
    """Take a site away with its rooms and ways; sessions keep the names of their rooms."""
    with desk.open_unit() as unit:
        site = unit.sites.get(site_id)
        for way in unit.travels.all():
            if site_id in {way.first_id, way.second_id}:
                unit.travels.remove(way.id)
        unit.sites.remove(site_id)
        finish(unit, EventType.SITE_REMOVED, {"site": site.name})
        return Outcome(None, unit.changes, label="ACT-SITE-REMOVED")


def add_room(desk: Desk, *, site_id: int, draft: RoomDraft) -> Outcome[Site]:
    """Add a room to a site.

    Raises:
        WrongUsage: it has no name, or its hours, days or capacity cannot be meant.
        RefusedByRule: another room has that name, on this site or on another.
    """
    with desk.open_unit() as unit:
        site = unit.sites.get(site_id)
        room = read_room(draft, today=desk.clock.today())
        _check_room_name(unit, room.name)
        stored = unit.sites.save(replace(site, rooms=(*site.rooms, room)))
        finish(unit, EventType.ROOM_SAVED, {"site": stored.name, "room": room.name})
        return Outcome(stored, unit.changes, label="ACT-ROOM-ADDED")


def change_room(desk: Desk, *, site_id: int, name: str, draft: RoomDraft) -> Outcome[Site]:
    """Change a room; a new name is that of the room in sessions still to be held as well.

    Raises:
        WrongUsage: there is no such room, or its hours, days or capacity cannot be meant.
        RefusedByRule: another room has the new name.
    """
    with desk.open_unit() as unit:
        site = unit.sites.get(site_id)
        before = _room(site, name)
        room = read_room(draft, today=desk.clock.today(), before=before)
        if room.name != before.name:
            _check_room_name(unit, room.name)
            _rename(unit, before.name, room.name)
        rooms = tuple(room if one is before else one for one in site.rooms)
        stored = unit.sites.save(replace(site, rooms=rooms))
        finish(unit, EventType.ROOM_SAVED, {"site": stored.name, "room": room.name})
        return Outcome(stored, unit.changes, label="ACT-ROOM-CHANGED")


def remove_room(desk: Desk, *, site_id: int, name: str) -> Outcome[Site]:
    """Take a room away; sessions keep its name, of which nothing is known any more.

    Raises:
        WrongUsage: the site has no such room.
    """
    with desk.open_unit() as unit:
        site = unit.sites.get(site_id)
        gone = _room(site, name)
        rooms = tuple(room for room in site.rooms if room is not gone)
        stored = unit.sites.save(replace(site, rooms=rooms))
        finish(unit, EventType.ROOM_REMOVED, {"site": stored.name, "room": gone.name})
        return Outcome(stored, unit.changes, label="ACT-ROOM-REMOVED")


def set_travel(
    desk: Desk, *, one_id: int, other_id: int, minutes: int | None
) -> Outcome[tuple[Travel, ...]]:
    """Write how long it takes from one site to another, either way; None: nobody knows.

    Raises:
        WrongUsage: both are the same site, or the minutes are none that anybody would travel.
    """
    return set_travels(desk, ways=((one_id, other_id, minutes),))


def set_travels(
    desk: Desk, *, ways: Iterable[tuple[int, int, int | None]]
) -> Outcome[tuple[Travel, ...]]:
    """Write several travel times as one act: two sites, and the minutes; None: nobody knows.

    Raises:
        WrongUsage: both are the same site, or the minutes are none that anybody would travel.
    """
    wanted = tuple(ways)
    for one, other, minutes in wanted:
        if one == other:
            raise WrongUsage("TRAVEL-SAME-SITE")
        if minutes is not None and not 0 <= minutes < MOST_MINUTES:
            raise WrongUsage("TRAVEL-MINUTES-WRONG", {"most": MOST_MINUTES - 1})
    with desk.open_unit() as unit:
        names = {site.id: site.name for site in unit.sites.all()}
        for one, other, minutes in wanted:
            first, second = sorted((unit.sites.get(one).id, unit.sites.get(other).id))
            _write_way(unit, Travel(first, second, minutes or 0), is_known=minutes is not None)
        first, second, minutes = wanted[0] if wanted else (0, 0, None)
        said = "–" if minutes is None else minutes
        details = {"first": names.get(first), "second": names.get(second), "minutes": said}
        finish(unit, EventType.TRAVEL_SET, {**details, "count": len(wanted)})
        return Outcome(unit.travels.all(), unit.changes, label="ACT-TRAVEL-SET")


def _write_way(unit: UnitOfWork, way: Travel, *, is_known: bool) -> None:
    pair = way.first_id, way.second_id
    known = next((w for w in unit.travels.all() if (w.first_id, w.second_id) == pair), None)
    if known is None:
        if is_known:
            unit.travels.add(way)
    elif is_known:
        unit.travels.save(replace(known, minutes=way.minutes))
    else:
        unit.travels.remove(known.id)


def _rows(site: Site, planned: list[Session]) -> list[RoomRow]:
    rows = [
        RoomRow(site, room, tuple(s.code for s in planned if room.name in s.rooms))
        for room in site.rooms
    ]
    return rows or [RoomRow(site, None)]


def _free_name(unit: UnitOfWork, name: str, *, but: int = 0) -> str:
    own = name.strip()
    if not own:
        raise WrongUsage("SITE-WITHOUT-NAME")
    others = (site for site in unit.sites.all() if site.id != but)
    if any(site.name.casefold() == own.casefold() for site in others):
        raise RefusedByRule("SITE-NAME-TAKEN", {"site": own})
    return own


def _check_room_name(unit: UnitOfWork, name: str) -> None:
    """Sessions name rooms by name: no two rooms may have the same, on whatever site."""
    owner = site_map(unit).site_of(name)
    if owner is not None:
        raise RefusedByRule("ROOM-NAME-TAKEN", {"room": name, "site": owner.name})


def _room(site: Site, name: str) -> Room:
    room = site.room(name.strip())
    if room is None:
        raise WrongUsage("ROOM-UNKNOWN", {"room": name.strip(), "site": site.name})
    return room


def _rename(unit: UnitOfWork, before: str, after: str) -> None:
    for session in unit.sessions.all():
        if session.can_be_planned and before in session.rooms:
            rooms = dict.fromkeys(after if room == before else room for room in session.rooms)
            juries = tuple(
                replace(jury, room=after) if jury.room == before else jury
                for jury in session.juries
            )
            unit.sessions.save(replace(session, rooms=tuple(rooms), juries=juries))
