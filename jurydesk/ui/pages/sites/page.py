"""Sites: the rooms of every one in a list, and the acts that change them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.sites import NOWHERE
from jurydesk.services.sites import RoomRow, SitesView, read_sites
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.pages.sites.acts import SiteActs
from jurydesk.ui.pages.sites.columns import room_columns, room_filters
from jurydesk.ui.pages.sites.inspector import SiteInspector
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from jurydesk.ui.pages.page import PageContext


class SitesPage(Page):
    """Every room of every site."""

    concerns: ClassVar[frozenset[str]] = frozenset({Kind.SITE, Kind.TRAVEL, Kind.SESSION})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rooms come with the first load."""
        super().__init__(context, parent)
        self._view = SitesView(NOWHERE, ())
        self._wanted = ""
        self.acts = SiteActs(self, context)
        self.panel = SiteInspector(context.wording)
        self.inspector = self.panel
        self.header = PageHeader(self.tr("Sites"))
        self.list = self._build_list()
        self.hints = KeyHints(
            (
                ("Return", self.tr("Change the room")),
                ("F2", self.tr("Change the site")),
                ("Del", self.tr("Remove")),
            )
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)
        self.acts.stood_on.connect(self._on_stood_on)
        self._show_acts()

    @override
    def reload(self) -> None:
        """Ask for the sites."""
        call = partial(read_sites, self.context.desk)
        self.context.runner.submit(call, done=self._on_view, receiver=self)

    @override
    def open_item(self, key: object) -> None:
        """Stand on a room, by the key of its row."""
        if not self.list.select_key(str(key)):
            self._wanted = str(key)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.list.focus_search()

    def add_room(self) -> None:
        """Ask for a room on the site under the cursor; for a site where there is none."""
        if not self._view.sites.sites:
            self.acts.add_site()
            return
        row = self.list.current_row()
        self.acts.add_room(self._view.sites, row.site.id if row else 0)

    def change(self) -> None:
        """Change the room under the cursor, or the site where it has none (Enter)."""
        row = self.list.current_row()
        if row is not None and row.room is not None:
            self.acts.change_room(row)
        else:
            self.change_site()

    def change_site(self) -> None:
        """Change the site under the cursor (F2)."""
        row = self.list.current_row()
        if row is not None:
            self.acts.change_site(row.site)

    def remove_site(self) -> None:
        """Take the site under the cursor away."""
        row = self.list.current_row()
        if row is not None:
            self.acts.remove_site(row.site)

    def set_travels(self) -> None:
        """Ask how long it takes from one site to another."""
        if len(self._view.sites.sites) > 1:
            self.acts.set_travels(self._view.sites)

    def _build_list(self) -> RowList[RoomRow]:
        rows: RowList[RoomRow] = RowList(
            room_columns(self.context.wording),
            lambda row: row.key,
            name="rooms",
            placeholder=self.tr("Site, room, equipment…"),
        )
        rows.set_empty(
            "room",
            self.tr("No site yet"),
            self.tr(
                "A session may go on naming its rooms by hand. With sites, plans know how many a"
                " room holds, when it is open, what it offers and how far it is to another."
            ),
            acts=(Act(self.tr("Add a site…"), self.acts.add_site, "add"),),
        )
        rows.export_button.hide()
        offer_views(rows, self.context)
        rows.current_changed.connect(self._on_current_changed)
        rows.activated.connect(self._on_activated)
        rows.edit_requested.connect(self._on_edit_requested)
        rows.delete_requested.connect(self._on_delete_requested)
        rows.shown_changed.connect(self._on_shown_changed)
        return rows

    def _show_acts(self) -> None:
        sites = self._view.sites.sites
        why = "" if len(sites) > 1 else self.tr("There is only one site.")
        travel = Act(self.tr("Travel times…"), self.set_travels, "route", "Ctrl+T", why_not=why)
        site = Act(self.tr("Add a site…"), self.acts.add_site, "add", "Ctrl+Shift+N")
        remove = Act(self.tr("Remove the site"), self.remove_site, "delete")
        self.header.set_acts(
            Act(self.tr("Add a room…"), self.add_room, "add", "Ctrl+N"),
            seconds=(site, travel),
            more=(remove,) if sites else (),
        )

    def _on_view(self, view: SitesView) -> None:
        self._view = view
        self.panel.sites = view.sites
        self.list.fill(view.rows, room_filters(view.rows, self.context.wording))
        self._show_acts()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.list.select_key(wanted)
        self._on_current_changed(self.list.current_row())

    def _on_stood_on(self, key: str) -> None:
        self._wanted = key

    def _on_current_changed(self, row: RoomRow | None) -> None:
        if row is None:
            self.panel.show_nobody()
            return
        self.panel.show_row(row)
        site = Act(self.tr("Change the site…"), self.change_site, "edit")
        if row.room is None:
            self.panel.set_acts((Act(self.tr("Add a room…"), self.add_room, "add"), site))
            return
        room = Act(self.tr("Change the room…"), self.change, "edit")
        remove = Act(self.tr("Remove the room"), partial(self.acts.remove, row), "delete")
        self.panel.set_acts((room, site, remove))

    def _on_activated(self, _row: RoomRow) -> None:
        self.change()

    def _on_edit_requested(self, _row: RoomRow) -> None:
        self.change_site()

    def _on_delete_requested(self, rows: tuple[RoomRow, ...]) -> None:
        for row in rows[:1]:
            self.acts.remove(row)

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        if shown == everything:
            rooms = sum(row.room is not None for row in self._view.rows)
            note = self.tr("Rooms: {count}").format(count=rooms)
        else:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        self.header.set_note(note if everything else "")
