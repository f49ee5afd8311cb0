"""What the page does with the plan of the year: compute, stop, create the sessions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.year_drafts import create_planned_sessions
from jurydesk.services.year_plan import StopToken, YearQuestion, year_plan
from jurydesk.ui.pages.foresight.plan_panel import PlanPanel
from jurydesk.ui.pages.foresight.plan_view import PlanView

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.session import Session
    from jurydesk.services.foresight import Question
    from jurydesk.services.ports import Desk
    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.ui.pages.foresight.page import ForesightPage
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.tasks import TaskControl
    from jurydesk.ui.widgets.year_geometry import Half


class PlanningActs(QObject):
    """Holds the view of the plan and the panel beside it."""

    def __init__(
        self, page: ForesightPage, context: PageContext, *, start: date, end: date
    ) -> None:
        """Build both."""
        super().__init__(page)
        self._page = page
        self._context = context
        self.view = PlanView(context.wording, start, end)
        self.panel = PlanPanel(context.wording, create=self.create_sessions)
        self.view.asked.connect(self.compute)
        self.view.grid.half_changed.connect(self._on_half_changed)
        self.view.grid.half_activated.connect(self._on_half_activated)

    def follow(self, question: Question | None) -> None:
        """Ask for the months of that range; a plan of another question is gone."""
        if question is None or question.start is None or question.end is None:
            return
        months, month = [], question.start.replace(day=1)
        while month <= question.end:
            months.append(month)
            month = _next(month)
        self.view.show_months((question.certification, question.route), months)
        self.view.show_nothing()
        self.panel.show_none()

    def compute(self) -> None:
        """Choose the days; it can be stopped, and then gives the best found so far."""
        question = self._page.bar.question()
        if question is None:
            return
        self.view.run_button.setEnabled(False)
        self._context.runner.submit_long(
            partial(_plan, self._context.desk, self.view.question(question)),
            title=self.tr("Choosing the days of the year"),
            done=self._show,
            failed=self._on_refused,
        )

    def create_sessions(self) -> None:
        """Make the plan into sessions: one act, undone as one."""
        if self.view.answer is not None and self.view.answer.plan.days:
            call = partial(create_planned_sessions, self._context.desk, answer=self.view.answer)
            self._context.operations.perform(call, done=self._on_created)

    def _show(self, answer: YearAnswer) -> None:
        self.view.run_button.setEnabled(True)
        self._page.bar.show_problem("")
        self.view.show_answer(answer)
        self.view.grid.setFocus()

    def _on_refused(self, error: Exception) -> None:
        self.view.run_button.setEnabled(True)
        self._page.refuse(error)

    def _on_half_changed(self, half: Half) -> None:
        if self.view.answer is not None:
            self.panel.show_day(self.view.answer, half[0])

    def _on_half_activated(self, _half: Half) -> None:
        self.create_sessions()

    def _on_created(self, made: tuple[Session, ...]) -> None:
        self._page.refresh()
        text = self.tr("Sessions created: {count}").format(count=len(made))
        self._context.toasts.show_message(text, tone="success")


def _next(month: date) -> date:
    return month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)


def _plan(desk: Desk, asked: YearQuestion, control: TaskControl) -> YearAnswer:
    stop = StopToken(control.is_cancelled)
    return year_plan(desk, asked=asked, progress=control.progress, stop=stop)
