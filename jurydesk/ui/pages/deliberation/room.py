"""The room: order of the day at the left, one candidate in the middle, the members at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QScrollArea, QWidget
from typing_extensions import override

from jurydesk.finding_text import term
from jurydesk.services.deliberating import check_hearing_record, decision_of
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry, TwoLineDelegate, entry_item
from jurydesk.ui.pages.deliberation.hearing_form import HearingForm, HearingView
from jurydesk.ui.pages.deliberation.members import MembersPanel
from jurydesk.ui.pages.deliberation.readings import (
    Turn,
    blocks_of,
    count_of,
    members_of,
    place_of,
    record_of,
    turns,
)
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.findings_list import FindingsList
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.members import Presence
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

ORDER_WIDTH, ORDER_NARROW = 232, 156
MEMBERS_WIDTH, MEMBERS_NARROW = 316, 252
WIDTH_FOR_ALL = 1000


class DeliberationRoom(QWidget):
    """Everything of one deliberation but the acts on the whole of it.

    Signals:
        record_edited: the record of the candidate in view is different (`HearingRecord`).
        presence_edited: the number of the jury, and who is there or no longer (`Presence`s).
        candidate_changed: another candidate is in view.
    """

    record_edited = Signal(object)
    presence_edited = Signal(int, object)
    candidate_changed = Signal(int)

    def __init__(self, wording: Wording) -> None:
        """Start without a deliberation."""
        super().__init__()
        self._wording = wording
        self._board: DeliberationBoard | None = None
        self._turns: tuple[Turn, ...] = ()
        self.order = QListWidget()
        self.form = HearingForm(wording)
        self.members = MembersPanel()
        self.findings = FindingsList()
        layout = row(self, spacing=Space.S, margins=(Space.XL, 0, Space.L, Space.L))
        layout.addWidget(self._build_order())
        layout.addWidget(self.form, 1)
        layout.addWidget(self._build_side())
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
            self._show_state()

    def candidate(self) -> int:
        """Return the candidacy in view; 0 when there is none."""
        at = self.order.currentRow()
        return self._turns[at].candidacy_id if 0 <= at < len(self._turns) else 0

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

    def _build_order(self) -> QWidget:
        self._order_side = QWidget()
        layout = column(self._order_side, spacing=Space.S)
        layout.addWidget(label(self.tr("Order of the day"), "strong"))
        self.order.setAccessibleName(self.tr("Order of the day"))
        self.order.setProperty("card", "true")
        self.order.setItemDelegate(TwoLineDelegate(self.order))
        self.order.setUniformItemSizes(True)
        self.order.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self.order, 1)
        self._keys_label = label(self._keys(), "caption", tone="muted", wraps=True)
        layout.addWidget(self._keys_label)
        return self._order_side

    def _keys(self) -> str:
        """Name the keys of the room; inside a text they need Alt."""
        return "\n".join(
            (
                self.tr("P present, B absent"),
                self.tr("1 … 9 block, A acquired, R refused"),
                self.tr("Page Up, Page Down: candidate"),
                self.tr("Ctrl+Enter: next without a result"),
                self.tr("In a text, with Alt"),
            )
        )

    def _build_side(self) -> QWidget:
        self._members_side = side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        layout = column(content, spacing=Space.M, margins=(0, 0, Space.S, 0))
        layout.addWidget(self.members)
        layout.addWidget(label(self.tr("What is still to settle"), "strong"))
        layout.addWidget(self.findings)
        layout.addStretch(1)
        side.setWidget(content)
        return side

    def _show_order(self, kept: int) -> None:
        if self._board is None:
            return
        self._turns = turns(self._board, self._wording)
        self.order.blockSignals(True)
        self.order.clear()
        for turn in self._turns:
            self.order.addItem(entry_item(Entry(turn.name, turn.detail, *_look(turn))))
        places = [at for at, turn in enumerate(self._turns) if turn.candidacy_id == kept]
        self.order.setCurrentRow(places[0] if places else 0)
        self.order.blockSignals(False)

    def _show_candidate(self) -> None:
        board, key = self._board, self.candidate()
        if board is None or not key:
            return
        is_locked = board.deliberation.is_closed
        self.members.show_members(members_of(board, key, self._wording), is_locked=is_locked)
        self.form.show_hearing(self._view(board, key))
        self._show_state()

    def _view(self, board: DeliberationBoard, key: int) -> HearingView:
        hearing, jury = place_of(board, key)
        row_ = board.board.candidacy(key)
        name = row_.candidate.full_name if row_ else str(key)
        route = term("route", row_.candidacy.route, self._wording) if row_ else ""
        whole = row_ is None or row_.candidacy.whole
        scope = self.tr("whole certification") if whole else self.tr("blocks")
        when = self._wording.time(hearing.start.time())
        sheet = board.board.sheet(jury.certification)
        several = board.board.session.has_several
        judged = f"{sheet.code} {sheet.title}" if several else sheet.title
        detail = " · ".join((when, jury.room, route, scope, judged))
        blocks = blocks_of(board, key, self.tr("The certification as a whole"))
        return HearingView(
            record_of(board, key), name, detail, blocks, board.deliberation.is_closed
        )

    def _show_state(self) -> None:
        board, key = self._board, self.candidate()
        if board is None or not key:
            return
        record = record_of(board, key)
        self.members.show_count(*count_of(board, key))
        self.form.show_decision(record.decision or decision_of(board, record))
        found = () if board.deliberation.is_closed else check_hearing_record(board, record)
        nothing = self.tr("Nothing: this candidate is settled.")
        self.findings.set_nothing(nothing)
        self.findings.set_lines(finding_lines(found, self._wording))

    def _on_turn_chosen(self, at: int) -> None:
        if 0 <= at < len(self._turns):
            self.form.flush()
            self._show_candidate()
            self.candidate_changed.emit(self._turns[at].candidacy_id)

    def _on_edited(self, _nothing: object = None) -> None:
        record = self.record()
        if record.candidacy_id:
            self.record_edited.emit(record)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the candidate enough room on a small or much enlarged window."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDTH_FOR_ALL
        self._order_side.setFixedWidth(ORDER_WIDTH if is_wide else ORDER_NARROW)
        self._members_side.setFixedWidth(MEMBERS_WIDTH if is_wide else MEMBERS_NARROW)
        self._keys_label.setVisible(is_wide)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is still being typed when another page is shown."""
        super().hideEvent(event)
        self.form.flush()

    def _on_presence_changed(self, presences: tuple[Presence, ...]) -> None:
        if self._board is not None and self.candidate():
            _, jury = place_of(self._board, self.candidate())
            self.presence_edited.emit(jury.number, presences)


def _look(turn: Turn) -> tuple[str, Tone]:
    if turn.is_done:
        return "check-circle", "success"
    return ("half", "accent") if turn.state else ("circle", "muted")
