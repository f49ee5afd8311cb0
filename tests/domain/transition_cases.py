"""Candidacies in every state of every axis, and a walk through all that the steps can reach."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any

from jurydesk.domain.axes import STATES_OF, Axis, Came, InTraining, Settled, axes_of, state_on
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Handed,
    Intake,
)
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.moves import StepDraft, moved, taken_back
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.step_rules import Refusal, StepFacts, check_step
from jurydesk.domain.steps import Step, StepKind
from jurydesk.domain.transitions import TRANSITIONS, Guard
from tests.builders import CODE, a_certification

FIRST = date(2026, 1, 12)
LATER = date(2026, 12, 1)
NOON = time(12)
HANDED = {Settled.OPEN: Handed.UNKNOWN, Settled.MET: Handed.YES, Settled.NOT_MET: Handed.NO}
OPENED = {AdmissibilityStatus.ADMISSIBLE, AdmissibilityStatus.TACITLY_ADMISSIBLE}


def bare(route: AccessRoute) -> Candidacy:
    """Somebody has just been written down."""
    return Candidacy(1, CODE, route, id=1)


def in_state(candidacy: Candidacy, axis: Axis, state: str) -> Candidacy:
    """Return the candidacy with another state on one axis, written as the office would."""
    changed = _written(candidacy, axis, state)
    assert state_on(axis, changed) == state
    return changed


def _written(c: Candidacy, axis: Axis, state: str) -> Candidacy:
    if axis is Axis.INTAKE:
        return replace(c, intake=Intake(state))
    if axis is Axis.CLOSURE:
        return replace(c, closure=Closure(state))
    if axis is Axis.ADMISSIBILITY:
        return replace(c, admissibility=_file(AdmissibilityStatus(state)))
    if axis is Axis.VALIDATION:
        received = None if state == Came.MISSING else LATER - timedelta(20)
        returned = LATER - timedelta(10) if state == Came.RETURNED else None
        return replace(c, validation_received=received, validation_returned=returned)
    individual = replace(c.individual, **_individual_values(axis, state))
    return replace(
        c, training=replace(c.training, **_training_values(axis, state)), individual=individual
    )


def _training_values(axis: Axis, state: str) -> dict[str, Any]:
    values: dict[Axis, Callable[[], dict[str, Any]]] = {
        Axis.TRAINING: lambda: _training_days(state),
        Axis.ASSESSMENT: lambda: {"assessment": Decimal(12) if state == Came.RECEIVED else None},
        Axis.DISSERTATION: lambda: {"dissertation": _came(state)},
        Axis.ATTENDANCE: lambda: {"attendance": HANDED[Settled(state)]},
    }
    return values.get(axis, dict)()


def _individual_values(axis: Axis, state: str) -> dict[str, Any]:
    values: dict[Axis, Callable[[], dict[str, Any]]] = {
        Axis.APPLICATION: lambda: {"received": FIRST if state == Came.RECEIVED else None},
        Axis.ENTRANCE: lambda: {"entrance": HANDED[Settled(state)]},
        Axis.EVIDENCE: lambda: {"evidence": _came(state)},
    }
    return values.get(axis, dict)()


def _came(state: str) -> Handed:
    return Handed.YES if state == Came.RECEIVED else Handed.NO


def _training_days(state: str) -> dict[str, date | None]:
    order = list(InTraining)
    at = order.index(InTraining(state))
    names = ("enrolled", "entry", "exit")
    return {name: FIRST if at > number else None for number, name in enumerate(names)}


def _file(status: AdmissibilityStatus) -> AdmissibilityFile:
    none = AdmissibilityStatus.NONE
    found = status not in {none, AdmissibilityStatus.FILED, AdmissibilityStatus.INCOMPLETE}
    decided = found and status is not AdmissibilityStatus.COMPLETE
    return AdmissibilityFile(
        received=None if status is none else FIRST,
        complete=FIRST if found else None,
        decided=FIRST if decided else None,
        status=status,
    )


def states_of(axis: Axis) -> tuple[str, ...]:
    """Return the states that a step could find or leave; VALIDATION and EVIDENCE share theirs."""
    every = tuple(str(state) for state in STATES_OF[axis])
    returnable = axis is Axis.VALIDATION or STATES_OF[axis] is not Came
    return every if returnable else tuple(s for s in every if s != Came.RETURNED)


def every_case() -> Iterator[tuple[AccessRoute, StepKind, str]]:
    """Yield each route with each step and each state of the axis that the step is about."""
    for route, (kind, line) in product(AccessRoute, TRANSITIONS.items()):
        if line.axis is None or route not in line.routes:
            yield route, kind, ""
        else:
            yield from ((route, kind, state) for state in states_of(line.axis))


def favourable(candidacy: Candidacy, draft: StepDraft, *, today: date) -> StepFacts:
    """Return what lets every guard pass that does not read the candidacy itself."""
    kind = draft.kind
    partial = Guard.PARTIAL_DECISION in TRANSITIONS[kind].guards
    return StepFacts(
        today=today,
        certification=a_certification(),
        decision=Decision.PARTIAL if partial else Decision.FULL,
        is_seated=True,
        is_placed=True,
        has_session=True,
        has_examiner=True,
    )


def attempt(
    candidacy: Candidacy, kind: StepKind, day: date, *, today: date | None = None
) -> Refusal | None:
    """Ask whether the step may be taken with all that it needs."""
    draft = StepDraft(kind, day, "motif", "12")
    return check_step(candidacy, draft, favourable(candidacy, draft, today=today or day))


@dataclass(frozen=True)
class Walk:
    """What a walk from the first state met."""

    states: frozenset[tuple[str, ...]]
    moves: frozenset[tuple[StepKind, str, str]]
    """Each step taken, with the state of its axis before and after."""
    strayed: tuple[str, ...]
    """Moves that changed another axis than their own."""


PAUSES = (1, 20, 100, 250)
"""Days between two steps: within every time limit, and past each of them."""


@cache
def walk(route: AccessRoute) -> Walk:
    """Take every step from everywhere it may be taken, until nothing new is met."""
    start = bare(route)
    known = {_key(start)}
    moves: set[tuple[StepKind, str, str]] = set()
    strayed: list[str] = []
    waiting = deque([(start, FIRST)])
    while waiting:
        candidacy, day = waiting.popleft()
        for kind, pause in product(TRANSITIONS, PAUSES):
            on = day + timedelta(pause)
            for after in _reached(candidacy, kind, on):
                line = TRANSITIONS[kind]
                others = [a for a in axes_of(route) if a is not line.axis]
                if any(state_on(a, candidacy) != state_on(a, after) for a in others):
                    strayed.append(f"{kind} from {_key(candidacy)}")
                if line.axis:
                    before_after = (state_on(line.axis, candidacy), state_on(line.axis, after))
                    moves.add((kind, *before_after))
                if _key(after) not in known:
                    known.add(_key(after))
                    waiting.append((after, on))
    return Walk(frozenset(key[:-2] for key in known), frozenset(moves), tuple(strayed))


def _reached(candidacy: Candidacy, kind: StepKind, day: date) -> Iterator[Candidacy]:
    if attempt(candidacy, kind, day) is not None:
        return
    after = moved(candidacy, StepDraft(kind, day, "motif", "12"))
    yield after


def revoked(before: Candidacy, after: Candidacy, kind: StepKind) -> Candidacy:
    """Return what a revocation leaves of a legal act just done."""
    axis = TRANSITIONS[kind].axis
    state = state_on(axis, before) if axis else ""
    step = Step(kind, FIRST, datetime.combine(FIRST, NOON), "x", 1, from_state=state)
    return taken_back(after, step)


def _key(candidacy: Candidacy) -> tuple[str, ...]:
    file = candidacy.admissibility
    hidden = (str(any(s.until is None for s in file.suspensions)), str(file.last_step is None))
    return (*(state_on(axis, candidacy) for axis in axes_of(candidacy.route)), *hidden)
