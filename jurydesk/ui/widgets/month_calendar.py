"""A month at a glance: days with marks per half-day, run by arrows, Page Up and Page Down."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space, scaled, tabular
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.acts import icon_button
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

WEEK = 7
WEEKS = 6
CELL = 36
SATURDAY = 5
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


@dataclass(frozen=True)
class DayMark:
    """What a day shows under its number: a text, and a tone for the morning and the afternoon."""

    text: str = ""
    morning: Tone | None = None
    afternoon: Tone | None = None
    tooltip: str = ""


class MonthGrid(QWidget):
    """The days themselves.

    Signals:
        day_changed: the cursor went to a day (`date`).
        day_activated: Enter, Space or a click on a day (`date`).
        month_changed: another month is shown (its first day).
    """

    day_changed = Signal(object)
    day_activated = Signal(object)
    month_changed = Signal(object)

    def __init__(self, wording: Wording, day: date) -> None:
        """Show the month of `day`."""
        super().__init__()
        self._wording = wording
        self.day = day
        self.marks: Mapping[date, DayMark] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(tabular(self.font()))

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, showing its month."""
        changes_month = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        mark = self.marks.get(day, DayMark())
        spoken = f"{self._wording.date(day, weekday=True)} {mark.text} {mark.tooltip}"
        self.setAccessibleName(spoken.strip())
        self.day_changed.emit(day)
        if changes_month:
            self.month_changed.emit(day.replace(day=1))
        self.update()

    def first_shown(self) -> date:
        """Return the Monday in the upper left corner."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def day_at(self, place: QPointF) -> date | None:
        """Return the day under a point."""
        head = self._head()
        cell_width = self.width() / WEEK
        cell_height = (self.height() - head) / WEEKS
        across, down = int(place.x() // cell_width), int((place.y() - head) // cell_height)
        if place.y() < head or not (0 <= across < WEEK and 0 <= down < WEEKS):
            return None
        return self.first_shown() + timedelta(days=down * WEEK + across)

    def _head(self) -> float:
        return self.fontMetrics().height() + Space.S

    def _cell(self, at: int) -> QRectF:
        head = self._head()
        width, height = self.width() / WEEK, (self.height() - head) / WEEKS
        return QRectF((at % WEEK) * width, head + (at // WEEK) * height, width, height)

    def _paint_names(self, painter: QPainter) -> None:
        tokens = current_tokens()
        painter.setFont(scaled(self.font(), "caption"))
        painter.setPen(QColor(tokens.muted))
        monday = self.first_shown()
        for at in range(WEEK):
            name = self._wording.date(monday + timedelta(days=at), weekday=True).split()[0]
            place = QRectF(at * self.width() / WEEK, 0, self.width() / WEEK, self._head())
            short = name[:3] if self.width() / WEEK < 2 * CELL else name
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, short)

    def _paint_day(self, painter: QPainter, at: int) -> None:
        tokens = current_tokens()
        day = self.first_shown() + timedelta(days=at)
        cell = self._cell(at).adjusted(1.5, 1.5, -1.5, -1.5)
        mark = self.marks.get(day, DayMark())
        self._paint_halves(painter, cell, mark)
        if day == self.day:
            self._paint_cursor(painter, cell)
        is_other = day.month != self.day.month or day.weekday() >= SATURDAY
        painter.setFont(scaled(self.font(), "strong" if day == today() else "body"))
        painter.setPen(QColor(tokens.muted if is_other else tokens.text))
        if day == today():
            painter.setPen(QColor(tokens.accent))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        upper = cell.adjusted(0, 0, 0, -cell.height() / 2.4) if mark.text else cell
        painter.drawText(upper, flags, str(day.day))
        if mark.text:
            painter.setFont(scaled(self.font(), "caption"))
            lower = cell.adjusted(2, cell.height() / 2.2, -2, 0)
            shown = painter.fontMetrics().elidedText(
                mark.text, Qt.TextElideMode.ElideRight, round(lower.width())
            )
            painter.drawText(lower, flags, shown)

    def _paint_cursor(self, painter: QPainter, cell: QRectF) -> None:
        painter.setPen(QPen(QColor(current_tokens().accent), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, 6, 6)

    def _paint_halves(self, painter: QPainter, cell: QRectF, mark: DayMark) -> None:
        tokens = current_tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        half = cell.width() / 2
        if mark.morning is not None and mark.morning == mark.afternoon:
            painter.setBrush(QColor(tokens.soft(mark.morning)))
            painter.drawRoundedRect(cell, 6, 6)
            return
        for tone, left in ((mark.morning, cell.left()), (mark.afternoon, cell.left() + half)):
            if tone is not None:
                painter.setBrush(QColor(tokens.soft(tone)))
                painter.drawRoundedRect(QRectF(left, cell.top(), half, cell.height()), 6, 6)

    def _month_step(self, months: int) -> date:
        count = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(count, 12)
        return date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days, weeks and months; Enter takes the day."""
        key = event.key()
        if key in STEPS:
            self.go_to(self.day + timedelta(days=STEPS[Qt.Key(key)]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.go_to(self._month_step(1 if key == Qt.Key.Key_PageDown else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_activated.emit(self.day)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the day under the pointer."""
        day = self.day_at(event.position())
        if day is not None:
            self.go_to(day)
            self.day_activated.emit(day)

    @override
    def event(self, event: QEvent) -> bool:
        """Show what a mark means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self.day_at(QPointF(event.pos()))
            mark = self.marks.get(day, DayMark()) if day else DayMark()
            QToolTip.showText(event.globalPos(), mark.tooltip, self)
            return True
        return super().event(event)

    @override
    def sizeHint(self) -> QSize:
        """Ask for cells that a finger could hit."""
        return QSize(WEEK * CELL, round(WEEKS * CELL + self._head()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for cells that a pointer can hit."""
        return QSize(WEEK * CELL, round(WEEKS * (CELL - Space.S) + self._head()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        for at in range(WEEK * WEEKS):
            self._paint_day(painter, at)
        painter.end()


class MonthCalendar(QWidget):
    """A month with its name and the way to the next.

    Signals:
        day_changed: the cursor went to a day (`date`).
        day_activated: Enter, Space or a click on a day (`date`).
        month_changed: another month is shown (its first day).
    """

    day_changed = Signal(object)
    day_activated = Signal(object)
    month_changed = Signal(object)

    def __init__(self, wording: Wording, day: date, grid: MonthGrid | None = None) -> None:
        """Show the month of `day`, on a grid of its own where one is given."""
        super().__init__()
        self._wording = wording
        self.grid = grid or MonthGrid(wording, day)
        self.month_label = label("", "heading")
        layout = column(self, spacing=Space.S)
        head = row(spacing=Space.XS)
        head.addWidget(self.month_label, 1)
        for name, spoken, months in (
            ("chevron-left", self.tr("Previous month"), -1),
            ("chevron-right", self.tr("Next month"), 1),
        ):
            button = icon_button(name, spoken)
            button.clicked.connect(self._on_previous if months < 0 else self._on_next)
            head.addWidget(button)
        layout.addLayout(head)
        layout.addWidget(self.grid, 1)
        self.grid.day_changed.connect(self.day_changed)
        self.grid.day_activated.connect(self.day_activated)
        self.grid.month_changed.connect(self._on_month_changed)
        self._show_name(day)

    def set_marks(self, marks: Mapping[date, DayMark]) -> None:
        """Show these marks."""
        self.grid.marks = dict(marks)
        self.grid.update()

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        self.grid.go_to(day)

    def _show_name(self, day: date) -> None:
        name = self._wording.date(day.replace(day=2)).split("\u00a0", 1)[1]
        self.month_label.setText(name[:1].upper() + name[1:])

    def _on_month_changed(self, first: date) -> None:
        self._show_name(first)
        self.month_changed.emit(first)

    def _on_previous(self) -> None:
        self.grid.go_to(self.grid.day.replace(day=1) - timedelta(days=1))

    def _on_next(self) -> None:
        self.grid.go_to(self.grid.day.replace(day=28) + timedelta(days=4))


def today() -> date:
    """Return the day on the person's own clock."""
    return datetime.now().astimezone().date()
