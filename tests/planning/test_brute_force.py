"""The search against the trial of every plan, on worlds small enough for that."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from random import Random

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.people import Qualification, Sex
from jurydesk.domain.release import appointments
from jurydesk.domain.session import Hours, JurySpan, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.planning.former import read_former
from jurydesk.planning.objective import PARTS
from jurydesk.planning.propose import propose
from tests.planning.brute_force import LAW, best_costs, least_of, told
from tests.planning.checker import breaches
from tests.planning.world import (
    CODE,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    drawn_past,
    examiner,
    experienced,
    tie,
    trained,
)

OTHER = "RNCP41481"
TINY = 300 if os.environ.get("JURYDESK_MANY") else 30
"""How many worlds; `make prove` tries them all."""
COMPARED = 6
"""Parts of the cost that brute force counts too: the others do not decide who is heard."""


def tiny(seed: int) -> World:
    """Three seats, up to six persons and four candidates, two half-days or two rooms."""
    draw = Random(seed)
    one_room = draw.random() < 0.5
    rooms = ("Salle 1",) if one_room else ("Salle 1", "Salle 2")
    minutes = draw.choice((60, 100))
    end = time(16, 30) if one_room else time(12, 30)
    # One room has two half-days, on which the same persons may sit: more pairs of juries to try
    people = [
        _person(draw, number) for number in range(1, draw.randint(4, 4 if one_room else 6) + 1)
    ]
    most = 3
    candidacies = [_candidacy(draw, number) for number in range(1, draw.randint(1, most) + 1)]
    ties = [
        tie(candidacy.id, person.id)
        for candidacy in candidacies
        for person in people
        if draw.random() < 0.2
    ]
    hours = Hours(start=time(9, 30), end=end, minutes=minutes)
    session = Session("tiny", (CODE,), (MONDAY,), rooms=rooms, hours=hours)
    past = drawn_past(Random(seed), [person.id for person in people])
    return World(candidacies, people, ties, session, certification(THREE_SEATS), past=past)


def tiny_pair(seed: int) -> World:
    """The same with another certification, of two seats; some may judge one of them only."""
    world, draw = tiny(seed), Random(f"two {seed}")
    world.others = [certification(THREE_SEATS[:2], code=OTHER)]
    world.candidacies = [
        replace(one, certification=draw.choice((CODE, OTHER))) for one in world.candidacies
    ]
    world.examiners = [
        replace(one, judges=draw.choice((None, None, (CODE,), (OTHER,), (CODE, OTHER))))
        for one in world.examiners
    ]
    return world


def _person(draw: Random, number: int):
    other = draw.choice(THREE_SEATS).kind if draw.random() < 0.5 else THREE_SEATS[number % 3].kind
    kinds = {THREE_SEATS[number % 3].kind, other}
    absence = Absence(MONDAY, MONDAY, draw.choice((HalfDay.AM, HalfDay.PM)))
    return examiner(
        number,
        THREE_SEATS[number % 3].kind,
        draw.choice((Sex.FEMALE, Sex.MALE, Sex.NOT_STATED)),
        qualifications=tuple(Qualification(kind, "acte") for kind in sorted(kinds)),
        absences=(absence,) if draw.random() < 0.15 else (),
    )


def _candidacy(draw: Random, number: int):
    extra = draw.random() < 0.3
    if draw.random() < 0.5:
        return trained(number, extra_time=extra)
    return experienced(
        number, filed=MONDAY - timedelta(days=draw.choice((60, 95))), extra_time=extra
    )


def of_days(facts: SessionFacts) -> SessionFacts:
    """Return the same session, its juries convened for whole days."""
    return replace(facts, session=replace(facts.session, jury_span=JurySpan.DAY))


@pytest.mark.parametrize("seed", range(TINY))
def test_no_plan_is_better_than_the_proposal(seed: int) -> None:
    reaches_the_best(tiny(seed).facts())


@pytest.mark.parametrize("seed", range(TINY))
def test_no_plan_of_whole_days_is_better_than_the_proposal(seed: int) -> None:
    reaches_the_best(of_days(tiny(seed).facts()))


@pytest.mark.parametrize("seed", range(TINY))
def test_no_plan_of_two_certifications_is_better_than_the_proposal(seed: int) -> None:
    reaches_the_best(tiny_pair(seed).facts())


def reaches_the_best(facts: SessionFacts) -> None:
    plan = propose(facts)

    assert breaches(facts, plan.juries, plan.hearings) == []
    reached = dict(plan.proposal.objective)
    left_out = len(facts.session.candidacies) - reached["placed"]
    assert (left_out, *(reached[part] for part in PARTS[1:COMPARED])) == best_costs(facts)
    assert plan.proposal.bound == reached["placed"]


@pytest.mark.parametrize("part", ["substitutes", "presidencies", "pairs"])
@pytest.mark.parametrize("make", [tiny, tiny_pair])
@pytest.mark.parametrize("seed", range(TINY))
def test_no_plan_is_better_in_a_part_that_is_learnt(
    seed: int, make: Callable[[int], World], part: str
) -> None:
    """The part comes right after the law's: nothing else decides before it."""
    facts = make(seed).facts()
    facts = of_days(facts) if seed % 4 == 0 else facts
    plan = propose(facts, order=(*PARTS[:LAW], part))

    assert breaches(facts, plan.juries, plan.hearings) == []
    reached = dict(plan.proposal.objective)
    left_out = len(facts.session.candidacies) - reached["placed"]
    assert (left_out, *(reached[p] for p in (*PARTS[1:LAW], part))) == least_of(facts, part)


@pytest.mark.parametrize("make", [tiny, tiny_pair])
@pytest.mark.parametrize("seed", range(TINY))
def test_as_little_changes_as_can_be_when_somebody_falls_out(
    seed: int, make: Callable[[int], World]
) -> None:
    """The plan is announced; then a member cannot come, or a candidate cannot on that day part."""
    world = make(seed)
    facts = world.facts()
    before = propose(facts)
    if not before.juries:
        assert best_costs(facts)[0] == len(facts.session.candidacies)
        return
    session = replace(facts.session, juries=before.juries, hearings=before.hearings)
    draw = Random(seed)
    jury = draw.choice(before.juries)
    gone = draw.choice(jury.jurors).examiner_id
    away = Absence(jury.day, jury.day, jury.half_day)
    world.examiners = [
        replace(p, absences=(*p.absences, away)) if p.id == gone else p for p in world.examiners
    ]
    after = replace(world.facts(), session=session)
    plan = propose(after, former=read_former(appointments(session)))

    assert breaches(after, plan.juries, plan.hearings) == []
    reached = dict(plan.proposal.objective)
    left_out = len(facts.session.candidacies) - reached["placed"]
    known = told(before.juries, before.hearings)
    best = best_costs(after, known)
    assert (left_out, *(reached[part] for part in PARTS[1:COMPARED])) == best
    assert reached["changes"] == len(told(plan.juries, plan.hearings) ^ known)


def test_brute_force_sees_a_better_plan_where_there_is_one() -> None:
    """The comparison would fail for a plan that leaves somebody out."""
    world = tiny(0)
    world.ties.clear()
    world.examiners = [replace(person, absences=()) for person in world.examiners]
    facts = world.facts()
    alone = replace(
        facts, session=replace(facts.session, candidacies=facts.session.candidacies[:1])
    )

    assert best_costs(alone)[0] == 0
    assert best_costs(replace(facts, examiners={}))[0] == len(world.candidacies)
