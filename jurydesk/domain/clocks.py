"""The legal clocks: what must be done by when, since when, by which article, and what if not.

`clock_engine` counts; this module says what is counted. A clock that an act stopped is no longer
one of the `clocks_of` a path; `every_clock_of` keeps it with the day on which it was stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure
from jurydesk.domain.clock_engine import Run, run
from jurydesk.domain.clock_terms import (
    ARTICLES,
    TERMS,
    ClockKind,
    ClockState,
    ClockTerms,
    Expiry,
    LegalClock,
)
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import VAE_REFORM

__all__ = [
    "ARTICLES",
    "TERMS",
    "ClockKind",
    "ClockState",
    "ClockTerms",
    "Expiry",
    "LegalClock",
    "admissible_since",
    "clocks_of",
    "declaration_clock",
    "employer_clock",
    "every_clock_of",
    "is_reformed_vae",
    "jury_due",
    "lapse_run",
    "leave_clock",
    "notification_clock",
    "tacitly_admissible_on",
]


def clocks_of(candidacy: Candidacy, today: date, *, heard: bool = False) -> tuple[LegalClock, ...]:
    """Return the clocks of a VAE path under the reform of 2024 that still wait for an act.

    `heard`: a jury has heard the candidate; what followed from that is in `services.deadlines`.
    """
    every = every_clock_of(candidacy, today, heard=heard)
    return tuple(clock for clock in every if clock.state is not ClockState.STOPPED)


def every_clock_of(
    candidacy: Candidacy, today: date, *, heard: bool = False
) -> tuple[LegalClock, ...]:
    """Return the clocks of a VAE path, those that an act has stopped too; none once closed."""
    if not is_reformed_vae(candidacy) or candidacy.closure is not Closure.IN_PROGRESS:
        return ()
    if candidacy.admissibility.status in {AdmissibilityStatus.REFUSED, AdmissibilityStatus.LAPSED}:
        return ()
    return tuple(_vae_clocks(candidacy, today, heard=heard))


def is_reformed_vae(candidacy: Candidacy) -> bool:
    """Tell whether the path is a VAE governed by the reform of 2024."""
    begun = candidacy.law_day
    # A path whose beginning nobody wrote down is taken as a new one: the stricter reading
    return candidacy.route is AccessRoute.EXPERIENCE and not (begun and begun < VAE_REFORM)


def tacitly_admissible_on(candidacy: Candidacy, today: date | None = None) -> date | None:
    """Return the first day on which silence makes the candidacy admissible (R6412-4).

    None while the clock of the decision has not started or stands still.
    """
    if not is_reformed_vae(candidacy):
        return None
    found = _decision_run(candidacy, today)
    # The office may still answer on the last day of the two months: silence speaks the day after
    return found.due + timedelta(days=1) if found and found.due else None


def admissible_since(candidacy: Candidacy, on: date) -> date | None:
    """Return since when the candidacy is admissible, by decision or by silence, as of `on`."""
    file = candidacy.admissibility
    tacit = tacitly_admissible_on(candidacy, on)
    if file.status is AdmissibilityStatus.COMPLETE:
        since = tacit
    elif file.status is AdmissibilityStatus.TACITLY_ADMISSIBLE:
        since = file.decided or tacit
    elif file.status is AdmissibilityStatus.ADMISSIBLE:
        since = file.decided
    else:
        since = None
    return since if since and since <= on else None


def lapse_run(candidacy: Candidacy, today: date) -> Run | None:
    """Return the six months in which a step must be recorded (R6412-4); None: not begun.

    They count from the notification; where nobody wrote down its day, from the decision or from
    the day on which silence spoke: the earlier day is the safe one.
    """
    since = admissible_since(candidacy, today)
    if since is None:
        return None
    notified = candidacy.admissibility.notified
    return run(TERMS[ClockKind.LAPSE].term, notified if notified and notified >= since else since)


def jury_due(candidacy: Candidacy) -> date | None:
    """Return the last day on which the candidate may be heard (R6412-5); None: not running."""
    filed = candidacy.validation_received
    if filed is None or candidacy.validation_returned is not None:
        return None
    return run(TERMS[ClockKind.JURY].term, filed).due


def notification_clock(
    candidacy_id: int, *, heard_on: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the notification: fifteen days after the hearing (R6412-7)."""
    found = run(TERMS[ClockKind.NOTIFICATION].term, heard_on)
    subject = _Subject(candidacy_id, session_id=session_id)
    return _clock(ClockKind.NOTIFICATION, found, subject, today=today)


def declaration_clock(
    candidacy_id: int, *, delivered_on: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the CPF declaration: three months after delivery (R6113-17-2)."""
    found = run(TERMS[ClockKind.DECLARATION].term, delivered_on)
    subject = _Subject(candidacy_id, session_id=session_id)
    return _clock(ClockKind.DECLARATION, found, subject, today=today)


def leave_clock(
    candidacy_id: int, *, hearing: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the candidate's leave: asked thirty days before (R6422-3)."""
    found = run(TERMS[ClockKind.LEAVE].term, hearing)
    subject = _Subject(candidacy_id, session_id=session_id)
    return _clock(ClockKind.LEAVE, found, subject, today=today)


def employer_clock(examiner_id: int, *, jury: date, today: date, session_id: int = 0) -> LegalClock:
    """Return the clock of the juror's employer: told fifteen days before (D3142-32)."""
    found = run(TERMS[ClockKind.EMPLOYER].term, jury)
    subject = _Subject(0, examiner_id, session_id)
    return _clock(ClockKind.EMPLOYER, found, subject, today=today)


@dataclass(frozen=True, slots=True)
class _Subject:
    candidacy_id: int
    examiner_id: int = 0
    session_id: int = 0


def _vae_clocks(candidacy: Candidacy, today: date, *, heard: bool) -> Iterator[LegalClock]:
    yield from _decision_clock(candidacy, today)
    yield from _lapse_clock(candidacy, today)
    # What a jury has heard waits for its result, not for a jury any more
    if candidacy.validation_received and not heard:
        yield _jury_clock(candidacy, candidacy.validation_received, today)


def _decision_clock(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    kind, file = ClockKind.ADMISSIBILITY, candidacy.admissibility
    found = _decision_run(candidacy, today)
    stopped = file.decided if file.status.opens_the_jury else None
    if file.status.opens_the_jury and stopped is None:
        return
    if found is None:
        if file.received:
            # The two months run from the complete file, not from the first paper received
            still = ClockState.SUSPENDED if file.complete else ClockState.NOT_STARTED
            article, since = ARTICLES[kind], file.suspensions
            yield LegalClock(
                kind, article, file.complete, None, candidacy.id, still, suspensions=since
            )
        return
    # Silence may have made it admissible, yet nobody wrote that down: the clock goes on asking
    subject = _Subject(candidacy.id)
    clock = _clock(kind, found, subject, today=today, stopped=stopped)
    yield replace(clock, suspensions=file.suspensions)


def _decision_run(candidacy: Candidacy, today: date | None) -> Run | None:
    file = candidacy.admissibility
    if file.complete is None:
        return None
    found = run(
        TERMS[ClockKind.ADMISSIBILITY].term,
        file.complete,
        suspensions=file.suspensions,
        today=today,
    )
    # Found incomplete later on: the clock stands still even where nobody wrote down since when
    is_still = found.due is None or file.status is AdmissibilityStatus.INCOMPLETE
    return None if is_still else found


def _lapse_clock(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    found = lapse_run(candidacy, today)
    if found is None:
        return
    step, filed = candidacy.admissibility.last_step, candidacy.validation_received
    # A step before the decision was notified is none of those that the article asks for
    counted = step if step and step >= found.starts else None
    stopped = min((day for day in (counted, filed) if day), default=None)
    subject = _Subject(candidacy.id)
    yield _clock(ClockKind.LAPSE, found, subject, today=today, stopped=stopped)


def _jury_clock(candidacy: Candidacy, filed: date, today: date) -> LegalClock:
    kind = ClockKind.JURY
    if candidacy.validation_returned is not None:
        # The three months count from a file that a jury can read: the one still to come back
        state = ClockState.SUSPENDED
        return LegalClock(kind, ARTICLES[kind], filed, None, candidacy.id, state)
    found = run(TERMS[kind].term, filed)
    return _clock(kind, found, _Subject(candidacy.id), today=today)


def _clock(
    kind: ClockKind, found: Run, subject: _Subject, *, today: date, stopped: date | None = None
) -> LegalClock:
    return LegalClock(
        kind,
        ARTICLES[kind],
        found.starts,
        found.due,
        subject.candidacy_id,
        _state(kind, found, today=today, stopped=stopped),
        examiner_id=subject.examiner_id,
        session_id=subject.session_id,
        suspended=found.suspended,
        stopped=stopped,
    )


def _state(kind: ClockKind, found: Run, *, today: date, stopped: date | None) -> ClockState:
    if stopped is not None:
        return ClockState.STOPPED
    if found.due is None:
        return ClockState.SUSPENDED
    if today <= found.due:
        return ClockState.RUNNING
    return ClockState.EXPIRED if TERMS[kind].expiry.settles else ClockState.LATE
