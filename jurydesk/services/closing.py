"""Closes a deliberation inside a unit of work: decisions fixed for good, candidacies told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.deliberation import Decision, Deliberation
from jurydesk.domain.deliberation_rules import check_deliberation, close
from jurydesk.domain.findings import blocking
from jurydesk.domain.fingerprint import (
    decisions_of,
    deliberation_fingerprint,
    session_fingerprint,
)
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule
from jurydesk.services.evaluating import evaluation_details, evaluation_findings
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.refusals import RefusedByFindings

if TYPE_CHECKING:
    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork

CLOSURES: Mapping[Decision, Closure] = {
    Decision.FULL: Closure.CERTIFIED,
    Decision.PARTIAL: Closure.PARTIALLY_ACQUIRED,
}
"""What a decision makes of the candidacy; after any other it stays in progress."""


def frozen_session(unit: UnitOfWork, code: str) -> Session:
    """Return a session whose day has come.

    Raises:
        RefusedByRule: it is not frozen yet.
    """
    session = session_by_code(unit, code)
    if session.can_be_planned:
        raise RefusedByRule("SESSION-NOT-FROZEN", {"session": session.code})
    return session


def open_deliberation_of(unit: UnitOfWork, session: Session) -> Deliberation:
    """Return what was recorded so far.

    Raises:
        RefusedByRule: the decisions are fixed already.
    """
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    if deliberation.is_closed or session.status is SessionStatus.CLOSED:
        raise RefusedByRule("SESSION-CLOSED", {"session": session.code})
    return deliberation


def keep(unit: UnitOfWork, deliberation: Deliberation) -> Deliberation:
    """Store a deliberation, new or not."""
    store = unit.deliberations.save if deliberation.id else unit.deliberations.add
    return store(deliberation)


def check_clock(deliberation: Deliberation, now: datetime) -> None:
    """Refuse to write anything before what is written: a wrong clock would make a false record.

    Raises:
        RefusedByRule: the clock of this computer runs behind the last note.
    """
    last = deliberation.recorded_at or deliberation.opened_at
    if last is not None and now < last:
        figures = {"now": f"{now:%d/%m/%Y %H:%M}", "last": f"{last:%d/%m/%Y %H:%M}"}
        raise RefusedByRule("CLOCK-BACKWARDS", figures)


def close_in(unit: UnitOfWork, session: Session, *, at: datetime) -> Session:
    """Fix the decisions and record it; the caller commits.

    Raises:
        RefusedByFindings: something is missing or does not hold.
    """
    deliberation = open_deliberation_of(unit, session)
    check_clock(deliberation, at)
    facts = session_facts(unit, session, today=None)
    found = check_deliberation(facts, deliberation)
    standing = blocking((*found, *evaluation_findings(unit, facts, deliberation)))
    if standing:
        raise RefusedByFindings("DELIBERATION-BLOCKED", standing, {"session": session.code})
    closed = keep(unit, close(facts, deliberation, at=at))
    for record in closed.records:
        _conclude(unit, record)
    stored = unit.sessions.save(replace(session, status=SessionStatus.CLOSED, closed_at=at))
    fixed = _fixed(stored, closed) | evaluation_details(unit, session.id)
    unit.audit.record(EventType.DELIBERATION_CLOSED, fixed)
    return stored


def _conclude(unit: UnitOfWork, record: HearingRecord) -> None:
    closure = CLOSURES.get(record.decision) if record.decision else None
    if closure is not None:
        candidacy = unit.candidacies.get(record.candidacy_id)
        unit.candidacies.save(replace(candidacy, closure=closure))


def _fixed(session: Session, deliberation: Deliberation) -> dict[str, object]:
    return {
        "session": session.code,
        "decisions": decisions_of(deliberation),
        "deliberation_hash": deliberation_fingerprint(deliberation),
        "session_hash": session_fingerprint(session),
    }
