"""The axes of a candidacy: where it stands on each, read from what is written in it.

The six axes of the office are intake, admissibility, the file for the jury, scheduling, outcome and
closure. The file for the jury has a part for each thing that may come in on its own. Scheduling
and outcome are nowhere stored in a candidacy: sessions and deliberations say them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure, Handed, Intake
from jurydesk.domain.routes import AccessRoute


class Axis(StrEnum):
    """One thing that a candidacy has a state of; those from VALIDATION on are the jury file."""

    INTAKE = "INTAKE"
    ADMISSIBILITY = "ADMISSIBILITY"
    VALIDATION = "VALIDATION"
    TRAINING = "TRAINING"
    ASSESSMENT = "ASSESSMENT"
    DISSERTATION = "DISSERTATION"
    ATTENDANCE = "ATTENDANCE"
    APPLICATION = "APPLICATION"
    ENTRANCE = "ENTRANCE"
    EVIDENCE = "EVIDENCE"
    CLOSURE = "CLOSURE"


class Came(StrEnum):
    """The state of something that comes in."""

    MISSING = "MISSING"
    RECEIVED = "RECEIVED"
    RETURNED = "RETURNED"
    """It went back to be completed."""


class InTraining(StrEnum):
    """Where a person stands in the training."""

    NOT_ENROLLED = "NOT_ENROLLED"
    ENROLLED = "ENROLLED"
    ENTERED = "ENTERED"
    ENDED = "ENDED"


class Settled(StrEnum):
    """The state of a condition that somebody judges."""

    OPEN = "OPEN"
    MET = "MET"
    NOT_MET = "NOT_MET"


TRAINED = frozenset(route for route in AccessRoute if route.is_training)
EXPERIENCE = frozenset({AccessRoute.EXPERIENCE})
INDIVIDUAL = frozenset({AccessRoute.INDIVIDUAL})
EVERY_ROUTE = frozenset(AccessRoute)

ROUTES_OF: Mapping[Axis, frozenset[AccessRoute]] = MappingProxyType(
    {
        Axis.INTAKE: EVERY_ROUTE,
        Axis.ADMISSIBILITY: EXPERIENCE,
        Axis.VALIDATION: EXPERIENCE,
        Axis.TRAINING: TRAINED,
        Axis.ASSESSMENT: TRAINED,
        Axis.DISSERTATION: TRAINED | INDIVIDUAL,
        Axis.ATTENDANCE: TRAINED,
        Axis.APPLICATION: INDIVIDUAL,
        Axis.ENTRANCE: INDIVIDUAL,
        Axis.EVIDENCE: INDIVIDUAL,
        Axis.CLOSURE: EVERY_ROUTE,
    }
)

STATES_OF: Mapping[Axis, type[StrEnum]] = MappingProxyType(
    {
        Axis.INTAKE: Intake,
        Axis.ADMISSIBILITY: AdmissibilityStatus,
        Axis.VALIDATION: Came,
        Axis.TRAINING: InTraining,
        Axis.ASSESSMENT: Came,
        Axis.DISSERTATION: Came,
        Axis.ATTENDANCE: Settled,
        Axis.APPLICATION: Came,
        Axis.ENTRANCE: Settled,
        Axis.EVIDENCE: Came,
        Axis.CLOSURE: Closure,
    }
)


def state_on(axis: Axis, candidacy: Candidacy) -> str:
    """Return where the candidacy stands on one axis."""
    return str(_READ[axis](candidacy))


def axes_of(route: AccessRoute) -> tuple[Axis, ...]:
    """Return the axes that a route has."""
    return tuple(axis for axis in Axis if route in ROUTES_OF[axis])


def _validation(candidacy: Candidacy) -> Came:
    if candidacy.validation_returned:
        return Came.RETURNED
    return _came(is_there=candidacy.validation_received is not None)


def _training(candidacy: Candidacy) -> InTraining:
    record = candidacy.training
    if record.exit:
        return InTraining.ENDED
    if record.entry:
        return InTraining.ENTERED
    return InTraining.ENROLLED if record.enrolled else InTraining.NOT_ENROLLED


def _came(*, is_there: bool) -> Came:
    return Came.RECEIVED if is_there else Came.MISSING


def _settled(handed: Handed) -> Settled:
    return {Handed.YES: Settled.MET, Handed.NO: Settled.NOT_MET}.get(handed, Settled.OPEN)


_READ: Mapping[Axis, Callable[[Candidacy], StrEnum]] = MappingProxyType(
    {
        Axis.INTAKE: lambda c: c.intake,
        Axis.ADMISSIBILITY: lambda c: c.admissibility.status,
        Axis.VALIDATION: _validation,
        Axis.TRAINING: _training,
        Axis.ASSESSMENT: lambda c: _came(is_there=c.training.assessment is not None),
        Axis.DISSERTATION: lambda c: _came(is_there=c.training.dissertation is Handed.YES),
        Axis.ATTENDANCE: lambda c: _settled(c.training.attendance),
        Axis.APPLICATION: lambda c: _came(is_there=c.individual.received is not None),
        Axis.ENTRANCE: lambda c: _settled(c.individual.entrance),
        Axis.EVIDENCE: lambda c: _came(is_there=c.individual.evidence is Handed.YES),
        Axis.CLOSURE: lambda c: c.closure,
    }
)
