"""A question asked of few days has the answer of every day; the naive way asks them all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Suspension
from jurydesk.domain.certification import Certification, RegistrationPeriod
from jurydesk.domain.findings import blocking
from jurydesk.domain.people import Examiner, Mandate, Qualification
from jurydesk.domain.release import Appointment
from jurydesk.domain.session import Jury, Session
from jurydesk.domain.session_facts import Limits, SessionFacts
from jurydesk.domain.session_rules import check_juror
from jurydesk.domain.summons import Answer, Channel, Reply, Sending, Summons
from jurydesk.planning.formulate import read_panels
from jurydesk.planning.openings import read_openings
from jurydesk.planning.problem import Half
from jurydesk.planning.readiness import LATE, DayReading, Readiness, session_halves
from jurydesk.planning.watched_day import WatchedDay, WatchedDays
from tests.planning.world import (
    CODE,
    FOUR_SEATS,
    MONDAY,
    World,
    certification,
    examiner,
    experienced,
    trained,
)

FIRST = MONDAY - timedelta(days=150)
DAYS = tuple(FIRST + timedelta(days=step) for step in range(0, 400, 3))
"""More than a year: every term of the law ends in it."""
DATES = st.dates(DAYS[0] - timedelta(days=400), DAYS[-1] + timedelta(days=30))
SESSION = Session("2026-12-A", (CODE,), DAYS)


@st.composite
def candidacies(draw: st.DrawFn) -> Candidacy:
    if draw(st.booleans()):
        one = trained(1)
        record = replace(one.training, entry=draw(DATES), exit=draw(st.none() | DATES))
        return replace(one, training=record, not_before=draw(st.none() | DATES))
    one = experienced(1)
    since = draw(DATES)
    until = draw(st.none() | st.just(since + timedelta(days=draw(st.integers(1, 90)))))
    file = replace(
        one.admissibility,
        status=draw(st.sampled_from(AdmissibilityStatus)),
        complete=draw(st.none() | DATES),
        decided=draw(st.none() | DATES),
        notified=draw(st.none() | DATES),
        last_step=draw(st.none() | DATES),
        suspensions=draw(st.sampled_from(((), (Suspension(since, until),)))),
    )
    return replace(
        one,
        admissibility=file,
        validation_received=draw(st.none() | DATES),
        not_before=draw(st.none() | DATES),
        begun=draw(st.sampled_from((one.begun, None, date(2024, 3, 1)))),
    )


@st.composite
def sheets(draw: st.DrawFn) -> Certification:
    sheet = replace(certification(FOUR_SEATS), last_delivery=draw(st.none() | DATES))
    if draw(st.booleans()):
        return replace(sheet, registered_until=draw(DATES))
    ends = sorted(draw(st.lists(DATES, min_size=4, max_size=4, unique=True)))
    periods = tuple(RegistrationPeriod(a, a, a, b, 1) for a, b in (ends[:2], ends[2:]))
    return replace(sheet, registrations=periods)


@settings(max_examples=60, deadline=None)
@given(candidacies(), sheets())
def test_a_candidacy_is_ready_on_the_days_on_which_it_is(
    candidacy: Candidacy, sheet: Certification
) -> None:
    facts = World([candidacy], session=SESSION, certification=sheet).facts()
    readiness = Readiness(facts)

    every = {day: readiness.findings(candidacy, day) for day in readiness.days}

    assert readiness.on_every_day(candidacy) == {
        day: DayReading(
            is_ready=not blocking(findings), is_late=any(f.code == LATE for f in findings)
        )
        for day, findings in every.items()
    }


@st.composite
def entries(draw: st.DrawFn) -> Absence:
    start = draw(DATES)
    kind = draw(st.sampled_from(AvailabilityKind))
    return Absence(
        start,
        start + timedelta(days=draw(st.integers(0, 40))),
        draw(st.sampled_from((None, *HalfDay))),
        kind=kind,
        weekday=draw(st.sampled_from((None, None, 0, 3))),
        held_until=draw(DATES) if kind is AvailabilityKind.OPTION else None,
    )


@st.composite
def examiners(draw: st.DrawFn, number: int) -> Examiner:
    seat = FOUR_SEATS[number % len(FOUR_SEATS)]
    ends = sorted(draw(st.lists(DATES, min_size=4, max_size=4, unique=True)))
    return examiner(
        number,
        seat.kind,
        of_certifier=not seat.external,
        qualifications=(Qualification(seat.kind, "acte"),),
        mandates=(Mandate(*ends[:2]), Mandate(*ends[2:])),
        absences=tuple(draw(st.lists(entries(), max_size=5))),
        judges=draw(st.sampled_from((None, (CODE,), ("RNCP6082",)))),
        preferred_half_day=draw(st.sampled_from((None, HalfDay.AM))),
        active=draw(st.integers(0, 9)) > 0,
    )


@st.composite
def summonses(draw: st.DrawFn, number: int) -> Summons:
    day, half_day = draw(st.sampled_from(DAYS)), draw(st.sampled_from(HalfDay))
    start, end = SESSION.hours.bounds(half_day)
    asked = Appointment(
        day, half_day, "Salle 1", datetime.combine(day, start), datetime.combine(day, end)
    )
    sending = Sending(draw(DATES), Channel.EMAIL, (asked,), draw(st.none() | DATES))
    given_answer = Answer(draw(st.sampled_from(Reply)), sending.on, (asked,))
    answers = draw(st.sampled_from(((), (given_answer,))))
    return Summons(0, f"uid-{number}", None, number, (sending,), answers)


@st.composite
def pools(draw: st.DrawFn) -> SessionFacts:
    people = [draw(examiners(number)) for number in range(1, 6)]
    busy = st.tuples(st.integers(1, 5), st.sampled_from(DAYS), st.sampled_from(HalfDay))
    limits = Limits(
        yearly_juries=draw(st.sampled_from((None, 1))),
        consecutive_years=draw(st.sampled_from((1, 5))),
        only_given_answers=draw(st.booleans()),
    )
    world = World([trained(1)], people, session=SESSION, limits=limits, today=MONDAY)
    world.elsewhere = draw(st.lists(busy, max_size=4))
    told = draw(st.lists(st.integers(1, 5).flatmap(summonses), max_size=2))
    return replace(world.facts(), summonses=tuple(told))


@settings(max_examples=40, deadline=None)
@given(pools())
def test_a_seat_is_open_to_whom_the_rules_let_sit(facts: SessionFacts) -> None:
    halves, panels = session_halves(facts.session), read_panels(facts)

    def price(half: Half, post: int, person: Examiner) -> int | None:
        jury = Jury(0, *half, room="", certification=panels[0].certification)
        seat = panels[0].posts[post].seat
        findings = check_juror(facts, jury, seat=seat, examiner=person)
        liked = person.preferred_half_day in {None, half[1]}
        return None if blocking(findings) else len(findings) + (not liked)

    openings = read_openings(facts, panels, halves)

    for half in halves:
        for post in range(len(panels[0].posts)):
            asked = {n: price(half, post, person) for n, person in facts.examiners.items()}
            assert openings[half][0][post] == {n: p for n, p in asked.items() if p is not None}


def test_a_day_speaks_for_those_that_compare_alike() -> None:
    watched = WatchedDay.of(date(2026, 6, 15))

    assert watched > date(2026, 6, 1)
    assert watched <= date(2026, 6, 20)

    told = [day for day in range(1, 31) if watched.speaks_for(date(2026, 6, day))]
    assert told == list(range(2, 20))


@pytest.mark.parametrize(
    ("look", "first", "last"),
    [
        (lambda day: day.year, date(2026, 1, 1), date(2026, 12, 31)),
        (lambda day: day.weekday(), date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: day.month, date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: day + timedelta(days=1), date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: day - timedelta(days=1), date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: date(2026, 7, 1) - day, date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: day == date(2026, 6, 15), date(2026, 6, 15), date(2026, 6, 15)),
        (lambda day: date(2026, 6, 14) != day, date(2026, 6, 15), date.max),
        (lambda day: max(day, date(2026, 6, 20)), date.min, date(2026, 6, 19)),
    ],
)
def test_what_else_is_asked_narrows_the_answer(look, first: date, last: date) -> None:
    watched = WatchedDay.of(date(2026, 6, 15))
    look(watched)

    assert (date.fromordinal(watched.low), date.fromordinal(watched.high)) == (first, last)


def test_a_day_that_a_table_knows_is_asked_alone() -> None:
    days = [date(2026, 6, day) for day in range(1, 8)]
    asked: list[date] = []

    def question(day: date) -> bool:
        asked.append(day)
        return day <= date(2026, 6, 5)

    answers = WatchedDays(days, known=[date(2026, 6, 3)]).ask(question)

    assert answers == {day: day.day <= 5 for day in days}
    assert [day.day for day in asked] == [1, 3, 5, 6]
