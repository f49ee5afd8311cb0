"""A year of sessions from the candidacies that are known and from typed figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jurydesk.domain.availability import Absence
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.services.foresight import Question
from jurydesk.services.year_plan import Forecast, YearQuestion, forecast_in, year_plan
from tests.builders import CODE, DAY, a_candidacy, a_candidate, a_pool, a_vae
from tests.fakes import FakeOffice

START = DAY - timedelta(days=14)
ASKED = YearQuestion(Question(CODE, start=START, end=date(2027, 6, 30)))
ROUTE = a_candidacy().route


def test_those_who_are_ready_are_heard_on_one_day(office: FakeOffice) -> None:
    asked = replace(ASKED, question=replace(ASKED.question, route=ROUTE))
    answer = year_plan(office.desk, asked=asked)
    assert (answer.known, answer.forecast) == (3, 0)
    assert (answer.plan.sessions, answer.plan.unheard, answer.plan.late) == (1, 0, 0)
    assert [one.heard for one in answer.plan.days] == [3]


def test_who_sits_in_a_session_already_is_not_planned_again(planned: FakeOffice) -> None:
    asked = replace(ASKED, question=replace(ASKED.question, route=ROUTE))
    assert year_plan(planned.desk, asked=asked).known == 0


def test_a_clock_is_kept_where_the_pool_allows(office: FakeOffice) -> None:
    office.store(a_candidate(9), a_vae(9))
    answer = year_plan(office.desk, asked=ASKED)
    assert (answer.known, answer.plan.late) == (1, 0)
    (held,) = answer.plan.days
    everybody_away = Absence(START, held.day + timedelta(days=120))
    office.store(*(replace(one, absences=(everybody_away,)) for one in a_pool()))
    late = year_plan(office.desk, asked=ASKED)
    assert (late.plan.late, late.plan.unheard) == (1, 0)


def test_typed_figures_follow_the_clock_of_the_vae(empty: FakeOffice, office: FakeOffice) -> None:
    asked = replace(ASKED, forecasts=forecast_in("2027-01:6, 2027-05:10"))
    answer = year_plan(office.desk, asked=asked)
    assert (answer.forecast, answer.plan.late, answer.plan.unheard) == (16, 0, 0)
    months = {one.day.month for one in answer.plan.days}
    assert min(months) <= 4
    assert max(months) >= 5
    other = replace(asked, question=replace(ASKED.question, route=AccessRoute.INDIVIDUAL))
    later = year_plan(office.desk, asked=other).plan
    assert {one.day.month for one in later.days} <= {5, 6}


def test_without_any_jury_nobody_is_heard(office: FakeOffice) -> None:
    office.store(*(replace(one, active=False) for one in a_pool()))
    asked = replace(ASKED, forecasts=(Forecast(date(2027, 1, 1), 4),))
    plan = year_plan(office.desk, asked=asked).plan
    assert (plan.days, plan.unheard) == ((), 4)


@pytest.mark.parametrize("text", ["2027:6", "2027-13:6", "janvier:3", "0000-01:1"])
def test_what_is_no_forecast_is_a_sentence(text: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        forecast_in(text)
    assert refused.value.code == "FORESIGHT-EXPECTED"


@pytest.mark.parametrize("changes", [{"rooms": 0}, {"days_per_session": 99}, {"minutes": 0}])
def test_a_figure_out_of_bounds_is_a_sentence(office: FakeOffice, changes: dict[str, int]) -> None:
    with pytest.raises(WrongUsage) as refused:
        year_plan(office.desk, asked=replace(ASKED, **changes))
    assert refused.value.code == "FORESIGHT-FIGURE"
