"""Pictures of the candidate's file, section by section, and of its dialogs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.steps import StepKind
from jurydesk.ui.pages.candidate_file.journey import JourneySection
from jurydesk.ui.pages.candidate_file.sections import section_entries
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio

PATH = 3
"""A VAE that waits for its decision."""


def file_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return one scene for each section of a file, and its dialogs."""
    scenes: dict[str, Scene] = {
        f"file-{entry.name}": partial(_section, entry.name) for entry in section_entries()
    }
    return scenes | {"file-step": step_dialog}


def step_dialog(studio: Studio) -> QWidget | None:
    """Ask for a refusal of admissibility."""
    _section("journey", studio)
    page = studio.parts.window.shell.current_page()
    section = (
        page.file.current_section() if isinstance(page, CandidatesPage) and page.file else None
    )
    if isinstance(section, JourneySection):
        section.take(StepKind.REFUSED)
        return section.taker.dialog
    return None


def _section(name: str, studio: Studio) -> QWidget | None:
    studio.parts.window.shell.show_page("candidates", FileKey(PATH, name))
    studio.settle()
    return None
