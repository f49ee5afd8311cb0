"""The family put to the engine: its sessions as problems, the engine's sittings as its plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import Seat
from jurydesk.domain.people import Sex
from jurydesk.planning.aims import Aims
from jurydesk.planning.objective import Sitting
from jurydesk.planning.problem import Applicant, Openings, Panel, Place, Problem, Profile
from tests.benchmarks.family import ROLES, TEACHER, WEIGHTS, Member, Sat
from tests.planning.world import MONDAY, office

AIMS = Aims((tuple(WEIGHTS),), WEIGHTS, ordered=False)
MINUTES = 30
SEATS = tuple(
    Seat(str(role), str(role), 25, external=role != TEACHER, deliberates=role != TEACHER)
    for role in range(ROLES)
)


def problem_of(member: Member) -> Problem:
    """Return the session as the engine sees it."""
    return Problem(
        facts=office(1).facts(),
        panels=(Panel(SEATS, balanced=True, mixed_voters=True),),
        places=tuple(_place(member, half) for half in member.halves),
        applicants=tuple(_applicant(member, number) for number in range(len(member.candidates))),
        profiles=_profiles(member),
        quorum=TEACHER,
        fewest=member.fewest,
        apart=member.apart,
    )


def _place(member: Member, half: int) -> Place:
    rooms = tuple(str(number) for number in range(member.size.rooms))
    opens = 60 * (9 if half % 2 == 0 else 14)
    openings: Openings = tuple(
        {
            number: person.prices[half]
            for number, person in enumerate(member.examiners)
            if person.role == role and half in person.prices
        }
        for role in range(ROLES)
    )
    return Place(
        MONDAY + timedelta(days=half // 2),
        tuple(HalfDay)[half % 2],
        rooms,
        ((opens, opens + member.most * MINUTES),),
        (openings,),
    )


def _applicant(member: Member, number: int) -> Applicant:
    prices = member.candidates[number].prices
    return Applicant(
        candidacy_id=number,
        person=number,
        panel=0,
        minutes=MINUTES,
        places=frozenset(prices),
        late=frozenset(),
        late_unless_placed=False,
        excluded=frozenset(e for e in range(len(member.examiners)) if (number, e) in member.tied),
        recused=frozenset(),
        prices={half: price for half, price in prices.items() if price},
    )


def _profiles(member: Member) -> Mapping[int, Profile]:
    sexes = {True: Sex.FEMALE, False: Sex.MALE}
    most = member.size.most_juries
    return {
        number: Profile(sexes[person.woman], load=0, declines=False, most=most)
        for number, person in enumerate(member.examiners)
    }


def plan_of(sittings: Iterable[Sitting]) -> tuple[Sat, ...]:
    """Return the engine's sittings as a plan of the family."""
    return tuple(
        Sat(sitting.place, tuple(e for _, e in sorted(sitting.members)), sitting.hears)
        for sitting in sittings
    )
