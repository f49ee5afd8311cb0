"""Steps through the services: history, undo, revocation, the trail, what the form may not do."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import AdmissibilityFile, Candidacy, Closure, Intake
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.journeys import Waiting
from jurydesk.domain.moves import StepDraft
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import Step, StepKind
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services.candidates import remove_candidate, save_candidacy
from jurydesk.services.journeys import check_draft_step, journey_of, revoke_step, take_step
from jurydesk.services.undo import revert
from tests.builders import (
    DAY,
    a_candidate,
    a_certification,
    a_deliberation,
    a_pool,
    a_record,
    a_session,
    a_vae,
    an_examiner,
    some_facts,
)
from tests.fakes import NOON, FakeOffice

K = StepKind
D = date.fromisoformat


@pytest.fixture
def office() -> FakeOffice:
    office = FakeOffice()
    office.store(
        a_certification(),
        a_candidate(),
        replace(
            a_vae(),
            intake=Intake.DRAFT,
            begun=None,
            admissibility=AdmissibilityFile(),
            validation_received=None,
        ),
    )
    return office


def take(office: FakeOffice, kind: StepKind, day: str, **words: str) -> Step:
    return take_step(office.desk, kind=kind, day=D(day), candidacy_id=1, **words).value


def path_of(office: FakeOffice) -> Candidacy:
    (path,) = office.all(Kind.CANDIDACY)
    assert isinstance(path, Candidacy)
    return path


def admitted(office: FakeOffice) -> Step:
    take(office, K.FILE_RECEIVED, "2026-03-02")
    take(office, K.FILE_COMPLETE, "2026-03-16")
    return take(office, K.ADMITTED, "2026-05-04")


def test_a_step_moves_the_path_and_stays_in_its_history(office: FakeOffice) -> None:
    step = take(office, K.FILE_RECEIVED, "2026-03-02")
    assert step == Step(
        K.FILE_RECEIVED,
        D("2026-03-02"),
        NOON,
        "Camille",
        candidacy_id=1,
        from_state="NONE",
        to_state="FILED",
        id=1,
    )
    path = path_of(office)
    assert (path.admissibility.status, path.begun) == (Status.FILED, D("2026-03-02"))
    (event,) = office.workspace.events
    assert event.type is EventType.STEP_RECORDED
    assert json.loads(event.details) == {
        "step": "FILE_RECEIVED",
        "day": "2026-03-02",
        "subject": "candidacy 1",
        "candidacy": 1,
    }


def test_a_step_that_binds_nobody_is_undone(office: FakeOffice) -> None:
    before = path_of(office)
    outcome = take_step(office.desk, kind=K.FILE_RECEIVED, day=D("2026-03-02"), candidacy_id=1)
    assert outcome.can_be_undone
    revert(office.desk, outcome_changes=outcome.changes)
    assert replace(path_of(office), version=before.version) == before
    assert office.all(Kind.STEP) == ()


def test_a_legal_act_is_not_undone_but_revoked(office: FakeOffice) -> None:
    take(office, K.FILE_RECEIVED, "2026-03-02")
    take(office, K.FILE_COMPLETE, "2026-03-16")
    outcome = take_step(office.desk, kind=K.ADMITTED, day=D("2026-05-04"), candidacy_id=1)
    assert not outcome.can_be_undone
    with pytest.raises(RefusedByRule, match="UNDO-NEVER"):
        revert(office.desk, outcome_changes=outcome.changes)
    revocation = revoke_step(office.desk, step_id=outcome.value.id, reason=" mauvais dossier ")
    assert not revocation.can_be_undone
    assert (revocation.value.revokes, revocation.value.reason) == (3, "mauvais dossier")
    file = path_of(office).admissibility
    assert (file.status, file.decided, file.notified) == (Status.COMPLETE, None, None)
    assert [step.kind for step in office.all(Kind.STEP)] == [
        K.FILE_RECEIVED,
        K.FILE_COMPLETE,
        K.ADMITTED,
        K.REVOKED,
    ]
    assert office.acts[-1] is EventType.STEP_REVOKED


def test_after_a_revocation_the_act_may_be_done_again(office: FakeOffice) -> None:
    step = admitted(office)
    revoke_step(office.desk, step_id=step.id, reason="erreur de saisie")
    office.clock.move_to(datetime.fromisoformat("2026-05-10T09:00"))
    take(office, K.REFUSED, "2026-05-06", reason="hors du champ de la certification")
    assert path_of(office).admissibility.status is Status.REFUSED


@pytest.mark.parametrize(
    ("which", "reason", "code"),
    [(0, "erreur", "STEP-22"), (2, "  ", "STEP-05"), (3, "erreur", "STEP-22")],
)
def test_what_cannot_be_revoked(office: FakeOffice, which: int, reason: str, code: str) -> None:
    step = admitted(office)
    revoke_step(office.desk, step_id=step.id, reason="erreur")
    steps = office.all(Kind.STEP)
    with pytest.raises(RefusedByRule, match=code):
        revoke_step(office.desk, step_id=steps[which].id, reason=reason)


def test_an_act_is_revoked_once_and_the_latest_first(office: FakeOffice) -> None:
    step = admitted(office)
    lapsed = take(office, K.LAPSED, "2026-11-05", reason="aucune démarche")
    with pytest.raises(RefusedByRule, match="STEP-24"):
        revoke_step(office.desk, step_id=step.id, reason="erreur")
    revoke_step(office.desk, step_id=lapsed.id, reason="démarche retrouvée")
    assert path_of(office).admissibility.status is Status.ADMISSIBLE
    with pytest.raises(RefusedByRule, match="STEP-23"):
        revoke_step(office.desk, step_id=lapsed.id, reason="encore")


def test_undo_is_refused_once_a_later_step_rests_on_it(office: FakeOffice) -> None:
    first = take_step(office.desk, kind=K.FILE_RECEIVED, day=D("2026-03-02"), candidacy_id=1)
    take(office, K.FILE_COMPLETE, "2026-03-16")
    with pytest.raises(StaleData):
        revert(office.desk, outcome_changes=first.changes)


def test_a_refusal_changes_nothing(office: FakeOffice) -> None:
    before = path_of(office)
    with pytest.raises(RefusedByRule) as caught:
        take(office, K.FILE_RECEIVED, "2026-12-31")
    assert (caught.value.code, caught.value.figures) == (
        "STEP-04",
        {"step": K.FILE_RECEIVED, "day": D("2026-12-31")},
    )
    assert (path_of(office), office.all(Kind.STEP), office.acts) == (before, (), [])


def test_a_file_with_blocking_findings_is_not_accepted(office: FakeOffice) -> None:
    with office.unit() as unit:
        unit.candidates.save(replace(unit.candidates.get(1), birth_date=None))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    with pytest.raises(RefusedByRule, match="STEP-08") as caught:
        take(office, K.ACCEPTED, "2026-11-23")
    assert caught.value.figures["count"] == 1


def test_the_form_may_not_write_over_a_legal_act(office: FakeOffice) -> None:
    admitted(office)
    path = path_of(office)
    file = replace(path.admissibility, decided=D("2026-05-05"))
    with pytest.raises(RefusedByRule, match="CANDIDACY-BOUND"):
        save_candidacy(office.desk, candidacy=replace(path, admissibility=file))
    kept = replace(path, notes="à rappeler")
    assert save_candidacy(office.desk, candidacy=kept).value.notes == "à rappeler"


def test_once_revoked_the_form_may_correct_it(office: FakeOffice) -> None:
    step = admitted(office)
    revoke_step(office.desk, step_id=step.id, reason="erreur")
    path = path_of(office)
    file = replace(path.admissibility, status=Status.FILED, complete=None)
    saved = save_candidacy(office.desk, candidacy=replace(path, admissibility=file)).value
    assert saved.admissibility.status is Status.FILED


def test_a_person_with_a_legal_act_is_not_deleted(office: FakeOffice) -> None:
    take(office, K.FILE_RECEIVED, "2026-03-02")
    outcome = remove_candidate(office.desk, candidate_id=1)
    revert(office.desk, outcome_changes=outcome.changes)
    assert [step.kind for step in office.all(Kind.STEP)] == [K.FILE_RECEIVED]
    take(office, K.FILE_COMPLETE, "2026-03-16")
    take(office, K.ADMITTED, "2026-05-04")
    with pytest.raises(RefusedByRule, match="CANDIDACY-WITH-LEGAL-ACT"):
        remove_candidate(office.desk, candidate_id=1)


class TestView:
    def test_what_may_be_done_next_and_why_not_the_rest(self, office: FakeOffice) -> None:
        take(office, K.FILE_RECEIVED, "2026-03-02")
        view = journey_of(office.desk, candidacy_id=1)
        possible = [option.kind for option in view.options if option.is_possible]
        assert possible == [
            K.ACCEPTED,
            K.FILE_INCOMPLETE,
            K.FILE_COMPLETE,
            K.WITHDRAWN,
            K.ABANDONED,
        ]
        refusals = {o.kind: o.refusal.code for o in view.options if o.refusal}
        assert refusals[K.ADMITTED] == "STEP-01"
        assert refusals[K.VALIDATION_RECEIVED] == "STEP-21"
        assert refusals[K.CERTIFIED] == "STEP-11"
        assert view.stages[1].waiting is Waiting.CURRENT

    def test_a_step_is_checked_while_it_is_typed(self, office: FakeOffice) -> None:
        draft = StepDraft(K.FILE_RECEIVED, D("2027-01-01"))
        refusal = check_draft_step(office.desk, candidacy_id=1, draft=draft)
        assert refusal is not None
        assert refusal.code == "STEP-04"
        assert office.all(Kind.STEP) == ()


class TestAcknowledgements:
    @pytest.fixture
    def judged(self) -> FakeOffice:
        """One VAE heard and certified in a closed session; the clock stands after it."""
        office = FakeOffice()
        session = replace(a_session(), status=SessionStatus.CLOSED)
        facts = some_facts(a_vae())
        record = a_record(decision=Decision.FULL)
        deliberation = a_deliberation(facts, records=(record,), closed_at=NOON, id=1)
        office.store(a_certification(), *a_pool(), a_candidate(), a_vae(), session, deliberation)
        office.clock.move_to(datetime.combine(DAY, NOON.time()))
        return office

    def test_a_result_is_notified_once(self, judged: FakeOffice) -> None:
        call = {"kind": K.RESULT_NOTIFIED, "day": DAY, "candidacy_id": 1, "session_id": 1}
        step = take_step(judged.desk, **call).value
        assert (step.from_state, step.to_state, step.session_id) == ("", "", 1)
        with pytest.raises(RefusedByRule, match="STEP-13"):
            take_step(judged.desk, **call)
        revoke_step(judged.desk, step_id=step.id, reason="courrier revenu")
        assert take_step(judged.desk, **call).value.id == 3

    def test_a_holder_is_declared_and_certified(self, judged: FakeOffice) -> None:
        for kind, session in ((K.DECLARED, 1), (K.CERTIFIED, None)):
            take_step(judged.desk, kind=kind, day=DAY, candidacy_id=1, session_id=session)
        path = path_of(judged)
        assert (path.closure, path.closed) == (Closure.CERTIFIED, DAY)

    def test_a_certified_path_is_no_longer_moved(self, judged: FakeOffice) -> None:
        take_step(judged.desk, kind=K.CERTIFIED, day=DAY, candidacy_id=1)
        for kind, code in ((K.WITHDRAWN, "STEP-01"), (K.VALIDATION_RETURNED, "STEP-09")):
            with pytest.raises(RefusedByRule, match=code):
                take_step(judged.desk, kind=kind, day=DAY, candidacy_id=1, reason="x", detail="x")

    def test_leave_is_asked_for_a_hearing(self, judged: FakeOffice) -> None:
        call = {"kind": K.LEAVE_ASKED, "day": DAY, "candidacy_id": 1}
        with pytest.raises(RefusedByRule, match="STEP-17"):
            take_step(judged.desk, **call)
        outcome = take_step(judged.desk, **call, session_id=1)
        assert outcome.can_be_undone

    @pytest.mark.parametrize(
        ("subjects", "code"),
        [
            ({"examiner_id": 1}, "STEP-17"),
            ({"session_id": 1}, "STEP-17"),
            ({"examiner_id": 9, "session_id": 1}, "STEP-14"),
        ],
    )
    def test_whose_employer(self, judged: FakeOffice, subjects: dict[str, int], code: str) -> None:
        judged.store(an_examiner(9))
        with pytest.raises(RefusedByRule, match=code):
            take_step(judged.desk, kind=K.EMPLOYER_TOLD, day=DAY, **subjects)

    def test_the_employer_of_a_juror_is_told_once_and_not_in_the_future(
        self, judged: FakeOffice
    ) -> None:
        call = {"kind": K.EMPLOYER_TOLD, "examiner_id": 1, "session_id": 1}
        with pytest.raises(RefusedByRule, match="STEP-04"):
            take_step(judged.desk, **call, day=DAY + timedelta(1))
        step = take_step(judged.desk, **call, day=DAY).value
        assert (step.candidacy_id, step.examiner_id) == (None, 1)
        with pytest.raises(RefusedByRule, match="STEP-13"):
            take_step(judged.desk, **call, day=DAY)


def test_a_step_names_its_candidacy(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="STEP-WITHOUT-CANDIDACY"):
        take_step(office.desk, kind=K.ACCEPTED, day=D("2026-11-23"))
