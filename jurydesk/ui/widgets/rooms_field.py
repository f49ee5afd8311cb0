"""The rooms of a session: typed with commas between them, or picked from those of the sites."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from jurydesk.domain.sites import NOWHERE
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.form_fields import text_edit
from jurydesk.ui.widgets.layouts import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.sites import Room, Site, SiteMap


class RoomsField(QWidget):
    """A line with a menu beside it; without sites the menu is not there.

    Signals:
        rooms_changed: the names, whenever they change.
    """

    rooms_changed = Signal(object)

    def __init__(self, rooms: str) -> None:
        """Show these rooms; `offer` fills the menu."""
        super().__init__()
        self.edit = text_edit(rooms)
        self.pick_button = icon_button("room", self.tr("Pick rooms of the sites"))
        self.pick_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.pick_button)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._tick)
        self.pick_button.setMenu(self._menu)
        self.pick_button.hide()
        self.actions_of: dict[str, QAction] = {}
        self.sites: SiteMap = NOWHERE
        layout = row(self, spacing=Space.XS)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.pick_button)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)

    def offer(self, sites: SiteMap) -> None:
        """Offer the rooms of these sites, each site under its name."""
        self.sites = sites
        self._menu.clear()
        self.actions_of.clear()
        for site in sites.sites:
            if site.rooms:
                self._menu.addSection(site.name)
            for room in site.rooms:
                self._add(site, room)
        self.pick_button.setVisible(bool(self.actions_of))

    def rooms(self) -> tuple[str, ...]:
        """Return the names, in order."""
        return tuple(part.strip() for part in self.edit.text().split(",") if part.strip())

    def set_rooms(self, rooms: Sequence[str]) -> None:
        """Show these names."""
        self.edit.setText(", ".join(rooms))

    def toggle(self, name: str) -> None:
        """Add a room of a site, or take it out; the first one takes the place of unknown names."""
        rooms = list(self.rooms())
        if name in rooms:
            rooms.remove(name)
        else:
            known = [room for room in rooms if self.sites.site_of(room)]
            rooms = [*(rooms if known else []), name]
        self.set_rooms(rooms)

    def _add(self, site: Site, room: Room) -> None:
        text = room.name
        if room.capacity is not None:
            text = self.tr("{room} ({count} persons)").format(room=room.name, count=room.capacity)
        action = QAction(text, self._menu)
        action.setCheckable(True)
        action.setToolTip(site.address)
        action.triggered.connect(partial(self._on_triggered, room.name))
        self._menu.addAction(action)
        self.actions_of[room.name] = action

    def _tick(self) -> None:
        chosen = set(self.rooms())
        for name, action in self.actions_of.items():
            action.setChecked(name in chosen)

    def _on_triggered(self, name: str, _is_on: object = None) -> None:
        self.toggle(name)

    def _on_text_changed(self, _text: str) -> None:
        self.rooms_changed.emit(self.rooms())
