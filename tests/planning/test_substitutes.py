"""Each seat should have somebody who could stand in: counted by hand on small sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import EMPLOYERS
from jurydesk.domain.people import Sex
from jurydesk.domain.session import Hours, Session
from jurydesk.planning.objective import PARTS
from jurydesk.planning.propose import Plan, propose
from tests.planning.world import CODE, MONDAY, World, examiner, experienced, pool, tie, trained


def without(plan: Plan) -> int:
    return dict(plan.proposal.objective)["substitutes"]


def test_nobody_could_stand_in_where_each_seat_has_one_person() -> None:
    assert without(propose(World([trained(1)], pool(1)).facts())) == 4


def test_everybody_has_a_stand_in_where_two_hold_each_seat() -> None:
    assert without(propose(World([trained(1)], pool(2)).facts())) == 0


def test_two_rooms_at_once_take_the_stand_ins_of_each_other() -> None:
    """Eight hearings of an hour and a half in one morning: two rooms, and nobody is left."""
    hours = Hours(end=time(12, 30), minutes=100)
    session = Session("A", (CODE,), (MONDAY,), ("1", "2"), hours)
    world = World([trained(n) for n in range(1, 5)], pool(2), session=session)

    assert without(propose(world.facts())) == 8


def test_whoever_is_tied_to_the_candidate_is_no_stand_in() -> None:
    """The other employer is tied: were she to come, the candidate could not be heard."""
    world = World([experienced(1)], pool(2), [tie(1, 1)])
    plan = propose(world.facts())

    assert plan.juries[0].juror(2)
    assert without(plan) == 1


def test_one_person_may_stand_in_for_two_seats() -> None:
    people = [person for person in pool(2) if person.id not in {2, 4}]
    both = tuple(q for p in people[:2] for q in p.qualifications)
    spare = examiner(9, EMPLOYERS, Sex.MALE, qualifications=both)

    assert without(propose(World([trained(1)], [*people, spare]).facts())) == 0


def test_the_half_day_on_which_somebody_could_stand_in_is_chosen() -> None:
    """The second employer is away in the morning: the afternoon costs nothing, so it is taken."""
    people = pool(2)
    people[1] = replace(people[1], absences=(Absence(MONDAY, MONDAY, HalfDay.AM),))
    plan = propose(World([trained(1)], people).facts(), order=(*PARTS[:4], "substitutes"))

    assert plan.juries[0].half_day is HalfDay.PM
    assert without(plan) == 0
    assert plan.proposal.status == "optimal"


def test_the_free_one_is_whom_both_candidates_may_face() -> None:
    """Two rooms: the third employer is tied to candidate 1, so she sits before candidate 2.

    Were she the one left free, the jury of candidate 1 would have no other employer. The other
    seats have two holders each, who both sit: six seats without a substitute, whatever is done.
    """
    people = [*pool(2), examiner(9, EMPLOYERS)]
    hours = Hours(end=time(12, 30), minutes=200)
    session = Session("A", (CODE,), (MONDAY,), ("1", "2"), hours)
    world = World([experienced(1), experienced(2)], people, [tie(1, 9)], session)
    plan = propose(world.facts(), order=(*PARTS[:4], "substitutes"))
    (heard,) = (h.jury for h in plan.hearings if h.candidacy_id == 2)
    seated = {jury.number for jury in plan.juries if jury.juror(9)}

    assert without(plan) == 6
    assert seated == {heard}
    assert plan.proposal.status == "optimal"
