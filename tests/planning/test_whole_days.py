"""A jury for a whole day: the same members morning and afternoon, each plan checked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.release import appointments
from jurydesk.domain.session import Hours, JurySpan, Session
from jurydesk.planning.former import read_former
from jurydesk.planning.propose import Plan, propose
from tests.planning.checker import breaches
from tests.planning.world import CODE, MONDAY, World, days, experienced, office, pool, tie, trained

HOURS = Hours(minutes=60)
"""Three hearings from nine to half past twelve, four from half past one to half past five."""


def a_day(candidates: int, **more: object) -> World:
    session = Session("A", CODE, (MONDAY,), hours=HOURS, jury_span=JurySpan.DAY)
    people = [trained(number) for number in range(1, candidates + 1)]
    return World(people, pool(2), session=replace(session, **more))  # -- keywords from data


def members(plan: Plan) -> list[tuple[HalfDay, list[int], int | None]]:
    return [
        (jury.half_day, sorted(j.examiner_id for j in jury.jurors), jury.president_id)
        for jury in plan.juries
    ]


def test_whoever_sits_in_the_morning_sits_in_the_afternoon() -> None:
    facts = a_day(7).facts()
    plan = propose(facts)
    (_, morning, first), (_, afternoon, second) = members(plan)

    assert (morning, first) == (afternoon, second)
    assert [jury.half_day for jury in plan.juries] == [HalfDay.AM, HalfDay.PM]
    assert dict(plan.proposal.objective)["placed"] == 7
    assert breaches(facts, plan.juries, plan.hearings) == []
    assert plan.proposal.status == "optimal"


def test_what_is_counted_by_half_day_counts_twice_and_meeting_once() -> None:
    costs = dict(propose(a_day(7).facts()).proposal.objective)

    assert {part: costs[part] for part in ("juries", "load", "presence", "days")} == {
        "juries": 2,
        "load": 4 * (1 + 3),
        "presence": 4,
        "days": 1,
    }
    assert (costs["pairs"], costs["presidencies"], costs["substitutes"]) == (0, 0, 0)


def test_half_a_day_is_enough_for_few() -> None:
    plan = propose(a_day(3).facts())

    assert len(plan.juries) == 1
    assert dict(plan.proposal.objective)["juries"] == 1


def test_nobody_is_heard_over_lunch_and_an_adaptation_has_its_third() -> None:
    """Six of an hour and one of an hour and twenty minutes: three and three, then the long one."""
    world = a_day(6)
    world.candidacies[0] = replace(world.candidacies[0], extra_time=True)
    facts = world.facts()
    plan = propose(facts)
    lengths = {h.candidacy_id: h.end - h.start for h in plan.hearings}
    lunch = (datetime.combine(MONDAY, time(12, 30)), datetime.combine(MONDAY, time(13, 30)))

    assert len(plan.hearings) == 6
    assert lengths[1] == timedelta(minutes=80)
    assert all(h.end <= lunch[0] or h.start >= lunch[1] for h in plan.hearings)
    assert breaches(facts, plan.juries, plan.hearings) == []


def test_who_is_away_in_the_afternoon_does_not_sit_that_day() -> None:
    """Each first person of a seat is away in the afternoon: the second ones sit all day."""
    world = a_day(7)
    away = (Absence(MONDAY, MONDAY, HalfDay.PM),)
    world.examiners = [replace(p, absences=away if p.id % 2 else ()) for p in world.examiners]
    plan = propose(world.facts())

    assert [people for _, people, _ in members(plan)] == [[2, 4, 6, 8]] * 2


def test_where_nobody_can_stay_the_room_is_used_for_a_half_only() -> None:
    """Half-days would have a jury each, with other employers; a day has none of them twice."""
    world = a_day(7)
    halves = {1: HalfDay.AM, 2: HalfDay.PM}
    world.examiners = [
        replace(p, absences=(Absence(MONDAY, MONDAY, halves[p.id]),)) if p.id in halves else p
        for p in world.examiners
    ]
    whole = propose(world.facts())
    world.session = replace(world.session, jury_span=JurySpan.HALF_DAY)
    half = propose(world.facts())

    assert [jury.half_day for jury in whole.juries] == [HalfDay.PM]
    assert (len(whole.hearings), len(half.hearings)) == (4, 7)


def test_ties_hold_for_the_whole_day() -> None:
    """One of seven is tied to the first employer, who then cannot sit with the others either."""
    world = a_day(7)
    world.candidacies[6] = experienced(7)
    world.ties.append(tie(7, 1))
    plan = propose(world.facts())

    assert len(plan.hearings) == 7
    assert all(jury.juror(2) and not jury.juror(1) for jury in plan.juries)


def test_two_rooms_have_a_jury_each() -> None:
    facts = a_day(14, rooms=("1", "2")).facts()
    plan = propose(facts)

    assert len(plan.juries) == 4
    assert breaches(facts, plan.juries, plan.hearings) == []
    assert len({tuple(people) for _, people, _ in members(plan)}) == 2


@pytest.mark.parametrize("seed", range(3))
def test_an_office_of_whole_days_is_planned_and_known_plans_are_kept(seed: int) -> None:
    world = office(24, seed=seed)
    world.session = replace(world.session, jury_span=JurySpan.DAY)
    facts = world.facts()
    plan = propose(facts, seconds=5)
    assert breaches(facts, plan.juries, plan.hearings) == []

    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    known = read_former(appointments(session))
    again = propose(replace(facts, session=session), seconds=5, former=known)
    assert dict(again.proposal.objective)["changes"] == 0
    assert appointments(replace(session, juries=again.juries, hearings=again.hearings)) == (
        appointments(session)
    )


def test_a_jury_that_is_kept_is_kept_all_day() -> None:
    facts = a_day(14, days=days(2)).facts()
    plan = propose(facts)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    first = plan.juries[0]
    again = propose(
        replace(facts, session=session), pinned_juries=frozenset({first.number}), seed=1
    )
    kept = [jury for jury in again.juries if (jury.day, jury.room) == (first.day, first.room)]

    assert kept == [j for j in plan.juries if (j.day, j.room) == (first.day, first.room)]
    assert len(again.hearings) == len(plan.hearings)
