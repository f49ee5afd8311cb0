"""Scenes of the year to come: the map, the stress of the pool, nothing to foresee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.ui.pages.foresight.page import HEAT, PLAN, STRESS, ForesightPage
from tests.screens.session_desk import fill_sessions
from tests.ui.office import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.ports import Desk
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

SUMMER = Absence(date(2027, 7, 12), date(2027, 8, 27))


def fill_foresight(desk: Desk) -> None:
    """Give everybody of the pool absences as film people have them."""
    fill_sessions(desk)
    with desk.open_unit() as unit:
        for number, one in enumerate(unit.examiners.all()):
            shoots = [TODAY + timedelta(days=17 * number % 60 + 71 * turn) for turn in range(4)]
            away = [Absence(day, day + timedelta(days=12 + number % 9)) for day in shoots]
            fridays = [Absence(TODAY, TODAY + timedelta(days=200), HalfDay.PM)] * (number % 3 == 0)
            unit.examiners.save(replace(one, absences=(*one.absences, *away, *fridays, SUMMER)))
        unit.audit.record(EventType.EXAMINER_SAVED, {})
        unit.commit()


def foresight_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the page."""
    return {
        "foresight-year": year,
        "foresight-stress": stress,
        "foresight-plan": plan,
        "foresight-plan-empty": empty_plan,
    }


def year(studio: Studio) -> QWidget | None:
    """Show the year with the cursor on a half-day of a session."""
    page = foresight(studio)
    page.look_at(HEAT)
    heat = page.heat
    if heat is not None:
        page.year.grid.go_to(next(one.half for one in heat.halves if one.sessions))
    return None


def stress(studio: Studio) -> QWidget | None:
    """Show what the pool can hold."""
    page = foresight(studio)
    page.look_at(STRESS)
    page.compute_stress()
    studio.settle()
    return None


def plan(studio: Studio) -> QWidget | None:
    """Plan a year of expected files."""
    page = foresight(studio)
    page.look_at(PLAN)
    for box, count in zip(
        page.plan.view.month_boxes.values(), (0, 6, 0, 10, 0, 14, 3), strict=False
    ):
        box.setValue(count)
    page.plan.compute()
    studio.settle()
    return None


def empty_plan(studio: Studio) -> QWidget | None:
    """Show the plan before anything is asked."""
    page = foresight(studio)
    page.compute()
    studio.settle()
    page.look_at(PLAN)
    return None


def foresight(studio: Studio) -> ForesightPage:
    """Go to the page."""
    studio.parts.window.shell.show_page("foresight")
    studio.settle()
    return cast("ForesightPage", studio.parts.window.shell.current_page())
