"""Scenes of the rules that an office sets: entry conditions, equivalences, second candidacies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.certification import Block
from jurydesk.domain.entry_conditions import Answer
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import save_file
from jurydesk.services.certifications import show_certification
from jurydesk.services.entry_conditions import settle_condition
from jurydesk.services.equivalences import add_equivalence
from jurydesk.services.ledger import complete_sheet, propose_equivalences
from jurydesk.ui.pages.candidate_file.journey import JourneySection
from jurydesk.ui.pages.candidate_file.view import CandidateFileView
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.certifications import CertificationsPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.office import candidacy, candidate, fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio

SHEET = "RNCP40642"


def fill_rules(desk: Desk) -> None:
    """Add two candidacies that the conditions of their sheet concern."""
    fill(desk, candidates=4, examiners=4)
    for number in (21, 23):
        path = replace(
            candidacy(number), certification=SHEET, route=AccessRoute.CONTINUING_EDUCATION
        )
        save_file(desk, candidate=candidate(number), candidacy=path)
    settle_condition(
        desk,
        candidacy_ids=(6,),
        condition="C02",
        answer=Answer.WAIVED,
        told="Six ans de régie attestés, entretien du 12/10/2026",
    )
    titles = ("Préparer un projet de production", "Gérer la production et la postproduction")
    blocks = [Block(f"{SHEET}BC0{n}", title) for n, title in enumerate(titles, start=1)]
    complete_sheet(desk, certification=SHEET, blocks=blocks, by="N. Diallo", source="fiche")
    propose_equivalences(desk, certification=SHEET)
    add_equivalence(
        desk,
        from_block="RNCP34719BC04",
        to_block=f"{SHEET}BC02",
        reason="décision du 12/10/2026",
    )


def rule_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return the pictures of the rules that an office sets."""
    return {
        "conditions-of-sheet": sheet,
        "condition-dialog": condition_dialog,
        "conditions-open": conditions_open,
        "conditions-settled": conditions_settled,
        "settle-dialog": settle_dialog,
        "second-path": second_path,
        "equivalences-of-sheet": equivalences,
        "equivalence-dialog": equivalence_dialog,
    }


def sheet(studio: Studio) -> QWidget | None:
    """Show the sheet with its conditions."""
    _sheet_page(studio)
    return None


def condition_dialog(studio: Studio) -> QWidget | None:
    """Add an entry condition."""
    page = _sheet_page(studio)
    page.conditions.add()
    return page.conditions.dialog


def second_path(studio: Studio) -> QWidget | None:
    """Begin another candidacy of somebody known."""
    section = _journey(studio, 3)
    view = section.window().findChild(CandidateFileView)
    if view is not None:
        view.begin_second_path()
        studio.settle()
    return None


def equivalences(studio: Studio) -> QWidget | None:
    """Show the equivalences of a sheet."""
    page = _sheet_page(studio)
    page.area.ensureWidgetVisible(page.equivalences, 0, 0)
    return None


def equivalence_dialog(studio: Studio) -> QWidget | None:
    """Add an equivalence."""
    page = _sheet_page(studio)
    page.equivalences.add()
    return page.equivalences.dialog


def conditions_open(studio: Studio) -> QWidget | None:
    """Show a path whose conditions nobody settled."""
    _journey(studio, 5)
    return None


def conditions_settled(studio: Studio) -> QWidget | None:
    """Show a path that was let in by one of two."""
    _journey(studio, 6)
    return None


def settle_dialog(studio: Studio) -> QWidget | None:
    """Settle a condition."""
    section = _journey(studio, 5)
    section.conditions.settle_next()
    dialog = section.conditions.dialog
    if dialog is not None:
        dialog.answer_control.set_value(Answer.WAIVED)
        dialog.answer_control.chosen.emit(Answer.WAIVED)
    return dialog


def _sheet_page(studio: Studio) -> CertificationsPage:
    shell = studio.parts.window.shell
    key = show_certification(studio.desk, code=SHEET).certification.id
    shell.show_page("certifications", key)
    studio.settle()
    page = shell.current_page()
    assert isinstance(page, CertificationsPage)
    return page


def _journey(studio: Studio, path: int) -> JourneySection:
    shell = studio.parts.window.shell
    shell.show_page("candidates", FileKey(path, "journey"))
    studio.settle()
    page = shell.current_page()
    assert isinstance(page, CandidatesPage)
    assert page.file is not None
    section = page.file.sections["journey"]
    assert isinstance(section, JourneySection)
    return section
