"""Each reason is given where it is true, and names the seat, the persons and the figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.candidacy import Handed
from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, TEACHING_STAFF
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Qualification
from jurydesk.domain.session import Hours, Session
from jurydesk.domain.session_rules import Limits
from jurydesk.finding_text import finding_text
from jurydesk.paths import resource
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.propose import propose
from jurydesk.wording import Wording
from tests.planning.world import (
    CODE,
    FOUR_SEATS,
    MONDAY,
    World,
    certification,
    composition,
    experienced,
    pool,
    tie,
    trained,
)

TUESDAY = MONDAY + timedelta(days=1)
MORNING = Hours(end=time(12, 30))


def why(world: World, candidacy: int = 1) -> tuple[Finding, ...]:
    return why_unplaced(world.facts(), candidacy)


def figures(finding: Finding) -> dict[str, object]:
    return dict(finding.figures)


def people(finding: Finding) -> set[int]:
    return {subject.id for subject in finding.subjects[1:]}


def test_no_half_day() -> None:
    (found,) = why(World([trained(1)], pool(), session=Session("A", (CODE,), ())))

    assert found.code == "PLAN-01"
    assert figures(found) == {"days": 0, "rooms": 1}


def test_never_ready_says_what_is_missing() -> None:
    unready = trained(1)
    unready = replace(unready, training=replace(unready.training, dissertation=Handed.NO))
    session = Session("A", (CODE,), (MONDAY, TUESDAY))
    verdict, missing = why(World([unready], pool(), session=session))

    assert (verdict.code, missing.code) == ("PLAN-02", "TRAIN-03")
    assert figures(verdict) == {"count": 2, "first": MONDAY, "last": TUESDAY}


def test_never_ready_because_the_candidate_asked_for_later() -> None:
    verdict, asked = why(World([trained(1, not_before=TUESDAY)], pool()))

    assert (verdict.code, asked.code) == ("PLAN-02", "HEAR-05")


def test_a_composition_without_a_quorum() -> None:
    seats = (replace(FOUR_SEATS[0]), replace(FOUR_SEATS[3]))
    (found,) = why(World([trained(1)], pool(), certification=certification(seats)))

    assert found.code == "PLAN-03"
    assert figures(found) == {"route": "CONTINUING_EDUCATION", "count": 1, "quorum": 2}


def test_no_composition_at_all() -> None:
    sheet = certification(CONTINUING_EDUCATION=None)

    assert [f.code for f in why(World([trained(1)], pool(), certification=sheet))] == ["CERT-04"]


def test_a_hearing_longer_than_any_half_day() -> None:
    hours = Hours(start=time(9), end=time(10), minutes=50)
    long = World(
        [trained(1, extra_time=True)], pool(), session=Session("A", (CODE,), (MONDAY,), hours=hours)
    )
    (found,) = why(long)

    assert found.code == "PLAN-04"
    assert figures(found) == {"minutes": 70, "longest": 60}


def test_nobody_qualifies_for_a_seat() -> None:
    (found,) = why(World([trained(1)], [p for p in pool() if not p.may_hold(INDEPENDENT)]))

    assert found.code == "PLAN-05"
    assert figures(found) == {"seat": INDEPENDENT, "needed": 1}


def test_nobody_is_free_for_a_seat_and_the_causes_are_counted() -> None:
    employers, *rest = pool(1)
    away = replace(employers, absences=(Absence(MONDAY, MONDAY),))
    lapsed = replace(employers, id=11, mandates=())
    elsewhere = replace(employers, id=12, judges=("RNCP6082",))
    busy = replace(employers, id=13)
    halves = [(13, MONDAY, half) for half in HalfDay]
    (found,) = why(World([trained(1)], [away, lapsed, elsewhere, busy, *rest], elsewhere=halves))

    assert found.code == "PLAN-06"
    assert people(found) == {1, 11, 12, 13}
    assert figures(found) == {
        "seat": EMPLOYERS,
        "needed": 1,
        "qualified": 4,
        "count": 2,
        "mandate": 1,
        "certification": 1,
        "away": 1,
        "busy": 1,
    }


def test_everybody_of_a_seat_is_tied() -> None:
    members = [p for p in pool() if p.may_hold(TEACHING_STAFF)]
    (found,) = why(World([experienced(1)], pool(), [tie(1, p.id) for p in members]))

    assert found.code == "PLAN-07"
    assert people(found) == {p.id for p in members}
    assert figures(found) == {"seat": TEACHING_STAFF}


def test_seats_that_are_never_filled_at_once() -> None:
    members = pool(1)
    members[0] = replace(members[0], absences=(Absence(MONDAY, MONDAY, HalfDay.AM),))
    members[1] = replace(members[1], absences=(Absence(MONDAY, MONDAY, HalfDay.PM),))
    (found,) = why(World([trained(1)], members))

    assert found.code == "PLAN-08"
    assert figures(found) == {"seat": EMPLOYERS, "vacant": 1, "count": 2}


def test_the_same_person_for_two_seats() -> None:
    first, _, *rest = pool(1)
    both = (Qualification(EMPLOYERS, "acte"), Qualification(EMPLOYEES, "acte"))
    (found,) = why(World([trained(1)], [replace(first, qualifications=both), *rest]))

    assert found.code == "PLAN-09"
    assert people(found) == {first.id}


def test_too_few_may_deliberate() -> None:
    members = pool(1)
    (found,) = why(World([trained(1)], members, [tie(1, m.id) for m in members[:2]]))

    assert found.code == "PLAN-10"
    assert people(found) == {members[0].id, members[1].id}
    assert figures(found) == {"quorum": 2}


def test_nothing_was_proposed_yet() -> None:
    (found,) = why(World([trained(1)], pool()))

    assert found.code == "PLAN-11"
    assert figures(found) == {"count": 2}


def explained(world: World, **options: float) -> dict[int, list[str]]:
    proposal = propose(world.facts(), **options).proposal  # -- keywords from data
    return {u.candidacy_id: [reason.code for reason in u.reasons] for u in proposal.unplaced}


def test_the_hours_are_full() -> None:
    session = Session("A", (CODE,), (MONDAY,), hours=MORNING)
    world = World([trained(n) for n in range(1, 6)], pool(), session=session)

    assert list(explained(world).values()) == [["PLAN-12", "PLAN-15"]]


def test_the_jury_that_has_time_is_tied() -> None:
    members = pool(1)
    session = Session("A", (CODE,), (MONDAY,), rooms=("1",), hours=MORNING)
    ties = [tie(1, members[0].id)]
    spare = replace(members[0], id=20, absences=(Absence(MONDAY, MONDAY, HalfDay.PM),))
    others = [trained(n) for n in (2, 3)]
    blocked = [tie(n, 20) for n in (2, 3)] + [replace(tie(2, 20), candidate_id=3)]
    world = World(
        [experienced(1), *[experienced(c.id) for c in others]],
        [*members, spare],
        ties + blocked,
        session,
    )

    assert explained(world) == {1: ["PLAN-13", "PLAN-15"]}


def test_no_further_jury_can_be_made() -> None:
    session = Session("A", (CODE,), (MONDAY,), rooms=("1", "2"), hours=MORNING)
    world = World([trained(n) for n in range(1, 6)], pool(1), session=session)

    assert list(explained(world).values()) == [["PLAN-14", "PLAN-15"]]


def test_a_search_that_was_cut_short_does_not_say_never() -> None:
    session = Session("A", (CODE,), (MONDAY,), hours=MORNING)
    world = World([trained(n) for n in range(1, 6)], pool(), session=session)

    assert list(explained(world, seconds=0).values()) == [["PLAN-12", "PLAN-16"]]


def test_who_is_heard_or_unknown_has_no_reason() -> None:
    world = World([trained(1)], pool())
    plan = propose(world.facts())
    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings)

    assert why(world) == ()
    assert why(world, 99) == ()


def test_a_reason_is_a_sentence_with_names_and_dates() -> None:
    session = Session("A", (CODE,), (MONDAY, TUESDAY))
    verdict, _ = why(World([trained(1, not_before=date(2027, 1, 1))], pool(), session=session))

    assert finding_text(verdict, Wording("fr")).replace("\u00a0", " ") == (
        "La candidature de CANDIDAT001 Camille n’est prête pour un jury aucun des 2 jours"
        " de la session, du 14 décembre 2026 au 15 décembre 2026."
    )
    assert finding_text(verdict, Wording("en")).replace("\u00a0", " ") == (
        "CANDIDAT001 Camille’s candidacy is not ready for a jury on any of the 2 days"
        " of the session, from 14 December 2026 to 15 December 2026."
    )


def catalogue(language: str) -> dict[str, str]:
    path = resource("wording", language, "planning.json")
    return json.loads(path.read_text("utf-8"))


def test_every_reason_has_its_words_in_both_languages() -> None:
    assert catalogue("fr").keys() == catalogue("en").keys()
    numbers = [f"PLAN-{number:02d}" for number in range(1, 17)]
    for code in numbers:
        assert {code, f"{code}.title", f"{code}.source"} <= catalogue("fr").keys()


@pytest.mark.parametrize("mark", [" :", " ;", " !", " ?", " »", "« "])
def test_french_marks_keep_their_space(mark: str) -> None:
    assert [text for text in catalogue("fr").values() if mark in text] == []


TOLD: dict[str, Callable[[], World]] = {
    "PLAN-10": lambda: World([trained(1)], pool(1), [tie(1, 1)], limits=Limits(quorum=3)),
    "PLAN-11": lambda: World(
        [experienced(1)],
        pool(),
        certification=certification(EXPERIENCE=composition(FOUR_SEATS[:3])),
    ),
}


@pytest.mark.parametrize("code", TOLD)
def test_reasons_follow_the_settings_and_the_route(code: str) -> None:
    assert [found.code for found in why(TOLD[code]())] == [code]
