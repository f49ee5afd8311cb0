"""Plans side by side, and the least change of one that people know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.release import Role, appointments
from jurydesk.errors import WrongUsage
from jurydesk.planning.objective import PARTS
from jurydesk.services import planning, releasing, standing_in
from jurydesk.services.alternatives import CLOSE, WAYS, compute_alternatives
from jurydesk.services.planning import compute_repair, known_plan
from jurydesk.services.planning_order import order_with
from jurydesk.services.sessions import open_session
from jurydesk.services.settings import OfficeSettings, save_settings
from tests.fakes import FakeOffice
from tests.planning.checker import breaches
from tests.planning.world import World
from tests.planning.world import office as drawn

MOST = 3


@pytest.fixture
def world() -> World:
    """Twelve candidates on several days, as an office has them."""
    return drawn(12, seed=3)


@pytest.fixture
def busy(world: World) -> FakeOffice:
    """The same, stored, with one plan kept."""
    office = FakeOffice()
    facts = world.facts()
    office.store(replace(world.certification, id=1), *world.examiners, *facts.candidates.values())
    office.store(*world.candidacies, *(replace(t, id=n) for n, t in enumerate(world.ties, 1)))
    office.store(replace(facts.session, id=1, place="Paris"))
    planning.propose(office.desk, code=facts.session.code, seconds=3)
    return office


def test_who_is_heard_and_the_law_come_first_on_every_way() -> None:
    orders = [order_with(*first) for first in WAYS.values()]
    assert {order[:4] for order in orders} == {("unplaced", "one_sex", "late_clocks", "changes")}
    assert {frozenset(order) for order in orders} == {frozenset(PARTS)}
    assert CLOSE not in WAYS


def test_an_office_puts_the_parts_in_its_own_order(busy: FakeOffice, world: World) -> None:
    code = world.session.code
    usual = planning.compute_proposal(busy.desk, code=code)
    save_settings(busy.desk, settings=OfficeSettings(planning_order="preferences"))
    wished = planning.compute_proposal(busy.desk, code=code)
    before, after = (dict(plan.proposal.objective) for plan in (usual, wished))
    assert after["preferences"] < before["preferences"]
    assert after["load"] > before["load"]
    assert after["placed"] == before["placed"]


@pytest.mark.parametrize("order", ["unplaced", "load,load", "load,comfort"])
def test_an_order_that_means_nothing_is_refused(empty: FakeOffice, order: str) -> None:
    with pytest.raises(WrongUsage, match="SETTING-ORDER"):
        save_settings(empty.desk, settings=OfficeSettings(planning_order=order))


def test_plans_differ_and_each_is_legal(busy: FakeOffice, world: World) -> None:
    code = world.session.code
    every = compute_alternatives(busy.desk, code=code, seconds=6)
    usual, *others = every.found
    assert usual.way == "usual"
    assert 0 < len(others) < MOST
    for one in every.found:
        assert breaches(world.facts(), one.plan.juries, one.plan.hearings) == []
        assert one.costs["placed"] == usual.costs["placed"]
    for number, one in enumerate(every.found):
        assert all(every.distance(one, other) > 0 for other in every.found[:number])
    assert every.session == open_session(busy.desk, code=code).session


def test_the_first_is_the_plan_that_stands(busy: FakeOffice, world: World) -> None:
    every = compute_alternatives(busy.desk, code=world.session.code, seconds=6)
    assert every.found[0].moved == 0


def test_a_repair_changes_as_little_as_can_be(busy: FakeOffice, world: World) -> None:
    code = world.session.code
    before = open_session(busy.desk, code=code).session
    jury = before.juries[0]
    gone = jury.jurors[0].examiner_id
    standing_in.cancel_juror(busy.desk, code=code, jury=jury.number, examiner_id=gone)
    vacant = open_session(busy.desk, code=code).session
    plan = compute_repair(busy.desk, code=code, seconds=60)
    assert plan.proposal.status == "optimal"
    after = replace(vacant, juries=plan.juries, hearings=plan.hearings)
    known, now = (
        {(person, one) for person, every in appointments(s).items() for one in every}
        for s in (vacant, after)
    )
    # Nobody free may take that seat: a member of the jury takes it, and a third comes for hers
    assert {person for person, _ in known ^ now} == {(Role.EXAMINER, 2), (Role.EXAMINER, 4)}
    assert dict(plan.proposal.objective)["changes"] == len(known ^ now) == 3


def test_after_a_release_any_proposal_keeps_to_it(busy: FakeOffice, world: World) -> None:
    code = world.session.code
    released = releasing.release_plan(busy.desk, code=code).value.session
    assert known_plan(released) == appointments(released)
    again = planning.compute_proposal(busy.desk, code=code)
    assert dict(again.proposal.objective)["changes"] == 0
    assert appointments(replace(released, juries=again.juries, hearings=again.hearings)) == (
        appointments(released)
    )
