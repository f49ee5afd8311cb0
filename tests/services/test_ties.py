from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import WrongUsage
from jurydesk.services import ties
from tests.builders import TODAY, a_candidacy, a_candidate
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
    assert outcome.value == Tie(2, 3, TieKind.PERSONAL, TieState.CONFIRMED, "déclaré", id=1)


def test_list_shows_both_persons_and_may_leave_out_the_settled(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    office.store(Tie(1, 3, TieKind.PERSONAL, TieState.CONFIRMED, id=2))
    shown = ties.list_ties(office.desk, only_open=True)
    assert [(t.id, c.id, e.last_name) for t, c, e in shown] == [(1, 1, "Bellec")]
    assert len(ties.list_ties(office.desk)) == 2
