"""The journey of each route as data: its stages in order, and how far a candidacy has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.axes import Axis, Came, InTraining, Settled, state_on
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure, Intake
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.steps import Step, StepKind


class Waiting(StrEnum):
    """How one stage of a journey stands."""

    DONE = "DONE"
    CURRENT = "CURRENT"
    """The next thing to be done."""
    TO_COME = "TO_COME"
    STOPPED = "STOPPED"
    """The path ended here: refused, lapsed, not met."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: the axis that says whether it is done, the steps that do it."""

    code: str
    axis: Axis
    done: frozenset[str]
    stopped: frozenset[str]
    steps: tuple[StepKind, ...]
    """Those that fulfil it, the usual one first."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One stage of one candidacy."""

    code: str
    waiting: Waiting
    day: date | None
    """When it was done, if somebody wrote that down."""
    steps: tuple[StepKind, ...]


def _line(
    code: str,
    axis: Axis,
    done: tuple[str, ...],
    *steps: StepKind,
    stopped: tuple[str, ...] = (),
) -> StageLine:
    return StageLine(code, axis, frozenset(map(str, done)), frozenset(map(str, stopped)), steps)


_K = StepKind
_FOUND = (Status.COMPLETE, Status.ADMISSIBLE, Status.TACITLY_ADMISSIBLE)
_ENDED = (Status.REFUSED, Status.LAPSED)
_ACCEPTED = _line("ACCEPTED", Axis.INTAKE, (Intake.COMPLETE,), _K.ACCEPTED)
_CLOSED = _line(
    "CLOSED",
    Axis.CLOSURE,
    (Closure.CERTIFIED, Closure.PARTIALLY_ACQUIRED, Closure.ARCHIVED),
    _K.CERTIFIED,
    _K.CLOSED_PARTIALLY,
    stopped=(Closure.WITHDRAWN, Closure.ABANDONED),
)
_TRAINING = (
    _line(
        "ENROLLED",
        Axis.TRAINING,
        (InTraining.ENROLLED, InTraining.ENTERED, InTraining.ENDED),
        _K.ENROLLED,
    ),
    _line("ENTERED", Axis.TRAINING, (InTraining.ENTERED, InTraining.ENDED), _K.ENTERED),
    _ACCEPTED,
    _line("ASSESSED", Axis.ASSESSMENT, (Came.RECEIVED,), _K.ASSESSED),
    _line("DISSERTATION", Axis.DISSERTATION, (Came.RECEIVED,), _K.DISSERTATION_RECEIVED),
    _line(
        "ATTENDANCE",
        Axis.ATTENDANCE,
        (Settled.MET,),
        _K.ATTENDANCE_CERTIFIED,
        stopped=(Settled.NOT_MET,),
    ),
    _line("TRAINING_ENDED", Axis.TRAINING, (InTraining.ENDED,), _K.TRAINING_ENDED),
    _CLOSED,
)
_EXPERIENCE = (
    _line(
        "FILE_RECEIVED",
        Axis.ADMISSIBILITY,
        (*_FOUND, *_ENDED, Status.FILED, Status.INCOMPLETE),
        _K.FILE_RECEIVED,
    ),
    _line(
        "FILE_COMPLETE",
        Axis.ADMISSIBILITY,
        (*_FOUND, *_ENDED),
        _K.FILE_COMPLETE,
        _K.FILE_INCOMPLETE,
    ),
    _ACCEPTED,
    _line(
        "ADMISSIBLE",
        Axis.ADMISSIBILITY,
        (Status.ADMISSIBLE, Status.TACITLY_ADMISSIBLE),
        _K.ADMITTED,
        _K.REFUSED,
        _K.TACITLY_ADMITTED,
        stopped=_ENDED,
    ),
    _line(
        "VALIDATION",
        Axis.VALIDATION,
        (Came.RECEIVED,),
        _K.VALIDATION_RECEIVED,
    ),
    _CLOSED,
)
_INDIVIDUAL = (
    _line("APPLICATION", Axis.APPLICATION, (Came.RECEIVED,), _K.APPLICATION_RECEIVED),
    _line(
        "ENTRANCE",
        Axis.ENTRANCE,
        (Settled.MET,),
        _K.ENTRANCE_MET,
        _K.ENTRANCE_NOT_MET,
        stopped=(Settled.NOT_MET,),
    ),
    _ACCEPTED,
    _line("EVIDENCE", Axis.EVIDENCE, (Came.RECEIVED,), _K.EVIDENCE_RECEIVED),
    _line("DISSERTATION", Axis.DISSERTATION, (Came.RECEIVED,), _K.DISSERTATION_RECEIVED),
    _CLOSED,
)

JOURNEYS: Mapping[AccessRoute, tuple[StageLine, ...]] = MappingProxyType(
    {
        route: {
            AccessRoute.EXPERIENCE: _EXPERIENCE,
            AccessRoute.INDIVIDUAL: _INDIVIDUAL,
        }.get(route, _TRAINING)
        for route in AccessRoute
    }
)
"""Apprenticeship and « contrat de professionnalisation » are journeys like the other trainings;
whether they are open is said by each certification."""


def progress(candidacy: Candidacy, steps: tuple[Step, ...], *, today: date) -> tuple[Progress, ...]:
    """Return the stages of the route with how each stands; `steps` are those that stand."""
    days = {step.kind: step.day for step in steps}
    seen_current = candidacy.closure is not Closure.IN_PROGRESS
    found: list[Progress] = []
    for line in JOURNEYS[candidacy.route]:
        state = state_on(line.axis, candidacy)
        waiting = _waiting(line, state, seen_current=seen_current)
        seen_current = seen_current or waiting in {Waiting.CURRENT, Waiting.STOPPED}
        written = _written(line, candidacy) if waiting is not Waiting.TO_COME else None
        day = written or next((days[kind] for kind in line.steps if kind in days), None)
        shown = day if day is None or day <= today else None
        found.append(Progress(line.code, waiting, shown, line.steps))
    return tuple(found)


def _waiting(line: StageLine, state: str, *, seen_current: bool) -> Waiting:
    if state in line.stopped:
        return Waiting.STOPPED
    if state in line.done:
        return Waiting.DONE
    return Waiting.TO_COME if seen_current else Waiting.CURRENT


def _written(line: StageLine, candidacy: Candidacy) -> date | None:
    file, record = candidacy.admissibility, candidacy.training
    days = {
        "FILE_RECEIVED": file.received,
        "FILE_COMPLETE": file.complete,
        "ADMISSIBLE": file.decided,
        "VALIDATION": candidacy.validation_received,
        "ENROLLED": record.enrolled,
        "ENTERED": record.entry,
        "TRAINING_ENDED": record.exit,
        "APPLICATION": candidacy.individual.received,
        "CLOSED": candidacy.closed,
    }
    return days.get(line.code)
