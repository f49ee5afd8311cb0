"""The clocks case by case: each line has its article, and its dates were counted by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

import pytest

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import AdmissibilityStatus, Suspension
from jurydesk.domain.clocks import (
    ARTICLES,
    ClockKind,
    clocks_of,
    declaration_clock,
    employer_clock,
    leave_clock,
    notification_clock,
    tacitly_admissible_on,
)
from tests.builders import a_vae

LONG_BEFORE = date(2024, 1, 2)


class Case(NamedTuple):
    """One dated case; suspensions are pairs of days, the second one runs again."""

    article: str
    start: str
    due: str | None
    why: str
    suspended: tuple[tuple[str, str | None], ...] = ()


ADMISSIBILITY = [
    Case("R6412-4", "2026-01-15", "2026-03-15", "date to date"),
    Case("R6412-4", "2026-01-31", "2026-03-31", "both months have 31 days"),
    Case("R6412-4", "2025-12-31", "2026-02-28", "February ends on the 28th"),
    Case("R6412-4", "2027-12-31", "2028-02-29", "February of a leap year"),
    Case("R6412-4", "2027-12-29", "2028-02-29", "the 29th exists in a leap year"),
    Case("R6412-4", "2026-12-29", "2027-02-28", "the 29th does not exist in 2027"),
    Case("R6412-4", "2026-12-30", "2027-02-28", "nor does the 30th"),
    Case("R6412-4", "2026-12-28", "2027-02-28", "four starts meet on one end"),
    Case("R6412-4", "2028-02-29", "2028-04-29", "from the 29 February to the 29th"),
    Case("R6412-4", "2026-02-28", "2026-04-28", "from the last day, not to the last day"),
    Case("R6412-4", "2026-06-30", "2026-08-30", "30 June to 30 August, not 31"),
    Case("R6412-4", "2026-07-31", "2026-09-30", "September has 30 days"),
    Case("R6412-4", "2026-11-15", "2027-01-15", "over the end of the year"),
    Case("R6412-4", "2027-01-01", "2027-03-01", "on the first of a month"),
    Case("R6412-4", "2026-01-15", "2026-03-25", "ten days", (("2026-02-01", "2026-02-11"),)),
    Case("R6412-4", "2026-01-15", "2026-03-16", "one day", (("2026-02-01", "2026-02-02"),)),
    Case("R6412-4", "2026-01-15", "2026-03-15", "no day at all", (("2026-02-01", "2026-02-01"),)),
    Case(
        "R6412-4", "2026-01-15", "2026-03-15", "until before since", (("2026-02-09", "2026-02-01"),)
    ),
    Case("R6412-4", "2026-01-15", None, "still open", (("2026-02-01", None),)),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-15",
        "ended before the start",
        (("2026-01-01", "2026-01-15"),),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-20",
        "begun before the start",
        (("2026-01-01", "2026-01-20"),),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-20",
        "from the day of the start",
        (("2026-01-15", "2026-01-20"),),
    ),
    Case(
        "R6412-4", "2026-01-15", "2026-03-20", "from the last day", (("2026-03-15", "2026-03-20"),)
    ),
    Case(
        "R6412-4", "2026-01-15", "2026-03-15", "after the last day", (("2026-03-16", "2026-03-20"),)
    ),
    Case("R6412-4", "2026-01-15", "2026-03-15", "open after the last day", (("2026-03-16", None),)),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-30",
        "two of them add up",
        (("2026-01-20", "2026-01-25"), ("2026-02-10", "2026-02-20")),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-04-04",
        "overlapping ones count once",
        (("2026-02-01", "2026-02-15"), ("2026-02-10", "2026-02-21")),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-25",
        "one within the other counts once",
        (("2026-02-01", "2026-02-11"), ("2026-02-03", "2026-02-05")),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-25",
        "one right after the other",
        (("2026-02-01", "2026-02-06"), ("2026-02-06", "2026-02-11")),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        "2026-03-27",
        "the first brings the second within reach",
        (("2026-02-01", "2026-02-11"), ("2026-03-20", "2026-03-22")),
    ),
    Case(
        "R6412-4",
        "2026-01-15",
        None,
        "one closed, one still open",
        (("2026-02-01", "2026-02-11"), ("2026-03-20", None)),
    ),
    Case(
        "R6412-4",
        "2027-12-31",
        "2028-03-01",
        "over the 29 February",
        (("2028-01-10", "2028-01-11"),),
    ),
    Case(
        "R6412-4",
        "2026-12-31",
        "2027-03-01",
        "over the 28 February",
        (("2027-01-10", "2027-01-11"),),
    ),
    Case(
        "R6412-4",
        "2027-12-15",
        "2028-03-02",
        "February held whole: 29 days become 16",
        (("2028-02-01", "2028-02-17"),),
    ),
]

LAPSE = [
    Case("R6412-4", "2026-05-04", "2026-11-04", "date to date"),
    Case("R6412-4", "2026-08-31", "2027-02-28", "end of a short sixth month"),
    Case("R6412-4", "2027-08-31", "2028-02-29", "of a leap year"),
    Case("R6412-4", "2026-08-29", "2027-02-28", "no 29 February in 2027"),
    Case("R6412-4", "2028-02-29", "2028-08-29", "from the 29 February"),
    Case("R6412-4", "2026-03-31", "2026-09-30", "September has 30 days"),
    Case("R6412-4", "2026-10-31", "2027-04-30", "so has April"),
    Case("R6412-4", "2026-07-01", "2027-01-01", "over the end of the year"),
]

JURY = [
    Case("R6412-5", "2026-10-01", "2027-01-01", "date + 3 months: the safe reading"),
    Case("R6412-5", "2026-10-31", "2027-01-31", "both ends of a month"),
    Case("R6412-5", "2026-11-30", "2027-02-28", "end of a short third month"),
    Case("R6412-5", "2027-11-30", "2028-02-29", "of a leap year"),
    Case("R6412-5", "2026-11-28", "2027-02-28", "the 28th all the same"),
    Case("R6412-5", "2028-02-29", "2028-05-29", "from the 29 February"),
    Case("R6412-5", "2026-01-31", "2026-04-30", "April has 30 days"),
    Case("R6412-5", "2026-08-31", "2026-11-30", "so has November"),
    Case("R6412-5", "2026-02-28", "2026-05-28", "never the end of the calendar month"),
]

NOTIFICATION = [
    Case("R6412-7", "2026-12-14", "2026-12-29", "fifteen days of the calendar"),
    Case("R6412-7", "2026-12-20", "2027-01-04", "over the end of the year"),
    Case("R6412-7", "2028-02-14", "2028-02-29", "on the 29 February"),
    Case("R6412-7", "2027-02-14", "2027-03-01", "a day further without one"),
    Case("R6412-7", "2026-04-16", "2026-05-01", "on a holiday: it stays the due day"),
]

EMPLOYER = [
    Case("D3142-32", "2026-12-14", "2026-11-29", "fifteen days before"),
    Case("D3142-32", "2028-03-15", "2028-02-29", "back over the end of February"),
    Case("D3142-32", "2027-03-15", "2027-02-28", "of a year without the 29th"),
    Case("D3142-32", "2027-01-10", "2026-12-26", "back over the new year"),
]

LEAVE = [
    Case("R6422-3", "2026-12-14", "2026-11-14", "thirty days before"),
    Case("R6422-3", "2028-03-30", "2028-02-29", "back to the 29 February"),
    Case("R6422-3", "2027-03-30", "2027-02-28", "to the 28th"),
    Case("R6422-3", "2027-01-15", "2026-12-16", "back over the new year"),
    Case("R6422-3", "2026-03-31", "2026-03-01", "thirty days are not a month"),
]

DECLARATION = [
    Case("R6113-17-2", "2026-12-14", "2027-03-14", "date to date"),
    Case("R6113-17-2", "2026-11-30", "2027-02-28", "end of a short third month"),
    Case("R6113-17-2", "2027-11-30", "2028-02-29", "of a leap year"),
    Case("R6113-17-2", "2026-03-31", "2026-06-30", "June has 30 days"),
    Case("R6113-17-2", "2026-10-15", "2027-01-15", "over the end of the year"),
]

EVERY = {
    ClockKind.ADMISSIBILITY: ADMISSIBILITY,
    ClockKind.LAPSE: LAPSE,
    ClockKind.JURY: JURY,
    ClockKind.NOTIFICATION: NOTIFICATION,
    ClockKind.EMPLOYER: EMPLOYER,
    ClockKind.LEAVE: LEAVE,
    ClockKind.DECLARATION: DECLARATION,
}
CASES = [
    pytest.param(kind, case, id=f"{kind} {case.start} {case.why}")
    for kind, cases in EVERY.items()
    for case in cases
]


def day(text: str) -> date:
    return date.fromisoformat(text)


def due_of(kind: ClockKind, case: Case) -> date | None:
    """Ask the clocks as a service does, long before the end."""
    start = day(case.start)
    of_sessions = {
        ClockKind.NOTIFICATION: lambda: notification_clock(1, heard_on=start, today=start),
        ClockKind.DECLARATION: lambda: declaration_clock(1, delivered_on=start, today=start),
        ClockKind.LEAVE: lambda: leave_clock(1, hearing=start, today=start),
        ClockKind.EMPLOYER: lambda: employer_clock(1, jury=start, today=start),
    }
    if kind in of_sessions:
        return of_sessions[kind]().due
    if kind is ClockKind.ADMISSIBILITY:
        file = {"status": AdmissibilityStatus.COMPLETE, "decided": None, "complete": start}
        stops = tuple(Suspension(day(a), day(b) if b else None) for a, b in case.suspended)
        path = a_vae(file={**file, "suspensions": stops}, validation_received=None)
    elif kind is ClockKind.LAPSE:
        file = {"decided": LONG_BEFORE, "notified": start}
        path = a_vae(file=file, validation_received=None)
    else:
        path = a_vae(validation_received=start)
    # The day on which a suspension begins is the first on which anybody could see it
    seen = max([start, *(day(since) for since, _ in case.suspended)])
    return next(clock.due for clock in clocks_of(path, seen) if clock.kind is kind)


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_case(kind: ClockKind, case: Case) -> None:
    assert due_of(kind, case) == (day(case.due) if case.due else None)
    assert case.article == ARTICLES[kind]


def test_the_table_has_sixty_cases_and_no_case_twice() -> None:
    every = [(kind, case.start, case.suspended) for kind, cases in EVERY.items() for case in cases]
    assert len(every) >= 60
    assert {key for key, times in Counter(every).items() if times > 1} == set()


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-01-30", 1, "2028-02-29"),
        ("2028-02-29", 1, "2028-03-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2028-02-29", -12, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-05-31", -3, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2100-01-31", 1, "2100-02-28"),
    ],
)
def test_borders_of_months(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


def test_silence_speaks_on_the_day_after_the_last_one() -> None:
    """R6412-4: the office may still answer on the last day, also after a suspension."""
    file = {"status": AdmissibilityStatus.COMPLETE, "decided": None, "complete": day("2026-01-15")}
    stops = (Suspension(day("2026-02-01"), day("2026-02-11")),)
    assert tacitly_admissible_on(a_vae(file=file)) == day("2026-03-16")
    assert tacitly_admissible_on(a_vae(file={**file, "suspensions": stops})) == day("2026-03-26")
    still = {**file, "suspensions": (Suspension(day("2026-02-01")),)}
    assert tacitly_admissible_on(a_vae(file=still)) is None
    assert tacitly_admissible_on(a_vae(file=still), day("2026-01-31")) == day("2026-03-16")
