"""Proposals: juries and a timetable computed beside the workspace, then kept if still wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, StaleData
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.propose import propose as solve
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.planning.propose import Plan
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard

__all__ = [
    "PlanProgress",
    "StopToken",
    "compute_proposal",
    "explain_unplaced",
    "propose",
    "store_proposal",
]

SECONDS = 10.0


def compute_proposal(
    desk: Desk,
    *,
    code: str,
    seconds: float = SECONDS,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
) -> Plan:
    """Compute juries and a timetable; nothing is stored and no transaction is held meanwhile."""
    with desk.open_unit() as unit:
        facts = session_facts(unit, _planned(unit, code), today=desk.clock.today())
    return solve(facts, seconds=seconds, seed=seed, progress=progress, stop=stop)


def store_proposal(
    desk: Desk, *, code: str, plan: Plan, version: int | None = None
) -> Outcome[SessionBoard]:
    """Keep a plan as the session's proposal.

    Raises:
        StaleData: the session is no longer the one that was planned (`version`).
    """
    with desk.open_unit() as unit:
        session = _planned(unit, code)
        if version is not None and session.version != version:
            raise StaleData("SESSION-STALE", {"session": session.code})
        stored = unit.sessions.save(
            replace(
                session,
                juries=plan.juries,
                hearings=plan.hearings,
                proposal=plan.proposal,
                status=SessionStatus.PROPOSED,
            )
        )
        finish(
            unit,
            EventType.SESSION_PROPOSED,
            {
                "session": stored.code,
                "status": plan.proposal.status,
                "juries": len(plan.juries),
                "placed": len(plan.hearings),
                "unplaced": len(plan.proposal.unplaced),
            },
        )
        board = board_of(unit, stored, today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-PROPOSAL-STORED")


def propose(
    desk: Desk,
    *,
    code: str,
    seconds: float = SECONDS,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
) -> Outcome[SessionBoard]:
    """Compute a proposal and keep it, unless the session changed meanwhile."""
    with desk.open_unit() as unit:
        version = _planned(unit, code).version
    plan = compute_proposal(
        desk, code=code, seconds=seconds, seed=seed, progress=progress, stop=stop
    )
    return store_proposal(desk, code=code, plan=plan, version=version)


def explain_unplaced(desk: Desk, *, code: str) -> Mapping[int, tuple[Finding, ...]]:
    """Return, for each candidacy without a place, what keeps it from one as things stand."""
    with desk.open_unit() as unit:
        facts = session_facts(unit, session_by_code(unit, code), today=desk.clock.today())
    told = facts.session.proposal.unplaced if facts.session.proposal else ()
    reasons = {unplaced.candidacy_id: unplaced.reasons for unplaced in told}
    return {
        identifier: reasons.get(identifier) or why_unplaced(facts, identifier)
        for identifier in facts.session.unplaced
    }


def _planned(unit: UnitOfWork, code: str) -> Session:
    session = session_by_code(unit, code)
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
    return session
