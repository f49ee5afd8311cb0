"""What the pool said of its time, as a plan sees it: plans checked by hand, and sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.people import Examiner, Mandate
from jurydesk.domain.session import Hours, Session
from jurydesk.domain.session_rules import Limits, check_juror
from jurydesk.exchange.examiner_calendar import read_calendar
from jurydesk.finding_text import finding_text
from jurydesk.planning.propose import Plan, propose
from jurydesk.wording import Wording
from tests.planning.checker import breaches
from tests.planning.world import CODE, FOUR_SEATS, MONDAY, World, examiner, pool, trained
from tests.ui.agendas import write_agenda

TUESDAY, EVE = MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)
TODAY = date(2026, 11, 23)
AM, PM = HalfDay.AM, HalfDay.PM
OPTION, RATHER_NOT, FREE = (
    AvailabilityKind.OPTION,
    AvailabilityKind.RATHER_NOT,
    AvailabilityKind.FREE,
)


def plan_of(world: World) -> Plan:
    facts = world.facts()
    plan = propose(facts)
    assert breaches(facts, plan.juries, plan.hearings) == []
    return plan


def halves(plan: Plan) -> list[tuple[date, HalfDay]]:
    return sorted(jury.half for jury in plan.juries)


def seated(plan: Plan) -> set[int]:
    return {juror.examiner_id for jury in plan.juries for juror in jury.jurors}


def one_each(*entries: Absence, **more: object) -> list[Examiner]:
    """One person per seat, the employers' one having said this: no jury goes without them."""
    first, *others = pool(1)
    return [replace(first, absences=entries, **more), *others]  # -- keywords from data


def said(world: World, half: tuple[date, HalfDay]) -> list[str]:
    """What the rules say of the employers' first member on a half-day."""
    facts = world.facts()
    jury = replace(propose(World([trained(1)], pool(1)).facts()).juries[0], day=half[0])
    jury = replace(jury, number=1, half_day=half[1], jurors=())
    found = check_juror(facts, jury, seat=FOUR_SEATS[0], examiner=facts.examiners[1])
    return [finding_text(one, Wording("fr")).replace("\u00a0", " ") for one in found]


def two_days() -> Session:
    return Session("S", (CODE,), (MONDAY, TUESDAY))


def test_a_calendar_with_a_lesson_each_week_and_a_shoot(tmp_path: Path) -> None:
    """Monday mornings are a lesson, Tuesday is a whole-day shoot whose DTEND is Wednesday.

    Of the four half-days Monday afternoon alone is left, and three hearings fit in it.
    """
    path = write_agenda(
        tmp_path,
        "DTSTART;TZID=Europe/Paris:20261130T093000\nDURATION:PT2H\nRRULE:FREQ=WEEKLY\nSUMMARY:Cours",
        "DTSTART;VALUE=DATE:20261215\nDTEND;VALUE=DATE:20261216\nSUMMARY:Tournage",
    )
    entries = read_calendar(path, since=TODAY, until=date(2028, 5, 23)).entries
    world = World([trained(n) for n in (1, 2, 3)], one_each(*entries), session=two_days())
    plan = plan_of(world)
    assert halves(plan) == [(MONDAY, PM)]
    assert len(plan.hearings) == 3
    assert said(world, (MONDAY, AM)) == [
        (
            "MEMBRE001 Alix n’est pas disponible le 14 décembre 2026, matin (jury 1) : absence "
            "chaque lundi du 30 novembre 2026 au 22 mai 2028 (« Cours »)."
        )
    ]
    assert said(world, (TUESDAY, PM)) == [
        (
            "MEMBRE001 Alix n’est pas disponible le 15 décembre 2026, après-midi (jury 1) : "
            "absence le 15 décembre 2026 (« Tournage »)."
        )
    ]


def test_an_option_that_lapses_the_day_before() -> None:
    """Held until the eve: on the eve the plan takes it and says so, on the day it is lost."""
    held = Absence(MONDAY, MONDAY, kind=OPTION, held_until=EVE)
    world = World([trained(1)], one_each(held), today=EVE)
    assert halves(plan_of(world)) == [(MONDAY, AM)]
    assert said(world, (MONDAY, AM)) == [
        (
            "MEMBRE001 Alix nous réserve le 14 décembre 2026, matin, jusqu’au 13 décembre 2026 : "
            "à confirmer avant (jury 1, option le 14 décembre 2026)."
        )
    ]
    world.today = MONDAY
    plan = plan_of(world)
    assert (plan.juries, plan.hearings) == ((), ())
    assert said(world, (MONDAY, AM)) == [
        (
            "MEMBRE001 Alix : l’option le 14 décembre 2026 valait jusqu’au 13 décembre 2026, sans "
            "confirmation ; le 14 décembre 2026, matin, compte comme non disponible (jury 1)."
        )
    ]


def test_a_lapsed_option_sends_the_plan_to_the_other_day() -> None:
    held = Absence(MONDAY, MONDAY, kind=OPTION, held_until=EVE)
    world = World([trained(1)], one_each(held), session=two_days(), today=MONDAY)
    assert halves(plan_of(world)) == [(TUESDAY, AM)]
    world.examiners[0] = replace(
        world.examiners[0], absences=(held, Absence(MONDAY, MONDAY, kind=FREE))
    )
    assert halves(plan_of(world))[0][0] in {MONDAY, TUESDAY}
    assert said(world, (MONDAY, AM)) == []


def test_a_mandate_that_ends_between_two_half_days() -> None:
    """It ends with Monday: Monday afternoon is legal, Tuesday morning is not.

    Monday has nine places and ten come: the tenth stays without a place.
    """
    ending = (Mandate(date(2026, 1, 1), MONDAY, "D-2026-4"),)
    people = one_each(mandates=ending)
    world = World([trained(n) for n in range(1, 11)], people, session=two_days())
    plan = plan_of(world)
    assert {half[0] for half in halves(plan)} == {MONDAY}
    places = sum(_places(world.session.hours, half) for half in HalfDay)
    assert (places, len(plan.hearings)) == (9, 9)
    assert said(world, (MONDAY, PM)) == []
    assert said(world, (TUESDAY, AM)) == [
        "MEMBRE001 Alix : aucun mandat en vigueur le 15 décembre 2026 (jury 1)."
    ]


def _places(hours: Hours, half: HalfDay) -> int:
    first, last = hours.bounds(half)
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    return minutes // hours.minutes


def test_rather_not_is_a_price_and_not_a_bar() -> None:
    """With a colleague free the colleague sits; alone, the person sits all the same."""
    rather = Absence(MONDAY, MONDAY, kind=RATHER_NOT, reason="étalonnage")
    alone = World([trained(1)], one_each(rather))
    assert 1 in seated(plan_of(alone))
    assert said(alone, (MONDAY, AM)) == [
        (
            "MEMBRE001 Alix préfère ne pas siéger le 14 décembre 2026, matin (jury 1) : plutôt pas "
            "le 14 décembre 2026 (« étalonnage »)."
        )
    ]
    first = alone.examiners[0]
    colleague = replace(examiner(9, FOUR_SEATS[0].kind, first.sex), absences=())
    assert {1, 9} & seated(plan_of(World([trained(1)], [*alone.examiners, colleague]))) == {9}


def test_the_office_may_plan_on_given_answers_only() -> None:
    free = Absence(TUESDAY, TUESDAY, HalfDay.PM, kind=FREE)
    people = [replace(person, absences=(free,)) for person in pool(1)]
    limits = Limits(only_given_answers=True)
    world = World([trained(1)], people, session=two_days(), limits=limits, today=TODAY)
    assert halves(plan_of(world)) == [(TUESDAY, PM)]
    assert said(world, (MONDAY, AM)) == [
        "MEMBRE001 Alix n’a rien répondu pour le 14 décembre 2026, matin (jury 1)."
    ]
