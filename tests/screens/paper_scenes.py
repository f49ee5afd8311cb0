"""Scenes of the papers of a session and of the texts of letters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from jurydesk.services.letters import save_template
from jurydesk.ui.pages.papers.page import PapersPage
from jurydesk.ui.pages.papers.templates.view import TemplatesView
from tests.screens.session_desk import COMING, FINAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.wording import Language
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

WRONG = "# Dossier du jour\n\nSession {{ sesion }}\n\n[[jurys]]\n\n{{ address }}"


def paper_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page of papers."""
    return {
        "papers-signs": partial(paper, COMING, "signs"),
        "papers-blank": partial(paper, COMING, "blank"),
        "papers-contacts": partial(paper, FINAL, "contacts"),
        "templates-list": templates_list,
        "templates-editor": partial(editor, ""),
        "templates-wrong": partial(editor, WRONG),
        "templates-changes": changes,
    }


def papers(studio: Studio, code: str) -> PapersPage:
    """Go to the papers of one session."""
    studio.parts.window.shell.show_page("papers", code)
    studio.settle()
    page = cast("PapersPage", studio.parts.window.shell.current_page())
    if page.over.over is not None:
        page.hide_templates()
        studio.settle()
    return page


def paper(code: str, kind: str, studio: Studio) -> QWidget | None:
    """Show one paper of a session."""
    papers(studio, code).papers.go_to(kind)
    return None


def view_of(studio: Studio) -> TemplatesView:
    """Open the texts of letters."""
    page = papers(studio, COMING)
    page.show_templates()
    studio.settle()
    return cast("TemplatesView", page.over.over)


def templates_list(studio: Studio) -> QWidget | None:
    """Show the list, one text being the office's own."""
    language: Language = "fr"
    save_template(
        studio.desk, kind="day-cover", language=language, text="# Journée\n\n{{ session }}"
    )
    view_of(studio)
    return None


def editor(typed: str, studio: Studio) -> QWidget | None:
    """Edit the first text, or something wrong."""
    view = view_of(studio)
    view.list.select_key(("day-cover", "en" if not typed else "fr"))
    view.edit_current()
    studio.settle()
    if typed:
        view.editor.edit.setPlainText(typed)
        view.editor.print_now()
    return None


def changes(studio: Studio) -> QWidget | None:
    """Compare with the shipped text."""
    view = view_of(studio)
    view.list.select_key(("day-cover", "fr"))
    view.edit_current()
    studio.settle()
    view.compare()
    return None
