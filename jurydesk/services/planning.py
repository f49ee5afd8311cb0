"""Proposals: juries and a timetable computed beside the workspace, then kept if still wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.pins import standing_pins
from jurydesk.domain.release import appointments
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, StaleData
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.former import read_former
from jurydesk.planning.progress import PlanProgress, StopToken
from jurydesk.planning.propose import Plan
from jurydesk.planning.propose import propose as solve
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.planning_order import comfort_of, order_with
from jurydesk.services.recording import finish
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.release import Appointment, Person
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.views import SessionBoard

__all__ = [
    "Plan",
    "PlanProgress",
    "StopToken",
    "compute_proposal",
    "compute_repair",
    "explain_unplaced",
    "known_plan",
    "propose",
    "session_to_plan",
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
        order = order_with(comfort=comfort_of(settings_in(unit).planning_order))
        facts = session_facts(unit, session_to_plan(unit, code), today=desk.clock.today())
    known = known_plan(facts.session)
    return solve(
        facts,
        seconds=seconds,
        seed=seed,
        progress=progress,
        stop=stop,
        order=order,
        former=read_former(known) if known is not None else None,
    )


def compute_repair(
    desk: Desk,
    *,
    code: str,
    seconds: float = SECONDS,
    seed: int = 0,
    progress: Callable[[PlanProgress], None] | None = None,
    stop: StopToken | None = None,
) -> Plan:
    """Compute a plan that changes as little as can be of the one that is known or stands.

    Where the plan is called `optimal`, no other one that hears as many changes fewer appointments.
    """
    with desk.open_unit() as unit:
        facts = session_facts(unit, session_to_plan(unit, code), today=desk.clock.today())
    known = known_plan(facts.session)
    former = read_former(appointments(facts.session) if known is None else known)
    return solve(facts, seconds=seconds, seed=seed, progress=progress, stop=stop, former=former)


def known_plan(session: Session) -> Mapping[Person, tuple[Appointment, ...]] | None:
    """Return what people were told of a session; None where nothing was released."""
    if session.release is None:
        return None
    return {one.person: one.planned for one in session.release.announcements}


def store_proposal(
    desk: Desk, *, code: str, plan: Plan, version: int | None = None
) -> Outcome[SessionBoard]:
    """Keep a plan as the session's proposal.

    Raises:
        StaleData: the session is no longer the one that was planned (`version`).
    """
    with desk.open_unit() as unit:
        session = session_to_plan(unit, code)
        if version is not None and session.version != version:
            raise StaleData("SESSION-STALE", {"session": session.code})
        planned = replace(
            session,
            juries=plan.juries,
            hearings=plan.hearings,
            proposal=plan.proposal,
            status=SessionStatus.PROPOSED,
        )
        stored = unit.sessions.save(replace(planned, pins=standing_pins(planned)))
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
        version = session_to_plan(unit, code).version
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


def session_to_plan(unit: UnitOfWork, code: str) -> Session:
    """Return a session whose juries may still be changed.

    Raises:
        RefusedByRule: it is frozen.
    """
    session = session_by_code(unit, code)
    if not session.can_be_planned:
        raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
    return session
