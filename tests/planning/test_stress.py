"""The most juries that a pool can hold, against the trial of every way to seat it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import combinations, combinations_with_replacement

from hypothesis import given, settings
from hypothesis import strategies as st

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.people import Sex
from jurydesk.planning.foresight import Crowd, Person
from jurydesk.planning.problem import Half, Panel
from jurydesk.planning.stress import Held, Pool, most_juries
from jurydesk.planning.stress_advice import Loss, Recruit, additions, indispensable
from tests.planning.world import FOUR_SEATS, THREE_SEATS

FIRST = date(2026, 12, 30)
TWO = Panel(THREE_SEATS[:2], balanced=True)
THREE = Panel((THREE_SEATS[0], THREE_SEATS[1], THREE_SEATS[1]), balanced=True)


def half(number: int) -> Half:
    return FIRST + timedelta(days=number // 2), list(HalfDay)[number % 2]


def tried(pool: Pool) -> int:
    """Seat every set of persons that fills whole juries, half-day after half-day."""
    halves = list(pool.halves.items())
    size = len(pool.panel.seats)

    @cache
    def seatings(persons: tuple[Person, ...]) -> tuple[tuple[int, frozenset[Person]], ...]:
        return tuple(
            (count, frozenset(group))
            for count in range(pool.rooms + 1)
            for group in combinations(persons, count * size)
            if Crowd(pool.panel, group).capacity.juries >= count
        )

    @cache
    def best(at: int, sat: frozenset[tuple[tuple[int, int], int]]) -> int:
        if at == len(halves):
            return 0
        (day, _), persons = halves[at]
        so_far = dict(sat)
        most = 0
        for count, group in seatings(persons):
            keys = [(person.id, day.year) for person in group]
            spent = Counter(so_far) + Counter(keys)
            if all(pool.left(*key) is None or spent[key] <= pool.left(*key) for key in keys):
                most = max(most, count + best(at + 1, frozenset(spent.items())))
        return most

    return best(0, frozenset())


@st.composite
def small_pools(draw: st.DrawFn) -> Pool:
    panel = draw(st.sampled_from((TWO, THREE, Panel(TWO.seats, balanced=False))))
    everybody = [
        Person(
            number,
            draw(st.sampled_from((Sex.FEMALE, Sex.MALE, Sex.NOT_STATED))),
            draw(st.integers(1, 3)),
        )
        for number in range(1, draw(st.integers(1, 6)) + 1)
    ]
    here = st.lists(st.sampled_from(everybody), unique=True)
    crowds = [
        tuple(sorted(draw(here), key=lambda one: one.id)) for _ in range(draw(st.integers(1, 2)))
    ]
    halves = {half(n): draw(st.sampled_from(crowds)) for n in range(draw(st.integers(1, 5)))}
    return Pool(
        panel,
        halves,
        rooms=draw(st.integers(1, 2)),
        limit=draw(st.sampled_from((None, 1, 2, 3))),
        sat={(1, 2026): draw(st.integers(0, 2))},
    )


@settings(deadline=None, max_examples=200)
@given(small_pools())
def test_as_many_as_trying_every_seating_finds(pool: Pool) -> None:
    held = most_juries(pool)
    assert held.juries == held.bound == tried(pool)
    assert sum(held.sittings.values()) == held.juries * len(pool.panel.seats)


def test_nothing_to_hold_is_a_number_too() -> None:
    assert most_juries(Pool(Panel((), balanced=False), {half(0): ()})) == Held(0, 0, {})
    assert most_juries(Pool(TWO, {})) == Held(0, 0, {})
    assert most_juries(Pool(TWO, {half(0): ()})).juries == 0


def test_each_year_has_its_own_limit() -> None:
    people = (Person(1, Sex.FEMALE, 1), Person(2, Sex.MALE, 2))
    pool = Pool(TWO, {half(n): people for n in range(8)}, limit=1)
    assert most_juries(pool) == Held(2, 2, {1: 2, 2: 2})


def test_three_who_need_two_seats_hold_one_jury_at_a_time() -> None:
    both = [Person(n, sex, 3) for n, sex in enumerate((Sex.FEMALE, Sex.MALE, Sex.FEMALE), 1)]
    pool = Pool(TWO, {half(n): tuple(both) for n in range(2)}, rooms=2)
    assert most_juries(pool).juries == 2


def test_four_seats_and_many_half_days() -> None:
    sexes = (Sex.FEMALE, Sex.MALE)
    people = tuple(Person(n, sexes[n // 4 % 2], 1 << n % 4) for n in range(12))
    pool = Pool(
        Panel(FOUR_SEATS, balanced=True), {half(n): people for n in range(4, 200)}, limit=12
    )
    assert most_juries(pool).juries == 36


def quiet(_done: int, _total: int) -> None:
    """Nobody waits."""


@settings(deadline=None, max_examples=60)
@given(small_pools())
def test_who_is_indispensable_is_so_and_nobody_else_is(pool: Pool) -> None:
    held = most_juries(pool)
    everybody = {person.id for persons in pool.halves.values() for person in persons}
    lost = {who: held.juries - tried(pool.without(who)) for who in everybody}
    told = {loss.person: loss.juries for loss in indispensable(pool, held, progress=quiet)}
    assert told == {who: juries for who, juries in lost.items() if juries}


@settings(deadline=None, max_examples=40)
@given(small_pools())
def test_additions_raise_the_number_and_no_smaller_one_does(pool: Pool) -> None:
    held = most_juries(pool)
    found = additions(pool, held, progress=quiet)
    for one in found:
        assert one.juries > 0
        assert most_juries(joined(pool, one.recruits)).juries == held.juries + one.juries
    size = len(found[0].recruits) if found else 3
    kinds = [Recruit(p, s) for p in range(len(pool.panel.posts)) for s in (Sex.FEMALE, Sex.MALE)]
    for fewer in range(1, size):
        for chosen in combinations_with_replacement(kinds, fewer):
            assert most_juries(joined(pool, chosen)).juries == held.juries
    if found:
        raising = {
            chosen
            for chosen in combinations_with_replacement(kinds, size)
            if most_juries(joined(pool, chosen)).juries > held.juries
        }
        assert {one.recruits for one in found} == raising


def joined(pool: Pool, recruits: tuple[Recruit, ...]) -> Pool:
    return pool.joined_by(*(Person(-n, r.sex, 1 << r.post) for n, r in enumerate(recruits, 1)))


def test_one_person_per_seat_is_whom_an_even_pool_lacks() -> None:
    people = tuple(Person(n, (Sex.FEMALE, Sex.MALE)[n % 2], 1 << n) for n in range(4))
    panel = Panel(FOUR_SEATS, balanced=True)
    pool = Pool(panel, {half(n): people for n in range(4, 40)}, limit=2)
    held = most_juries(pool)
    assert held.juries == 2
    found = additions(pool, held, progress=quiet)
    assert {tuple(r.post for r in one.recruits) for one in found} == {(0, 1, 2, 3)}
    assert {one.juries for one in found} == {2}
    assert indispensable(pool, held, progress=quiet) == tuple(Loss(n, 2) for n in range(4))


def test_where_time_lacks_nobody_is_asked_for() -> None:
    people = tuple(Person(n, (Sex.FEMALE, Sex.MALE)[n % 2], 3) for n in range(6))
    pool = Pool(TWO, {half(0): people})
    assert additions(pool, most_juries(pool), progress=quiet) == ()
