"""The panel of a day in the plan of the year: whom it hears, and why it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.services.year_reasons import days_told
from jurydesk.ui.pages.foresight.plan_cells import reasons_of
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.wording import Wording


class PlanPanel(InspectorPanel):
    """Shows one day."""

    def __init__(self, wording: Wording, *, create: Callable[[], None]) -> None:
        """Start with nothing; `create` makes all the days into sessions."""
        super().__init__()
        self._wording = wording
        self._create = create
        self.show_none()

    def show_none(self) -> None:
        """Say that nothing is chosen yet."""
        self.show_nothing(self.tr("Choose the days to see why each is held."))

    def show_day(self, answer: YearAnswer, day: date) -> None:
        """Show one day, held or not."""
        self.clear()
        told = next((one for one in days_told(answer) if one.day.day == day), None)
        name = sentence_case(self._wording.date(day, weekday=True))
        if told is None:
            self.set_heading(name, self.tr("No jury sits that day in this plan."))
        else:
            text = self.tr("Session {number}").format(number=told.day.session + 1)
            self.set_heading(name, text, self._chips(told.day.late))
            self.add_section(self.tr("Why that day"))
            for sentence in reasons_of(told, self._wording):
                self.add_text(sentence)
        create = Act(self.tr("Create these sessions"), self._create, "add")
        self.set_acts((create,) if answer.plan.days else ())

    def _chips(self, late: int) -> tuple[Chip, ...]:
        if late:
            return (
                Chip(self.tr("After the clock: {count}").format(count=late), "warning", "clock"),
            )
        return (Chip(self.tr("In time"), "success", "check-circle"),)
