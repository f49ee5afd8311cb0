"""Juries composed in other ways: data alone, planned and explained; what is asked is by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.availability import Absence
from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    SEAT_KINDS,
    TEACHING_STAFF,
    Seat,
)
from jurydesk.planning.propose import propose
from tests.planning.checker import breaches
from tests.planning.test_reasons import explain, helps, sentences
from tests.planning.world import (
    FIVE_SEATS,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    pool,
    trained,
)

NONE_EXTERNAL = tuple(
    Seat(kind, kind.title(), 25, external=False, deliberates=True) for kind in SEAT_KINDS
)
COMPOSITIONS = {"three": THREE_SEATS, "two employees": FIVE_SEATS, "none external": NONE_EXTERNAL}


def world_of(seats: tuple[Seat, ...]) -> World:
    return World([trained(n) for n in (1, 2)], pool(2, seats), certification=certification(seats))


@pytest.mark.parametrize("name", COMPOSITIONS)
def test_each_is_planned_to_the_seat(name: str) -> None:
    seats = COMPOSITIONS[name]
    facts = world_of(seats).facts()
    plan = propose(facts)

    assert breaches(facts, plan.juries, plan.hearings) == []
    (jury,) = plan.juries
    assert [h.candidacy_id for h in plan.hearings] == [1, 2]
    assert sorted((j.seat, j.external, j.deliberates) for j in jury.jurors) == sorted(
        (seat.kind, seat.external, seat.deliberates) for seat in seats
    )


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("three", INDEPENDENT, "indépendants"),
        ("two employees", EMPLOYERS, "employeurs"),
        ("none external", TEACHING_STAFF, "équipe pédagogique"),
    ],
)
def test_a_seat_that_nobody_holds_is_named(name: str, kind: str, said: str) -> None:
    world = world_of(COMPOSITIONS[name])
    world.examiners = [person for person in world.examiners if not person.may_hold(kind)]
    told = explain(world)

    assert sentences(world, told) == [
        f"Siège « {said} » : le vivier ne compte aucune personne qualifiée."
    ]
    assert helps(world, told) == [
        [f"Session du 14 décembre 2026 : trouver une personne de plus pour le siège « {said} »."]
    ]


def test_two_seats_of_one_kind_want_two_persons() -> None:
    world = world_of(FIVE_SEATS)
    first, *_ = [person for person in world.examiners if person.may_hold(EMPLOYEES)]
    others = [person for person in world.examiners if not person.may_hold(EMPLOYEES)]
    world.examiners = [first, *others]
    told = explain(world)

    assert sentences(world, told) == [
        f"Siège « salariés » : le vivier ne compte personne d’autre que {first.full_name}."
    ]
    assert helps(world, told) == [
        ["Session du 14 décembre 2026 : trouver une personne de plus pour le siège « salariés »."]
    ]


@pytest.mark.parametrize("name", COMPOSITIONS)
def test_the_only_holder_of_a_seat_who_is_away_is_named(name: str) -> None:
    world = world_of(COMPOSITIONS[name])
    kind = COMPOSITIONS[name][0].kind
    holder, *_ = [person for person in world.examiners if person.may_hold(kind)]
    away = replace(holder, absences=(Absence(MONDAY, MONDAY),))
    world.examiners = [away, *(p for p in world.examiners if not p.may_hold(kind))]
    told = explain(world)

    who = holder.full_name
    assert set(sentences(world, told)) == {
        f"Siège « employeurs » : le vivier ne compte personne d’autre que {who}.",
        f"{who} est absent·e le 14 décembre 2026 (matin).",
        f"{who} est absent·e le 14 décembre 2026 (après-midi).",
    }
    assert [f"{who} se libère le 14 décembre 2026 (matin)."] in helps(world, told)
