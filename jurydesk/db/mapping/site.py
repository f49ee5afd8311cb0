"""Sites as rows, with their rooms; and the ways between them."""

from __future__ import annotations

from collections.abc import Mapping

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Part, Parts, Values, positioned
from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import Row, SiteRoomRow, SiteRow, TravelRow
from jurydesk.domain.availability import Absence
from jurydesk.domain.changes import Kind
from jurydesk.domain.sites import Equipment, Opening, Room, Site, Travel

_Hours = tuple[Opening, ...]
_Closed = tuple[Absence, ...]


def _values(site: Site) -> Values:
    return {"name": site.name, "address": site.address, "note": site.note}


def _parts(site: Site) -> Mapping[type[Row], list[Values]]:
    return {SiteRoomRow: positioned([_room_values(room) for room in site.rooms])}


def _room_values(room: Room) -> Values:
    return {
        "name": room.name,
        "capacity": room.capacity,
        "hours": encode(_Hours, room.hours),
        "closed": encode(_Closed, room.closed),
        "equipment": [one.value for one in room.equipment],
        "note": room.note,
    }


def _entity(row: SiteRow, parts: Parts) -> Site:
    return Site(
        name=row.name,
        address=row.address,
        note=row.note,
        rooms=tuple(_room(part) for part in parts[SiteRoomRow]),
        id=row.id,
        version=row.version,
    )


def _room(row: SiteRoomRow) -> Room:
    return Room(
        name=row.name,
        capacity=row.capacity,
        hours=decode(_Hours, row.hours),
        closed=decode(_Closed, row.closed),
        equipment=tuple(Equipment(one) for one in row.equipment),
        note=row.note,
    )


SITES = Mapper(Kind.SITE, SiteRow, _values, _entity, (Part(SiteRoomRow, "site_id"),), _parts)
TRAVELS = mirror(Kind.TRAVEL, TravelRow, Travel)
