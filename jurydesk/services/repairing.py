"""Keeps a change that was tried, with the plan that it makes possible: one act, undone as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import blocking
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.session_rules import check_session
from jurydesk.domain.ties import TieState
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.planning.reasons.facts import FactKind
from jurydesk.planning.reasons.repair import amend
from jurydesk.services.facts import board_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.repair_needs import Needs
from jurydesk.services.ties import settled

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.people import Examiner, Mandate
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.domain.ties import Tie
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.reasons import Trial
    from jurydesk.services.views import SessionBoard


@dataclass(frozen=True, slots=True)
class Decided:
    """What only a person can decide of the changes that they keep."""

    reason: str = ""
    """Why proposed ties are set aside."""
    mandate: Mandate | None = None
    """The designation of whoever has none for the session; None: nobody needs one."""


def keep_repair(
    desk: Desk, *, code: str, trial: Trial, decided: Decided | None = None
) -> Outcome[SessionBoard]:
    """Store what a trial changed, with what was decided about it, and its plan: one act.

    A tie is set aside only if nobody confirmed it; a mandate is added to those there are.

    Raises:
        WrongUsage: a change of it is made elsewhere, or is not decided; a mandate that ends
            before it begins, or leaves out a day on which the person is to sit.
        RefusedByRule: the session can no longer be planned.
        StaleData: the session, or somebody in the plan, changed meanwhile.
    """
    known = decided or Decided()
    _check(trial, known)
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        if not session.can_be_planned:
            raise RefusedByRule("SESSION-FROZEN", {"session": session.code})
        amended = amend(
            session_facts(unit, session, today=desk.clock.today()), trial.repair.changes
        )
        after = _with_plan(amended, trial) if session.version == trial.version else None
        if after is None:
            raise StaleData("SESSION-STALE", {"session": session.code})
        after = _designated(after, trial, known.mandate)
        if blocking(check_session(after)):
            raise StaleData("SESSION-STALE", {"session": session.code})
        ties = _set_aside(desk, unit, after, trial, reason=known.reason)
        _store(unit, after, trial, ties)
        board = board_of(unit, session_by_code(unit, code), today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-REPAIR-KEPT")


def _check(trial: Trial, decided: Decided) -> None:
    """Refuse what cannot be kept as it was decided."""
    if not trial.can_keep:
        raise WrongUsage("REASON-NOT-KEPT-HERE")
    if Needs.REASON in trial.needs and not decided.reason.strip():
        raise WrongUsage("TIE-WITHOUT-REASON")
    if Needs.DESIGNATION in trial.needs:
        mandate = decided.mandate
        if mandate is None or not mandate.act.strip():
            raise WrongUsage("REASON-WITHOUT-DESIGNATION")
        if mandate.end < mandate.start:
            raise WrongUsage("REASON-DATES-BACKWARDS")


def _designated(after: SessionFacts, trial: Trial, mandate: Mandate | None) -> SessionFacts:
    """Return the session with the mandate that was decided instead of the one made up."""
    people = dict(after.examiners)
    for number in _about(trial, FactKind.MANDATE):
        person = people[number]
        if mandate is None:
            continue
        for day in _days_seated(after, number):
            held = person.mandates[:-1]
            if not any(one.in_force(day) for one in (*held, mandate)):
                raise _too_short(person, day)
        people[number] = replace(person, mandates=(*person.mandates[:-1], mandate))
    return replace(after, examiners=people)


def _too_short(person: Examiner, day: date) -> WrongUsage:
    return WrongUsage("REASON-MANDATE-TOO-SHORT", {"examiner": person.full_name, "day": day})


def _days_seated(after: SessionFacts, number: int) -> list[date]:
    return sorted(jury.day for jury in after.session.juries if jury.juror(number) is not None)


def _about(trial: Trial, kind: FactKind) -> tuple[int, ...]:
    return tuple(fact.examiner for fact in trial.repair.facts if fact.kind is kind)


def _set_aside(
    desk: Desk, unit: UnitOfWork, after: SessionFacts, trial: Trial, *, reason: str
) -> tuple[Tie, ...]:
    """Return the proposed ties that the trial did without, as they are settled."""
    pairs = {
        (after.candidacies[fact.candidacy].candidate_id, fact.examiner)
        for fact in trial.repair.facts
        if fact.kind is FactKind.TIE
    }
    return tuple(
        settled(tie, TieState.SET_ASIDE, reason, desk)
        for tie in unit.ties.of_candidates(sorted({person for person, _ in pairs}))
        if (tie.candidate_id, tie.examiner_id) in pairs and tie.state is TieState.PROPOSED
    )


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


def _store(unit: UnitOfWork, after: SessionFacts, trial: Trial, ties: tuple[Tie, ...]) -> None:
    for tie in ties:
        unit.ties.save(tie)
    for fact in trial.repair.facts:
        if fact.kind is FactKind.TIE:
            continue
        if fact.examiner:
            unit.examiners.save(after.examiners[fact.examiner])
        elif fact.candidacy:
            unit.candidacies.save(after.candidacies[fact.candidacy])
    unit.sessions.save(after.session)
    finish(unit, EventType.SESSION_PROPOSED, _details(after, trial, ties))


def _details(after: SessionFacts, trial: Trial, ties: tuple[Tie, ...]) -> dict[str, object]:
    plan = trial.plan
    designated = [
        {"examiner": n, "start": m.start.isoformat(), "end": m.end.isoformat(), "act": m.act}
        for n in _about(trial, FactKind.MANDATE)
        for m in after.examiners[n].mandates[-1:]
    ]
    told = [{"tie": tie.id, "reason": tie.reason} for tie in ties]
    return {
        "session": after.session.code,
        "status": plan.proposal.status,
        "juries": len(plan.juries),
        "placed": len(plan.hearings),
        "unplaced": len(plan.proposal.unplaced),
        "repairs": [fact.kind for fact in trial.repair.facts],
        **({"designated": designated} if designated else {}),
        **({"set_aside": told} if told else {}),
    }
