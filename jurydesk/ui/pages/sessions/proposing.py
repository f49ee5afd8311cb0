"""The acts that have plans computed: the best, several side by side, or the least change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services import alternatives, planning
from jurydesk.services.alternatives import CLOSE
from jurydesk.ui.dialogs.alternatives_dialog import AlternativesDialog
from jurydesk.ui.widgets.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.alternatives import Alternative, Alternatives
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.pages.sessions.board_acts import BoardActs
    from jurydesk.ui.tasks import TaskControl

__all__ = ["CLOSE", "ProposeActs"]


class ProposeActs(QObject):
    """Long work: it shows where it is, can be cancelled, and keeps nothing then."""

    def __init__(self, acts: BoardActs, context: PageContext) -> None:
        """Change the session that these acts change."""
        super().__init__(acts)
        self._acts = acts
        self._context = context
        self.dialog: AlternativesDialog | None = None

    def more(self, board: SessionBoard) -> tuple[Act, ...]:
        """Return the acts beside the first one."""
        compare = Act(self.tr("Compare three plans…"), self.compare, "columns", "Shift+F9")
        why_not = "" if board.session.juries else self.tr("There is no plan to repair yet.")
        repair = Act(
            self.tr("Repair with the least change"),
            self.repair,
            "refresh",
            "Ctrl+F9",
            why_not=why_not,
        )
        return compare, repair

    def propose(self) -> None:
        """Have juries and a timetable proposed; undone like any act (F9)."""
        title = self.tr("Proposing juries for {code}")
        self._run(title, partial(_keep, self._context.desk, planning.compute_proposal))

    def repair(self) -> None:
        """Have only what must move moved (Ctrl+F9)."""
        title = self.tr("Repairing the plan of {code}")
        self._run(title, partial(_keep, self._context.desk, planning.compute_repair))

    def compare(self) -> None:
        """Have several plans computed and laid side by side (Shift+F9)."""
        board = self._acts.planned_board()
        if board is not None:
            title = self.tr("Comparing plans for {code}").format(code=board.session.code)
            job = partial(_compare, self._context.desk, board.session.code)
            self._context.runner.submit_long(job, title=title, done=self._on_compared)

    def _run(self, title: str, job: Callable[[str, TaskControl], Outcome[SessionBoard]]) -> None:
        board = self._acts.planned_board()
        if board is not None:
            code = board.session.code
            self._context.runner.submit_long(
                partial(job, code), title=title.format(code=code), done=self._on_kept
            )

    def _on_kept(self, outcome: Outcome[SessionBoard]) -> None:
        page = self._acts.page()
        self._acts.show_proposal(self._context.operations.accept(outcome, initiator=page))

    def _on_compared(self, every: Alternatives) -> None:
        dialog = AlternativesDialog(every, self._context.wording, self._acts.window())
        dialog.taken.connect(partial(self._take, every))
        self.dialog = dialog
        dialog.open()

    def _take(self, every: Alternatives, one: Alternative) -> None:
        session = every.session
        call = partial(
            planning.store_proposal,
            self._context.desk,
            code=session.code,
            plan=one.plan,
            version=session.version,
        )
        self._context.operations.perform(call, done=self._acts.show_proposal)


def _keep(
    desk: Desk,
    compute: Callable[..., planning.Plan],
    code: str,
    control: TaskControl,
) -> Outcome[SessionBoard]:
    """Run on a worker: the cancel button stops the search and nothing is kept."""
    with desk.open_unit() as unit:
        session = unit.sessions.by_code(code)
        version = session.version if session else None
    told, stop = partial(_tell, control), planning.StopToken(control.is_cancelled)
    plan = compute(desk, code=code, progress=told, stop=stop)
    control.check()
    return planning.store_proposal(desk, code=code, plan=plan, version=version)


def _compare(desk: Desk, code: str, control: TaskControl) -> Alternatives:
    told, stop = partial(_tell, control), planning.StopToken(control.is_cancelled)
    every = alternatives.compute_alternatives(desk, code=code, progress=told, stop=stop)
    control.check()
    return every


def _tell(control: TaskControl, progress: planning.PlanProgress) -> None:
    if not control.is_cancelled():
        control.progress(progress.placed, max(progress.total, 1))
