"""The same two people should not sit together again: counted by hand."""

from __future__ import annotations

from datetime import time

from jurydesk.domain.service_record import PastYear
from jurydesk.domain.session import Hours, Session
from jurydesk.planning.dealing import Table, deal
from jurydesk.planning.formulate import formulate
from jurydesk.planning.objective import PARTS
from jurydesk.planning.progress import StopToken
from jurydesk.planning.propose import Plan, propose
from jurydesk.planning.tables import deal_all
from tests.planning.world import CODE, MONDAY, World, days, pool, trained

LAW = PARTS[:4]
MORNING = Hours(end=time(12, 30), minutes=200)


def again(plan: Plan) -> int:
    return dict(plan.proposal.objective)["pairs"]


def test_four_members_who_sit_three_times_are_six_pairs_twice_again() -> None:
    people = [trained(n, not_before=day) for n, day in enumerate(days(3), 1)]
    world = World(people, pool(1), session=Session("A", CODE, days(3), ("1",), MORNING))

    assert again(propose(world.facts())) == 12


def test_a_pair_of_the_year_before_counts_from_the_first_jury() -> None:
    world = World([trained(1)], pool(1), past=PastYear(together=frozenset({(1, 2), (3, 4)})))

    assert again(propose(world.facts())) == 2


def test_two_juries_of_eight_people_share_no_pair() -> None:
    """Two mornings and two people for each seat: load is even, and no two meet twice."""
    people = [trained(n, not_before=day) for n, day in enumerate(days(2), 1)]
    world = World(people, pool(2), session=Session("A", CODE, days(2), ("1",), MORNING))
    plan = propose(world.facts())

    assert again(plan) == 0
    assert not {j.examiner_id for j in plan.juries[0].jurors} & {
        j.examiner_id for j in plan.juries[1].jurors
    }


def test_who_met_last_year_is_dealt_to_different_rooms() -> None:
    """Everybody sits that morning, in two rooms: 1 and 3 met, so did 2 and 4."""
    past = PastYear(together=frozenset({(1, 3), (2, 4)}))
    session = Session("A", CODE, (MONDAY,), ("1", "2"), MORNING)
    world = World([trained(1), trained(2)], pool(2), session=session, past=past)
    plan = propose(world.facts(), order=(*LAW, "pairs"))

    assert again(plan) == 0
    assert plan.proposal.status == "optimal"
    assert all(not (jury.juror(1) and jury.juror(3)) for jury in plan.juries)


def test_three_rounds_of_two_per_seat_must_meet_again() -> None:
    """Three juries of four from two per seat: two juries share two members at least in sum.

    Three words of four letters from {1, 2} agree, two by two, in four places at least; spread as
    2 + 1 + 1 that is one pair, as 0 + 2 + 2 two, and as 2 + 2 + 0 two: one pair is the least.
    """
    people = [trained(n, not_before=day) for n, day in enumerate(days(3), 1)]
    world = World(people, pool(2), session=Session("A", CODE, days(3), ("1",), MORNING))
    plan = propose(world.facts(), order=(*LAW, "pairs"))

    assert again(plan) == 1
    assert plan.proposal.status == "optimal"


def test_dealing_minds_pairs_only_where_it_is_asked_to() -> None:
    past = PastYear(together=frozenset({(1, 3)}))
    session = Session("A", CODE, (MONDAY,), ("1", "2"), MORNING)
    world = World([trained(1), trained(2)], pool(2), session=session, past=past)
    problem = formulate(world.facts())
    everybody = tuple((post, 1 + post * 2 + number) for post in range(4) for number in range(2))
    table = Table(0, 0, 2, everybody, (0, 1))
    minded = deal_all(problem, [table], StopToken(), pairs=True)

    assert minded is not None
    assert not any({1, 3} <= set(sitting.people) for sitting in minded[0].sittings)
    assert deal_all(problem, [table], StopToken()) == [deal(problem, table)]
