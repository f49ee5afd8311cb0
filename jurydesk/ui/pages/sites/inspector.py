"""The panel beside the rooms: one room, its site, and how far that is from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.sites import NOWHERE
from jurydesk.services.sites import draft_of
from jurydesk.ui.pages.sites.columns import equipment_text
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.inspector_panel import InspectorPanel

if TYPE_CHECKING:
    from jurydesk.domain.sites import Site, SiteMap
    from jurydesk.services.sites import RoomRow
    from jurydesk.wording import Wording


class SiteInspector(InspectorPanel):
    """Shows one room with its site."""

    def __init__(self, wording: Wording) -> None:
        """Start with nothing selected."""
        super().__init__()
        self._wording = wording
        self.sites: SiteMap = NOWHERE
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nothing is selected."""
        self.show_nothing(self.tr("Choose a room to see when it can be had and what it offers."))

    def _address(self, site: Site) -> Fact:
        return Fact(self.tr("Address"), site.address or self.tr("none written yet"))

    def show_row(self, row: RoomRow) -> None:
        """Show one room, or a site that has none."""
        self.clear()
        site, room = row.site, row.room
        self.set_heading(room.name if room else site.name, site.name if room else site.address)
        if room is not None:
            self.add_section("", FactGrid(self._room_facts(row)))
            self.add_section(self.tr("Site"), FactGrid([self._address(site)]))
        else:
            self.add_text(self.tr("No session can be held here before it has a room."))
        if site.note:
            self.add_text(site.note)
        others = [other for other in self.sites.sites if other.id != site.id]
        if others:
            ways = [Fact(other.name, self._way(site.id, other.id)) for other in others]
            self.add_section(self.tr("Travel from here"), FactGrid(ways))

    def _room_facts(self, row: RoomRow) -> list[Fact]:
        if row.room is None:
            return []
        draft = draft_of(row.room, language=self._wording.language)
        capacity = str(row.room.capacity or "")
        facts = [
            Fact(self.tr("Persons"), capacity),
            Fact(self.tr("Opening hours"), draft.hours or self.tr("whenever a session sits")),
            Fact(self.tr("Equipment"), equipment_text(row, self._wording) or self.tr("none")),
        ]
        if draft.closed:
            facts.insert(2, Fact(self.tr("Closed"), draft.closed))
        if row.room.note:
            facts.append(Fact(self.tr("Note"), row.room.note))
        if row.sessions:
            facts.append(Fact(self.tr("Sessions"), ", ".join(row.sessions)))
        return facts

    def _way(self, one: int, other: int) -> str:
        minutes = self.sites.minutes(one, other)
        return "" if minutes is None else self.tr("{minutes} min").format(minutes=minutes)
