"""The days of a year's plan as cells of the year: how many are heard, and why that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.finding_text import finding_text
from jurydesk.services.year_reasons import days_told
from jurydesk.ui.pages.foresight.cells import name_of
from jurydesk.ui.widgets.year_grid import YearCell

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jurydesk.services.foresight import HalfForecast
    from jurydesk.services.year_plan import YearAnswer
    from jurydesk.services.year_reasons import DayTold
    from jurydesk.ui.widgets.year_geometry import Half
    from jurydesk.wording import Wording

STRENGTH = 0.34


def plan_cells(answer: YearAnswer, wording: Wording) -> Mapping[Half, YearCell]:
    """Return what the year shows of each half-day: the chosen days with their figures."""
    days = {one.day.day: one for one in days_told(answer)}
    return {one.half: _cell(one, days, wording) for one in answer.heat.halves}


def reasons_of(told: DayTold, wording: Wording) -> tuple[str, ...]:
    """Return the sentences that say why a day is held."""
    return tuple(finding_text(finding, wording) for finding in told.reasons)


def _cell(one: HalfForecast, days: Mapping[date, DayTold], wording: Wording) -> YearCell:
    told = days.get(one.day)
    if told is None:
        return YearCell(
            "",
            is_off=not one.is_working,
            is_marked=bool(one.sessions),
            spoken=name_of(one, wording),
        )
    is_first = one.half_day is HalfDay.AM
    return YearCell(
        str(told.day.heard) if is_first else "",
        tone="warning" if told.day.late else "success",
        strength=STRENGTH,
        is_marked=bool(one.sessions),
        spoken="\n".join((name_of(one, wording), *reasons_of(told, wording))),
    )
