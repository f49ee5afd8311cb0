"""Moving juries and members: what is promised of each place, and that the act keeps to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.bans import Ban, BanKind, apart
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import Session
from jurydesk.domain.session_rules import SessionFacts, check_session
from jurydesk.errors import WrongUsage
from jurydesk.planning.pins import CURED_BY_FILLING
from jurydesk.planning.propose import propose
from jurydesk.services import moves
from jurydesk.services.moves import _carried, _moved
from jurydesk.services.sessions import open_session
from jurydesk.services.undo import revert
from tests.builders import DAY
from tests.fakes import FakeOffice
from tests.planning.strategies import forbidding
from tests.planning.world import MONDAY, World, pool, trained

A = "2026-12-A"
thorough = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def planned_world(people: int = 4, **changes: object) -> SessionFacts:
    world = World([trained(n) for n in range(1, people + 1)], pool(per_seat=4))
    world.session = replace(world.session, rooms=("Salle 1", "Salle 2"), **changes)
    facts = world.facts()
    plan = propose(facts, seconds=10)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    return replace(facts, session=session)


def stands(facts: SessionFacts, session: Session) -> set[str]:
    """Return what blocks in a session, but for seats that are still to be filled."""
    found = blocking(check_session(replace(facts, session=session)))
    return {f"{one.code} {one.subjects}" for one in found if one.code not in CURED_BY_FILLING}


@thorough
@given(forbidding(), st.data())
def test_a_legal_place_breaks_nothing_and_another_says_what(
    world: World, data: st.DataObject
) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=1)
    assume(plan.juries)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    facts = replace(facts, session=session)
    jury = data.draw(st.sampled_from(plan.juries))
    before = stands(facts, session)
    for place in moves.places_for(facts, jury.number):
        after = _carried(facts, jury, place.half, place.room)
        new = stands(facts, after) - before
        assert not new or not place.is_legal
        assert len(after.hearings) == len(session.hearings)


@thorough
@given(forbidding(), st.data())
def test_a_legal_seat_breaks_nothing_and_another_says_what(
    world: World, data: st.DataObject
) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=1)
    assume(plan.juries)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings)
    facts = replace(facts, session=session)
    source = data.draw(st.sampled_from((None, *plan.juries)))
    seated = [juror.examiner_id for juror in source.jurors] if source else sorted(facts.examiners)
    person = data.draw(st.sampled_from(seated))
    before = stands(facts, session)
    for seat in moves.seats_for(facts, person, source.number if source else None):
        target = session.jury(seat.jury)
        assert target is not None
        after = _moved(facts, person, source, jury=target, seat=seat.seat)
        new = stands(facts, after) - before
        assert not new or not seat.is_legal


def test_a_jury_takes_its_hearings_along_and_keeps_their_distance() -> None:
    facts = planned_world()
    (jury,) = facts.session.juries
    assert jury.half_day is HalfDay.AM
    first = min(h.start for h in facts.session.hearings)
    after = _carried(facts, jury, (MONDAY, HalfDay.PM), "Salle 2")
    (moved,) = after.juries
    assert (moved.half_day, moved.room) == (HalfDay.PM, "Salle 2")
    opening = facts.session.hours.bounds(HalfDay.PM)[0]
    assert min(h.start for h in after.hearings).time() == opening > first.time()
    lengths = [(h.candidacy_id, h.end - h.start) for h in facts.session.hearings]
    assert [(h.candidacy_id, h.end - h.start) for h in after.hearings] == lengths


def test_two_juries_change_places() -> None:
    facts = planned_world(people=10)
    one, other = sorted(facts.session.juries, key=lambda jury: (jury.half, jury.room))[:2]
    (place,) = [
        p
        for p in moves.places_for(facts, one.number)
        if (p.half, p.room) == (other.half, other.room)
    ]
    assert place.swaps == other.number
    after = _carried(facts, one, place.half, place.room)
    there, here = after.jury(one.number), after.jury(other.number)
    assert there
    assert here
    assert (there.half, there.room) == (other.half, other.room)
    assert (here.half, here.room) == (one.half, one.room)


def test_a_place_on_which_a_member_is_away_says_so() -> None:
    facts = planned_world()
    (jury,) = facts.session.juries
    member = facts.examiners[jury.jurors[0].examiner_id]
    away = replace(member, absences=(Absence(MONDAY, MONDAY, HalfDay.PM),))
    facts = replace(facts, examiners={**facts.examiners, away.id: away})
    refused = [p for p in moves.places_for(facts, jury.number) if not p.is_legal]
    assert {p.half for p in refused} == {(MONDAY, HalfDay.PM)}
    assert {f.code for p in refused for f in blocking(p.findings)} == {"JURY-11"}


def test_what_is_forbidden_is_no_legal_target() -> None:
    facts = planned_world()
    (jury,) = facts.session.juries
    kept, asked = (juror.examiner_id for juror in jury.jurors[:2])
    seat = jury.jurors[1].seat
    newcomer = next(n for n, e in facts.examiners.items() if e.may_hold(seat) and not jury.juror(n))
    half = Ban(BanKind.HALF_DAY, examiner=asked, day=MONDAY, half_day=HalfDay.PM)
    pins = replace(facts.session.pins, bans=(half, apart(kept, newcomer)))
    facts = replace(facts, session=replace(facts.session, pins=pins))
    told = {(t.jury, t.seat): t for t in moves.seats_for(facts, newcomer, None)}
    codes = {f.code for f in blocking(told[jury.number, seat].findings)}
    assert codes == {"BAN-PAIR"}
    places = {(p.half[1], p.room): p for p in moves.places_for(facts, jury.number)}
    assert not places[HalfDay.PM, "Salle 1"].is_legal
    assert places[HalfDay.AM, "Salle 2"].is_legal


def test_members_of_two_juries_change_seats_in_one_act(planned: FakeOffice) -> None:
    desk = planned.desk
    before = open_session(desk, code=A).session
    (jury,) = before.juries
    first = jury.jurors[0]
    twin = replace(jury, number=2, half_day=HalfDay.PM)
    planned.store(replace(before, juries=(jury, replace(twin, jurors=jury.jurors[:1]))))
    outcome = moves.move_member(
        desk, code=A, examiner_id=jury.jurors[1].examiner_id, source=1, jury=2, seat=first.seat
    )
    assert planned.acts == [EventType.SESSION_CHANGED]
    one, two = outcome.value.session.juries
    assert two.juror(jury.jurors[1].examiner_id) is not None
    assert one.juror(jury.jurors[1].examiner_id) is None
    assert [j.examiner_id for j in one.jurors if j.seat == jury.jurors[1].seat] == [
        first.examiner_id
    ]
    revert(desk, outcome_changes=outcome.changes, label=outcome.label)
    assert open_session(desk, code=A).session.juries[0] == jury


def test_a_jury_is_carried_in_one_act(planned: FakeOffice) -> None:
    outcome = moves.carry_jury(planned.desk, code=A, jury=1, half=(DAY, HalfDay.PM), room="Salle 1")
    assert outcome.label == "ACT-JURY-CARRIED"
    (hearing,) = outcome.value.session.hearings
    assert hearing.start.date() == DAY
    assert planned.acts == [EventType.SESSION_CHANGED]
    with pytest.raises(WrongUsage, match="SESSION-OTHER-ROOM"):
        moves.carry_jury(planned.desk, code=A, jury=1, half=(DAY, HalfDay.AM), room="Salle 99")
    with pytest.raises(WrongUsage, match="EXAMINER-UNKNOWN"):
        moves.move_member(planned.desk, code=A, examiner_id=999, source=1, jury=1, seat="EMPLOYERS")
