"""The clocks as data: term, article, what happens at expiry, and which acts stop each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.candidacy import Suspension
from jurydesk.domain.clock_engine import Term
from jurydesk.domain.steps import StepKind


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


class Expiry(StrEnum):
    """What follows when the last day goes by and the act was not done."""

    TACIT_ADMISSIBILITY = "TACIT_ADMISSIBILITY"
    """Silence makes the file admissible: the office can no longer refuse it (R6412-4)."""
    LAPSE = "LAPSE"
    """The decision lapses, unless for a legitimate reason; a new file may be sent (R6412-4)."""
    LATE_JURY = "LATE_JURY"
    """The jury is still to be held: the certifier is late (R6412-5)."""
    LATE_NOTIFICATION = "LATE_NOTIFICATION"
    """The result is still to be notified (R6412-7)."""
    LATE_EMPLOYER = "LATE_EMPLOYER"
    """The employer may refuse the absence: another juror must be ready (D3142-32)."""
    LATE_LEAVE = "LATE_LEAVE"
    """The employer may refuse the leave: another day may be needed (R6422-3)."""
    LATE_DECLARATION = "LATE_DECLARATION"
    """Still to be declared; a formal notice may follow, then the sheet is at stake (R6113-17-3)."""

    @property
    def settles(self) -> bool:
        """Tell whether the law itself decides at expiry: nothing can be made up for then."""
        return self in {Expiry.TACIT_ADMISSIBILITY, Expiry.LAPSE}


class ClockState(StrEnum):
    """How a clock stands on one day."""

    NOT_STARTED = "NOT_STARTED"
    """What it counts from has not come: the file was never complete."""
    SUSPENDED = "SUSPENDED"
    """It stands still while papers are missing."""
    RUNNING = "RUNNING"
    LATE = "LATE"
    """The last day has gone by, and the act is still to be done."""
    EXPIRED = "EXPIRED"
    """The last day has gone by, and the law has settled it: that is still to be written down."""
    STOPPED = "STOPPED"
    """The act was done."""


@dataclass(frozen=True, slots=True)
class ClockTerms:
    """What the law says of one kind of clock."""

    article: str
    """Of the « code du travail »."""
    term: Term
    expiry: Expiry
    stops: tuple[StepKind, ...]
    """The acts that stop it, the most usual first; none: a hearing does."""
    writes_down: StepKind | None = None
    """After expiry: the act that writes down what the law has settled."""
    starts_again: StepKind | None = None
    """While it stands still: the act that lets it run."""


TERMS: Mapping[ClockKind, ClockTerms] = MappingProxyType(
    {
        ClockKind.ADMISSIBILITY: ClockTerms(
            "R6412-4",
            Term(months=2),
            Expiry.TACIT_ADMISSIBILITY,
            stops=(StepKind.ADMITTED, StepKind.REFUSED),
            writes_down=StepKind.TACITLY_ADMITTED,
            starts_again=StepKind.FILE_COMPLETE,
        ),
        ClockKind.LAPSE: ClockTerms(
            "R6412-4",
            Term(months=6),
            Expiry.LAPSE,
            stops=(StepKind.PROGRESS_RECORDED, StepKind.VALIDATION_RECEIVED),
            writes_down=StepKind.LAPSED,
        ),
        ClockKind.JURY: ClockTerms(
            "R6412-5",
            Term(months=3),
            Expiry.LATE_JURY,
            stops=(),
            starts_again=StepKind.VALIDATION_RECEIVED,
        ),
        ClockKind.NOTIFICATION: ClockTerms(
            "R6412-7",
            Term(days=15),
            Expiry.LATE_NOTIFICATION,
            stops=(StepKind.RESULT_NOTIFIED,),
        ),
        ClockKind.EMPLOYER: ClockTerms(
            "D3142-32", Term(days=-15), Expiry.LATE_EMPLOYER, stops=(StepKind.EMPLOYER_TOLD,)
        ),
        ClockKind.LEAVE: ClockTerms(
            "R6422-3", Term(days=-30), Expiry.LATE_LEAVE, stops=(StepKind.LEAVE_ASKED,)
        ),
        ClockKind.DECLARATION: ClockTerms(
            "R6113-17-2",
            Term(months=3),
            Expiry.LATE_DECLARATION,
            stops=(StepKind.DECLARED,),
        ),
    }
)

ARTICLES: Mapping[ClockKind, str] = MappingProxyType(
    {kind: terms.article for kind, terms in TERMS.items()}
)
"""Articles of the « code du travail »."""


@dataclass(frozen=True, slots=True)
class LegalClock:
    """One clock of one candidacy, or of one examiner (`candidacy_id` 0)."""

    kind: ClockKind
    article: str
    starts: date | None
    """What it counts from; for a clock that counts back, the fixed day."""
    due: date | None
    """Last day on which the act is in time, itself included; None while it stands still."""
    candidacy_id: int
    state: ClockState
    examiner_id: int = 0
    session_id: int = 0
    """The session that started it; 0: none did."""
    suspensions: tuple[Suspension, ...] = ()
    suspended: int = 0
    """For how many days it stood still."""
    stopped: date | None = None
    """When the act was done."""

    @property
    def expiry(self) -> Expiry:
        """Return what follows when the last day goes by."""
        return TERMS[self.kind].expiry

    @property
    def acts(self) -> tuple[StepKind, ...]:
        """Return the acts that this clock waits for now, the most usual first."""
        terms = TERMS[self.kind]
        if self.due is None:
            return (terms.starts_again,) if terms.starts_again else ()
        if self.state is ClockState.EXPIRED and terms.writes_down:
            return (terms.writes_down,)
        return terms.stops
