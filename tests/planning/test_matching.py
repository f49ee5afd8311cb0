"""Whether one jury can be put together, answered exactly."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from jurydesk.planning.matching import jury_exists, vacant_posts
from jurydesk.planning.problem import Panel
from tests.planning.world import FIVE_SEATS, FOUR_SEATS

FOUR = Panel(FOUR_SEATS, balanced=True)
FIVE = Panel(FIVE_SEATS, balanced=True)


def openings(*people: set[int]) -> tuple[Mapping[int, int], ...]:
    return tuple(dict.fromkeys(some, 0) for some in people)


def test_nobody_takes_two_seats() -> None:
    assert not jury_exists(FOUR, openings({1}, {1}, {2}, {3}))
    assert jury_exists(FOUR, openings({1, 4}, {1}, {2}, {3}))


def test_a_kind_of_seat_asked_for_twice_needs_two_persons() -> None:
    assert not jury_exists(FIVE, openings({1}, {2}, {3}, {4}))
    assert jury_exists(FIVE, openings({1}, {2, 5}, {3}, {4}))
    assert vacant_posts(FIVE, openings({1}, {2}, {3}, {4})) == (1,)


def test_the_teaching_seat_may_be_tied_where_votes_may_not() -> None:
    who = openings({1}, {2}, {3}, {4})

    assert jury_exists(FOUR, who, recused={4})
    assert not jury_exists(FOUR, who, recused={1})
    assert jury_exists(FOUR, who, recused={1, 4}, spare=1)
    assert not jury_exists(FOUR, who, recused={1, 2}, spare=1)


_some = st.sets(st.integers(1, 5), max_size=3)


@given(st.tuples(_some, _some, _some, _some), _some, _some, st.integers(0, 2))
def test_it_agrees_with_trying_everybody(
    people: tuple[set[int], ...], barred: set[int], recused: set[int], spare: int
) -> None:
    def may_sit(jury: tuple[int, ...]) -> bool:
        tied = sum(person in recused for person in jury[:3])
        return len(set(jury)) == 4 and not barred & set(jury) and tied <= spare

    found = jury_exists(FOUR, openings(*people), barred=barred, recused=recused, spare=spare)
    assert found == any(may_sit(jury) for jury in product(*people))
