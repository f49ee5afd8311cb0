"""The deliberation: presence, recusals, results, reasons; then the closing, which is for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.deliberation import Decision, Deliberation, HearingRecord
from jurydesk.domain.deliberation_rules import (
    check_deliberation,
    check_record,
    close,
    derive_decision,
)
from jurydesk.domain.findings import blocking
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import board_of, facts_of, session_by_code, session_facts
from jurydesk.services.minutes import content_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jurydesk.domain.deliberation import Attendance
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard

CLOSURES: Mapping[Decision, Closure] = {
    Decision.FULL: Closure.CERTIFIED,
    Decision.PARTIAL: Closure.PARTIALLY_ACQUIRED,
}
"""What a decision makes of the candidacy; after any other it stays in progress."""


@dataclass(frozen=True, slots=True)
class DeliberationBoard:
    """The day as recorded so far, what keeps it from being closed, what the minutes lack."""

    board: SessionBoard
    deliberation: Deliberation
    findings: tuple[Finding, ...]
    missing: tuple[Finding, ...]

    @property
    def can_be_closed(self) -> bool:
        """Tell whether nothing stands against closing."""
        return not self.deliberation.is_closed and not blocking(self.findings)


def open_deliberation(desk: Desk, *, code: str) -> DeliberationBoard:
    """Return what was recorded of a frozen session, ready to go on.

    Raises:
        RefusedByRule: the session is not frozen yet.
    """
    with desk.open_unit() as unit:
        return _board(unit, _frozen(unit, code), desk)


def record_attendance(
    desk: Desk, *, code: str, attendance: Iterable[Attendance]
) -> Outcome[DeliberationBoard]:
    """Note who of the jurors is there; each note replaces the one on the same person."""
    noted = {(note.jury, note.examiner_id): note for note in attendance}

    def change(session: Session, deliberation: Deliberation) -> Deliberation:
        for number, examiner_id in noted:
            jury = session.jury(number)
            if jury is None or jury.juror(examiner_id) is None:
                raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": number, "session": session.code})
        kept = {(note.jury, note.examiner_id): note for note in deliberation.attendance}
        return replace(deliberation, attendance=tuple((kept | noted).values()))

    return _record(desk, code, "ACT-ATTENDANCE-RECORDED", change)


def record_hearing(desk: Desk, *, code: str, record: HearingRecord) -> Outcome[DeliberationBoard]:
    """Note appearance, results, recusals and reasons of one candidate.

    Raises:
        RefusedByRule: the day of that hearing has not come, or the deliberation is closed.
    """

    def change(session: Session, deliberation: Deliberation) -> Deliberation:
        hearing = session.hearing(record.candidacy_id)
        if hearing is None:
            raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
        if desk.clock.today() < hearing.start.date():
            figures = {"session": session.code, "day": hearing.start.date().isoformat()}
            raise RefusedByRule("HEARING-NOT-YET", figures)
        return _with_record(deliberation, replace(record, decision=None))

    return _record(desk, code, "ACT-HEARING-RECORDED", change)


def record_incidents(desk: Desk, *, code: str, text: str) -> Outcome[DeliberationBoard]:
    """Write the section of the minutes on incidents."""

    def change(_session: Session, deliberation: Deliberation) -> Deliberation:
        return replace(deliberation, incidents=text.strip())

    return _record(desk, code, "ACT-INCIDENTS-RECORDED", change)


def close_deliberation(desk: Desk, *, code: str) -> Outcome[DeliberationBoard]:
    """Fix the decisions for good and tell each candidacy what became of it.

    Raises:
        RefusedByFindings: something is missing or does not hold.
    """
    with desk.open_unit() as unit:
        session = _frozen(unit, code)
        deliberation = _open(unit, session)
        facts = session_facts(unit, session)
        standing = blocking(check_deliberation(facts, deliberation))
        if standing:
            raise RefusedByFindings("DELIBERATION-BLOCKED", standing, {"session": session.code})
        now = desk.clock.now()
        closed = _keep(unit, close(facts, deliberation, at=now))
        unit.sessions.save(replace(session, status=SessionStatus.CLOSED, closed_at=now))
        for record in closed.records:
            _conclude(unit, record)
        finish(unit, EventType.DELIBERATION_CLOSED, _decisions(session, closed))
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
    return derive_decision(record, row.candidacy, board.board.certification, acquired=acquired)


def _frozen(unit: UnitOfWork, code: str) -> Session:
    session = session_by_code(unit, code)
    if session.can_be_planned:
        raise RefusedByRule("SESSION-NOT-FROZEN", {"session": session.code})
    return session


def _open(unit: UnitOfWork, session: Session) -> Deliberation:
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    if deliberation.is_closed or session.status is SessionStatus.CLOSED:
        raise RefusedByRule("SESSION-CLOSED", {"session": session.code})
    return deliberation


def _board(unit: UnitOfWork, session: Session, desk: Desk) -> DeliberationBoard:
    facts = session_facts(unit, session)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    content = content_of(unit, facts, deliberation)
    return DeliberationBoard(
        board=board_of(unit, session, today=desk.clock.today()),
        deliberation=deliberation,
        findings=check_deliberation(facts, deliberation),
        missing=check_minutes(content),
    )


def _record(
    desk: Desk,
    code: str,
    label: str,
    change: Callable[[Session, Deliberation], Deliberation],
) -> Outcome[DeliberationBoard]:
    with desk.open_unit() as unit:
        session = _frozen(unit, code)
        before = _open(unit, session)
        opened = replace(before, opened_at=before.opened_at or desk.clock.now())
        _keep(unit, change(session, opened))
        what = label.removeprefix("ACT-")
        finish(unit, EventType.DELIBERATION_RECORDED, {"session": session.code, "what": what})
        board = _board(unit, session, desk)
        return Outcome(board, unit.changes, board.findings, label)


def _keep(unit: UnitOfWork, deliberation: Deliberation) -> Deliberation:
    store = unit.deliberations.save if deliberation.id else unit.deliberations.add
    return store(deliberation)


def _with_record(deliberation: Deliberation, record: HearingRecord) -> Deliberation:
    others = (r for r in deliberation.records if r.candidacy_id != record.candidacy_id)
    return replace(deliberation, records=(*others, record))


def _conclude(unit: UnitOfWork, record: HearingRecord) -> None:
    closure = CLOSURES.get(record.decision) if record.decision else None
    if closure is not None:
        candidacy = unit.candidacies.get(record.candidacy_id)
        unit.candidacies.save(replace(candidacy, closure=closure))


def _decisions(session: Session, deliberation: Deliberation) -> dict[str, object]:
    decided = {str(r.candidacy_id): r.decision for r in deliberation.records if r.decision}
    return {"session": session.code, "decisions": decided}
