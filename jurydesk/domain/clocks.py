"""The legal clocks: what must be done by when, since when, and by which article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure, Suspension
from jurydesk.domain.clock_engine import Term, last_day
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import VAE_REFORM
from jurydesk.domain.steps import StepKind

__all__ = [
    "ARTICLES",
    "EFFECTS",
    "STOPPED_BY",
    "TERMS",
    "ClockKind",
    "ClockState",
    "Expiry",
    "LegalClock",
    "admissible_since",
    "clocks_of",
    "decision_due",
    "declaration_clock",
    "employer_clock",
    "is_reformed_vae",
    "lapses_after",
    "leave_clock",
    "notification_clock",
    "tacitly_admissible_on",
]


class ClockKind(StrEnum):
    """What must be done before time is up."""

    ADMISSIBILITY = "ADMISSIBILITY"
    """Decide on the complete file within two months; silence is a yes."""
    LAPSE = "LAPSE"
    """A step recorded before the end of the sixth month, or admissibility lapses."""
    JURY = "JURY"
    """Hear the candidate before the end of the third month after the validation file."""
    NOTIFICATION = "NOTIFICATION"
    """Notify the result within fifteen days of the hearing."""
    EMPLOYER = "EMPLOYER"
    """The employed juror tells the employer fifteen days before, with the summons."""
    LEAVE = "LEAVE"
    """The employed candidate asks for leave thirty days before."""
    DECLARATION = "DECLARATION"
    """Declare the holder to the CPF system within three months of delivery."""


ARTICLES: Mapping[ClockKind, str] = MappingProxyType(
    {
        ClockKind.ADMISSIBILITY: "R6412-4",
        ClockKind.LAPSE: "R6412-4",
        ClockKind.JURY: "R6412-5",
        ClockKind.NOTIFICATION: "R6412-7",
        ClockKind.EMPLOYER: "D3142-32",
        ClockKind.LEAVE: "R6422-3",
        ClockKind.DECLARATION: "R6113-17-2",
    }
)
"""Articles of the « code du travail »."""

TERMS: Mapping[ClockKind, Term] = MappingProxyType(
    {
        ClockKind.ADMISSIBILITY: Term(months=2),
        ClockKind.LAPSE: Term(months=6),
        ClockKind.JURY: Term(months=3),
        ClockKind.NOTIFICATION: Term(days=15),
        ClockKind.EMPLOYER: Term(days=15, backwards=True),
        ClockKind.LEAVE: Term(days=30, backwards=True),
        ClockKind.DECLARATION: Term(months=3),
    }
)


class Expiry(StrEnum):
    """What follows when the last day has gone by without the act."""

    TACIT_ADMISSIBILITY = "TACIT_ADMISSIBILITY"
    """Silence is a yes: the candidate is admissible (R6412-4)."""
    LAPSE = "LAPSE"
    """Admissibility lapses, but for a legitimate reason (R6412-4)."""
    LATE_JURY = "LATE_JURY"
    LATE_NOTIFICATION = "LATE_NOTIFICATION"
    LEAVE_REFUSABLE = "LEAVE_REFUSABLE"
    """The employer may refuse the juror's or the candidate's leave."""
    LATE_DECLARATION = "LATE_DECLARATION"
    """France compétences may suspend or withdraw the sheet after notice (R6113-17-4)."""


EFFECTS: Mapping[ClockKind, Expiry] = MappingProxyType(
    {
        ClockKind.ADMISSIBILITY: Expiry.TACIT_ADMISSIBILITY,
        ClockKind.LAPSE: Expiry.LAPSE,
        ClockKind.JURY: Expiry.LATE_JURY,
        ClockKind.NOTIFICATION: Expiry.LATE_NOTIFICATION,
        ClockKind.EMPLOYER: Expiry.LEAVE_REFUSABLE,
        ClockKind.LEAVE: Expiry.LEAVE_REFUSABLE,
        ClockKind.DECLARATION: Expiry.LATE_DECLARATION,
    }
)

STOPPED_BY: Mapping[ClockKind, tuple[StepKind, ...]] = MappingProxyType(
    {
        ClockKind.ADMISSIBILITY: (
            StepKind.ADMITTED,
            StepKind.REFUSED,
            StepKind.TACITLY_ADMITTED,
        ),
        ClockKind.LAPSE: (
            StepKind.PROGRESS_RECORDED,
            StepKind.VALIDATION_RECEIVED,
            StepKind.LAPSED,
        ),
        ClockKind.JURY: (),
        ClockKind.NOTIFICATION: (StepKind.RESULT_NOTIFIED,),
        ClockKind.EMPLOYER: (StepKind.EMPLOYER_TOLD,),
        ClockKind.LEAVE: (StepKind.LEAVE_ASKED,),
        ClockKind.DECLARATION: (StepKind.DECLARED,),
    }
)
"""The steps that stop a clock, the usual one first; a jury clock stops when the person is heard."""


class ClockState(StrEnum):
    """How a clock stands on one day."""

    SUSPENDED = "SUSPENDED"
    """Not started, or stopped while the file is incomplete."""
    RUNNING = "RUNNING"
    LATE = "LATE"
    """The last day has gone by and the act was not done."""


@dataclass(frozen=True, slots=True)
class LegalClock:
    """One clock of one candidacy, or of one examiner (`candidacy_id` 0)."""

    kind: ClockKind
    article: str
    starts: date | None
    due: date | None
    """Last day on which the act is in time, itself included; None while it stands still."""
    candidacy_id: int
    state: ClockState
    examiner_id: int = 0
    session_id: int = 0
    """The session that it belongs to; 0: to the path itself."""
    suspensions: tuple[Suspension, ...] = ()

    @property
    def effect(self) -> Expiry:
        """Return what follows when the last day has gone by."""
        return EFFECTS[self.kind]

    @property
    def stopped_by(self) -> tuple[StepKind, ...]:
        """Return the steps that stop it, the usual one first."""
        return STOPPED_BY[self.kind]


def clocks_of(candidacy: Candidacy, today: date) -> tuple[LegalClock, ...]:
    """Return the clocks of a VAE path governed by the reform of 2024; none once it is closed."""
    if not is_reformed_vae(candidacy) or candidacy.closure is not Closure.IN_PROGRESS:
        return ()
    return tuple(_vae_clocks(candidacy, today))


def is_reformed_vae(candidacy: Candidacy) -> bool:
    """Tell whether the path is a VAE governed by the reform of 2024."""
    begun = candidacy.law_day
    # A path whose beginning nobody wrote down is taken as a new one: the stricter reading
    return candidacy.route is AccessRoute.EXPERIENCE and not (begun and begun < VAE_REFORM)


def decision_due(candidacy: Candidacy) -> date | None:
    """Return the last day for the decision on admissibility; None while it stands still."""
    file = candidacy.admissibility
    if file.complete is None or file.status is AdmissibilityStatus.INCOMPLETE:
        return None
    return last_day(TERMS[ClockKind.ADMISSIBILITY], file.complete, file.suspensions)


def tacitly_admissible_on(candidacy: Candidacy) -> date | None:
    """Return the first day on which silence makes the candidacy admissible (R6412-4)."""
    due = decision_due(candidacy) if is_reformed_vae(candidacy) else None
    # The office may still answer on the last day of the two months: silence speaks the day after
    return due + timedelta(days=1) if due else None


def admissible_since(candidacy: Candidacy, on: date) -> date | None:
    """Return since when the candidacy is admissible, by decision or by silence, as of `on`."""
    file = candidacy.admissibility
    tacit = tacitly_admissible_on(candidacy)
    if file.status is AdmissibilityStatus.COMPLETE:
        since = tacit
    elif file.status is AdmissibilityStatus.TACITLY_ADMISSIBLE:
        since = file.decided or tacit
    elif file.status is AdmissibilityStatus.ADMISSIBLE:
        since = file.decided
    else:
        since = None
    return since if since and since <= on else None


def lapses_after(candidacy: Candidacy, on: date) -> date | None:
    """Return the last day of the six months; None if they do not run or a step stopped them.

    They count from the notification (R6412-4), or from the decision where none was written down.
    """
    since = admissible_since(candidacy, on)
    if since is None:
        return None
    file = candidacy.admissibility
    start = file.notified if file.notified and file.notified >= since else since
    due = TERMS[ClockKind.LAPSE].counted_from(start)
    stepped = file.last_step is not None and start <= file.last_step <= due
    return None if stepped else due


def notification_clock(
    candidacy_id: int, *, heard_on: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the notification: fifteen days after the hearing (R6412-7)."""
    return _clock(
        ClockKind.NOTIFICATION, heard_on, today, candidacy_id=candidacy_id, session_id=session_id
    )


def declaration_clock(
    candidacy_id: int, *, delivered_on: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the CPF declaration: three months after delivery (R6113-17-2)."""
    return _clock(
        ClockKind.DECLARATION,
        delivered_on,
        today,
        candidacy_id=candidacy_id,
        session_id=session_id,
    )


def leave_clock(
    candidacy_id: int, *, hearing: date, today: date, session_id: int = 0
) -> LegalClock:
    """Return the clock of the candidate's leave: asked thirty days before (R6422-3)."""
    return _clock(ClockKind.LEAVE, hearing, today, candidacy_id=candidacy_id, session_id=session_id)


def employer_clock(examiner_id: int, *, jury: date, today: date, session_id: int = 0) -> LegalClock:
    """Return the clock of the juror's employer: told fifteen days before (D3142-32)."""
    clock = _clock(ClockKind.EMPLOYER, jury, today, session_id=session_id)
    return replace(clock, examiner_id=examiner_id)


def _vae_clocks(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    file = candidacy.admissibility
    if file.status in {AdmissibilityStatus.REFUSED, AdmissibilityStatus.LAPSED}:
        return
    # Silence has made it admissible, yet nobody wrote that down: the clock goes on being late
    if not file.status.opens_the_jury:
        yield from _decision_clock(candidacy, today)
    if candidacy.validation_returned:
        yield _standing(ClockKind.JURY, candidacy)
    elif candidacy.validation_received:
        start = candidacy.validation_received
        yield _clock(ClockKind.JURY, start, today, candidacy_id=candidacy.id)
    elif admissible_since(candidacy, today):
        yield from _lapse_clock(candidacy, today)


def _decision_clock(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    file = candidacy.admissibility
    due = decision_due(candidacy)
    if due is not None and file.complete:
        counted = _clock(ClockKind.ADMISSIBILITY, file.complete, today, candidacy_id=candidacy.id)
        state = ClockState.LATE if today > due else ClockState.RUNNING
        yield replace(counted, due=due, state=state, suspensions=file.suspensions)
    elif file.received:
        yield _standing(ClockKind.ADMISSIBILITY, candidacy)


def _lapse_clock(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    due = lapses_after(candidacy, today)
    if due is None:
        return
    file = candidacy.admissibility
    since = admissible_since(candidacy, today)
    start = max(filter(None, (since, file.notified)))
    yield _clock(ClockKind.LAPSE, start, today, candidacy_id=candidacy.id)


def _standing(kind: ClockKind, candidacy: Candidacy) -> LegalClock:
    """Return a clock that stands still until something comes in."""
    suspensions = candidacy.admissibility.suspensions if kind is ClockKind.ADMISSIBILITY else ()
    starts = candidacy.admissibility.complete if kind is ClockKind.ADMISSIBILITY else None
    return LegalClock(
        kind,
        ARTICLES[kind],
        starts,
        None,
        candidacy.id,
        ClockState.SUSPENDED,
        suspensions=suspensions,
    )


def _clock(
    kind: ClockKind, fixed: date, today: date, *, candidacy_id: int = 0, session_id: int = 0
) -> LegalClock:
    """Return a clock counted from `fixed`; one that runs backwards starts on no day."""
    due = TERMS[kind].counted_from(fixed)
    return LegalClock(
        kind,
        ARTICLES[kind],
        None if TERMS[kind].backwards else fixed,
        due,
        candidacy_id,
        ClockState.LATE if today > due else ClockState.RUNNING,
        session_id=session_id,
    )
