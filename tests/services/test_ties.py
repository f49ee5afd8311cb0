from __future__ import annotations

import json
from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Employment
from jurydesk.domain.ties import Tie, TieKind, TieSource, TieState
from jurydesk.errors import WrongUsage
from jurydesk.services import ties
from jurydesk.services.candidates import save_file
from jurydesk.services.examiners import save_examiner
from jurydesk.services.tie_proposals import look_for_ties
from jurydesk.services.undo import revert
from tests.builders import TODAY, a_candidacy, a_candidate, an_examiner
from tests.fakes import FakeOffice


def proposed_kinds(office: FakeOffice) -> list[tuple[int, int, TieKind]]:
    with office.unit() as unit:
        ties.propose_ties(unit, today=TODAY)
        return [(t.candidate_id, t.examiner_id, t.kind) for t in unit.ties.all()]


def test_employer_placement_trainer_accompanist_and_remark_propose_ties(
    office: FakeOffice,
) -> None:
    first = a_candidacy(1)
    words = replace(first.training, placement="STUDIO 2 SAS", trainer="Mme Cadiou")
    office.store(
        a_candidate(1, employer="Studio 1"),
        replace(
            first, training=words, accompanist="Dubos Will", notes="a travaillé avec Z. Arnaud"
        ),
    )
    assert proposed_kinds(office) == [
        (1, 1, TieKind.EMPLOYER),
        (1, 2, TieKind.PLACEMENT),
        (1, 3, TieKind.TRAINER),
        (1, 4, TieKind.ACCOMPANIST),
        (1, 1, TieKind.WORKED_TOGETHER),
    ]


def test_proposed_tie_says_where_it_was_read(office: FakeOffice) -> None:
    office.store(a_candidate(1, employer="Studio 1"))
    with office.unit() as unit:
        ties.propose_ties(unit, today=TODAY)
        (tie,) = unit.ties.all()
    assert (tie.state, tie.evidence) == (TieState.PROPOSED, "Employeur\u00a0: Studio 1")


def test_a_tie_that_somebody_settled_is_not_proposed_again(office: FakeOffice) -> None:
    office.store(a_candidate(1, employer="Studio 1"))
    office.store(Tie(1, 1, TieKind.EMPLOYER, TieState.SET_ASIDE, reason="homonyme", id=1))
    assert proposed_kinds(office) == [(1, 1, TieKind.EMPLOYER)]


def test_whoever_rests_is_tied_to_nobody(office: FakeOffice) -> None:
    office.store(a_candidate(1, employer="Studio 1"))
    with office.unit() as unit:
        resting = replace(unit.examiners.get(1), active=False)
    office.store(resting)
    assert proposed_kinds(office) == []


def test_settling_keeps_state_and_reason(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    outcome = ties.settle_tie(
        office.desk, tie_id=1, state=TieState.SET_ASIDE, reason=" autre personne "
    )
    assert (outcome.value.state, outcome.value.reason) == (TieState.SET_ASIDE, "autre personne")
    assert office.acts == [EventType.TIE_SETTLED]


def test_setting_aside_needs_a_reason(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    with pytest.raises(WrongUsage, match="TIE-WITHOUT-REASON"):
        ties.settle_tie(office.desk, tie_id=1, state=TieState.SET_ASIDE, reason=" ")
    assert office.all(Kind.TIE)[0].state is TieState.PROPOSED


def test_declared_tie_holds_at_once(office: FakeOffice) -> None:
    outcome = ties.declare_tie(office.desk, tie=Tie(2, 3, TieKind.PERSONAL, evidence="déclaré"))
    assert outcome.value == Tie(
        2,
        3,
        TieKind.PERSONAL,
        TieState.CONFIRMED,
        "déclaré",
        source=TieSource.OFFICE,
        declared_on=TODAY,
        settled_by="Camille",
        settled_on=TODAY,
        id=1,
    )


def test_a_former_employer_on_either_side_is_proposed(office: FakeOffice) -> None:
    past = (Employment("Canal Bleu Films", is_past=True),)
    before = (Employment("Studio 9 SAS", is_past=True),)
    office.store(
        a_candidate(1, employer="Studio 9", employments=past),
        an_examiner(1, organisation="Les Films du Canal Bleu"),
        an_examiner(2, organisation="Kinéo", employments=before),
    )
    assert proposed_kinds(office) == [
        (1, 2, TieKind.FORMER_EMPLOYER),
        (1, 1, TieKind.FORMER_EMPLOYER),
    ]
    with office.unit() as unit:
        ties.propose_ties(unit, today=TODAY)
        told = [(tie.evidence, tie.likeness) for tie in unit.ties.all()]
    assert told == [
        ("Employeur\u00a0: Studio 9 = Studio 9 SAS", 100),
        ("Ancien employeur\u00a0: Canal Bleu Films", 100),
    ]


def test_saving_a_person_proposes_at_once_and_undo_takes_it_back(office: FakeOffice) -> None:
    person, path = a_candidate(1, employer="Studio 2"), a_candidacy(1)
    outcome = save_file(
        office.desk, candidate=replace(person, version=1), candidacy=replace(path, version=1)
    )
    assert [(t.candidate_id, t.examiner_id) for t in office.all(Kind.TIE)] == [(1, 2)]
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.TIE) == ()


def test_saving_an_examiner_proposes_at_once(office: FakeOffice) -> None:
    office.store(a_candidate(1, employer="Écran Noir"))
    with office.unit() as unit:
        member = replace(unit.examiners.get(3), organisation="Ecran noir SARL")
    save_examiner(office.desk, examiner=member)
    assert [(t.candidate_id, t.examiner_id) for t in office.all(Kind.TIE)] == [(1, 3)]


def test_several_ties_are_settled_as_one_act(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1), Tie(1, 3, TieKind.EMPLOYER, id=2))
    with pytest.raises(WrongUsage, match="TIE-WITHOUT-REASON"):
        ties.settle_ties(office.desk, tie_ids=[1, 2], state=TieState.SET_ASIDE)
    outcome = ties.settle_ties(office.desk, tie_ids=[2, 1, 2], state=TieState.CONFIRMED)
    assert [(t.id, t.state, t.settled_by) for t in outcome.value] == [
        (2, TieState.CONFIRMED, "Camille"),
        (1, TieState.CONFIRMED, "Camille"),
    ]
    revert(office.desk, outcome_changes=outcome.changes)
    assert {t.state for t in office.all(Kind.TIE)} == {TieState.PROPOSED}


def test_list_shows_both_persons_and_may_leave_out_the_settled(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    office.store(Tie(1, 3, TieKind.PERSONAL, TieState.CONFIRMED, id=2))
    shown = ties.list_ties(office.desk, only_open=True)
    assert [(t.id, c.id, e.last_name) for t, c, e in shown] == [(1, 1, "Bellec")]
    assert len(ties.list_ties(office.desk)) == 2


def test_a_settled_tie_is_left_to_be_settled_again(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    ties.settle_ties(office.desk, tie_ids=[1], state=TieState.SET_ASIDE, reason="homonyme")
    outcome = ties.settle_ties(office.desk, tie_ids=[1], state=TieState.PROPOSED)
    assert outcome.value == (Tie(1, 2, TieKind.TRAINER, id=1),)
    assert outcome.label == "ACT-TIES-REOPENED"
    with office.unit() as unit:
        told = [json.loads(event.details).get("reason") for event in unit.audit.events()]
    assert told == ["homonyme", None]


def test_a_tie_declared_again_is_confirmed_and_not_there_twice(office: FakeOffice) -> None:
    office.store(
        Tie(1, 2, TieKind.EMPLOYER, TieState.SET_ASIDE, "Employeur", "homonyme", likeness=90, id=1)
    )
    declared = Tie(1, 2, TieKind.EMPLOYER, evidence=" Studio 2, depuis 2021 ")
    outcome = ties.declare_tie(office.desk, tie=declared, source=TieSource.EXAMINER)
    assert office.all(Kind.TIE) == (outcome.value,)
    assert outcome.value == Tie(
        1,
        2,
        TieKind.EMPLOYER,
        TieState.CONFIRMED,
        "Studio 2, depuis 2021",
        source=TieSource.EXAMINER,
        declared_on=TODAY,
        likeness=90,
        settled_by="Camille",
        settled_on=TODAY,
        id=1,
    )
    ties.declare_tie(office.desk, tie=Tie(1, 2, TieKind.PERSONAL, evidence="sœur"))
    assert len(office.all(Kind.TIE)) == 2
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.TIE)[0].reason == "homonyme"


def test_looking_through_the_files_again_finds_what_rested(office: FakeOffice) -> None:
    office.store(a_candidate(1, employer="Studio 1"), an_examiner(1, active=False))
    assert look_for_ties(office.desk).value == 0
    assert office.acts == []
    office.store(an_examiner(1))
    outcome = look_for_ties(office.desk)
    assert (outcome.value, outcome.label) == (1, "ACT-TIES-PROPOSED")
    assert office.acts == [EventType.TIES_PROPOSED]
    assert look_for_ties(office.desk).changes == ()
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.TIE) == ()
