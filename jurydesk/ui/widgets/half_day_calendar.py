"""A month of half-days that are painted: by dragging, or with the arrows and the space bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from jurydesk.domain.availability import HalfDay
from jurydesk.ui.theme.scale import scaled
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.month_calendar import CELL, WEEK, WEEKS, MonthGrid
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from jurydesk.domain.availability_days import Half
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

ROW = 40


@dataclass(frozen=True)
class HalfLook:
    """What a half-day shows: a sign, so that colour never stands alone, a tone and its words."""

    sign: str
    tone: Tone
    words: str


class HalfDayGrid(MonthGrid):
    """The half-days themselves; the morning is the left half of a day.

    Signals:
        painted: these half-days were dragged over or walked over (a frozen set of halves).
        cycled: the space bar asks for the next kind on a half-day (a half).
        erased: Delete asks for nothing on a half-day (a half).
    """

    painted = Signal(object)
    cycled = Signal(object)
    erased = Signal(object)

    def __init__(self, wording: Wording, day: date) -> None:
        """Show the month of `day`, with the cursor on its morning."""
        super().__init__(wording, day)
        self.half = HalfDay.AM
        self.looks: Mapping[Half, HalfLook] = {}
        self._from: Half | None = None
        self._stroke: frozenset[Half] = frozenset()

    @property
    def cursor_half(self) -> Half:
        """Return the half-day that the keys act on."""
        return self.day, self.half

    def half_at(self, place: QPointF) -> Half | None:
        """Return the half-day under a point."""
        day = self.day_at(place)
        if day is None:
            return None
        cell = self._cell((day - self.first_shown()).days)
        return day, HalfDay.AM if place.x() < cell.center().x() else HalfDay.PM

    def middle_of(self, half: Half) -> QPointF:
        """Return the middle of a half-day that is in view."""
        cell = self._half_cell(half)
        return cell.center()

    def go_to_half(self, half: Half) -> None:
        """Put the cursor on a half-day."""
        self.half = half[1]
        self.go_to(half[0])
        look = self.looks.get(half)
        words = (
            self._wording.date(half[0], weekday=True),
            term(self._wording, "half_day", half[1]),
            look.words if look else self.tr("nothing said"),
        )
        self.setAccessibleName(", ".join(words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by half-days and weeks; with Shift, paint what is walked over."""
        moves: dict[int, Callable[[], Half]] = {
            Qt.Key.Key_Left: lambda: _step(self.cursor_half, -1),
            Qt.Key.Key_Right: lambda: _step(self.cursor_half, 1),
            Qt.Key.Key_Up: lambda: _step(self.cursor_half, -2 * WEEK),
            Qt.Key.Key_Down: lambda: _step(self.cursor_half, 2 * WEEK),
        }
        key = event.key()
        if key in moves:
            start = self.cursor_half
            self.go_to_half(moves[key]())
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.painted.emit(_between(start, self.cursor_half))
        elif key == Qt.Key.Key_Space:
            self.cycled.emit(self.cursor_half)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.erased.emit(self.cursor_half)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint under the pointer."""
        half = self.half_at(event.position())
        if half is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        # The month may not turn under the pointer while it paints
        if half[0].month == self.day.month:
            self.go_to_half(half)
        self._from = half
        self._stroke = frozenset((half,))
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on painting up to the pointer."""
        half = self.half_at(event.position())
        if self._from is not None and half is not None:
            self._stroke = _between(self._from, half)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was painted."""
        stroke, self._stroke, self._from = self._stroke, frozenset(), None
        if stroke:
            self.painted.emit(stroke)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Ask for halves that a pointer can hit."""
        return QSize(WEEK * (CELL + 8), round(WEEKS * ROW + self._head()))

    def _half_cell(self, half: Half) -> QRectF:
        cell = self._cell((half[0] - self.first_shown()).days).adjusted(1.5, 1.5, -1.5, -1.5)
        left = cell.left() if half[1] is HalfDay.AM else cell.center().x()
        return QRectF(left, cell.top(), cell.width() / 2, cell.height())

    @override
    def _paint_day(self, painter: QPainter, at: int) -> None:
        super()._paint_day(painter, at)
        day = self.first_shown() + timedelta(days=at)
        for half_day in HalfDay:
            self._paint_half(painter, (day, half_day))

    @override
    def _paint_cursor(self, painter: QPainter, cell: QRectF) -> None:
        """The cursor stands on a half-day, which frames itself."""
        if not self.hasFocus():
            super()._paint_cursor(painter, cell)

    def _paint_half(self, painter: QPainter, half: Half) -> None:
        tokens, cell, look = current_tokens(), self._half_cell(half), self.looks.get(half)
        if look is not None:
            painter.setFont(scaled(self.font(), "caption"))
            painter.setPen(QColor(tokens.ink(look.tone)))
            foot = cell.adjusted(0, cell.height() * 0.52, 0, 0)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, look.sign)
        is_cursor = self.hasFocus() and half == self.cursor_half
        if half in self._stroke or is_cursor:
            style = Qt.PenStyle.SolidLine if is_cursor else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(tokens.accent), 2, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 4, 4)


def _step(half: Half, halves: int) -> Half:
    number = half[0].toordinal() * 2 + (half[1] is HalfDay.PM) + halves
    return date.fromordinal(number // 2), HalfDay.PM if number % 2 else HalfDay.AM


def _between(one: Half, other: Half) -> frozenset[Half]:
    """Return all half-days from one to the other, in the order of time."""
    first, last = sorted((one, other))
    count = (last[0] - first[0]).days * 2 + (last[1] is HalfDay.PM) - (first[1] is HalfDay.PM)
    return frozenset(_step(first, number) for number in range(count + 1))
