"""Pins that cannot be kept together are named, with what they break; others never are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jurydesk.domain.availability import Absence
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.pins import Pins
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.contradictions import Contradiction, contradictory_pins
from tests.planning.world import MONDAY, World, pool, trained


def planned(people: int = 4) -> SessionFacts:
    world = World([trained(n) for n in range(1, people + 1)], pool())
    plan = propose(world.facts(), seconds=20)
    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings)
    return world.facts()


def everything(facts: SessionFacts) -> Pins:
    return Pins(
        frozenset(jury.number for jury in facts.session.juries),
        frozenset(hearing.candidacy_id for hearing in facts.session.hearings),
    )


def test_a_lawful_plan_can_be_kept_whole() -> None:
    facts = planned()

    assert contradictory_pins(facts, everything(facts)) is None


def test_two_hearings_at_one_time() -> None:
    facts = planned()
    first, second, *rest = facts.session.hearings
    second = replace(second, start=first.start, end=first.end)
    facts = replace(facts, session=replace(facts.session, hearings=(first, second, *rest)))
    found = contradictory_pins(facts, everything(facts))

    assert found is not None
    assert (found.juries, found.hearings) == (
        frozenset(),
        frozenset({first.candidacy_id, second.candidacy_id}),
    )
    assert {finding.code for finding in found.findings} == {"HEAR-01"}


def test_one_person_in_two_juries_of_a_half_day() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    twin = replace(jury, number=jury.number + 1, room="Salle 2")
    facts = replace(facts, session=replace(facts.session, juries=(jury, twin)))
    found = contradictory_pins(facts, everything(facts))

    assert found is not None
    assert (found.juries, found.hearings) == (frozenset({jury.number, twin.number}), frozenset())
    assert {finding.code for finding in found.findings} == {"JURY-12"}


def test_a_pinned_member_who_is_away_contradicts_alone() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    member = facts.examiners[jury.jurors[0].examiner_id]
    away = replace(member, absences=(Absence(MONDAY, MONDAY + timedelta(1)),))
    facts = replace(facts, examiners={**facts.examiners, away.id: away})
    found = contradictory_pins(facts, everything(facts))

    assert found == Contradiction(frozenset({jury.number}), frozenset(), found.findings)
    assert [finding.code for finding in found.findings] == ["JURY-11"]
