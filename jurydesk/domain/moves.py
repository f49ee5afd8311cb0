"""What each step writes into a candidacy, and what its revocation takes out again; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure, Handed, Intake, Suspension
from jurydesk.domain.clocks import tacitly_admissible_on
from jurydesk.domain.steps import Step, StepKind
from jurydesk.domain.transitions import TRANSITIONS

HIGHEST_MARK = 20


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step as somebody means to take it; nothing is stored yet."""

    kind: StepKind
    day: date
    reason: str = ""
    detail: str = ""


def moved(candidacy: Candidacy, draft: StepDraft) -> Candidacy:
    """Return the candidacy after the step; the table says whether it may be taken."""
    move = _MOVES.get(draft.kind)
    return candidacy if move is None else move(candidacy, draft)


def taken_back(candidacy: Candidacy, step: Step) -> Candidacy:
    """Return the candidacy after a legal act was revoked."""
    before = _BACK.get(step.kind)
    return candidacy if before is None else before(candidacy, step)


def read_mark(text: str) -> Decimal | None:
    """Read a mark out of twenty, with a comma or a point; None: it is none."""
    try:
        mark = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return mark if mark.is_finite() and 0 <= mark <= HIGHEST_MARK else None


def _file(candidacy: Candidacy, **changes: object) -> Candidacy:
    part = replace(candidacy.admissibility, **changes)  # type: ignore[arg-type]  # -- keywords from data
    return replace(candidacy, admissibility=part)


def _training(candidacy: Candidacy, **changes: object) -> Candidacy:
    part = replace(candidacy.training, **changes)  # type: ignore[arg-type]  # -- keywords from data
    return replace(candidacy, training=part)


def _individual(candidacy: Candidacy, **changes: object) -> Candidacy:
    part = replace(candidacy.individual, **changes)  # type: ignore[arg-type]  # -- keywords from data
    return replace(candidacy, individual=part)


def _begun(candidacy: Candidacy, day: date) -> Candidacy:
    """The first thing that comes in begins the path, if nothing said so before."""
    return candidacy if candidacy.begun else replace(candidacy, begun=day)


def _incomplete(candidacy: Candidacy, draft: StepDraft) -> Candidacy:
    file = candidacy.admissibility
    times = file.suspensions
    if file.complete:
        # It had been found complete: the clock that ran stands still from now on
        times = (*times, Suspension(draft.day))
    return _file(candidacy, status=Status.INCOMPLETE, suspensions=times)


def _complete(candidacy: Candidacy, draft: StepDraft) -> Candidacy:
    file = candidacy.admissibility
    ended = tuple(s if s.until else replace(s, until=draft.day) for s in file.suspensions)
    complete = file.complete or draft.day
    return _file(candidacy, status=Status.COMPLETE, complete=complete, suspensions=ended)


def _decided(candidacy: Candidacy, draft: StepDraft, status: Status) -> Candidacy:
    return _file(
        candidacy,
        status=status,
        decided=draft.day,
        notified=draft.day,
        reason=draft.reason or draft.detail,
    )


def _admitted_by_silence(candidacy: Candidacy, draft: StepDraft) -> Candidacy:
    """Date it on the day on which silence spoke (R6412-4), whenever somebody wrote that down.

    Nobody notifies silence: what follows counts from that day.
    """
    since = tacitly_admissible_on(candidacy) or draft.day
    status = Status.TACITLY_ADMISSIBLE
    return _file(candidacy, status=status, decided=since, notified=None, reason=draft.reason)


def _closed(candidacy: Candidacy, draft: StepDraft, closure: Closure) -> Candidacy:
    return replace(candidacy, closure=closure, closed=draft.day, closure_reason=draft.reason)


def _open_again(candidacy: Candidacy) -> Candidacy:
    return replace(candidacy, closure=Closure.IN_PROGRESS, closed=None, closure_reason="")


_MOVES: Mapping[StepKind, Callable[[Candidacy, StepDraft], Candidacy]] = MappingProxyType(
    {
        StepKind.ACCEPTED: lambda c, _: replace(c, intake=Intake.COMPLETE),
        StepKind.REOPENED: lambda c, _: replace(c, intake=Intake.DRAFT),
        StepKind.FILE_RECEIVED: lambda c, d: _begun(
            _file(c, status=Status.FILED, received=d.day), d.day
        ),
        StepKind.FILE_INCOMPLETE: _incomplete,
        StepKind.FILE_COMPLETE: _complete,
        StepKind.ADMITTED: lambda c, d: _decided(c, d, Status.ADMISSIBLE),
        StepKind.REFUSED: lambda c, d: _decided(c, d, Status.REFUSED),
        StepKind.TACITLY_ADMITTED: _admitted_by_silence,
        StepKind.PROGRESS_RECORDED: lambda c, d: _file(c, last_step=d.day),
        StepKind.LAPSED: lambda c, d: _file(c, status=Status.LAPSED, reason=d.reason),
        StepKind.VALIDATION_RECEIVED: lambda c, d: replace(
            c, validation_received=d.day, validation_returned=None
        ),
        StepKind.VALIDATION_RETURNED: lambda c, d: replace(c, validation_returned=d.day),
        StepKind.ENROLLED: lambda c, d: _training(c, enrolled=d.day),
        StepKind.ENTERED: lambda c, d: _begun(_training(c, entry=d.day), d.day),
        StepKind.TRAINING_ENDED: lambda c, d: _training(c, exit=d.day),
        StepKind.ASSESSED: lambda c, d: _training(
            c, assessment=read_mark(d.detail), assessment_missed=False
        ),
        StepKind.DISSERTATION_RECEIVED: lambda c, _: _training(c, dissertation=Handed.YES),
        StepKind.ATTENDANCE_CERTIFIED: lambda c, _: _training(c, attendance=Handed.YES),
        StepKind.APPLICATION_RECEIVED: lambda c, d: _begun(_individual(c, received=d.day), d.day),
        StepKind.ENTRANCE_MET: lambda c, d: _individual(
            c, entrance=Handed.YES, entrance_evidence=d.detail
        ),
        StepKind.ENTRANCE_NOT_MET: lambda c, d: _individual(
            c, entrance=Handed.NO, entrance_evidence=d.reason
        ),
        StepKind.EVIDENCE_RECEIVED: lambda c, _: _individual(c, evidence=Handed.YES),
        StepKind.CERTIFIED: lambda c, d: _closed(c, d, Closure.CERTIFIED),
        StepKind.CLOSED_PARTIALLY: lambda c, d: _closed(c, d, Closure.PARTIALLY_ACQUIRED),
        StepKind.WITHDRAWN: lambda c, d: _closed(c, d, Closure.WITHDRAWN),
        StepKind.ABANDONED: lambda c, d: _closed(c, d, Closure.ABANDONED),
        StepKind.ARCHIVED: lambda c, d: _closed(c, d, Closure.ARCHIVED),
        StepKind.RESUMED: lambda c, _: _open_again(c),
    }
)


def _undecided(candidacy: Candidacy, _step: Step) -> Candidacy:
    return _file(candidacy, status=Status.COMPLETE, decided=None, notified=None, reason="")


_BACK: Mapping[StepKind, Callable[[Candidacy, Step], Candidacy]] = MappingProxyType(
    {
        StepKind.ADMITTED: _undecided,
        StepKind.REFUSED: _undecided,
        StepKind.TACITLY_ADMITTED: _undecided,
        StepKind.LAPSED: lambda c, s: _file(c, status=Status(s.from_state), reason=""),
        StepKind.CERTIFIED: lambda c, _: _open_again(c),
    }
)

ACTS = frozenset(kind for kind, line in TRANSITIONS.items() if not line.is_acknowledgement)
"""The steps that move something; a test proves that each one has its move."""
