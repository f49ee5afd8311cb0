"""Scenes of the sites: the list, each dialog, and the rooms of a session picked from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jurydesk.domain.sites import Equipment
from jurydesk.services.sites import RoomDraft, add_room, add_site, set_travels
from jurydesk.ui.pages.sites.page import SitesPage
from tests.screens.session_scenes import sessions
from tests.ui.office import fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio

BRY, LYON, PARIS = 1, 2, 3
SITES = (
    ("Bry-sur-Marne", "2 avenue de l’Europe, 94360 Bry-sur-Marne", "Badge à l’accueil, bâtiment B"),
    ("Lyon Confluence", "1 quai Rambaud, 69002 Lyon", ""),
    ("Paris – Bercy", "12 rue de Bercy, 75012 Paris", ""),
)
ROOMS = (
    (
        BRY,
        RoomDraft("Salle Varda", 8, "lundi–vendredi 8:30–18:00", "24/12/2026–02/01/2027 (fêtes)"),
    ),
    (BRY, RoomDraft("Salle Guy-Blaché", 6, "lundi–vendredi 8:30–18:00; samedi 9:00–12:00")),
    (LYON, RoomDraft("Plateau 2", 20, equipment=(Equipment.VIDEO, Equipment.STEP_FREE))),
    (LYON, RoomDraft("Auditorium", 80, equipment=tuple(Equipment))),
)


def fill_sites(desk: Desk) -> None:
    """Add three sites, one still without rooms, and the ways that are known."""
    fill(desk, candidates=8, examiners=8)
    for name, address, note in SITES:
        add_site(desk, name=name, address=address, note=note)
    for site, draft in ROOMS:
        add_room(desk, site_id=site, draft=draft)
    set_travels(desk, ways=((BRY, LYON, 165), (BRY, PARIS, 45)))


def site_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page, and the dialog of a session."""
    return {
        "sites-list": site_list,
        "sites-site": site_dialog,
        "sites-room": room_dialog,
        "sites-travel": travel_dialog,
        "session-rooms": session_dialog,
    }


def site_list(studio: Studio) -> QWidget | None:
    """Stand on a room."""
    sites(studio).list.select_key(f"{LYON}/Plateau 2")
    return None


def site_dialog(studio: Studio) -> QWidget | None:
    """Add a site whose name is taken."""
    page = sites(studio)
    page.acts.add_site()
    dialog = page.acts.dialog
    assert dialog is not None
    dialog.name_edit.setText(SITES[0][0])
    dialog.save_button.click()
    studio.settle()
    return dialog


def room_dialog(studio: Studio) -> QWidget | None:
    """Change a room."""
    page = sites(studio)
    page.list.select_key(f"{BRY}/Salle Varda")
    page.change()
    return page.acts.dialog


def travel_dialog(studio: Studio) -> QWidget | None:
    """Write how far it is."""
    page = sites(studio)
    page.set_travels()
    return page.acts.dialog


def session_dialog(studio: Studio) -> QWidget | None:
    """Pick rooms of two sites for a new session."""
    page = sessions(studio)
    page.creation.begin()
    studio.settle()
    dialog = page.creation.dialog
    if dialog is not None:
        dialog.rooms_field.toggle("Salle Varda")
        dialog.rooms_field.toggle("Plateau 2")
    return dialog


def sites(studio: Studio) -> SitesPage:
    """Go to the sites."""
    studio.parts.window.shell.show_page("sites")
    studio.settle()
    return cast("SitesPage", studio.parts.window.shell.current_page())
