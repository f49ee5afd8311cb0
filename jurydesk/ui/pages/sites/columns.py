"""What the list of rooms shows, and its filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.sites import Equipment
from jurydesk.services.sites import RoomRow, draft_of
from jurydesk.ui.models.columns import Column, sort_text
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.wording import Wording


def room_columns(wording: Wording) -> tuple[Column[RoomRow], ...]:
    """Return the columns, the site first."""
    return (
        Column("site", translate("Sites", "Site"), lambda row: row.site.name, width=15),
        Column(
            "room",
            translate("Sites", "Room"),
            lambda row: row.room.name if row.room else translate("Sites", "no room yet"),
            sort_key=lambda row: sort_text(row.room.name if row.room else ""),
            width=16,
        ),
        Column(
            "capacity",
            translate("Sites", "Persons"),
            lambda row: str(row.room.capacity or "") if row.room else "",
            sort_key=lambda row: (row.room.capacity or 0) if row.room else 0,
            side="right",
            is_tabular=True,
            width=12,
        ),
        Column(
            "hours",
            translate("Sites", "Opening hours"),
            lambda row: hours_text(row, wording),
            stretches=True,
            width=22,
        ),
        Column(
            "equipment",
            translate("Sites", "Equipment"),
            lambda row: equipment_text(row, wording),
            width=20,
        ),
        Column(
            "sessions",
            translate("Sites", "Sessions"),
            lambda row: ", ".join(row.sessions),
            is_hidden=True,
            width=12,
        ),
        Column(
            "address",
            translate("Sites", "Address"),
            lambda row: row.site.address,
            is_hidden=True,
            width=24,
        ),
    )


def hours_text(row: RoomRow, wording: Wording) -> str:
    """Return when the room is open and on which days it is not."""
    if row.room is None:
        return ""
    draft = draft_of(row.room, language=wording.language)
    hours = draft.hours or translate("Sites", "always")
    if not draft.closed:
        return hours
    return translate("Sites", "{hours} (closed: {closed})").format(hours=hours, closed=draft.closed)


def equipment_text(row: RoomRow, wording: Wording) -> str:
    """Return what the room offers."""
    offered = row.room.equipment if row.room else ()
    return sentence_case(", ".join(term(wording, "equipment", one) for one in offered))


def room_filters(rows: Sequence[RoomRow], wording: Wording) -> tuple[RowFilter[RoomRow], ...]:
    """Return one filter per site, where there are several, and for what rules ask of a room."""
    sites = dict.fromkeys(row.site.name for row in rows)
    by_site = tuple(
        RowFilter(f"site.{name}", name, partial(_is_at, name), "site")
        for name in (sites if len(sites) > 1 else ())
    )
    present = {one for row in rows if row.room for one in row.room.equipment}
    by_equipment = tuple(
        RowFilter(
            f"equipment.{one}",
            sentence_case(term(wording, "equipment", one)),
            partial(_offers, one),
            f"equipment.{one}",
        )
        for one in (Equipment.VIDEO, Equipment.STEP_FREE)
        if one in present
    )
    return (*by_site, *by_equipment)


def _is_at(site: str, row: RoomRow) -> bool:
    return row.site.name == site


def _offers(equipment: Equipment, row: RoomRow) -> bool:
    return row.room is not None and equipment in row.room.equipment
