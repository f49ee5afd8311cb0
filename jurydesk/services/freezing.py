"""The day itself: check a session as it stands, then fix people, seats and findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import Severity
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.session_rules import check_session as find_in_session
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.sessions import open_session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard


def check_session(desk: Desk, *, code: str) -> SessionBoard:
    """Return the session with every finding as it stands."""
    return open_session(desk, code=code)


def freeze_session(
    desk: Desk, *, code: str, reasons: Mapping[int, str] | None = None
) -> Outcome[Session]:
    """Fix a session on its day: its findings are never computed again.

    `reasons` answers, jury by jury, why a jury is of one sex only. Candidacies without a place
    are free again.

    Raises:
        RefusedByFindings: a finding blocks, or needs a reason that nobody gave.
        RefusedByRule: the day has not come, or it is already frozen.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        _check_may_freeze(session, desk.clock.today())
        held = _as_held(session, reasons or {})
        facts = session_facts(unit, held, today=desk.clock.today())
        findings = _lawful(find_in_session(facts), session.code)
        frozen = unit.sessions.save(
            replace(
                held,
                status=SessionStatus.FROZEN,
                frozen_at=desk.clock.now(),
                frozen_findings=findings,
            )
        )
        finish(unit, EventType.SESSION_FROZEN, _details(frozen, released=session.unplaced))
        return Outcome(frozen, unit.changes, findings, "ACT-SESSION-FROZEN")


def _check_may_freeze(session: Session, today: date) -> None:
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
    if not session.hearings:
        raise RefusedByRule("SESSION-EMPTY", {"session": session.code})
    first = min(jury.day for jury in session.juries) if session.juries else session.days[0]
    if today < first:
        figures = {"session": session.code, "day": f"{first:%d/%m/%Y}"}
        raise RefusedByRule("SESSION-NOT-YET", figures)


def _as_held(session: Session, reasons: Mapping[int, str]) -> Session:
    """Keep those who have a place, and why a jury is of one sex only."""
    juries = tuple(
        replace(jury, one_sex_reason=reasons.get(jury.number, jury.one_sex_reason).strip())
        for jury in session.juries
    )
    placed = tuple(c for c in session.candidacies if session.hearing(c) is not None)
    return replace(session, juries=juries, candidacies=placed)


def _lawful(findings: tuple[Finding, ...], code: str) -> tuple[Finding, ...]:
    """Return the findings that the minutes will show, if they are warnings only."""
    standing = tuple(f for f in findings if f.severity is not Severity.WARNING)
    if standing:
        raise RefusedByFindings("SESSION-BLOCKED", standing, {"session": code})
    return findings


def _details(session: Session, *, released: tuple[int, ...]) -> dict[str, object]:
    return {
        "session": session.code,
        "findings": sorted({finding.code for finding in session.frozen_findings}),
        "hearings": len(session.hearings),
        "released": list(released),
    }
