"""The blocks in the candidate's file: recorded with their proof, equivalences settled, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.certification import Block
from jurydesk.services.ledger import (
    complete_sheet,
    ledger_of,
    list_equivalences,
    propose_equivalences,
)
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.conftest import rest
from tests.ui.test_pages import press, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.ledger import LedgerSection
    from tests.ui.fake_prompter import FakePrompter

LEFT = Qt.MouseButton.LeftButton
OLD, NEW = "RNCP34316", "RNCP40642"
PATH = 3
"""A path to RNCP40642."""


@pytest.fixture
def completed(desk: Desk) -> Desk:
    complete_sheet(
        desk,
        certification=NEW,
        blocks=(
            Block(f"{NEW}BC01", "Préparer un projet de production"),
            Block(f"{NEW}BC02", "Gérer la production et suivre la postproduction"),
        ),
        by="N. Diallo",
        source="fiche",
    )
    propose_equivalences(desk, certification=NEW)
    return desk


def section(parts: Parts, qtbot: QtBot) -> LedgerSection:
    parts.window.shell.show_page("candidates", FileKey(PATH, "ledger"))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    return cast("LedgerSection", page.file.sections["ledger"])


def record(parts: Parts, qtbot: QtBot, here: LedgerSection) -> None:
    qtbot.mouseClick(here.record_button, LEFT)
    dialog = here.dialog
    assert dialog is not None
    dialog.sheet_box.setCurrentIndex(dialog.sheet_box.findText(OLD, Qt.MatchFlag.MatchStartsWith))
    dialog.sheet_box.activated.emit(dialog.sheet_box.currentIndex())
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert dialog.problem_label.text() == "Tick at least one block."
    dialog.block_ticks[f"{OLD}BC01"].setChecked(True)
    qtbot.mouseClick(dialog.save_button, LEFT)
    rest(qtbot, parts)
    assert dialog.problem_label.text().startswith("Say what proves")
    qtbot.keyClicks(dialog.day_field, "12/6/2023")
    qtbot.keyClicks(dialog.evidence_edit, "attestation")
    qtbot.mouseClick(dialog.save_button, LEFT)
    rest(qtbot, parts)


def test_a_block_acquired_elsewhere_is_recorded_and_removed(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    here = section(parts, qtbot)
    assert any(text.startswith("Nobody has read the blocks") for text in texts(here))
    record(parts, qtbot, here)
    (entry,) = ledger_of(desk, candidate_id=PATH).entries
    assert (entry.block, entry.evidence) == (f"{OLD}BC01", "attestation")
    assert "acquired · 12/06/2023 · attestation" in texts(here)
    press(here, "Remove", qtbot)
    rest(qtbot, parts)
    assert ledger_of(desk, candidate_id=PATH).entries == ()


def test_an_equivalence_is_confirmed_by_name(
    parts: Parts, qtbot: QtBot, completed: Desk, prompter: FakePrompter
) -> None:
    here = section(parts, qtbot)
    record(parts, qtbot, here)
    prompter.answers = ["confirm"]
    press(here, "Decide", qtbot)
    rest(qtbot, parts)
    settled = list_equivalences(completed, certification=NEW)[0]
    assert (settled.holds, settled.settled_by) == (True, completed.actor)
    confirmed = f"by equivalence with {OLD}BC01, confirmed by {completed.actor}"
    assert any(confirmed in text for text in texts(here))
