"""One path by experience at the window, by mouse and keyboard, with the board at every step."""

from __future__ import annotations

import os
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.steps import StepKind
from jurydesk.services.candidates import list_candidacies
from jurydesk.ui.dialogs.step_dialog import StepDialog
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.deadlines.columns import days_text
from jurydesk.ui.pages.deadlines.page import DeadlinesPage
from tests.ui.secretary import Secretary
from tests.ui.test_pages import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.clock import SetClock
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_file.journey import JourneySection

Board = list[tuple[str, str, str]]
PICTURES = os.environ.get("JURYDESK_PICTURES", "")
"""A folder: a picture of the window is kept there at each step, to be looked at."""


class Follower:
    """A coordinator who follows one candidate."""

    def __init__(self, secretary: Secretary, desk: Desk) -> None:
        self.at = secretary
        self.desk = desk
        self.clock = cast("SetClock", desk.clock)
        self.shots = 0

    def row(self) -> CandidacyRow:
        (row,) = list_candidacies(self.desk)
        return row

    def picture(self) -> None:
        if PICTURES:
            self.shots += 1
            self.at.parts.window.grab().save(str(Path(PICTURES) / f"vae-{self.shots:02}.png"))

    def move_to(self, day: date) -> None:
        """Let the days go by, then load again by F5."""
        self.clock.move_to(datetime.combine(day, time(9)))
        self.at.press("F5")

    def board(self) -> Board:
        """Go to the board by key and read what it says."""
        self.at.press("Ctrl+2")
        page = cast("DeadlinesPage", self.at.parts.window.shell.current_page())
        self.picture()
        return [(o.clock.kind, o.urgency, days_text(o)) for o in page.list.shown_rows()]

    def from_board(self, kind: StepKind | None = None) -> None:
        """Do the act of the first clock by Ctrl+Enter, another one chosen by the arrows."""
        page = cast("DeadlinesPage", self.at.parts.window.shell.current_page())
        self.at.press("Ctrl+Return", page.list.view)
        dialog = self.at.dialog(StepDialog)
        self.choose(dialog, kind)
        self.at.click(dialog.take_button)

    def choose(self, dialog: StepDialog, kind: StepKind | None) -> None:
        if kind is None:
            return
        self.at.press("Home", dialog.kind_box)
        while dialog.kind() is not kind:
            self.at.press("Down", dialog.kind_box)

    def from_file(self, kind: StepKind, *, detail: str = "") -> None:
        """Open the file by Enter on the list, click the act, fill the dialog by key."""
        here = self.open_file()
        self.picture()
        self.at.click(here.act_buttons[kind])
        dialog = self.at.dialog(StepDialog)
        if detail:
            self.at.write(detail, dialog.detail_edit)
        self.at.press("Return", dialog.day_field)

    def open_file(self) -> JourneySection:
        self.at.press("Ctrl+3")
        page = cast("CandidatesPage", self.at.parts.window.shell.current_page())
        if page.file is None:
            self.at.press("Return", page.list.view)
        assert page.file is not None
        self.at.qtbot.waitUntil(lambda: self.journey(page).view is not None)
        self.at.rest()
        return self.journey(page)

    @staticmethod
    def journey(page: CandidatesPage) -> JourneySection:
        assert page.file is not None
        return cast("JourneySection", page.file.sections["journey"])


@pytest.fixture
def follower(empty_parts: Parts, qtbot: QtBot, empty_desk: Desk) -> Follower:
    return Follower(Secretary(qtbot, empty_parts), empty_desk)


def write_the_form(at: Secretary) -> None:
    """Enter a new candidate by Ctrl+N, typing from field to field."""
    at.press("Ctrl+3")
    at.press("Ctrl+N")
    page = cast("CandidatesPage", at.parts.window.shell.current_page())
    assert page.form is not None
    fields = page.form.fields
    at.write("Garance")
    at.press("Tab")
    at.write("Iris, Odile")
    at.click(fields.dates["birth_date"])
    at.write("02/01/1990")
    choose_by_key(at, fields.certification, "RNCP40642")
    choose_by_key(at, fields.route, "experience")
    at.press("Ctrl+S")
    assert page.form is None


def choose_by_key(at: Secretary, box: QComboBox, words: str) -> None:
    box.setFocus()
    at.press("Home", box)
    for _ in range(box.count()):
        if words.casefold() in box.currentText().casefold():
            return
        at.press("Down", box)
    raise AssertionError(words)


def test_a_path_by_experience_from_first_contact_to_ready(follower: Follower) -> None:
    at = follower.at
    write_the_form(at)
    person = follower.row()
    assert person.candidate.full_name == "GARANCE Iris"
    assert (person.candidacy.route, person.stage) == ("EXPERIENCE", Stage.DRAFT)
    assert follower.board() == []

    follower.move_to(date(2026, 11, 24))
    follower.from_file(StepKind.FILE_RECEIVED)
    assert [kind for kind, *_ in follower.board()] == ["ADMISSIBILITY"]
    follower.from_file(StepKind.FILE_INCOMPLETE, detail="Attestation d’employeur")
    assert follower.board() == [("ADMISSIBILITY", "STILL", "still")]

    follower.move_to(date(2026, 12, 10))
    follower.board()
    follower.from_board(StepKind.FILE_COMPLETE)
    assert follower.board() == [("ADMISSIBILITY", "LATER", "D-62")]
    follower.move_to(date(2027, 2, 10))
    assert follower.board() == [("ADMISSIBILITY", "SOON", "today")]

    # Silence is a yes: the day after, the board leads to the act that finds it
    follower.move_to(date(2027, 2, 11))
    assert follower.board()[0] == ("ADMISSIBILITY", "LATE", "D+1")
    follower.from_board(StepKind.TACITLY_ADMITTED)
    assert follower.row().candidacy.admissibility.status == "TACITLY_ADMISSIBLE"
    assert [kind for kind, *_ in follower.board()] == ["LAPSE"]

    follower.move_to(date(2027, 4, 1))
    follower.from_file(StepKind.ACCEPTED)
    follower.from_file(StepKind.VALIDATION_RECEIVED)
    assert follower.row().stage is Stage.READY
    assert [kind for kind, *_ in follower.board()] == ["JURY"]
    here = follower.open_file()
    follower.picture()
    shown = "\n".join(texts(here))
    for told in ("24/11/2026", "10/12/2026", "11/02/2027", "01/04/2027"):
        assert told in shown
    assert "waits for the decision of a jury" in shown
    assert isinstance(QApplication.focusWidget(), QPushButton) or here.isVisible()
