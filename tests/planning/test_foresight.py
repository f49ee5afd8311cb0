"""The number of juries at once, against the trial of every set of juries under the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, Seat
from jurydesk.domain.findings import Severity
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex
from jurydesk.domain.session import Jury
from jurydesk.domain.session_rules import SessionFacts, check_juror, check_jury
from jurydesk.planning.foresight import Capacity, Crowd, Limit, Shortage
from jurydesk.planning.foresight_presence import Presence
from jurydesk.planning.problem import Panel, juror
from tests.planning.world import (
    CODE,
    FOUR_SEATS,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    composition,
    examiner,
    experienced,
    pool,
)

HALF = (MONDAY, HalfDay.AM)
TWICE = (THREE_SEATS[0], THREE_SEATS[1], THREE_SEATS[1])
TWO = THREE_SEATS[:2]
KINDS = (EMPLOYERS, EMPLOYEES, INDEPENDENT)


def capacity(
    people: list[Examiner], seats: tuple[Seat, ...] = THREE_SEATS, *, balanced: bool = True
) -> Capacity:
    facts = bare(people, seats, balanced=balanced)
    panel = Panel(seats, balanced=balanced)
    return Crowd(panel, Presence(facts, panel).persons(HALF)).capacity


def bare(people: list[Examiner], seats: tuple[Seat, ...], *, balanced: bool) -> SessionFacts:
    sheet = certification(seats)
    routes = tuple(
        replace(terms, composition=composition(seats, balanced=balanced)) for terms in sheet.routes
    )
    return World(examiners=people, certification=replace(sheet, routes=routes)).facts()


def most_juries(facts: SessionFacts, seats: tuple[Seat, ...], *, reasons: bool) -> int:
    """Try every set of juries that share nobody; each is judged by the rules, all of them."""
    everybody = sorted(facts.examiners)
    bad = {Severity.BLOCKING} | (set() if reasons else {Severity.NEEDS_REASON})

    def stands(people: tuple[int, ...]) -> bool:
        for order in permutations(people):
            seated = tuple(juror(n, seat) for n, seat in zip(order, seats, strict=True))
            jury = Jury(
                1, *HALF, room="A", certification=CODE, jurors=seated, president_id=order[0]
            )
            whole = replace(facts, session=replace(facts.session, juries=(jury,)))
            if not any(finding.severity in bad for finding in check_jury(whole, jury)):
                return True
        return False

    legal = [frozenset(g) for g in combinations(everybody, len(seats)) if stands(g)]

    @cache
    def best(free: frozenset[int]) -> int:
        return max((1 + best(free - jury) for jury in legal if jury <= free), default=0)

    return best(frozenset(everybody))


@st.composite
def pools(draw: st.DrawFn) -> list[Examiner]:
    size = draw(st.integers(0, 8))
    return [
        examiner(
            number,
            EMPLOYERS,
            draw(st.sampled_from((Sex.FEMALE, Sex.MALE, Sex.MALE, Sex.NOT_STATED))),
            qualifications=tuple(
                Qualification(kind, "acte") for kind in draw(st.sets(st.sampled_from(KINDS)))
            ),
            absences=(Absence(MONDAY, MONDAY),) if draw(st.integers(0, 7)) == 0 else (),
        )
        for number in range(1, size + 1)
    ]


@settings(deadline=None, max_examples=150)
@given(people=pools(), seats=st.sampled_from((TWO, THREE_SEATS, TWICE)), balanced=st.booleans())
def test_as_many_as_trying_every_set_finds(
    people: list[Examiner], seats: tuple[Seat, ...], balanced: bool
) -> None:
    facts = bare(people, seats, balanced=balanced)
    facts = replace(facts, session=replace(facts.session, candidacies=()))
    if balanced:
        facts = with_one_path(facts)
    found = capacity(people, seats, balanced=balanced)

    assert found.juries == most_juries(facts, seats, reasons=False)
    assert found.with_reason == most_juries(facts, seats, reasons=True)


def with_one_path(facts: SessionFacts) -> SessionFacts:
    """A session in which a VAE is heard, so that the law itself asks for women and men."""
    path = experienced(1)
    heard = World(
        candidacies=[path],
        examiners=list(facts.examiners.values()),
        certification=facts.sheet(CODE),
    )
    return heard.facts()


def lacking(*posts: int, persons: int, needed: int) -> Shortage:
    return Shortage(Limit.SEATS, posts, persons=persons, needed=needed)


def test_the_scarcest_seat_is_named() -> None:
    assert capacity(pool(3)[:-2], FOUR_SEATS) == Capacity(1, 1, (lacking(3, persons=1, needed=2),))


def test_each_seat_that_one_more_jury_lacks_is_named() -> None:
    people = pool(3)[2:-1]
    assert capacity(people, FOUR_SEATS) == Capacity(1, 1, (lacking(0, persons=1, needed=2),))
    assert capacity(people[:-1], FOUR_SEATS) == Capacity(
        1, 1, (lacking(0, persons=1, needed=2), lacking(3, persons=1, needed=2))
    )


def test_two_seats_that_share_their_persons_are_named_together() -> None:
    both = (Qualification(EMPLOYERS, "a"), Qualification(EMPLOYEES, "a"))
    people = [
        *(examiner(n, EMPLOYERS, Sex.FEMALE, qualifications=both) for n in (1, 2, 3)),
        *(examiner(n, INDEPENDENT, Sex.MALE) for n in (4, 5, 6)),
    ]
    assert capacity(people) == Capacity(1, 1, (lacking(0, 1, persons=3, needed=4),))


def test_the_sex_that_lacks_is_named() -> None:
    people = [replace(person, sex=Sex.MALE) for person in pool(2)]
    people[0] = replace(people[0], sex=Sex.FEMALE)
    assert capacity(people, FOUR_SEATS) == Capacity(
        1, 2, (Shortage(Limit.WOMEN, (), persons=1, needed=2),)
    )


def test_nobody_at_all_is_a_number_too() -> None:
    found = capacity([], balanced=False)
    assert found == Capacity(0, 0, tuple(lacking(n, persons=0, needed=1) for n in range(3)))


@settings(deadline=None, max_examples=100)
@given(people=pools(), seats=st.sampled_from((TWO, THREE_SEATS, TWICE)))
def test_what_is_said_to_lack_does(people: list[Examiner], seats: tuple[Seat, ...]) -> None:
    found = capacity(people, seats)
    panel = Panel(seats, balanced=True)
    persons = Presence(bare(people, seats, balanced=True), panel).persons(HALF)
    assert found.shortages
    for lack in found.shortages:
        if lack.limit is Limit.SEATS:
            told = [p for p in persons if any(p.posts >> post & 1 for post in lack.posts)]
            assert lack.needed == (found.juries + 1) * sum(
                panel.posts[post].count for post in lack.posts
            )
        elif lack.limit is not Limit.STATED:
            sex = Sex.FEMALE if lack.limit is Limit.WOMEN else Sex.MALE
            told = [person for person in persons if person.sex is sex]
        else:
            continue
        assert lack.persons == len(told) < lack.needed


@st.composite
def moving_pools(draw: st.DrawFn) -> list[Examiner]:
    """Persons whose mandates and absences begin and end within the days looked at."""

    def day() -> date:
        return MONDAY + timedelta(days=draw(st.integers(-2, 12)))

    def absence() -> Absence:
        start, end = sorted((day(), day()))
        return Absence(start, end, draw(st.sampled_from((None, *HalfDay))))

    def mandate() -> Mandate:
        return Mandate(*sorted((day(), day())))

    return [
        examiner(
            number,
            draw(st.sampled_from(KINDS)),
            mandates=tuple(mandate() for _ in range(draw(st.integers(1, 2)))),
            absences=tuple(absence() for _ in range(draw(st.integers(0, 3)))),
        )
        for number in range(1, draw(st.integers(1, 5)) + 1)
    ]


@settings(deadline=None, max_examples=100)
@given(people=moving_pools(), busy=st.sets(st.tuples(st.integers(1, 5), st.integers(0, 9))))
def test_presence_is_what_the_rules_say_on_each_half_day(
    people: list[Examiner], busy: set[tuple[int, int]]
) -> None:
    taken = [(who, MONDAY + timedelta(days=day), HalfDay.PM) for who, day in sorted(busy)]
    facts = World(
        examiners=people, certification=certification(THREE_SEATS), elsewhere=taken
    ).facts()
    panel = Panel(THREE_SEATS, balanced=True)
    halves = [(MONDAY + timedelta(days=n), half) for n in range(12) for half in HalfDay]
    presence = Presence(facts, panel)

    asked = {
        half: {
            (person.id, number)
            for person in people
            for number, post in enumerate(panel.posts)
            if not any(
                finding.severity is Severity.BLOCKING
                for finding in check_juror(
                    facts,
                    Jury(0, *half, room="", certification=CODE),
                    seat=post.seat,
                    examiner=person,
                )
            )
        }
        for half in halves
    }
    told = {
        half: {(p.id, n) for p in persons for n in range(3) if p.posts >> n & 1}
        for half, persons in presence.by_half(halves).items()
    }
    assert told == asked
