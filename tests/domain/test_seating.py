"""Who may take a seat, preside, deliberate: the questions that planning and the window ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import TEACHING_STAFF
from jurydesk.domain.findings import Subject, SubjectKind, blocking
from jurydesk.domain.session_facts import deliberating_members
from jurydesk.domain.session_rules import (
    Limits,
    best_president,
    check_hearing,
    check_juror,
    check_jury,
    check_session,
    recusals,
)
from jurydesk.domain.ties import Tie, TieEffect, TieKind, TieState, effect
from tests.builders import (
    DAY,
    SEATS,
    a_candidacy,
    a_hearing,
    a_jury,
    a_pool,
    a_vae,
    an_examiner,
    some_facts,
    some_jurors,
)
from tests.domain.case import codes
from tests.domain.hearing_cases import a_tie

SPARE = an_examiner(5)
WIDE_POOL = (*a_pool(), SPARE)


def test_jury_of_four_counts_three_votes() -> None:
    facts = some_facts()
    assert SEATS[3].kind == TEACHING_STAFF
    members = deliberating_members(facts, a_jury(), a_hearing())
    assert [juror.examiner_id for juror in members] == [1, 2, 3]


@given(
    tied=st.sets(st.integers(1, 4)),
    recused=st.sets(st.integers(1, 4)),
    state=st.sampled_from(TieState),
    vae=st.booleans(),
)
def test_teaching_member_never_adds_a_vote(
    *, tied: set[int], recused: set[int], state: TieState, vae: bool
) -> None:
    candidacy = a_vae() if vae else a_candidacy()
    ties = tuple(a_tie(examiner, state=state) for examiner in tied)
    hearing = a_hearing(recused=tuple(recused))
    facts = some_facts(candidacy, ties=ties, session={"hearings": (hearing,)})
    away = recused | (set() if state is TieState.SET_ASIDE else tied)
    members = deliberating_members(facts, a_jury(), hearing)
    assert [juror.examiner_id for juror in members] == sorted({1, 2, 3} - away)


@given(tied=st.sets(st.integers(1, 4)))
def test_recusing_as_asked_leaves_no_tie_finding(tied: set[int]) -> None:
    facts = some_facts(ties=tuple(a_tie(examiner) for examiner in tied))
    asked = recusals(facts, a_jury(), a_candidacy())
    assert set(asked) == tied - {4}
    found = check_hearing(facts, a_hearing(recused=asked))
    assert codes(found) == (() if len(asked) < 2 else ("HEAR-03",))


def test_nobody_is_recused_where_ties_exclude() -> None:
    facts = some_facts(a_vae(), ties=(a_tie(),))
    assert recusals(facts, a_jury(), a_vae()) == ()


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        (date(2024, 4, 12), TieEffect.RECUSED),
        (date(2024, 4, 13), TieEffect.EXCLUDED),
        (None, TieEffect.EXCLUDED),
    ],
)
def test_effect_of_a_tie_follows_the_law_of_the_path(
    begun: date | None, expected: TieEffect
) -> None:
    candidacy = replace(a_vae(file={"received": None}), begun=begun)
    for state in (TieState.CONFIRMED, TieState.PROPOSED):
        assert effect(a_tie(state=state), candidacy) is expected
    assert effect(a_tie(state=TieState.SET_ASIDE), candidacy) is None


def test_finding_of_a_tie_names_both_persons() -> None:
    facts = some_facts(a_vae(), ties=(a_tie(),))
    (finding,) = check_hearing(facts, a_hearing())
    assert finding.subjects == (
        Subject(SubjectKind.EXAMINER, 1, "ARNAUD Zoé"),
        Subject(SubjectKind.CANDIDACY, 1, "LEGRAND1 Ophélie"),
    )
    assert dict(finding.figures) == {"tie": TieKind.TRAINER, "seat": "EMPLOYERS"}
    assert finding.concerns(SubjectKind.EXAMINER, 1)


def test_moving_a_hearing_overlooks_its_old_place() -> None:
    facts = some_facts(
        a_candidacy(1),
        a_candidacy(2),
        session={"hearings": (a_hearing(1), a_hearing(2, at="10:00"))},
    )
    assert check_hearing(facts, a_hearing(1, at="09:15")) == ()
    assert codes(check_hearing(facts, a_hearing(1, at="09:16"))) == ("HEAR-01",)


def test_two_hearings_at_once_are_one_finding_of_the_session() -> None:
    facts = some_facts(
        a_candidacy(1), a_candidacy(2), session={"hearings": (a_hearing(1), a_hearing(2))}
    )
    assert len(check_session(facts)) == 1


@pytest.mark.parametrize(
    ("examiner", "expected"),
    [
        (SPARE, ()),
        (a_pool()[0], ()),
        (a_pool()[1], ("JURY-03", "JURY-07")),
        (a_pool()[3], ("JURY-03", "JURY-02", "JURY-07")),
        (replace(SPARE, mandates=()), ("JURY-09",)),
        (replace(SPARE, active=False), ("JURY-21",)),
    ],
)
def test_taking_the_first_seat(examiner: object, expected: tuple[str, ...]) -> None:
    people = {person.id: person for person in WIDE_POOL}
    assert isinstance(examiner, type(SPARE))
    facts = some_facts(examiners=tuple({**people, examiner.id: examiner}.values()))
    found = check_juror(facts, a_jury(), seat=SEATS[0], examiner=examiner)
    assert codes(found) == expected


def test_newcomer_is_recused_rather_than_refused_on_a_training_route() -> None:
    facts = some_facts(examiners=WIDE_POOL, ties=(a_tie(5),))
    found = check_juror(facts, a_jury(), seat=SEATS[0], examiner=SPARE)
    assert codes(found) == ("TIE-04",)
    assert blocking(found) == ()


def test_newcomer_without_a_vote_needs_no_recusal() -> None:
    teacher = an_examiner(5, seat=TEACHING_STAFF)
    facts = some_facts(examiners=(*a_pool(), teacher), ties=(a_tie(5),))
    assert check_juror(facts, a_jury(), seat=SEATS[3], examiner=teacher) == ()


def test_newcomer_tied_to_a_vae_candidate_is_refused() -> None:
    facts = some_facts(a_vae(), examiners=WIDE_POOL, ties=(a_tie(5),))
    found = check_juror(facts, a_jury(), seat=SEATS[0], examiner=SPARE)
    assert codes(found) == ("TIE-01",)


def test_newcomer_before_a_hearing_of_nobody_known() -> None:
    facts = some_facts(examiners=WIDE_POOL, session={"hearings": (a_hearing(7),)})
    assert check_juror(facts, a_jury(), seat=SEATS[0], examiner=SPARE) == ()


def test_newcomer_already_busy_that_half_day() -> None:
    facts = some_facts(examiners=WIDE_POOL, elsewhere=((5, DAY, HalfDay.AM),))
    found = check_juror(facts, a_jury(), seat=SEATS[0], examiner=SPARE)
    assert codes(found) == ("JURY-12",)


@pytest.mark.parametrize(("limit", "expected"), [(2, ()), (1, ("JURY-20",))])
def test_newcomer_counts_the_jury_to_come(limit: int, expected: tuple[str, ...]) -> None:
    elsewhere = ((5, DAY, HalfDay.PM),)
    facts = some_facts(examiners=WIDE_POOL, elsewhere=elsewhere, limits=Limits(yearly_juries=limit))
    found = check_juror(facts, a_jury(), seat=SEATS[0], examiner=SPARE)
    assert codes(found) == expected


def test_jury_as_it_would_stand_is_checked_before_it_is_stored() -> None:
    facts = some_facts(examiners=WIDE_POOL)
    replaced = a_jury(jurors=some_jurors(5, 2, 3, 4))
    assert codes(check_jury(facts, replaced)) == ("JURY-13",)
    assert check_jury(facts, replace(replaced, president_id=5)) == ()


class TestBestPresident:
    def test_is_the_one_who_presided_longest_ago(self) -> None:
        months = (date(2025, 3, 1), date(2024, 11, 1), date(2025, 1, 1), None)
        people = zip(a_pool(), months, strict=True)
        pool = tuple(replace(person, last_presidency=month) for person, month in people)
        assert best_president(some_facts(examiners=pool), a_jury()) == 2

    def test_never_presided_comes_first_then_the_lowest_number(self) -> None:
        first, *others = a_pool()
        pool = (replace(first, last_presidency=date(2020, 1, 1)), *others)
        assert best_president(some_facts(examiners=pool), a_jury()) == 2

    def test_accepts_before_anything_else(self) -> None:
        first, second, third, fourth = a_pool()
        pool = (
            replace(first, declines_presidency=True),
            replace(second, declines_presidency=True),
            replace(third, last_presidency=date(2026, 10, 1)),
            fourth,
        )
        assert best_president(some_facts(examiners=pool), a_jury()) == 3

    def test_votes_on_the_most_candidates(self) -> None:
        assert best_president(some_facts(ties=(a_tie(1),)), a_jury()) == 2

    def test_is_nobody_where_nobody_deliberates(self) -> None:
        assert best_president(some_facts(), a_jury(jurors=some_jurors()[3:])) is None


def test_unknown_person_is_named_by_number() -> None:
    facts = some_facts(examiners=a_pool()[:3])
    (finding,) = check_jury(facts, a_jury())
    assert finding.subjects[0] == Subject(SubjectKind.EXAMINER, 4, "#4")


def test_set_aside_tie_is_no_tie() -> None:
    facts = some_facts(ties=(Tie(1, 1, TieKind.PERSONAL, TieState.SET_ASIDE),))
    assert facts.tie_effect(a_candidacy(), 1) is None
