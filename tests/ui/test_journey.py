"""A whole day at the window, by mouse and keyboard: from an empty list to signed minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from jurydesk.domain.deliberation import Decision
from jurydesk.domain.session import SessionStatus
from jurydesk.services.deliberating import open_deliberation
from jurydesk.services.sessions import open_session
from jurydesk.ui.application import Parts
from jurydesk.ui.dialogs.session_dialog import SessionDialog
from tests.ui.conftest import rest
from tests.ui.office import TODAY, new_desk
from tests.ui.secretary import Secretary
from tests.ui.session_office import TITLE, fill_for_a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk

REASON = "Le plan de financement ne tient pas compte des charges sociales."
CODE = "2026-11-A"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path)
    fill_for_a_session(opened, candidates=4)
    yield opened
    opened.close()


@pytest.fixture
def secretary(qapp: QApplication, qtbot: QtBot, desk: Desk) -> Iterator[Secretary]:
    """At a window that asks its questions in real dialogs."""
    parts = Parts(qapp, desk, "en")
    parts.window.resize(1366, 768)
    parts.open_on("home")
    qtbot.addWidget(parts.window)
    rest(qtbot, parts)
    yield Secretary(qtbot, parts)
    parts.window.close()


def test_a_day_from_the_new_session_to_the_final_minutes(secretary: Secretary, desk: Desk) -> None:
    create(secretary)
    assert open_session(desk, code=CODE).session.unplaced == (1, 2, 3, 4)
    secretary.press("F9")
    board = open_session(desk, code=CODE)
    assert board.session.status is SessionStatus.PROPOSED
    assert board.session.unplaced == ()

    move_the_last_hearing_and_take_it_back(secretary, desk)

    secretary.click_button("Freeze for today")
    secretary.click_button("Freeze", secretary.dialog(QMessageBox))
    assert open_session(desk, code=CODE).session.status is SessionStatus.FROZEN

    secretary.press("Ctrl+D")
    record_everybody(secretary)
    decided = open_deliberation(desk, code=CODE)
    assert decided.findings == ()

    secretary.press("Ctrl+Shift+L")
    secretary.click_button("Close the deliberation", secretary.dialog(QMessageBox))
    records = open_deliberation(desk, code=CODE).deliberation.records
    assert sorted(str(record.decision) for record in records) == sorted(
        [Decision.PARTIAL, Decision.ABSENT] + [Decision.FULL] * 2
    )

    issue_the_minutes(secretary)
    (minutes,) = open_session(desk, code=CODE).minutes
    assert minutes.number == "PV-2026-001"


def create(secretary: Secretary) -> None:
    """A new session of today, the certification chosen with the keyboard."""
    secretary.press("Ctrl+5")
    secretary.press("Ctrl+N")
    dialog = secretary.dialog(SessionDialog)
    while dialog.certification_box.value() != TITLE:
        secretary.press("Down", dialog.certification_box)
    grid = dialog.calendar.grid
    places = (QPointF(x, y) for y in range(5, grid.height(), 9) for x in range(5, grid.width(), 9))
    there = next(place for place in places if grid.day_at(place) == TODAY)
    secretary.click(grid, there.toPoint())
    assert dialog.code_edit.text() == CODE
    assert dialog.ready_label.text().startswith("4 candidates are ready")
    create = dialog.buttons.buttons()[0]
    assert dialog.buttons.buttonRole(create) is QDialogButtonBox.ButtonRole.AcceptRole
    secretary.click(create)


def move_the_last_hearing_and_take_it_back(secretary: Secretary, desk: Desk) -> None:
    before = open_session(desk, code=CODE).session
    last = max(before.hearings, key=lambda hearing: hearing.start)
    canvas = secretary.sessions().board_view.timetable.canvas
    canvas.choose(last.candidacy_id)
    canvas.setFocus()
    for key in ("Space", "Down", "Down", "Down", "Return"):
        secretary.press(key)
    moved = open_session(desk, code=CODE).session.hearing(last.candidacy_id)
    assert moved is not None
    assert moved.start > last.start
    secretary.press("Ctrl+Z")
    assert open_session(desk, code=CODE).session.hearings == before.hearings


def record_everybody(secretary: Secretary) -> None:
    """Everybody is there; one is absent, one acquires all blocks but the second."""
    room = secretary.deliberation().room
    room.order.setFocus()
    for turn in range(room.order.count()):
        room.order.setCurrentRow(turn)
        secretary.press("Alt+T")
        if turn == 1:
            secretary.press("B")
            continue
        secretary.press("P")
        for number in range(1, len(room.form.blocks.rows) + 1):
            secretary.press(f"Alt+{number}")
            if (turn, number) == (2, 2):
                secretary.press("R")
                secretary.write(REASON)
                room.form.flush()
            else:
                secretary.press("A")
        secretary.rest()


def issue_the_minutes(secretary: Secretary) -> None:
    """The final minutes are the PDF on screen, which names what was decided."""
    secretary.press("Ctrl+P")
    page = secretary.papers()
    assert page.preview.page_count() > 1
    secretary.press("Ctrl+Return")
    secretary.click_button("Issue", secretary.dialog(QMessageBox))
    text = text_of(page.preview.document)
    assert "PV-2026-001" in text
    assert REASON.split(" ne ", maxsplit=1)[0] in " ".join(text.split())
    assert page.panel.findings.rows == []


def text_of(document: QPdfDocument) -> str:
    pages = range(document.pageCount())
    return "\n".join(document.getAllText(page).text() for page in pages)
