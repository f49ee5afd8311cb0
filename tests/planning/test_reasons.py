"""What blocks a hearing and what would help, case by case, with their sentences."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, time

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.candidacy import Closure, Handed
from jurydesk.domain.certification import INDEPENDENT, TEACHING_STAFF, CompositionStatus
from jurydesk.domain.people import Mandate, Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hours, Session
from jurydesk.domain.session_rules import Limits
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.finding_text import finding_text
from jurydesk.paths import resource
from jurydesk.planning.progress import StopToken
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.answer import Explanation, Reasons
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.core import is_proved
from jurydesk.planning.reasons.facts import Fact, FactKind
from jurydesk.planning.reasons.promises import Promises
from jurydesk.planning.reasons.repair import longer_hours, room_more, without_half_day
from jurydesk.planning.reasons.session_question import model_of
from jurydesk.planning.reasons.soft import Deadline
from jurydesk.planning.reasons.telling import Teller
from jurydesk.wording import Wording
from tests.planning.world import (
    CODE,
    MONDAY,
    World,
    certification,
    composition,
    experienced,
    pool,
    tie,
    trained,
)

TUESDAY = date(2026, 12, 15)
SHORT = Hours(start=time(9), end=time(12, 30), minutes=100)
"""Two hearings in the morning, no afternoon."""


def explain(world: World, candidacy: int = 1) -> Explanation:
    """Explain, and prove by solving anew that the facts block and that each is needed."""
    facts = world.facts()
    told = Reasons(facts).why(candidacy)
    circumstances = Circumstances(facts)
    companions = [fact for fact in told.facts if fact.kind is FactKind.HEARD]
    wanted = {candidacy: circumstances.wanted(candidacy)}
    question = model_of(circumstances, wanted, companions).question(Deadline())
    assert is_proved(question, told.facts) is told.is_blocked
    assert all(repair.is_verified for repair in told.repairs)
    return told


def said(world: World, candidacy: int = 1, language: str = "fr") -> list[str]:
    told = explain(world, candidacy)
    return sentences(world, told, language)


def sentences(world: World, told: Explanation, language: str = "fr") -> list[str]:
    teller, wording = Teller(Circumstances(world.facts())), Wording(language)
    return [plain(finding_text(f, wording)) for f in teller.block(told.facts)]


def helps(world: World, told: Explanation, language: str = "fr") -> list[list[str]]:
    teller, wording = Teller(Circumstances(world.facts())), Wording(language)
    return [
        [plain(finding_text(found, wording)) for found in teller.changes(repair.changes)]
        for repair in told.repairs
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def planned(world: World) -> World:
    plan = propose(world.facts(), seconds=20)
    world.session = replace(world.session, juries=plan.juries, hearings=plan.hearings)
    return world


def test_nothing_stands_in_the_way() -> None:
    assert explain(World([trained(1)], pool())) == Explanation(1)


def test_no_examiner_for_a_seat() -> None:
    world = World([trained(1)], [p for p in pool() if not p.may_hold(INDEPENDENT)])
    told = explain(world)

    assert sentences(world, told) == [
        "Siège « indépendants » : le vivier ne compte aucune personne qualifiée."
    ]
    assert helps(world, told) == [
        [
            (
                "Session du 14 décembre 2026 :"
                " trouver une personne de plus pour le siège « indépendants »."
            )
        ]
    ]


def test_nobody_is_available() -> None:
    people = [replace(p, absences=(Absence(MONDAY, MONDAY),)) for p in pool(1)]
    world = World([trained(1)], people)
    told = explain(world)

    assert sorted(fact.kind for fact in told.facts) == [
        FactKind.AWAY,
        FactKind.AWAY,
        FactKind.NOBODY_ELSE,
    ]
    who = world.facts().examiners[told.facts[0].examiner].full_name
    assert sentences(world, told)[:2] == [
        f"{who} est absent·e le 14 décembre 2026 ({half_day})."
        for half_day in ("matin", "après-midi")
    ]


def test_zero_rooms() -> None:
    world = World([trained(1)], pool(), session=Session("A", (CODE,), (MONDAY,), rooms=()))
    told = explain(world)

    assert sentences(world, told) == ["La session du 14 décembre 2026 n’a aucune salle."]
    assert helps(world, told)[0] == ["Session du 14 décembre 2026 : ajouter une salle (Salle 1)."]


def test_no_day_at_all() -> None:
    world = World([trained(1)], pool(), session=Session("A", (CODE,), ()))

    assert sentences(world, Reasons(world.facts()).why(1)) == [
        "La session A ne compte aucune demi-journée où siéger."
    ]


def test_a_candidate_tied_to_everyone() -> None:
    people = pool(1)
    world = World([experienced(1)], people, [tie(1, p.id) for p in people])
    told = explain(world)

    tied, alone = sentences(world, told)
    who = world.facts().examiners[told.facts[0].examiner].full_name
    assert tied == (
        f"{who} a un lien déclaré avec CANDIDAT001 Camille, qui ne peut être écarté :"
        " formateur référent."
    )
    assert alone.endswith(f"le vivier ne compte personne d’autre que {who}.")
    assert [repair.changes[0].fact.kind for repair in told.repairs][:1] == [FactKind.NOBODY_ELSE]


def test_a_tie_that_is_only_proposed_can_be_looked_into() -> None:
    proposed = Tie(1, 1, TieKind.TRAINER, TieState.PROPOSED)
    world = World([experienced(1)], pool(1), [proposed])
    told = explain(world)

    assert helps(world, told, "en")[0] == [
        (
            "Check the proposed tie between MEMBRE001 Alix and CANDIDAT001 Camille"
            " (referent trainer), and set it aside if there is none."
        )
    ]


def test_a_composition_nobody_can_satisfy() -> None:
    few = composition(status=CompositionStatus.PROPOSED)
    world = World([trained(1)], pool(), certification=certification(CONTINUING_EDUCATION=few))
    told = explain(world)

    assert told.facts == (
        Fact(FactKind.COMPOSITION, code=AccessRoute.CONTINUING_EDUCATION, certification=CODE),
    )
    assert [repair.is_verified for repair in told.repairs] == [True]


def test_fewer_votes_than_the_quorum_cannot_be_repaired() -> None:
    told = explain(World([trained(1)], pool(), limits=Limits(quorum=4)))

    assert [fact.kind for fact in told.facts] == [FactKind.QUORUM]
    assert told.repairs == ()


def test_a_mandate_that_ends_between_two_days() -> None:
    people = pool(1)
    people[0] = replace(people[0], mandates=(Mandate(date(2026, 1, 1), MONDAY),))
    session = Session("A", (CODE,), (MONDAY, TUESDAY), hours=SHORT)
    world = World([trained(1, not_before=TUESDAY)], people, session=session)

    assert said(world)[:2] == [
        "Aucun mandat de MEMBRE001 Alix ne couvre le 15 décembre 2026.",
        "Siège « employeurs » : le vivier ne compte personne d’autre que MEMBRE001 Alix.",
    ]


def test_a_candidate_who_asked_for_later() -> None:
    world = World([trained(1, not_before=TUESDAY)], pool())
    told = explain(world)

    assert sentences(world, told)[0] == (
        "La candidature de CANDIDAT001 Camille ne peut être entendue le 14 décembre 2026."
    )
    assert helps(world, told) == [
        [
            (
                "CANDIDAT001 Camille accepte de venir dès le 14 décembre 2026"
                " (demande : pas avant le 15 décembre 2026)."
            )
        ]
    ]


def test_a_file_that_is_not_complete() -> None:
    unready = trained(1)
    unready = replace(unready, training=replace(unready.training, dissertation=Handed.NO))
    world = World([unready], pool())
    told = explain(world)

    assert [fact.code for fact in told.facts] == ["TRAIN-03"]
    assert helps(world, told)[0][0] == (
        "Compléter le dossier de CANDIDAT001 Camille avant le 14 décembre 2026."
    )


def test_a_closed_candidacy_is_no_matter_of_repairs() -> None:
    told = explain(World([trained(1, closure=Closure.CERTIFIED)], pool()))

    assert [fact.code for fact in told.facts] == ["CAND-03"]
    assert told.repairs == ()


def test_who_frees_a_morning_lets_three_be_heard() -> None:
    people = pool(1)
    people[0] = replace(people[0], absences=(Absence(TUESDAY, TUESDAY, HalfDay.AM, "tournage"),))
    session = Session("A", (CODE,), (MONDAY, TUESDAY), hours=SHORT)
    world = planned(World([trained(n) for n in range(1, 5)], people, session=session))
    (first, *_) = sorted(world.facts().session.unplaced)
    told = explain(world, first)

    best = told.repairs[0]
    assert [change.fact for change in best.changes] == [
        Fact(FactKind.AWAY, examiner=1, day=TUESDAY, half_day=HalfDay.AM)
    ]
    assert best.others == 1
    assert "MEMBRE001 Alix est absent·e le 15 décembre 2026 (matin)." in sentences(world, told)
    assert sentences(world, told)[0].startswith("2 autres personnes doivent aussi être entendues")


def test_a_later_end_and_a_further_room() -> None:
    session = Session("A", (CODE,), (MONDAY,), hours=SHORT)
    world = planned(World([trained(n) for n in range(1, 4)], pool(), session=session))
    (left_out,) = world.facts().session.unplaced
    told = explain(world, left_out)

    assert {fact.kind for fact in told.facts} == {FactKind.HEARD, FactKind.ROOMS, FactKind.HOURS}
    assert helps(world, told, "en") == [
        ["Session of 14 December 2026: add a room (Salle 2)."],
        ["Session of 14 December 2026: begin at 07:30 instead of 09:00."],
    ]


def test_one_more_woman_makes_the_session_possible() -> None:
    people = [replace(p, sex=Sex.MALE) for p in pool(1)]
    world = planned(World([experienced(1)], people))
    told = Reasons(world.facts()).why_one_sex()

    assert "Session du 14 décembre 2026 : chaque jury doit compter des femmes" in (
        " ".join(sentences(world, told))
    )
    assert (told.is_smallest, told.is_minimal) == (True, True)
    assert all(repair.is_verified for repair in told.repairs)
    assert ["Session of 14 December 2026: find one more woman for the seat “employers”."] in (
        helps(world, told, "en")
    )


def test_women_and_men_sit_already() -> None:
    world = planned(World([experienced(1)], pool()))

    assert Reasons(world.facts()).why_one_sex() == Explanation(0)


def test_without_time_nothing_is_claimed() -> None:
    world = World([trained(1)], [p for p in pool() if not p.may_hold(INDEPENDENT)])
    told = Reasons(world.facts(), seconds=0).why(1)

    assert (told.is_known, told.is_blocked, told.repairs) == (False, False, ())


def test_a_stop_is_heard_at_once() -> None:
    stop = StopToken()
    stop.stop()
    told = Reasons(World([trained(1)], pool()).facts(), stop=stop).why(1)

    assert not told.is_known


def test_a_session_without_candidates_says_why_no_jury_can_sit() -> None:
    people = [replace(p, absences=(Absence(MONDAY, MONDAY),)) for p in pool() if p.id != 3]
    world = World([], people)
    told = Reasons(world.facts()).why_no_jury(CODE, AccessRoute.INITIAL_TRAINING)

    assert told.is_blocked
    assert told.repairs


def test_a_seat_of_the_teaching_staff_held_elsewhere() -> None:
    people = pool(1)
    teacher = next(p for p in people if p.may_hold(TEACHING_STAFF))
    world = World([trained(1)], people, elsewhere=[(teacher.id, MONDAY, half) for half in HalfDay])

    assert len([line for line in said(world) if "autre session le 14 décembre 2026" in line]) == 2


@pytest.mark.parametrize(
    ("absence", "left"),
    [
        (Absence(MONDAY, MONDAY), (Absence(MONDAY, MONDAY, HalfDay.PM),)),
        (Absence(MONDAY, MONDAY, HalfDay.AM), ()),
        (Absence(MONDAY, MONDAY, HalfDay.PM), (Absence(MONDAY, MONDAY, HalfDay.PM),)),
        (
            Absence(date(2026, 12, 12), TUESDAY),
            (
                Absence(date(2026, 12, 12), date(2026, 12, 13)),
                Absence(MONDAY, MONDAY, HalfDay.PM),
                Absence(TUESDAY, TUESDAY),
            ),
        ),
    ],
)
def test_one_half_day_is_cut_out_of_an_absence(absence: Absence, left: tuple[Absence, ...]) -> None:
    assert without_half_day((absence,), MONDAY, HalfDay.AM) == left


def test_hours_do_not_leave_the_day() -> None:
    hours = Hours(start=time(0, 30))

    assert longer_hours(hours, HalfDay.AM, 2) == replace(hours, start=time(0))
    assert longer_hours(hours, HalfDay.AM, 3) is None
    assert longer_hours(hours, HalfDay.PM, 2) == replace(hours, end=time(18))
    assert longer_hours(hours, HalfDay.PM, 26) is None


@pytest.mark.parametrize(
    ("rooms", "name"),
    [((), "Salle 1"), (("Salle 1", "Salle 2"), "Salle 3"), (("Studio",), "Studio 2")],
)
def test_a_further_room_is_named_after_the_last(rooms: tuple[str, ...], name: str) -> None:
    assert room_more(rooms) == name


def test_both_languages_have_the_same_codes_and_figures() -> None:
    french, english = (
        json.loads(resource("wording", language, "reasons.json").read_text("utf-8"))
        for language in ("fr", "en")
    )
    figures = re.compile(r"\{(\w+)\}")
    assert french.keys() == english.keys()
    for code, text in french.items():
        assert sorted(figures.findall(text)) == sorted(figures.findall(english[code])), code


def test_every_kind_of_fact_has_its_words() -> None:
    known = json.loads(resource("wording", "fr", "reasons.json").read_text("utf-8"))
    told = {re.split(r"[-.]", code)[1] for code in known if code.startswith("BLOCK-")}
    assert set(FactKind) - {FactKind.BAN} <= told, "what is forbidden is told as it is listed"


@pytest.mark.parametrize("mark", [" :", " ;", " !", " ?", " »", "« "])
def test_french_marks_keep_their_space(mark: str) -> None:
    known = json.loads(resource("wording", "fr", "reasons.json").read_text("utf-8"))
    assert [text for text in known.values() if mark in text] == []


def test_less_of_one_change_is_not_paid_for_with_more_of_another() -> None:
    """With a second jury a quarter of an hour is missing; with one jury, five."""
    hours = Hours(time(9), time(10, 15), time(10, 15), time(10, 15), minutes=60)
    people = pool()
    lapsed = people[0].id
    people[0] = replace(people[0], mandates=())
    session = Session("2026-12-A", (CODE,), (MONDAY,), rooms=("Salle 1", "Salle 2"), hours=hours)
    world = World([trained(1), trained(2, extra_time=True)], people, session=session)
    circumstances = Circumstances(world.facts())
    model = model_of(circumstances, {n: circumstances.wanted(n) for n in (1, 2)})
    promises = Promises(circumstances, seconds=20, stop=None)
    longer = Fact(FactKind.HOURS, half_day=HalfDay.AM)
    mandate = Fact(FactKind.MANDATE, examiner=lapsed)

    alone = promises.measured(model, frozenset({longer}))
    both = promises.measured(model, frozenset({longer, mandate}))
    assert alone is not None
    assert both is not None
    assert [change.count for change in alone.changes] == [5]
    assert {change.fact: change.count for change in both.changes} == {longer: 1, mandate: 1}
    assert (alone.cost, both.cost) == (2 + 5, 5 + 2 + 1)
