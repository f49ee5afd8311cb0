"""The legal clocks: what must be done by when, since when, and by which article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import VAE_REFORM

__all__ = [
    "ARTICLES",
    "ClockKind",
    "ClockState",
    "LegalClock",
    "admissible_since",
    "clocks_of",
    "declaration_clock",
    "employer_clock",
    "is_reformed_vae",
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


def tacitly_admissible_on(candidacy: Candidacy) -> date | None:
    """Return the first day on which silence makes the candidacy admissible (R6412-4)."""
    complete = candidacy.admissibility.complete
    if complete is None or not is_reformed_vae(candidacy):
        return None
    # The office may still answer on the last day of the two months: silence speaks the day after
    return add_months(complete, 2) + timedelta(days=1)


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


def notification_clock(candidacy_id: int, *, heard_on: date, today: date) -> LegalClock:
    """Return the clock of the notification: fifteen days after the hearing (R6412-7)."""
    due = heard_on + timedelta(days=15)
    return _clock(ClockKind.NOTIFICATION, candidacy_id, starts=heard_on, due=due, today=today)


def declaration_clock(candidacy_id: int, *, delivered_on: date, today: date) -> LegalClock:
    """Return the clock of the CPF declaration: three months after delivery (R6113-17-2)."""
    due = add_months(delivered_on, 3)
    return _clock(ClockKind.DECLARATION, candidacy_id, starts=delivered_on, due=due, today=today)


def leave_clock(candidacy_id: int, *, hearing: date, today: date) -> LegalClock:
    """Return the clock of the candidate's leave: asked thirty days before (R6422-3)."""
    due = hearing - timedelta(days=30)
    return _clock(ClockKind.LEAVE, candidacy_id, starts=None, due=due, today=today)


def employer_clock(examiner_id: int, *, jury: date, today: date) -> LegalClock:
    """Return the clock of the juror's employer: told fifteen days before (D3142-32)."""
    due = jury - timedelta(days=15)
    clock = _clock(ClockKind.EMPLOYER, 0, starts=None, due=due, today=today)
    return replace(clock, examiner_id=examiner_id)


def _vae_clocks(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    file = candidacy.admissibility
    if file.status in {AdmissibilityStatus.REFUSED, AdmissibilityStatus.LAPSED}:
        return
    admissible = admissible_since(candidacy, today)
    # Silence has made it admissible, yet nobody wrote that down: the clock goes on being late
    if not file.status.opens_the_jury:
        yield from _decision_clock(candidacy, today)
    if candidacy.validation_received:
        yield _monthly(ClockKind.JURY, candidacy, candidacy.validation_received, 3, today=today)
    elif admissible:
        yield _monthly(ClockKind.LAPSE, candidacy, admissible, 6, today=today)


def _decision_clock(candidacy: Candidacy, today: date) -> Iterator[LegalClock]:
    file = candidacy.admissibility
    if file.complete:
        yield _monthly(ClockKind.ADMISSIBILITY, candidacy, file.complete, 2, today=today)
    elif file.received:
        # The two months run from the complete file, not from the first paper received
        suspended = (None, None, candidacy.id, ClockState.SUSPENDED)
        kind = ClockKind.ADMISSIBILITY
        yield LegalClock(kind, ARTICLES[kind], *suspended)


def _monthly(
    kind: ClockKind, candidacy: Candidacy, starts: date, months: int, *, today: date
) -> LegalClock:
    due = add_months(starts, months)
    return _clock(kind, candidacy.id, starts=starts, due=due, today=today)


def _clock(
    kind: ClockKind, candidacy_id: int, *, starts: date | None, due: date, today: date
) -> LegalClock:
    state = ClockState.LATE if today > due else ClockState.RUNNING
    return LegalClock(kind, ARTICLES[kind], starts, due, candidacy_id, state)
