"""What a person does to a session on its board; each act is a service call with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.findings import Severity
from jurydesk.services import adjusting, exports, freezing, planning, sessions
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.pages.sessions.pickers import BoardPickers
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.session import Session
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.views import SessionBoard, SessionRow
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.page import SessionsPage
    from jurydesk.ui.tasks import TaskControl

WORKBOOK_FILTER = "Excel (*.xlsx)"
FREEZE = "freeze"


class BoardActs(QObject):
    """The acts of the board, in the window's words."""

    def __init__(self, page: SessionsPage, context: PageContext) -> None:
        """Keep the page whose board the acts change."""
        super().__init__(page)
        self._page = page
        self._context = context
        self.pickers = BoardPickers(self, context)

    def window(self) -> QWidget:
        """Return what dialogs open over."""
        return self._page

    def planned_board(self) -> SessionBoard | None:
        """Return the board in view while it may still be changed."""
        board = self._page.board
        return board if board is not None and board.session.can_be_planned else None

    def show_acts(self, board: SessionBoard) -> None:
        """Put the acts of this session into the head of the page."""
        export = Act(self.tr("Roster as a workbook…"), self._ask_where, "export", "Ctrl+E")
        if not board.session.can_be_planned:
            room = Act(self.tr("Deliberation"), self._go_to_deliberation, "deliberation", "Ctrl+D")
            self._page.header.set_acts(room, seconds=(export,))
            return
        propose = Act(self.tr("Propose juries"), self.propose, "spark", "F9")
        freeze = Act(
            self.tr("Freeze for today"), self.ask_to_freeze, "lock", why_not=self._too_early(board)
        )
        people = Act(self.tr("Add candidates…"), self.pickers.choose_candidates, "people")
        jury = Act(self.tr("Add a jury…"), self.pickers.choose_half_day, "seat")
        frame = partial(self._page.creation.begin_change, board.session)
        change = Act(self.tr("Days, rooms, hours, address…"), frame, "edit")
        remove = Act(self.tr("Delete this session"), self._remove_this, "delete")
        self._page.header.set_acts(
            propose, seconds=(freeze,), more=(change, people, jury, export, remove)
        )

    def propose(self) -> None:
        """Have juries and a timetable proposed; it can be cancelled, and undone."""
        board = self.planned_board()
        if board is not None:
            title = self.tr("Proposing juries for {code}").format(code=board.session.code)
            job = partial(_propose, self._context, board.session.code)
            self._context.runner.submit_long(job, title=title, done=self._on_proposed)

    def move_hearing(self, candidacy_id: int, jury: int, start: datetime) -> None:
        """Place a hearing before a jury at a moment."""
        self.adjust(adjusting.move_hearing, candidacy_id=candidacy_id, jury=jury, start=start)

    def unplace(self, candidacy_id: int) -> None:
        """Take a hearing off the timetable."""
        self.adjust(adjusting.unplace_hearing, candidacy_id=candidacy_id)

    def withdraw(self, candidacy_id: int) -> None:
        """Take a candidacy out of the session."""
        self.adjust(adjusting.withdraw_candidacy, candidacy_id=candidacy_id)

    def free_seat(self, jury: int, seat: str) -> None:
        """Leave a seat empty."""
        self.adjust(adjusting.seat_examiner, jury=jury, seat=seat, examiner_id=None)

    def seat_person(self, jury: int, seat: str, examiner_id: int) -> None:
        """Seat somebody."""
        self.adjust(adjusting.seat_examiner, jury=jury, seat=seat, examiner_id=examiner_id)

    def set_president(self, jury: int, examiner_id: int | None) -> None:
        """Name who presides."""
        self.adjust(adjusting.set_president, jury=jury, examiner_id=examiner_id)

    def remove_jury(self, jury: int) -> None:
        """Take a jury away."""
        self.adjust(adjusting.remove_jury, jury=jury)

    def ask_reason(self, jury: int) -> None:
        """Ask why nobody of the other sex could sit; the minutes print it."""
        board = self._page.board
        place = board.session.jury(jury) if board else None
        question = Question(
            self.tr("Reason of a one-sex jury"),
            self.tr("Why could nobody of the other sex sit? The minutes print this."),
            (),
        )
        self._context.prompter.ask_text(
            question, partial(self._set_reason, jury), initial=place.one_sex_reason if place else ""
        )

    def ask_to_freeze(self) -> None:
        """Ask once: from then on people, seats and findings are fixed."""
        board = self.planned_board()
        if board is None:
            return
        waiting = len(board.session.unplaced)
        text = self.tr("{count} candidates without an hour are free for another session.")
        question = Question(
            self.tr("Freeze the session?"),
            self.tr("Its juries, hours and findings are then fixed; results can be recorded."),
            (
                Choice(FREEZE, self.tr("Freeze"), is_default=True),
                Choice("back", self.tr("Go back"), is_escape=True),
            ),
            text.format(count=waiting) if waiting else "",
        )
        self._context.prompter.ask(question, self._on_freeze_answered)

    def remove_sessions(self, rows: tuple[SessionRow, ...]) -> None:
        """Delete sessions that are not frozen; the toast offers to undo."""
        for one in rows:
            call = partial(sessions.remove_session, self._context.desk, session_id=one.session.id)
            self._context.operations.perform(call)

    def adjust(self, service: Callable[..., Outcome[SessionBoard]], **figures: object) -> None:
        """Call a service that changes the session in view, and show what it became."""
        board = self._page.board
        if board is not None:
            call = partial(service, self._context.desk, code=board.session.code, **figures)
            self._context.operations.perform(call, done=self._page.show_board, initiator=self._page)

    def _too_early(self, board: SessionBoard) -> str:
        first = min((jury.day for jury in board.session.juries), default=board.session.days[0])
        if self._context.desk.clock.today() >= first:
            return ""
        day = self._context.wording.date(first, weekday=True)
        return self.tr("A session is frozen on its day: {day}.").format(day=day)

    def _on_proposed(self, outcome: Outcome[SessionBoard]) -> None:
        board = self._context.operations.accept(outcome)
        self._page.show_proposal(board)

    def _set_reason(self, jury: int, reason: str) -> None:
        self.adjust(adjusting.set_one_sex_reason, jury=jury, reason=reason)

    def _on_freeze_answered(self, answer: str) -> None:
        board = self._page.board
        if answer == FREEZE and board is not None:
            call = partial(freezing.freeze_session, self._context.desk, code=board.session.code)
            self._context.operations.perform(
                call, done=self._on_frozen, failed=self._on_freeze_refused
            )

    def _on_frozen(self, session: Session) -> None:
        self._page.open_session(session.code)

    def _on_freeze_refused(self, error: Exception) -> None:
        """Lead to what stands in the way: it is on the board already."""
        if not isinstance(error, RefusedByFindings):
            self._context.runner.failed.emit(error)
            return
        standing = sum(finding.severity is not Severity.WARNING for finding in error.findings)
        self._page.board_view.show_findings()
        text = self.tr("Not frozen. Points to settle first: {count}").format(count=standing)
        self._context.toasts.show_message(text, tone="danger")

    def _go_to_deliberation(self) -> None:
        if self._page.board is not None:
            self._context.navigate("deliberation", self._page.board.session.code)

    def _ask_where(self) -> None:
        board = self._page.board
        if board is not None:
            self._context.prompter.save_file(
                self.tr("Save the roster"),
                self._export,
                filters=(WORKBOOK_FILTER,),
                suggested=f"session-{board.session.code}.xlsx",
            )

    def _export(self, path: Path) -> None:
        board = self._page.board
        if board is not None:
            desk, wording = self._context.desk, self._context.wording
            code = board.session.code
            job = partial(exports.export_session, desk, code=code, path=path, wording=wording)
            told = partial(self._on_exported, path)
            self._context.runner.submit(job, done=told, receiver=self)

    def _on_exported(self, path: Path, _count: int) -> None:
        text = self.tr("Saved: {name}").format(name=path.name)
        self._context.toasts.show_message(text, tone="success")

    def _remove_this(self) -> None:
        board = self._page.board
        if board is not None:
            identifier = board.session.id
            self._page.show_list()
            call = partial(sessions.remove_session, self._context.desk, session_id=identifier)
            self._context.operations.perform(call)


def _propose(context: PageContext, code: str, control: TaskControl) -> Outcome[SessionBoard]:
    """Run on a worker: the cancel button stops the search and nothing is kept."""

    def tell(progress: planning.PlanProgress) -> None:
        if not control.is_cancelled():
            control.progress(progress.placed, max(progress.total, 1))

    stop = planning.StopToken(control.is_cancelled)
    with context.desk.open_unit() as unit:
        session = unit.sessions.by_code(code)
        version = session.version if session else None
    plan = planning.compute_proposal(context.desk, code=code, progress=tell, stop=stop)
    control.check()
    return planning.store_proposal(context.desk, code=code, plan=plan, version=version)
