"""The plan of a year told day by day, written to files, and made into sessions in one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from jurydesk.domain.audit import EventType
from jurydesk.errors import RefusedByRule
from jurydesk.finding_text import finding_text
from jurydesk.planning.progress import StopToken
from jurydesk.services.foresight import Question
from jurydesk.services.foresight_export import export_year
from jurydesk.services.sessions import list_sessions
from jurydesk.services.undo import revert
from jurydesk.services.year_drafts import create_planned_sessions
from jurydesk.services.year_plan import YearQuestion, forecast_in, year_plan
from jurydesk.services.year_reasons import days_told, unheard_told
from jurydesk.wording import LANGUAGES, Wording
from tests.builders import CODE, DAY, a_candidacy, a_candidate, a_pool, a_vae
from tests.fakes import FakeOffice

if TYPE_CHECKING:
    from pathlib import Path

START = DAY - timedelta(days=14)
ASKED = YearQuestion(Question(CODE, start=START, end=date(2027, 6, 30)))
TRAINED = replace(ASKED, question=replace(ASKED.question, route=a_candidacy().route))


def test_known_candidates_go_into_the_session_that_hears_them(office: FakeOffice) -> None:
    asked = replace(TRAINED, rooms=2, minutes=60)
    answer = year_plan(office.desk, asked=asked)
    outcome = create_planned_sessions(office.desk, answer=answer)
    (session,) = outcome.value
    assert session.candidacies == (1, 2, 3)
    assert session.certifications == (CODE,)
    assert session.days == tuple(one.day for one in answer.plan.days)
    assert (len(session.rooms), session.hours.minutes) == (2, 60)
    assert office.acts == [EventType.SESSIONS_PLANNED]
    again = create_planned_sessions(office.desk, answer=answer)
    assert [one.candidacies for one in again.value] == [()], "they are in a session now"
    assert again.value[0].code != session.code
    revert(office.desk, outcome_changes=again.changes, label=again.label)
    revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert list_sessions(office.desk) == ()


def test_forecast_candidates_leave_their_places_empty(office: FakeOffice) -> None:
    office.store(a_candidate(9), a_vae(9))
    asked = replace(ASKED, forecasts=forecast_in("2027-01:6,2027-05:10"))
    answer = year_plan(office.desk, asked=asked)
    made = create_planned_sessions(office.desk, answer=answer).value
    assert len(made) == answer.plan.sessions > 1
    assert [n for session in made for n in session.candidacies] == [9]
    assert len({session.code for session in made}) == len(made)


def test_a_plan_of_nothing_makes_nothing(office: FakeOffice) -> None:
    office.store(*(replace(one, active=False) for one in a_pool()))
    answer = year_plan(office.desk, asked=TRAINED)
    with pytest.raises(RefusedByRule, match="YEAR-NOTHING"):
        create_planned_sessions(office.desk, answer=answer)
    assert [finding.code for finding in unheard_told(answer)] == ["YEAR-NO-DAY"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_day_says_why_it_is_held(office: FakeOffice, language: str) -> None:
    asked = replace(ASKED, forecasts=forecast_in("2026-12:6,2027-05:10"))
    answer = year_plan(office.desk, asked=asked)
    told = days_told(answer)
    assert [one.day for one in told] == list(answer.plan.days)
    first, *others = told
    assert {"YEAR-DAY", "YEAR-CANNOT-WAIT"} <= {f.code for f in first.reasons}
    assert "YEAR-NOT-BEFORE" in {f.code for one in others for f in one.reasons}
    for finding in (f for one in told for f in one.reasons):
        assert "{" not in finding_text(finding, Wording(language))
    for one in told:
        assert one.day.heard == sum(count for _, count in one.day.groups) <= one.places


def test_who_has_no_place_is_told(office: FakeOffice) -> None:
    asked = replace(TRAINED, minutes=240, forecasts=forecast_in("2027-06:400"))
    answer = year_plan(office.desk, asked=asked)
    (finding,) = unheard_told(answer)
    assert (finding.code, dict(finding.figures)["count"]) == ("YEAR-NO-PLACE", answer.plan.unheard)


def test_stopped_at_once_it_gives_what_it_has(office: FakeOffice) -> None:
    stop = StopToken()
    stop.stop()
    answer = year_plan(office.desk, asked=TRAINED, stop=stop)
    heard = sum(one.heard for one in answer.plan.days)
    assert heard + answer.plan.unheard == 3


def test_it_is_written_as_workbook_and_calendar(office: FakeOffice, tmp_path: Path) -> None:
    answer = year_plan(office.desk, asked=TRAINED)
    book, feed = tmp_path / "plan.xlsx", tmp_path / "plan.ics"
    words = Wording("fr")
    assert export_year(office.desk, answer=answer, path=book, wording=words) == 1
    cells = [str(c.value) for row in load_workbook(book).active.rows for c in row if c.value]
    assert any("Session 1" in text and "3 personnes" in text for text in cells)
    assert export_year(office.desk, answer=answer, path=feed, wording=words) == 1
    (event,) = Calendar.from_ical(feed.read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt == answer.plan.days[0].day
