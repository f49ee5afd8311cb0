"""The path in the candidate's file, by keys and mouse: steps, refusals in words, revocation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus
from jurydesk.domain.steps import StepKind
from jurydesk.services.candidates import open_candidate, save_candidacy
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from tests.ui.conftest import rest
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.dialogs.step_dialog import StepDialog
    from jurydesk.ui.pages.candidate_file.journey import JourneySection

LEFT = Qt.MouseButton.LeftButton
K = StepKind
FILED = date(2026, 9, 1)


@pytest.fixture
def path(desk: Desk) -> Candidacy:
    """Candidacy 1, a VAE by its route, with nothing received yet."""
    with desk.open_unit() as unit:
        stored = unit.candidacies.get(1)
    bare = replace(stored, admissibility=AdmissibilityFile(), validation_received=None, begun=None)
    return save_candidacy(desk, candidacy=bare).value


def section(parts: Parts, qtbot: QtBot, path: Candidacy) -> JourneySection:
    parts.window.shell.show_page("candidates", FileKey(path.id))
    rest(qtbot, parts)
    page = cast("CandidatesPage", parts.window.shell.current_page())
    assert page.file is not None
    qtbot.waitUntil(lambda: page.file is not None and journey(page).view is not None)
    return journey(page)


def journey(page: CandidatesPage) -> JourneySection:
    assert page.file is not None
    return cast("JourneySection", page.file.sections["journey"])


def fill(
    qtbot: QtBot, here: JourneySection, kind: StepKind, day: str, *, detail: str = ""
) -> StepDialog:
    qtbot.mouseClick(here.act_buttons[kind], LEFT)
    qtbot.waitUntil(lambda: here.taker.dialog is not None)
    dialog = here.taker.dialog
    assert dialog is not None
    dialog.day_field.clear()
    qtbot.keyClicks(dialog.day_field, day)
    if detail:
        qtbot.keyClicks(dialog.detail_edit, detail)
    return dialog


def take(qtbot: QtBot, parts: Parts, here: JourneySection, kind: StepKind, day: str) -> None:
    dialog = fill(qtbot, here, kind, day)
    qtbot.mouseClick(dialog.take_button, LEFT)
    here.taker.dialog = None
    rest(qtbot, parts)


def status_of(desk: Desk, path: Candidacy) -> AdmissibilityStatus:
    file = open_candidate(desk, candidate_id=path.candidate_id)
    (row,) = [row for row in file.candidacies if row.key == path.id]
    return row.candidacy.admissibility.status


def test_the_steps_are_taken_by_mouse_and_keys(
    parts: Parts, qtbot: QtBot, desk: Desk, path: Candidacy
) -> None:
    here = section(parts, qtbot, path)
    take(qtbot, parts, here, K.FILE_RECEIVED, "1/9/2026")
    assert status_of(desk, path) is AdmissibilityStatus.FILED
    take(qtbot, parts, here, K.FILE_COMPLETE, "15/9/2026")
    assert K.TACITLY_ADMITTED in here.act_buttons
    take(qtbot, parts, here, K.TACITLY_ADMITTED, "16/11/2026")
    assert status_of(desk, path) is AdmissibilityStatus.TACITLY_ADMISSIBLE
    assert set(here.revoke_buttons) == {3}


def test_a_refusal_is_said_while_typing_and_keeps_what_was_typed(
    parts: Parts, qtbot: QtBot, desk: Desk, path: Candidacy
) -> None:
    here = section(parts, qtbot, path)
    dialog = fill(qtbot, here, K.FILE_RECEIVED, "1/1/2027")
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert "still to come" in dialog.problem_label.text()
    qtbot.mouseClick(dialog.take_button, LEFT)
    rest(qtbot, parts)
    assert dialog.isVisible()
    assert status_of(desk, path) is AdmissibilityStatus.NONE
    dialog.day_field.clear()
    qtbot.keyClicks(dialog.day_field, "1/9/2026")
    qtbot.waitUntil(lambda: not dialog.problem_label.text())
    dialog.reject()


def test_a_day_that_is_none(parts: Parts, qtbot: QtBot, path: Candidacy) -> None:
    here = section(parts, qtbot, path)
    dialog = fill(qtbot, here, K.FILE_RECEIVED, "31/02/2026")
    qtbot.mouseClick(dialog.take_button, LEFT)
    assert dialog.problem_label.text() == "Not a date. Write it as 04/12/2026."
    dialog.reject()


def test_undo_takes_an_ordinary_step_back(
    parts: Parts, qtbot: QtBot, desk: Desk, path: Candidacy
) -> None:
    here = section(parts, qtbot, path)
    take(qtbot, parts, here, K.FILE_RECEIVED, "1/9/2026")
    Secretary(qtbot, parts).press("Ctrl+Z")
    assert status_of(desk, path) is AdmissibilityStatus.NONE
    assert any(text.startswith("No step is recorded yet") for text in texts(here))


def test_a_legal_act_is_revoked_with_a_reason(
    parts: Parts, qtbot: QtBot, desk: Desk, path: Candidacy
) -> None:
    here = section(parts, qtbot, path)
    take(qtbot, parts, here, K.FILE_RECEIVED, "1/9/2026")
    take(qtbot, parts, here, K.FILE_COMPLETE, "15/9/2026")
    take(qtbot, parts, here, K.ADMITTED, "20/10/2026")
    qtbot.mouseClick(here.revoke_buttons[3], LEFT)
    dialog = here.taker.dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.take_button, LEFT)
    rest(qtbot, parts)
    assert "Write the reason" in dialog.problem_label.text()
    qtbot.keyClicks(dialog.reason_edit, "erreur de dossier")
    qtbot.mouseClick(dialog.take_button, LEFT)
    rest(qtbot, parts)
    assert status_of(desk, path) is AdmissibilityStatus.COMPLETE
    assert here.revoke_buttons == {}
    assert "20/10/2026 · Declared admissible (revoked)" in texts(here)
