"""The room of the day: the live count, a departure, a tie, a refusal, the wall, the dialogs."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Ballot,
    HearingRecord,
    Outcome,
    Result,
    Voice,
    Vote,
)
from jurydesk.services.deliberating import open_deliberation, record_attendance, record_hearing
from tests.screens.session_desk import TODAYS
from tests.screens.session_scenes import room
from tests.ui.office import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.clock import SetClock
    from jurydesk.ui.pages.deliberation.page import DeliberationPage
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def room_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return the room in each state that a day brings."""
    return {
        "room-tie": tied_vote,
        "room-wall": partial(on_wall, at=1),
        "room-wall-tie": partial(on_wall, at=2),
        "room-unsaved": written_twice,
        "room-departure": departure,
        "room-absence": absence,
        "room-incidents": incidents,
    }


def tied_vote(studio: Studio) -> QWidget | None:
    """Show equal voices, and who decides."""
    page = _open(studio, 2)
    board = open_deliberation(studio.desk, code=TODAYS)
    jury = board.board.session.juries[0]
    voters = [juror.examiner_id for juror in jury.jurors if juror.deliberates]
    voices = (Voice.IN_FAVOUR, Voice.AGAINST, Voice.ABSTAINED)
    ballots = tuple(Ballot(who, voice) for who, voice in zip(voters, voices, strict=True))
    codes = [row.block.code for row in page.room.form.blocks.rows]
    record = HearingRecord(
        page.room.candidate(),
        Appearance.PRESENT,
        tuple(Result(code, Outcome.ACQUIRED) for code in codes),
        vote=Vote.of(ballots),
    )
    record_hearing(studio.desk, code=TODAYS, record=record)
    page.refresh()
    studio.settle()
    page.room.form.vote.ballots[0].setFocus()
    _scroll_down(page)
    return None


def on_wall(studio: Studio, *, at: int) -> QWidget | None:
    """Put a candidate on the wall; the next scene takes the room down."""
    page = _open(studio, at)
    window = studio.parts.window
    size = window.size()
    page.wall.toggle()
    # The screen of a machine without one has a size of its own: stand as large as the others do
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(size)
    page.room.form.blocks.go_to(1)
    return None


def written_twice(studio: Studio) -> QWidget | None:
    """Somebody else wrote on the same candidate in between."""
    page = _open(studio, 1)
    before = open_deliberation(studio.desk, code=TODAYS).deliberation.record(page.room.candidate())
    if before is not None:
        other = HearingRecord(
            before.candidacy_id, before.appearance, before.results, observations="Bonne écoute."
        )
        record_hearing(studio.desk, code=TODAYS, record=other)
    page.room.form.observations_edit.setPlainText("Très bonne écoute.")
    page.room.form.flush()
    return None


def departure(studio: Studio) -> QWidget | None:
    """Two members left in the morning: the jury may not decide any more."""
    page = _open(studio, 3)
    board = open_deliberation(studio.desk, code=TODAYS)
    jury = board.board.session.juries[0]
    gone = [juror.examiner_id for juror in jury.jurors if juror.deliberates][:2]
    notes = [Attendance(jury.number, one, True, None, time(10, 40)) for one in gone]
    record_attendance(studio.desk, code=TODAYS, attendance=notes)
    page.refresh()
    return None


def absence(studio: Studio) -> QWidget | None:
    """Ask what can be done about it."""
    page = _open(studio, 3)
    page.acts.ask_absence()
    studio.settle()
    dialog = page.acts.absence.dialog
    if dialog is not None:
        dialog.reason_edit.setText("Rappelé sur un tournage")
    return dialog


def incidents(studio: Studio) -> QWidget | None:
    """Write down what went wrong."""
    page = _open(studio, 3)
    page.acts.ask_incidents()
    dialog = page.acts.incidents_dialog
    if dialog is not None:
        dialog.rows[-1].text_edit.setPlainText("Coupure de courant pendant dix minutes.")
    return dialog


def _open(studio: Studio, at: int) -> DeliberationPage:
    cast("SetClock", studio.desk.clock).move_to(datetime.combine(TODAY, time(12)))
    page = room(studio)
    page.wall.leave()
    studio.settle()
    page.room.order.setCurrentRow(at)
    studio.settle()
    return page


def _scroll_down(page: DeliberationPage) -> None:
    bar = page.room.form.verticalScrollBar()
    bar.setValue(bar.maximum())
