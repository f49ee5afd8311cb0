"""What a person does to a session on its board; each act is a service call with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services import adjusting, exports, sessions
from jurydesk.ui.pages.expenses.key import ExpensesKey
from jurydesk.ui.pages.sessions.answering import SummonsActs
from jurydesk.ui.pages.sessions.board_view import TELLING
from jurydesk.ui.pages.sessions.freezing import FreezeActs
from jurydesk.ui.pages.sessions.pickers import BoardPickers
from jurydesk.ui.pages.sessions.pinning import PinActs
from jurydesk.ui.pages.sessions.proposing import ProposeActs
from jurydesk.ui.pages.sessions.releasing import ReleaseActs
from jurydesk.ui.pages.sessions.standing_in import StandIns
from jurydesk.ui.prompts import Question
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.outcome import Outcome
    from jurydesk.services.pinning import Contradiction
    from jurydesk.services.views import SessionBoard, SessionRow
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.page import SessionsPage

WORKBOOK_FILTER = "Excel (*.xlsx)"


class BoardActs(QObject):
    """The acts of the board, in the window's words."""

    def __init__(self, page: SessionsPage, context: PageContext) -> None:
        """Keep the page whose board the acts change."""
        super().__init__(page)
        self._page = page
        self._context = context
        self.pickers = BoardPickers(self, context)
        self.pins = PinActs(self, context)
        self.proposing = ProposeActs(self, context)
        self.freezing = FreezeActs(self, context)
        self.stand_ins = StandIns(self, context)
        self.release = ReleaseActs(self, context)
        self.summonses = SummonsActs(self, context)

    def window(self) -> QWidget:
        """Return what dialogs open over."""
        return self._page

    def page(self) -> QObject:
        """Return the page that shows what these acts did: it need not read it again."""
        return self._page

    def board(self) -> SessionBoard | None:
        """Return the board in view."""
        return self._page.board

    def planned_board(self) -> SessionBoard | None:
        """Return the board in view while it may still be changed."""
        board = self._page.board
        return board if board is not None and board.session.can_be_planned else None

    def show_acts(self, board: SessionBoard) -> None:
        """Put the acts of this session into the head of the page."""
        export = Act(self.tr("Roster as a workbook…"), self._ask_where, "export", "Ctrl+E")
        expenses = Act(self.tr("Expense claims"), self._go_to_expenses, "euro")
        if not board.session.can_be_planned:
            room = Act(self.tr("Deliberation"), self._go_to_deliberation, "deliberation", "Ctrl+D")
            self._page.header.set_acts(room, seconds=(expenses, export))
            return
        propose = Act(self.tr("Propose juries"), self.proposing.propose, "spark", "F9")
        people = Act(self.tr("Add candidates…"), self.pickers.choose_candidates, "people")
        jury = Act(self.tr("Add a jury…"), self.pickers.choose_half_day, "seat")
        frame = partial(self._page.creation.begin_change, board.session)
        change = Act(self.tr("Certifications, days, rooms, address…"), frame, "edit")
        remove = Act(self.tr("Delete this session"), self._remove_this, "delete")
        freeze, release = self.freezing.act_for(board), self.release.act_for(board)
        # Before its day nobody freezes a session: the act keeps out of the way
        seconds, later = ((release, freeze), ()) if freeze.is_enabled else ((release,), (freeze,))
        self._page.header.set_acts(
            propose,
            seconds=seconds,
            more=(
                *self.proposing.more(board),
                change,
                people,
                jury,
                *self._letting_go(board),
                *later,
                export,
                expenses,
                remove,
            ),
        )

    def open_again(self, code: str) -> None:
        """Read a session anew and show it."""
        self._page.open_session(code)

    def show(self, board: SessionBoard) -> None:
        """Show what the session became."""
        self._page.show_board(board)

    def show_proposal(self, board: SessionBoard) -> None:
        """Show what was proposed."""
        self._page.show_proposal(board)

    def show_released(self, board: SessionBoard) -> None:
        """Show whom the plan that was just released concerns."""
        self._page.show_board(board)
        self._page.board_view.show_part(TELLING)
        self._page.board_view.take_focus()

    def show_contradiction(self, found: Contradiction, names: tuple[str, ...]) -> None:
        """Say which pins cannot be kept together."""
        self._page.board_view.show_contradiction(found, names)

    def show_standing(self, text: str) -> None:
        """Bring what stands in the way to the front, and say so."""
        self._page.board_view.show_findings()
        self._context.toasts.show_message(text, tone="danger")

    def say_saved(self, path: Path, _count: int) -> None:
        """Say that a list was written."""
        text = self.tr("Saved: {name}").format(name=path.name)
        self._context.toasts.show_message(text, tone="success")

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

    def _letting_go(self, board: SessionBoard) -> tuple[Act, ...]:
        act = Act(self.tr("Drop every pin"), self.pins.let_go, "pin", "Ctrl+Shift+P")
        return (act,) if board.session.pins.any else ()

    def _set_reason(self, jury: int, reason: str) -> None:
        self.adjust(adjusting.set_one_sex_reason, jury=jury, reason=reason)

    def _go_to_deliberation(self) -> None:
        if self._page.board is not None:
            self._context.navigate("deliberation", self._page.board.session.code)

    def _go_to_expenses(self) -> None:
        """Prepare the claims of who sits, and show them."""
        if self._page.board is not None:
            code = self._page.board.session.code
            self._context.navigate("expenses", ExpensesKey(code, prepares=code))

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
            told = partial(self.say_saved, path)
            self._context.runner.submit(job, done=told, receiver=self)

    def _remove_this(self) -> None:
        board = self._page.board
        if board is not None:
            identifier = board.session.id
            self._page.show_list()
            call = partial(sessions.remove_session, self._context.desk, session_id=identifier)
            self._context.operations.perform(call)
