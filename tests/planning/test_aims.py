"""The order of the parts is a person's: which comes first decides between two plans."""

from __future__ import annotations

from datetime import time

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, TEACHING_STAFF
from jurydesk.domain.people import Sex
from jurydesk.domain.session import Hours, Session
from jurydesk.planning.propose import Plan, propose
from tests.planning.world import CODE, MONDAY, World, examiner, trained

ONLY_WOMAN = 1


def plan_of(*order: str) -> Plan:
    """One morning; of the two employers, the woman would rather come in the afternoon."""
    people = [
        examiner(ONLY_WOMAN, EMPLOYERS, Sex.FEMALE, preferred_half_day=HalfDay.PM),
        examiner(2, EMPLOYERS, Sex.MALE),
        examiner(3, EMPLOYEES, Sex.MALE),
        examiner(4, INDEPENDENT, Sex.MALE),
        examiner(5, TEACHING_STAFF, Sex.FEMALE),
    ]
    world = World([trained(1)], people)
    world.session = Session("A", (CODE,), (MONDAY,), ("1",), Hours(end=time(12, 30)))
    return propose(world.facts(), order=order)


def test_balance_comes_before_preferences() -> None:
    plan = plan_of()
    reached = dict(plan.proposal.objective)

    assert (reached["balance"], reached["preferences"]) == (0, 1)
    assert plan.juries[0].juror(ONLY_WOMAN)


def test_preferences_come_first_where_a_person_says_so() -> None:
    plan = plan_of("unplaced", "one_sex", "preferences")
    reached = dict(plan.proposal.objective)

    assert (reached["balance"], reached["preferences"]) == (1, 0)
    assert plan.proposal.status == "optimal"


def test_the_price_of_every_part_is_told_whatever_the_order() -> None:
    names = [name for name, _ in plan_of().proposal.objective]

    assert [name for name, _ in plan_of("unplaced", "days").proposal.objective] == names


@pytest.mark.parametrize("order", [("luck",), ("unplaced", "unplaced")])
def test_what_is_no_order_of_the_parts_is_refused(order: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not an order of parts"):
        plan_of(*order)
