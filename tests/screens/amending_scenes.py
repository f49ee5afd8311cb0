"""Scenes of minutes once issued: amending them, their history; and the checklist before closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QLineEdit

from jurydesk.domain.alterations import Part
from jurydesk.services import amending
from jurydesk.services.closing_checklist import closing_checklist
from jurydesk.ui.dialogs.closing_dialog import ClosingDialog
from tests.domain.amendment_cases import of_jury
from tests.screens.session_desk import FINAL, TODAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.papers.page import PapersPage
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def amending_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state."""
    return {
        "closing-checklist": checklist,
        "minutes-amend": amend,
        "minutes-amended": amended,
    }


def checklist(studio: Studio) -> QWidget | None:
    """Show what today's session still needs."""
    context = page_of(studio).context
    found = closing_checklist(context.desk, code=TODAYS)
    dialog = ClosingDialog(context.wording, found, studio.parts.window)
    dialog.open()
    return dialog


def amend(studio: Studio) -> QWidget | None:
    """Correct the name of a candidate."""
    page = page_of(studio)
    page.amending.ask(*page.session_box.value())
    studio.settle()
    dialog = page.amending.dialog
    assert dialog is not None
    editor = next(one for one in dialog.editors if one.stated.point.part is Part.CANDIDATE)
    cast("QLineEdit", editor.field.editor).setText("MOREAU Élodie, Anne")
    return dialog


def amended(studio: Studio) -> QWidget | None:
    """Show an amendment with the history of the minutes."""
    page = page_of(studio)
    desk = page.context.desk
    draft = amending.AmendmentDraft(
        (of_jury("room", "Salle Agnès-Varda"),), "Salle changée le matin même.", "La présidente"
    )
    if len(amending.list_minutes(desk, code=FINAL)) == 1:
        amending.amend_minutes(desk, code=FINAL, draft=draft)
    page.refresh()
    return None


def page_of(studio: Studio) -> PapersPage:
    """Go to the minutes that are final."""
    studio.parts.window.shell.show_page("papers", FINAL)
    studio.settle()
    return cast("PapersPage", studio.parts.window.shell.current_page())
