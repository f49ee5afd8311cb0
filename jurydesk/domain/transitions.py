"""The one table of transitions: what may be done from where, on which route, and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.axes import EVERY_ROUTE, EXPERIENCE, ROUTES_OF, Axis, Came, InTraining, Settled
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Closure, Intake
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.steps import LEGAL_ACTS, StepKind


class Need(StrEnum):
    """What a step must be given besides its day."""

    REASON = "REASON"
    DETAIL = "DETAIL"
    MARK = "MARK"
    """A mark out of twenty, in `detail`."""
    SESSION = "SESSION"
    EXAMINER = "EXAMINER"


class Guard(StrEnum):
    """What must be true besides the state; each has a refusal of its own."""

    NOTHING_BLOCKS = "NOTHING_BLOCKS"
    """No rule blocks the file as it is written."""
    ROUTE_OPEN = "ROUTE_OPEN"
    """The certification is open to the route (RNCP sheet)."""
    SILENCE = "SILENCE"
    """The two months are over without an answer (R6412-4)."""
    NO_STEP = "NO_STEP"
    """Six months are over without a step (R6412-4)."""
    BEFORE_SILENCE = "BEFORE_SILENCE"
    """The two months are not over: silence has not spoken yet (R6412-4)."""
    ADMISSIBLE = "ADMISSIBLE"
    """Admissible by decision or by silence on that day (R6412-5)."""
    FULL_DECISION = "FULL_DECISION"
    """A jury awarded the whole certification in a closed session."""
    PARTIAL_DECISION = "PARTIAL_DECISION"
    """A jury awarded a part of it in a closed session."""
    JUDGED = "JUDGED"
    """The closed session judged the candidacy."""
    SEATED = "SEATED"
    """The examiner sits in the session."""
    PLACED = "PLACED"
    """The session hears the candidacy."""
    PATH_IS_OVER = "PATH_IS_OVER"
    """Refused, lapsed, withdrawn or abandoned."""
    CONDITIONS = "CONDITIONS"
    """Each entry condition of the sheet is met or waived."""
    NOT_YET = "NOT_YET"
    """It was not done already for that session."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the table. An acknowledgement has no axis: it moves nothing."""

    kind: StepKind
    axis: Axis | None
    sources: frozenset[str]
    target: str
    """State after; empty: where it was."""
    guards: tuple[Guard, ...] = ()
    needs: frozenset[Need] = frozenset()
    revoked_to: str = ""
    """State after the act was revoked; empty: the one it came from."""
    only: frozenset[AccessRoute] = field(default=EVERY_ROUTE)

    @property
    def routes(self) -> frozenset[AccessRoute]:
        """Return the routes on which it exists."""
        return self.only if self.axis is None else ROUTES_OF[self.axis] & self.only

    @property
    def is_legal_act(self) -> bool:
        """Tell whether it is revoked with a reason instead of being undone."""
        return self.kind in LEGAL_ACTS

    @property
    def is_acknowledgement(self) -> bool:
        """Tell whether it only says that something was done: it stops a clock and no more."""
        return self.axis is None


def _move(
    kind: StepKind, axis: Axis, sources: tuple[str, ...], target: str, *terms: Guard | Need
) -> Transition:
    return Transition(
        kind,
        axis,
        frozenset(map(str, sources)),
        str(target),
        tuple(term for term in terms if isinstance(term, Guard)),
        frozenset(term for term in terms if isinstance(term, Need)),
    )


def _act(
    kind: StepKind, *terms: Guard | Need, only: frozenset[AccessRoute] = EVERY_ROUTE
) -> Transition:
    guards = tuple(term for term in terms if isinstance(term, Guard))
    needs = frozenset(term for term in terms if isinstance(term, Need))
    return Transition(kind, None, frozenset(), "", (*guards, Guard.NOT_YET), needs, only=only)


_K = StepKind
_OPEN = (Status.ADMISSIBLE, Status.TACITLY_ADMISSIBLE)
_GONE = (Closure.WITHDRAWN, Closure.ABANDONED)

TABLE: tuple[Transition, ...] = (
    _move(_K.ACCEPTED, Axis.INTAKE, (Intake.DRAFT,), Intake.COMPLETE, Guard.NOTHING_BLOCKS),
    _move(_K.REOPENED, Axis.INTAKE, (Intake.COMPLETE,), Intake.DRAFT),
    _move(_K.FILE_RECEIVED, Axis.ADMISSIBILITY, (Status.NONE,), Status.FILED, Guard.ROUTE_OPEN),
    _move(
        _K.FILE_INCOMPLETE,
        Axis.ADMISSIBILITY,
        (Status.FILED, Status.COMPLETE),
        Status.INCOMPLETE,
        Guard.BEFORE_SILENCE,
        Need.DETAIL,
    ),
    _move(
        _K.FILE_COMPLETE,
        Axis.ADMISSIBILITY,
        (Status.FILED, Status.INCOMPLETE),
        Status.COMPLETE,
    ),
    _move(_K.ADMITTED, Axis.ADMISSIBILITY, (Status.COMPLETE,), Status.ADMISSIBLE),
    _move(
        _K.REFUSED,
        Axis.ADMISSIBILITY,
        (Status.COMPLETE,),
        Status.REFUSED,
        Guard.BEFORE_SILENCE,
        Need.REASON,
    ),
    _move(
        _K.TACITLY_ADMITTED,
        Axis.ADMISSIBILITY,
        (Status.COMPLETE,),
        Status.TACITLY_ADMISSIBLE,
        Guard.SILENCE,
    ),
    _move(_K.PROGRESS_RECORDED, Axis.ADMISSIBILITY, _OPEN, "", Need.DETAIL),
    _move(_K.LAPSED, Axis.ADMISSIBILITY, _OPEN, Status.LAPSED, Guard.NO_STEP, Need.REASON),
    _move(
        _K.VALIDATION_RECEIVED,
        Axis.VALIDATION,
        (Came.MISSING, Came.RETURNED),
        Came.RECEIVED,
        Guard.ADMISSIBLE,
    ),
    _move(_K.VALIDATION_RETURNED, Axis.VALIDATION, (Came.RECEIVED,), Came.RETURNED, Need.DETAIL),
    _move(
        _K.ENROLLED,
        Axis.TRAINING,
        (InTraining.NOT_ENROLLED,),
        InTraining.ENROLLED,
        Guard.ROUTE_OPEN,
    ),
    _move(
        _K.ENTERED,
        Axis.TRAINING,
        (InTraining.NOT_ENROLLED, InTraining.ENROLLED),
        InTraining.ENTERED,
        Guard.ROUTE_OPEN,
    ),
    _move(_K.TRAINING_ENDED, Axis.TRAINING, (InTraining.ENTERED,), InTraining.ENDED),
    _move(_K.ASSESSED, Axis.ASSESSMENT, (Came.MISSING, Came.RECEIVED), Came.RECEIVED, Need.MARK),
    _move(_K.DISSERTATION_RECEIVED, Axis.DISSERTATION, (Came.MISSING,), Came.RECEIVED),
    _move(
        _K.ATTENDANCE_CERTIFIED,
        Axis.ATTENDANCE,
        (Settled.OPEN, Settled.NOT_MET),
        Settled.MET,
    ),
    _move(
        _K.APPLICATION_RECEIVED,
        Axis.APPLICATION,
        (Came.MISSING,),
        Came.RECEIVED,
        Guard.ROUTE_OPEN,
    ),
    _move(
        _K.ENTRANCE_MET,
        Axis.ENTRANCE,
        (Settled.OPEN, Settled.NOT_MET),
        Settled.MET,
        Guard.CONDITIONS,
        Need.DETAIL,
    ),
    _move(
        _K.ENTRANCE_NOT_MET,
        Axis.ENTRANCE,
        (Settled.OPEN, Settled.MET),
        Settled.NOT_MET,
        Need.REASON,
    ),
    _move(_K.EVIDENCE_RECEIVED, Axis.EVIDENCE, (Came.MISSING,), Came.RECEIVED),
    _move(
        _K.CERTIFIED,
        Axis.CLOSURE,
        (Closure.IN_PROGRESS,),
        Closure.CERTIFIED,
        Guard.FULL_DECISION,
    ),
    _move(
        _K.CLOSED_PARTIALLY,
        Axis.CLOSURE,
        (Closure.IN_PROGRESS,),
        Closure.PARTIALLY_ACQUIRED,
        Guard.PARTIAL_DECISION,
    ),
    _move(_K.WITHDRAWN, Axis.CLOSURE, (Closure.IN_PROGRESS,), Closure.WITHDRAWN, Need.REASON),
    _move(_K.ABANDONED, Axis.CLOSURE, (Closure.IN_PROGRESS,), Closure.ABANDONED, Need.REASON),
    _move(
        _K.ARCHIVED,
        Axis.CLOSURE,
        (Closure.IN_PROGRESS, *_GONE),
        Closure.ARCHIVED,
        Guard.PATH_IS_OVER,
    ),
    _move(
        _K.RESUMED,
        Axis.CLOSURE,
        (*_GONE, Closure.ARCHIVED, Closure.PARTIALLY_ACQUIRED),
        Closure.IN_PROGRESS,
        Need.REASON,
    ),
    _act(_K.LEAVE_ASKED, Guard.PLACED, Need.SESSION, only=EXPERIENCE),
    _act(_K.EMPLOYER_TOLD, Guard.SEATED, Need.SESSION, Need.EXAMINER),
    _act(_K.RESULT_NOTIFIED, Guard.JUDGED, Need.SESSION),
    _act(_K.DECLARED, Guard.FULL_DECISION, Need.SESSION),
)
"""Every step but REVOKED, which follows the line of the step that it revokes."""

TRANSITIONS: Mapping[StepKind, Transition] = MappingProxyType({t.kind: t for t in TABLE})
