"""Presidencies go round: those of the year before count, and each is counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT
from jurydesk.domain.service_record import PastYear
from jurydesk.domain.session import Hours, Session
from jurydesk.planning.objective import PARTS
from jurydesk.planning.propose import Plan, propose
from tests.planning.world import CODE, MONDAY, World, days, pool, tie, trained

LAW = PARTS[:4]


def repeated(plan: Plan) -> int:
    return dict(plan.proposal.objective)["presidencies"]


def three_mornings(**past: object) -> World:
    """Three hearings of a morning each: three juries, and who presides them is all that is open."""
    session = Session("A", (CODE,), days(3), ("1",), Hours(end=time(12, 30), minutes=200))
    people = [trained(n, not_before=day) for n, day in enumerate(days(3), 1)]
    return World(people, pool(1), session=session, past=PastYear(**past))  # -- keywords from data


def test_each_of_three_members_presides_once() -> None:
    plan = propose(three_mornings().facts())

    assert sorted(jury.president_id or 0 for jury in plan.juries) == [1, 2, 3]
    assert repeated(plan) == 0


def test_who_presided_in_the_year_before_waits() -> None:
    """The employer had two: the two others preside, one of them twice, which costs one."""
    plan = propose(three_mornings(presided={1: 2}).facts())

    assert sorted(jury.president_id or 0 for jury in plan.juries) in ([2, 2, 3], [2, 3, 3])
    assert repeated(plan) == 1


def test_the_month_in_a_roster_counts_as_one_within_the_year() -> None:
    world = three_mornings()
    world.examiners[0] = replace(world.examiners[0], last_presidency=date(2026, 3, 1))
    within = propose(world.facts())
    world.examiners[0] = replace(world.examiners[0], last_presidency=date(2025, 3, 1))
    long_ago = propose(world.facts())

    assert (repeated(within), repeated(long_ago)) == (1, 0)


def test_nobody_presides_who_would_rather_not_or_may_not_vote_on_a_candidate() -> None:
    """The employer declines and the employee is tied to the candidate of the first morning."""
    world = three_mornings()
    world.examiners[0] = replace(world.examiners[0], declines_presidency=True)
    world.ties.append(tie(1, 2))
    plan = propose(world.facts())
    by_day = {jury.day: jury.president_id for jury in plan.juries}

    assert by_day[MONDAY] == 3
    assert sorted(by_day.values()) in ([2, 2, 3], [2, 3, 3])
    assert repeated(plan) == 1


def test_members_are_seated_so_that_nobody_presides_again() -> None:
    """All three first members presided before; the second ones did not, and one of them sits."""
    world = World([trained(1)], pool(2), past=PastYear(presided={1: 1, 3: 1, 5: 1}))
    plan = propose(world.facts(), order=(*LAW, "presidencies"))
    (jury,) = plan.juries

    assert jury.president_id in {2, 4, 6}
    assert repeated(plan) == 0
    assert plan.proposal.status == "optimal"
    assert {j.seat for j in jury.jurors if j.deliberates} == {EMPLOYERS, EMPLOYEES, INDEPENDENT}


def test_a_president_whom_people_know_stays() -> None:
    world = three_mornings()
    facts = world.facts()
    first = propose(facts)
    session = replace(facts.session, juries=first.juries, hearings=first.hearings)
    pinned = frozenset(jury.number for jury in first.juries)
    again = propose(replace(facts, session=session), pinned_juries=pinned)

    assert again.juries == first.juries
    assert repeated(again) == repeated(first)
