"""Four seats side by side, and the one line that proves the jury is regular."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.seat_card import SeatCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from jurydesk.ui.widgets.seat_view import SeatView

SEAT_WIDTH = 176


class JuryStrip(QWidget):
    """The seats of one jury; on a narrow page they stand two by two. Left and Right go along.

    Signals:
        seat_opened: choose somebody for this seat (its key).
        seat_freed: nobody sits there any more (its key).
        person_dropped: the seat's key and the number of the person.
        pin_pressed: keep this person in this jury, or no longer.
        bar_pressed: keep this person out of the session, or no longer.
        forbid_pressed: forbid something about this person.
        cancelled: the seat's key and the person who cannot come.
    """

    seat_opened = Signal(str)
    seat_freed = Signal(str)
    person_dropped = Signal(str, int)
    pin_pressed = Signal(int)
    bar_pressed = Signal(int)
    forbid_pressed = Signal(int)
    cancelled = Signal(str, int)

    def __init__(self, seats: Sequence[SeatView], proof: str, *, is_regular: bool) -> None:
        """Show the seats and the proof, « 3 externes sur 4 · 3 voix · 2 F / 2 H … »."""
        super().__init__()
        layout = column(self, spacing=Space.S)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._per_line = 0
        self.cards = [SeatCard(seat) for seat in seats]
        for card in self.cards:
            card.opened.connect(self.seat_opened)
            card.freed.connect(self.seat_freed)
            card.dropped.connect(self.person_dropped)
            card.pin_pressed.connect(self.pin_pressed)
            card.bar_pressed.connect(self.bar_pressed)
            card.forbid_pressed.connect(self.forbid_pressed)
            card.cancelled.connect(partial(self._on_cancelled, card.seat.key))
        self._arrange(len(self.cards))
        layout.addLayout(self._grid)
        line = row(spacing=Space.S)
        name, tone = ("check-circle", "success") if is_regular else ("blocked", "danger")
        line.addWidget(IconLabel(name, "success" if tone == "success" else "danger"))
        self.proof_label = label(proof, tone="plain", wraps=True)
        line.addWidget(self.proof_label, 1)
        layout.addLayout(line)

    def _arrange(self, per_line: int) -> None:
        if per_line == self._per_line or not self.cards:
            return
        self._per_line = per_line
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // per_line, at % per_line)

    def _on_cancelled(self, seat: str, person: int) -> None:
        self.cancelled.emit(seat, person)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line or in two."""
        super().resizeEvent(event)
        whole = len(self.cards)
        self._arrange(whole if self.width() >= whole * SEAT_WIDTH else max(1, whole // 2))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along the seats."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        places = [at for at, card in enumerate(self.cards) if card.hasFocus()]
        if step and places and 0 <= places[0] + step < len(self.cards):
            self.cards[places[0] + step].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
