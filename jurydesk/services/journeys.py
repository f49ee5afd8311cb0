"""Steps of candidacies and of jurors: written down with what they change, as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.clock_steps import ACKNOWLEDGEMENTS, NEEDS_REASON, after_step
from jurydesk.domain.steps import Step
from jurydesk.errors import RefusedByRule
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.domain.steps import StepKind
    from jurydesk.services.ports import Desk, UnitOfWork


def take_step(
    desk: Desk,
    *,
    kind: StepKind,
    day: date,
    candidacy_id: int | None = None,
    examiner_id: int | None = None,
    session_id: int | None = None,
    reason: str = "",
    detail: str = "",
) -> Outcome[Step]:
    """Write down that something was done, on which day and why.

    Raises:
        WrongUsage: there is no candidacy, examiner or session with that number.
        RefusedByRule: the day has not come, a reason is missing, or the file stands elsewhere.
    """
    if day > desk.clock.today():
        raise RefusedByRule("DEADLINE-NOT-YET", {"day": day.isoformat()})
    if kind in NEEDS_REASON and not reason.strip():
        raise RefusedByRule("DEADLINE-REASON")
    step = Step(
        kind,
        day,
        desk.clock.now(),
        desk.actor,
        candidacy_id=candidacy_id,
        examiner_id=examiner_id,
        session_id=session_id,
        reason=reason.strip(),
        detail=detail,
    )
    with desk.open_unit() as unit:
        _apply(unit, step)
        stored = unit.steps.add(step)
        subject = candidacy_id or examiner_id or 0
        finish(unit, EventType.STEP_RECORDED, {"step": kind, "subject": subject})
        return Outcome(stored, unit.changes, label="ACT-STEP-TAKEN")


def _apply(unit: UnitOfWork, step: Step) -> None:
    if step.examiner_id is not None:
        unit.examiners.get(step.examiner_id)
    if step.session_id is not None:
        unit.sessions.get(step.session_id)
    candidacy = None if step.candidacy_id is None else unit.candidacies.get(step.candidacy_id)
    if step.kind in ACKNOWLEDGEMENTS:
        return
    changed = candidacy and after_step(candidacy, step.kind, day=step.day, reason=step.reason)
    if changed is None:
        raise RefusedByRule("DEADLINE-NOT-NOW")
    unit.candidacies.save(changed)
