"""Scenes of ties: the list, a selection, the matrix, the dialogs that declare."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from jurydesk.domain.people import Employment
from jurydesk.domain.ties import Tie, TieKind, TieSource, TieState
from jurydesk.services.person_search import find_candidates
from jurydesk.services.ties import declare_tie, list_ties, settle_ties
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.ties.page import TiesPage
from tests.screens.scenes import candidates
from tests.screens.studio import wait
from tests.ui.office import fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def fill_ties(desk: Desk) -> None:
    """Add ties in every state."""
    fill(desk, candidates=40, examiners=16)
    open_ = [tie.id for tie, _, _ in list_ties(desk, only_open=True)]
    reason = "Autre société du même nom, SIREN différent"
    settle_ties(desk, tie_ids=open_[:3], state=TieState.SET_ASIDE, reason=reason)
    settle_ties(desk, tie_ids=open_[3:6], state=TieState.CONFIRMED)
    for one, other, kind, words in (
        (5, 2, TieKind.PERSONAL, "Cousine germaine"),
        (9, 6, TieKind.WORKED_TOGETHER, "Tournage « L’Été d’Inès », 2023"),
        (13, 9, TieKind.TRAINER, "Formateur référent 2024–2025"),
    ):
        tie = Tie(one, other, kind, evidence=words)
        declare_tie(desk, tie=tie, source=TieSource.CANDIDATE)


def tie_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page."""
    return {
        "ties": ties,
        "ties-several": ties_several,
        "ties-matrix": ties_matrix,
        "ties-matrix-tied": ties_matrix_tied,
        "tie-declare": tie_declare,
        "tie-declare-errors": tie_declare_errors,
        "examiner-ties": examiner_ties,
        "file-ties": file_ties,
        "employments": employments,
    }


def ties(studio: Studio) -> QWidget | None:
    """Show the list."""
    page_of(studio)
    return None


def ties_several(studio: Studio) -> QWidget | None:
    """Choose several."""
    page = page_of(studio)
    page.list.view.selectAll()
    studio.settle()
    return None


def ties_matrix(studio: Studio) -> QWidget | None:
    """Show the matrix with the cursor on a tie."""
    page = page_of(studio)
    page.look_at("matrix")
    studio.settle()
    page.matrix.table.go_to(0, 0)
    page.matrix.table.go_on(1, 0)
    page.matrix.table.go_on(0, 1)
    studio.settle()
    return None


def ties_matrix_tied(studio: Studio) -> QWidget | None:
    """Show only those who are tied."""
    ties_matrix(studio)
    page = cast("TiesPage", studio.parts.window.shell.current_page())
    page.matrix.tied_chip.setChecked(True)
    studio.settle()
    return None


def tie_declare(studio: Studio) -> QWidget | None:
    """Type the name of an examiner."""
    page = page_of(studio)
    page.look_at("matrix")
    page.declarer.declare()
    dialog = page.declarer.dialog
    if dialog is not None:
        field = dialog.people["candidate"]
        studio.settle()
        dialog.activateWindow()
        studio.settle()
        field.setFocus()
        field.setText("mar")
        hits = find_candidates(studio.desk, query="mar")
        field.propose("mar", hits)
    return dialog


def tie_declare_errors(studio: Studio) -> QWidget | None:
    """Try to declare nothing."""
    page = page_of(studio)
    page.declarer.declare()
    dialog = page.declarer.dialog
    if dialog is not None:
        dialog.save_button.click()
    return dialog


def examiner_ties(studio: Studio) -> QWidget | None:
    """Show the ties of one examiner."""
    studio.parts.window.shell.show_page("examiners", 1)
    wait(300)
    return None


def file_ties(studio: Studio) -> QWidget | None:
    """Show the ties in the file of a candidate."""
    studio.parts.window.shell.show_page("candidates", FileKey(1, "ties"))
    studio.settle()
    return None


def employments(studio: Studio) -> QWidget | None:
    """Type employers of the past."""
    page = candidates(studio)
    page.edit(page.list.current_row())
    if page.form is not None:
        page.form.start_again()
        editor = page.form.fields.employments
        editor.show_all(
            (
                Employment("Studio Garance", date(2016, 1, 4), date(2021, 6, 30), is_past=True),
                Employment("Productions Étoile Filante", date(2023, 9, 1)),
            )
        )
        page.form.form.ensureWidgetVisible(editor, 0, 120)
    studio.settle()
    return None


def page_of(studio: Studio) -> TiesPage:
    """Go to the page."""
    studio.parts.window.shell.show_page("ties")
    studio.settle()
    page = cast("TiesPage", studio.parts.window.shell.current_page())
    page.matrix.tied_chip.setChecked(False)
    page.look_at("list")
    page.list.clear_search_and_filters()
    page.list.view.go_to(0)
    return page
