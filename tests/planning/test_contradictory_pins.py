"""Pins that cannot be kept together are named, with what they break; others never are."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jurydesk.domain.availability import Absence
from jurydesk.domain.bans import Ban, BanKind, apart
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
        tuple(jury.number for jury in facts.session.juries),
        tuple(hearing.candidacy_id for hearing in facts.session.hearings),
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
    together = tuple(sorted((first.candidacy_id, second.candidacy_id)))
    assert found.pins == Pins(hearings=together)
    assert {finding.code for finding in found.findings} == {"HEAR-01"}


def test_one_person_in_two_juries_of_a_half_day() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    twin = replace(jury, number=jury.number + 1, room="Salle 2")
    facts = replace(facts, session=replace(facts.session, juries=(jury, twin)))
    found = contradictory_pins(facts, everything(facts))

    assert found is not None
    assert found.pins == Pins((jury.number, twin.number))
    assert {finding.code for finding in found.findings} == {"JURY-12"}


def test_a_pinned_member_who_is_away_contradicts_alone() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    member = facts.examiners[jury.jurors[0].examiner_id]
    away = replace(member, absences=(Absence(MONDAY, MONDAY + timedelta(1)),))
    facts = replace(facts, examiners={**facts.examiners, away.id: away})
    found = contradictory_pins(facts, everything(facts))

    assert found == Contradiction(Pins((jury.number,)), found.findings)
    assert [finding.code for finding in found.findings] == ["JURY-11"]


def test_a_pair_that_is_forbidden_contradicts_the_jury_it_sits_in() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    one, other = (juror.examiner_id for juror in jury.jurors[:2])
    pins = replace(everything(facts), bans=(apart(one, other), apart(one, 99)))
    found = contradictory_pins(facts, pins)

    assert found is not None
    assert found.pins == Pins((jury.number,), bans=(apart(one, other),))
    assert [finding.code for finding in found.findings] == ["BAN-PAIR"]


def test_a_kept_seat_contradicts_a_forbidden_half_day() -> None:
    facts = planned()
    (jury,) = facts.session.juries
    member = jury.jurors[0].examiner_id
    ban = Ban(BanKind.HALF_DAY, examiner=member, day=jury.day, half_day=jury.half_day)
    found = contradictory_pins(facts, Pins(seats=((jury.number, member),), bans=(ban,)))

    assert found is not None
    assert found.pins == Pins(seats=((jury.number, member),), bans=(ban,))
