"""Steps: what was done on a candidacy or for a juror, on which day and by whom; history stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class StepKind(StrEnum):
    """What was done. The table of transitions says from which state each one may be done."""

    ACCEPTED = "ACCEPTED"
    """The application is a file to follow."""
    REOPENED = "REOPENED"
    """Taken back to a draft."""
    FILE_RECEIVED = "FILE_RECEIVED"
    """VAE: the admissibility file (livret 1) came in."""
    FILE_INCOMPLETE = "FILE_INCOMPLETE"
    """What is missing was asked for; the clock stands still."""
    FILE_COMPLETE = "FILE_COMPLETE"
    ADMITTED = "ADMITTED"
    REFUSED = "REFUSED"
    TACITLY_ADMITTED = "TACITLY_ADMITTED"
    """Silence of two months after the complete file (R6412-4)."""
    PROGRESS_RECORDED = "PROGRESS_RECORDED"
    """A step of the candidate that keeps admissibility from lapsing (R6412-4)."""
    LAPSED = "LAPSED"
    VALIDATION_RECEIVED = "VALIDATION_RECEIVED"
    """VAE: the validation file (livret 2) came in."""
    VALIDATION_RETURNED = "VALIDATION_RETURNED"
    """VAE: the validation file went back to be completed."""
    ENROLLED = "ENROLLED"
    ENTERED = "ENTERED"
    """First day of the training."""
    ASSESSED = "ASSESSED"
    DISSERTATION_RECEIVED = "DISSERTATION_RECEIVED"
    ATTENDANCE_CERTIFIED = "ATTENDANCE_CERTIFIED"
    TRAINING_ENDED = "TRAINING_ENDED"
    APPLICATION_RECEIVED = "APPLICATION_RECEIVED"
    """Individual application: the pre-selection file came in."""
    ENTRANCE_MET = "ENTRANCE_MET"
    """The entrance conditions of the sheet are met, on the evidence named."""
    ENTRANCE_NOT_MET = "ENTRANCE_NOT_MET"
    EVIDENCE_RECEIVED = "EVIDENCE_RECEIVED"
    """What the jury will judge came in."""
    LEAVE_ASKED = "LEAVE_ASKED"
    """The employed candidate asked the employer for leave, or needs none (R6422-3)."""
    EMPLOYER_TOLD = "EMPLOYER_TOLD"
    """The employed juror told the employer, or needs not to (D3142-32)."""
    RESULT_NOTIFIED = "RESULT_NOTIFIED"
    """The result went to the candidate (R6412-7)."""
    DECLARED = "DECLARED"
    """The holder was declared to the CPF system (R6113-17-2)."""
    CERTIFIED = "CERTIFIED"
    CLOSED_PARTIALLY = "CLOSED_PARTIALLY"
    WITHDRAWN = "WITHDRAWN"
    ABANDONED = "ABANDONED"
    ARCHIVED = "ARCHIVED"
    RESUMED = "RESUMED"
    """Taken up again after an end that was not a legal one."""
    REVOKED = "REVOKED"
    """A legal act was revoked; the step names which one, and why."""


LEGAL_ACTS = frozenset(
    {
        StepKind.ADMITTED,
        StepKind.REFUSED,
        StepKind.TACITLY_ADMITTED,
        StepKind.LAPSED,
        StepKind.RESULT_NOTIFIED,
        StepKind.DECLARED,
        StepKind.CERTIFIED,
        StepKind.REVOKED,
    }
)
"""Never undone: revoked with a reason, by a step of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a candidacy, or of one juror in one session."""

    kind: StepKind
    day: date
    """When it happened: what the clocks count from."""
    recorded_at: datetime
    """When somebody wrote it down, local time without a zone."""
    actor: str
    candidacy_id: int | None = None
    examiner_id: int | None = None
    session_id: int | None = None
    from_state: str = ""
    """State of the axis before, as the table of transitions names it."""
    to_state: str = ""
    reason: str = ""
    """Why: needed for refusals, for what ends a path and for revocations."""
    detail: str = ""
    """What was missing, on which evidence, by which letter."""
    revokes: int | None = None
    """Number of the step that this one revokes."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def is_legal_act(self) -> bool:
        """Tell whether it binds the office: revoked with a reason, never undone."""
        return self.kind in LEGAL_ACTS


def standing(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps that nobody revoked, without the revocations themselves."""
    revoked = {step.revokes for step in steps if step.revokes is not None}
    return tuple(s for s in steps if s.id not in revoked and s.kind is not StepKind.REVOKED)
