"""What can be done with sites, rooms and travel times: the dialogs and the acts behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.services import sites as service
from jurydesk.ui.dialogs.room_dialog import RoomDialog
from jurydesk.ui.dialogs.site_dialog import SiteDialog
from jurydesk.ui.dialogs.travel_dialog import TravelDialog
from jurydesk.ui.operations.asked import perform_asked

if TYPE_CHECKING:
    from jurydesk.domain.sites import Site, SiteMap
    from jurydesk.services.sites import RoomDraft, RoomRow
    from jurydesk.ui.dialogs.ask_dialog import AskDialog
    from jurydesk.ui.pages.page import Page, PageContext


class SiteActs(QObject):
    """Asks and acts; the page is told what to stand on next.

    Signals:
        stood_on: the key of a row that was added or changed.
    """

    stood_on = Signal(str)

    def __init__(self, page: Page, context: PageContext) -> None:
        """Keep the page over which dialogs open."""
        super().__init__(page)
        self._page = page
        self._context = context
        self.dialog: AskDialog | None = None

    def add_site(self) -> None:
        """Ask for a new site."""
        dialog = SiteDialog(self._context.wording, parent=self._page)
        dialog.submitted.connect(partial(self._save_site, dialog, None))
        self._open(dialog)

    def change_site(self, site: Site) -> None:
        """Ask for another name, address or note of a site."""
        dialog = SiteDialog(self._context.wording, site, self._page)
        dialog.submitted.connect(partial(self._save_site, dialog, site))
        self._open(dialog)

    def add_room(self, sites: SiteMap, site_id: int) -> None:
        """Ask for a new room, on that site unless another is chosen."""
        dialog = RoomDialog(self._context.wording, sites.sites, site_id=site_id, parent=self._page)
        dialog.submitted.connect(partial(self._save_room, dialog, ""))
        self._open(dialog)

    def change_room(self, row: RoomRow) -> None:
        """Ask what is different of a room."""
        if row.room is None:
            return
        draft = service.draft_of(row.room, language=self._context.wording.language)
        dialog = RoomDialog(
            self._context.wording,
            (row.site,),
            site_id=row.site.id,
            draft=draft,
            parent=self._page,
        )
        dialog.submitted.connect(partial(self._save_room, dialog, row.room.name))
        self._open(dialog)

    def remove(self, row: RoomRow) -> None:
        """Take a room away, or a site that has none; the toast offers to undo."""
        desk = self._context.desk
        if row.room is None:
            self.remove_site(row.site)
        else:
            call = partial(service.remove_room, desk, site_id=row.site.id, name=row.room.name)
            self._context.operations.perform(call)

    def remove_site(self, site: Site) -> None:
        """Take a site away with its rooms; the toast offers to undo."""
        call = partial(service.remove_site, self._context.desk, site_id=site.id)
        self._context.operations.perform(call)

    def set_travels(self, sites: SiteMap) -> None:
        """Ask for the travel times."""
        dialog = TravelDialog(self._context.wording, sites, self._page)
        dialog.submitted.connect(partial(self._save_travels, dialog))
        self._open(dialog)

    def _open(self, dialog: AskDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    def _save_site(self, dialog: SiteDialog, site: Site | None, given: dict[str, str]) -> None:
        desk = self._context.desk
        call = (
            partial(service.add_site, desk, **given)
            if site is None
            else partial(service.change_site, desk, site_id=site.id, **given)
        )
        perform_asked(self._context, dialog, call, done=partial(self._on_saved, ""))

    def _save_room(self, dialog: RoomDialog, before: str, site_id: int, draft: RoomDraft) -> None:
        desk = self._context.desk
        call = (
            partial(service.change_room, desk, site_id=site_id, name=before, draft=draft)
            if before
            else partial(service.add_room, desk, site_id=site_id, draft=draft)
        )
        perform_asked(self._context, dialog, call, done=partial(self._on_saved, draft.name))

    def _save_travels(
        self, dialog: TravelDialog, ways: tuple[tuple[int, int, int | None], ...]
    ) -> None:
        call = partial(service.set_travels, self._context.desk, ways=ways)
        perform_asked(self._context, dialog, call)

    def _on_saved(self, room: str, site: Site) -> None:
        name = room.strip() or (site.rooms[0].name if site.rooms else "")
        self.stood_on.emit(f"{site.id}/{name}")
