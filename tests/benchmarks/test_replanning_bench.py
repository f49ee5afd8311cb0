"""One late cancellation in a released plan of sixty: how long until as little as can be changes."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence
from jurydesk.domain.release import appointments
from jurydesk.planning.former import read_former
from jurydesk.planning.propose import propose
from tests.planning.brute_force import told
from tests.planning.checker import breaches
from tests.planning.world import office

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.propose import Plan

PEOPLE = 60
SEEDS = range(6)


def cancelled(seed: int, *, tight: bool) -> SessionFacts:
    """A plan of sixty as it was released, and a member who cannot come any more."""
    world = office(PEOPLE, seed=seed, tight=tight)
    facts = world.facts()
    plan = propose(facts, seconds=6)
    draw = Random(seed)
    jury = draw.choice(plan.juries)
    gone = draw.choice(jury.jurors).examiner_id
    away = Absence(jury.day, jury.day, jury.half_day)
    world.examiners = [
        replace(p, absences=(*p.absences, away)) if p.id == gone else p for p in world.examiners
    ]
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    return replace(world.facts(), session=session)


def repaired(facts: SessionFacts) -> Plan:
    return propose(facts, former=read_former(appointments(facts.session)), seconds=10)


def test_late_cancellation_in_a_plan_of_sixty(benchmark: BenchmarkFixture) -> None:
    seeds = SEEDS if benchmark.enabled else SEEDS[:1]
    seconds, changes = [], []
    for seed in seeds:
        for tight in (False, True):
            facts = cancelled(seed, tight=tight)
            before = perf_counter()
            plan = repaired(facts)
            seconds.append(perf_counter() - before)
            known = told(facts.session.juries, facts.session.hearings)
            changes.append(len(told(plan.juries, plan.hearings) ^ known))
            assert breaches(facts, plan.juries, plan.hearings) == []
            assert plan.proposal.status == "optimal"
            assert dict(plan.proposal.objective)["changes"] == changes[-1]
    benchmark.extra_info["seconds_median"] = round(median(seconds), 2)
    benchmark.extra_info["seconds_worst"] = round(max(seconds), 2)
    benchmark.extra_info["appointments_changed"] = sorted(changes)
    benchmark.pedantic(repaired, args=(cancelled(0, tight=False),), rounds=3)
