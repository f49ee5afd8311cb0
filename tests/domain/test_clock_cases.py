"""Dated cases of every legal clock, each worked out by hand under its article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.candidacy import AdmissibilityFile, Candidacy, Suspension
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.clock_engine import Term, last_day, stands_still
from jurydesk.domain.clocks import (
    ARTICLES,
    EFFECTS,
    STOPPED_BY,
    TERMS,
    ClockKind,
    ClockState,
    Expiry,
    clocks_of,
    decision_due,
    declaration_clock,
    employer_clock,
    lapses_after,
    leave_clock,
    notification_clock,
    tacitly_admissible_on,
)
from jurydesk.domain.steps import StepKind
from tests.builders import a_vae

D = date.fromisoformat


@dataclass(frozen=True)
class Case:
    """A start, the times of standing still, and the last day in time."""

    start: str
    due: str | None
    still: tuple[tuple[str, str | None], ...] = ()

    @property
    def suspensions(self) -> tuple[Suspension, ...]:
        return tuple(
            Suspension(D(since), D(until) if until else None) for since, until in self.still
        )


# R6412-4: « dans les deux mois qui suivent la réception du dossier de faisabilité complet »
DECISIONS = [
    Case("2026-01-15", "2026-03-15"),
    Case("2026-01-01", "2026-03-01"),
    Case("2026-01-31", "2026-03-31"),
    Case("2026-12-31", "2027-02-28"),
    Case("2026-12-30", "2027-02-28"),
    Case("2026-12-29", "2027-02-28"),
    Case("2026-12-28", "2027-02-28"),
    Case("2027-12-31", "2028-02-29"),
    Case("2027-12-29", "2028-02-29"),
    Case("2028-02-29", "2028-04-29"),
    Case("2026-07-31", "2026-09-30"),
    Case("2026-06-30", "2026-08-30"),
    Case("2026-11-30", "2027-01-30"),
    # Something was missing for ten days, found five days after completion
    Case("2026-03-16", "2026-05-26", (("2026-03-21", "2026-03-31"),)),
    # Missing from the very first day
    Case("2026-03-16", "2026-05-26", (("2026-03-16", "2026-03-26"),)),
    # Asked before completion: only the days after the start count
    Case("2026-03-16", "2026-05-26", (("2026-03-01", "2026-03-26"),)),
    # Over before the clock ran
    Case("2026-03-16", "2026-05-16", (("2026-02-01", "2026-03-16"),)),
    # Asked on the last day itself: still in time to stop the clock
    Case("2026-03-16", "2026-05-20", (("2026-05-16", "2026-05-20"),)),
    # Asked the day after: too late, silence has spoken
    Case("2026-03-16", "2026-05-16", (("2026-05-17", "2026-06-30"),)),
    # Two times, apart
    Case("2026-03-16", "2026-06-05", (("2026-03-20", "2026-03-30"), ("2026-04-10", "2026-04-20"))),
    # Two times that overlap: no day counts twice
    Case("2026-03-16", "2026-06-05", (("2026-03-20", "2026-04-05"), ("2026-03-30", "2026-04-09"))),
    # Two times that touch
    Case("2026-03-16", "2026-06-05", (("2026-03-20", "2026-03-30"), ("2026-03-30", "2026-04-09"))),
    # One within another
    Case("2026-03-16", "2026-06-05", (("2026-03-20", "2026-04-09"), ("2026-03-25", "2026-03-28"))),
    # The first one moves the end, so that the second one still counts
    Case("2026-03-16", "2026-06-02", (("2026-05-10", "2026-05-25"), ("2026-05-28", "2026-05-30"))),
    # Over 29 February
    Case("2028-01-15", "2028-03-25", (("2028-02-20", "2028-03-01"),)),
    # Still missing
    Case("2026-03-16", None, (("2026-04-01", None),)),
    # Still missing, asked too late
    Case("2026-03-16", "2026-05-16", (("2026-05-17", None),)),
    # Answered the same day: no day stood still
    Case("2026-03-16", "2026-05-16", (("2026-04-01", "2026-04-01"),)),
]


@pytest.mark.parametrize("case", DECISIONS)
def test_decision_on_admissibility(case: Case) -> None:
    file = AdmissibilityFile(
        received=D(case.start),
        complete=D(case.start),
        status=Status.COMPLETE,
        suspensions=case.suspensions,
    )
    vae = a_vae(admissibility=file, begun=D(case.start), validation_received=None)
    due = D(case.due) if case.due else None
    assert decision_due(vae) == due
    assert tacitly_admissible_on(vae) == (due + timedelta(1) if due else None)


# R6412-4: « à l'issue du sixième mois qui suit cette notification »
LAPSES = [
    # decided, notified, last step, last day before it lapses
    ("2026-01-15", None, None, "2026-07-15"),
    ("2026-08-31", None, None, "2027-02-28"),
    ("2027-08-31", None, None, "2028-02-29"),
    ("2027-08-29", None, None, "2028-02-29"),
    ("2028-02-29", None, None, "2028-08-29"),
    ("2026-03-31", None, None, "2026-09-30"),
    # The notification came later than the decision
    ("2026-01-15", "2026-01-20", None, "2026-07-20"),
    ("2026-08-30", "2026-08-31", None, "2027-02-28"),
    # Written down as before the decision: the decision counts
    ("2026-01-15", "2026-01-10", None, "2026-07-15"),
    # A step in time stops the clock for good, on the last day too
    ("2026-01-15", None, "2026-01-15", None),
    ("2026-01-15", None, "2026-07-15", None),
    # A step too late, or before the notification, does not
    ("2026-01-15", None, "2026-07-16", "2026-07-15"),
    ("2026-01-15", None, "2026-01-14", "2026-07-15"),
]


@pytest.mark.parametrize(("decided", "notified", "step", "due"), LAPSES)
def test_lapse_of_admissibility(
    decided: str, notified: str | None, step: str | None, due: str | None
) -> None:
    file = AdmissibilityFile(
        received=D("2025-11-03"),
        complete=D("2025-11-10"),
        decided=D(decided),
        status=Status.ADMISSIBLE,
        notified=D(notified) if notified else None,
        last_step=D(step) if step else None,
    )
    vae = a_vae(admissibility=file, begun=D("2025-11-03"), validation_received=None)
    assert lapses_after(vae, D("2029-01-01")) == (D(due) if due else None)


# R6412-5: « avant la fin du troisième mois qui suit le dépôt du dossier de validation »
JURIES = [
    ("2026-10-01", "2027-01-01"),
    ("2026-11-30", "2027-02-28"),
    ("2026-11-29", "2027-02-28"),
    ("2026-11-28", "2027-02-28"),
    ("2027-11-30", "2028-02-29"),
    ("2027-11-29", "2028-02-29"),
    ("2026-01-31", "2026-04-30"),
    ("2026-05-31", "2026-08-31"),
    ("2028-02-29", "2028-05-29"),
    ("2026-12-31", "2027-03-31"),
]


@pytest.mark.parametrize(("filed", "due"), JURIES)
def test_jury_after_the_validation_file(filed: str, due: str) -> None:
    vae = a_vae(validation_received=D(filed))
    (clock,) = clocks_of(vae, D(filed))
    assert (clock.kind, clock.article, clock.due) == (ClockKind.JURY, "R6412-5", D(due))


# R6412-7: « dans les quinze jours qui suivent le passage devant le jury »
@pytest.mark.parametrize(
    ("heard", "due"),
    [
        ("2026-12-14", "2026-12-29"),
        ("2026-12-17", "2027-01-01"),
        ("2028-02-15", "2028-03-01"),
        ("2027-02-15", "2027-03-02"),
    ],
)
def test_notification(heard: str, due: str) -> None:
    clock = notification_clock(1, heard_on=D(heard), today=D(heard), session_id=4)
    assert (clock.article, clock.due, clock.session_id) == ("R6412-7", D(due), 4)


# R6113-17-2: three months from delivery
@pytest.mark.parametrize(
    ("delivered", "due"),
    [
        ("2026-12-14", "2027-03-14"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-03-31", "2026-06-30"),
    ],
)
def test_declaration(delivered: str, due: str) -> None:
    clock = declaration_clock(1, delivered_on=D(delivered), today=D(delivered))
    assert (clock.article, clock.due) == ("R6113-17-2", D(due))


# R6422-3: the candidate asks thirty days before; D3142-32: the juror's employer fifteen before
@pytest.mark.parametrize(
    ("hearing", "leave", "employer"),
    [
        ("2026-12-14", "2026-11-14", "2026-11-29"),
        ("2027-01-05", "2026-12-06", "2026-12-21"),
        ("2028-03-30", "2028-02-29", "2028-03-15"),
        ("2027-03-30", "2027-02-28", "2027-03-15"),
    ],
)
def test_leave_and_employer(hearing: str, leave: str, employer: str) -> None:
    asked = leave_clock(1, hearing=D(hearing), today=D(hearing))
    told = employer_clock(7, jury=D(hearing), today=D(hearing))
    assert (asked.article, asked.starts, asked.due) == ("R6422-3", None, D(leave))
    assert (told.article, told.starts, told.due) == ("D3142-32", None, D(employer))


def test_there_are_at_least_sixty_cases() -> None:
    # Notification and declaration have four each; leave and employer four of each kind
    assert len(DECISIONS) + len(LAPSES) + len(JURIES) + 4 + 4 + 8 >= 60


def test_every_clock_says_its_article_its_term_its_effect_and_its_end() -> None:
    every = set(ClockKind)
    assert set(ARTICLES) == set(TERMS) == set(EFFECTS) == set(STOPPED_BY) == every
    assert STOPPED_BY[ClockKind.NOTIFICATION] == (StepKind.RESULT_NOTIFIED,)
    assert EFFECTS[ClockKind.ADMISSIBILITY] is Expiry.TACIT_ADMISSIBILITY


class TestStandingStill:
    def test_a_file_found_incomplete_again_stands_still(self) -> None:
        still = (Suspension(D("2026-04-01")),)
        file = AdmissibilityFile(
            D("2026-03-02"), D("2026-03-16"), status=Status.INCOMPLETE, suspensions=still
        )
        vae = a_vae(admissibility=file, validation_received=None)
        (clock,) = clocks_of(vae, D("2027-01-01"))
        assert (clock.state, clock.starts, clock.due, clock.suspensions) == (
            ClockState.SUSPENDED,
            D("2026-03-16"),
            None,
            still,
        )

    def test_a_validation_file_sent_back_stands_still(self) -> None:
        vae = a_vae(validation_returned=D("2026-10-15"))
        (clock,) = clocks_of(vae, D("2027-06-01"))
        assert (clock.kind, clock.state, clock.due) == (ClockKind.JURY, ClockState.SUSPENDED, None)

    @pytest.mark.parametrize(
        ("day", "still"),
        [("2026-03-31", False), ("2026-04-01", True), ("2026-04-09", True), ("2026-04-10", False)],
    )
    def test_to_the_day(self, day: str, still: bool) -> None:
        assert stands_still((Suspension(D("2026-04-01"), D("2026-04-10")),), D(day)) is still


days = st.dates(date(2024, 1, 1), date(2032, 12, 31))
terms = st.builds(Term, months=st.integers(0, 12), days=st.integers(0, 60))


@st.composite
def suspensions(draw: st.DrawFn) -> Suspension:
    since = draw(days)
    return Suspension(since, since + timedelta(draw(st.integers(0, 120))))


still = st.lists(suspensions(), max_size=4)


@given(terms, days, still)
def test_a_suspension_never_shortens_a_clock(
    term: Term, start: date, times: list[Suspension]
) -> None:
    due = last_day(term, start, times)
    assert due is not None
    assert due >= term.counted_from(start)


@given(terms, days, still, suspensions())
def test_one_more_suspension_never_gives_an_earlier_day(
    term: Term, start: date, times: list[Suspension], more: Suspension
) -> None:
    before, after = last_day(term, start, times), last_day(term, start, [*times, more])
    assert before is not None
    assert after is not None
    assert after >= before


@given(terms, days, suspensions(), st.integers(0, 60))
def test_a_longer_suspension_never_gives_an_earlier_day(
    term: Term, start: date, one: Suspension, more: int
) -> None:
    assert one.until is not None
    longer = Suspension(one.since, one.until + timedelta(more))
    first, then = last_day(term, start, [one]), last_day(term, start, [longer])
    assert first is not None
    assert then is not None
    assert then >= first


@given(terms, days, still)
def test_the_order_of_suspensions_is_nothing(
    term: Term, start: date, times: list[Suspension]
) -> None:
    assert last_day(term, start, times) == last_day(term, start, times[::-1])


def test_a_path_of_the_older_law_has_no_clock() -> None:
    older: Candidacy = a_vae(begun=D("2023-12-31"))
    assert tacitly_admissible_on(older) is None
