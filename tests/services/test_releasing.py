"""Releasing a plan and telling people."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.release import News, Role
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule
from jurydesk.services import adjusting, releasing
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.undo import revert
from tests.builders import DAY, a_hearing, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"


def due(office: FakeOffice) -> list[tuple[Role, int, News]]:
    telling = releasing.read_telling(office.desk, code=A)
    return [(one.role, one.number, one.news) for one in telling.due]


def test_a_plan_is_released_and_everybody_is_to_be_told(planned: FakeOffice) -> None:
    outcome = releasing.release_plan(planned.desk, code=A)
    assert outcome.value.session.release is not None
    assert due(planned) == [
        (Role.CANDIDATE, 1, News.CONVENED),
        *((Role.EXAMINER, number, News.CONVENED) for number in (1, 2, 3, 4)),
    ]
    assert planned.acts == [EventType.SESSION_RELEASED]
    revert(planned.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert due(planned) == []


def test_contacts_say_how_to_reach_people(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    contact = releasing.read_telling(planned.desk, code=A).contacts[0]
    person = planned.desk.open_unit().candidates.get(1)
    assert (contact.name, contact.email, contact.phone) == (
        person.full_name, person.email, person.phone,
    )  # fmt: skip
    assert contact.before == ()
    assert [when.start for when in contact.after] == [datetime.combine(DAY, time(9))]


def test_who_was_told_is_due_no_more(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    releasing.mark_told(planned.desk, code=A, people=[(Role.CANDIDATE, 1), (Role.EXAMINER, 2)])
    assert [number for _, number, _ in due(planned)] == [1, 3, 4]
    assert planned.acts == [EventType.SESSION_RELEASED, EventType.PEOPLE_TOLD]


def test_a_change_is_told_after_it_is_released(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    everybody = [one.key for one in releasing.read_telling(planned.desk, code=A).due]
    releasing.mark_told(planned.desk, code=A, people=everybody)
    adjusting.move_hearing(planned.desk, code=A, candidacy_id=1, jury=1, start=time(10))
    telling = releasing.read_telling(planned.desk, code=A)
    assert telling.due == ()
    moved = (Role.CANDIDATE, 1)
    assert [(one.key, one.news) for one in telling.drafts] == [(moved, News.MOVED)]
    releasing.release_plan(planned.desk, code=A)
    assert due(planned) == [(*moved, News.MOVED)]


def test_who_left_the_session_still_has_a_name(planned: FakeOffice) -> None:
    releasing.release_plan(planned.desk, code=A)
    releasing.mark_told(planned.desk, code=A, people=[(Role.CANDIDATE, 1)])
    adjusting.withdraw_candidacy(planned.desk, code=A, candidacy_id=1)
    (first, *_) = releasing.read_telling(planned.desk, code=A).drafts
    assert (first.key, first.news) == ((Role.CANDIDATE, 1), News.CANCELLED)
    assert first.name == planned.desk.open_unit().candidates.get(1).full_name


def test_what_is_not_lawful_is_not_announced(planned: FakeOffice) -> None:
    planned.store(a_session(candidacies=(1, 2), hearings=(a_hearing(1), a_hearing(2, at="09:30"))))
    with pytest.raises(RefusedByFindings) as refusal:
        releasing.release_plan(planned.desk, code=A)
    assert {finding.code for finding in refusal.value.findings} == {"HEAR-01"}
    assert planned.acts == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"hearings": ()}, "SESSION-EMPTY"), ({"status": SessionStatus.FROZEN}, "SESSION-FROZEN")],
)
def test_when_there_is_nothing_to_release(
    planned: FakeOffice, changes: dict[str, object], code: str
) -> None:
    planned.store(a_session(**changes))
    with pytest.raises(RefusedByRule, match=code):
        releasing.release_plan(planned.desk, code=A)


def test_nobody_is_told_of_a_plan_that_was_not_released(planned: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SESSION-NO-RELEASE"):
        releasing.mark_told(planned.desk, code=A, people=[(Role.CANDIDATE, 1)])
