"""Scenes of the saved views of a list: the button, its menu, the name asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from jurydesk.services.candidates import list_candidacies
from jurydesk.services.ledger import record_acquisitions
from jurydesk.ui.list_state import KeptFilter, ListState
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.saved_views import ListViews
from jurydesk.ui.saved_views import SavedView
from tests.ui.office import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

LATE = SavedView(
    "VAE à échéance proche",
    ListState("", (KeptFilter("late"), KeptFilter("route.EXPERIENCE")), (("clock", False),)),
    is_first=True,
)
OTHERS = (
    SavedView("Identités à compléter", ListState("", (KeptFilter("identity.incomplete"),))),
    SavedView("Prêts pour le jury", ListState("", (KeptFilter("stage.READY"),))),
)


AWAY = ("name", "certification", "stage", "blocks", "clock")
LEDGERS = (("BC01", "BC02"), ("BC01",), ("BC02", "BC03"), ("BC01", "BC02", "BC03"))


def fill_views(desk: Desk) -> None:
    """Add people, some with blocks that they brought with them."""
    fill(desk, candidates=60, examiners=28)
    aimed = [one for one in list_candidacies(desk) if one.candidacy.certification == "RNCP34316"]
    for one, blocks in zip(aimed, LEDGERS, strict=False):
        record_acquisitions(
            desk,
            candidate_id=one.candidate.id,
            certification="RNCP34316",
            blocks=blocks,
            acquired_on=None,
            route=None,
            evidence="attestation de blocs",
        )


def view_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the saved views."""
    return {
        "views": views,
        "views-menu": views_menu,
        "views-empty": views_empty,
        "view-name": name,
        "blocks-left": blocks_left,
    }


def views(studio: Studio) -> QWidget | None:
    """Show a list as it was saved."""
    _views(studio).show_view(LATE)
    studio.settle()
    return None


def views_menu(studio: Studio) -> QWidget | None:
    """Show the menu over the list, which was changed since it was saved."""
    found = _views(studio)
    found.show_view(LATE)
    _page(studio).list.set_filter("route.EXPERIENCE", is_on=False)
    return _with_menu(studio, found)


def views_empty(studio: Studio) -> QWidget | None:
    """Show the menu before anything was saved."""
    found = _views(studio)
    found.views.keep(())
    found.show_all()
    return _with_menu(studio, found)


def blocks_left(studio: Studio) -> QWidget | None:
    """Show how many blocks remain, those near their title first."""
    certified = ListState("RNCP34316", sorts=(("blocks", False),), columns=AWAY)
    _page(studio).list.show_state(certified)
    studio.settle()
    return None


def name(studio: Studio) -> QWidget | None:
    """Ask for a name, which is taken."""
    found = _views(studio)
    found.show_view(LATE)
    found.ask_name()
    if found.dialog is not None:
        found.dialog.name_edit.setText("Prêts pour le jury")
    studio.settle()
    return found.dialog


def _with_menu(studio: Studio, found: ListViews[object]) -> QWidget | None:
    """Return a picture of the window with its menu, which is a window of its own."""
    studio.settle()
    found.button.open_menu()
    studio.settle()
    menu, window = found.button.menu_shown, studio.parts.window
    if menu is None:
        return None
    picture = QPixmap(window.grab())
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(menu.mapToGlobal(QPoint(0, 0))), menu.grab())
    painter.end()
    menu.close()
    shown = QLabel()
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.setPixmap(picture)
    shown.resize(window.size())
    return shown


def _views(studio: Studio) -> ListViews[object]:
    (found,) = _page(studio).list.findChildren(ListViews)
    found.views.keep((LATE, *OTHERS))
    return cast("ListViews[object]", found)


def _page(studio: Studio) -> CandidatesPage:
    studio.parts.window.shell.show_page("candidates")
    studio.settle()
    return cast("CandidatesPage", studio.parts.window.shell.current_page())
