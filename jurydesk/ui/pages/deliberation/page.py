"""The Deliberation page: choose a session of the day, record what the jury decides, close it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.findings import blocking
from jurydesk.services import deliberating, sessions
from jurydesk.ui.pages.deliberation.closing import Closing
from jurydesk.ui.pages.deliberation.refused import RefusedSaves
from jurydesk.ui.pages.deliberation.room import DeliberationRoom
from jurydesk.ui.pages.deliberation.room_acts import RoomActs
from jurydesk.ui.pages.deliberation.room_keys import add_room_keys
from jurydesk.ui.pages.deliberation.saving import RecordSaver, with_record
from jurydesk.ui.pages.deliberation.settling import act_settling
from jurydesk.ui.pages.deliberation.wall import Wall
from jurydesk.ui.pages.page import Page
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.page import PageContext


class DeliberationPage(Page):
    """Records the day of a session, candidate by candidate."""

    concerns: ClassVar[frozenset[str]] = frozenset({Kind.SESSION, Kind.DELIBERATION, Kind.SETTING})

    def __init__(self, context: PageContext) -> None:
        """Build the page; the sessions come with `reload`."""
        super().__init__(context)
        self.header = PageHeader(self.tr("Deliberation"))
        self.session_box = ChoiceBox()
        self.session_box.setAccessibleName(self.tr("Session"))
        clock = context.desk.clock
        self.room = DeliberationRoom(context.wording, clock)
        self.acts = RoomActs(context, self.room, self)
        self.room.act_for = partial(act_settling, self.acts)
        self.saver = RecordSaver(context, self)
        self.refused = RefusedSaves(context, self.room, self.saver)
        self.closing = Closing(context, self.room)
        self.wall = Wall(self.room)
        self.board: DeliberationBoard | None = None
        self._wanted = ""
        self._state: bool | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_room())
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self._connect()
        add_room_keys(self.room, self.acts, clock.now)

    @override
    def reload(self) -> None:
        """Read the sessions that can be deliberated on, then the one in view."""
        self.room.form.flush()
        job = partial(sessions.list_sessions, self.context.desk)
        self.context.runner.submit(job, done=self._show_sessions)

    @override
    def open_item(self, key: object) -> None:
        """Show the deliberation of the session with that code."""
        self._wanted = str(key)
        self.refresh()

    def session_code(self) -> str:
        """Return the session in view."""
        value = self.session_box.value()
        return str(value) if value else ""

    def close_deliberation(self) -> None:
        """Show the checklist, and close from there when nothing stands in the way."""
        self.room.form.flush()
        # What is still being saved is on the checklist too
        self.context.runner.submit(self._read, done=self._ask_closing)

    def _read(self) -> DeliberationBoard:
        return deliberating.open_deliberation(self.context.desk, code=self.session_code())

    def _build_empty(self) -> QWidget:
        go = Act(self.tr("Go to the sessions"), partial(self.context.navigate, "sessions"))
        text = self.tr(
            "On the day of a session, freeze it: its juries are fixed and you record here who is"
            " there and what is decided."
        )
        return EmptyState("deliberation", self.tr("No session is frozen yet"), text, (go,))

    def _build_room(self) -> QWidget:
        content = QWidget()
        layout = column(content, spacing=Space.M)
        self.session_box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.header.set_side(self.session_box)
        layout.addWidget(self.room, 1)
        return content

    def _connect(self) -> None:
        self.session_box.chosen.connect(self._on_session_chosen)
        self.room.record_edited.connect(self._on_record_edited)
        self.room.record_shown.connect(self.saver.know)
        self.room.presence_edited.connect(self.acts.note_presence)
        members = self.room.members
        members.declared.connect(self.acts.declare)
        members.presiding_asked.connect(self.acts.ask_president)
        members.absence_asked.connect(self.acts.ask_absence)
        self.acts.done.connect(self._on_done)
        self.saver.saved.connect(self._on_saved)
        self.refused.settled.connect(self._show_board)
        self.closing.closed.connect(self._on_closed)
        self.wall.changed.connect(self._on_wall_changed)

    def _show_sessions(self, rows: tuple[SessionRow, ...]) -> None:
        frozen = [one for one in rows if not one.session.can_be_planned]
        chosen = self._wanted or self.session_code()
        self._wanted = ""
        self._stack.setCurrentIndex(1 if frozen else 0)
        self.session_box.setVisible(bool(frozen))
        self.session_box.set_choices([(r.session.code, self._name(r)) for r in frozen], chosen)
        self._show_acts()
        if frozen:
            self._open()

    def _name(self, one: SessionRow) -> str:
        days = ", ".join(map(self.context.wording.short_date, one.session.days[:2]))
        judged = " · ".join(one.session.certifications)
        return f"{one.session.code}   {judged}   {days}"

    def _open(self) -> None:
        self.context.runner.submit(self._read, done=self._show_board)

    def _show_board(self, board: DeliberationBoard) -> None:
        self._keep(self.saver.overlaid(board))
        if self.board is not None:
            self.room.show_board(self.board, whole_again=not self.refused.is_open())

    def _on_done(self, board: DeliberationBoard) -> None:
        self._on_saved(self.saver.overlaid(board))

    def _on_saved(self, board: DeliberationBoard) -> None:
        self._keep(board)
        self.room.show_board(board, whole_again=False)
        now = self.context.desk.clock.now().time()
        self.room.keys.show_saved(self.context.wording.time(now))

    def _keep(self, board: DeliberationBoard) -> None:
        self.board = self.acts.board = board
        self._show_acts()

    def _show_acts(self) -> None:
        board = self.board
        if board is None or not self.session_code():
            self._state = None
            self.header.set_acts()
            self.header.set_subtitle("")
            return
        self._show_standing(board)
        # Buttons are only made anew where other acts are offered: this is called at each key
        if board.deliberation.is_closed is not self._state:
            self._state = board.deliberation.is_closed
            self._offer_acts()

    def _show_standing(self, board: DeliberationBoard) -> None:
        """Say under the title how much is still to settle."""
        standing = len(blocking(board.findings))
        note = self.tr("{count} points still to settle").format(count=standing)
        note = note if standing else self.tr("Everything is recorded.")
        closed = self.tr("Closed: decisions are only amended.")
        self.header.set_subtitle(closed if board.deliberation.is_closed else note)

    def _offer_acts(self) -> None:
        papers = Act(self.tr("Minutes"), self._go_to_minutes, "minutes", "Ctrl+P")
        wall = Act(self.tr("On the wall"), self.wall.toggle, "eye")
        if self._state:
            self.header.set_acts(papers, seconds=(wall,))
            return
        close = Act(
            self.tr("Close the deliberation"), self.close_deliberation, "lock", "Ctrl+Shift+L"
        )
        missing = Act(self.tr("A member is missing…"), self.acts.ask_absence, "person")
        incidents = Act(self.tr("Incidents…"), self.acts.ask_incidents, "note")
        self.header.set_acts(close, seconds=(missing, incidents, wall, papers))

    def _on_session_chosen(self, _code: object) -> None:
        self._open()

    def _on_record_edited(self, record: HearingRecord) -> None:
        if self.board is None or self.board.deliberation.is_closed:
            return
        # What was typed stays on the board, so that one finds it again before it is stored
        self._keep(with_record(self.board, record))
        self.room.take_board(self.board)
        self.saver.save(self.session_code(), record)

    def _go_to_minutes(self) -> None:
        self.context.navigate("papers", self.session_code())

    def _ask_closing(self, board: DeliberationBoard) -> None:
        if not board.deliberation.is_closed:
            self.closing.ask(board)

    def _on_closed(self, board: DeliberationBoard) -> None:
        self._show_board(board)
        text = self.tr("Deliberation closed")
        act = self.tr("See the minutes")
        self.context.toasts.show_message(text, tone="success", act=act, on_act=self._go_to_minutes)

    def _on_wall_changed(self, is_on: bool) -> None:
        self.header.setVisible(not is_on)
        self.whole_window_wanted.emit(is_on)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Take the room down from the wall when another page is shown."""
        super().hideEvent(event)
        self.wall.leave()
