"""A plan bettered in pieces is legal, never worse, the same again, and bounded from below."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from jurydesk.planning.aims import aims_of
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.neighbourhood import Neighbourhood
from jurydesk.planning.objective import Costs, price
from jurydesk.planning.pieces import improve_in_pieces, is_large
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.search import Found, Search
from tests.benchmarks.family import breaches, cost_of, draw, total
from tests.benchmarks.family_problem import AIMS, plan_of, problem_of

SESSION = draw(50, 0)
PROBLEM = problem_of(SESSION)


def in_pieces(effort: float = 2) -> tuple[Found, list[PlanProgress]]:
    told: list[PlanProgress] = []
    search = Search(PROBLEM, 60, 0, told.append, StopToken(), aims=AIMS, most_effort=effort)
    return search.run(improve_in_pieces), told


def test_a_plan_in_pieces_is_legal_and_better_and_the_same_again() -> None:
    found, told = in_pieces()
    again, _ = in_pieces()

    assert breaches(SESSION, plan_of(found.sittings)) == []
    assert AIMS.rank(found.costs) < AIMS.rank(price(PROBLEM, first_plan(PROBLEM)))
    assert again.sittings == found.sittings
    assert told[-1].gap < 0.1


def test_no_piece_comes_below_the_bound() -> None:
    """The whole model proves its optimum; the relaxation must not claim more."""
    whole = Search(PROBLEM, 20, 0, lambda _: None, StopToken(), aims=AIMS).run()
    _, told = in_pieces()
    least = AIMS.cost(whole.costs, 0)
    found, _ = in_pieces()
    reached = AIMS.cost(found.costs, 0)

    assert whole.proved
    assert reached * (1 - told[-1].gap) <= least <= reached


def test_days_taken_apart_and_put_back_are_the_same_plan() -> None:
    plan = first_plan(PROBLEM)
    first = min(place.day for place in PROBLEM.places)
    near = Neighbourhood(PROBLEM, plan, frozenset({first, first + timedelta(days=1)}))
    part = near.part()

    assert near.whole(near.inside()) == tuple(sorted(plan, key=lambda s: (s.place, s.room)))
    assert [place.day for place in part.places] == [first] * 2 + [first + timedelta(days=1)] * 2
    assert saved(part_costs(near), price(PROBLEM, near.kept)) == price(PROBLEM, plan)


def part_costs(near: Neighbourhood) -> Costs:
    return price(near.part(), near.inside())


def saved(inside: Costs, kept: Costs) -> Costs:
    """Add what the part costs to what is kept; who waits inside waits in the whole."""
    unplaced = inside[0] + kept[0] - len(PROBLEM.applicants) + heard_outside(kept)
    return (unplaced, *(a + b for a, b in zip(inside[1:], kept[1:], strict=True)))


def heard_outside(kept: Costs) -> int:
    """Return how many are heard on the days that stay, and so are not asked of inside."""
    return len(PROBLEM.applicants) - kept[0]


def test_only_large_problems_are_searched_in_pieces() -> None:
    assert not is_large(PROBLEM)
    assert is_large(problem_of(draw(1000, 0)))


def test_the_checker_s_sum_is_the_engine_s() -> None:
    for seed in range(20):
        for tight in (False, True):
            session = draw(10, seed, tight=tight)
            problem = problem_of(session)
            search = Search(problem, 5, 0, lambda _: None, StopToken(), aims=AIMS)
            found = search.run()
            plan = plan_of(found.sittings)

            assert found.proved
            assert breaches(session, plan) == []
            assert total(cost_of(session, plan)) == AIMS.cost(found.costs, 0)


def test_every_stage_is_bounded_in_turn() -> None:
    """In stages, the gap told is of the first stage that is not at its bound."""
    aims = aims_of(PROBLEM)
    told: list[PlanProgress] = []
    search = Search(PROBLEM, 60, 0, told.append, StopToken(), aims=aims, most_effort=3)
    found = search.run(improve_in_pieces)

    assert breaches(SESSION, plan_of(found.sittings)) == []
    assert told[-1].placed == len(SESSION.candidates) == told[-1].bound


def test_a_part_knows_where_people_were_told_to_come() -> None:
    """The places of a part have numbers of their own; who was told of another day has none."""
    told = tuple(
        replace(a, former=max(a.places), was_told=True) if a.places else a
        for a in PROBLEM.applicants
    )
    problem = replace(PROBLEM, applicants=told, was_told=True)
    first = min(place.day for place in problem.places)
    near = Neighbourhood(problem, (), frozenset({first}))

    for number, part in zip(near.applicants, near.part().applicants, strict=True):
        whole = problem.applicants[number].former
        kept = near.places.index(whole) if whole in near.places else None
        assert (part.former, part.was_told) == (kept, True)
