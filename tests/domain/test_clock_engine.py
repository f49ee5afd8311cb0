"""The engine of the clocks, against a calendar that is walked day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.candidacy import Suspension
from jurydesk.domain.clock_engine import Run, Term, run

ONE = timedelta(days=1)
START = date(2026, 1, 15)
days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
terms = st.one_of(
    st.builds(Term, months=st.integers(1, 6)), st.builds(Term, days=st.integers(1, 60))
)
lengths = st.integers(0, 90)


@st.composite
def suspensions(draw: st.DrawFn, *, closed: bool = False) -> tuple[Suspension, ...]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        since = draw(days)
        length = draw(lengths if closed else st.none() | lengths)
        found.append(Suspension(since, None if length is None else since + length * ONE))
    return tuple(found)


def walked(term: Term, start: date, stops: tuple[Suspension, ...]) -> date:
    """Walk day by day: only a day on which nothing stands still brings the end nearer."""
    left, day = (term.end(start) - start).days, start
    while True:
        if not any(s.since <= day and (s.until is None or day < s.until) for s in stops):
            if left == 0:
                return day
            left -= 1
        day += ONE


@given(terms, days, suspensions(closed=True))
def test_the_end_is_that_of_a_calendar_walked_day_by_day(
    term: Term, start: date, stops: tuple[Suspension, ...]
) -> None:
    assert run(term, start, suspensions=stops).due == walked(term, start, stops)


@given(terms, days, suspensions())
def test_a_suspension_never_shortens_a_clock(
    term: Term, start: date, stops: tuple[Suspension, ...]
) -> None:
    due = run(term, start, suspensions=stops).due
    assert due is None or due >= term.end(start)


@given(terms, days, suspensions(), days, st.tuples(lengths, lengths))
def test_one_more_suspension_or_a_longer_one_never_gives_an_earlier_end(
    term: Term,
    start: date,
    stops: tuple[Suspension, ...],
    since: date,
    more: tuple[int, int],
) -> None:
    length, longer = more
    added = Suspension(since, since + length * ONE)
    extended = replace(added, until=since + (length + longer) * ONE)
    earlier = replace(extended, since=since - longer * ONE)
    chain = [stops, (*stops, added), (*stops, extended), (*stops, earlier)]
    ends = [run(term, start, suspensions=one).due or date.max for one in chain]
    assert ends == sorted(ends)
    open_end = run(term, start, suspensions=(*stops, Suspension(since))).due or date.max
    assert open_end >= ends[1]


@given(terms, days, suspensions())
def test_the_order_in_which_suspensions_were_written_down_changes_nothing(
    term: Term, start: date, stops: tuple[Suspension, ...]
) -> None:
    assert run(term, start, suspensions=stops) == run(term, start, suspensions=stops[::-1])


@given(terms, days, suspensions(closed=True))
def test_the_days_lost_are_those_between_both_ends(
    term: Term, start: date, stops: tuple[Suspension, ...]
) -> None:
    found = run(term, start, suspensions=stops)
    assert found.due is not None
    assert found.due - term.end(start) == found.suspended * ONE


@given(st.integers(1, 90), days)
def test_a_term_counted_back_ends_as_many_days_before(length: int, day: date) -> None:
    assert run(Term(days=-length), day) == Run(day, day - length * ONE)


def test_what_is_still_open_counts_from_the_day_it_begins() -> None:
    later = (Suspension(date(2026, 2, 1)),)
    before, after = date(2026, 1, 31), date(2026, 2, 1)
    assert run(Term(2), START, suspensions=later, today=before).due == date(2026, 3, 15)
    assert run(Term(2), START, suspensions=later, today=after).due is None
    assert run(Term(2), START, suspensions=later).due is None


def test_what_begins_after_the_end_suspends_nothing() -> None:
    on_the_last_day = (Suspension(date(2026, 3, 15), date(2026, 3, 18)),)
    the_day_after = (Suspension(date(2026, 3, 16), date(2026, 3, 18)),)
    assert run(Term(2), START, suspensions=on_the_last_day) == Run(START, date(2026, 3, 18), 3)
    assert run(Term(2), START, suspensions=the_day_after) == Run(START, date(2026, 3, 15))
