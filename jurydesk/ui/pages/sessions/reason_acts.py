"""Asks why somebody has no hour, tries a change and keeps it, without leaving the board."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.finding_text import finding_text
from jurydesk.services.planning import StopToken
from jurydesk.services.reasons import (
    ReasonMemory,
    explain_candidacy,
    explain_one_sex,
    try_repair,
)
from jurydesk.services.repairing import keep_repair
from jurydesk.ui.dialogs.keep_dialog import KeepDialog
from jurydesk.ui.operations.asked import perform_asked
from jurydesk.ui.pages.sessions.unplaced import OF_JURIES

if TYPE_CHECKING:
    from jurydesk.domain.people import Examiner
    from jurydesk.services.reasons import OfferedRepair, Reasoned, Trial
    from jurydesk.services.repairing import Decided
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
        self._memory = ReasonMemory()
        self._offered: OfferedRepair | None = None
        self.dialog: KeepDialog | None = None
        panel.why_requested.connect(self.ask_why)
        panel.trial_requested.connect(self.try_change)
        panel.keep_requested.connect(self.keep)
        panel.person_requested.connect(self.enter_person)

    def ask_why(self, candidacy_id: int) -> None:
        """Find the smallest set of facts that blocks a candidacy, beside the other work."""
        board = self._page.board
        if board is None:
            return
        code = board.session.code
        self._panel.show_busy(candidacy_id, self.tr("Looking for what blocks…"))
        job = partial(_explain, self._context, code, candidacy_id, memory=self._memory)
        title = self.tr("Reasons in session {code}").format(code=code)
        failed = partial(self._on_failed, candidacy_id)
        self._context.runner.submit_long(
            job, title=title, done=self._on_told, failed=failed, told=self._on_part
        )

    def try_change(self, candidacy_id: int, offered: OfferedRepair) -> None:
        """Compute the plan with a change; nothing is stored."""
        board = self._page.board
        if board is None:
            return
        code = board.session.code
        self._panel.show_trying(candidacy_id, self.tr("Trying the change…"))
        job = partial(_try, self._context, code, offered)
        title = self.tr("Trying a change in session {code}").format(code=code)
        self._offered = offered
        failed = partial(self._on_failed, candidacy_id)
        self._context.runner.submit_long(job, title=title, done=self._on_tried, failed=failed)

    def keep(self, trial: Trial) -> None:
        """Store the change with its plan; one Ctrl+Z takes both back. What it needs is asked."""
        board = self._page.board
        if board is None:
            return
        if trial.needs:
            self._ask_what_is_needed(trial)
            return
        call = partial(keep_repair, self._context.desk, code=board.session.code, trial=trial)
        operations = self._context.operations
        operations.perform(call, done=self._page.show_board, initiator=self._page)

    def enter_person(self, draft: Examiner) -> None:
        """Open the form of a new examiner with what the change says of them."""
        self._context.navigate("examiners", draft)

    def _ask_what_is_needed(self, trial: Trial) -> None:
        wording = self._context.wording
        sentences = self._offered.sentences if self._offered else ()
        change = " ".join(finding_text(found, wording) for found in sentences)
        self.dialog = KeepDialog(wording, trial, change=change, parent=self._page)
        self.dialog.submitted.connect(partial(self._on_decided, self.dialog, trial))
        self.dialog.open()

    def _on_decided(self, dialog: KeepDialog, trial: Trial, decided: Decided) -> None:
        board = self._page.board
        if board is None:
            return
        desk, code = self._context.desk, board.session.code
        call = partial(keep_repair, desk, code=code, trial=trial, decided=decided)
        perform_asked(self._context, dialog, call, done=self._page.show_board)

    def _on_part(self, told: Reasoned) -> None:
        self._panel.show_part(told)

    def _on_told(self, told: Reasoned) -> None:
        self._panel.show_told(told)

    def _on_tried(self, trial: Trial) -> None:
        self._panel.show_trial(trial)

    def _on_failed(self, candidacy_id: int, error: Exception) -> None:
        self._panel.show_busy(candidacy_id, "")
        self._context.runner.failed.emit(error)


def _explain(
    context: PageContext,
    code: str,
    candidacy_id: int,
    control: TaskControl,
    *,
    memory: ReasonMemory,
) -> Reasoned:
    stop = StopToken(control.is_cancelled)
    if candidacy_id == OF_JURIES:
        told = explain_one_sex(context.desk, code=code, stop=stop)
    else:
        told = explain_candidacy(
            context.desk,
            code=code,
            candidacy_id=candidacy_id,
            stop=stop,
            memory=memory,
            tell=control.tell,
        )
    control.check()
    return told


def _try(context: PageContext, code: str, offered: OfferedRepair, control: TaskControl) -> Trial:
    stop = StopToken(control.is_cancelled)
    trial = try_repair(context.desk, code=code, repair=offered.repair, stop=stop)
    control.check()
    return trial
