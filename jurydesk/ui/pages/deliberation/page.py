"""The Deliberation page: choose a session of the day, record what the jury decides, close it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Appearance, Attendance, Incident, Outcome
from jurydesk.domain.findings import blocking
from jurydesk.services import deliberating, sessions
from jurydesk.ui.pages.deliberation.room import DeliberationRoom
from jurydesk.ui.pages.deliberation.standing import offer_what_stands
from jurydesk.ui.pages.page import Page
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.deliberation.members import Presence
    from jurydesk.ui.pages.page import PageContext

CLOSE = "close"
BLOCK_KEYS = 9


class DeliberationPage(Page):
    """Records the day of a session, candidate by candidate."""

    concerns: ClassVar[frozenset[str]] = frozenset({Kind.SESSION, Kind.DELIBERATION, Kind.SETTING})

    def __init__(self, context: PageContext) -> None:
        """Build the page; the sessions come with `reload`."""
        super().__init__(context)
        self.header = PageHeader(self.tr("Deliberation"))
        self.session_box = ChoiceBox()
        self.session_box.setAccessibleName(self.tr("Session"))
        self.room = DeliberationRoom(context.wording)
        self.board: DeliberationBoard | None = None
        self._wanted = ""
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_room())
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._add_keys()

    @override
    def reload(self) -> None:
        """Read the sessions that can be deliberated on, then the one in view."""
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
        """Close it after asking once, or show what still stands in the way."""
        self.room.form.flush()
        board = self.board
        if board is None:
            return
        standing = blocking(board.findings)
        if standing:
            offer_what_stands(board, self.room, self.context.wording, self)
            return
        question = Question(
            self.tr("Close the deliberation?"),
            self.tr("The decisions are then fixed for good: they are amended, never changed."),
            (
                Choice(CLOSE, self.tr("Close the deliberation"), is_default=True),
                Choice("back", self.tr("Go back"), is_escape=True),
            ),
        )
        self.context.prompter.ask(question, self._on_close_answered)

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
        self.room.presence_edited.connect(self._on_presence_edited)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "PgDown": partial(self.room.step, 1),
            "PgUp": partial(self.room.step, -1),
            "Ctrl+Return": self.room.go_to_next_open,
        }
        letters: dict[str, Callable[[], None]] = {
            "P": partial(self.room.form.choose_appearance, Appearance.PRESENT),
            "B": partial(self.room.form.choose_appearance, Appearance.ABSENT),
            "A": partial(self._decide, Outcome.ACQUIRED),
            "R": partial(self._decide, Outcome.REFUSED),
        }
        for number in range(1, BLOCK_KEYS + 1):
            letters[str(number)] = partial(self.room.form.blocks.go_to, number)
        for key, act in letters.items():
            # A text field keeps the bare letter for itself; with Alt it works from there too
            keys[key] = keys[f"Alt+{key}"] = act
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self.room, act)

    def _decide(self, outcome: Outcome) -> None:
        block = self.room.form.blocks.current()
        if block is not None:
            block.decide(outcome)

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
        job = partial(deliberating.open_deliberation, self.context.desk, code=self.session_code())
        self.context.runner.submit(job, done=self._show_board)

    def _show_board(self, board: DeliberationBoard) -> None:
        self.board = board
        self.room.show_board(board, whole_again=True)
        self._show_acts()

    def _on_saved(self, board: DeliberationBoard) -> None:
        self.board = board
        self.room.show_board(board, whole_again=False)
        self._show_acts()

    def _show_acts(self) -> None:
        board = self.board
        if board is None or not self.session_code():
            self.header.set_acts()
            self.header.set_subtitle("")
            return
        papers = Act(self.tr("Minutes"), self._go_to_minutes, "minutes", "Ctrl+P")
        incidents = Act(self.tr("Incidents…"), self._ask_incidents, "note", "Ctrl+I")
        if board.deliberation.is_closed:
            self.header.set_subtitle(self.tr("Closed: decisions are only amended."))
            self.header.set_acts(papers)
            return
        standing = len(blocking(board.findings))
        note = self.tr("{count} points still to settle").format(count=standing)
        self.header.set_subtitle(note if standing else self.tr("Everything is recorded."))
        close = Act(
            self.tr("Close the deliberation"), self.close_deliberation, "lock", "Ctrl+Shift+L"
        )
        self.header.set_acts(close, seconds=(incidents, papers))

    def _on_session_chosen(self, _code: object) -> None:
        self._open()

    def _on_record_edited(self, record: HearingRecord) -> None:
        call = partial(
            deliberating.record_hearing, self.context.desk, code=self.session_code(), record=record
        )
        self.context.operations.perform(call, done=self._on_saved, initiator=self, is_quiet=True)

    def _on_presence_edited(self, jury: int, presences: tuple[Presence, ...]) -> None:
        notes = tuple(
            Attendance(jury, one.examiner_id, one.is_there, one.arrived, one.left)
            for one in presences
        )
        call = partial(
            deliberating.record_attendance,
            self.context.desk,
            code=self.session_code(),
            attendance=notes,
        )
        self.context.operations.perform(call, done=self._on_saved, initiator=self, is_quiet=True)

    def _go_to_minutes(self) -> None:
        self.context.navigate("papers", self.session_code())

    def _ask_incidents(self) -> None:
        text = self.tr("What happened that the minutes must say?")
        question = Question(self.tr("Incidents"), text, ())
        told = self.board.deliberation.incidents if self.board else ()
        initial = "\n\n".join(one.text for one in told if one == Incident(one.text))
        self.context.prompter.ask_text(question, self._record_incidents, initial=initial)

    def _record_incidents(self, text: str) -> None:
        told = self.board.deliberation.incidents if self.board else ()
        # What names a jury or an hour was written elsewhere, and stays
        placed = (one for one in told if one != Incident(one.text))
        call = partial(
            deliberating.record_incidents,
            self.context.desk,
            code=self.session_code(),
            incidents=(*placed, Incident(text)),
        )
        self.context.operations.perform(call, done=self._on_saved, initiator=self)

    def _on_close_answered(self, answer: str) -> None:
        if answer == CLOSE:
            desk, code = self.context.desk, self.session_code()
            call = partial(deliberating.close_deliberation, desk, code=code)
            self.context.operations.perform(call, done=self._on_closed, initiator=self)

    def _on_closed(self, board: DeliberationBoard) -> None:
        self._show_board(board)
        text = self.tr("Deliberation closed")
        act = self.tr("See the minutes")
        self.context.toasts.show_message(text, tone="success", act=act, on_act=self._go_to_minutes)
