"""Rooms dealt out: who sits and is heard together, when a half-day has several juries."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from jurydesk.domain.people import Sex
from jurydesk.domain.session import Hours, Session
from jurydesk.planning.aims import aims_of
from jurydesk.planning.assemble import assemble
from jurydesk.planning.dealing import Table, deal, rooms_named, tables_of
from jurydesk.planning.formulate import formulate
from jurydesk.planning.objective import imbalance, one_sex
from jurydesk.planning.problem import Problem
from jurydesk.planning.propose import propose
from jurydesk.planning.rooms import learn
from tests.planning.world import CODE, MONDAY, World, experienced, pool, tie, trained

ALL = tuple((post, 1 + post * 2 + number) for post in range(4) for number in range(2))


def problem_of(world: World) -> Problem:
    world.session = Session("A", (CODE,), (MONDAY,), rooms=("Salle 1", "Salle 2"))
    return formulate(world.facts())


def test_one_jury_leaves_nothing_to_deal() -> None:
    problem = problem_of(World([trained(1)], pool(1)))
    table = Table(0, 0, 1, ((0, 1), (1, 2), (2, 3), (3, 4)), (0,))

    assert [s.hears for s in deal(problem, table).sittings] == [(0,)]


def test_women_and_men_are_dealt_out_evenly() -> None:
    problem = problem_of(World([trained(1), trained(2)], pool(2)))
    dealt = deal(problem, Table(0, 0, 2, ALL, (0, 1)))

    assert dealt.proved
    assert [one_sex(problem, s) + imbalance(problem, s) for s in dealt.sittings] == [0, 0]


def test_each_seat_is_held_once_in_each_room() -> None:
    problem = problem_of(World([trained(1)], pool(2)))
    dealt = deal(problem, Table(0, 0, 2, ALL, (0,)))

    assert [sorted(post for post, _ in s.members) for s in dealt.sittings] == [[0, 1, 2, 3]] * 2


def test_who_cannot_be_parted_from_a_tie_is_left_out() -> None:
    """The candidate is tied to one employer and to both employees: no room is free of ties."""
    ties = [tie(1, member) for member in (1, 3, 4)]
    problem = problem_of(World([experienced(1), trained(2)], pool(2), ties))
    dealt = deal(problem, Table(0, 0, 2, ALL, (0, 1)))

    assert dealt.left_out == (0,)
    assert dealt.proved


def test_what_could_not_be_dealt_is_forbidden_for_good() -> None:
    ties = [tie(1, member) for member in (1, 3)] + [tie(2, member) for member in (1, 4)]
    ties += [tie(3, member) for member in (2, 3)] + [tie(4, member) for member in (2, 4)]
    problem = problem_of(World([experienced(n) for n in range(1, 5)], pool(2), ties))
    assembly = assemble(problem, aims_of(problem))
    table = Table(0, 0, 2, ALL, (0, 1, 2, 3))
    dealt = deal(problem, table)
    before = len(assembly.model.proto.constraints)

    assert dealt.left_out
    assert learn(assembly, table, dealt)
    assert len(assembly.model.proto.constraints) > before


def test_a_deal_as_good_as_counted_teaches_nothing() -> None:
    problem = problem_of(World([trained(1), trained(2)], pool(2)))
    assembly = assemble(problem, aims_of(problem))
    table = Table(0, 0, 2, ALL, (0, 1))

    assert not learn(assembly, table, deal(problem, table))


def test_a_deal_dearer_than_counted_gets_its_price() -> None:
    """As many women as men come, but ties force the women into one room with their candidate."""
    people = [replace(p, sex=Sex.FEMALE if p.id % 2 else Sex.MALE) for p in pool(2)]
    women = [p.id for p in people if p.sex is Sex.FEMALE]
    men = [p.id for p in people if p.sex is Sex.MALE]
    ties = [tie(1, member) for member in women] + [tie(2, member) for member in men]
    problem = problem_of(World([experienced(1), experienced(2)], people, ties))
    assembly = assemble(problem, aims_of(problem))
    table = Table(0, 0, 2, ALL, (0, 1))
    dealt = deal(problem, table)

    assert dealt.left_out == ()
    assert sum(one_sex(problem, s) for s in dealt.sittings) == 2
    assert learn(assembly, table, dealt)


def test_a_higher_price_is_paid_by_the_model_from_then_on() -> None:
    """Ties force each candidate before a jury of one sex: the search must find that and say so."""
    people = [replace(p, sex=Sex.FEMALE if p.id % 2 else Sex.MALE) for p in pool(2)]
    ties = [tie(1, p.id) for p in people if p.sex is Sex.FEMALE]
    ties += [tie(2, p.id) for p in people if p.sex is Sex.MALE]
    world = World([experienced(1), experienced(2)], people, ties)
    world.session = Session("A", (CODE,), (MONDAY,), ("1", "2"), Hours(end=time(12, 30)))
    plan = propose(world.facts())

    assert dict(plan.proposal.objective)["one_sex"] == 2
    assert plan.proposal.status == "optimal"


def test_tables_and_rooms_are_each_other_s_way_back() -> None:
    problem = problem_of(World([trained(1), trained(2)], pool(2)))
    table = Table(0, 0, 2, ALL, (0, 1))
    named = rooms_named(problem, deal(problem, table).sittings)

    assert [sitting.room for sitting in named] == ["Salle 1", "Salle 2"]
    assert tables_of(named) == (table,)
