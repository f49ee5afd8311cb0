"""A year of half-days with sixty examiners, and how often asking each half-day takes that time."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import SEAT_KINDS, TEACHING_STAFF
from jurydesk.domain.people import Mandate, Qualification, Sex
from jurydesk.planning.foresight import Crowd
from jurydesk.planning.foresight_presence import Presence
from jurydesk.planning.openings import read_openings
from jurydesk.planning.problem import Panel
from jurydesk.planning.stress import Pool, most_juries
from tests.planning.world import FOUR_SEATS, World, examiner

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.domain.people import Examiner
    from jurydesk.planning.problem import Half

FIRST = date(2026, 9, 1)
DAYS = 366
PEOPLE = 60
SECOND = 1.0
SATURDAY = 5
PANEL = Panel(FOUR_SEATS, balanced=True)
HALVES = tuple((FIRST + timedelta(days=n), half) for n in range(DAYS) for half in HalfDay)


def pool() -> list[Examiner]:
    """Sixty persons, each away eight times, some on Friday afternoons too."""
    draw = Random(2026)
    return [drawn(draw, number) for number in range(1, PEOPLE + 1)]


def drawn(draw: Random, number: int) -> Examiner:
    kind = SEAT_KINDS[number % 4]
    more = {other for other in SEAT_KINDS[:3] if draw.random() < 0.2}
    kinds = {kind} | (more if kind != TEACHING_STAFF else set())
    starts = [FIRST + timedelta(days=draw.randrange(DAYS)) for _ in range(8)]
    fridays = [FIRST + timedelta(days=3 + 7 * week) for week in range(12)]
    absences = [Absence(day, day + timedelta(days=draw.randrange(14))) for day in starts]
    if number % 3 == 0:
        absences += [Absence(day, day, HalfDay.PM) for day in fridays]
    end = FIRST + timedelta(days=draw.randrange(120, 700))
    return examiner(
        number,
        kind,
        draw.choice((Sex.FEMALE, Sex.MALE, Sex.NOT_STATED, Sex.FEMALE, Sex.MALE)),
        qualifications=tuple(Qualification(one, "acte") for one in sorted(kinds)),
        mandates=(Mandate(date(2025, 1, 1), end),),
        absences=tuple(absences),
    )


def year(people: list[Examiner]) -> list[int]:
    presence = Presence(World(examiners=people).facts(), PANEL)
    return [Crowd(PANEL, presence.persons(half)).capacity.juries for half in HALVES]


def bare(people: list[Examiner], halves: tuple[Half, ...]) -> list[int]:
    """Ask the rules about each person, seat and half-day; then count in the same way."""
    facts = World(examiners=people).facts()
    openings = read_openings(facts, (PANEL,), halves)
    return [
        min(len(people) // post.count for people, post in zip(o[0], PANEL.posts, strict=True))
        for o in openings.values()
    ]


def test_year_of_half_days(benchmark: BenchmarkFixture) -> None:
    people = pool()
    found = benchmark.pedantic(year, args=(people,), rounds=5, iterations=1)

    assert len(found) == len(HALVES)
    assert max(found) > 0
    start = perf_counter()
    bare(people, HALVES)
    plain = perf_counter() - start
    if benchmark.stats is not None:
        median = benchmark.stats.stats.median
        benchmark.extra_info["half-days"] = len(HALVES)
        benchmark.extra_info["asking_each_half-day_takes_times_as_long"] = round(plain / median, 1)
        assert median <= SECOND


def test_stress_of_a_year(benchmark: BenchmarkFixture) -> None:
    presence = Presence(World(examiners=pool()).facts(), PANEL)
    halves = [half for half in HALVES if half[0].weekday() < SATURDAY]
    asked = Pool(PANEL, presence.by_half(halves), rooms=2, limit=6)
    held = benchmark.pedantic(most_juries, args=(asked,), rounds=5, iterations=1)

    assert 0 < held.juries == held.bound
    if benchmark.stats is not None:
        benchmark.extra_info["juries"] = held.juries
        benchmark.extra_info["half-days"] = len(halves)
