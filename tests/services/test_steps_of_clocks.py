"""A path by experience, step by step: what each step changes, and what the board says of it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from jurydesk.domain.candidacy import AdmissibilityFile, AdmissibilityStatus, Closure, Suspension
from jurydesk.domain.clock_steps import STEPS, after_step
from jurydesk.domain.steps import StepKind
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.deadlines import deadlines
from jurydesk.services.journeys import take_step
from jurydesk.services.undo import revert
from tests.builders import TODAY, a_candidacy, a_vae
from tests.fakes import FakeOffice

Status = AdmissibilityStatus
K = StepKind


def board(office: FakeOffice, day: str) -> list[tuple[str, str | None, str | None]]:
    """Move to a day and say what the board lists."""
    office.clock.move_to(datetime.combine(date.fromisoformat(day), time(9)))
    return [
        (one.key, one.due.isoformat() if one.due else None, one.act)
        for one in deadlines(office.desk)
    ]


def take(office: FakeOffice, kind: StepKind, reason: str = "") -> Any:
    """Take a step on the day of the clock."""
    today = office.clock.today()
    return take_step(office.desk, kind=kind, day=today, candidacy_id=1, reason=reason)


def test_from_the_first_paper_to_ready_for_a_jury(office: FakeOffice) -> None:
    nothing = AdmissibilityFile()
    office.store(a_vae(1, admissibility=nothing, validation_received=None, begun=None))
    assert board(office, "2027-01-04") == []
    take(office, K.FILE_RECEIVED)
    still = [("ADMISSIBILITY-c1", None, K.FILE_COMPLETE)]
    assert board(office, "2027-01-04") == still
    take(office, K.FILE_INCOMPLETE)
    assert board(office, "2027-01-12") == still
    take(office, K.FILE_COMPLETE)
    due = ("ADMISSIBILITY-c1", "2027-03-12", K.ADMITTED)
    assert board(office, "2027-01-20") == [due]
    take(office, K.FILE_INCOMPLETE)
    assert board(office, "2027-01-30") == still
    take(office, K.FILE_COMPLETE)
    # Ten days lost are ten days more
    assert board(office, "2027-03-22") == [("ADMISSIBILITY-c1", "2027-03-22", K.ADMITTED)]
    assert board(office, "2027-03-23") == [
        ("ADMISSIBILITY-c1", "2027-03-22", K.TACITLY_ADMITTED),
        ("LAPSE-c1", "2027-09-23", K.PROGRESS_RECORDED),
    ]
    with pytest.raises(RefusedByRule, match="DEADLINE-NOT-NOW"):
        take(office, K.REFUSED, "trop tard")
    take(office, K.TACITLY_ADMITTED)
    assert board(office, "2027-06-01") == [("LAPSE-c1", "2027-09-23", K.PROGRESS_RECORDED)]
    take(office, K.VALIDATION_RECEIVED)
    assert board(office, "2027-06-01") == [("JURY-c1", "2027-09-01", None)]
    row = next(row for row in list_candidacies(office.desk) if row.key == 1)
    assert row.stage == "READY"


def test_a_step_is_kept_with_who_took_it_and_is_undone_with_what_it_changed(
    office: FakeOffice,
) -> None:
    office.store(a_vae(1, validation_received=None))
    before = board(office, "2026-09-01")
    outcome = take(office, K.PROGRESS_RECORDED)
    step = outcome.value
    assert (step.kind, step.day, step.actor) == (K.PROGRESS_RECORDED, date(2026, 9, 1), "Camille")
    assert board(office, "2026-09-01") == []
    assert outcome.can_be_undone
    revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert board(office, "2026-09-01") == before
    assert office.unit().steps.all() == ()


def test_a_legal_act_is_not_undone(office: FakeOffice) -> None:
    office.store(a_vae(1, file={"status": Status.COMPLETE, "decided": None}))
    office.clock.move_to(datetime(2026, 5, 4, 9))
    outcome = take(office, K.ADMITTED)
    assert not outcome.can_be_undone


@pytest.mark.parametrize(
    ("file", "changes", "kind"),
    [
        ({}, {}, K.FILE_RECEIVED),
        ({}, {}, K.FILE_INCOMPLETE),
        ({}, {}, K.FILE_COMPLETE),
        ({}, {}, K.ADMITTED),
        ({}, {}, K.REFUSED),
        ({}, {}, K.TACITLY_ADMITTED),
        ({"status": Status.COMPLETE, "complete": TODAY}, {}, K.TACITLY_ADMITTED),
        ({"status": Status.COMPLETE}, {}, K.FILE_INCOMPLETE),
        ({"status": Status.REFUSED}, {}, K.PROGRESS_RECORDED),
        ({"status": Status.REFUSED}, {}, K.VALIDATION_RECEIVED),
        ({"decided": date(2026, 5, 23)}, {"validation_received": None}, K.LAPSED),
        ({}, {}, K.LAPSED),
        ({}, {"validation_received": None}, K.VALIDATION_RETURNED),
        ({}, {"validation_returned": TODAY}, K.VALIDATION_RETURNED),
        ({}, {"closure": Closure.WITHDRAWN}, K.PROGRESS_RECORDED),
        ({}, {}, K.ENROLLED),
    ],
)
def test_what_cannot_be_done_now(
    file: dict[str, Any], changes: dict[str, Any], kind: StepKind
) -> None:
    assert after_step(a_vae(1, file=file, **changes), kind, day=TODAY, reason="x") is None


def test_what_each_step_changes() -> None:
    complete = a_vae(1, file={"status": Status.COMPLETE, "decided": None, "complete": TODAY})
    stopped = after_step(complete, K.FILE_INCOMPLETE, day=TODAY, reason="")
    assert stopped is not None
    assert stopped.admissibility.suspensions == (Suspension(TODAY),)
    refused = after_step(complete, K.REFUSED, day=TODAY, reason="hors référentiel")
    assert refused is not None
    file = refused.admissibility
    assert (file.status, file.decided, file.notified, file.reason) == (
        Status.REFUSED,
        TODAY,
        TODAY,
        "hors référentiel",
    )
    over = a_vae(1, validation_received=None)
    lapsed = after_step(over, K.LAPSED, day=date(2026, 11, 5), reason="aucune démarche")
    assert lapsed is not None
    assert lapsed.admissibility.status is Status.LAPSED
    assert after_step(over, K.LAPSED, day=date(2026, 11, 4), reason="x") is None
    again = after_step(
        a_vae(1, validation_returned=TODAY), K.VALIDATION_RECEIVED, day=TODAY, reason=""
    )
    assert again is not None
    assert (again.validation_received, again.validation_returned) == (TODAY, None)
    assert all(after_step(a_candidacy(), kind, day=TODAY, reason="x") is None for kind in STEPS)


def test_bad_steps_change_nothing(office: FakeOffice) -> None:
    office.store(a_vae(1, validation_received=None))
    future = date(2026, 11, 24)
    refused = [
        ({"kind": K.PROGRESS_RECORDED, "day": future, "candidacy_id": 1}, "DEADLINE-NOT-YET"),
        ({"kind": K.LAPSED, "day": TODAY, "candidacy_id": 1, "reason": " "}, "DEADLINE-REASON"),
        ({"kind": K.ADMITTED, "day": TODAY, "candidacy_id": 1}, "DEADLINE-NOT-NOW"),
        ({"kind": K.ADMITTED, "day": TODAY}, "DEADLINE-NOT-NOW"),
    ]
    for given, code in refused:
        with pytest.raises(RefusedByRule, match=code):
            take_step(office.desk, **given)
    for unknown in ({"candidacy_id": 99}, {"examiner_id": 99}, {"examiner_id": 1, "session_id": 9}):
        with pytest.raises(WrongUsage):
            take_step(office.desk, kind=K.EMPLOYER_TOLD, day=TODAY, **unknown)
    assert (office.unit().steps.all(), office.workspace.events) == ((), [])
