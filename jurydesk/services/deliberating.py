"""The deliberation: presence, recusals, results, reasons; then the closing, which is for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Decision, Deliberation, HearingRecord
from jurydesk.domain.deliberation_rules import (
    check_deliberation,
    check_record,
    derive_decision,
)
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.closing import close_in, frozen_session, keep, open_deliberation_of
from jurydesk.services.evaluating import evaluation_findings
from jurydesk.services.facts import board_of, facts_of, session_by_code, session_facts
from jurydesk.services.minutes import content_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from jurydesk.domain.deliberation import Attendance
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard


@dataclass(frozen=True, slots=True)
class SessionResults:
    """What a secretary's sheet says of a session."""

    attendance: tuple[Attendance, ...] = ()
    records: tuple[HearingRecord, ...] = ()
    incidents: str = ""


@dataclass(frozen=True, slots=True)
class DeliberationBoard:
    """The day as recorded so far, what keeps it from being closed, what the minutes lack."""

    board: SessionBoard
    deliberation: Deliberation
    findings: tuple[Finding, ...]
    missing: tuple[Finding, ...]


def open_deliberation(desk: Desk, *, code: str) -> DeliberationBoard:
    """Return what was recorded of a frozen session, ready to go on.

    Raises:
        RefusedByRule: the session is not frozen yet.
    """
    with desk.open_unit() as unit:
        return _board(unit, frozen_session(unit, code), desk)


def record_attendance(
    desk: Desk, *, code: str, attendance: Iterable[Attendance]
) -> Outcome[DeliberationBoard]:
    """Note who of the jurors is there; each note replaces the one on the same person."""
    noted = tuple(attendance)

    def change(session: Session, deliberation: Deliberation) -> Deliberation:
        return _with_attendance(session, deliberation, noted)

    return _record(desk, code, "ACT-ATTENDANCE-RECORDED", change)


def record_hearing(desk: Desk, *, code: str, record: HearingRecord) -> Outcome[DeliberationBoard]:
    """Note appearance, results, recusals and reasons of one candidate.

    Raises:
        RefusedByRule: the day of that hearing has not come, or the deliberation is closed.
    """

    def change(session: Session, deliberation: Deliberation) -> Deliberation:
        _check_day(session, record, desk.clock.today())
        return _with_record(deliberation, replace(record, decision=None))

    return _record(desk, code, "ACT-HEARING-RECORDED", change)


def record_incidents(desk: Desk, *, code: str, text: str) -> Outcome[DeliberationBoard]:
    """Write the section of the minutes on incidents."""

    def change(_session: Session, deliberation: Deliberation) -> Deliberation:
        return replace(deliberation, incidents=text.strip())

    return _record(desk, code, "ACT-INCIDENTS-RECORDED", change)


def record_results(desk: Desk, *, code: str, results: SessionResults) -> Outcome[DeliberationBoard]:
    """Note all that a secretary's sheet says, at once or not at all.

    Raises:
        RefusedByRule: the day of a hearing has not come, or the deliberation is closed.
    """

    def change(session: Session, deliberation: Deliberation) -> Deliberation:
        noted = _with_attendance(session, deliberation, results.attendance)
        for record in results.records:
            _check_day(session, record, desk.clock.today())
            noted = _with_record(noted, replace(record, decision=None))
        return replace(noted, incidents=results.incidents.strip() or noted.incidents)

    return _record(desk, code, "ACT-RESULTS-RECORDED", change)


def close_deliberation(desk: Desk, *, code: str) -> Outcome[DeliberationBoard]:
    """Fix the decisions for good and tell each candidacy what became of it.

    Raises:
        RefusedByFindings: something is missing or does not hold.
    """
    with desk.open_unit() as unit:
        close_in(unit, frozen_session(unit, code), at=desk.clock.now())
        unit.commit()
        board = _board(unit, session_by_code(unit, code), desk)
        return Outcome(board, unit.changes, board.findings, "ACT-DELIBERATION-CLOSED")


def check_hearing_record(board: DeliberationBoard, record: HearingRecord) -> tuple[Finding, ...]:
    """Return what speaks against one record as it is being typed; nothing is stored."""
    deliberation = _with_record(board.deliberation, record)
    return check_record(facts_of(board.board), deliberation, record)


def decision_of(board: DeliberationBoard, record: HearingRecord) -> Decision | None:
    """Return the decision that a record amounts to; None while something is missing."""
    row = board.board.candidacy(record.candidacy_id)
    if row is None:
        return None
    acquired = board.board.acquired.get(row.key, frozenset())
    sheet = board.board.sheet(row.candidacy.certification)
    return derive_decision(record, row.candidacy, sheet, acquired=acquired)


def _board(unit: UnitOfWork, session: Session, desk: Desk) -> DeliberationBoard:
    facts = session_facts(unit, session, today=None)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    contents = [content_of(unit, facts, deliberation, code) for code in session.recorded]
    missing = (finding for content in contents for finding in check_minutes(content))
    return DeliberationBoard(
        board=board_of(unit, session, today=desk.clock.today()),
        deliberation=deliberation,
        findings=(
            *check_deliberation(facts, deliberation),
            *evaluation_findings(unit, facts, deliberation),
        ),
        missing=tuple(dict.fromkeys(missing)),
    )


def _record(
    desk: Desk,
    code: str,
    label: str,
    change: Callable[[Session, Deliberation], Deliberation],
) -> Outcome[DeliberationBoard]:
    with desk.open_unit() as unit:
        session = frozen_session(unit, code)
        before = open_deliberation_of(unit, session)
        opened = replace(before, opened_at=before.opened_at or desk.clock.now())
        keep(unit, change(session, opened))
        what = label.removeprefix("ACT-")
        finish(unit, EventType.DELIBERATION_RECORDED, {"session": session.code, "what": what})
        board = _board(unit, session, desk)
        return Outcome(board, unit.changes, board.findings, label)


def _check_day(session: Session, record: HearingRecord, today: date) -> None:
    hearing = session.hearing(record.candidacy_id)
    if hearing is None:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    day = hearing.start.date()
    if today < day:
        figures = {"session": session.code, "day": f"{day:%d/%m/%Y}"}
        raise RefusedByRule("HEARING-NOT-YET", figures)


def _with_attendance(
    session: Session, deliberation: Deliberation, attendance: Iterable[Attendance]
) -> Deliberation:
    kept = {(note.jury, note.examiner_id): note for note in deliberation.attendance}
    for note in attendance:
        jury = session.jury(note.jury)
        if jury is None or jury.juror(note.examiner_id) is None:
            where: dict[str, str | int] = {"jury": note.jury, "session": session.code}
            raise WrongUsage("EXAMINER-NOT-SEATED", where)
        kept[note.jury, note.examiner_id] = note
    return replace(deliberation, attendance=tuple(kept.values()))


def _with_record(deliberation: Deliberation, record: HearingRecord) -> Deliberation:
    others = (r for r in deliberation.records if r.candidacy_id != record.candidacy_id)
    return replace(deliberation, records=(*others, record))
