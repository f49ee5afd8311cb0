"""Scenes of doubles: the list, the two files side by side, the notice in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from jurydesk.domain.people import BirthPlace, Employment
from jurydesk.services.candidates import save_file
from jurydesk.services.notes import write_note
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.office import candidacy, candidate, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

DOUBLE = 3
"""Whose file says that there is another."""


def fill_doubles(desk: Desk) -> None:
    """Add people who were entered twice, each time a little differently."""
    fill(desk, candidates=24, examiners=8)
    for number in (2, 6, 9, 13):
        person = candidate(number)
        born = person.birth_date
        swapped = born and born.day <= 12
        other = replace(
            person,
            birth_name=person.birth_name.upper() if number % 2 else person.birth_name + "s",
            first_names=(*person.first_names, "Camille"),
            usage_name="Peyrat-Vidal" if number == DOUBLE - 1 else "",
            email=f"autre.{number}@example.org",
            phone=person.phone if number == 9 else "",
            employer="Productions Étoile Filante" if number == DOUBLE - 1 else "",
            employments=(Employment("Studio Garance", is_past=True),) if number < 9 else (),
            birth_place=BirthPlace() if number == 6 else person.birth_place,
            birth_date=date(born.year, born.day, born.month) if born and swapped else born,
            notes="À rappeler le matin ; préfère le courriel." if number < 9 else "",
        )
        stored = save_file(desk, candidate=other, candidacy=candidacy(number + 1)).value
        write_note(desk, candidate_id=stored.candidate_id, text="Appelée, dossier à revoir.")


def people_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the doubles."""
    return {
        "doubles": doubles,
        "doubles-none": doubles_none,
        "merge": merge_dialog,
        "merge-same": merge_same,
        "file-double": file_double,
        "bulk": bulk,
        "bulk-field": bulk_field,
    }


def doubles(studio: Studio) -> QWidget | None:
    """Show the list of pairs."""
    _page(studio).show_doubles()
    studio.settle()
    return None


def doubles_none(studio: Studio) -> QWidget | None:
    """Show the list when nobody is there twice."""
    page = _page(studio)
    page.show_doubles()
    studio.settle()
    if page.doubles is not None:
        page.doubles.list.set_filters(())
        page.doubles.list.set_rows(())
    return None


def merge_dialog(studio: Studio) -> QWidget | None:
    """Show the two files with most differences."""
    page = _page(studio)
    page.show_doubles()
    studio.settle()
    if page.doubles is None:
        return None
    page.doubles.settler.compare(DOUBLE, 25)
    studio.settle()
    return page.doubles.settler.dialog


def merge_same(studio: Studio) -> QWidget | None:
    """Show what is the same as well."""
    dialog = merge_dialog(studio)
    page = _current(studio)
    if page.doubles is not None and page.doubles.settler.dialog is not None:
        page.doubles.settler.dialog.same_button.click()
    return dialog


def file_double(studio: Studio) -> QWidget | None:
    """Show the notice in a file."""
    studio.parts.window.shell.show_page("candidates", FileKey(DOUBLE, "identity"))
    studio.settle()
    return None


def bulk(studio: Studio) -> QWidget | None:
    """Select several candidacies."""
    page = _page(studio)
    page.list.view.selectAll()
    studio.settle()
    return None


def bulk_field(studio: Studio) -> QWidget | None:
    """Ask for a field of all of them, and be refused."""
    page = _page(studio)
    page.list.view.selectAll()
    page.bulk.set_field(page.list.selected_rows())
    dialog = page.bulk.dialog
    if dialog is not None:
        dialog.field_box.set_value("promotion")
        dialog.field_box.chosen.emit("promotion")
        dialog.text_edit.setText("Promotion 2027")
        dialog.set_button.click()
        studio.settle()
    return dialog


def _current(studio: Studio) -> CandidatesPage:
    return cast("CandidatesPage", studio.parts.window.shell.current_page())


def _page(studio: Studio) -> CandidatesPage:
    studio.parts.window.shell.show_page("candidates")
    studio.settle()
    page = _current(studio)
    page.back_to_list()
    return page
