"""A day in the room by keyboard alone: twelve hearings, a recusal, a departure, a tie, the closing.

The clock goes with the hearings, so that what is noted as « now » is what happened then.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest

from jurydesk.domain.deliberation import Appearance, Decision, HearingRecord, Outcome, Voice
from jurydesk.services.deliberating import open_deliberation
from jurydesk.services.freezing import freeze_session
from jurydesk.ui.dialogs.closing_dialog import ClosingDialog
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Hearing
    from jurydesk.services.clock import SetClock
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from tests.ui.fake_prompter import FakePrompter

HEARINGS = 12
REFUSED, RECUSED, ABSENT = 2, 4, 6
"""At which turn a block is refused, a member recuses themselves, a candidate stays away."""
FRIEND = "Ami de la famille"
TEXTS = ("Le budget ne tient pas.", "Dossier, page 12.", "Reprendre le budget.")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_once(tmp_path_factory.mktemp("day"), plan)


def plan(desk: Desk) -> None:
    fill_for_a_session(desk, candidates=HEARINGS, teams=4)
    hold(desk, rooms=("Salle 1", "Salle 2"))
    freeze_session(desk, code=CODE)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        yield Secretary(qtbot, parts)


class Day:
    """Somebody who only has a keyboard, and a clock on the wall."""

    def __init__(self, secretary: Secretary, desk: Desk, prompter: FakePrompter) -> None:
        self.secretary = secretary
        self.prompter = prompter
        self.desk = desk
        hearings = self.board().board.session.hearings
        first = min(hearing.start for hearing in hearings)
        self.clock.move_to(first - timedelta(minutes=10))
        secretary.press("Ctrl+6")
        self.room: DeliberationRoom = secretary.deliberation().room
        self.room.order.setFocus()
        self.greeted: set[int] = set()

    @property
    def clock(self) -> SetClock:
        return cast("SetClock", self.desk.clock)

    def board(self) -> DeliberationBoard:
        return open_deliberation(self.desk, code=CODE)

    def hearing(self) -> Hearing:
        found = self.board().board.session.hearing(self.room.candidate())
        assert found is not None
        return found

    def record(self, candidacy: int) -> HearingRecord:
        found = self.board().deliberation.record(candidacy)
        assert found is not None
        return found

    def press(self, *keys: str) -> None:
        for key in keys:
            self.secretary.press(key)

    def go_to_member(self, number: int) -> None:
        """Press M until that member has the focus."""
        for _ in range(len(self.room.members.rows)):
            self.press("M")
            if self.room.members.rows[number - 1].hasFocus():
                return
        raise AssertionError(f"M does not lead to member {number}")

    def greet(self) -> None:
        """All members come and declare, once for each jury."""
        hearing = self.hearing()
        if hearing.jury not in self.greeted:
            self.greeted.add(hearing.jury)
            self.press("Alt+T", "Alt+D")
        self.at(hearing, 0)

    def at(self, hearing: Hearing, minutes: int) -> None:
        """The hearings of two rooms go on side by side, so that the clock may only go on."""
        moment = hearing.start + timedelta(minutes=minutes)
        self.clock.move_to(max(moment, self.clock.now()))

    def judge(self, *refused: int) -> None:
        """The candidate came: every block by its figure."""
        self.press("P")
        for number in range(1, len(self.room.form.blocks.rows) + 1):
            self.press(str(number))
            if number not in refused:
                self.press("A")
                continue
            self.press("R")
            for text in TEXTS:
                self.secretary.write(text)
                self.press("Tab")
            # Back out of the text that Tab led to, as far as the block
            self.press("Alt+Up", "Alt+Down")


def test_twelve_hearings_by_keyboard_alone(
    secretary: Secretary, desk: Desk, prompter: FakePrompter
) -> None:
    day = Day(secretary, desk, prompter)
    room = day.room
    assert room.order.count() == HEARINGS
    order: list[int] = []
    left_at, tied = 0, 0
    for turn in range(HEARINGS):
        candidacy = room.candidate()
        order.append(candidacy)
        day.greet()
        if turn == RECUSED:
            recuse_president(day)
        if turn == ABSENT:
            day.press("B")
        elif left_at == 0 and turn > ABSENT and not day.hearing().recused:
            left_at, tied = turn, candidacy
            leave_and_vote(day)
        else:
            day.judge(*((2,) if turn == REFUSED else ()))
        day.press("Ctrl+Return" if turn == 0 else "PgDown")
    assert_what_was_recorded(day, order, tied)
    close(day)


def recuse_president(day: Day) -> None:
    """The president knows the candidate: X and why; another member presides: K and why."""
    rows = day.room.members.rows
    president = next(row for row in rows if row.member.is_president)
    other = next(row for row in rows if row.member.deliberates and row is not president)
    day.go_to_member(president.member.number)
    day.press("X")
    day.secretary.write(FRIEND)
    day.press("Tab")
    assert day.room.members.count.state_label.text() == "Irregular"
    day.prompter.texts.append("Présidence récusée")
    day.go_to_member(other.member.number)
    day.press("K")
    assert day.room.members.count.state_label.text() == "Regular"


def leave_and_vote(day: Day) -> None:
    """A member leaves in the middle; two are left, of two minds; who presides decides."""
    day.at(day.hearing(), 20)
    members = day.room.members.rows
    goes = next(row for row in members if row.member.deliberates and not row.member.presides)
    day.press(f"Shift+Alt+{goes.member.number}")
    assert day.room.members.count.state_label.text() == "Regular"
    day.judge()
    day.press("V", "+", "Down", "-")
    assert day.room.form.vote.casting.isVisible()
    day.press("Down", "+")


def assert_what_was_recorded(day: Day, order: list[int], tied: int) -> None:
    deliberation = day.board().deliberation
    assert sorted(order) == sorted(record.candidacy_id for record in deliberation.records)
    refused = day.record(order[REFUSED]).results[1]
    assert (refused.outcome, refused.reason, refused.evidence, refused.advice) == (
        Outcome.REFUSED,
        *TEXTS,
    )
    (recusal,) = day.record(order[RECUSED]).recusals
    assert recusal.reason == FRIEND
    assert day.record(order[ABSENT]).appearance is Appearance.ABSENT
    vote = day.record(tied).vote
    assert vote is not None
    assert (vote.counts, vote.casting) == ((1, 1, 0), Voice.IN_FAVOUR)
    (acting,) = deliberation.acting_presidents
    assert acting.reason == "Présidence récusée"
    (gone,) = [note for note in deliberation.attendance if note.left is not None]
    hearing = day.board().board.session.hearing(tied)
    assert hearing is not None
    assert gone.left == (hearing.start + timedelta(minutes=20)).time()


def close(day: Day) -> None:
    """The checklist has nothing open: Enter closes."""
    board = day.board()
    day.clock.move_to(max(h.end for h in board.board.session.hearings))
    day.press("Ctrl+Shift+L")
    dialog = day.secretary.dialog(ClosingDialog)
    assert dialog.checklist.may_close, [
        (line.code, line.findings) for line in dialog.checklist.lines if line.findings
    ]
    day.press("Return")
    closed = day.board().deliberation
    assert closed.is_closed
    decisions = [record.decision for record in closed.records]
    assert decisions.count(Decision.FULL) == HEARINGS - 2
    assert decisions.count(Decision.PARTIAL) == 1
    assert decisions.count(Decision.ABSENT) == 1
