"""The Sessions page: from the list to the board of one session and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services import planning, releasing, sessions
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.pages.sessions.board_acts import BoardActs
from jurydesk.ui.pages.sessions.board_view import TELLING, TIMETABLE, WAITING, SessionBoardView
from jurydesk.ui.pages.sessions.board_ways import BoardWays
from jurydesk.ui.pages.sessions.columns import status_word
from jurydesk.ui.pages.sessions.creation import SessionCreation
from jurydesk.ui.pages.sessions.hearing_panel import HearingPanel
from jurydesk.ui.pages.sessions.list_view import SessionListView
from jurydesk.ui.pages.sessions.message_panel import MessagePanel
from jurydesk.ui.pages.sessions.moving import JuryMoving, SeatMoving
from jurydesk.ui.pages.sessions.outbox_acts import OutboxActs
from jurydesk.ui.pages.sessions.readings import judged_line
from jurydesk.ui.pages.sessions.reason_acts import ReasonActs
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.releasing import Telling
    from jurydesk.services.views import SessionBoard, SessionRow
    from jurydesk.ui.pages.page import PageContext

LIST, BOARD = range(2)


class SessionsPage(Page):
    """All sessions, and one of them on its board."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            Kind.SESSION,
            Kind.DELIBERATION,
            Kind.EXAMINER,
            Kind.TIE,
            Kind.CERTIFICATION,
            Kind.SUMMONS,
            Kind.OUTBOX_MESSAGE,
            Kind.LETTER_TEMPLATE,
        }
    )

    def __init__(self, context: PageContext) -> None:
        """Build list and board; the sessions come with `reload`."""
        super().__init__(context)
        self.board: SessionBoard | None = None
        self._wanted = ""
        self.header = PageHeader(self.tr("Sessions"))
        self.creation = SessionCreation(self, context, self.show_created)
        today = context.desk.clock.today()
        self.list_view = SessionListView(context.wording, today, self.creation.begin)
        offer_views(self.list_view.list, context)
        self.acts = BoardActs(self, context)
        self.board_view = SessionBoardView(context.wording, self.acts.proposing.propose)
        ways = BoardWays(self.acts.ask_reason, context.navigate, self.acts.summonses)
        self.board_view.set_ways(ways)
        self.reasons = ReasonActs(self, context, self.board_view.unplaced)
        self._jury_moving = JuryMoving(self.acts, context, self.board_view)
        self._seat_moving = SeatMoving(self.acts, context, self.board_view)
        self.panel = HearingPanel(context.wording, self.acts)
        self.message_panel = MessagePanel(context.wording)
        self.outbox = OutboxActs(self.acts, context, self.message_panel)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list_view)
        self._stack.addWidget(self.board_view)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._show_list_acts()

    @override
    def reload(self) -> None:
        """Read the list, and the session on the board if one is open."""
        self._read_list()
        code = self._wanted or (self.board.session.code if self.board else "")
        if code:
            self.open_session(code)

    @override
    def open_item(self, key: object) -> None:
        """Show the board of the session with that code or number."""
        if str(key).isdigit():
            job = partial(sessions.open_session, self.context.desk, session_id=int(str(key)))
            self.context.runner.submit(job, done=self.show_board)
        else:
            self._wanted, _, part = str(key).partition("#")
            if part:
                self.board_view.show_part(TELLING)
            self.open_session(self._wanted)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list, or on the part of the board in front."""
        if self.board is None:
            self.list_view.list.view.setFocus()
        else:
            self.board_view.take_focus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.show_list()
        self.list_view.list.focus_search()

    def open_session(self, code: str) -> None:
        """Read one session and show its board."""
        job = partial(sessions.open_session, self.context.desk, code=code)
        self.context.runner.submit(job, done=self.show_board, failed=self._on_gone)

    def show_created(self, session: Session) -> None:
        """Open a session just created."""
        self.refresh()
        self.open_session(session.code)

    def show_board(self, board: SessionBoard) -> None:
        """Show a board that was read or that an act brought back."""
        self._wanted = ""
        self.board = board
        self.board_view.show_board(board)
        self._stack.setCurrentIndex(BOARD)
        self.header.set_title(board.session.code)
        self.header.set_back(self.tr("All sessions"), self.show_list)
        days = ", ".join(map(self.context.wording.short_date, board.session.days))
        note = (status_word(board.session.status), days, *self._marks(board))
        self.header.set_note(" · ".join(note))
        self.header.set_subtitle(judged_line(board))
        self.acts.show_acts(board)
        self.acts.pins.look_for_contradiction(board)
        self._show_panel(self.board_view.timetable.canvas.current)
        self._share_room(self.board_view.part())
        if board.session.can_be_planned and board.session.unplaced:
            job = partial(planning.explain_unplaced, self.context.desk, code=board.session.code)
            told = partial(self._on_explained, board)
            self.context.runner.submit(job, done=told, receiver=self)
        job_telling = partial(releasing.read_telling, self.context.desk, code=board.session.code)
        self.context.runner.submit(
            job_telling, done=partial(self._on_telling, board), receiver=self
        )

    def show_proposal(self, board: SessionBoard) -> None:
        """Show what was proposed; who has no hour comes first when nobody has one."""
        self.show_board(board)
        self.board_view.show_part(TIMETABLE if board.session.hearings else WAITING)

    def show_list(self) -> None:
        """Go back to the list."""
        self.board = None
        self._read_list()
        self._stack.setCurrentIndex(LIST)
        self.header.set_title(self.tr("Sessions"))
        self.header.set_note("")
        self.header.set_subtitle("")
        self.header.set_back()
        self._show_list_acts()
        self.change_inspector(None)
        self.list_view.list.view.setFocus()

    def _read_list(self) -> None:
        job = partial(sessions.list_sessions, self.context.desk)
        self.context.runner.submit(job, done=self.list_view.show_rows, receiver=self)

    def _show_list_acts(self) -> None:
        new = Act(self.tr("New session"), self.creation.begin, "add", "Ctrl+N")
        self.header.set_acts(new)

    def _connect(self) -> None:
        self.list_view.opened.connect(self._on_opened)
        self.list_view.removal_requested.connect(self.acts.remove_sessions)
        view = self.board_view
        view.hearing_chosen.connect(self._show_panel)
        view.part_shown.connect(self._share_room)
        view.hearing_moved.connect(self.acts.move_hearing)
        view.timetable.activated.connect(self._on_hearing_activated)
        view.unplaced.placing_requested.connect(self.acts.pickers.choose_place)
        view.unplaced.withdrawal_requested.connect(self.acts.withdraw)
        juries = view.juries
        juries.seat_opened.connect(self.acts.stand_ins.choose)
        juries.seat_freed.connect(self.acts.free_seat)
        juries.person_dropped.connect(self._seat_moving.take)
        juries.president_chosen.connect(self.acts.set_president)
        juries.reason_requested.connect(self.acts.ask_reason)
        juries.removal_requested.connect(self.acts.remove_jury)
        self._connect_pins()

    def _connect_pins(self) -> None:
        view, pins, release = self.board_view, self.acts.pins, self.acts.release
        view.timetable.canvas.pin_pressed.connect(pins.toggle_hearing)
        view.juries.pin_requested.connect(pins.toggle_jury)
        view.juries.member_pin_requested.connect(pins.toggle_member)
        view.juries.bar_requested.connect(pins.toggle_barred)
        view.juries.cancelled.connect(self.acts.stand_ins.ask)
        view.juries.letting_go_requested.connect(pins.let_these_go)
        view.juries.forbid_requested.connect(self.acts.forbidding.about_examiner)
        self.acts.forbidding.follow(view.wishes)
        view.telling.serve(self.acts.summonses)
        view.telling.follow(self.outbox)
        view.telling.letter_requested.connect(release.write_to)
        view.telling.export_requested.connect(release.ask_where_to_export)

    def _show_panel(self, candidacy_id: int) -> None:
        if self.board is not None:
            self.panel.show_hearing(self.board, candidacy_id)

    def _share_room(self, part: int) -> None:
        """Beside the timetable stands the hearing in hand, beside summonses the message."""
        beside = {TIMETABLE: self.panel, TELLING: self.message_panel}
        panel = beside.get(part) if self.board is not None else None
        if panel is not self.inspector:
            self.change_inspector(panel)

    def _on_explained(
        self, board: SessionBoard, reasons: Mapping[int, tuple[Finding, ...]]
    ) -> None:
        if self.board is board:
            self.board_view.show_reasons(reasons)

    def _on_telling(self, board: SessionBoard, telling: Telling) -> None:
        if self.board is board:
            can_release = board.session.can_be_planned and bool(board.session.hearings)
            act = (self.acts.release.act_for(board),) if can_release else ()
            self.board_view.telling.show_telling(telling, act)
            self.outbox.look_at(self.board_view.telling.list.current_row())

    def _marks(self, board: SessionBoard) -> tuple[str, ...]:
        """Return what the note says of pins and of the released plan."""
        pins, release = board.session.pins, board.session.release
        marks = []
        if pins.any and board.session.can_be_planned:
            marks.append(self.tr("pins and bans: {count}").format(count=pins.count))
        if release is not None:
            day = self.context.wording.short_date(release.at.date())
            marks.append(self.tr("released on {day}").format(day=day))
        return tuple(marks)

    def _on_opened(self, one: SessionRow) -> None:
        self.open_session(one.session.code)

    def _on_hearing_activated(self, candidacy_id: int) -> None:
        self._show_panel(candidacy_id)
        self.inspector_shown.emit()

    def _on_gone(self, _error: Exception) -> None:
        self.show_list()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back to the list with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.board is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)
