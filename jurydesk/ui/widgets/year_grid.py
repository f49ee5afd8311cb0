"""A year at a glance: each half-day with its figure, run by arrows, Page Up and Page Down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space, scaled, tabular
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.year_geometry import (
    DAYS,
    HALVES,
    LEAST_CELL,
    LEAST_LINE,
    Half,
    YearGeometry,
    stepped,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_PageUp: (0, -len(HALVES)),
    Qt.Key.Key_PageDown: (0, len(HALVES)),
}
ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
RADIUS = 3
BAR = 3


@dataclass(frozen=True)
class YearCell:
    """What one half-day shows."""

    text: str
    tone: Tone = "plain"
    strength: float = 0.0
    """How much of the ink is in the ground, from 0 (the soft ground alone) to 1."""
    is_off: bool = False
    """A day on which nobody works: greyed out."""
    is_marked: bool = False
    """Whether something sits there already: a bar at its left."""
    spoken: str = ""
    """All of it in words: tooltip and screen reader."""


def short_month(wording: Wording, first: date) -> str:
    """Return « déc. 26 » rather than the whole name: a year has twelve."""
    short = QLocale(wording.language).monthName(first.month, QLocale.FormatType.ShortFormat)
    return f"{short} {first:%y}"


class YearGrid(QWidget):
    """The half-days of several months.

    Signals:
        half_changed: the cursor went to a half-day (`Half`).
        half_activated: Enter or a double click on a half-day (`Half`).
    """

    half_changed = Signal(object)
    half_activated = Signal(object)

    def __init__(self, wording: Wording, start: date, end: date) -> None:
        """Show these days, nothing in them yet."""
        super().__init__()
        self._wording = wording
        self._start, self._end = start, end
        self.half: Half = (start, HALVES[0])
        self.cells: Mapping[Half, YearCell] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))

    def show_cells(self, start: date, end: date, cells: Mapping[Half, YearCell]) -> None:
        """Show these half-days; the cursor stays where it can."""
        self._start, self._end = start, end
        self.cells = dict(cells)
        self.updateGeometry()
        self.go_to(self.half)

    def go_to(self, half: Half) -> None:
        """Put the cursor on a half-day, or on the nearest one shown."""
        day = min(max(half[0], self._start), self._end)
        self.half = (day, half[1])
        cell = self.cells.get(self.half)
        self.setAccessibleName(cell.spoken if cell else self._wording.date(day, weekday=True))
        self.half_changed.emit(self.half)
        self.update()

    def geometry_now(self) -> YearGeometry:
        """Return where everything lies at this size."""
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(self._month(month)) for month in self._months())
        return YearGeometry(
            self._start,
            self._end,
            width=self.width(),
            height=self.height(),
            names=longest + Space.M,
            head=metrics.height() + Space.XS,
        )

    def _months(self) -> tuple[date, ...]:
        return YearGeometry(self._start, self._end, 0, 0, names=0, head=0).months

    def _month(self, first: date) -> str:
        return short_month(self._wording, first)

    @override
    def sizeHint(self) -> QSize:
        """Ask for cells that a pointer can hit."""
        metrics = self.fontMetrics()
        width = DAYS * LEAST_CELL + 6 * metrics.averageCharWidth()
        height = len(self._months()) * (2 * LEAST_LINE + Space.XS) + metrics.height() + Space.XS
        return QSize(width, height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the same: smaller figures could not be read."""
        line = max(LEAST_LINE - 1, self.fontMetrics().height())
        height = len(self._months()) * (2 * line + Space.XS) + self.fontMetrics().height()
        return QSize(DAYS * LEAST_CELL, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days, half-days and months; Enter takes the half-day."""
        key = Qt.Key(event.key())
        if key in STEPS:
            days, lines = STEPS[key]
            self.go_to(stepped(self.half, days=days, lines=lines))
        elif key == Qt.Key.Key_Home:
            self.go_to((self.half[0].replace(day=1), self.half[1]))
        elif key == Qt.Key.Key_End:
            first = stepped((self.half[0].replace(day=1), HALVES[0]), lines=len(HALVES))[0]
            self.go_to((first - timedelta(days=1), self.half[1]))
        elif key in ENTER:
            self.half_activated.emit(self.half)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor under the pointer."""
        half = self.geometry_now().at(event.position())
        if half is not None:
            self.go_to(half)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the half-day under the pointer."""
        half = self.geometry_now().at(event.position())
        if half is not None:
            self.go_to(half)
            self.half_activated.emit(half)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor more strongly."""
        super().focusInEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        """Say what a figure means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            half = self.geometry_now().at(QPointF(event.pos()))
            cell = self.cells.get(half) if half else None
            QToolTip.showText(event.globalPos(), cell.spoken if cell else "", self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self.geometry_now()
        self._paint_names(painter, places)
        painter.setFont(scaled(self.font(), "caption"))
        for half in places.halves():
            cell = self.cells.get(half)
            if cell is not None:
                _paint_cell(painter, places.cell(half), cell)
        self._paint_cursor(painter, places)
        painter.end()

    def _paint_names(self, painter: QPainter, places: YearGeometry) -> None:
        tokens = current_tokens()
        painter.setFont(scaled(self.font(), "caption"))
        for day in range(1, DAYS + 1):
            is_here = day == self.half[0].day
            painter.setPen(QColor(tokens.accent if is_here else tokens.muted))
            painter.drawText(places.column(day), Qt.AlignmentFlag.AlignCenter, str(day))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for number, month in enumerate(places.months):
            is_here = (month.year, month.month) == (self.half[0].year, self.half[0].month)
            painter.setFont(scaled(self.font(), "strong" if is_here else "body"))
            painter.setPen(QColor(tokens.accent if is_here else tokens.text))
            painter.drawText(places.row(number), flags, self._month(month))

    def _paint_cursor(self, painter: QPainter, places: YearGeometry) -> None:
        tokens = current_tokens()
        rect = places.cell(self.half)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.surface), 4))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setPen(QPen(QColor(tokens.accent), 2.5 if self.hasFocus() else 1.5))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)


def ground_of(cell: YearCell) -> QColor:
    """Return the ground of a cell in the theme of the moment."""
    tokens = current_tokens()
    if cell.is_off:
        return QColor(tokens.raised)
    soft, ink = QColor(tokens.soft(cell.tone)), QColor(tokens.ink(cell.tone))
    share = cell.strength
    return QColor.fromRgbF(
        soft.redF() + (ink.redF() - soft.redF()) * share,
        soft.greenF() + (ink.greenF() - soft.greenF()) * share,
        soft.blueF() + (ink.blueF() - soft.blueF()) * share,
    )


def _paint_cell(painter: QPainter, rect: QRectF, cell: YearCell) -> None:
    tokens = current_tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground_of(cell))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setPen(QColor(tokens.muted if cell.is_off else tokens.text))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.text)
    if cell.is_marked:
        bar = QRectF(rect.left(), rect.top(), BAR, rect.height())
        painter.fillRect(bar, QColor(tokens.accent))
