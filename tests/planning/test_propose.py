"""What a proposal must be, on worlds small enough to be checked by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from threading import Timer
from time import monotonic

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    TEACHING_STAFF,
    CompositionStatus,
)
from jurydesk.domain.people import Mandate, Qualification, Sex
from jurydesk.domain.session import Hearing, Hours, Jury, Session
from jurydesk.domain.session_rules import Limits, SessionFacts, check_session
from jurydesk.planning.propose import Plan, PlanProgress, StopToken, propose
from tests.planning.checker import breaches, votes
from tests.planning.world import (
    CODE,
    FIVE_SEATS,
    FOUR_SEATS,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    composition,
    days,
    examiner,
    experienced,
    office,
    pool,
    tie,
    trained,
)

TUESDAY = MONDAY + timedelta(days=1)


def plan_of(world: World, **options: object) -> Plan:
    """Propose, and let the independent auditor read the plan."""
    facts = world.facts()
    plan = propose(facts, **options)  # -- keywords from data
    assert breaches(facts, plan.juries, plan.hearings) == []
    return plan


def two_rooms(*session_days: date) -> Session:
    return Session("2026-12-A", (CODE,), session_days or (MONDAY,), rooms=("Salle 1", "Salle 2"))


def cost(plan: Plan, part: str) -> int:
    return dict(plan.proposal.objective)[part]


def test_everybody_is_heard_one_after_the_other() -> None:
    plan = plan_of(World([trained(n) for n in range(1, 4)], pool()))

    assert plan.proposal.status == "optimal"
    assert plan.proposal.bound == 3
    assert [(h.start.time(), h.end.time()) for h in plan.hearings] == [
        (time(9, 0), time(9, 45)),
        (time(9, 45), time(10, 30)),
        (time(10, 30), time(11, 15)),
    ]
    assert [jury.number for jury in plan.juries] == [1]


def test_four_sit_and_three_count() -> None:
    world = World([trained(1)], pool())
    plan = plan_of(world)

    (jury,), (hearing,) = plan.juries, plan.hearings
    assert len(jury.jurors) == 4
    assert votes(world.facts(), jury, hearing) == 3
    assert [j.seat for j in jury.jurors if not j.deliberates] == [TEACHING_STAFF]


def test_the_teaching_seat_never_makes_the_quorum() -> None:
    """Two of the three votes are tied: with the teaching seat there would be two left."""
    people = pool(1)
    ties = [tie(1, people[0].id), tie(1, people[1].id)]
    plan = plan_of(World([trained(1)], people, ties))

    assert plan.hearings == ()
    assert [u.reasons[0].code for u in plan.proposal.unplaced] == ["PLAN-10"]


def test_women_and_men_are_balanced() -> None:
    (jury,) = plan_of(World([trained(1)], pool())).juries

    sexes = {person.id: person.sex for person in pool()}
    assert Counter(sexes[j.examiner_id] for j in jury.jurors) == {Sex.FEMALE: 2, Sex.MALE: 2}


def test_a_jury_of_one_sex_is_a_last_resort() -> None:
    """A man is there on the second day only: everybody waits for him."""
    people = [examiner(n, s.kind) for n, s in enumerate(FOUR_SEATS, 1)]
    away = (Absence(MONDAY, MONDAY),)
    people.append(examiner(5, EMPLOYERS, Sex.MALE, absences=away))
    session = Session("2026-12-A", (CODE,), (MONDAY, TUESDAY))
    world = World([trained(1)], people, session=session)

    assert {jury.day for jury in plan_of(world).juries} == {TUESDAY}
    world.examiners.pop()
    alone = plan_of(world)
    assert len(alone.hearings) == 1
    assert cost(alone, "one_sex") == 1


def test_a_tie_of_a_recent_vae_keeps_the_person_away_from_that_candidate_only() -> None:
    people = pool(1)
    world = World([experienced(1), trained(2)], people, [tie(1, people[3].id)])
    plan = plan_of(world)

    assert [h.candidacy_id for h in plan.hearings] == [2]


def test_a_tie_on_another_route_is_recused_where_nobody_else_can_sit() -> None:
    people = pool(1)
    plan = plan_of(World([trained(1), trained(2)], people, [tie(1, people[0].id)]))

    recused = {h.candidacy_id: h.recused for h in plan.hearings}
    assert recused == {1: (people[0].id,), 2: ()}
    assert plan.hearings[-1].candidacy_id == 1, "the recused member leaves once, at the end"


def test_a_recusal_is_avoided_where_somebody_else_can_sit() -> None:
    people = pool(2)
    plan = plan_of(World([trained(1)], people, [tie(1, people[0].id)]))

    assert plan.hearings[0].recused == ()


def test_who_sat_in_the_annulled_jury_does_not_sit_again() -> None:
    people = pool(1)
    world = World([trained(1), trained(2)], people, excluded={(1, people[1].id)})

    assert [h.candidacy_id for h in plan_of(world).hearings] == [2]


def test_who_sits_in_another_session_is_taken() -> None:
    people = pool(1)
    taken = [(people[2].id, MONDAY, HalfDay.AM)]
    plan = plan_of(World([trained(1)], people, elsewhere=taken))

    assert [jury.half_day for jury in plan.juries] == [HalfDay.PM]


def test_a_mandate_that_ends_between_two_days_is_seen() -> None:
    people = pool(1)
    people[0] = replace(people[0], mandates=(Mandate(date(2026, 1, 1), MONDAY),))
    session = Session("2026-12-A", (CODE,), (MONDAY, TUESDAY))
    late_comer = trained(1, not_before=TUESDAY)
    plan = plan_of(World([late_comer, trained(2)], people, session=session))

    assert [h.candidacy_id for h in plan.hearings] == [2]


def test_one_person_qualified_for_two_seats_takes_one() -> None:
    people = pool(1)
    both = (Qualification(EMPLOYERS, "acte"), Qualification(EMPLOYEES, "acte"))
    people[0] = replace(people[0], qualifications=both)
    del people[1]
    plan = plan_of(World([trained(1)], people))

    assert plan.hearings == ()
    assert [u.reasons[0].code for u in plan.proposal.unplaced] == ["PLAN-09"]


def test_more_time_is_given_where_it_is_due_and_lunch_is_kept() -> None:
    candidacies = [trained(n, extra_time=n <= 2) for n in range(1, 9)]
    plan = plan_of(World(candidacies, pool()))

    lengths = {h.candidacy_id: (h.end - h.start) // timedelta(minutes=1) for h in plan.hearings}
    assert lengths == {n: 60 if n <= 2 else 45 for n in range(1, 9)}
    assert not any(time(12, 30) < h.end.time() <= time(13, 30) for h in plan.hearings)


def test_two_juries_sit_at_once_only_with_different_people() -> None:
    candidacies = [trained(n) for n in range(1, 19)]
    plan = plan_of(World(candidacies, pool(2), session=two_rooms()))

    assert len(plan.hearings) == 18
    assert Counter(jury.room for jury in plan.juries) == {"Salle 1": 2, "Salle 2": 2}


def test_ties_are_parted_between_the_rooms() -> None:
    """Each of two candidates is tied to one whole jury: rooms must be dealt out accordingly."""
    people = pool(2)
    first, second = [p.id for p in people[::2]], [p.id for p in people[1::2]]
    ties = [tie(1, m) for m in first] + [tie(2, m) for m in second]
    hours = Hours(end=time(12, 30))
    world = World([experienced(n) for n in (1, 2)], people, ties, replace(two_rooms(), hours=hours))
    plan = plan_of(world)

    assert len(plan.hearings) == 2


def test_what_cannot_be_dealt_out_is_proved_and_not_promised() -> None:
    """Counted over both rooms each candidate finds a member for each seat; no jury has them all."""
    people = pool(2)
    employers, employees = [p.id for p in people[:2]], [p.id for p in people[2:4]]
    ties = [
        *(tie(1, m) for m in (employers[0], employees[0])),
        *(tie(2, m) for m in (employers[0], employees[1])),
        *(tie(3, m) for m in (employers[1], employees[0])),
        *(tie(4, m) for m in (employers[1], employees[1])),
    ]
    hours = Hours(end=time(12, 30))
    session = replace(two_rooms(), hours=hours)
    plan = plan_of(World([experienced(n) for n in range(1, 5)], people, ties, session))

    assert len(plan.hearings) == 2
    assert plan.proposal.bound == 2


def test_time_that_only_adds_up_over_both_rooms_is_proved_not_to_do() -> None:
    """Two rooms have time for 4 x 45 and 4 x 60 minutes, but not once ties have named the rooms."""
    ties = [*(tie(n, 1) for n in (1, 2, 3)), *(tie(n, 2) for n in (4, 5, 6))]
    candidacies = [experienced(n, extra_time=n in {5, 6, 7, 8}) for n in range(1, 9)]
    session = replace(two_rooms(), hours=Hours(end=time(12, 30)))
    plan = plan_of(World(candidacies, pool(2), ties, session))

    assert len(plan.hearings) == plan.proposal.bound == 7


def test_the_clock_of_a_vae_comes_before_fewer_juries() -> None:
    filed = MONDAY - timedelta(days=91)
    session = Session("2026-12-A", (CODE,), (MONDAY, TUESDAY), hours=Hours(end=time(10, 30)))
    hurried = experienced(1, filed=filed)
    calm = [trained(n, not_before=TUESDAY) for n in (2, 3)]
    plan = plan_of(World([hurried, *calm], pool(), session=session))

    assert len(plan.hearings) == 3
    assert cost(plan, "late_clocks") == 0
    assert plan.hearings[0].candidacy_id == 1


def test_no_more_juries_are_convened_than_needed() -> None:
    session = Session("2026-12-A", (CODE,), days(3))
    plan = plan_of(World([trained(n) for n in range(1, 6)], pool(3), session=session))

    assert len(plan.juries) == 1


def test_the_load_is_shared() -> None:
    """Two juries and two persons for each seat: everybody sits once."""
    plan = plan_of(World([trained(n) for n in range(1, 10)], pool(2)))

    loads = Counter(j.examiner_id for jury in plan.juries for j in jury.jurors)
    assert set(loads.values()) == {1}


def test_who_sat_often_last_year_rests() -> None:
    people = pool(2)
    people[0] = replace(people[0], juries_last_year=5)
    people[1] = replace(people[1], sex=people[0].sex)
    (jury,) = plan_of(World([trained(1)], people)).juries

    assert jury.juror(people[0].id) is None


def test_the_half_day_that_people_prefer_is_chosen() -> None:
    people = [replace(p, preferred_half_day=HalfDay.PM) for p in pool(1)]

    assert plan_of(World([trained(1)], people)).juries[0].half_day is HalfDay.PM


def test_the_president_deliberates_and_likes_to() -> None:
    people = pool(1)
    people[0], people[1] = (replace(p, declines_presidency=True) for p in people[:2])
    (jury,) = plan_of(World([trained(1)], people)).juries

    assert jury.president_id == people[2].id


@pytest.mark.parametrize("seats", [THREE_SEATS, FIVE_SEATS])
def test_other_compositions_need_no_code(seats: tuple[object, ...]) -> None:
    world = World(
        [trained(n) for n in range(1, 4)],
        pool(3, seats),  # -- keywords from data
        certification=certification(seats),  # -- keywords from data
    )
    plan = plan_of(world)

    assert len(plan.hearings) == 3
    assert [len(jury.jurors) for jury in plan.juries] == [len(seats)]


def test_routes_with_different_juries_never_share_one() -> None:
    sheet = certification(EXPERIENCE=composition(THREE_SEATS))
    people = [replace(person, of_certifier=False) for person in pool(2)]
    world = World([trained(1), experienced(2)], people, certification=sheet)
    plan = plan_of(world)

    assert sorted(len(jury.jurors) for jury in plan.juries) == [3, 4]
    assert len(plan.hearings) == 2


def test_an_unconfirmed_composition_seats_nobody() -> None:
    proposed = composition(status=CompositionStatus.PROPOSED)
    sheet = certification(EXPERIENCE=proposed)
    plan = plan_of(World([trained(1), experienced(2)], pool(), certification=sheet))

    assert [h.candidacy_id for h in plan.hearings] == [1]
    assert [u.reasons[0].code for u in plan.proposal.unplaced] == ["CERT-04"]


def test_a_higher_quorum_is_kept() -> None:
    people = pool(1)
    world = World([trained(1)], people, [tie(1, people[0].id)], limits=Limits(quorum=3))

    assert plan_of(world).hearings == ()


def test_two_candidacies_of_one_person_are_not_heard_at_once() -> None:
    twice = replace(trained(2), candidate_id=1)
    session = replace(two_rooms(), hours=Hours(end=time(17, 30)))
    plan = plan_of(World([trained(1), twice], pool(2), session=session))

    assert {h.start.hour < 12 for h in plan.hearings} == {True, False}


ODD_WORLDS = {
    "no candidacy": World([], pool()),
    "no examiner": World([trained(1)], []),
    "no day": World([trained(1)], pool(), session=Session("A", (CODE,), ())),
    "no room": World([trained(1)], pool(), session=Session("A", (CODE,), (MONDAY,), rooms=())),
    "no hour": World(
        [trained(1)],
        pool(),
        session=Session("A", (CODE,), (MONDAY,), hours=Hours(time(9), time(9))),
    ),
    "a hearing of no length": World(
        [trained(1)], pool(), session=Session("A", (CODE,), (MONDAY,), hours=Hours(minutes=0))
    ),
    "a hearing longer than the day": World(
        [trained(1)], pool(), session=Session("A", (CODE,), (MONDAY,), hours=Hours(minutes=500))
    ),
    "everybody away": World(
        [trained(1)], [replace(p, absences=(Absence(MONDAY, MONDAY),)) for p in pool()]
    ),
    "nobody for one seat": World([trained(1)], pool()[2:]),
    "tied to everybody": World([experienced(1)], pool(), [tie(1, person.id) for person in pool()]),
    "a sheet without routes": World(
        [trained(1)], pool(), certification=replace(certification(), routes=())
    ),
}


@pytest.mark.parametrize("name", ODD_WORLDS)
def test_an_odd_input_is_an_answer(name: str) -> None:
    world = ODD_WORLDS[name]
    plan = plan_of(world)

    assert (plan.juries, plan.hearings) == ((), ())
    assert plan.proposal.status == ("infeasible" if world.candidacies else "optimal")
    assert [u.candidacy_id for u in plan.proposal.unplaced] == [c.id for c in world.candidacies]
    assert all(unplaced.reasons for unplaced in plan.proposal.unplaced)


def test_what_does_not_fit_is_left_out_with_its_reason() -> None:
    plan = plan_of(World([trained(n) for n in range(1, 12)], pool()))

    assert plan.proposal.status == "partial"
    assert len(plan.hearings) == plan.proposal.bound == 9
    codes = [[r.code for r in unplaced.reasons] for unplaced in plan.proposal.unplaced]
    assert codes == [["PLAN-12", "PLAN-15"]] * 2


def test_the_same_seed_gives_the_same_plan() -> None:
    first = propose(office(24, seed=3).facts(), seed=7)
    again = propose(office(24, seed=3).facts(), seed=7)

    assert (first.juries, first.hearings) == (again.juries, again.hearings)
    assert first.proposal.objective == again.proposal.objective


def test_progress_never_promises_less_than_it_has() -> None:
    seen: list[PlanProgress] = []
    plan = propose(office(24, seed=1).facts(), progress=seen.append)

    assert seen[0].placed > 0, "the first plan is on screen before the search"
    assert all(step.placed <= step.bound <= step.total for step in seen)
    assert seen[-1].placed == len(plan.hearings)
    assert all(0 <= step.gap <= 1 for step in seen)


def seconds_to_stop(facts: SessionFacts) -> float:
    token, asked = StopToken(), 0.0

    def ask() -> None:
        nonlocal asked
        asked = monotonic()
        token.stop()

    timer = Timer(1.0, ask)
    timer.start()
    plan = propose(facts, seconds=60, stop=token)
    assert plan.proposal.status == "feasible"
    return monotonic() - asked


def test_stop_is_obeyed_within_half_a_second() -> None:
    facts = office(150, seed=0).facts()

    # Other programs can only add to it: the shortest of three tells how long it takes
    assert any(seconds_to_stop(facts) < 0.5 for _ in range(3))


def test_a_search_stopped_before_it_began_still_has_a_plan() -> None:
    token = StopToken()
    token.stop()
    plan = propose(office(24, seed=2).facts(), stop=token)

    assert plan.proposal.status in {"feasible", "partial"}
    assert len(plan.hearings) > 12


def test_pins_are_kept_to_the_letter() -> None:
    world = office(24, seed=4)
    facts = world.facts()
    before = propose(facts)
    stored = replace(facts.session, juries=before.juries, hearings=before.hearings)
    jury, hearing = before.juries[0], before.hearings[-1]
    world.session = stored
    again = plan_of(
        world,
        seed=5,
        pinned_juries=frozenset({jury.number}),
        pinned_hearings=frozenset({hearing.candidacy_id}),
    )

    assert jury in again.juries
    kept = next(h for h in again.hearings if h.candidacy_id == hearing.candidacy_id)
    assert (kept.jury, kept.start, kept.end) == (hearing.jury, hearing.start, hearing.end)
    place = next(j for j in again.juries if j.number == hearing.jury)
    was = next(j for j in before.juries if j.number == hearing.jury)
    assert (place.half, place.room) == (was.half, was.room)
    assert len(again.hearings) == len(before.hearings)


def test_everything_pinned_changes_nothing() -> None:
    world = office(24, seed=5)
    before = propose(world.facts())
    world.session = replace(world.session, juries=before.juries, hearings=before.hearings)
    again = plan_of(
        world,
        pinned_juries=frozenset(jury.number for jury in before.juries),
        pinned_hearings=frozenset(h.candidacy_id for h in before.hearings),
    )

    assert (again.juries, again.hearings) == (before.juries, before.hearings)


def test_vacant_seats_of_a_pinned_jury_are_filled() -> None:
    world = World([trained(n) for n in range(1, 4)], pool())
    (jury,) = plan_of(world).juries
    half_made = replace(jury, number=7, jurors=jury.jurors[:2], president_id=None)
    world.session = replace(world.session, juries=(half_made,))
    plan = plan_of(world, pinned_juries=frozenset({7}))

    (filled,) = plan.juries
    assert (filled.number, filled.jurors[:2]) == (7, half_made.jurors)
    assert len(plan.hearings) == 3


def test_a_pinned_jury_that_breaks_a_rule_stays_and_hears_nobody_new() -> None:
    world = World([trained(n) for n in range(1, 4)], pool())
    (jury,) = plan_of(world).juries
    twice = (*jury.jurors[:3], replace(jury.jurors[3], examiner_id=jury.jurors[0].examiner_id))
    broken = replace(jury, jurors=twice)
    world.session = replace(world.session, juries=(broken,))
    facts = world.facts()
    plan = propose(facts, pinned_juries=frozenset({jury.number}))

    assert broken in plan.juries
    assert {h.jury for h in plan.hearings}.isdisjoint({broken.number})
    assert len(plan.hearings) == 3


def test_new_hearings_go_around_the_pinned_ones() -> None:
    world = World([trained(n) for n in range(1, 6)], pool())
    plan = plan_of(world)
    first = plan.hearings[0]
    at_two = datetime.combine(MONDAY, time(14, 0))
    moved = replace(first, start=at_two, end=at_two + timedelta(minutes=45))
    world.session = replace(world.session, juries=plan.juries, hearings=(moved,))
    again = plan_of(world, pinned_hearings=frozenset({moved.candidacy_id}))

    assert moved in again.hearings
    assert len(again.hearings) == 5


def test_who_joins_the_jury_of_a_pinned_hearing_leaves_it_a_quorum() -> None:
    """The rested employer and the rested employee are both tied to the candidate."""
    people = [
        replace(
            person,
            juries_last_year=0 if person.id % 2 else 9,
            sex=Sex.FEMALE if person.id in {1, 2, 5, 6} else Sex.MALE,
        )
        for person in pool(2)
    ]
    world = World([trained(1)], people, [tie(1, 1), tie(1, 3)])
    plan = plan_of(world)
    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings)
    again = plan_of(world, pinned_hearings=frozenset({1}))

    seated = {j.examiner_id for jury in again.juries for j in jury.jurors}
    assert len(seated & {1, 3}) == 1
    assert again.hearings[0].recused == tuple(seated & {1, 3})


def test_no_aim_is_worth_a_pinned_hearing() -> None:
    """There is time, and there are people, for one hearing only; a tie speaks for the other."""
    hours = Hours(time(9, 0), time(9, 45), time(9, 45), time(9, 45))
    session = replace(two_rooms(), hours=hours)
    world = World([trained(1), trained(2)], pool(1), [tie(1, 1)], session)
    free = plan_of(world)
    assert [hearing.candidacy_id for hearing in free.hearings] == [2]

    place = Jury(3, MONDAY, HalfDay.AM, "Salle 2", CODE)
    start = datetime.combine(MONDAY, time(9, 0))
    pinned = Hearing(1, 3, start, start + timedelta(minutes=45))
    world.session = replace(world.session, juries=(place,), hearings=(pinned,))
    again = plan_of(world, pinned_hearings=frozenset({1}))

    assert again.hearings == (replace(pinned, recused=(1,)),)
    assert len(again.juries[0].jurors) == len(FOUR_SEATS)


def test_a_hearing_pinned_outside_its_half_day_keeps_its_room_to_itself() -> None:
    world = World([trained(n) for n in range(1, 6)], pool(4), session=two_rooms())
    (jury,) = plan_of(world).juries
    at_ten = datetime.combine(MONDAY, time(10, 0))
    stray = Hearing(1, jury.number, at_ten, at_ten + timedelta(minutes=45))
    world.session = replace(world.session, juries=(jury,), hearings=(stray,))
    plan = propose(world.facts(), pinned_hearings=frozenset({1}))

    assert stray in plan.hearings
    (morning,) = {j.number for j in plan.juries if j.half_day is HalfDay.AM} or {0}
    assert morning == 0 or all(j.room != jury.room for j in plan.juries if j.number == morning)
    assert len(plan.hearings) == 5


def test_the_domain_agrees_with_the_plan_of_an_office() -> None:
    facts = office(50, seed=1, tight=True).facts()
    plan = propose(facts)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)

    assert breaches(facts, plan.juries, plan.hearings) == []
    assert [f.code for f in check_session(replace(facts, session=session)) if f.blocks] == []
