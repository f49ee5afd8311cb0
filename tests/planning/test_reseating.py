"""Members exchanged between juries: legal, never dearer in what counts more, the same again."""

from __future__ import annotations

import pytest

from jurydesk.planning.aims import aims_of
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.objective import Sitting, price
from jurydesk.planning.reseating import reseat
from jurydesk.planning.timetable import write_timetable
from tests.planning.checker import breaches
from tests.planning.world import office


@pytest.mark.parametrize("part", ["substitutes", "presidencies", "pairs"])
@pytest.mark.parametrize("seed", range(4))
def test_an_exchange_costs_less_and_breaks_nothing(seed: int, part: str) -> None:
    facts = office(24, seed=seed).facts()
    problem = formulate(facts)
    aims = aims_of(problem)
    stage = aims.stage_of(part) or 0
    plan = first_plan(problem)

    def exchanged() -> tuple[Sitting, ...]:
        return reseat(problem, aims, plan, stage=stage, seed=1, is_over=lambda: False)

    better = exchanged()
    before, after = (aims.rank(price(problem, p))[: stage + 1] for p in (plan, better))
    juries, hearings = write_timetable(problem, better, facts=facts)

    assert after < before if before[-1] and better != plan else after == before
    assert breaches(facts, juries, hearings) == []
    assert exchanged() == better
    assert [(s.place, s.room, s.hears) for s in better] == [
        (s.place, s.room, s.hears) for s in plan
    ]


def test_nothing_is_tried_once_it_is_over() -> None:
    problem = formulate(office(24).facts())
    aims, plan = aims_of(problem), first_plan(problem)
    stage = aims.stage_of("pairs") or 0

    assert reseat(problem, aims, plan, stage=stage, seed=0, is_over=lambda: True) is plan
