"""What is pictured: each scene leads the window somewhere, as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jurydesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.examiners import ExaminersPage
from jurydesk.ui.pages.import_wizard.view import COLUMNS, SHEETS
from tests.screens.roster import write_roster

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def page_scenes(studio: Studio) -> dict[str, Scene]:
    """Return one scene for each page of the rail, then the special ones."""
    scenes: dict[str, Scene] = {
        name: _page_scene(name) for name in studio.parts.window.shell.entries
    }
    scenes |= {
        "candidates": plain_candidates,
        "examiners": plain_examiners,
        "candidates-filtered": candidates_filtered,
        "candidate-form": candidate_form,
        "candidate-errors": candidate_errors,
        "examiner-form": examiner_form,
        "import-preview": import_preview,
        "import-columns": import_columns,
        "import-sheets": import_sheets,
        "shortcuts": shortcuts,
    }
    return scenes


def empty_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return what a new workspace shows."""
    people = ("home", "deadlines", "candidates", "examiners")
    names = (*people, "sessions", "foresight", "sites", "expenses")
    return {f"{name}-empty": _page_scene(name) for name in names}


def plain_candidates(studio: Studio) -> QWidget | None:
    """Show the list of candidates."""
    candidates(studio)
    return None


def plain_examiners(studio: Studio) -> QWidget | None:
    """Show the pool."""
    examiners(studio)
    return None


def import_preview(studio: Studio) -> QWidget | None:
    """Show what importing a roster would do."""
    roster = studio.folder / "suivi.xlsx"
    write_roster(roster)
    page = candidates(studio)
    page.import_file(roster)
    studio.settle()
    if page.importing is not None:
        page.importing.list.select_key(("Suivi", 12))
    roster.unlink()
    return None


def import_columns(studio: Studio) -> QWidget | None:
    """Show which column of a roster holds which field."""
    return _import_step(studio, COLUMNS)


def import_sheets(studio: Studio) -> QWidget | None:
    """Show the sheets of a roster and the rows of their headings."""
    return _import_step(studio, SHEETS)


def _import_step(studio: Studio, step: int) -> QWidget | None:
    import_preview(studio)
    importing = cast("CandidatesPage", studio.parts.window.shell.current_page()).importing
    if importing is not None:
        importing.show_step(step)
    return None


def candidates(studio: Studio) -> CandidatesPage:
    """Go to the candidates."""
    studio.parts.window.shell.show_page("candidates")
    studio.settle()
    page = cast("CandidatesPage", studio.parts.window.shell.current_page())
    if page.form is not None:
        page.form.give_up()
    if page.importing is not None:
        page.importing.give_up()
    page.list.clear_search_and_filters()
    return page


def examiners(studio: Studio) -> ExaminersPage:
    """Go to the pool."""
    studio.parts.window.shell.show_page("examiners")
    studio.settle()
    page = cast("ExaminersPage", studio.parts.window.shell.current_page())
    if page.form is not None:
        page.form.give_up()
    return page


def candidates_filtered(studio: Studio) -> QWidget | None:
    """Filter the list by route and words."""
    page = candidates(studio)
    page.list.set_filter("route.EXPERIENCE", is_on=True)
    page.list.search_field.setText("rncp40642")
    page.list.search_field.returnPressed.emit()
    return None


def candidate_form(studio: Studio) -> QWidget | None:
    """Open the form of a candidate."""
    page = candidates(studio)
    page.edit(page.list.current_row())
    return None


def candidate_errors(studio: Studio) -> QWidget | None:
    """Try to save an empty form."""
    page = candidates(studio)
    page.new_candidate()
    if page.form is not None:
        page.form.save()
    return None


def examiner_form(studio: Studio) -> QWidget | None:
    """Open the form of an examiner."""
    page = examiners(studio)
    page.edit(page.list.current_row())
    return None


def shortcuts(studio: Studio) -> QWidget | None:
    """Show the sheet of keys."""
    window = studio.parts.window
    window.show_keys()
    return window.findChild(ShortcutsDialog)


def _page_scene(name: str) -> Scene:
    def scene(studio: Studio) -> QWidget | None:
        studio.parts.window.shell.show_page(name)
        return None

    return scene
