"""Scenes of the saved views of a list: the button, its menu, the name asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from jurydesk.ui.list_state import KeptFilter, ListState
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.saved_views import ListViews
from jurydesk.ui.saved_views import SavedView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

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


def view_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the saved views."""
    return {"views": views, "views-menu": views_menu, "views-empty": views_empty, "view-name": name}


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
