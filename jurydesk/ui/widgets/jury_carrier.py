"""A jury under way over the timetable: its legal half-days and rooms lit, the others say why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.ui.theme.icons import icon
from jurydesk.ui.theme.scale import ICON, Space, scaled
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.move_targets import LOOKS, Lit, announce
from jurydesk.ui.widgets.timetable_geometry import Place

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from jurydesk.ui.widgets.timetable_canvas import TimetableCanvas

DRAG_DISTANCE = 6
RADIUS = 8
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALONG = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Cell:
    """One half-day in one room; `lit` is None until the rules have answered."""

    key: Hashable
    lane: str
    first: int
    last: int
    title: str
    lit: Lit | None = None


class JuryCarrier(QWidget):
    """Lies over the canvas while a jury moves: arrows choose, Enter lays down, Escape gives up.

    Signals:
        lifted: the `Place` of a jury that is taken, by M on a hearing or by its ground.
        laid_down: the key of the cell where it was laid down; only where it may stand.
        told: how the cell under the cursor stands (a `Lit`), or None.
    """

    lifted = Signal(object)
    laid_down = Signal(object)
    told = Signal(object)

    def __init__(self, canvas: TimetableCanvas) -> None:
        """Wait, unseen, over this canvas."""
        super().__init__(canvas)
        self.cells: tuple[Cell, ...] = ()
        self.current = 0
        self._canvas = canvas
        self._pressed: QPoint | None = None
        self._is_pending = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.hide()
        canvas.installEventFilter(self)
        canvas.resized.connect(self._cover)

    def begin(self, cells: Sequence[Cell], home: Hashable) -> None:
        """Take a jury from the cell with that key; the rules are still asked about the others."""
        self.cells = tuple(cells)
        self._is_pending = False
        self.current = next((n for n, one in enumerate(cells) if one.key == home), 0)
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def light(self, cells: Sequence[Cell]) -> None:
        """Say how each cell stands; what was dropped meanwhile is laid down now."""
        if self.isVisible():
            self.cells = tuple(cells)
            self._tell()
            self.update()
            if self._is_pending:
                self.lay_down()

    def move_to(self, number: int) -> None:
        """Put the cursor on a cell."""
        if number != self.current and 0 <= number < len(self.cells):
            self.current = number
            self._tell()
            self.update()

    def lay_down(self) -> None:
        """Lay the jury down under the cursor, if it may stand there; it stays in hand if not."""
        cell = self.cells[self.current]
        self._is_pending = cell.lit is None
        if cell.lit is not None and cell.lit.is_open:
            self._end()
            self.laid_down.emit(cell.key)
        elif cell.lit is not None and cell.lit.light == "home":
            self.give_up()

    def give_up(self) -> None:
        """Leave the jury where it was."""
        self._end()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def hover(self, point: QPoint) -> None:
        """Put the cursor on the cell under the mouse."""
        for number, cell in enumerate(self.cells):
            if self._is_shown(cell) and self._rect(cell).contains(point):
                self.move_to(number)

    def _end(self) -> None:
        self._is_pending = False
        self._pressed = None
        self.hide()
        self.told.emit(None)

    def _cover(self) -> None:
        self.setGeometry(self._canvas.rect())

    def _tell(self) -> None:
        cell = self.cells[self.current]
        lit = cell.lit and replace(cell.lit, text=f"{cell.title} · {cell.lit.text}")
        self.setAccessibleName(lit.text if lit else cell.title)
        self.told.emit(lit)
        announce(self, self.accessibleName())

    def _rect(self, cell: Cell) -> QRectF:
        geometry = self._canvas.geometry_now()
        return geometry.rect(Place(cell.lane, cell.first), cell.last - cell.first)

    def _is_shown(self, cell: Cell) -> bool:
        """Tell whether its lane is on the board: that may have changed under the jury in hand."""
        return cell.lane in self._canvas.geometry_now().columns

    def _step(self, *, across: int = 0, along: int = 0) -> None:
        if not all(map(self._is_shown, self.cells)):
            self.give_up()
            return
        here = self.cells[self.current]
        columns = self._canvas.geometry_now().columns

        def is_ahead(cell: Cell) -> bool:
            if across:
                return (columns[cell.lane] - columns[here.lane]) * across > 0
            return cell.lane == here.lane and (cell.first - here.first) * along > 0

        def distance(number: int) -> tuple[int, int]:
            cell = self.cells[number]
            return abs(columns[cell.lane] - columns[here.lane]), abs(cell.first - here.first)

        ahead = [number for number, cell in enumerate(self.cells) if is_ahead(cell)]
        if ahead:
            self.move_to(min(ahead, key=distance))

    def _lift(self, place: Place | None) -> None:
        if place is not None:
            self.lifted.emit(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a jury by M on one of its hearings, or by the ground that it sits on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            block = self._canvas.block(self._canvas.current)
            if event.key() == Qt.Key.Key_M and block is not None and self._canvas.moving is None:
                self._lift(Place(block.lane, block.start))
                return True
        if isinstance(event, QMouseEvent):
            return self._drag(event)
        return super().eventFilter(watched, event)

    def _drag(self, event: QMouseEvent) -> bool:
        point, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseButtonPress and self._canvas.block_at(point) is None:
            self._pressed = point if event.button() == Qt.MouseButton.LeftButton else None
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            if self.isVisible():
                self.hover(point)
            elif (point - self._pressed).manhattanLength() >= DRAG_DISTANCE:
                self._lift(self._canvas.geometry_now().place_at(self._pressed.x(), point.y()))
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            if self.isVisible():
                self.lay_down()
        else:
            return False
        return self.isVisible()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, lay down with Enter, give up with Escape."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.lay_down()
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        elif key in _ACROSS or key in _ALONG:
            self._step(across=_ACROSS.get(key, 0), along=_ALONG.get(key, 0))
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self.hover(event.position().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lay down where it is clicked."""
        self.hover(event.position().toPoint())
        self.lay_down()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up when something else is turned to."""
        super().focusOutEvent(event)
        if self.isVisible() and self._pressed is None:
            self._end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells over a veil."""
        painter, tokens = QPainter(self), current_tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.bg)
        veil.setAlphaF(0.6)
        painter.fillRect(self.rect(), veil)
        for number, cell in enumerate(self.cells):
            if self._is_shown(cell):
                self._paint_cell(painter, cell, is_current=number == self.current)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, *, is_current: bool) -> None:
        tokens, rect = current_tokens(), self._rect(cell).adjusted(2, 2, -2, -2)
        name, tone = LOOKS[cell.lit.light] if cell.lit else ("clock", "muted")
        ground = QColor(tokens.soft(tone))
        ground.setAlphaF(0.85)
        solid = cell.lit is not None and cell.lit.is_open
        style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
        colour = tokens.accent if is_current else tokens.ink(tone)
        painter.setPen(QPen(QColor(colour), 3 if is_current else 1, style))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        inner = rect.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        icon(name, tone).paint(
            painter, QRectF(inner.topLeft().x(), inner.top(), ICON, ICON).toRect()
        )
        painter.setPen(QColor(tokens.text))
        painter.setFont(scaled(self.font(), "caption"))
        words = cell.lit.text if cell.lit else cell.title
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(inner.adjusted(ICON + Space.S, 0, 0, 0), int(flags), words)
