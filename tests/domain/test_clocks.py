"""The legal clocks to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.clocks import (
    ClockKind,
    ClockState,
    LegalClock,
    admissible_since,
    clocks_of,
    declaration_clock,
    employer_clock,
    every_clock_of,
    leave_clock,
    notification_clock,
    tacitly_admissible_on,
)
from jurydesk.domain.steps import StepKind
from tests.builders import DAY, TODAY, a_candidacy, a_vae

SUSPENDED, RUNNING, LATE = ClockState.SUSPENDED, ClockState.RUNNING, ClockState.LATE
EXPIRED = ClockState.EXPIRED


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 15), 2, date(2026, 3, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_are_counted_from_date_to_date(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_adding_months_never_leaves_the_month_aimed_at(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)


def _vae(*, validation: date | None = None, **file: object) -> Candidacy:
    return a_vae(file=file, validation_received=validation)


def _clock(kind: ClockKind, article: str, starts: date, due: date, state: ClockState) -> LegalClock:
    return LegalClock(kind, article, starts, due, 1, state)


COMPLETE = {"status": Status.COMPLETE, "decided": None}


@pytest.mark.parametrize(
    ("candidacy", "expected"),
    [
        pytest.param(a_candidacy(), (), id="training"),
        pytest.param(
            _vae(status=Status.NONE, decided=None, received=None, complete=None),
            (),
            id="nothing filed",
        ),
        pytest.param(
            _vae(status=Status.INCOMPLETE, decided=None, complete=None),
            (
                LegalClock(
                    ClockKind.ADMISSIBILITY, "R6412-4", None, None, 1, ClockState.NOT_STARTED
                ),
            ),
            id="not started while incomplete",
        ),
        pytest.param(
            _vae(status=Status.INCOMPLETE, decided=None),
            (
                LegalClock(
                    ClockKind.ADMISSIBILITY, "R6412-4", date(2026, 3, 16), None, 1, SUSPENDED
                ),
            ),
            id="suspended when found incomplete later on",
        ),
        pytest.param(
            _vae(**COMPLETE, complete=date(2026, 9, 23)),
            (_clock(ClockKind.ADMISSIBILITY, "R6412-4", date(2026, 9, 23), TODAY, RUNNING),),
            id="two months end today",
        ),
        pytest.param(
            _vae(**COMPLETE, complete=date(2026, 9, 22)),
            (
                _clock(
                    ClockKind.ADMISSIBILITY,
                    "R6412-4",
                    date(2026, 9, 22),
                    date(2026, 11, 22),
                    EXPIRED,
                ),
                _clock(ClockKind.LAPSE, "R6412-4", TODAY, date(2027, 5, 23), RUNNING),
            ),
            id="silence has made it admissible today",
        ),
        pytest.param(
            _vae(),
            (_clock(ClockKind.LAPSE, "R6412-4", date(2026, 5, 4), date(2026, 11, 4), EXPIRED),),
            id="six months without a step",
        ),
        pytest.param(
            _vae(validation=date(2026, 8, 31)),
            (_clock(ClockKind.JURY, "R6412-5", date(2026, 8, 31), date(2026, 11, 30), RUNNING),),
            id="jury before the end of the third month",
        ),
        pytest.param(
            _vae(validation=date(2026, 8, 22)),
            (_clock(ClockKind.JURY, "R6412-5", date(2026, 8, 22), date(2026, 11, 22), LATE),),
            id="jury late since yesterday",
        ),
        pytest.param(
            _vae(validation=date(2026, 8, 31), last_step=date(2026, 8, 1)),
            (_clock(ClockKind.JURY, "R6412-5", date(2026, 8, 31), date(2026, 11, 30), RUNNING),),
            id="a step and the file both stopped the six months",
        ),
        pytest.param(_vae(last_step=date(2026, 10, 1)), (), id="a step stopped the six months"),
        pytest.param(
            _vae(last_step=date(2026, 5, 3)),
            (_clock(ClockKind.LAPSE, "R6412-4", date(2026, 5, 4), date(2026, 11, 4), EXPIRED),),
            id="a step before the decision stops nothing",
        ),
        pytest.param(
            _vae(notified=date(2026, 5, 28)),
            (_clock(ClockKind.LAPSE, "R6412-4", date(2026, 5, 28), date(2026, 11, 28), RUNNING),),
            id="six months count from the notification",
        ),
        pytest.param(
            a_vae(validation_returned=date(2026, 10, 5)),
            (LegalClock(ClockKind.JURY, "R6412-5", date(2026, 10, 1), None, 1, SUSPENDED),),
            id="validation file sent back",
        ),
        pytest.param(
            _vae(status=Status.ADMISSIBLE, decided=None), (), id="decided on a day nobody noted"
        ),
        pytest.param(_vae(status=Status.REFUSED), (), id="refused"),
        pytest.param(_vae(status=Status.LAPSED), (), id="lapsed"),
        pytest.param(a_vae(begun=date(2023, 12, 31)), (), id="path of the older law"),
        pytest.param(a_vae(closure=Closure.WITHDRAWN), (), id="withdrawn"),
    ],
)
def test_clocks_of_a_path(candidacy: Candidacy, expected: tuple[LegalClock, ...]) -> None:
    assert clocks_of(candidacy, TODAY) == expected


def test_who_was_heard_waits_for_no_jury() -> None:
    assert clocks_of(a_vae(), TODAY, heard=True) == ()


def test_what_an_act_stopped_is_kept_with_its_day() -> None:
    stopped = {clock.kind: clock.stopped for clock in every_clock_of(a_vae(), TODAY)}
    assert stopped == {
        ClockKind.ADMISSIBILITY: date(2026, 5, 4),
        ClockKind.LAPSE: date(2026, 10, 1),
        ClockKind.JURY: None,
    }


@pytest.mark.parametrize(
    ("candidacy", "acts"),
    [
        (_vae(**COMPLETE, complete=TODAY), [(StepKind.ADMITTED, StepKind.REFUSED)]),
        (
            _vae(**COMPLETE, complete=date(2026, 9, 22)),
            [
                (StepKind.TACITLY_ADMITTED,),
                (StepKind.PROGRESS_RECORDED, StepKind.VALIDATION_RECEIVED),
            ],
        ),
        (_vae(status=Status.INCOMPLETE, decided=None), [(StepKind.FILE_COMPLETE,)]),
        (_vae(), [(StepKind.LAPSED,)]),
        (a_vae(), [()]),
        (a_vae(validation_returned=TODAY), [(StepKind.VALIDATION_RECEIVED,)]),
    ],
)
def test_a_clock_names_the_acts_that_it_waits_for(
    candidacy: Candidacy, acts: list[tuple[StepKind, ...]]
) -> None:
    assert [clock.acts for clock in clocks_of(candidacy, TODAY)] == acts


@pytest.mark.parametrize(("days", "state"), [(15, RUNNING), (16, LATE)])
def test_notification_within_fifteen_days(days: int, state: ClockState) -> None:
    clock = notification_clock(1, heard_on=DAY, today=DAY + timedelta(days))
    assert (clock.due, clock.state) == (date(2026, 12, 29), state)


def test_declaration_within_three_months_of_delivery() -> None:
    clock = declaration_clock(1, delivered_on=DAY, today=DAY)
    assert (clock.due, clock.article) == (date(2027, 3, 14), "R6113-17-2")


def test_candidate_asks_for_leave_thirty_days_before() -> None:
    clock = leave_clock(1, hearing=DAY, today=TODAY)
    assert (clock.due, clock.state) == (date(2026, 11, 14), LATE)


def test_juror_tells_the_employer_fifteen_days_before() -> None:
    clock = employer_clock(7, jury=DAY, today=TODAY)
    assert (clock.due, clock.state) == (date(2026, 11, 29), RUNNING)
    assert (clock.examiner_id, clock.candidacy_id, clock.article) == (7, 0, "D3142-32")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ({"decided": TODAY}, TODAY),
        ({"decided": TODAY + timedelta(1)}, None),
        ({"status": Status.TACITLY_ADMISSIBLE, "decided": None}, date(2026, 5, 17)),
        ({"status": Status.TACITLY_ADMISSIBLE}, date(2026, 5, 4)),
        ({"status": Status.COMPLETE, "decided": None}, date(2026, 5, 17)),
        ({"status": Status.INCOMPLETE, "decided": None}, None),
        ({"status": Status.REFUSED}, None),
    ],
)
def test_admissible_since(file: dict[str, object], expected: date | None) -> None:
    assert admissible_since(a_vae(file=file), TODAY) == expected


def test_silence_says_nothing_on_other_paths() -> None:
    assert tacitly_admissible_on(a_candidacy()) is None
    assert tacitly_admissible_on(_vae(complete=None)) is None
    assert tacitly_admissible_on(a_vae(begun=date(2023, 12, 31))) is None
