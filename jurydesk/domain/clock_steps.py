"""What the steps that clocks wait for change in a candidacy, and when they may be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Suspension,
)
from jurydesk.domain.clocks import admissible_since, lapse_run, tacitly_admissible_on
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.steps import StepKind

ACKNOWLEDGEMENTS = frozenset(
    {
        StepKind.LEAVE_ASKED,
        StepKind.EMPLOYER_TOLD,
        StepKind.RESULT_NOTIFIED,
        StepKind.DECLARED,
    }
)
"""They change nothing in the candidacy: that they were done is all there is to know."""
NEEDS_REASON = frozenset({StepKind.REFUSED, StepKind.LAPSED})

Apply = Callable[[Candidacy, date, str], Candidacy | None]


def after_step(candidacy: Candidacy, kind: StepKind, *, day: date, reason: str) -> Candidacy | None:
    """Return the candidacy as the step leaves it; None: it cannot be taken now."""
    apply = STEPS.get(kind)
    is_open = candidacy.closure is Closure.IN_PROGRESS
    if apply is None or not is_open or candidacy.route is not AccessRoute.EXPERIENCE:
        return None
    return apply(candidacy, day, reason)


def _received(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    if candidacy.admissibility.status is not AdmissibilityStatus.NONE:
        return None
    filed = _file(candidacy, received=day, status=AdmissibilityStatus.FILED)
    return replace(filed, begun=candidacy.begun or day)


def _incomplete(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    file = candidacy.admissibility
    status = AdmissibilityStatus.INCOMPLETE
    if file.status is AdmissibilityStatus.FILED:
        return _file(candidacy, status=status)
    if file.status is not AdmissibilityStatus.COMPLETE or _is_tacit(candidacy, day):
        return None
    return _file(candidacy, status=status, suspensions=(*file.suspensions, Suspension(day)))


def _complete(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    file = candidacy.admissibility
    if file.status not in {AdmissibilityStatus.FILED, AdmissibilityStatus.INCOMPLETE}:
        return None
    stops = tuple(
        replace(stop, until=max(day, stop.since)) if stop.until is None else stop
        for stop in file.suspensions
    )
    status = AdmissibilityStatus.COMPLETE
    return _file(candidacy, complete=file.complete or day, suspensions=stops, status=status)


def _admitted(candidacy: Candidacy, day: date, reason: str) -> Candidacy | None:
    return _decided(candidacy, AdmissibilityStatus.ADMISSIBLE, day, reason)


def _refused(candidacy: Candidacy, day: date, reason: str) -> Candidacy | None:
    # Once silence has spoken the file is admissible: nobody can refuse it any more
    if _is_tacit(candidacy, day):
        return None
    return _decided(candidacy, AdmissibilityStatus.REFUSED, day, reason)


def _decided(
    candidacy: Candidacy, status: AdmissibilityStatus, day: date, reason: str
) -> Candidacy | None:
    if candidacy.admissibility.status is not AdmissibilityStatus.COMPLETE:
        return None
    return _file(candidacy, status=status, decided=day, notified=day, reason=reason)


def _tacit(candidacy: Candidacy, day: date, reason: str) -> Candidacy | None:
    is_silent = candidacy.admissibility.status is AdmissibilityStatus.COMPLETE
    if not is_silent or not _is_tacit(candidacy, day):
        return None
    status, since = AdmissibilityStatus.TACITLY_ADMISSIBLE, tacitly_admissible_on(candidacy, day)
    return _file(candidacy, status=status, decided=since, reason=reason)


def _progress(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    if admissible_since(candidacy, day) is None:
        return None
    latest = max(candidacy.admissibility.last_step or day, day)
    return _file(candidacy, last_step=latest)


def _lapsed(candidacy: Candidacy, day: date, reason: str) -> Candidacy | None:
    found = lapse_run(candidacy, day)
    is_over = found is not None and found.due is not None and day > found.due
    if not is_over or candidacy.validation_received:
        return None
    return _file(candidacy, status=AdmissibilityStatus.LAPSED, reason=reason)


def _validation(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    if admissible_since(candidacy, day) is None:
        return None
    return replace(candidacy, validation_received=day, validation_returned=None)


def _returned(candidacy: Candidacy, day: date, _reason: str) -> Candidacy | None:
    filed = candidacy.validation_received
    if filed is None or filed > day or candidacy.validation_returned:
        return None
    return replace(candidacy, validation_returned=day)


STEPS: Mapping[StepKind, Apply] = MappingProxyType(
    {
        StepKind.FILE_RECEIVED: _received,
        StepKind.FILE_INCOMPLETE: _incomplete,
        StepKind.FILE_COMPLETE: _complete,
        StepKind.ADMITTED: _admitted,
        StepKind.REFUSED: _refused,
        StepKind.TACITLY_ADMITTED: _tacit,
        StepKind.PROGRESS_RECORDED: _progress,
        StepKind.LAPSED: _lapsed,
        StepKind.VALIDATION_RECEIVED: _validation,
        StepKind.VALIDATION_RETURNED: _returned,
    }
)


def _is_tacit(candidacy: Candidacy, day: date) -> bool:
    since = tacitly_admissible_on(candidacy, day)
    return since is not None and since <= day


def _file(candidacy: Candidacy, **changes: object) -> Candidacy:
    file: AdmissibilityFile = replace(candidacy.admissibility, **changes)  # type: ignore[arg-type]  # -- keywords from data
    return replace(candidacy, admissibility=file)
