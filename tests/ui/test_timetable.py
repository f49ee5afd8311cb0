"""The timetable board: where things stand, and moving a hearing by keys and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from jurydesk.ui.widgets.timetable_board import TimetableBoard
from jurydesk.ui.widgets.timetable_canvas import TimetableCanvas
from jurydesk.ui.widgets.timetable_geometry import Block, BoardGeometry, Lane, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.ui.theme.theme import Theme

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NINE, TEN, NOON = 540, 600, 720
LANES = (
    Lane("a", "Mon 14", "Room 1", pauses=((750, 810),)),
    Lane("b", "Mon 14", "Room 2"),
    Lane("c", "Tue 15", "Room 1"),
)
BLOCKS = (
    Block(1, "a", NINE, 45, "LEGRAND Ophélie", tooltip="VAE"),
    Block(2, "a", TEN, 45, "SOW Noé"),
    Block(3, "c", NINE, 60, "ZIANI Inès", "CFA", "danger", "blocked"),
    Block(4, "b", NINE, 45, "MARTIN Loïc", is_fixed=True),
)


def free(block: Block, place: Place) -> str:
    """Refuse what overlaps another hearing in the same lane, and what runs past noon."""
    end = place.start + block.minutes
    others = (one for one in BLOCKS if one.key != block.key and one.lane == place.lane)
    for other in others:
        if place.start < other.end and other.start < end:
            return f"{other.title} is heard then"
    return "Lunch" if end > NOON else ""


@pytest.fixture
def board(theme: Theme, qtbot: QtBot) -> TimetableBoard:
    board = TimetableBoard()
    qtbot.addWidget(board)
    board.resize(900, 700)
    board.show_board(LANES, BLOCKS)
    board.set_legality(free)
    board.show()
    qtbot.waitUntil(board.isVisible)
    board.canvas.setFocus()
    return board


@pytest.fixture
def canvas(board: TimetableBoard) -> TimetableCanvas:
    return board.canvas


def middle(canvas: TimetableCanvas, key: int) -> QPoint:
    block = canvas.block(key)
    assert block is not None
    rect = canvas.geometry_now().rect(Place(block.lane, block.start), block.minutes)
    return rect.center().toPoint()


GEOMETRY = BoardGeometry.of(LANES, 656, 2.0, 15)


def test_geometry_spans_full_hours() -> None:
    assert (GEOMETRY.first, GEOMETRY.last) == (540, 1080)
    assert GEOMETRY.total_height == (1080 - 540) * 2 + 24
    assert GEOMETRY.lane_width == 200
    assert GEOMETRY.total_width == 656


def test_geometry_of_no_lanes_is_a_working_day() -> None:
    empty = BoardGeometry.of((), 500, 1.0, 15)
    assert (empty.first, empty.last, list(empty.places(45, 15))) == (540, 1080, [])
    assert empty.place_at(100, 100) is None


def test_lanes_are_never_too_narrow_to_read() -> None:
    assert BoardGeometry.of(LANES, 100, 1.0, 15).lane_width == 132


@pytest.mark.parametrize("place", [Place("a", NINE), Place("b", 645), Place("c", 1005)])
def test_a_place_is_found_under_its_own_rectangle(place: Place) -> None:
    rect = GEOMETRY.rect(place, 45)
    assert GEOMETRY.place_at(rect.center().x(), rect.top()) == place


def test_outside_the_lanes_there_is_no_place() -> None:
    assert GEOMETRY.place_at(10, 100) is None
    assert GEOMETRY.place_at(2_000, 100) is None


def test_places_fit_the_open_hours() -> None:
    lanes = (Lane("x", "d", "r", first=540, last=630),)
    places = list(BoardGeometry.of(lanes, 500, 1.0, 15).places(45, 15))
    assert places == [Place("x", 540), Place("x", 555), Place("x", 570), Place("x", 585)]


def test_moving_stays_inside() -> None:
    assert GEOMETRY.moved(Place("a", NINE), lanes=-1, steps=-1) == Place("a", NINE)
    assert GEOMETRY.moved(Place("a", NINE), lanes=5, steps=1) == Place("c", 555)
    assert GEOMETRY.moved(Place("a", 1005), steps=9, minutes=45) == Place("a", 1005)


def test_the_first_hearing_is_chosen(canvas: TimetableCanvas) -> None:
    assert canvas.current == 1


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (1, Key.Key_Down, 2),
        (2, Key.Key_Up, 1),
        (1, Key.Key_Right, 4),
        (4, Key.Key_Right, 3),
        (3, Key.Key_Left, 4),
        (1, Key.Key_Up, 1),
    ],
)
def test_arrows_choose(
    canvas: TimetableCanvas, qtbot: QtBot, start: int, key: Key, end: int
) -> None:
    canvas.choose(start)
    qtbot.keyClick(canvas, key)
    assert canvas.current == end


def test_enter_opens(board: TimetableBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.activated) as opened:
        qtbot.keyClick(board.canvas, Key.Key_Return)
    assert opened.args == [1]


def test_a_hearing_is_moved_by_keys(board: TimetableBoard, qtbot: QtBot) -> None:
    qtbot.keyClick(board.canvas, Key.Key_Space)
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Down):
        qtbot.keyClick(board.canvas, key)
    assert board.line_label.text() == "ZIANI Inès is heard then"
    qtbot.keyClick(board.canvas, Key.Key_Down)
    with qtbot.waitSignal(board.hearing_moved) as moved:
        qtbot.keyClick(board.canvas, Key.Key_Return)
    assert moved.args == [1, Place("c", TEN)]
    assert board.canvas.moving is None


def test_legal_places_light_up(canvas: TimetableCanvas) -> None:
    canvas.pick_up(1)
    assert canvas.moving is not None
    legal = {place for place in canvas.geometry_now().places(45, 15) if not free(BLOCKS[0], place)}
    assert canvas.moving.legal == legal
    assert Place("b", NINE) not in legal
    assert Place("b", 585) in legal


def test_an_illegal_place_says_why_and_takes_nothing(board: TimetableBoard, qtbot: QtBot) -> None:
    qtbot.keyClick(board.canvas, Key.Key_Space)
    qtbot.keyClick(board.canvas, Key.Key_Right)
    assert board.line_label.text() == "MARTIN Loïc is heard then"
    with qtbot.assertNotEmitted(board.hearing_moved):
        qtbot.keyClick(board.canvas, Key.Key_Return)
    assert board.line_label.text().startswith("Space picks up")


def test_escape_puts_it_back(board: TimetableBoard, qtbot: QtBot) -> None:
    qtbot.keyClick(board.canvas, Key.Key_Space)
    qtbot.keyClick(board.canvas, Key.Key_Down)
    with qtbot.assertNotEmitted(board.hearing_moved):
        qtbot.keyClick(board.canvas, Key.Key_Escape)
    assert board.canvas.moving is None


def test_laying_down_at_home_moves_nothing(board: TimetableBoard, qtbot: QtBot) -> None:
    qtbot.keyClick(board.canvas, Key.Key_Space)
    with qtbot.assertNotEmitted(board.hearing_moved):
        qtbot.keyClick(board.canvas, Key.Key_Space)


def test_a_fixed_hearing_is_not_picked_up(canvas: TimetableCanvas) -> None:
    canvas.pick_up(4)
    canvas.pick_up(99)
    canvas.carry_to(Place("a", NOON))
    assert canvas.moving is None


def test_a_hearing_is_dragged(board: TimetableBoard, qtbot: QtBot) -> None:
    canvas = board.canvas
    start = middle(canvas, 2)
    target = start + QPoint(round(canvas.geometry_now().lane_width * 2), 0)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(20, 0))
    qtbot.mouseMove(canvas, target)
    with qtbot.waitSignal(board.hearing_moved) as moved:
        qtbot.mouseRelease(canvas, LEFT, pos=target)
    assert moved.args == [2, Place("c", TEN)]


def test_a_click_chooses_and_a_double_click_opens(board: TimetableBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.current_changed) as chosen:
        qtbot.mouseClick(board.canvas, LEFT, pos=middle(board.canvas, 3))
    assert chosen.args == [3]
    with qtbot.waitSignal(board.activated) as opened:
        qtbot.mouseDClick(board.canvas, LEFT, pos=middle(board.canvas, 3))
    assert opened.args == [3]


def test_the_choice_outlives_a_reload_while_the_hearing_exists(board: TimetableBoard) -> None:
    board.canvas.choose(3)
    board.show_board(LANES, tuple(reversed(BLOCKS)), step=30)
    assert (board.canvas.current, board.canvas.step) == (3, 30)
    board.show_board(LANES, BLOCKS[:2])
    assert board.canvas.current == 1
    board.show_board(LANES, ())
    assert board.canvas.current == -1


def test_hearings_of_unknown_lanes_are_left_out(board: TimetableBoard) -> None:
    board.show_board(LANES[:1], BLOCKS)
    assert [block.key for block in board.canvas.blocks] == [1, 2]


def test_the_board_paints_every_state(board: TimetableBoard) -> None:
    still = board.grab().toImage()
    board.canvas.pick_up(1)
    board.canvas.carry_to(Place("b", NINE))
    refused = board.grab().toImage()
    board.canvas.carry_to(Place("b", TEN))
    accepted = board.grab().toImage()
    assert still != refused
    assert refused != accepted


def test_picking_up_is_quick_on_a_large_board(board: TimetableBoard) -> None:
    from time import perf_counter

    lanes = [Lane(f"l{n}", f"Day {n // 3}", f"Room {n % 3}") for n in range(12)]
    blocks = [Block(n, f"l{n % 12}", NINE + 45 * (n // 12), 45, f"Person {n}") for n in range(120)]
    board.show_board(lanes, blocks)
    begin = perf_counter()
    board.canvas.pick_up(7)
    assert perf_counter() - begin < 0.05
