"""A plan of sessions over a range: who is to be heard by when, and on which days they can be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.clocks import ClockKind, clocks_of
from jurydesk.domain.findings import blocking
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hours
from jurydesk.errors import WrongUsage
from jurydesk.planning.year_plan import Expected, YearPlan, plan_year
from jurydesk.services.facts import holding_sessions
from jurydesk.services.foresight import heat_map
from jurydesk.services.foresight_setting import setting_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.services.foresight import HeatMap
    from jurydesk.services.foresight_setting import Question, Setting
    from jurydesk.services.ports import Desk, UnitOfWork

__all__ = ["Forecast", "YearAnswer", "YearPlan", "YearQuestion", "forecast_in", "year_plan"]

MOST_ROOMS, MOST_DAYS, MOST_EXPECTED = 30, 10, 2000
MOST_MINUTES = 480
DECEMBER = 12
_FORECAST = re.compile(r"(\d{4})-(\d{2}):(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Forecast:
    """So many candidates whose files are expected from the first day of a month on."""

    month: date
    count: int


@dataclass(frozen=True, slots=True)
class YearQuestion:
    """Which jury, when, and how sessions are held."""

    question: Question
    rooms: int = 1
    """How many juries may sit on one half-day."""
    days_per_session: int = 1
    """How many working days a session may spread over."""
    minutes: int = 45
    """Length of a hearing."""
    forecasts: tuple[Forecast, ...] = ()
    """Beside the candidacies that are known."""


@dataclass(frozen=True)
class YearAnswer:
    """The plan, with what it was made from."""

    asked: YearQuestion
    setting: Setting
    known: int
    """Candidacies that are ready in the range, or will be."""
    forecast: int
    plan: YearPlan


def forecast_in(text: str) -> tuple[Forecast, ...]:
    """Read forecasts as commands take them: « 2027-01:6,2027-03:10 ».

    Raises:
        WrongUsage: one of them is none.
    """
    return tuple(_forecast(part.strip()) for part in text.split(",") if part.strip())


def year_plan(
    desk: Desk, *, asked: YearQuestion, progress: Callable[[int, int], None] | None = None
) -> YearAnswer:
    """Choose the days of sessions; `progress(done, total)` may raise to stop.

    What a person may sit in a year is not looked at: `stress` says it.

    Raises:
        WrongUsage: no such certification, a range that is none, or a figure out of bounds.
    """
    _check(asked)
    with desk.open_unit() as unit:
        setting = setting_of(unit, asked.question, today=desk.clock.today())
        known = tuple(_known(unit, setting, today=desk.clock.today()))
    heat = heat_map(desk, question=asked.question, progress=progress)
    expected = Counter(known)
    for one in asked.forecasts:
        expected[_window(one, setting)] += one.count
    groups = tuple(Expected(count, *when) for when, count in _ordered(expected))
    plan = plan_year(groups, _places(heat, asked), days_per_session=asked.days_per_session)
    forecast = sum(one.count for one in asked.forecasts)
    return YearAnswer(asked, setting, len(known), forecast, plan)


def _forecast(part: str) -> Forecast:
    found = _FORECAST.fullmatch(part)
    if found is None or not 1 <= int(found[2]) <= DECEMBER or int(found[1]) < 1:
        raise WrongUsage("FORESIGHT-EXPECTED", {"value": part})
    return Forecast(date(int(found[1]), int(found[2]), 1), int(found[3]))


def _check(asked: YearQuestion) -> None:
    figures = (
        ("rooms", asked.rooms, MOST_ROOMS),
        ("days", asked.days_per_session, MOST_DAYS),
        ("minutes", asked.minutes, MOST_MINUTES),
        ("expect", 1 + sum(one.count for one in asked.forecasts), MOST_EXPECTED),
    )
    for name, value, most in figures:
        if not 1 <= value <= most:
            raise WrongUsage("FORESIGHT-FIGURE", {"figure": name, "most": most})


def _window(one: Forecast, setting: Setting) -> tuple[date, date | None]:
    """A VAE file that comes in that month is to be heard before the end of the third one after."""
    is_clocked = setting.route is AccessRoute.EXPERIENCE
    return max(one.month, setting.start), add_months(one.month, 3) if is_clocked else None


def _ordered(
    expected: Mapping[tuple[date, date | None], int],
) -> list[tuple[tuple[date, date | None], int]]:
    return sorted(expected.items(), key=lambda item: (item[0][0], item[0][1] or date.max))


def _known(
    unit: UnitOfWork, setting: Setting, *, today: date
) -> Iterator[tuple[date, date | None]]:
    """Yield from when each candidacy of the route can be heard, and by when it should be."""
    held = holding_sessions(s for s in unit.sessions.all() if s.closed_at is None)
    sheet = setting.sheet
    waiting = [
        one
        for one in unit.candidacies.for_certification(sheet.code)
        if one.route is setting.route and one.closure is Closure.IN_PROGRESS and one.id not in held
    ]
    people = {c.id: c for c in unit.candidates.some({one.candidate_id for one in waiting})}
    for one in waiting:
        for first in _mornings(setting, one):
            found = check_readiness(one, people[one.candidate_id], sheet, on=first)
            if not blocking(found):
                yield first, _due(one, today)
                break


def _mornings(setting: Setting, one: Candidacy) -> Iterator[date]:
    """Yield the days on which somebody may become ready: the first, then each new month."""
    start = max(setting.start, one.not_before or setting.start)
    days = dict.fromkeys(day for day, _ in setting.halves)
    return (day for day in days if day == start or (day > start and day.day == 1))


def _due(one: Candidacy, today: date) -> date | None:
    clocks = (clock for clock in clocks_of(one, today) if clock.kind is ClockKind.JURY)
    return next((clock.due for clock in clocks if clock.due is not None), None)


def _places(heat: HeatMap, asked: YearQuestion) -> Mapping[date, int]:
    """Return how many persons each working day can hear."""
    hours = Hours(minutes=asked.minutes)
    length = {half: _minutes(hours, half) // asked.minutes for half in HalfDay}
    places: Counter[date] = Counter()
    for one in heat.working:
        places[one.day] += min(one.juries, asked.rooms) * length[one.half_day]
    return places


def _minutes(hours: Hours, half: HalfDay) -> int:
    start, end = hours.bounds(half)
    return (end.hour - start.hour) * 60 + end.minute - start.minute
