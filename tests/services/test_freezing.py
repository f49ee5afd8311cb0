from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Sex, Training
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import freezing
from jurydesk.services.refusals import RefusedByFindings
from tests.builders import DAY, a_hearing, a_session, an_examiner
from tests.fakes import FakeOffice

A = "2026-12-A"


def test_freeze_fixes_findings_and_frees_whoever_has_no_place(planned: FakeOffice) -> None:
    planned.store(an_examiner(1, training=Training.NOT_TRAINED))
    planned.clock.move_to(datetime.combine(DAY, time(8)))
    outcome = freezing.freeze_session(planned.desk, code=A)
    session = outcome.value
    assert (session.status, session.frozen_at) == (
        SessionStatus.FROZEN,
        datetime.combine(DAY, time(8)),
    )
    assert session.candidacies == (1,)
    assert [finding.code for finding in session.frozen_findings] == ["JURY-14"]
    assert planned.acts == [EventType.SESSION_FROZEN]


def test_what_was_found_on_the_day_is_never_computed_again(planned: FakeOffice) -> None:
    planned.clock.move_to(datetime.combine(DAY, time(8)))
    freezing.freeze_session(planned.desk, code=A)
    planned.store(an_examiner(1, training=Training.NOT_TRAINED))
    assert freezing.check_session(planned.desk, code=A).findings == ()


def test_freeze_before_the_day_is_refused(planned: FakeOffice) -> None:
    planned.clock.move_to(datetime.combine(DAY - timedelta(days=1), time(23)))
    with pytest.raises(RefusedByRule, match="SESSION-NOT-YET") as refusal:
        freezing.freeze_session(planned.desk, code=A)
    assert refusal.value.figures == {"session": A, "day": "14/12/2026"}


def test_freeze_is_refused_while_a_finding_blocks(planned: FakeOffice) -> None:
    overlapping = a_session(candidacies=(1, 2), hearings=(a_hearing(1), a_hearing(2, at="09:30")))
    planned.store(overlapping)
    planned.clock.move_to(datetime.combine(DAY, time(8)))
    with pytest.raises(RefusedByFindings) as refusal:
        freezing.freeze_session(planned.desk, code=A)
    assert {finding.code for finding in refusal.value.findings} == {"HEAR-01"}
    assert refusal.value.figures["count"] == len(refusal.value.findings)
    assert planned.all(Kind.SESSION)[0].status is SessionStatus.DRAFT


def test_one_sex_needs_a_reason_and_one_reason_is_enough(planned: FakeOffice) -> None:
    with planned.unit() as unit:
        women = [replace(e, sex=Sex.FEMALE) for e in unit.examiners.all()]
    planned.store(*women)
    planned.clock.move_to(datetime.combine(DAY, time(8)))
    with pytest.raises(RefusedByFindings) as refusal:
        freezing.freeze_session(planned.desk, code=A)
    assert [finding.code for finding in refusal.value.findings] == ["JURY-05"]
    session = freezing.freeze_session(planned.desk, code=A, reasons={1: "désistement"}).value
    assert session.juries[0].one_sex_reason == "désistement"


def test_session_without_a_hearing_is_not_frozen(planned: FakeOffice) -> None:
    planned.store(a_session(hearings=()))
    planned.clock.move_to(datetime.combine(DAY, time(8)))
    with pytest.raises(RefusedByRule, match="SESSION-EMPTY"):
        freezing.freeze_session(planned.desk, code=A)


def test_frozen_session_is_not_frozen_twice(on_the_day: FakeOffice) -> None:
    freezing.freeze_session(on_the_day.desk, code=A)
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        freezing.freeze_session(on_the_day.desk, code=A)


def test_unknown_session_is_named(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        freezing.check_session(office.desk, code="X")
