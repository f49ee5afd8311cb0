"""Whose hearing would do, read off the plan; and half-days whose rooms must be told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import assume, given, settings

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.session import Hours, Session
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.exchange import Exchange
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.session_question import model_of
from jurydesk.planning.reasons.soft import Deadline
from tests.planning.second_reader import Reader
from tests.planning.strategies import crowded
from tests.planning.world import CODE, MONDAY, World, experienced, pool, tie, trained

SHORT = Hours(start=time(9), end=time(12, 30), minutes=100)
"""Two hearings in the morning, no afternoon."""


def planned(world: World) -> SessionFacts:
    facts = world.facts()
    plan = propose(facts, seconds=20)
    session = replace(
        facts.session, juries=plan.juries, hearings=plan.hearings, proposal=plan.proposal
    )
    return replace(facts, session=session)


@settings(max_examples=25, deadline=None)
@given(crowded())
def test_without_any_of_those_who_could_go_the_one_who_waits_is_heard(world: World) -> None:
    facts = planned(world)
    assume(facts.session.unplaced)
    number = facts.session.unplaced[0]
    heard = {hearing.candidacy_id for hearing in facts.session.hearings}
    could_go = Exchange(Circumstances(facts)).who_could_go(number)

    assert could_go <= heard
    for other in could_go:
        assert Reader(facts).can_hear(heard - {other} | {number})


def test_a_chain_goes_through_somebody_who_can_move() -> None:
    """The one who waits is tied to the second jury's members: only a move makes room."""
    session = Session("A", (CODE,), (MONDAY,), rooms=("Salle 1", "Salle 2"), hours=SHORT)
    people = pool(2)
    world = World([experienced(n) for n in range(1, 6)], people, session=session)
    facts = planned(world)
    (number,) = facts.session.unplaced
    first, second = facts.session.juries
    tied = [tie(number, juror.examiner_id) for juror in second.jurors]
    facts = replace(facts, ties=tuple(tied))
    could_go = Exchange(Circumstances(facts)).who_could_go(number)

    heard = {
        j.number: {h.candidacy_id for h in facts.session.hearings_of(j.number)}
        for j in (first, second)
    }
    assert heard[second.number] <= could_go
    assert could_go == heard[first.number] | heard[second.number]


def test_from_a_plan_that_breaks_a_rule_nothing_is_read() -> None:
    session = Session("A", (CODE,), (MONDAY,), hours=SHORT)
    world = World([trained(n) for n in range(1, 4)], pool(1), session=session)
    facts = planned(world)
    (number,) = facts.session.unplaced
    away = replace(facts.examiners[1], absences=(Absence(MONDAY, MONDAY),))
    broken = replace(facts, examiners={**facts.examiners, 1: away})

    assert Exchange(Circumstances(facts)).who_could_go(number) != frozenset()
    assert Exchange(Circumstances(broken)).who_could_go(number) == frozenset()


def test_rooms_are_told_apart_where_dealing_fails() -> None:
    """Two candidates need the same employee, beside an employer whom the other may not face.

    Counted over both rooms every line holds; room by room they cannot both be heard.
    """
    session = Session("A", (CODE,), (MONDAY,), rooms=("Salle 1", "Salle 2"), hours=SHORT)
    crossed = [tie(1, 1), tie(1, 3), tie(2, 2), tie(2, 3)]
    world = World([experienced(1), experienced(2)], pool(2), crossed, session)
    circumstances = Circumstances(world.facts())
    model = model_of(circumstances, {n: circumstances.wanted(n) for n in (1, 2)})
    question = model.question(Deadline())

    assert not Reader(world.facts()).can_hear({1, 2})
    assert model.split == set()
    assert not question.is_feasible(question.facts)
    assert model.split == {(MONDAY, HalfDay.AM)}


def test_candidates_who_are_alike_stand_for_one_another() -> None:
    session = Session("A", (CODE,), (MONDAY,), hours=SHORT)
    world = World([trained(n) for n in range(1, 4)], pool(1), session=session)
    facts = planned(world)
    circumstances = Circumstances(facts)
    heard = [Fact(FactKind.HEARD, candidacy=n) for n in circumstances.heard]
    (number,) = facts.session.unplaced
    model = model_of(circumstances, {number: circumstances.wanted(number)}, heard)

    assert [cohort.size for cohort in model.cohorts] == [3]
    assert set(model.alike({heard[0]})) == {frozenset({one}) for one in heard}
    both = frozenset(heard)
    assert list(model.alike(both)) == [both]
    half = Fact(FactKind.HOURS, half_day=HalfDay.AM)
    assert set(model.alike({half, heard[1]})) == {frozenset({half, one}) for one in heard}
