from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services import candidates
from jurydesk.services.history import audit_figures, audit_rows
from jurydesk.services.undo import revert
from jurydesk.wording import LANGUAGES, Wording
from tests.builders import a_candidacy, a_candidate, a_session
from tests.fakes import FakeOffice


def test_list_has_one_row_per_candidacy_in_alphabetical_order(office: FakeOffice) -> None:
    office.store(replace(a_candidate(4), birth_name="Abadie"), a_candidacy(4))
    rows = candidates.list_candidacies(office.desk)
    assert [(row.candidate.birth_name, row.key) for row in rows] == [
        ("Abadie", 4),
        ("Legrand1", 1),
        ("Legrand2", 2),
        ("Legrand3", 3),
    ]


def test_list_opens_one_unit_whatever_the_number_of_rows(office: FakeOffice) -> None:
    candidates.list_candidacies(office.desk)
    assert office.workspace.units == 1


@pytest.mark.parametrize(
    ("session", "stage", "code"),
    [
        (None, Stage.READY, ""),
        (a_session(), Stage.PROPOSED, "2026-12-A"),
        (replace(a_session(), status=SessionStatus.FROZEN), Stage.HEARD, "2026-12-A"),
        (replace(a_session(), status=SessionStatus.CLOSED), Stage.DECIDED, "2026-12-A"),
        (replace(a_session(), hearings=()), Stage.READY, "2026-12-A"),
    ],
)
def test_row_says_where_the_candidacy_stands(
    office: FakeOffice, session: object, stage: Stage, code: str
) -> None:
    if session is not None:
        office.store(session)
    row = candidates.list_candidacies(office.desk)[0]
    assert (row.key, row.stage, row.session_code) == (1, stage, code)


def test_frozen_session_holds_only_those_it_hears(office: FakeOffice) -> None:
    frozen = replace(a_session(), candidacies=(1, 2), status=SessionStatus.FROZEN)
    office.store(frozen)
    codes = {row.key: row.session_code for row in candidates.list_candidacies(office.desk)}
    assert codes == {1: "2026-12-A", 2: "", 3: ""}


def test_closed_candidacy_is_not_reproached_with_being_unready(office: FakeOffice) -> None:
    office.store(a_candidacy(1, closure=Closure.CERTIFIED))
    row = candidates.list_candidacies(office.desk)[0]
    assert (row.stage, row.findings) == (Stage.CLOSED, ())


def test_unknown_certification_is_a_finding_not_a_failure(office: FakeOffice) -> None:
    office.store(a_candidacy(1, certification="RNCP99999"))
    row = candidates.list_candidacies(office.desk)[0]
    assert "CERT-06" in [finding.code for finding in row.findings]


def test_open_candidate_gives_candidacies_and_ties(office: FakeOffice) -> None:
    office.store(Tie(1, 2, TieKind.TRAINER, id=1))
    file = candidates.open_candidate(office.desk, candidate_id=1)
    assert file.candidate == a_candidate(1)
    assert [row.candidacy for row in file.candidacies] == [a_candidacy(1)]
    assert [(tie.id, examiner.last_name) for tie, examiner in file.ties] == [(1, "Bellec")]


def test_find_candidates_with_nothing_matches_all(office: FakeOffice) -> None:
    found = candidates.find_candidates(office.desk, query=" ")
    assert [file.candidate.id for file in found] == [1, 2, 3]


def test_find_candidates_keeps_those_who_match(office: FakeOffice) -> None:
    found = candidates.find_candidates(office.desk, query="legrand2")
    assert [file.candidate.id for file in found] == [2]


def test_save_adds_a_new_person_with_their_candidacy_as_one_act(office: FakeOffice) -> None:
    outcome = candidates.save_file(
        office.desk,
        candidate=Candidate("Nadal", ("Hugo",), birth_date=date(1990, 1, 21)),
        candidacy=replace(a_candidacy(1), id=0, candidate_id=0),
    )
    assert (outcome.value.id, outcome.value.candidate_id) == (4, 4)
    assert (office.acts, office.workspace.units) == ([EventType.CANDIDACY_SAVED], 1)
    assert [(change.kind, change.id) for change in outcome.changes] == [
        (Kind.CANDIDATE, 4),
        (Kind.CANDIDACY, 4),
    ]
    assert (outcome.label, outcome.findings) == ("ACT-CANDIDACY-SAVED", ())
    before = len(office.all(Kind.CANDIDATE))
    revert(office.desk, outcome_changes=outcome.changes)
    assert (before, len(office.all(Kind.CANDIDATE)), len(office.all(Kind.CANDIDACY))) == (4, 3, 3)


def test_save_of_the_person_alone_is_named_after_the_person(office: FakeOffice) -> None:
    file = candidates.open_candidate(office.desk, candidate_id=1)
    known = replace(file.candidate, phone="+33612345678")
    path = file.candidacies[0].candidacy
    outcome = candidates.save_file(office.desk, candidate=known, candidacy=path)
    assert (outcome.label, office.acts) == ("ACT-CANDIDATE-SAVED", [EventType.CANDIDATE_SAVED])
    assert [change.kind for change in outcome.changes] == [Kind.CANDIDATE]


def test_save_without_a_change_leaves_no_trace(office: FakeOffice) -> None:
    file = candidates.open_candidate(office.desk, candidate_id=1)
    outcome = candidates.save_file(
        office.desk, candidate=file.candidate, candidacy=file.candidacies[0].candidacy
    )
    assert (outcome.changes, office.acts) == ((), [])


@pytest.mark.parametrize("candidate", [Candidate(" ", ("Ophélie",)), Candidate("Legrand", ())])
def test_save_refuses_a_person_without_a_name(office: FakeOffice, candidate: Candidate) -> None:
    with pytest.raises(WrongUsage, match="CANDIDATE-WITHOUT-NAME"):
        candidates.save_file(office.desk, candidate=candidate, candidacy=a_candidacy(1))


def test_save_refuses_what_somebody_else_changed(office: FakeOffice) -> None:
    file = candidates.open_candidate(office.desk, candidate_id=1)
    mine, path = file.candidate, file.candidacies[0].candidacy
    theirs = replace(mine, phone="+33612345678")
    candidates.save_file(office.desk, candidate=theirs, candidacy=path)
    with pytest.raises(StaleData):
        candidates.save_file(
            office.desk, candidate=replace(mine, email="o@exemple.fr"), candidacy=path
        )


def test_person_is_not_kept_where_the_candidacy_is_refused(office: FakeOffice) -> None:
    office.store(replace(a_session(), status=SessionStatus.CLOSED))
    file = candidates.open_candidate(office.desk, candidate_id=1)
    judged = replace(file.candidacies[0].candidacy, route=AccessRoute.INDIVIDUAL)
    known = replace(file.candidate, phone="+33612345678")
    with pytest.raises(RefusedByRule, match="CANDIDACY-JUDGED"):
        candidates.save_file(office.desk, candidate=known, candidacy=judged)
    assert (office.all(Kind.CANDIDATE)[0], office.acts) == (file.candidate, [])


def test_save_candidacy_returns_what_the_rules_find(office: FakeOffice) -> None:
    draft = replace(a_candidacy(1), id=0, training=replace(a_candidacy(1).training, entry=None))
    outcome = candidates.save_candidacy(office.desk, candidacy=draft)
    assert [finding.code for finding in outcome.findings] == ["TRAIN-01"]
    assert office.acts == [EventType.CANDIDACY_SAVED]


def test_candidacy_not_judged_may_change_its_route(planned: FakeOffice) -> None:
    with planned.unit() as unit:
        stored = unit.candidacies.get(2)
    changed = replace(stored, route=AccessRoute.INDIVIDUAL)
    outcome = candidates.save_candidacy(planned.desk, candidacy=changed)
    assert outcome.value.route is AccessRoute.INDIVIDUAL


def test_removing_leaves_other_sessions_alone(planned: FakeOffice) -> None:
    other = a_session(id=2, code="2026-12-B", candidacies=(3,), hearings=(), juries=())
    planned.store(other)
    candidates.remove_candidacies(planned.desk, ids=[1])
    assert planned.all(Kind.SESSION)[1].version == 1


def test_judged_candidacy_keeps_what_was_judged(office: FakeOffice) -> None:
    office.store(replace(a_session(), status=SessionStatus.CLOSED))
    with office.unit() as unit:
        judged = unit.candidacies.get(1)
    with pytest.raises(RefusedByRule, match="CANDIDACY-JUDGED"):
        candidates.save_candidacy(
            office.desk, candidacy=replace(judged, route=AccessRoute.INDIVIDUAL)
        )
    outcome = candidates.save_candidacy(office.desk, candidacy=replace(judged, notes="à rappeler"))
    assert outcome.value.notes == "à rappeler"


def test_remove_candidate_takes_candidacies_ties_and_places_along(planned: FakeOffice) -> None:
    planned.store(Tie(1, 2, TieKind.TRAINER, id=1))
    outcome = candidates.remove_candidate(planned.desk, candidate_id=1)
    assert [candidate.id for candidate in planned.all(Kind.CANDIDATE)] == [2, 3]
    assert planned.all(Kind.TIE) == ()
    (session,) = planned.all(Kind.SESSION)
    assert (session.candidacies, session.hearings) == ((2, 3), ())
    assert [change.kind for change in outcome.changes] == [
        Kind.SESSION,
        Kind.CANDIDACY,
        Kind.TIE,
        Kind.CANDIDATE,
    ]


def test_remove_candidacies_keeps_the_person(office: FakeOffice) -> None:
    outcome = candidates.remove_candidacies(office.desk, ids=[1])
    assert len(office.all(Kind.CANDIDATE)) == 3
    assert [candidacy.id for candidacy in office.all(Kind.CANDIDACY)] == [2, 3]
    assert (outcome.label, office.acts) == ("ACT-CANDIDACY-REMOVED", [EventType.CANDIDACY_REMOVED])


def test_removing_several_candidacies_is_one_act_and_one_undo(planned: FakeOffice) -> None:
    kinds = (Kind.CANDIDACY, Kind.SESSION)
    before = [planned.all(kind) for kind in kinds]
    outcome = candidates.remove_candidacies(planned.desk, ids=[3, 1, 3])
    assert [candidacy.id for candidacy in planned.all(Kind.CANDIDACY)] == [2]
    assert (planned.acts, planned.workspace.units) == ([EventType.CANDIDACY_REMOVED], 1)
    assert outcome.label == "ACT-CANDIDACIES-REMOVED"
    (row,) = audit_rows(planned.desk)
    sentences = [Wording(lang).text(row.code, **audit_figures(row)) for lang in LANGUAGES]
    assert sentences == ["Candidatures n° 1, 3 supprimées", "Candidacies no. 1, 3 deleted"]
    revert(planned.desk, outcome_changes=outcome.changes)
    restored = planned.all(Kind.SESSION)[0]
    assert [planned.all(Kind.CANDIDACY), (restored,)] == [
        before[0],
        tuple(replace(session, version=restored.version) for session in before[1]),
    ]


def test_removing_several_removes_none_where_one_may_not_go(office: FakeOffice) -> None:
    frozen = replace(a_session(), candidacies=(1,), status=SessionStatus.FROZEN)
    office.store(frozen)
    with pytest.raises(RefusedByRule, match="CANDIDACY-IN-SESSION"):
        candidates.remove_candidacies(office.desk, ids=[2, 1])
    with pytest.raises(WrongUsage):
        candidates.remove_candidacies(office.desk, ids=[2, 99])
    assert (len(office.all(Kind.CANDIDACY)), office.acts) == (3, [])


def test_removing_nothing_leaves_no_trace(office: FakeOffice) -> None:
    assert candidates.remove_candidacies(office.desk, ids=()).changes == ()
    assert office.acts == []


def test_remove_refuses_whoever_a_frozen_session_hears(office: FakeOffice) -> None:
    office.store(replace(a_session(), status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="CANDIDACY-IN-SESSION"):
        candidates.remove_candidate(office.desk, candidate_id=1)
    assert len(office.all(Kind.CANDIDATE)) == 3


def test_check_draft_stores_nothing(office: FakeOffice) -> None:
    young = replace(a_candidate(1), birth_date=date(2020, 1, 1))
    findings = candidates.check_draft(office.desk, candidate=young, candidacy=a_candidacy(1))
    assert [finding.code for finding in findings] == ["CAND-02"]
    assert office.acts == []
