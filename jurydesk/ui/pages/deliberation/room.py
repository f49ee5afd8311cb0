"""The room: order of the day at the left, one candidate in the middle, the members at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.services.deliberating import decision_of
from jurydesk.ui.pages.deliberation.hearing_form import HearingForm
from jurydesk.ui.pages.deliberation.hearing_view import view_of
from jurydesk.ui.pages.deliberation.key_line import KeyLine
from jurydesk.ui.pages.deliberation.order_side import OrderSide
from jurydesk.ui.pages.deliberation.order_strip import OrderStrip
from jurydesk.ui.pages.deliberation.readings import (
    Turn,
    count_of,
    members_of,
    place_of,
    record_of,
    turns,
    voters_of,
)
from jurydesk.ui.pages.deliberation.room_side import RoomSide
from jurydesk.ui.pages.deliberation.settling import what_stands
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.ports import Clock
    from jurydesk.ui.pages.deliberation.member_view import Presence
    from jurydesk.ui.widgets.acts import Act
    from jurydesk.wording import Wording

WIDTH_FOR_ALL = 1000


class DeliberationRoom(QWidget):
    """Everything of one deliberation but the acts on the whole of it.

    Signals:
        record_edited: the record of the candidate in view is different (`HearingRecord`).
        record_shown: the record of another candidate came into view (`HearingRecord`).
        presence_edited: the number of the jury, and who is there or no longer (`Presence`s).
        candidate_changed: another candidate is in view.
    """

    record_edited = Signal(object)
    record_shown = Signal(object)
    presence_edited = Signal(int, object)
    candidate_changed = Signal(int)

    def __init__(self, wording: Wording, clock: Clock) -> None:
        """Start without a deliberation; the clock says who is in the room now."""
        super().__init__()
        self._wording = wording
        self._clock = clock
        self._board: DeliberationBoard | None = None
        self._turns: tuple[Turn, ...] = ()
        self._is_on_wall = False
        self._zoom = 1.0
        self.shows_names = False
        self.act_for: Callable[[Finding], Act | None] | None = None
        self._order_side = OrderSide()
        self.order = self._order_side.list
        self.strip = OrderStrip()
        self.form = HearingForm(wording)
        self.side = RoomSide()
        self.members = self.side.members
        self.findings = self.side.findings
        self.keys = KeyLine()
        self._build()
        self.order.currentRowChanged.connect(self._on_turn_chosen)
        self.form.edited.connect(self._on_edited)
        self.members.recusals_changed.connect(self._on_edited)
        self.members.presence_changed.connect(self._on_presence_changed)

    def show_board(self, board: DeliberationBoard, *, whole_again: bool) -> None:
        """Show a board; the form is only built anew when its contents may differ from it."""
        kept = self.candidate()
        self._board = board
        self._show_order(kept)
        if whole_again or self.candidate() != kept:
            self._show_candidate()
        else:
            self._show_members(for_another=False)
            self._show_state()

    def candidate(self) -> int:
        """Return the candidacy in view; 0 when there is none."""
        at = self.order.currentRow()
        return self._turns[at].candidacy_id if 0 <= at < len(self._turns) else 0

    def code(self) -> str:
        """Return the code of the session in the room."""
        return self._board.board.session.code if self._board else ""

    def take_board(self, board: DeliberationBoard) -> None:
        """Take a board that says what is on screen already."""
        self._board = board

    def jury(self) -> int:
        """Return the number of the jury of the candidate in view; 0 when there is none."""
        if self._board is None or not self.candidate():
            return 0
        return place_of(self._board, self.candidate())[1].number

    def go_to(self, candidacy_id: int) -> None:
        """Bring a candidate into view."""
        for at, turn in enumerate(self._turns):
            if turn.candidacy_id == candidacy_id:
                self.order.setCurrentRow(at)

    def step(self, by: int) -> None:
        """Go to the next candidate, or back."""
        self.form.flush()
        at = min(max(self.order.currentRow() + by, 0), len(self._turns) - 1)
        self.order.setCurrentRow(at)

    def go_to_next_open(self) -> None:
        """Go to the next candidate who has no decision yet."""
        self.form.flush()
        here = self.order.currentRow()
        count = len(self._turns)
        for at in (*range(here + 1, count), *range(here)):
            if not self._turns[at].is_done:
                self.order.setCurrentRow(at)
                return

    def record(self) -> HearingRecord:
        """Return the record of the candidate in view as it stands on screen."""
        return self.form.record(self.members.recusals())

    def show_record(self, record: HearingRecord) -> None:
        """Show what was typed, stored or not, in the place of what the board holds."""
        board, key = self._board, record.candidacy_id
        if board is not None and key == self.candidate():
            self.form.show_hearing(view_of(board, record, self._wording))

    def set_on_wall(self, *, is_on_wall: bool) -> None:
        """Leave only what a jury may see, or show everything again."""
        self._is_on_wall = is_on_wall
        self._order_side.setVisible(not is_on_wall)
        self.strip.setVisible(is_on_wall)
        self.form.set_terse(is_terse=is_on_wall)
        self.side.set_terse(is_terse=is_on_wall)
        self.show_strip()

    def zoom_to(self, zoom: float) -> None:
        """Share the room out for letters so much larger than elsewhere."""
        self._zoom = zoom
        self._share_room()

    def show_strip(self) -> None:
        """Show the order of the day as it stands; names of others only where they are wanted."""
        if self._is_on_wall and self._turns:
            at = max(self.order.currentRow(), 0)
            self.strip.show_turns(self._turns, at, with_names=self.shows_names)

    def _build(self) -> None:
        outer = column(self, spacing=0, margins=(Space.XL, 0, Space.L, Space.S))
        self.strip.setContentsMargins(0, Space.M, 0, Space.M)
        outer.addWidget(self.strip)
        parts = row(spacing=Space.S)
        parts.addWidget(self._order_side)
        parts.addWidget(self.form, 1)
        parts.addWidget(self.side)
        outer.addLayout(parts, 1)
        outer.addWidget(self.keys)
        self.strip.hide()

    def _show_order(self, kept: int) -> None:
        if self._board is None:
            return
        self._turns = turns(self._board, self._wording)
        self._order_side.show_turns(self._turns, kept)
        self.show_strip()

    def _show_candidate(self) -> None:
        board, key = self._board, self.candidate()
        if board is None or not key:
            return
        self._show_members(for_another=True)
        record = record_of(board, key)
        self.form.show_hearing(view_of(board, record, self._wording))
        self.record_shown.emit(record)
        self._show_state()
        self.show_strip()

    def _show_members(self, *, for_another: bool) -> None:
        board, key = self._board, self.candidate()
        if board is None or not key:
            return
        members = members_of(board, key, self._wording)
        locked = board.deliberation.is_closed
        self.members.show_members(members, is_locked=locked, for_another=for_another)

    def _show_state(self) -> None:
        board, key = self._board, self.candidate()
        if board is None or not key:
            return
        record = record_of(board, key)
        unnoted = self.tr("Note who is there (Alt+T: all).")
        now = self._clock.now()
        count = count_of(board, key, self._wording, now=now, unnoted=unnoted)
        act = self.act_for(count.finding) if self.act_for and count.finding else None
        self.members.count.show_count(count, None if board.deliberation.is_closed else act)
        self.form.vote.show_voters(voters_of(board, key))
        self.form.show_decision(record.decision or decision_of(board, record))
        found = () if board.deliberation.is_closed else what_stands(board, record, now)
        self.side.show_findings(found, self._wording, self.act_for)

    def _on_turn_chosen(self, at: int) -> None:
        if 0 <= at < len(self._turns):
            self.form.flush()
            self._show_candidate()
            self.candidate_changed.emit(self._turns[at].candidacy_id)

    def _on_edited(self, _nothing: object = None) -> None:
        record = self.record()
        if record.candidacy_id:
            self.record_edited.emit(record)

    def _on_presence_changed(self, presences: tuple[Presence, ...]) -> None:
        if self.jury():
            self.presence_edited.emit(self.jury(), presences)

    def _share_room(self) -> None:
        is_wide = self.width() >= WIDTH_FOR_ALL
        self._order_side.share_room(is_wide=is_wide)
        self.side.share_room(is_wide=is_wide, zoom=self._zoom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the candidate enough room on a small or much enlarged window."""
        super().resizeEvent(event)
        self._share_room()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is still being typed when another page is shown."""
        super().hideEvent(event)
        self.form.flush()
