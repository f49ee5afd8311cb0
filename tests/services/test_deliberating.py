from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Decision,
    Declaration,
    HearingRecord,
    Incident,
    Outcome,
    Result,
)
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import deliberating
from jurydesk.services.deliberating import SessionResults
from jurydesk.services.freezing import freeze_session
from jurydesk.services.refusals import RefusedByFindings
from tests.builders import CODE, DAY, a_record, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
DECLARED = tuple(Declaration(1, number, read_files=True, no_tie=True) for number in (1, 2, 3, 4))
REFUSED = Result(
    f"{CODE}BC02", Outcome.REFUSED, "Le budget ne tient pas.", "Dossier, page 4.", "Le reprendre."
)


@pytest.fixture
def frozen(on_the_day: FakeOffice) -> FakeOffice:
    freeze_session(on_the_day.desk, code=A)
    return on_the_day


def with_results(office: FakeOffice, *records: HearingRecord) -> None:
    results = SessionResults(PRESENT, records or (a_record(1),), declarations=DECLARED)
    deliberating.record_results(office.desk, code=A, results=results)


def test_open_before_anything_is_recorded(frozen: FakeOffice) -> None:
    board = deliberating.open_deliberation(frozen.desk, code=A)
    assert (board.deliberation.id, board.deliberation.session_id) == (0, 1)
    assert {finding.code for finding in board.findings} == {"DELIB-01", "DELIB-08"}
    assert board.missing


def test_open_needs_a_frozen_session(on_the_day: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SESSION-NOT-FROZEN"):
        deliberating.open_deliberation(on_the_day.desk, code=A)


def test_attendance_replaces_the_note_on_the_same_person(frozen: FakeOffice) -> None:
    deliberating.record_attendance(frozen.desk, code=A, attendance=PRESENT)
    late = Attendance(1, 2, present=True, arrived=time(9, 10))
    outcome = deliberating.record_attendance(frozen.desk, code=A, attendance=[late])
    assert outcome.value.deliberation.attendance == (PRESENT[0], late, PRESENT[2], PRESENT[3])


def test_attendance_is_of_members_of_the_jury(frozen: FakeOffice) -> None:
    stranger = Attendance(1, 9, present=True)
    with pytest.raises(WrongUsage, match="EXAMINER-NOT-SEATED"):
        deliberating.record_attendance(frozen.desk, code=A, attendance=[stranger])


def test_record_keeps_the_decision_for_the_closing(frozen: FakeOffice) -> None:
    record = a_record(1, decision=Decision.FULL)
    outcome = deliberating.record_hearing(frozen.desk, code=A, record=record)
    assert outcome.value.deliberation.records == (a_record(1),)
    assert outcome.value.deliberation.opened_at == datetime.combine(DAY, time(18))
    assert frozen.acts[-1] is EventType.DELIBERATION_RECORDED


def test_record_is_of_a_candidate_who_is_heard(frozen: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="CANDIDACY-NOT-IN-SESSION"):
        deliberating.record_hearing(frozen.desk, code=A, record=a_record(2))


def test_record_before_the_day_of_the_hearing_is_refused(frozen: FakeOffice) -> None:
    frozen.clock.move_to(datetime.combine(DAY - timedelta(days=1), time(18)))
    with pytest.raises(RefusedByRule, match="HEARING-NOT-YET"):
        deliberating.record_hearing(frozen.desk, code=A, record=a_record(1))


def test_results_are_kept_whole_or_not_at_all(frozen: FakeOffice) -> None:
    results = SessionResults(PRESENT, (a_record(1), a_record(2)))
    with pytest.raises(WrongUsage):
        deliberating.record_results(frozen.desk, code=A, results=results)
    assert frozen.all(Kind.DELIBERATION) == ()


def test_incidents_are_not_erased_by_a_sheet_that_has_none(frozen: FakeOffice) -> None:
    deliberating.record_incidents(frozen.desk, code=A, incidents=[Incident(" Panne de courant. ")])
    with_results(frozen)
    board = deliberating.open_deliberation(frozen.desk, code=A)
    assert board.deliberation.incidents == (Incident("Panne de courant."),)


@pytest.mark.parametrize(
    ("record", "decision", "closure"),
    [
        (a_record(1), Decision.FULL, Closure.CERTIFIED),
        (
            a_record(1, results=(a_record(1).results[0], REFUSED, a_record(1).results[2])),
            Decision.PARTIAL,
            Closure.PARTIALLY_ACQUIRED,
        ),
        (HearingRecord(1, Appearance.ABSENT), Decision.ABSENT, Closure.IN_PROGRESS),
    ],
)
def test_closing_fixes_the_decision_and_tells_the_candidacy(
    frozen: FakeOffice, record: HearingRecord, decision: Decision, closure: Closure
) -> None:
    with_results(frozen, record)
    outcome = deliberating.close_deliberation(frozen.desk, code=A)
    (session,) = frozen.all(Kind.SESSION)
    assert outcome.value.deliberation.records == (replace(record, decision=decision),)
    assert frozen.all(Kind.CANDIDACY)[0].closure is closure
    assert (session.status, session.closed_at) == (SessionStatus.CLOSED, frozen.clock.now())
    assert frozen.acts[-1] is EventType.DELIBERATION_CLOSED
    assert not outcome.can_be_undone


def test_closing_is_refused_while_something_is_missing(frozen: FakeOffice) -> None:
    with_results(frozen, a_record(1, results=(replace(REFUSED, reason=""),)))
    with pytest.raises(RefusedByFindings, match="DELIBERATION-BLOCKED") as refusal:
        deliberating.close_deliberation(frozen.desk, code=A)
    assert {finding.code for finding in refusal.value.findings} == {"DELIB-02", "DELIB-03"}
    assert frozen.all(Kind.CANDIDACY)[0].closure is Closure.IN_PROGRESS


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: deliberating.record_hearing(desk, code=A, record=a_record(1)),
        lambda desk: deliberating.record_incidents(
            desk, code=A, incidents=[Incident("après coup")]
        ),
        lambda desk: deliberating.close_deliberation(desk, code=A),
    ],
)
def test_closed_deliberation_stays_as_it_is(
    frozen: FakeOffice, act: Callable[[Any], object]
) -> None:
    with_results(frozen)
    deliberating.close_deliberation(frozen.desk, code=A)
    before = frozen.all(Kind.DELIBERATION)
    with pytest.raises(RefusedByRule, match="SESSION-CLOSED"):
        act(frozen.desk)
    assert frozen.all(Kind.DELIBERATION) == before


def test_blocks_acquired_are_acquired_for_good(frozen: FakeOffice) -> None:
    with_results(frozen, a_record(1, results=(a_record(1).results[0], REFUSED, REFUSED)))
    with frozen.unit() as unit:
        deliberation = replace(unit.deliberations.get(1), closed_at=frozen.clock.now())
    frozen.store(deliberation)
    frozen.store(a_session(id=2, code="2026-12-B", status=SessionStatus.FROZEN))
    board = deliberating.open_deliberation(frozen.desk, code="2026-12-B")
    record = HearingRecord(
        1,
        Appearance.PRESENT,
        (Result(f"{CODE}BC02", Outcome.ACQUIRED), Result(f"{CODE}BC03", Outcome.ACQUIRED)),
    )
    assert board.board.acquired == {1: frozenset({f"{CODE}BC01"})}
    assert deliberating.decision_of(board, record) is Decision.FULL


def test_record_is_checked_while_it_is_typed(frozen: FakeOffice) -> None:
    deliberating.record_attendance(frozen.desk, code=A, attendance=PRESENT)
    board = deliberating.open_deliberation(frozen.desk, code=A)
    opened = frozen.workspace.units
    unfinished = a_record(1, results=a_record(1).results[:2])
    found = deliberating.check_hearing_record(board, unfinished)
    assert [finding.code for finding in found] == ["DELIB-02"]
    assert deliberating.decision_of(board, unfinished) is None
    assert deliberating.decision_of(board, a_record(9)) is None
    assert frozen.workspace.units == opened
