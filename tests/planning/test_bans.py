"""What a person forbids never happens: in no proposal, no alternative and no plan around pins."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.ban_rules import check_bans
from jurydesk.domain.bans import Ban, BanKind, apart
from jurydesk.domain.pins import NO_PINS, Pins
from jurydesk.domain.release import appointments
from jurydesk.planning.former import read_former
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import PARTS
from jurydesk.planning.propose import propose
from jurydesk.planning.timetable import write_timetable
from tests.planning.brute_force import best_costs
from tests.planning.checker import breaches
from tests.planning.strategies import forbidding
from tests.planning.test_brute_force import COMPARED, tiny
from tests.planning.test_propose_properties import is_said
from tests.planning.world import MONDAY, World, pool, trained

MANY = 300 if os.environ.get("JURYDESK_MANY") else 30
thorough = settings(max_examples=MANY, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(forbidding())
def test_no_proposal_does_what_is_forbidden(world: World) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=5)

    assert breaches(facts, plan.juries, plan.hearings) == []
    assert plan.proposal.bound == len(plan.hearings), "so small a world is searched to the end"
    for unplaced in plan.proposal.unplaced:
        assert unplaced.reasons != ()
        assert all(is_said(reason) for reason in unplaced.reasons)


@thorough
@given(forbidding())
def test_the_first_plan_does_not_do_it_either(world: World) -> None:
    facts = world.facts()
    problem = formulate(facts)
    juries, hearings = write_timetable(problem, first_plan(problem), facts=facts)

    assert breaches(facts, juries, hearings) == []


@thorough
@given(forbidding(), st.permutations(PARTS))
def test_no_order_of_the_parts_and_no_announced_plan_outweighs_it(
    world: World, order: list[str]
) -> None:
    facts = world.facts()
    free = replace(facts, session=replace(facts.session, pins=NO_PINS))
    before = propose(free, seconds=5)
    session = replace(facts.session, juries=before.juries, hearings=before.hearings)
    known = read_former(appointments(session))
    plan = propose(replace(facts, session=session), seconds=5, order=tuple(order), former=known)

    assert breaches(facts, plan.juries, plan.hearings) == []


@thorough
@given(forbidding())
def test_around_lawful_pins_it_is_kept_too(world: World) -> None:
    facts = world.facts()
    before = propose(facts, seconds=5)
    pins = replace(
        facts.session.pins,
        juries=tuple(jury.number for jury in before.juries[:1]),
        hearings=tuple(hearing.candidacy_id for hearing in before.hearings[-1:]),
    )
    session = replace(facts.session, juries=before.juries, hearings=before.hearings, pins=pins)
    stored = replace(facts, session=session)
    after = propose(stored, seconds=5)

    assert breaches(stored, after.juries, after.hearings) == []
    assert set(before.juries[:1]) <= set(after.juries)
    assert {(h.candidacy_id, h.start) for h in before.hearings[-1:]} <= {
        (h.candidacy_id, h.start) for h in after.hearings
    }


@pytest.mark.parametrize("seed", range(MANY))
def test_nothing_better_exists_that_is_not_forbidden(seed: int) -> None:
    draw, world = Random(f"bans {seed}"), tiny(seed)
    people = [person.id for person in world.examiners]
    one, other = draw.sample(people, 2)
    half = {"day": MONDAY, "half_day": draw.choice(list(HalfDay))}
    room = draw.choice(world.session.rooms)
    number = draw.choice(world.candidacies).id
    bans = (
        apart(one, other),
        Ban(BanKind.HALF_DAY, examiner=one, **half),
        Ban(BanKind.ROOM, examiner=other, room=room, **half),
        Ban(BanKind.CANDIDATE, examiner=other, candidacy=number),
        Ban(BanKind.HEARING, candidacy=number, **half),
    )
    pins = Pins(bans=tuple(sorted(draw.sample(bans, 2), key=lambda ban: ban.key)))
    world.session = replace(world.session, pins=pins)
    facts = world.facts()
    plan = propose(facts, seconds=20)

    reached = dict(plan.proposal.objective)
    left_out = len(facts.session.candidacies) - reached["placed"]
    assert breaches(facts, plan.juries, plan.hearings) == []
    assert (left_out, *(reached[part] for part in PARTS[1:COMPARED])) == best_costs(facts)


def test_what_stands_although_it_is_forbidden_is_told_as_a_warning() -> None:
    world = World([trained(1)], pool())
    plan = propose(world.facts(), seconds=5)
    (jury,) = plan.juries
    one, other = (juror.examiner_id for juror in jury.jurors[:2])
    pins = Pins(bans=(apart(one, other),))
    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings, pins=pins)

    (found,) = check_bans(world.facts())
    assert (found.code, found.blocks) == ("BAN-PAIR", False)
    assert is_said(found)
