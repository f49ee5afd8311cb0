"""Two sites in one session: plans that can be checked by hand, then many that cannot."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import time
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.findings import SubjectKind
from jurydesk.domain.release import appointments
from jurydesk.domain.session import Hours, Modality, Session
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.sites import Equipment, Opening, Room, Site, SiteMap, Stay, Travel
from jurydesk.finding_text import finding_text
from jurydesk.planning.aims import aims_of
from jurydesk.planning.assemble import assemble
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.former import read_former
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import PARTS
from jurydesk.planning.propose import Plan, propose
from jurydesk.planning.timetable import write_timetable
from jurydesk.wording import Wording
from tests.planning.brute_force import best_costs
from tests.planning.checker import breaches
from tests.planning.journeys import gaps, is_impossible, tight
from tests.planning.pricing import costs_of
from tests.planning.strategies import sited_worlds
from tests.planning.test_brute_force import COMPARED, tiny
from tests.planning.test_propose import cost, plan_of
from tests.planning.test_propose_properties import blocked, is_said
from tests.planning.world import CODE, MONDAY, World, days, office, pool, trained

MANY = bool(os.environ.get("JURYDESK_MANY"))
BRY, LYON = 1, 2


def two_sites(
    minutes: int | None, *, here: Room | None = None, there: Room | None = None
) -> SiteMap:
    """« Salle 1 » at Bry and « Salle 2 » at Lyon, as they are or with limits."""
    ways = () if minutes is None else (Travel(BRY, LYON, minutes, id=1),)
    return SiteMap(
        (
            Site("Bry", "2 avenue de l’Europe", rooms=(here or Room("Salle 1"),), id=BRY),
            Site("Lyon", "1 quai Rambaud", rooms=(there or Room("Salle 2"),), id=LYON),
        ),
        ways,
    )


def a_day(candidates: int, minutes: int | None, *, people: int = 1, **more: object) -> World:
    """One day, a room on each site, four hearings in a morning and five in an afternoon.

    The room at Bry is open in the morning only and that at Lyon in the afternoon only, so that a
    jury for more than four candidates needs both sites.
    """
    weekday = MONDAY.weekday()
    here = Room("Salle 1", hours=(Opening(weekday, time(8), time(13)),))
    there = Room("Salle 2", hours=(Opening(weekday, time(13), time(18)),))
    session = Session("A", (CODE,), (MONDAY,), rooms=("Salle 1", "Salle 2"))
    return World(
        [trained(n) for n in range(1, candidates + 1)],
        pool(people),
        session=session,
        sites=two_sites(minutes, here=here, there=there),
        **more,
    )


def seats(plan: Plan) -> list[tuple[str, str, list[int]]]:
    return [
        (jury.half_day.value, jury.room, [j.examiner_id for j in jury.jurors])
        for jury in plan.juries
    ]


def test_four_people_hear_nine_where_the_sites_are_near() -> None:
    """Four hearings end at noon: an hour on the road leaves half an hour for a meal."""
    plan = plan_of(a_day(9, 60))

    assert seats(plan) == [("am", "Salle 1", [1, 2, 3, 4]), ("pm", "Salle 2", [1, 2, 3, 4])]
    assert (len(plan.hearings), cost(plan, "preferences")) == (9, 0)


def test_four_people_hear_five_where_the_sites_are_too_far() -> None:
    """Four hearings end at noon: 91 minutes do not fit. The afternoon hears five, not four."""
    world = a_day(9, 91)
    plan = plan_of(world)

    assert seats(plan) == [("pm", "Salle 2", [1, 2, 3, 4])]
    assert (len(plan.hearings), plan.proposal.bound) == (5, 5)
    (unplaced, *_) = plan.proposal.unplaced
    assert [reason.code for reason in unplaced.reasons] == ["PLAN-18", "PLAN-15"]
    said = finding_text(unplaced.reasons[0], Wording("fr"))
    assert "siègent ce jour-là sur un autre site, trop loin (MEMBRE001 Alix, " in said


def test_eight_people_hear_nine_however_far_the_sites_are() -> None:
    plan = plan_of(a_day(9, 240, people=2))

    assert len(plan.hearings) == 9
    (_, _, morning), (_, _, afternoon) = seats(plan)
    assert set(morning).isdisjoint(afternoon)


@pytest.mark.parametrize(("minutes", "price"), [(60, 0), (61, 4), (90, 4), (None, 4)])
def test_a_tight_way_costs_a_wish_for_each_who_takes_it(minutes: int | None, price: int) -> None:
    plan = plan_of(a_day(9, minutes))

    assert len(plan.hearings) == 9
    assert cost(plan, "preferences") == price


def test_others_sit_where_a_way_would_be_tight() -> None:
    """Four wishes weigh more than what the loads say of eight people: nobody travels."""
    plan = plan_of(a_day(9, 75, people=2))

    (_, _, morning), (_, _, afternoon) = seats(plan)
    assert (set(morning).isdisjoint(afternoon), cost(plan, "preferences")) == (True, 0)


def test_one_person_heard_twice_is_heard_where_they_can_be() -> None:
    """Both candidacies of one person on one day: at Bry and at Lyon where that is near."""
    for minutes, heard in ((90, 2), (91, 1)):
        world = a_day(2, minutes, people=2)
        world.candidacies[1] = replace(world.candidacies[1], candidate_id=1)
        assert len(plan_of(world).hearings) == heard


def test_a_room_is_used_while_it_is_open() -> None:
    room = Room("Salle 1", hours=(Opening(MONDAY.weekday(), time(10), time(11, 30)),))
    world = a_day(3, 240, people=2)
    world.sites = two_sites(240, here=room, there=Room("Salle 2", capacity=4))
    plan = plan_of(world)

    assert [hearing.start.time() for hearing in plan.hearings] == [time(10), time(10, 45)]
    reasons = plan.proposal.unplaced[0].reasons
    assert [reason.code for reason in reasons] == ["PLAN-12", "PLAN-15"]


def test_a_wheelchair_goes_where_it_can() -> None:
    world = a_day(2, 240, people=2)
    world.candidacies[1] = replace(world.candidacies[1], step_free=True)
    world.sites = two_sites(
        240, here=Room("Salle 1"), there=Room("Salle 2", equipment=(Equipment.STEP_FREE,))
    )
    plan = plan_of(world)

    rooms = {jury.number: jury.room for jury in plan.juries}
    assert {h.candidacy_id: rooms[h.jury] for h in plan.hearings}[2] == "Salle 2"
    assert len(plan.hearings) == 2


def test_people_join_from_elsewhere_where_they_can() -> None:
    world = a_day(1, 30)
    world.session = replace(world.session, modality=Modality.MIXED)
    assert plan_of(world).juries == ()
    (verdict, *faults) = why_unplaced(world.facts(), 1)
    assert (verdict.code, [fault.code for fault in faults]) == (
        "PLAN-17",
        ["ROOM-05", "ROOM-02", "ROOM-05"],
    )
    assert [finding_text(fault, Wording("fr")) for fault in faults[1:2]] == [
        "La salle Salle 2 n’est pas ouverte le 14\u00a0décembre\u00a02026, matin."
    ]


def test_a_member_of_another_session_does_not_come_from_too_far() -> None:
    """Member 1 sits at Lyon until noon: too late for Bry at 13:30, in time for Lyon."""
    world = a_day(1, 120, people=1)
    everywhere = SiteMap(
        (
            Site("Bry", rooms=(Room("Salle 1"),), id=BRY),
            Site("Lyon", rooms=(Room("Salle 2"),), id=LYON),
        ),
        (Travel(BRY, LYON, 120, id=1),),
    )
    world.sites = everywhere
    world.elsewhere = [(1, MONDAY, HalfDay.AM)]
    world.stays = (Stay(SubjectKind.EXAMINER, 1, MONDAY, HalfDay.AM, time(9), time(12), LYON),)
    assert seats(plan_of(world)) == [("pm", "Salle 2", [1, 2, 3, 4])]
    near = SiteMap(everywhere.sites, (Travel(BRY, LYON, 60, id=1),))
    world.sites, world.session = near, replace(world.session, rooms=("Salle 1",))
    assert seats(plan_of(world)) == [("pm", "Salle 1", [1, 2, 3, 4])]


def test_pinned_juries_stay_and_their_members_are_not_sent_away() -> None:
    """The morning at Bry is pinned; the same four cannot be at Lyon in the afternoon."""
    world = a_day(9, 91)
    alone = replace(world.session, rooms=("Salle 1",), candidacies=(1, 2, 3, 4))
    first = propose(replace(world.facts(), session=alone))
    assert seats(first) == [("am", "Salle 1", [1, 2, 3, 4])]
    world.session = replace(world.session, juries=first.juries, hearings=first.hearings)
    plan = plan_of(world, pinned_juries=frozenset({1}))
    assert (seats(plan), len(plan.hearings)) == (seats(first), 4)


def test_pinned_juries_that_nobody_can_sit_in_both_of_are_left_as_they_are() -> None:
    """Put there by hand: the four are at Bry until noon, and 91 minutes away at half past one."""
    near, world = plan_of(a_day(9, 60)), a_day(10, 91)
    world.session = replace(world.session, juries=near.juries, hearings=near.hearings)
    everything = frozenset(hearing.candidacy_id for hearing in near.hearings)
    plan = propose(world.facts(), pinned_juries=frozenset({1, 2}), pinned_hearings=everything)
    assert (plan.juries, plan.hearings) == (near.juries, near.hearings)
    assert [unplaced.candidacy_id for unplaced in plan.proposal.unplaced] == [10]


def test_pinned_juries_keep_to_their_hearings_where_more_would_leave_no_time() -> None:
    """One hearing at nine leaves time for the journey; a second one would not."""
    near, world = plan_of(a_day(9, 60)), a_day(9, 200)
    morning, afternoon = near.juries
    first = next(h for h in near.hearings if h.jury == morning.number)
    last = next(h for h in near.hearings if h.jury == afternoon.number)
    world.session = replace(world.session, juries=near.juries, hearings=(first, last))
    kept = frozenset({first.candidacy_id, last.candidacy_id})
    plan = plan_of(world, pinned_juries=frozenset({1, 2}), pinned_hearings=kept)
    assert (plan.juries, plan.hearings) == (near.juries, (first, last))


def test_one_site_adds_nothing_to_the_model() -> None:
    """Rooms that are alike on one site make the very model that names alone make."""
    world = office(20, seed=1)
    bare = assemble_of(world)
    rooms = tuple(Room(name) for name in world.session.rooms)
    world.sites = SiteMap((Site("Bry", rooms=rooms, id=BRY),))
    assert assemble_of(world) == bare


def assemble_of(world: World) -> str:
    problem = formulate(world.facts())
    return str(assemble(problem, aims_of(problem)).model.proto)


def test_the_same_plan_with_or_without_the_one_site() -> None:
    world = office(12, seed=3)
    bare = plan_of(world)
    world.sites = SiteMap((Site("Bry", rooms=(Room("Salle 1"), Room("Salle 2")), id=BRY),))
    plan = plan_of(world)
    assert (plan.juries, plan.hearings) == (bare.juries, bare.hearings)


def sited(world: World, draw: Random) -> World:
    """Put the rooms of a tiny world on two sites, with hours, sizes and a way between them."""
    hours = draw.choice(((), (Opening(0, time(10), time(16)),)))
    equipment = draw.choice(((), tuple(Equipment)))
    rooms = [
        Room(name, draw.choice((None, 3, 4)), hours, equipment=equipment)
        for name in ("Salle 1", "Salle 2")
    ]
    world.sites = two_sites(draw.choice((None, 30, 60, 90)), here=rooms[0], there=rooms[1])
    world.candidacies = [replace(c, step_free=draw.random() < 0.2) for c in world.candidacies]
    return world


@pytest.mark.parametrize("number", range(300 if MANY else 30))
def test_brute_force_finds_no_better_plan_on_two_sites(number: int) -> None:
    """One room on each site, both half-days: the same persons may be wanted on both."""
    draw = Random(f"sites-{number}")
    world = sited(tiny(number), draw)
    world.examiners = world.examiners[:4]
    world.candidacies = world.candidacies[:2]
    world.session = replace(
        world.session,
        rooms=("Salle 1", "Salle 2"),
        hours=Hours(start=time(9, 30), end=time(16, 30), minutes=draw.choice((60, 100, 180))),
    )
    facts = world.facts()
    plan = propose(facts)

    assert breaches(facts, plan.juries, plan.hearings) == []
    reached = dict(plan.proposal.objective)
    left_out = len(facts.session.candidacies) - reached["placed"]
    assert (left_out, *(reached[part] for part in PARTS[1:COMPARED])) == best_costs(facts)


_HALVES = ((time(13), time(18)), (time(8), time(13)))
_FRAMES = ((time(8), time(20)), (time(8), time(20)), (time(9, 30), time(16)))


def _all_week(start: time, end: time) -> tuple[Opening, ...]:
    return tuple(Opening(day, start, end) for day in range(7))


def crowded(number: int) -> World:
    """Few people for many candidates, rooms of both sites on each half-day: journeys matter."""
    draw = Random(f"crowded-{number}")
    people = [*pool(1), *pool(2)[: 2 * draw.randint(0, 4)]]
    people = [replace(person, id=n) for n, person in enumerate(people, start=1)]
    world = World(
        [
            trained(n, extra_time=draw.random() < 0.2, step_free=draw.random() < 0.1)
            for n in range(1, draw.randint(4, 16))
        ],
        people,
        session=Session(
            "A",
            (CODE,),
            days(draw.randint(1, 2)),
            rooms=("Salle 1", "Salle 2", "Salle 3")[: draw.randint(2, 3)],
            hours=Hours(minutes=draw.choice((45, 60, 80))),
        ),
    )
    if draw.random() < 0.3:
        world.candidacies[-1] = replace(world.candidacies[-1], candidate_id=1)
    # Half of the worlds have Bry in the mornings only and Lyon in the afternoons only
    parts = draw.random() < 0.5
    rooms = [
        Room(
            name,
            draw.choice((None, None, 5, 4)) if name == "Salle 3" else None,
            _all_week(*(_HALVES[name == "Salle 1"] if parts else draw.choice(_FRAMES))),
            equipment=draw.choice(((), tuple(Equipment))),
        )
        for name in ("Salle 1", "Salle 2", "Salle 3")
    ]
    minutes = draw.choice((None, 30, 60, 75, 90, 120))
    ways = () if minutes is None else (Travel(BRY, LYON, minutes, id=1),)
    sites = (
        Site("Bry", rooms=tuple(rooms[:1]), id=BRY),
        Site("Lyon", rooms=tuple(rooms[1:]), id=LYON),
    )
    world.sites = SiteMap(sites, ways)
    if draw.random() < 0.3:
        who, half = draw.randint(1, len(people)), draw.choice(list(HalfDay))
        span = (time(9), time(12)) if half is HalfDay.AM else (time(14), time(17))
        world.elsewhere = [(who, MONDAY, half)]
        world.stays = (Stay(SubjectKind.EXAMINER, who, MONDAY, half, *span, draw.randint(1, 2)),)
    return world


def audited(world: World, **options: object) -> Plan:
    """Propose; let the auditors read the plan and add up what it costs."""
    facts = world.facts()
    plan = propose(facts, seconds=5, **options)
    assert breaches(facts, plan.juries, plan.hearings) == []
    assert blocked(facts, plan) == []
    told = dict(plan.proposal.objective)
    costs = costs_of(facts, plan.juries, plan.hearings)
    assert told.pop("placed") == len(plan.hearings)
    assert costs.pop("unplaced") == len(plan.proposal.unplaced)
    assert told == costs
    assert all(unplaced.reasons for unplaced in plan.proposal.unplaced)
    assert all(is_said(r) for u in plan.proposal.unplaced for r in u.reasons)
    return plan


def test_plans_of_crowded_worlds_are_legal_and_cost_what_the_auditor_adds_up() -> None:
    seen: Counter[str] = Counter()
    for number in range(1000 if MANY else 60):
        world = crowded(number)
        facts = world.facts()
        plan = audited(world)
        assert not is_impossible(facts, plan.juries)
        seen["ways that are shut"] += any(way.is_shut for way in formulate(facts).ways)
        seen["journeys"] += any(True for _ in gaps(facts, plan.juries))
        seen["tight journeys"] += tight(facts, plan.juries) > 0
        seen["left out"] += bool(plan.proposal.unplaced)
    assert min(seen[name] for name in ("ways that are shut", "journeys", "tight journeys")) > 5
    assert seen["left out"] > 5


@pytest.mark.parametrize("number", range(300 if MANY else 20))
def test_the_first_plan_of_a_crowded_world_is_legal(number: int) -> None:
    facts = crowded(number).facts()
    problem = formulate(facts)
    juries, hearings = write_timetable(problem, first_plan(problem), facts=facts)
    assert breaches(facts, juries, hearings) == []


@pytest.mark.parametrize("number", range(300 if MANY else 20))
def test_any_part_of_a_plan_on_two_sites_can_be_pinned(number: int) -> None:
    world = crowded(number)
    before = propose(world.facts(), seconds=5)
    draw = Random(number)
    juries = frozenset(jury.number for jury in before.juries if draw.random() < 0.5)
    heard = frozenset(h.candidacy_id for h in before.hearings if draw.random() < 0.5)
    world.session = replace(world.session, juries=before.juries, hearings=before.hearings)
    facts = world.facts()
    plan = propose(facts, seconds=5, pinned_juries=juries, pinned_hearings=heard)

    assert breaches(facts, plan.juries, plan.hearings) == []
    kept = {h.candidacy_id: (h.jury, h.start, h.end) for h in plan.hearings}
    was = {h.candidacy_id: (h.jury, h.start, h.end) for h in before.hearings}
    assert {n: kept.get(n) for n in heard} == {n: was[n] for n in heard}
    assert {j for j in before.juries if j.number in juries} <= set(plan.juries)
    # A pinned half-day ends with its last hearing: a journey may then be had that was not before
    assert len(plan.hearings) >= len(before.hearings)


@pytest.mark.parametrize("number", range(300 if MANY else 20))
def test_a_plan_that_people_know_is_kept_where_nothing_happens(number: int) -> None:
    """Asked again after it was told, the very same plan changes nothing for anybody."""
    world = crowded(number)
    before = propose(world.facts(), seconds=5)
    session = replace(world.session, juries=before.juries, hearings=before.hearings)
    world.session = session
    told = read_former(appointments(session))
    plan = propose(world.facts(), seconds=5, former=told)
    assert breaches(world.facts(), plan.juries, plan.hearings) == []
    assert dict(plan.proposal.objective)["changes"] == 0
    assert len(plan.hearings) == len(before.hearings)


THOROUGH = settings(
    max_examples=50,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.parametrize("part", range(20 if MANY else 3))
def test_plans_of_any_world_on_two_sites_are_legal(part: int) -> None:
    @seed(part)
    @THOROUGH
    @given(sited_worlds())
    def audit(world: World) -> None:
        audited(world)

    audit()


def test_the_rules_find_what_the_auditor_finds() -> None:
    """The plan of two near sites, looked at as if they were far: both see the same four."""
    plan = plan_of(a_day(9, 30))
    far = a_day(9, 91)
    far.session = replace(far.session, juries=plan.juries, hearings=plan.hearings)
    facts = far.facts()
    assert [f.code for f in check_session(facts) if f.blocks] == ["SITE-01"] * 4
    assert len(breaches(facts, plan.juries, plan.hearings)) == 4
