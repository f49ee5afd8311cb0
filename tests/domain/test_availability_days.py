"""Half-days as few ranges: nothing is lost and nothing is added."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.availability_days import Span, halves_of, spans, united, without_halves

MONDAY = date(2026, 11, 2)
AM, PM = HalfDay.AM, HalfDay.PM
NOTHING = Absence(MONDAY, MONDAY)

half_days = st.tuples(
    st.integers(0, 60).map(lambda number: MONDAY + timedelta(days=number)), st.sampled_from(HalfDay)
)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


@given(st.frozensets(half_days))
def test_ranges_say_the_very_same_half_days(halves: frozenset[tuple[date, HalfDay]]) -> None:
    found = spans(halves)
    parts = [halves_of(span.on(NOTHING)) for span in found]
    assert frozenset().union(*parts) == halves
    assert sum(map(len, parts)) == len(halves)


def test_days_on_end_and_weeks_on_end_are_one_range_each() -> None:
    whole = {(day(number), half) for number in range(3) for half in HalfDay}
    mornings = {(day(7 * week + 4), AM) for week in range(3)}
    assert spans(whole | mornings) == (
        Span(day(0), day(2)),
        Span(day(4), day(18), AM, weekday=4),
    )
    twice = {(day(7 * week + 4), AM) for week in range(2)}
    assert spans(twice) == (Span(day(4), day(4), AM), Span(day(11), day(11), AM))


def test_a_half_day_taken_out_leaves_the_rest_with_its_reason() -> None:
    away = Absence(day(0), day(4), reason="en tournage")
    other = Absence(day(10), day(10))
    assert without_halves((away, other), {(day(2), PM)}) == (
        Absence(day(0), day(1), reason="en tournage"),
        Absence(day(2), day(2), AM, reason="en tournage"),
        Absence(day(3), day(4), reason="en tournage"),
        other,
    )


@given(st.lists(half_days, max_size=8), st.integers(0, 30), st.none() | st.integers(0, 6))
def test_taking_out_is_exact(
    gone: list[tuple[date, HalfDay]], length: int, weekday: int | None
) -> None:
    entry = Absence(MONDAY, day(length), weekday=weekday)
    left = without_halves((entry,), gone)
    assert frozenset().union(*map(halves_of, left)) == halves_of(entry) - frozenset(gone)


def test_a_habit_said_again_is_one_habit() -> None:
    june = Absence(day(0), day(70), weekday=0)
    july = Absence(day(35), day(105), weekday=0)
    tuesdays = Absence(day(1), day(50), weekday=1)
    rather = Absence(day(0), day(70), weekday=0, kind=AvailabilityKind.RATHER_NOT)
    range_ = Absence(day(0), day(3))
    assert united((july, june, tuesdays, rather, range_)) == (
        range_,
        rather,
        Absence(day(0), day(105), weekday=0),
        tuesdays,
    )
    apart = Absence(day(140), day(161), weekday=0)
    assert united((june, apart)) == (june, apart)
