"""Scenes after a jury: decisions to be told, the dialog of a sending, the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jurydesk.services.notifying import Sending, mark_sent, print_notifications
from jurydesk.services.parchments import issue_duplicate, issue_parchments
from jurydesk.ui.pages.aftermath.page import NOTICES, PARCHMENTS, AftermathPage
from tests.services.aftermath_office import FRENCH, FULL, NONE, PARTIAL, A, a_real_office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def aftermath_desk(folder: Path) -> Desk:
    """Print some letters, send one, issue and duplicate a parchment."""
    desk, _ = a_real_office(folder / "aftermath.jurydesk")
    print_notifications(desk, code=A, wording=FRENCH, candidacies=(FULL, PARTIAL))
    sending = Sending(desk.clock.today())
    mark_sent(desk, code=A, candidacies=(FULL,), sending=sending)
    (first,) = issue_parchments(desk, code=A).value
    issue_duplicate(desk, number=first.number, reason="Perte")
    return desk


def aftermath_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page."""
    return {"aftermath": notices, "aftermath-sending": sending, "aftermath-register": register}


def notices(studio: Studio) -> QWidget | None:
    """Show the decisions with the cursor on one that is due."""
    page_of(studio).notices.select_key(f"1-{NONE}")
    studio.settle()
    return None


def sending(studio: Studio) -> QWidget | None:
    """Ask when a letter went out."""
    page = page_of(studio)
    page.notices.select_key(f"1-{PARTIAL}")
    page.go_on()
    studio.settle()
    return page.acts.dialog


def register(studio: Studio) -> QWidget | None:
    """Show the register with a duplicate."""
    page = page_of(studio)
    page.look_at(PARCHMENTS)
    page.parchments.select_key("PA-2026-0002")
    studio.settle()
    return None


def page_of(studio: Studio) -> AftermathPage:
    """Go to the page, as it is when one comes to it."""
    studio.parts.window.shell.show_page("aftermath")
    studio.settle()
    page = cast("AftermathPage", studio.parts.window.shell.current_page())
    page.look_at(NOTICES)
    studio.settle()
    return page
