"""Moving a whole jury over the timetable and members from seat to seat: by mouse and keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.bans import apart
from jurydesk.services.examiners import save_examiner
from jurydesk.services.forbidding import forbid
from jurydesk.services.sessions import open_session
from jurydesk.ui.pages.sessions.board_view import JURIES, TIMETABLE
from jurydesk.ui.widgets.person_drag import person_mime
from tests.ui.conftest import opened
from tests.ui.copied_office import make_once, open_copy
from tests.ui.office import TODAY
from tests.ui.secretary import Secretary
from tests.ui.session_office import CODE, fill_for_a_session, hold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.session import Jury, Session
    from jurydesk.services.ports import Desk
    from jurydesk.ui.pages.sessions.board_view import SessionBoardView
    from jurydesk.ui.widgets.seat_card import SeatCard
    from tests.ui.fake_prompter import FakePrompter

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def fill(desk: Desk) -> None:
        fill_for_a_session(desk, candidates=8, teams=3)
        hold(desk, rooms=("Salle 1", "Salle 2"))

    return make_once(tmp_path_factory.mktemp("moving"), fill)


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from open_copy(made, tmp_path)


@pytest.fixture
def secretary(
    qapp: QApplication, qtbot: QtBot, desk: Desk, prompter: FakePrompter
) -> Iterator[Secretary]:
    for parts in opened(qapp, qtbot, desk, prompter):
        parts.window.resize(1440, 900)
        yield Secretary(qtbot, parts)


@pytest.fixture
def board(secretary: Secretary) -> SessionBoardView:
    secretary.parts.window.shell.show_page("sessions", CODE)
    secretary.rest()
    return secretary.sessions().board_view


def session(desk: Desk) -> Session:
    return open_session(desk, code=CODE).session


def first_jury(desk: Desk) -> Jury:
    return min(session(desk).juries, key=lambda jury: (jury.half, jury.room))


class TestJuries:
    def test_m_arrows_and_enter_carry_a_jury_with_its_hearings(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        before = first_jury(desk)
        heard = {h.candidacy_id for h in session(desk).hearings_of(before.number)}
        carrier = self.lift(secretary, board, desk)
        assert carrier.isVisible()
        lights = {cell.key[2]: cell.lit for cell in carrier.cells if cell.key[:2] == before.half}
        assert lights[before.room].light == "home"
        other = next(room for room in session(desk).rooms if room != before.room)
        while carrier.cells[carrier.current].key[2] != other:
            secretary.press("Right", carrier)
        assert "Salle" in board.timetable.line_label.text()
        secretary.press("Return", carrier)
        secretary.rest()
        moved = session(desk).jury(before.number)
        assert moved is not None
        assert (moved.half, moved.room) == (before.half, other)
        assert {h.candidacy_id for h in session(desk).hearings_of(before.number)} == heard
        secretary.press("Ctrl+Z")
        assert session(desk).jury(before.number) == before

    def test_an_illegal_half_day_says_why_and_takes_nothing(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        jury = first_jury(desk)
        other = HalfDay.PM if jury.half_day is HalfDay.AM else HalfDay.AM
        person = next(
            one
            for one in open_session(desk, code=CODE).examiners
            if one.id == jury.jurors[0].examiner_id
        )
        away = Absence(TODAY, TODAY, other)
        save_examiner(desk, examiner=replace(person, absences=(away,)))
        secretary.sessions().open_session(CODE)
        secretary.rest()
        carrier = self.lift(secretary, board, desk)
        number = next(n for n, c in enumerate(carrier.cells) if c.key[1:] == (other, jury.room))
        cell = carrier.cells[number]
        assert cell.lit is not None
        assert cell.lit.light == "refused"
        carrier.move_to(number)
        assert person.full_name in board.timetable.line_label.text()
        assert person.full_name in carrier.accessibleName()
        secretary.press("Return", carrier)
        assert carrier.isVisible()
        secretary.press("Escape", carrier)
        assert not carrier.isVisible()
        assert session(desk).jury(jury.number) == jury

    def test_the_mouse_drags_a_jury_by_its_ground(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        board.show_part(TIMETABLE)
        secretary.rest()
        before = first_jury(desk)
        canvas, carrier = board.timetable.canvas, board.timetable.carrier
        canvas.choose(session(desk).hearings_of(before.number)[0].candidacy_id)
        geometry = canvas.geometry_now()
        lanes = {lane.room: lane for lane in geometry.lanes}
        last = max(h.end for h in session(desk).hearings_of(before.number))
        minute = last.hour * 60 + last.minute + 5
        other = next(room for room in session(desk).rooms if room != before.room)
        start = QPoint(
            round(geometry.left(lanes[before.room].key)) + 1, round(geometry.top(minute))
        )
        end = QPoint(round(geometry.left(lanes[other].key)) + 40, start.y())
        assert canvas.block_at(start) is None
        QTest.mousePress(canvas, LEFT, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(canvas, start + (end - start) * step / 5)
            QApplication.processEvents()
        assert carrier.isVisible()
        secretary.rest()
        QTest.mouseRelease(canvas, LEFT, pos=end)
        secretary.rest()
        moved = session(desk).jury(before.number)
        assert moved is not None
        assert moved.room == other

    @staticmethod
    def lift(secretary: Secretary, board: SessionBoardView, desk: Desk):
        board.show_part(TIMETABLE)
        secretary.rest()
        canvas = board.timetable.canvas
        canvas.choose(session(desk).hearings_of(first_jury(desk).number)[0].candidacy_id)
        secretary.press("m", canvas)
        secretary.rest()
        return board.timetable.carrier


class TestMembers:
    def test_m_lights_every_seat_and_enter_lays_down(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        card = self.lift(secretary, board)
        person = card.seat.person
        lights = [c.lit.light for c in self.cards(board) if c.lit is not None]
        assert len(lights) == len(self.cards(board))
        assert lights.count("home") == 1
        assert "refused" in lights
        refused = next(c for c in self.cards(board) if c.lit and c.lit.light == "refused")
        refused.setFocus()
        QApplication.processEvents()
        assert refused.lit is not None
        assert board.juries_part.line_label.text() == refused.lit.text != ""
        assert refused.lit.text in refused.accessibleName()
        secretary.press("Return", refused)
        assert refused.lit is not None, "whoever may not sit there stays in hand"
        secretary.press("Escape", refused)
        assert all(c.lit is None for c in self.cards(board))
        assert any(j.juror(person) for j in session(desk).juries)

    def test_two_members_change_seats(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        before = session(desk)
        card = self.lift(secretary, board)
        person, home = card.seat.person, next(iter(board.juries.strips))
        targets = [
            (number, c)
            for number, strip in board.juries.strips.items()
            for c in strip.cards
            if c.lit and c.lit.is_open and c.seat.person and number != home
        ]
        assert targets
        number, other = targets[0]
        secretary.press("Return", other)
        secretary.rest()
        after = session(desk)
        there, here = after.jury(number), after.jury(home)
        assert there is not None
        assert here is not None
        assert there.juror(person) is not None
        assert here.juror(other.seat.person) is not None
        secretary.press("Ctrl+Z")
        assert session(desk).juries == before.juries

    def test_somebody_free_is_taken_from_the_list_by_key(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        board.show_part(JURIES)
        secretary.press("Ctrl+Shift+J")
        part = board.juries_part
        seated = {j.examiner_id for jury in session(desk).juries for j in jury.jurors}
        rows = part.free.list.shown_rows()
        assert rows
        assert not {one.id for one in rows} & seated
        part.free.list.select_key(rows[0].id)
        secretary.press("m", part.free.list.view)
        secretary.rest()
        lit = [c for c in self.cards(board) if c.lit and c.lit.is_open]
        assert lit
        secretary.press("Return", lit[0])
        secretary.rest()
        assert any(jury.juror(rows[0].id) for jury in session(desk).juries)

    def test_a_drag_is_refused_where_it_is_forbidden_and_says_so(
        self, secretary: Secretary, board: SessionBoardView, desk: Desk
    ) -> None:
        part = board.juries_part
        board.show_part(JURIES)
        free = next(
            one
            for one in open_session(desk, code=CODE).examiners
            if not any(jury.juror(one.id) for jury in session(desk).juries)
        )
        number, strip = next(iter(board.juries.strips.items()))
        card = next(c for c in strip.cards if free.may_hold(c.seat.key))
        beside = next(c for c in strip.cards if c is not card)
        forbid(desk, code=CODE, ban=apart(free.id, beside.seat.person))
        secretary.sessions().open_session(CODE)
        secretary.rest()
        part.free.lifted.emit(free.id)
        secretary.rest()
        card = next(c for c in board.juries.strips[number].cards if c.seat.key == card.seat.key)
        mime = person_mime(free.id)
        enter = QDragEnterEvent(
            QPointF(5, 5), Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
        )
        enter.ignore()
        QApplication.sendEvent(card, enter)
        assert not enter.isAccepted()
        assert free.full_name in part.line_label.text()

    @staticmethod
    def cards(board: SessionBoardView) -> list[SeatCard]:
        return [card for strip in board.juries.strips.values() for card in strip.cards]

    @staticmethod
    def lift(secretary: Secretary, board: SessionBoardView) -> SeatCard:
        board.show_part(JURIES)
        secretary.rest()
        card: QWidget = next(iter(board.juries.strips.values())).cards[0]
        secretary.press("m", card)
        secretary.rest()
        return next(iter(board.juries.strips.values())).cards[0]
