"""Asks why somebody has no hour, tries a change and keeps it, without leaving the board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.planning import StopToken
from jurydesk.services.reasons import explain_candidacy, try_repair
from jurydesk.services.repairing import keep_repair

if TYPE_CHECKING:
    from jurydesk.services.reasons import OfferedRepair, Reasoned, Trial
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.page import SessionsPage
    from jurydesk.ui.pages.sessions.unplaced import UnplacedPanel
    from jurydesk.ui.tasks import TaskControl


class ReasonActs(QObject):
    """The acts of the cards of those who wait."""

    def __init__(self, page: SessionsPage, context: PageContext, panel: UnplacedPanel) -> None:
        """Answer what the panel asks for."""
        super().__init__(page)
        self._page = page
        self._context = context
        self._panel = panel
        panel.why_requested.connect(self.ask_why)
        panel.trial_requested.connect(self.try_change)
        panel.keep_requested.connect(self.keep)

    def ask_why(self, candidacy_id: int) -> None:
        """Find the smallest set of facts that blocks a candidacy, beside the other work."""
        board = self._page.board
        if board is None:
            return
        code = board.session.code
        self._panel.show_busy(candidacy_id, self.tr("Looking for what blocks…"))
        job = partial(_explain, self._context, code, candidacy_id)
        title = self.tr("Reasons in session {code}").format(code=code)
        failed = partial(self._on_failed, candidacy_id)
        self._context.runner.submit_long(job, title=title, done=self._on_told, failed=failed)

    def try_change(self, candidacy_id: int, offered: OfferedRepair) -> None:
        """Compute the plan with a change; nothing is stored."""
        board = self._page.board
        if board is None:
            return
        code = board.session.code
        self._panel.show_busy(candidacy_id, self.tr("Trying the change…"))
        job = partial(_try, self._context, code, offered)
        title = self.tr("Trying a change in session {code}").format(code=code)
        self._panel.trying = candidacy_id
        failed = partial(self._on_failed, candidacy_id)
        self._context.runner.submit_long(job, title=title, done=self._on_tried, failed=failed)

    def keep(self, trial: Trial) -> None:
        """Store the change with its plan; one Ctrl+Z takes both back."""
        board = self._page.board
        if board is not None:
            call = partial(keep_repair, self._context.desk, code=board.session.code, trial=trial)
            operations = self._context.operations
            operations.perform(call, done=self._page.show_board, initiator=self._page)

    def _on_told(self, told: Reasoned) -> None:
        self._panel.show_told(told)

    def _on_tried(self, trial: Trial) -> None:
        self._panel.show_trial(trial)

    def _on_failed(self, candidacy_id: int, error: Exception) -> None:
        self._panel.show_busy(candidacy_id, "")
        self._context.runner.failed.emit(error)


def _explain(context: PageContext, code: str, candidacy_id: int, control: TaskControl) -> Reasoned:
    stop = StopToken(control.is_cancelled)
    told = explain_candidacy(context.desk, code=code, candidacy_id=candidacy_id, stop=stop)
    control.check()
    return told


def _try(context: PageContext, code: str, offered: OfferedRepair, control: TaskControl) -> Trial:
    stop = StopToken(control.is_cancelled)
    trial = try_repair(context.desk, code=code, repair=offered.repair, stop=stop)
    control.check()
    return trial
