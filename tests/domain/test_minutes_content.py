"""The content of the minutes: what they say of each jury, member and candidate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import WHOLE, CompositionStatus, RegistrationPeriod
from jurydesk.domain.deliberation import (
    FIRST_EDITION,
    Appearance,
    Attendance,
    Decision,
    Declaration,
    Incident,
    Outcome,
    Recusal,
    Result,
    Vote,
)
from jurydesk.domain.findings import Finding, Severity
from jurydesk.domain.minutes import (
    BlockStatement,
    CandidateStatement,
    CertificationStatement,
    MemberStatement,
    Totals,
)
from jurydesk.domain.minutes_content import build_minutes, content_hash, next_number
from jurydesk.domain.people import BirthPlace, Sex
from jurydesk.domain.regularity import Regularity
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.sites import Room, Site, SiteMap
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_composition,
    a_deliberation,
    a_hearing,
    a_jury,
    a_pool,
    a_record,
    some_facts,
    some_routes,
)
from tests.domain.hearing_cases import a_tie
from tests.domain.minutes_cases import CERTIFIER, RECOURSE, minutes_of


def _candidate_of(facts: SessionFacts | None = None, **deliberation: object) -> CandidateStatement:
    (jury,) = minutes_of(facts, **deliberation).juries
    return jury.candidates[0]


def test_head_of_the_minutes() -> None:
    warning = Finding("JURY-04", Severity.WARNING)
    facts = some_facts(session={"frozen_findings": (warning,)})
    deliberation = a_deliberation(facts, incidents=(Incident("Coupure de courant à 10 h."),))
    content = build_minutes(
        facts,
        deliberation,
        certification=CODE,
        certifier=CERTIFIER,
        recourse=RECOURSE,
        number="PV-2026-007",
        drawn_up_on=DAY,
    )
    assert (content.number, content.session_code, content.days) == (
        "PV-2026-007",
        "2026-12-A",
        (DAY,),
    )
    assert content.certification == CertificationStatement(
        CODE, "Assistant de production", 6, date(2029, 12, 31), None, whole=False
    )
    assert (content.composition_source, content.composition_status) == (
        "Fiche de test",
        CompositionStatus.PUBLISHED,
    )
    assert content.findings == (warning,)
    assert content.incidents == "Coupure de courant à 10 h."
    assert content.drawn_up_on == DAY


@pytest.mark.parametrize(("has_blocks", "whole"), [(True, False), (False, True), (None, None)])
def test_judged_as_a_whole_only_where_the_sheet_is_known_to_have_no_blocks(
    has_blocks: bool | None, whole: bool | None
) -> None:
    facts = some_facts(certification=a_certification(has_blocks=has_blocks))
    content = minutes_of(facts)
    assert content.certification.whole is whole


def test_confirmed_composition_names_who_answers_for_it() -> None:
    composition = a_composition(
        status=CompositionStatus.CONFIRMED, confirmed_by="N. Benali", confirmed_on=DAY
    )
    facts = some_facts(certification=a_certification(routes=some_routes(composition)))
    content = minutes_of(facts)
    assert content.composition_status is CompositionStatus.CONFIRMED
    assert (content.composition_confirmed_by, content.composition_confirmed_on) == (
        "N. Benali",
        DAY,
    )


def test_members_with_what_proves_their_right_to_sit() -> None:
    late = Attendance(1, 1, present=True, arrived=time(9, 5), left=time(12))
    (jury,) = minutes_of(attendance=(late,)).juries
    assert jury.members[0] == MemberStatement(
        examiner_id=1,
        name="ARNAUD Zoé",
        sex=Sex.FEMALE,
        seat="EMPLOYERS",
        seat_label="Représentant/e des employeurs",
        occupation="chargé de production",
        organisation="Studio 1",
        external=True,
        deliberates=True,
        president=True,
        mandate_start=date(2026, 1, 1),
        mandate_end=date(2028, 12, 31),
        present=True,
        arrived=time(9, 5),
        left=time(12),
        declaration=Declaration(1, 1, read_files=True, no_tie=True),
    )
    assert jury.members[3].present is None
    assert (jury.externals, jury.voters, jury.count(Sex.MALE)) == (3, 3, 2)
    assert jury.president == jury.members[0]


def test_seat_that_the_composition_does_not_know_keeps_its_name() -> None:
    juror = replace(a_jury().jurors[0], seat="GUEST")
    (jury,) = minutes_of(some_facts(session={"juries": (a_jury(jurors=(juror,)),)})).juries
    assert jury.members[0].seat_label == "GUEST"


def test_juries_stand_in_the_order_of_the_day_with_their_hours() -> None:
    juries = (a_jury(2, half_day=HalfDay.PM), a_jury(1))
    hearings = (a_hearing(1), a_hearing(2, at="11:00"))
    content = minutes_of(
        some_facts(a_candidacy(1), a_candidacy(2), session={"juries": juries, "hearings": hearings})
    )
    assert [(jury.number, jury.start, jury.end) for jury in content.juries] == [
        (1, time(9), time(11, 45)),
        (2, time(13, 30), time(17, 30)),
    ]


def test_candidate_in_full() -> None:
    facts = some_facts(
        candidates={1: a_candidate(usage_name="Mazet")},
        acquired={1: frozenset({f"{CODE}BC03"})},
    )
    record = a_record(
        results=(
            Result(f"{CODE}BC01", Outcome.ACQUIRED),
            Result(f"{CODE}BC02", Outcome.REFUSED, "Budget absent."),
        ),
        recusals=(Recusal(2, "Ancien employeur"),),
        vote=Vote(2, 0),
        recommendation="Revoir le budget.",
        observations="Soutenance claire.",
    )
    assert _candidate_of(facts, records=(record,)) == CandidateStatement(
        candidacy_id=1,
        name="LEGRAND1 Ophélie, Anne (MAZET)",
        sex=Sex.FEMALE,
        birth_date=date(1990, 1, 21),
        birth_place="Bastia (Haute-Corse)",
        route=AccessRoute.CONTINUING_EDUCATION,
        start=datetime.combine(DAY, time(9)),
        end=datetime.combine(DAY, time(9, 45)),
        appearance=Appearance.PRESENT,
        scope_whole=True,
        blocks=(
            BlockStatement(f"{CODE}BC03", "Bloc 3", Outcome.ACQUIRED, acquired_before=True),
            BlockStatement(f"{CODE}BC01", "Bloc 1", Outcome.ACQUIRED),
            BlockStatement(f"{CODE}BC02", "Bloc 2", Outcome.REFUSED, "Budget absent."),
        ),
        recused=(("BELLEC Yves", "Ancien employeur"),),
        deliberating=2,
        vote=Vote(2, 0),
        decision=Decision.PARTIAL,
        recommendation="Revoir le budget.",
        observations="Soutenance claire.",
        presided_by="ARNAUD Zoé",
        regularity=Regularity(2, 3, 2),
    )


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (BirthPlace("Łódź", country="Pologne"), "Łódź (Pologne)"),
        (BirthPlace("Paris"), "Paris"),
        (BirthPlace(country="Sénégal"), "Sénégal"),
        (BirthPlace(), ""),
    ],
)
def test_birth_place_as_far_as_it_is_known(place: BirthPlace, expected: str) -> None:
    facts = some_facts(candidates={1: a_candidate(birth_place=place)})
    assert _candidate_of(facts).birth_place == expected


def test_sheet_judged_as_a_whole_has_one_line_under_its_title() -> None:
    sheet = a_certification(blocks=(), has_blocks=False)
    record = a_record(results=(Result(WHOLE, Outcome.ACQUIRED),))
    facts = some_facts(certification=sheet)
    assert minutes_of(facts).certification.whole
    statement = _candidate_of(facts, records=(record,))
    assert statement.blocks == (BlockStatement(WHOLE, "Assistant de production", Outcome.ACQUIRED),)
    assert statement.decision is Decision.FULL


def test_block_that_no_sheet_knows_keeps_its_code() -> None:
    sheet = a_certification(blocks=(), has_blocks=None)
    facts = some_facts(a_candidacy(blocks=("BC01",)), certification=sheet)
    statement = _candidate_of(facts, records=())
    assert statement.blocks == (BlockStatement("BC01", "BC01", None),)
    assert (statement.scope_whole, statement.decision) == (False, None)


@pytest.mark.parametrize(
    ("tie", "reason"),
    [
        (a_tie(), "Formateur : Z. Arnaud"),
        (a_tie(evidence=""), "tie.TRAINER"),
        (a_tie(candidate_id=2), ""),
    ],
)
def test_planned_recusal_says_what_it_rests_on(tie: object, reason: str) -> None:
    facts = some_facts(ties=(tie,), session={"hearings": (a_hearing(recused=(1,)),)})
    assert _candidate_of(facts).recused == (("ARNAUD Zoé", reason),)


def test_recused_member_whom_the_pool_has_lost_is_named_by_number() -> None:
    facts = some_facts(examiners=a_pool()[1:], session={"hearings": (a_hearing(recused=(1,)),)})
    assert _candidate_of(facts).recused == (("#1", ""),)


def test_delivery_after_the_end_prints_its_ground() -> None:
    ended = a_certification(registered_until=date(2026, 11, 1))
    assert _candidate_of(some_facts(certification=ended)).ground == "CERT-05"
    assert _candidate_of().ground == ""


def test_last_of_several_registrations_is_printed() -> None:
    periods = tuple(
        RegistrationPeriod(DAY, DAY, date(year, 1, 1), date(year, 12, 31), 1)
        for year in (2027, 2026)
    )
    sheet = a_certification(registered_until=None, registrations=periods)
    content = minutes_of(some_facts(certification=sheet))
    assert content.certification.registered_until == date(2027, 12, 31)


def test_totals_count_every_decision() -> None:
    decisions = (
        a_record(1),
        a_record(2, results=()),
        a_record(3, appearance=Appearance.ABSENT, results=()),
        a_record(4, appearance=Appearance.EXCUSED, results=()),
        a_record(5, appearance=Appearance.ADJOURNED, results=()),
        a_record(6, decision=Decision.PARTIAL),
        a_record(7, decision=Decision.NONE),
    )
    candidacies = tuple(a_candidacy(number) for number in range(1, 9))
    facts = some_facts(*candidacies, session={"hearings": tuple(a_hearing(n) for n in range(1, 8))})
    assert minutes_of(facts, records=decisions).totals == Totals(
        enrolled=8,
        present=4,
        full=1,
        partial=1,
        refused=1,
        absent=1,
        excused=1,
        adjourned=1,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((), "PV-2026-001"),
        (("PV-2026-001", "PV-2026-009"), "PV-2026-010"),
        (("PV-2025-030", "brouillon", "PV-2026-002-R1"), "PV-2026-001"),
        (("PV-2026-999",), "PV-2026-1000"),
    ],
)
def test_next_number(given: tuple[str, ...], expected: str) -> None:
    assert next_number(2026, given) == expected


def test_hash_is_that_of_the_content_and_of_nothing_else() -> None:
    content = minutes_of()
    assert content_hash(content) == content_hash(minutes_of())
    assert len(content_hash(content)) == 64
    assert content_hash(replace(content, place="ailleurs")) != content_hash(content)


def test_hash_refuses_what_has_no_place_in_minutes() -> None:
    with pytest.raises(TypeError, match="object has no place in minutes"):
        content_hash(replace(minutes_of(), place=object()))


def test_minutes_name_the_site_of_each_room() -> None:
    bry = Site("Bry", "2 avenue de l’Europe", rooms=(Room("Salle 1"),), id=1)
    facts = replace(some_facts(session={"place": ""}), sites=SiteMap((bry,)))
    content = build_minutes(
        facts,
        a_deliberation(facts),
        certification=CODE,
        certifier=CERTIFIER,
        recourse=RECOURSE,
    )
    assert content.place == "2 avenue de l’Europe"
    (jury,) = content.juries
    assert (jury.room, jury.site, jury.site_address) == ("Salle 1", "Bry", "2 avenue de l’Europe")


def test_a_site_that_nobody_knows_leaves_older_seals_as_they_were() -> None:
    content = minutes_of(edition=FIRST_EDITION, declarations=())
    (jury,) = content.juries
    assert (jury.site, jury.site_address) == ("", "")
    named = replace(content, juries=(replace(jury, site="Bry"),))
    assert content_hash(named) != content_hash(content)
    # As the version before wrote it
    seal = "1d3d71dafa301594ae55911b5c806c67feefee65c8df976a493a9e42a487270a"
    assert content_hash(content) == seal
