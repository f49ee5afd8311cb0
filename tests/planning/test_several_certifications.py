"""Two certifications in one session and on one day; each plan here was first made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, TEACHING_STAFF
from jurydesk.domain.people import Examiner, Qualification, Sex
from jurydesk.domain.pins import Pins
from jurydesk.domain.release import appointments
from jurydesk.domain.session import Hearing, Hours, Juror, Jury, Session
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.former import read_former
from jurydesk.planning.propose import Plan, propose
from jurydesk.planning.reasons.answer import Reasons
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.repair import amend
from tests.planning.checker import breaches
from tests.planning.test_reasons import explain, helps, sentences
from tests.planning.world import (
    CODE,
    FIVE_SEATS,
    MONDAY,
    THREE_SEATS,
    World,
    certification,
    examiner,
    trained,
)

OTHER = "RNCP41481"
HOURS = Hours(minutes=100)
"""Two hearings in each half-day."""
MORNING = Hours(end=time(12, 30), minutes=100)
BOTH = 1
"""The only person who holds the seat of the employers, for either certification."""


def at(hour: int, minute: int) -> datetime:
    return datetime.combine(MONDAY, time(hour, minute))


def people() -> list[Examiner]:
    """One employer for both; beside, three seats of one title and four of the other."""
    woman, man = Sex.FEMALE, Sex.MALE
    return [
        examiner(BOTH, EMPLOYERS, woman, judges=(CODE, OTHER)),
        examiner(2, EMPLOYEES, man, judges=(CODE,)),
        examiner(3, INDEPENDENT, woman, judges=(CODE,)),
        examiner(4, EMPLOYEES, man, judges=(OTHER,)),
        examiner(5, EMPLOYEES, woman, judges=(OTHER,)),
        examiner(6, INDEPENDENT, man, judges=(OTHER,)),
        examiner(7, TEACHING_STAFF, man, judges=(OTHER,)),
    ]


def two_titles(hours: Hours = HOURS, rooms: tuple[str, ...] = ("Salle 1",)) -> World:
    """Candidates 1 and 2 aim at three seats, 3 and 4 at five; one Monday."""
    aims = {1: CODE, 2: CODE, 3: OTHER, 4: OTHER}
    return World(
        [replace(trained(n), certification=aim) for n, aim in aims.items()],
        people(),
        session=Session("2026-12-A", (CODE,), (MONDAY,), rooms, hours),
        certification=certification(THREE_SEATS),
        others=[certification(FIVE_SEATS, code=OTHER)],
    )


def plan_of(world: World) -> Plan:
    facts = world.facts()
    plan = propose(facts)
    assert breaches(facts, plan.juries, plan.hearings) == []
    return plan


def jurors(*members: tuple[int, int], seats: tuple[object, ...]) -> tuple[Juror, ...]:
    return tuple(
        Juror(who, seats[at].kind, seats[at].external, seats[at].deliberates) for who, at in members
    )


def test_two_titles_with_other_juries_on_one_day_and_one_person_in_both() -> None:
    world = two_titles()
    away = Absence(MONDAY, MONDAY, HalfDay.PM)
    world.examiners[3] = replace(world.examiners[3], absences=(away,))
    plan = plan_of(world)

    # Some employees of the other title are not there after lunch: it comes first. Whoever sits
    # twice presides once: the jury of three has fewer to choose from
    five = jurors((BOTH, 0), (4, 1), (5, 2), (6, 3), (7, 4), seats=FIVE_SEATS)
    three = jurors((BOTH, 0), (2, 1), (3, 2), seats=THREE_SEATS)
    assert plan.juries == (
        Jury(1, MONDAY, HalfDay.AM, "Salle 1", OTHER, five, president_id=4),
        Jury(2, MONDAY, HalfDay.PM, "Salle 1", CODE, three, president_id=BOTH),
    )
    assert plan.hearings == (
        Hearing(3, 1, at(9, 0), at(10, 40)),
        Hearing(4, 1, at(10, 40), at(12, 20)),
        Hearing(1, 2, at(13, 30), at(15, 10)),
        Hearing(2, 2, at(15, 10), at(16, 50)),
    )
    assert (plan.proposal.status, dict(plan.proposal.objective)["juries"]) == ("optimal", 2)


def test_nobody_sits_in_two_juries_at_once_whatever_they_judge() -> None:
    world = two_titles(MORNING, ("Salle 1", "Salle 2"))
    world.candidacies.pop()
    plan = plan_of(world)

    assert [(jury.certification, jury.half_day) for jury in plan.juries] == [(CODE, HalfDay.AM)]
    assert [hearing.candidacy_id for hearing in plan.hearings] == [1, 2]
    (left_out,) = plan.proposal.unplaced
    assert left_out.candidacy_id == 3

    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings)
    told = explain(world, 3)
    assert sentences(world, told)[-1] == (
        "Siège « employeurs » : le vivier ne compte personne d’autre que MEMBRE001 Alix."
    )
    assert [
        "Session du 14 décembre 2026 : trouver une personne de plus pour le siège « employeurs »."
    ] in helps(world, told)


def test_titles_composed_alike_still_have_a_jury_each() -> None:
    anybody = [replace(person, judges=None) for person in people()]
    world = two_titles()
    world.others = [certification(THREE_SEATS, code=OTHER)]
    world.candidacies, world.examiners = world.candidacies[1:3], anybody
    plan = plan_of(world)
    heard = {h.candidacy_id: h.jury for h in plan.hearings}
    assert {jury.number: jury.certification for jury in plan.juries} == {
        heard[2]: CODE,
        heard[3]: OTHER,
    }

    # One room and one morning are one jury, however few it hears
    world.session = replace(world.session, hours=MORNING)
    assert len(plan_of(world).hearings) == 1


def test_one_person_takes_one_seat_here_and_another_there() -> None:
    world = two_titles()
    kinds = (Qualification(EMPLOYERS, "acte"), Qualification(EMPLOYEES, "acte"))
    both = examiner(1, EMPLOYERS, Sex.FEMALE, qualifications=kinds, judges=None)
    employer = examiner(8, EMPLOYERS, Sex.FEMALE, judges=(OTHER,))
    others = [person for person in people() if person.id not in {BOTH, 5}]
    world.examiners = [both, *others, employer]
    plan = plan_of(world)

    # Employees of the other title: number 4 and whoever holds both seats
    seats = {
        (jury.certification, juror.examiner_id): juror.seat
        for jury in plan.juries
        for juror in jury.jurors
    }
    assert seats == {
        (CODE, 1): EMPLOYERS,
        (CODE, 2): EMPLOYEES,
        (CODE, 3): INDEPENDENT,
        (OTHER, 8): EMPLOYERS,
        (OTHER, 1): EMPLOYEES,
        (OTHER, 4): EMPLOYEES,
        (OTHER, 6): INDEPENDENT,
        (OTHER, 7): TEACHING_STAFF,
    }


def test_a_pinned_jury_keeps_what_it_judges() -> None:
    world = two_titles()
    members = jurors((BOTH, 0), (2, 1), (3, 2), seats=THREE_SEATS)
    pinned = Jury(7, MONDAY, HalfDay.AM, "Salle 1", CODE, members, president_id=BOTH)
    world.session = replace(world.session, juries=(pinned,), pins=Pins(juries=(7,)))
    plan = plan_of(world)

    assert [(j.number, j.certification) for j in plan.juries] == [(7, CODE), (1, OTHER)]
    assert {h.candidacy_id for h in plan.hearings if h.jury == 7} == {1, 2}


def test_a_room_that_judges_another_title_is_a_change_for_whoever_sits_there() -> None:
    """Everybody may judge both, and those who were told now aim at the other title."""
    world = two_titles(MORNING)
    world.others = [certification(THREE_SEATS, code=OTHER)]
    world.examiners = [replace(person, judges=None) for person in people()[:3]]
    world.candidacies = world.candidacies[:1]
    before = plan_of(world)
    session = replace(world.session, juries=before.juries, hearings=before.hearings)
    world.candidacies = [replace(trained(5), certification=OTHER)]
    world.session = replace(session, candidacies=(5,), juries=(), hearings=())
    plan = propose(world.facts(), former=read_former(appointments(session)))

    # Three members are told of another title, and one candidate of a first hearing
    assert dict(plan.proposal.objective)["changes"] == 2 * 3 + 1
    assert [jury.certification for jury in plan.juries] == [OTHER]


def test_who_may_not_judge_the_other_title_is_named_with_it() -> None:
    world = two_titles()
    world.examiners[0] = replace(world.examiners[0], judges=(CODE,))
    told = explain(world, 3)

    assert Fact(FactKind.SCOPE, examiner=BOTH, certification=OTHER) in told.facts
    said = f"MEMBRE001 Alix n’est pas habilité·e à juger la certification {OTHER}."
    assert said in sentences(world, told)
    (allowed,) = [r for r in told.repairs if [f.kind for f in r.facts] == [FactKind.SCOPE]]
    amended = amend(world.facts(), allowed.changes)
    assert amended is not None
    assert amended.examiners[BOTH].judges == (CODE, OTHER)
    assert {h.candidacy_id for h in propose(amended).hearings} == {1, 2, 3, 4}
    # The one that nobody keeps from being heard is not blamed on the other title
    assert not Reasons(world.facts()).why(1).is_blocked
    assert [f.code for f in why_unplaced(world.facts(), 3)] == ["PLAN-06"]
