"""The days of a year, against the trial of every choice of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from jurydesk.planning.year_plan import Expected, PlannedDay, YearPlan, plan_year

FIRST = date(2027, 1, 4)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def best(expected: tuple[Expected, ...], places: dict[date, int], length: int) -> tuple[int, ...]:
    """Try every set of first days; within it, hear the most, late last."""
    days = sorted(places)
    found = []
    for count in range(len(days) + 1):
        for starts in combinations(range(len(days)), count):
            covered = {d for s in starts for d in range(s, min(s + length, len(days)))}
            for size in range(len(covered) + 1):
                for used in combinations(sorted(covered), size):
                    free = {days[d]: places[days[d]] for d in used}
                    found.append((*hear(expected, free), count, size))
    return min(found)


def hear(expected: tuple[Expected, ...], free: dict[date, int]) -> tuple[int, int]:
    """Return how few are unheard and, of those ways, how few are late: by augmenting paths."""
    persons = [group for group in expected for _ in range(group.count)]
    seats = [d for d, count in free.items() for _ in range(count)]
    in_time = most(persons, seats, lambda p, d: d >= p.first and (p.due is None or d <= p.due))
    heard = most(persons, seats, lambda p, d: d >= p.first)
    # Who can be heard in time may be kept so while the others are added (a matroid)
    return len(persons) - heard, max(0, heard - in_time)


def most(persons, seats, may) -> int:
    holder: dict[int, int] = {}

    def take(person: int, tried: set[int]) -> bool:
        for seat, when in enumerate(seats):
            if seat in tried or not may(persons[person], when):
                continue
            tried.add(seat)
            if seat not in holder or take(holder[seat], tried):
                holder[seat] = person
                return True
        return False

    return sum(take(person, set()) for person in range(len(persons)))


@st.composite
def years(draw: st.DrawFn) -> tuple[tuple[Expected, ...], dict[date, int], int]:
    groups = tuple(
        Expected(
            draw(st.integers(1, 2)),
            day(draw(st.integers(0, 4))),
            draw(st.sampled_from((None, day(1), day(2), day(4)))),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    places = {day(n): draw(st.integers(0, 2)) for n in range(draw(st.integers(0, 5)))}
    return groups, places, draw(st.integers(1, 2))


@settings(deadline=None, max_examples=60)
@given(years())
def test_no_choice_of_days_is_better(
    year: tuple[tuple[Expected, ...], dict[date, int], int],
) -> None:
    expected, places, length = year
    plan = plan_year(expected, places, days_per_session=length)
    assert plan.is_proved
    told = (plan.unheard, plan.late)
    assert told == best(expected, places, length)[:2]
    assert (*told, plan.sessions, len(plan.days)) == best(expected, places, length)


def test_one_session_hears_two_groups_between_their_days() -> None:
    expected = (Expected(3, day(0), day(4)), Expected(2, day(3), day(9)))
    places = {day(n): 6 for n in range(10)}
    plan = plan_year(expected, places)
    assert (plan.sessions, plan.unheard, plan.late) == (1, 0, 0)
    assert plan.days[0].day in {day(3), day(4)}


def test_what_no_day_can_hold_is_counted() -> None:
    expected = (Expected(3, day(0), day(0)),)
    assert plan_year(expected, {}) == YearPlan((), 3, is_proved=True)
    assert plan_year((), {day(0): 1}) == YearPlan((), 0, is_proved=True)
    assert plan_year(expected, {day(1): 2}) == YearPlan(
        (PlannedDay(day(1), 0, heard=2, late=2),), 1, is_proved=True
    )
