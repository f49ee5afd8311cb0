"""Keeps a change that was tried, with the plan that it makes possible: one act, undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.session_rules import check_session
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.planning.reasons.repair import amend
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.reasons import Trial
    from jurydesk.services.views import SessionBoard


def keep_repair(desk: Desk, *, code: str, trial: Trial) -> Outcome[SessionBoard]:
    """Store what a trial changed: absences, hours, rooms, dates asked for; and its plan.

    Raises:
        WrongUsage: a change of it is made elsewhere.
        RefusedByRule: the session can no longer be planned.
        StaleData: the session, or somebody in the plan, changed meanwhile.
    """
    if not trial.can_keep:
        raise WrongUsage("REASON-NOT-KEPT-HERE")
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        if not session.can_be_planned:
            raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
        amended = amend(
            session_facts(unit, session, today=desk.clock.today()), trial.repair.changes
        )
        after = _with_plan(amended, trial) if session.version == trial.version else None
        if after is None or blocking(check_session(after)):
            raise StaleData("SESSION-STALE", {"session": session.code})
        _store(unit, after, trial)
        board = board_of(unit, session_by_code(unit, code), today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-REPAIR-KEPT")


def _with_plan(amended: SessionFacts | None, trial: Trial) -> SessionFacts | None:
    if amended is None:
        return None
    session = replace(
        amended.session,
        juries=trial.plan.juries,
        hearings=trial.plan.hearings,
        proposal=trial.plan.proposal,
        status=SessionStatus.PROPOSED,
    )
    return replace(amended, session=session)


def _store(unit: UnitOfWork, after: SessionFacts, trial: Trial) -> None:
    for fact in trial.repair.facts:
        if fact.examiner:
            unit.examiners.save(after.examiners[fact.examiner])
        elif fact.candidacy:
            unit.candidacies.save(after.candidacies[fact.candidacy])
    unit.sessions.save(after.session)
    plan = trial.plan
    finish(
        unit,
        EventType.SESSION_PROPOSED,
        {
            "session": after.session.code,
            "status": plan.proposal.status,
            "juries": len(plan.juries),
            "placed": len(plan.hearings),
            "unplaced": len(plan.proposal.unplaced),
            "repairs": [fact.kind for fact in trial.repair.facts],
        },
    )
