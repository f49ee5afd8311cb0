"""The acts that freeze a session on its day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.domain.findings import Severity
from jurydesk.services import freezing
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs

FREEZE = "freeze"


class FreezeActs(QObject):
    """From then on people, seats and findings are fixed."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Freeze the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context

    def act_for(self, board: SessionBoard) -> Act:
        """Return the act; before the day it says when."""
        text = self.tr("Freeze for today")
        return Act(text, self.ask, "lock", why_not=self._too_early(board))

    def ask(self) -> None:
        """Ask once: from then on people, seats and findings are fixed."""
        board = self._acts.planned_board()
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
        self._context.prompter.ask(question, self._on_answered)

    def _too_early(self, board: SessionBoard) -> str:
        first = min((jury.day for jury in board.session.juries), default=board.session.days[0])
        if self._context.desk.clock.today() >= first:
            return ""
        day = self._context.wording.date(first, weekday=True)
        return self.tr("A session is frozen on its day: {day}.").format(day=day)

    def _on_answered(self, answer: str) -> None:
        board = self._acts.board()
        if answer == FREEZE and board is not None:
            call = partial(freezing.freeze_session, self._context.desk, code=board.session.code)
            self._context.operations.perform(call, done=self._on_frozen, failed=self._on_refused)

    def _on_frozen(self, session: Session) -> None:
        self._acts.open_again(session.code)

    def _on_refused(self, error: Exception) -> None:
        """Lead to what stands in the way: it is on the board already."""
        if isinstance(error, RefusedByFindings):
            standing = sum(finding.severity is not Severity.WARNING for finding in error.findings)
            text = self.tr("Not frozen. Points to settle first: {count}")
            self._acts.show_standing(text.format(count=standing))
        else:
            self._context.runner.failed.emit(error)
