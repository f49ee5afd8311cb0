"""One of the seats of a jury, and what keys and mouse do with whoever sits there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from jurydesk.ui.widgets.acts import Act, fill_menu
from jurydesk.ui.widgets.person_drag import PERSON_MIME, drag_person, dragged_person
from jurydesk.ui.widgets.seat_face import SeatFace

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
    )

    from jurydesk.ui.widgets.seat_view import SeatView

DRAG_DISTANCE = 8
OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class SeatCard(SeatFace):
    """One seat. Enter opens the people who may take it, Delete frees it; a person can be dropped.

    P keeps the person there when juries are proposed again; X keeps the person out of them,
    Shift+X out of a half-day, away from somebody; D says that the person cannot come; M takes the
    person to another seat: then Enter lays them down here, Escape leaves them where they were.

    Signals:
        opened: choose somebody for this seat (its key).
        freed: nobody sits here any more (its key).
        dropped: the seat's key and the number of the person dropped on it.
        pin_pressed: keep this person (by number) in this jury, or no longer.
        bar_pressed: do not seat this person in this session again, or admit them.
        forbid_pressed: choose what else to forbid about this person.
        cancelled: this person cannot come.
        lifted: this person is taken, to be laid down elsewhere.
        looked_at: whoever moves is over this seat (its key).
        chosen: whoever moves is laid down here (its key).
        given_up: whoever moves stays where they were.
    """

    opened = Signal(str)
    freed = Signal(str)
    dropped = Signal(str, int)
    pin_pressed = Signal(int)
    bar_pressed = Signal(int)
    forbid_pressed = Signal(int)
    cancelled = Signal(int)
    lifted = Signal(int)
    looked_at = Signal(str)
    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, seat: SeatView) -> None:
        """Show the seat."""
        super().__init__(seat)
        self._pressed_at: tuple[int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a seat do; while somebody moves, take them or let them be."""
        press = self._press_on_target if self.lit is not None else self._press_on_seat
        if not press(event):
            super().keyPressEvent(event)

    def _press_on_target(self, event: QKeyEvent) -> bool:
        if event.key() in OPENING:
            self.chosen.emit(self.seat.key)
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_M}:
            self.given_up.emit()
        else:
            return False
        return True

    def _press_on_seat(self, event: QKeyEvent) -> bool:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        of_person: dict[int, SignalInstance] = {
            Qt.Key.Key_P: self.pin_pressed,
            Qt.Key.Key_X: self.forbid_pressed if is_shifted else self.bar_pressed,
            Qt.Key.Key_D: self.cancelled,
            Qt.Key.Key_M: self.lifted,
        }
        if event.key() in OPENING:
            self.opened.emit(self.seat.key)
        elif event.key() == Qt.Key.Key_Delete and self.seat.person:
            self.freed.emit(self.seat.key)
        elif event.key() in of_person and self.seat.person:
            of_person[event.key()].emit(self.seat.person)
        else:
            return False
        return True

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say how this seat stands for whoever moves."""
        super().focusInEvent(event)
        if self.lit is not None:
            self.looked_at.emit(self.seat.key)

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
            self.lifted.emit(self.seat.person)
            drag_person(self, self.seat.person)
            self.given_up.emit()

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
        move = self.tr("Move to another seat")
        bar = self.tr("Admit again") if seat.is_barred else self.tr("Do not seat again")
        return (
            choose,
            Act(pin, partial(self.pin_pressed.emit, seat.person), "pin", "P"),
            Act(bar, partial(self.bar_pressed.emit, seat.person), "block", "X"),
            Act(move, partial(self.lifted.emit, seat.person), "exchange", "M"),
            Act(forbid, partial(self.forbid_pressed.emit, seat.person), "blocked", "Shift+X"),
            Act(self.tr("Cannot come…"), partial(self.cancelled.emit, seat.person), "mute", "D"),
            Act(self.tr("Free the seat"), partial(self.freed.emit, seat.key), "close", "Del"),
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up under a person."""
        if not event.mimeData().hasFormat(PERSON_MIME):
            return
        self.looked_at.emit(self.seat.key)
        if self.lit is None or self.lit.light != "refused":
            self.light_up(is_lit=True)
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark."""
        self.light_up(is_lit=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take the person."""
        self.light_up(is_lit=False)
        person = dragged_person(event.mimeData())
        event.acceptProposedAction()
        self.dropped.emit(self.seat.key, person)
