"""One of the four seats of a jury: who sits there, in what quality, and whether they vote."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu
from typing_extensions import override

from jurydesk.ui.theme.scale import ICON_SMALL, Space
from jurydesk.ui.widgets.acts import Act, fill_menu
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.labels import ElidedLabel, IconLabel, label, set_tone
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.person_drag import PERSON_MIME, drag_person, dragged_person

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
    )

    from jurydesk.ui.theme.tokens import Tone

SeatState = Literal["empty", "proposed", "summoned", "accepted", "declined"]
_LOOKS: dict[SeatState, tuple[str, Tone]] = {
    "empty": ("circle", "muted"),
    "proposed": ("half", "accent"),
    "summoned": ("mail", "accent"),
    "accepted": ("check-circle", "success"),
    "declined": ("blocked", "danger"),
}
DRAG_DISTANCE = 8


@dataclass(frozen=True)
class SeatView:
    """What a seat card shows; every text is ready to read."""

    key: str
    kind: str
    name: str = ""
    detail: str = ""
    person: int = 0
    state: SeatState = "empty"
    is_external: bool = False
    deliberates: bool = True
    is_president: bool = False
    sex: str = ""
    facts: tuple[str, ...] = ()
    problem: str = ""
    is_pinned: bool = False
    is_barred: bool = False


class SeatCard(QFrame):
    """One seat. Enter opens the people who may take it, Delete frees it; a person can be dropped.

    P keeps the person there when juries are proposed again; X keeps the person out of them,
    Shift+X out of a half-day, away from somebody; D says that the person cannot come.

    Signals:
        opened: choose somebody for this seat (its key).
        freed: nobody sits here any more (its key).
        dropped: the seat's key and the number of the person dropped on it.
        pin_pressed: keep this person (by number) in this jury, or no longer.
        bar_pressed: do not seat this person in this session again, or admit them.
        forbid_pressed: choose what else to forbid about this person.
        cancelled: this person cannot come.
    """

    opened = Signal(str)
    freed = Signal(str)
    dropped = Signal(str, int)
    pin_pressed = Signal(int)
    bar_pressed = Signal(int)
    forbid_pressed = Signal(int)
    cancelled = Signal(int)

    def __init__(self, seat: SeatView) -> None:
        """Show the seat."""
        super().__init__()
        self.seat = seat
        self._pressed_at: tuple[int, int] | None = None
        self.setProperty("seat", "problem" if seat.problem else seat.state)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setToolTip(seat.problem)
        self.setAccessibleName(self._spoken())
        layout = column(self, spacing=Space.XS, margins=(Space.M, Space.S, Space.M, Space.S + 2))
        layout.addLayout(self._build_head())
        layout.addWidget(
            ElidedLabel(seat.name or self.tr("Free seat"), "strong", self._name_tone())
        )
        layout.addWidget(ElidedLabel(seat.detail or self._hint(), "caption", "muted"))
        layout.addWidget(self._build_chips())
        for fact in seat.facts:
            layout.addWidget(ElidedLabel(fact, "caption", "muted"))

    def _name_tone(self) -> Tone:
        return "plain" if self.seat.name else "muted"

    def _hint(self) -> str:
        return "" if self.seat.name else self.tr("Enter: see who may sit here")

    def _build_head(self) -> QHBoxLayout:
        head = row(spacing=Space.XS + 2)
        name, tone = _LOOKS[self.seat.state]
        if self.seat.problem:
            name, tone = "blocked", "danger"
        head.addWidget(IconLabel(name, tone, ICON_SMALL, self._state_word()))
        head.addWidget(ElidedLabel(self.seat.kind, "caption", "muted"), 1)
        if self.seat.is_president:
            head.addWidget(IconLabel("star", "accent", ICON_SMALL, self.tr("President")))
        if self.seat.is_pinned:
            head.addWidget(IconLabel("pin", "accent", ICON_SMALL, self.tr("Pinned")))
        if self.seat.sex:
            head.addWidget(label(self.seat.sex, "caption", tone="muted"))
        return head

    def _build_chips(self) -> FlowRow:
        chips = [
            Chip(self.tr("Votes"), "accent", "vote")
            if self.seat.deliberates
            else Chip(self.tr("Present, no vote"), "plain", "mute")
        ]
        if self.seat.is_external:
            chips.append(Chip(self.tr("External"), "plain", "external"))
        if self.seat.is_barred:
            chips.append(Chip(self.tr("Barred"), "warning", "block"))
        flow = FlowRow(Space.XS)
        flow.set_widgets(chips)
        return flow

    def _state_word(self) -> str:
        words: dict[SeatState, str] = {
            "empty": self.tr("Free"),
            "proposed": self.tr("Proposed"),
            "summoned": self.tr("Summoned"),
            "accepted": self.tr("Accepted"),
            "declined": self.tr("Declined"),
        }
        return words[self.seat.state]

    def _spoken(self) -> str:
        parts = (self.seat.kind, self.seat.name, self._state_word(), self.seat.problem)
        return ", ".join(part for part in parts if part)

    def _light(self, *, is_lit: bool) -> None:
        shown = "problem" if self.seat.problem else self.seat.state
        set_tone(self, "target" if is_lit else shown, "seat")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter or Space, free on Delete, pin on P, bar on X."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self.seat.key)
        elif event.key() == Qt.Key.Key_Delete and self.seat.person:
            self.freed.emit(self.seat.key)
        elif event.key() == Qt.Key.Key_P and self.seat.person:
            self.pin_pressed.emit(self.seat.person)
        elif event.key() == Qt.Key.Key_X and self.seat.person:
            is_shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.forbid_pressed if is_shifted else self.bar_pressed).emit(self.seat.person)
        elif event.key() == Qt.Key.Key_D and self.seat.person:
            self.cancelled.emit(self.seat.person)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        place = event.position().toPoint()
        self._pressed_at = (place.x(), place.y())
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the person to another seat."""
        if self._pressed_at is None or not self.seat.person:
            return
        place = event.position().toPoint()
        moved = abs(place.x() - self._pressed_at[0]) + abs(place.y() - self._pressed_at[1])
        if moved >= DRAG_DISTANCE:
            self._pressed_at = None
            drag_person(self, self.seat.person)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open on a double click."""
        self.opened.emit(self.seat.key)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to the mouse what the keys do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.acts())
        menu.popup(event.globalPos())

    def acts(self) -> tuple[Act, ...]:
        """Return what can be done with this seat."""
        seat = self.seat
        choose = Act(self.tr("Choose somebody…"), partial(self.opened.emit, seat.key), "people")
        if not seat.person:
            return (choose,)
        pin = self.tr("Let go") if seat.is_pinned else self.tr("Keep in this jury")
        forbid = self.tr("Forbid…")
        bar = self.tr("Admit again") if seat.is_barred else self.tr("Do not seat again")
        return (
            choose,
            Act(pin, partial(self.pin_pressed.emit, seat.person), "pin", "P"),
            Act(bar, partial(self.bar_pressed.emit, seat.person), "block", "X"),
            Act(forbid, partial(self.forbid_pressed.emit, seat.person), "blocked", "Shift+X"),
            Act(self.tr("Cannot come…"), partial(self.cancelled.emit, seat.person), "mute", "D"),
            Act(self.tr("Free the seat"), partial(self.freed.emit, seat.key), "close", "Del"),
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up under a person."""
        if event.mimeData().hasFormat(PERSON_MIME):
            self._light(is_lit=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark."""
        self._light(is_lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take the person."""
        self._light(is_lit=False)
        person = dragged_person(event.mimeData())
        event.acceptProposedAction()
        self.dropped.emit(self.seat.key, person)
