"""The surface of the timetable board: choosing, dragging and moving hearings by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.timetable_geometry import Block, BoardGeometry, Lane, Place
from jurydesk.ui.widgets.timetable_painter import BoardPainter, Moving

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    Legality = Callable[[Block, Place], str]
    Lights = tuple[frozenset[Place], frozenset[Place]]

LEAST_PER_MINUTE, MOST_PER_MINUTE = 0.8, 2.0
"""Pixels: a hearing of 45 minutes keeps room for its name and its hours."""
GRID = 15
"""Minutes between the places that light up; every `step` is tried while a hearing hovers."""
DRAG_DISTANCE = 6
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class TimetableCanvas(QWidget):
    """Blocks on lanes: arrows choose, Space picks up, arrows carry, Enter lays down.

    Signals:
        current_changed: the chosen block's key, or -1.
        activated: Enter or a double click on a block.
        moved: a block's key and the `Place` it was laid down on; only legal places.
        refused: why the hovered place is not legal; empty when it is, or when nothing moves.
        cautioned: what a person should know of the hovered place, which is legal all the same.
        pin_pressed: P on a block.
    """

    current_changed = Signal(int)
    activated = Signal(int)
    moved = Signal(int, object)
    refused = Signal(str)
    cautioned = Signal(str)
    pin_pressed = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.blocks: tuple[Block, ...] = ()
        self.moving: Moving | None = None
        self.current = -1
        self.step = 15
        self._lanes: tuple[Lane, ...] = ()
        self._legality: Legality = _everywhere
        self._caution: Legality = _everywhere
        self._lighting: SlicedWork[Lights] = SlicedWork(self)
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_board(self, lanes: Sequence[Lane], blocks: Sequence[Block]) -> None:
        """Show these; the chosen block stays chosen while it exists."""
        self._lanes = tuple(lanes)
        known = {lane.key for lane in lanes}
        self.blocks = tuple(block for block in blocks if block.lane in known)
        self.moving = None
        if self.block(self.current) is None:
            self._choose(self.blocks[0].key if self.blocks else -1)
        self._ask_for_room()
        self.update()

    def set_legality(self, legality: Legality, caution: Legality | None = None) -> None:
        """Ask this why a block may not stand at a place; an empty answer means it may.

        Of a place where it may, `caution` says what a person should know.
        """
        self._legality = legality
        self._caution = caution or _everywhere

    def geometry_now(self) -> BoardGeometry:
        """Return where everything stands at the present size."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        whole = BoardGeometry.of(self._lanes, room.width(), 1.0, self.step)
        fitting = whole.fitting(room.height())
        per_minute = min(max(fitting, LEAST_PER_MINUTE), MOST_PER_MINUTE)
        return replace(whole, per_minute=per_minute)

    def _ask_for_room(self) -> None:
        """The whole day where there is room for it, else as much as the least scale needs."""
        geometry = replace(self.geometry_now(), per_minute=LEAST_PER_MINUTE)
        self.setMinimumSize(geometry.total_width, geometry.total_height)

    def block(self, key: int) -> Block | None:
        """Return a block by its key."""
        return next((block for block in self.blocks if block.key == key), None)

    def choose(self, key: int) -> None:
        """Put the cursor on a block."""
        self._choose(key)
        self.update()

    def pick_up(self, key: int) -> None:
        """Begin to move a block: its legal places light up, a few milliseconds at a time."""
        block = self.block(key)
        if block is None or block.is_fixed:
            return
        self.moving = Moving(block, Place(block.lane, block.start), "", frozenset(), GRID)
        self._lighting.start(self._look_around(block), self._light)
        self.update()

    def _look_around(self, block: Block) -> Generator[None, None, Lights]:
        legal: set[Place] = set()
        warned: set[Place] = set()
        for place in self.geometry_now().places(block.minutes, GRID):
            if not self._legality(block, place):
                (warned if self._caution(block, place) else legal).add(place)
            yield
        return frozenset(legal), frozenset(warned)

    def _light(self, lights: Lights) -> None:
        if self.moving is not None:
            legal, warned = lights
            self.moving = replace(self.moving, legal=legal, warned=warned)
            self.update()

    def carry_to(self, place: Place) -> None:
        """Hover over a place."""
        if self.moving is None:
            return
        block = self.moving.block
        at_home = place == Place(block.lane, block.start)
        why_not = "" if at_home else self._legality(block, place)
        caution = "" if at_home or why_not else self._caution(block, place)
        self.moving = replace(self.moving, place=place, why_not=why_not, caution=caution)
        self.refused.emit(why_not)
        if caution:
            self.cautioned.emit(caution)
        self.update()

    def lay_down(self) -> None:
        """Leave the block where it hovers if that is legal, else put it back."""
        self._lighting.stop()
        moving, self.moving = self.moving, None
        self.refused.emit("")
        self.update()
        if moving is None or moving.why_not:
            return
        if moving.place != Place(moving.block.lane, moving.block.start):
            self.moved.emit(moving.block.key, moving.place)

    def give_up(self) -> None:
        """Put the moving block back."""
        self._lighting.stop()
        self.moving = None
        self.refused.emit("")
        self.update()

    def _choose(self, key: int) -> None:
        if key != self.current:
            self.current = key
            self.current_changed.emit(key)

    def block_at(self, point: QPoint) -> Block | None:
        """Return the block under a point."""
        geometry = self.geometry_now()
        for block in self.blocks:
            if geometry.rect(Place(block.lane, block.start), block.minutes).contains(point):
                return block
        return None

    def _step_choice(self, lanes: int, steps: int) -> None:
        """Go to the nearest block in a direction."""
        here = self.block(self.current)
        if here is None:
            return
        columns = self.geometry_now().columns
        column = columns[here.lane]

        def distance(block: Block) -> tuple[int, int]:
            across = (columns[block.lane] - column) * lanes
            return (
                (across, abs(block.start - here.start))
                if lanes
                else (
                    (block.start - here.start) * steps,
                    0,
                )
            )

        found = [
            block
            for block in self.blocks
            if (columns[block.lane] - column) * lanes > 0
            or (steps and block.lane == here.lane and (block.start - here.start) * steps > 0)
        ]
        if found:
            self.choose(min(found, key=distance).key)

    def _carry(self, lanes: int, steps: int) -> None:
        if self.moving is not None:
            minutes = self.moving.block.minutes
            geometry = self.geometry_now()
            self.carry_to(
                geometry.moved(self.moving.place, lanes=lanes, steps=steps, minutes=minutes)
            )

    def _press_while_moving(self, key: int) -> bool:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.lay_down()
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in _MOVES:
            self._carry(*_MOVES[Qt.Key(key)])
        else:
            return False
        return True

    def _press_while_choosing(self, key: int) -> bool:
        if key == Qt.Key.Key_Space:
            self.pick_up(self.current)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current >= 0:
            self.activated.emit(self.current)
        elif key == Qt.Key.Key_P and self.current >= 0:
            self.pin_pressed.emit(self.current)
        elif key in _MOVES:
            self._step_choice(*_MOVES[Qt.Key(key)])
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, pick up, carry, lay down."""
        press = self._press_while_choosing if self.moving is None else self._press_while_moving
        if not press(event.key()):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the block under the pointer."""
        block = self.block_at(event.position().toPoint())
        if block is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(block.key)
            self._pressed = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._pressed is None:
            return
        point = event.position().toPoint()
        if self.moving is None:
            if (point - self._pressed).manhattanLength() < DRAG_DISTANCE:
                return
            self.pick_up(self.current)
        if self.moving is not None:
            block, geometry = self.moving.block, self.geometry_now()
            held = self._pressed.y() - geometry.top(block.start)
            place = geometry.place_at(point.x(), point.y() - held)
            if place is not None:
                self.carry_to(place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop it."""
        self._pressed = None
        if self.moving is not None:
            self.lay_down()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        block = self.block_at(event.position().toPoint())
        if block is not None:
            self.activated.emit(block.key)

    @override
    def event(self, event: QEvent) -> bool:
        """Show what is behind a block in its tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block = self.block_at(event.pos())
            QToolTip.showText(event.globalPos(), block.tooltip if block else "", self)
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the header."""
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def sizeHint(self) -> QSize:
        """Ask for everything."""
        geometry = self.geometry_now()
        return QSize(geometry.total_width, geometry.total_height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the board."""
        painter = QPainter(self)
        board = BoardPainter(painter, self.geometry_now(), current_tokens())
        board.paint_ground()
        if self.moving is not None:
            board.paint_legal(self.moving)
        for block in self.blocks:
            is_moving = self.moving is not None and self.moving.block.key == block.key
            is_current = block.key == self.current and self.hasFocus()
            board.paint_block(block, is_current=is_current, is_faint=is_moving)
        if self.moving is not None:
            board.paint_moving(self.moving)
        painter.end()


def _everywhere(_block: Block, _place: Place) -> str:
    """Allow every place, until the page says better."""
    return ""
