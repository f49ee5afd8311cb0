"""What is done in the room beside the records: presence, declarations, incidents."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jurydesk.domain.deliberation import ActingPresident, Attendance, Declaration, Incident
from jurydesk.domain.voting import present_jurors
from jurydesk.services import deliberating
from jurydesk.ui.dialogs.incidents_dialog import IncidentsDialog
from jurydesk.ui.dialogs.pick_dialog import PickDialog, PickOption
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.pages.deliberation.absence import AbsenceActs
from jurydesk.ui.prompts import Question

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.session import Jury
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.pages.deliberation.member_view import Declared, Presence
    from jurydesk.ui.pages.deliberation.room import DeliberationRoom
    from jurydesk.ui.pages.page import PageContext


class RoomActs(QObject):
    """Calls the services for the jury of the candidate in view.

    Signals:
        done: the day as it stands afterwards (`DeliberationBoard`).
    """

    done = Signal(object)

    def __init__(self, context: PageContext, room: DeliberationRoom, initiator: QObject) -> None:
        """Act for one page, which does not hear its own echo."""
        super().__init__(initiator)
        self._context = context
        self._room = room
        self._initiator = initiator
        self.board: DeliberationBoard | None = None
        self.absence = AbsenceActs(context, room)
        self.incidents_dialog: IncidentsDialog | None = None
        self.absence.done.connect(self.done)

    def note_presence(self, jury: int, presences: tuple[Presence, ...]) -> None:
        """Note who is there, and from when to when."""
        notes = tuple(
            Attendance(jury, one.examiner_id, one.is_there, one.arrived, one.left)
            for one in presences
        )
        self._perform(partial(deliberating.record_attendance, attendance=notes))

    def declare(self, examiner_id: int, said: Declared) -> None:
        """Note what a member declared; 0: everybody who is there."""
        jury = self._jury()
        if self.board is None or jury is None:
            return
        there = [juror.examiner_id for juror in present_jurors(jury, self.board.deliberation)]
        people = [examiner_id] if examiner_id else there
        declared = tuple(
            Declaration(jury.number, key, said.read_files, said.no_tie) for key in people
        )
        if declared:
            self._perform(partial(deliberating.record_declarations, declarations=declared))
        else:
            text = self.tr("Note first who is there (Alt+T: all).")
            self._context.toasts.show_message(text, tone="warning")

    def ask_president(self, examiner_id: int = 0) -> None:
        """Ask who presides in the place of the president, then why."""
        jury = self._jury()
        if self.board is None or jury is None:
            return
        able = [
            juror.examiner_id
            for juror in present_jurors(jury, self.board.deliberation)
            if juror.deliberates and juror.examiner_id != jury.president_id
        ]
        if examiner_id:
            self._ask_reason(jury.number, examiner_id)
            return
        options = [PickOption(key, Entry(self._name(key), "", "person", "plain")) for key in able]
        title = self.tr("Who presides?")
        text = self.tr("A member who is there and has a vote, while the president does not sit.")
        dialog = PickDialog(title, text, options, self._room.window())
        dialog.picked.connect(partial(self._ask_reason, jury.number))
        dialog.open()

    def ask_absence(self, examiner_id: int = 0) -> None:
        """Ask what to do about a member who is missing (Ctrl+M)."""
        if self.board is not None and self._room.jury():
            self.absence.ask(self.board, self._room.jury(), examiner_id)

    def ask_incidents(self) -> None:
        """Write down what went wrong, with the hour of now (Ctrl+I)."""
        board = self.board
        if board is None or board.deliberation.is_closed:
            return
        now = self._context.desk.clock.now().time().replace(second=0, microsecond=0)
        dialog = IncidentsDialog(
            self._context.wording,
            board.deliberation.incidents,
            Incident("", self._room.jury() or None, now),
            juries=[jury.number for jury in board.board.session.juries],
            parent=self._room.window(),
        )
        dialog.submitted.connect(self._record_incidents)
        self.incidents_dialog = dialog
        dialog.open()

    def _record_incidents(self, incidents: tuple[Incident, ...]) -> None:
        dialog = self.incidents_dialog
        if dialog is None or self.board is None:
            return
        call = partial(
            deliberating.record_incidents,
            self._context.desk,
            code=self.board.board.session.code,
            incidents=incidents,
        )
        perform_asked(self._context, dialog, call, done=self.done.emit)

    def _ask_reason(self, jury: int, examiner_id: int) -> None:
        text = self.tr("Why does {name} preside? The minutes say it.")
        question = Question(self.tr("Presides"), text.format(name=self._name(examiner_id)), ())
        self._context.prompter.ask_text(question, partial(self._preside, jury, examiner_id))

    def _preside(self, jury: int, examiner_id: int, reason: str) -> None:
        acting = ActingPresident(jury, examiner_id, reason)
        self._perform(partial(deliberating.record_acting_president, acting=acting))

    def _perform(self, act: Callable[..., Outcome[DeliberationBoard]]) -> None:
        if self.board is None:
            return
        call = partial(act, self._context.desk, code=self.board.board.session.code)
        self._context.operations.perform(
            call, done=self.done.emit, initiator=self._initiator, is_quiet=True
        )

    def _jury(self) -> Jury | None:
        """Return the jury of the candidate in view while anything may be noted."""
        if self.board is None or self.board.deliberation.is_closed:
            return None
        return self.board.board.session.jury(self._room.jury())

    def _name(self, examiner_id: int) -> str:
        person = self.board.board.examiner(examiner_id) if self.board else None
        return person.full_name if person else str(examiner_id)
