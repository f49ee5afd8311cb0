"""What a person does to a session on its board; each act is a service call with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.findings import Severity
from jurydesk.finding_text import finding_title
from jurydesk.services import adjusting, exports, freezing, planning, sessions
from jurydesk.services.placing import seat_options
from jurydesk.ui.dialogs.pick_dialog import PickDialog, PickOption
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.pages.sessions.places import legal_places
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.words import gravest, term

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from jurydesk.domain.session import Session
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.views import SeatOption, SessionBoard, SessionRow
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.page import SessionsPage
    from jurydesk.ui.tasks import TaskControl
    from jurydesk.ui.theme.tokens import Tone

WORKBOOK_FILTER = "Excel (*.xlsx)"
FREEZE = "freeze"
LOOKS: dict[Severity | None, tuple[str, Tone]] = {
    Severity.BLOCKING: ("blocked", "danger"),
    Severity.NEEDS_REASON: ("reason", "warning"),
    Severity.WARNING: ("warning", "warning"),
    None: ("check-circle", "success"),
}


class BoardActs(QObject):
    """The acts of the board, in the window's words."""

    def __init__(self, page: SessionsPage, context: PageContext) -> None:
        """Keep the page whose board the acts change."""
        super().__init__(page)
        self._page = page
        self._context = context

    def show_acts(self, board: SessionBoard) -> None:
        """Put the acts of this session into the head of the page."""
        can_plan = board.session.can_be_planned
        frozen = self.tr("The session is frozen.") if not can_plan else ""
        propose = Act(self.tr("Propose juries"), self.propose, "spark", "F9", why_not=frozen)
        freeze = Act(self.tr("Freeze for today"), self.ask_to_freeze, "lock", why_not=frozen)
        room = Act(self.tr("Deliberation"), self._go_to_deliberation, "deliberation", "Ctrl+D")
        export = Act(self.tr("Roster as a workbook…"), self._ask_where, "export", "Ctrl+E")
        remove = Act(self.tr("Delete this session"), self._remove_this, "delete", why_not=frozen)
        header = self._page.header
        if can_plan:
            header.set_acts(propose, seconds=(freeze,), more=(export, remove))
        else:
            header.set_acts(room, seconds=(export,))

    def propose(self) -> None:
        """Have juries and a timetable proposed; it can be cancelled, and undone."""
        board = self._page.board
        if board is None or not board.session.can_be_planned:
            return
        title = self.tr("Proposing juries for {code}").format(code=board.session.code)
        job = partial(_propose, self._context, board.session.code)
        self._context.runner.submit_long(job, title=title, done=self._on_proposed)

    def move_hearing(self, candidacy_id: int, jury: int, start: datetime) -> None:
        """Place a hearing before a jury at a moment."""
        self._adjust(adjusting.move_hearing, candidacy_id=candidacy_id, jury=jury, start=start)

    def unplace(self, candidacy_id: int) -> None:
        """Take a hearing off the timetable."""
        self._adjust(adjusting.unplace_hearing, candidacy_id=candidacy_id)

    def withdraw(self, candidacy_id: int) -> None:
        """Take a candidacy out of the session."""
        self._adjust(adjusting.withdraw_candidacy, candidacy_id=candidacy_id)

    def free_seat(self, jury: int, seat: str) -> None:
        """Leave a seat empty."""
        self._adjust(adjusting.seat_examiner, jury=jury, seat=seat, examiner_id=None)

    def seat_person(self, jury: int, seat: str, examiner_id: int) -> None:
        """Seat somebody."""
        self._adjust(adjusting.seat_examiner, jury=jury, seat=seat, examiner_id=examiner_id)

    def set_president(self, jury: int, examiner_id: int | None) -> None:
        """Name who presides."""
        self._adjust(adjusting.set_president, jury=jury, examiner_id=examiner_id)

    def remove_jury(self, jury: int) -> None:
        """Take a jury away."""
        self._adjust(adjusting.remove_jury, jury=jury)

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

    def choose_person(self, jury: int, seat: str) -> None:
        """Offer everybody for a seat, the possible ones first, each with the reason."""
        board = self._page.board
        if board is None or not board.session.can_be_planned:
            return
        ranked = seat_options(board, jury=jury, seat=seat)
        options = [self._option(one) for one in ranked]
        kind = term(self._context.wording, "seat", seat)
        title = self.tr("Jury {number}: {seat}").format(number=jury, seat=kind)
        text = self.tr("The possible ones come first, those who sit least before the others.")
        dialog = PickDialog(title, text, options, self._page)
        dialog.picked.connect(partial(self._on_person_picked, jury, seat))
        dialog.open()

    def choose_place(self, candidacy_id: int) -> None:
        """Offer the legal hours for one candidacy, the earliest first."""
        board = self._page.board
        row = board.candidacy(candidacy_id) if board else None
        if board is None or row is None:
            return
        options = legal_places(board, candidacy_id, self._context.wording)
        title = self.tr("An hour for {name}").format(name=row.candidate.full_name)
        text = (
            self.tr("These hours break no rule.")
            if options
            else self.tr("No hour is free and legal: add a day, a room or a jury.")
        )
        dialog = PickDialog(title, text, options, self._page)
        dialog.picked.connect(partial(self._on_place_picked, candidacy_id))
        dialog.open()

    def ask_to_freeze(self) -> None:
        """Ask once: from then on people, seats and findings are fixed."""
        waiting = len(self._page.board.session.unplaced) if self._page.board else 0
        details = (
            self.tr("{count} candidates without an hour are free for another session.").format(
                count=waiting
            )
            if waiting
            else ""
        )
        question = Question(
            self.tr("Freeze the session?"),
            self.tr("Its juries, hours and findings are then fixed; results can be recorded."),
            (
                Choice(FREEZE, self.tr("Freeze"), is_default=True),
                Choice("back", self.tr("Go back"), is_escape=True),
            ),
            details,
        )
        self._context.prompter.ask(question, self._on_freeze_answered)

    def remove_sessions(self, rows: tuple[SessionRow, ...]) -> None:
        """Delete sessions that are not frozen; the toast offers to undo."""
        for one in rows:
            call = partial(sessions.remove_session, self._context.desk, session_id=one.session.id)
            self._context.operations.perform(call)

    def _adjust(self, service: Callable[..., Outcome[SessionBoard]], **figures: object) -> None:
        board = self._page.board
        if board is not None:
            call = partial(service, self._context.desk, code=board.session.code, **figures)
            self._context.operations.perform(call, done=self._page.show_board, initiator=self._page)

    def _option(self, one: SeatOption) -> PickOption:
        wording = self._context.wording
        titles = dict.fromkeys(finding_title(finding, wording) for finding in one.findings)
        load = self.tr("juries this year: {count}").format(count=one.load)
        detail = " · ".join((*titles, load)) if titles else self.tr("Possible") + f" · {load}"
        who = " · ".join(p for p in (one.examiner.occupation, one.examiner.organisation) if p)
        entry = Entry(one.examiner.full_name, detail, *LOOKS[gravest(one.findings)], who)
        return PickOption(one.examiner.id, entry, finding_lines(one.findings, wording))

    def _on_proposed(self, outcome: Outcome[SessionBoard]) -> None:
        self._page.show_board(self._context.operations.accept(outcome))

    def _on_person_picked(self, jury: int, seat: str, examiner_id: object) -> None:
        self.seat_person(jury, seat, int(str(examiner_id)))

    def _on_place_picked(self, candidacy_id: int, place: object) -> None:
        if isinstance(place, tuple):
            jury, start = place
            self.move_hearing(candidacy_id, jury, start)

    def _set_reason(self, jury: int, reason: str) -> None:
        self._adjust(adjusting.set_one_sex_reason, jury=jury, reason=reason)

    def _on_freeze_answered(self, answer: str) -> None:
        board = self._page.board
        if answer == FREEZE and board is not None:
            call = partial(freezing.freeze_session, self._context.desk, code=board.session.code)
            self._context.operations.perform(call, done=self._on_frozen)

    def _on_frozen(self, session: Session) -> None:
        self._page.open_session(session.code)

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
