"""The heat map as a service: what it reads, what it says, what it writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import EMPLOYEES, CompositionStatus
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.services.foresight import HeatMap, Note, Question, heat_map
from jurydesk.services.foresight_export import export_heat
from jurydesk.services.foresight_words import bottleneck_name, bottleneck_text, note_texts
from jurydesk.wording import Wording
from tests.builders import (
    CODE,
    DAY,
    TODAY,
    a_certification,
    a_composition,
    a_pool,
    a_session,
    an_examiner,
    some_routes,
)
from tests.fakes import FakeOffice

FRENCH, ENGLISH = Wording("fr"), Wording("en")
WEEK = Question(CODE, start=DAY, end=DAY + timedelta(days=6))


def juries(heat: HeatMap) -> list[int]:
    return [one.juries for one in heat.halves]


def test_a_week_of_half_days_with_its_days_off(office: FakeOffice) -> None:
    heat = heat_map(office.desk, question=WEEK)
    assert (heat.certification.code, heat.route) == (CODE, AccessRoute.EXPERIENCE)
    assert [one.half for one in heat.halves[:2]] == [(DAY, HalfDay.AM), (DAY, HalfDay.PM)]
    assert juries(heat) == [1] * 14
    off = {one.day.isoweekday() for one in heat.halves if not one.is_working}
    assert off == {6, 7}
    assert heat.most == 1


def test_a_public_holiday_is_a_day_off(office: FakeOffice) -> None:
    christmas = date(2026, 12, 25)
    question = Question(CODE, start=christmas, end=christmas)
    assert heat_map(office.desk, question=question).working == ()
    friday = date(2027, 3, 26)
    question = Question(CODE, start=friday, end=friday)
    assert heat_map(office.desk, question=question).most == 1
    assert heat_map(office.desk, question=replace(question, zone="57")).working == ()


def test_without_a_range_it_is_a_year_from_today(office: FakeOffice) -> None:
    heat = heat_map(office.desk, question=Question("40642"))
    assert (heat.halves[0].day, len(heat.halves)) == (TODAY, 730)
    assert heat.halves[-1].day == date(TODAY.year + 1, TODAY.month, TODAY.day - 1)


def test_who_sits_in_a_session_is_taken(planned: FakeOffice) -> None:
    heat = heat_map(planned.desk, question=WEEK)
    assert juries(heat)[:4] == [0, 1, 1, 1]
    assert [session.code for session in heat.halves[0].sessions] == ["2026-12-A"]
    assert heat.halves[2].sessions == ()
    freed = replace(a_session().juries[0], annulled=True)
    stored = planned.desk.open_unit()
    with stored as unit:
        session = unit.sessions.get(1)
    planned.store(replace(session, juries=(freed,)))
    assert juries(heat_map(planned.desk, question=WEEK))[:2] == [1, 1]


def test_absences_and_mandates_are_seen(office: FakeOffice) -> None:
    away = Absence(DAY, DAY, HalfDay.PM)
    office.store(an_examiner(2, seat=EMPLOYEES, absences=(away,)))
    heat = heat_map(office.desk, question=WEEK)
    assert juries(heat)[:3] == [1, 0, 1]
    afternoon = heat.halves[1]
    panel = heat.setting.panel
    assert bottleneck_name(afternoon.capacity, panel, ENGLISH) == "employees"
    said = bottleneck_text(afternoon.capacity, panel, FRENCH)
    assert said == "Siège «\u00a0salariés\u00a0»\u00a0: personne ne peut siéger."
    assert [len(free.people) for free in heat.free(afternoon)] == [1, 0, 1, 1]


def test_the_sex_that_lacks_is_said(office: FakeOffice) -> None:
    office.store(*(replace(person, sex=Sex.FEMALE) for person in a_pool()))
    one = heat_map(office.desk, question=WEEK).halves[0]
    panel = heat_map(office.desk, question=WEEK).setting.panel
    assert (one.juries, one.capacity.with_reason) == (0, 1)
    assert bottleneck_name(one.capacity, panel, ENGLISH) == "men"
    assert bottleneck_text(one.capacity, panel, ENGLISH) == (
        "Balance: 0 men can sit, each jury needs one. With a written reason: 1 jury."
    )


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"routes": ()}, Note.NO_COMPOSITION),
        (
            {"routes": some_routes(a_composition(status=CompositionStatus.PROPOSED))},
            Note.PROPOSED,
        ),
        ({"routes": some_routes(a_composition(seats=()))}, Note.NO_COMPOSITION),
        (
            {"routes": some_routes(a_composition(seats=a_composition().seats[-2:]))},
            Note.NO_QUORUM,
        ),
    ],
)
def test_a_sheet_that_cannot_be_counted_says_why(
    office: FakeOffice, changes: dict[str, object], note: Note
) -> None:
    office.store(replace(a_certification(), **changes))
    heat = heat_map(office.desk, question=WEEK)
    assert note in heat.setting.notes
    assert len(note_texts(heat.setting, FRENCH)) == len(heat.setting.notes)
    assert set(juries(heat)) == ({1} if note is Note.PROPOSED else {0})


def test_a_closed_route_and_an_empty_pool_are_said(empty: FakeOffice) -> None:
    empty.store(a_certification(routes=some_routes(access=Access.CLOSED)))
    heat = heat_map(empty.desk, question=replace(WEEK, route=AccessRoute.APPRENTICESHIP))
    assert heat.setting.notes == (Note.CLOSED, Note.NOBODY)
    assert heat.most == 0


@pytest.mark.parametrize(
    ("question", "code"),
    [
        (Question("RNCP1"), "CERTIFICATION-UNKNOWN"),
        (replace(WEEK, end=DAY - timedelta(days=1)), "FORESIGHT-RANGE"),
        (replace(WEEK, end=date(2040, 1, 1)), "FORESIGHT-LONG"),
        (Question(CODE, start=date(9999, 12, 1)), "FORESIGHT-YEAR"),
        (replace(WEEK, zone="Mars"), "DEADLINE-ZONE"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(
    office: FakeOffice, question: Question, code: str
) -> None:
    with pytest.raises(WrongUsage) as refused:
        heat_map(office.desk, question=question)
    assert refused.value.code == code


def test_progress_is_told_and_may_stop_it(office: FakeOffice) -> None:
    told: list[tuple[int, int]] = []
    heat_map(office.desk, question=WEEK, progress=lambda *at: told.append(at))
    assert told == [(number, 14) for number in range(0, 14, 2)]


def test_a_workbook_and_a_calendar_of_it(planned: FakeOffice, tmp_path: Path) -> None:
    heat = heat_map(planned.desk, question=WEEK)
    book = tmp_path / "prévisions.xlsx"
    assert export_heat(planned.desk, heat=heat, path=book, wording=FRENCH) == 10
    rows = list(load_workbook(book).worksheets[0].iter_rows(values_only=True))
    assert rows[3][:5] == (
        "Jour",
        "Demi-journée",
        "Jurys possibles",
        "Avec motif écrit",
        "Goulot",
    )
    assert rows[4][1:5] == ("matin", 0, 0, "tous les sièges")
    assert rows[4][-1] == "2026-12-A"
    feed = tmp_path / "prévisions.ics"
    assert export_heat(planned.desk, heat=heat, path=feed, wording=FRENCH) == 5
    first = next(iter(Calendar.from_ical(feed.read_bytes()).walk("VEVENT")))
    assert first["summary"] == (
        "matin\u00a0: aucun jury possible · après-midi\u00a0: 1 jury possible"
    )
