"""Commands on the sites where juries sit: list, add, change, remove; rooms and travel times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.sites import Equipment
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import sites as service
from jurydesk.services.sites import RoomDraft, draft_of, read_sites

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.sites import Site
    from jurydesk.services.sites import RoomRow, SitesView
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("sites")
    family.command("list", list_)
    options = family.command("add", add, "site").option("address", default="")
    options.option("note", default="", meaning="site-note")
    options = family.command("change", change, "site").option("rename").option("address")
    options.option("note", meaning="site-note")
    family.command("remove", remove, "site")
    options = family.command("room", room, "site", "room").option("rename")
    options.option("capacity", type_=int).option("hours").option("closed")
    options.option("equipment").option("note", meaning="room-note")
    family.command("remove-room", remove_room, "site", "room")
    options = family.command("travel", travel, "site", "destination")
    options.option("minutes", type_=int, meaning="travel-minutes")


def list_(call: Call) -> int:
    """List the sites with their rooms, and the travel times."""
    with call.desk() as desk:
        view = read_sites(desk)
    call.answer(_document(view, call.wording), _lines(view, call.wording))
    return Exit.DONE


def add(call: Call) -> int:
    """Add a site."""
    options = call.options
    with call.desk() as desk:
        site = service.add_site(
            desk, name=options.site, address=options.address, note=options.note
        ).value
    return _tell(call, "CLI-SITE-SAVED", site)


def change(call: Call) -> int:
    """Change the name, the address or the note of a site; what is not named stays."""
    options = call.options
    with call.desk() as desk:
        known = read_sites(desk).site(options.site)
        site = service.change_site(
            desk,
            site_id=known.id,
            name=_or(options.rename, known.name),
            address=_or(options.address, known.address),
            note=_or(options.note, known.note),
        ).value
    return _tell(call, "CLI-SITE-SAVED", site)


def remove(call: Call) -> int:
    """Take a site away with its rooms and travel times."""
    with call.desk() as desk:
        site = read_sites(desk).site(call.options.site)
        service.remove_site(desk, site_id=site.id)
    return _tell(call, "CLI-SITE-REMOVED", site)


def room(call: Call) -> int:
    """Add a room to a site, or change one that it has; what is not named stays."""
    options = call.options
    with call.desk() as desk:
        site = read_sites(desk).site(options.site)
        known = site.room(options.room.strip())
        draft = _draft(call, draft_of(known) if known else RoomDraft(options.room))
        if known is None:
            site = service.add_room(desk, site_id=site.id, draft=draft).value
        else:
            site = service.change_room(desk, site_id=site.id, name=known.name, draft=draft).value
    return _tell(call, "CLI-ROOM-SAVED", site, room=draft.name.strip())


def remove_room(call: Call) -> int:
    """Take a room away; sessions keep its name."""
    options = call.options
    with call.desk() as desk:
        site = read_sites(desk).site(options.site)
        site = service.remove_room(desk, site_id=site.id, name=options.room).value
    return _tell(call, "CLI-ROOM-REMOVED", site, room=options.room.strip())


def travel(call: Call) -> int:
    """Write how long it takes from one site to another; without minutes, nobody knows any more."""
    options = call.options
    with call.desk() as desk:
        view = read_sites(desk)
        first, second = view.site(options.site), view.site(options.destination)
        ways = service.set_travel(
            desk, one_id=first.id, other_id=second.id, minutes=options.minutes
        ).value
    code = "CLI-TRAVEL-UNKNOWN" if options.minutes is None else "CLI-TRAVEL-SET"
    figures = {"first": first.name, "second": second.name, "minutes": options.minutes}
    call.answer({"travels": plain(ways)}, [call.wording.text(code, **figures)])
    return Exit.DONE


def _draft(call: Call, known: RoomDraft) -> RoomDraft:
    options = call.options
    equipment = known.equipment
    if options.equipment is not None:
        equipment = tuple(_equipment(name) for name in options.equipment.split(",") if name.strip())
    return RoomDraft(
        name=_or(options.rename, known.name),
        capacity=known.capacity if options.capacity is None else options.capacity,
        hours=_or(options.hours, known.hours),
        closed=_or(options.closed, known.closed),
        equipment=equipment,
        note=_or(options.note, known.note),
    )


def _equipment(name: str) -> Equipment:
    try:
        return Equipment(name.strip().upper().replace("-", "_"))
    except ValueError as error:
        offered = ", ".join(Equipment)
        raise WrongUsage("ROOM-EQUIPMENT-UNKNOWN", {"value": name, "offered": offered}) from error


def _or(given: str | None, known: str) -> str:
    return known if given is None else given


def _tell(call: Call, code: str, site: Site, **figures: str) -> int:
    text = call.wording.text(code, site=site.name, **figures)
    call.answer({"site": plain(site)}, [text])
    return Exit.DONE


def _document(view: SitesView, words: Wording) -> dict[str, object]:
    names = {site.id: site.name for site in view.sites.sites}
    return {
        "sites": [
            {
                "site": site.id,
                "name": site.name,
                "address": site.address,
                "note": site.note,
                "rooms": [_room(row, words) for row in view.rows if row.site is site and row.room],
            }
            for site in view.sites.sites
        ],
        "travels": [
            {
                "first": names[way.first_id],
                "second": names[way.second_id],
                "minutes": way.minutes,
            }
            for way in view.sites.travels
        ],
        "unknown": list(view.unknown),
    }


def _room(row: RoomRow, words: Wording) -> dict[str, object]:
    if row.room is None:
        return {}
    draft = draft_of(row.room, language=words.language)
    return {
        "name": draft.name,
        "capacity": draft.capacity,
        "hours": draft.hours,
        "closed": draft.closed,
        "equipment": [one.value for one in draft.equipment],
        "note": draft.note,
        "sessions": list(row.sessions),
    }


def _lines(view: SitesView, words: Wording) -> list[str]:
    if not view.rows:
        return [words.text("CLI-SITES-NONE")]
    names = ("SITE", "ROOM", "PERSONS", "HOURS", "CLOSED", "EQUIPMENT", "SESSIONS")
    lines = table(
        [words.text(f"COL-{name}") for name in names], [_cells(r, words) for r in view.rows]
    )
    for way in view.sites.travels:
        ends = [view.sites.site(number) for number in (way.first_id, way.second_id)]
        first, second = (site.name if site else "" for site in ends)
        figures = {"first": first, "second": second, "minutes": way.minutes}
        lines.append(words.text("CLI-TRAVEL-SET", **figures))
    if view.unknown:
        lines.append(words.text("CLI-ROOMS-UNKNOWN", rooms=", ".join(view.unknown)))
    return lines


def _cells(row: RoomRow, words: Wording) -> tuple[object, ...]:
    if row.room is None:
        return (row.site.name, *[""] * 6)
    draft = draft_of(row.room, language=words.language)
    offered = ", ".join(term("equipment", one, words) for one in draft.equipment)
    figures = (draft.capacity or "", draft.hours, draft.closed, offered)
    return (row.site.name, draft.name, *figures, ", ".join(row.sessions))
