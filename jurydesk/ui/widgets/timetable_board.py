"""The timetable board: days and rooms on top, hours at the left, hearings of true length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space, scaled
from jurydesk.ui.theme.tokens import current_tokens
from jurydesk.ui.widgets.jury_carrier import JuryCarrier
from jurydesk.ui.widgets.labels import IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.move_targets import LOOKS, Lit, announce
from jurydesk.ui.widgets.timetable_canvas import TimetableCanvas

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent

    from jurydesk.ui.widgets.timetable_geometry import Block, Lane, Place


class BoardHeader(QWidget):
    """The names of days and rooms, kept in view while the hours scroll."""

    def __init__(self, canvas: TimetableCanvas) -> None:
        """Follow the canvas."""
        super().__init__()
        self._canvas = canvas
        self._offset = 0
        canvas.resized.connect(self.update)

    def scroll_to(self, offset: int) -> None:
        """Move along with the canvas."""
        self._offset = offset
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(200, 2 * self.fontMetrics().height() + Space.M)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for two lines."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name of the day over each room."""
        painter = QPainter(self)
        tokens, geometry = current_tokens(), self._canvas.geometry_now()
        strong, caption = scaled(self.font(), "strong"), scaled(self.font(), "caption")
        line = self.fontMetrics().height()
        previous = ""
        for lane in geometry.lanes:
            left = geometry.left(lane.key) - self._offset
            room = QRectF(left + Space.S, Space.XS, geometry.lane_width - Space.S, line)
            painter.setPen(QColor(tokens.text))
            painter.setFont(strong)
            if lane.day != previous:
                painter.drawText(room, Qt.AlignmentFlag.AlignLeft, lane.day)
            previous = lane.day
            painter.setPen(QColor(tokens.muted))
            painter.setFont(caption)
            text = f"{lane.room} · {lane.note}" if lane.note else lane.room
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, round(room.width())
            )
            painter.drawText(room.translated(0, line), Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QPen(QColor(tokens.control_line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class TimetableBoard(QFrame):
    """Header, canvas and the line that says why a place is refused.

    Signals:
        current_changed: the chosen hearing's key, or -1.
        activated: Enter or a double click on a hearing.
        hearing_moved: a hearing's key and the `Place` where it was laid down.
    """

    current_changed = Signal(int)
    activated = Signal(int)
    hearing_moved = Signal(int, object)

    def __init__(self) -> None:
        """Start empty; `show_board` fills it and `set_legality` says what may stand where."""
        super().__init__()
        self.setProperty("card", "true")
        self.canvas = TimetableCanvas()
        self.carrier = JuryCarrier(self.canvas)
        self._help = ""
        self._header = BoardHeader(self.canvas)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.canvas)
        layout = column(self, spacing=0, margins=(1, 1, 1, 1))
        layout.addWidget(self._header)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._build_line())
        self._scroll.horizontalScrollBar().valueChanged.connect(self._header.scroll_to)
        self.canvas.current_changed.connect(self.current_changed)
        self.canvas.activated.connect(self.activated)
        self.canvas.moved.connect(self.hearing_moved)
        self.canvas.refused.connect(self._on_refused)
        self.canvas.cautioned.connect(self._on_cautioned)
        self.carrier.told.connect(self._on_told)

    def show_board(self, lanes: Sequence[Lane], blocks: Sequence[Block], *, step: int = 15) -> None:
        """Show these lanes and hearings; places lie `step` minutes apart."""
        self.canvas.step = step
        self.canvas.show_board(lanes, blocks)
        self._header.update()

    def set_legality(
        self,
        legality: Callable[[Block, Place], str],
        caution: Callable[[Block, Place], str] | None = None,
    ) -> None:
        """Ask this why a hearing may not stand at a place; an empty answer means it may."""
        self.canvas.set_legality(legality, caution)

    def set_help(self, text: str) -> None:
        """Say these words beneath; empty: how hearings are moved."""
        self._help = text
        self._on_refused("")

    def _build_line(self) -> QWidget:
        line = QWidget()
        layout = row(line, spacing=Space.S, margins=(Space.M, Space.XS, Space.M, Space.XS))
        self._line_icon = IconLabel("keyboard", "muted")
        self.line_label = label("", "caption", tone="muted", wraps=True)
        layout.addWidget(self._line_icon)
        layout.addWidget(self.line_label, 1)
        self._on_refused("")
        return line

    def _on_refused(self, why_not: str) -> None:
        moving = self.tr(
            "Space picks up a hearing, M its whole jury; arrows move it, Enter lays it down. By"
            " mouse: drag the hearing, or the ground beside it for the jury."
        )
        self.line_label.setText(why_not or self._help or moving)
        self._line_icon.show_icon(*(("blocked", "danger") if why_not else ("keyboard", "muted")))
        set_tone(self.line_label, "danger" if why_not else "muted")
        announce(self, why_not)

    def _on_cautioned(self, text: str) -> None:
        self._on_told(Lit("warned", text))
        announce(self, text)

    def _on_told(self, lit: Lit | None) -> None:
        """Say how the place under a jury stands that moves."""
        if lit is None:
            self._on_refused("")
            return
        name, tone = LOOKS[lit.light]
        self.line_label.setText(lit.text)
        self._line_icon.show_icon(name, tone)
        set_tone(self.line_label, tone)
