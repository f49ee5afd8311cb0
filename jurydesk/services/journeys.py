"""The steps of a candidacy: taken by the one table, revoked with a reason, shown as a journey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.axes import state_on
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_rules import check_candidacy
from jurydesk.domain.entry_rules import condition_groups
from jurydesk.domain.journeys import Progress, progress
from jurydesk.domain.moves import StepDraft, moved, taken_back
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.step_rules import Refusal, StepFacts, check_step
from jurydesk.domain.steps import Step, StepKind, standing
from jurydesk.domain.transitions import TRANSITIONS, Transition
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.standing_records import standing_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.deliberation import Decision
    from jurydesk.domain.entry_conditions import ConditionGroup
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class StepOption:
    """One step that the route has, and why it may not be taken now, if it may not."""

    kind: StepKind
    line: Transition
    refusal: Refusal | None
    earliest: date | None = None

    @property
    def is_possible(self) -> bool:
        """Tell whether it may be taken now, once its day and words are given."""
        return self.refusal is None


@dataclass(frozen=True, slots=True)
class JourneyView:
    """Where a candidacy stands on its journey, what may be done next, and what was done."""

    candidacy: Candidacy
    stages: tuple[Progress, ...]
    options: tuple[StepOption, ...]
    history: tuple[Step, ...]
    """Every step, revoked ones too, the latest first."""
    standing: frozenset[int]
    """Numbers of the steps that nobody revoked."""
    conditions: tuple[ConditionGroup, ...] = ()
    """The entry conditions of the sheet, alternatives together."""


@dataclass(frozen=True, slots=True)
class StepSubject:
    """Whom a step is about: a candidacy, or a juror in a session."""

    candidacy_id: int | None = None
    examiner_id: int | None = None
    session_id: int | None = None


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
    """Take one step: the candidacy moves as the table says, and the step stays in its history.

    Raises:
        RefusedByRule: the table or a guard refuses (codes STEP-…).
        WrongUsage: there is no such candidacy, examiner or session.
    """
    draft = StepDraft(kind, day, reason.strip(), detail.strip())
    subject = StepSubject(candidacy_id, examiner_id, session_id)
    outcome = take_together(desk, draft=draft, subjects=(subject,))
    return Outcome(outcome.value[0], outcome.changes, label=outcome.label)


def take_together(
    desk: Desk, *, draft: StepDraft, subjects: Iterable[StepSubject]
) -> Outcome[tuple[Step, ...]]:
    """Take the same step for several subjects as one act: all of them or none.

    Raises:
        RefusedByRule: the table or a guard refuses for one of them.
    """
    with desk.open_unit() as unit:
        stored = []
        for subject in subjects:
            step = _step(draft, subject, desk)
            stored.append(write_step(unit, step, desk))
            unit.audit.record(EventType.STEP_RECORDED, step_details(stored[-1]))
        unit.commit()
        return Outcome(tuple(stored), unit.changes, label=f"ACT-STEP-{draft.kind}")


def write_step(unit: UnitOfWork, step: Step, desk: Desk) -> Step:
    """Take a step inside a unit of work that the caller finishes, such as a bulk act."""
    if step.kind is StepKind.EMPLOYER_TOLD:
        return _tell_employer(unit, step, desk)
    if step.candidacy_id is None:
        raise WrongUsage("STEP-WITHOUT-CANDIDACY")
    candidacy = unit.candidacies.get(step.candidacy_id)
    draft = StepDraft(step.kind, step.day, step.reason, step.detail)
    _refuse(check_step(candidacy, draft, _facts(unit, candidacy, step, desk)))
    after = moved(candidacy, draft)
    if after != candidacy:
        unit.candidacies.save(after)
    return unit.steps.add(_with_states(step, candidacy, after))


def revoke_step(desk: Desk, *, step_id: int, reason: str) -> Outcome[Step]:
    """Revoke a legal act: what it moved goes back, and both steps stay in the history.

    Raises:
        RefusedByRule: no reason, no legal act, revoked already, or a later act rests on it.
    """
    with desk.open_unit() as unit:
        step = unit.steps.get(step_id)
        _refuse(_check_revocation(unit, step, reason))
        if step.candidacy_id is not None:
            candidacy = unit.candidacies.get(step.candidacy_id)
            after = taken_back(candidacy, step)
            if after != candidacy:
                unit.candidacies.save(after)
        revocation = replace(
            step,
            kind=StepKind.REVOKED,
            day=desk.clock.today(),
            recorded_at=desk.clock.now(),
            actor=desk.actor,
            from_state=step.to_state,
            to_state=step.from_state,
            reason=reason.strip(),
            detail="",
            revokes=step.id,
            id=0,
        )
        stored = unit.steps.add(revocation)
        finish(unit, EventType.STEP_REVOKED, step_details(replace(stored, kind=step.kind)))
        return Outcome(stored, unit.changes, label="ACT-STEP-REVOKED")


def check_draft_step(
    desk: Desk, *, candidacy_id: int, draft: StepDraft, session_id: int | None = None
) -> Refusal | None:
    """Return why a step would be refused, as it is being typed; nothing is stored."""
    with desk.open_unit() as unit:
        candidacy = unit.candidacies.get(candidacy_id)
        step = Step(
            draft.kind, draft.day, desk.clock.now(), "", candidacy_id, session_id=session_id
        )
        return check_step(candidacy, draft, _facts(unit, candidacy, step, desk))


def journey_of(desk: Desk, *, candidacy_id: int) -> JourneyView:
    """Return the journey of one candidacy with every step that its route has."""
    with desk.open_unit() as unit:
        candidacy = unit.candidacies.get(candidacy_id)
        steps = unit.steps.of_candidacies([candidacy_id])
        today = desk.clock.today()
        options = options_of(unit, candidacy, desk)
        kept = standing(steps)
        return JourneyView(
            candidacy,
            progress(candidacy, kept, today=today),
            options,
            steps[::-1],
            frozenset(step.id for step in kept),
            condition_groups(candidacy, unit.certifications.by_code(candidacy.certification)),
        )


def options_of(unit: UnitOfWork, candidacy: Candidacy, desk: Desk) -> tuple[StepOption, ...]:
    """Return every step that the route of a candidacy has, and why it may not be taken today."""
    probe = Step(StepKind.ACCEPTED, desk.clock.today(), desk.clock.now(), "", candidacy.id)
    return tuple(_options(candidacy, _facts(unit, candidacy, probe, desk)))


def bound_fields_changed(before: Candidacy, after: Candidacy, steps: Iterable[Step]) -> bool:
    """Tell whether an edit would change what a standing legal act has fixed."""
    kinds = {step.kind for step in standing(tuple(steps)) if step.is_legal_act}
    file, new = before.admissibility, after.admissibility
    decision = (file.status, file.decided, file.notified) != (new.status, new.decided, new.notified)
    decided = kinds & {
        StepKind.ADMITTED,
        StepKind.REFUSED,
        StepKind.TACITLY_ADMITTED,
        StepKind.LAPSED,
    }
    closed = StepKind.CERTIFIED in kinds and before.closure is not after.closure
    return (bool(decided) and decision) or closed


def step_details(step: Step) -> dict[str, object]:
    """Return what the trail keeps of a step: numbers and codes, never a name or a reason."""
    subjects = {
        "candidacy": step.candidacy_id,
        "examiner": step.examiner_id,
        "session": step.session_id,
    }
    known = {name: number for name, number in subjects.items() if number is not None}
    subject = ", ".join(f"{name} {number}" for name, number in known.items())
    return {"step": step.kind, "day": step.day.isoformat(), "subject": subject, **known}


def _step(draft: StepDraft, subject: StepSubject, desk: Desk) -> Step:
    return Step(
        draft.kind,
        draft.day,
        desk.clock.now(),
        desk.actor,
        subject.candidacy_id,
        subject.examiner_id,
        subject.session_id,
        reason=draft.reason,
        detail=draft.detail,
    )


def _options(candidacy: Candidacy, facts: StepFacts) -> Iterable[StepOption]:
    for kind, line in TRANSITIONS.items():
        if candidacy.route not in line.routes or line.is_acknowledgement:
            continue
        # Asked as of today with everything given: what is left is the state and the guards
        draft = StepDraft(kind, facts.today, reason="-", detail="0")
        yield StepOption(kind, line, check_step(candidacy, draft, facts))


def _facts(unit: UnitOfWork, candidacy: Candidacy, step: Step, desk: Desk) -> StepFacts:
    today = desk.clock.today()
    candidate = unit.candidates.get(candidacy.candidate_id)
    sheet = unit.certifications.by_code(candidacy.certification)
    others = unit.candidacies.of_candidate(candidate.id)
    session = unit.sessions.get(step.session_id) if step.session_id else None
    done = standing(unit.steps.of_candidacies([candidacy.id]))
    return StepFacts(
        today=today,
        certification=sheet,
        findings=check_candidacy(
            candidacy,
            candidate,
            sheet,
            today=today,
            others=tuple(other for other in others if other.id != candidacy.id),
        ),
        decision=_decision(unit, candidacy.id, session),
        is_placed=session is not None and session.hearing(candidacy.id) is not None,
        done_before=any(
            one.kind is step.kind and one.session_id == step.session_id for one in done
        ),
        has_session=session is not None,
    )


def _decision(unit: UnitOfWork, candidacy_id: int, only: Session | None) -> Decision | None:
    """Return the decision that stands: of one closed session, or of the latest that has one."""
    sessions = (only,) if only else unit.sessions.all()[::-1]
    for session in sessions:
        if session.status is not SessionStatus.CLOSED:
            continue
        deliberation = standing_record(unit, session.id)
        record = deliberation.record(candidacy_id) if deliberation else None
        if record and record.decision and candidacy_id in session.standing_hearings:
            return record.decision
    return None


def _tell_employer(unit: UnitOfWork, step: Step, desk: Desk) -> Step:
    """The one step that belongs to a juror: no candidacy moves."""
    if step.examiner_id is None or step.session_id is None:
        raise RefusedByRule("STEP-17", {"step": step.kind})
    unit.examiners.get(step.examiner_id)
    session = unit.sessions.get(step.session_id)
    jurors = (juror.examiner_id for jury in session.juries for juror in jury.jurors)
    if step.examiner_id not in jurors:
        raise RefusedByRule("STEP-14", {"step": step.kind})
    if step.day > desk.clock.today():
        raise RefusedByRule("STEP-04", {"step": step.kind, "day": step.day})
    for one in standing(unit.steps.of_examiner(step.examiner_id)):
        if (one.kind, one.session_id) == (step.kind, step.session_id):
            raise RefusedByRule("STEP-13", {"step": step.kind})
    return unit.steps.add(step)


def _with_states(step: Step, before: Candidacy, after: Candidacy) -> Step:
    axis = TRANSITIONS[step.kind].axis
    if axis is None:
        return step
    return replace(step, from_state=state_on(axis, before), to_state=state_on(axis, after))


def _check_revocation(unit: UnitOfWork, step: Step, reason: str) -> Refusal | None:
    named = (("step", str(step.kind)),)
    if not step.is_legal_act or step.kind is StepKind.REVOKED:
        return Refusal("STEP-22", named)
    if not reason.strip():
        return Refusal("STEP-05", named)
    kept = standing(unit.steps.of_candidacies([step.candidacy_id or 0]))
    if step.id not in {one.id for one in kept}:
        return Refusal("STEP-23", named)
    axis = TRANSITIONS[step.kind].axis
    later = (one for one in kept if one.id > step.id and TRANSITIONS[one.kind].axis is axis)
    if axis is not None and any(one.kind is not StepKind.PROGRESS_RECORDED for one in later):
        return Refusal("STEP-24", named)
    return None


def _refuse(refusal: Refusal | None) -> None:
    if refusal is not None:
        raise RefusedByRule(refusal.code, dict(refusal.figures))
