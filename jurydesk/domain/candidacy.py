"""A candidacy: one person, one certification, one route; six axes rather than one status."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from jurydesk.domain.entry_conditions import ConditionAnswer
from jurydesk.domain.routes import AccessRoute


class Intake(StrEnum):
    """Whether the office has accepted the application as a file to follow."""

    DRAFT = "DRAFT"
    COMPLETE = "COMPLETE"


class AdmissibilityStatus(StrEnum):
    """Where the admissibility of a VAE candidacy stands (R6412-4)."""

    NONE = "NONE"
    FILED = "FILED"
    INCOMPLETE = "INCOMPLETE"
    COMPLETE = "COMPLETE"
    ADMISSIBLE = "ADMISSIBLE"
    TACITLY_ADMISSIBLE = "TACITLY_ADMISSIBLE"
    REFUSED = "REFUSED"
    LAPSED = "LAPSED"

    @property
    def opens_the_jury(self) -> bool:
        """Tell whether the candidate may file for a jury."""
        return self in {AdmissibilityStatus.ADMISSIBLE, AdmissibilityStatus.TACITLY_ADMISSIBLE}


class Closure(StrEnum):
    """How a candidacy ended, if it did."""

    IN_PROGRESS = "IN_PROGRESS"
    CERTIFIED = "CERTIFIED"
    PARTIALLY_ACQUIRED = "PARTIALLY_ACQUIRED"
    WITHDRAWN = "WITHDRAWN"
    ABANDONED = "ABANDONED"
    ARCHIVED = "ARCHIVED"


class Handed(StrEnum):
    """Whether a piece of work was handed in."""

    YES = "YES"
    NO = "NO"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which a clock stands still; `until` is the first day on which it runs again."""

    since: date
    until: date | None = None
    """None: it still stands still."""


@dataclass(frozen=True, slots=True)
class AdmissibilityFile:
    """The VAE admissibility file (livret 1, dossier de faisabilité) and the decision on it."""

    received: date | None = None
    complete: date | None = None
    decided: date | None = None
    status: AdmissibilityStatus = AdmissibilityStatus.NONE
    acknowledged: date | None = None
    """When the dated acknowledgement of receipt went out (R6412-4)."""
    suspensions: tuple[Suspension, ...] = ()
    """While something was missing after the file had been found complete."""
    notified: date | None = None
    """When the decision went to the candidate: the six months count from then (R6412-4)."""
    last_step: date | None = None
    """The latest step of the candidate after that: it keeps admissibility from lapsing."""
    reason: str = ""
    """Why it was refused, or the gaps and advice that the decision lists (R6412-4)."""


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """What training leaves for the jury: dates, marks out of 20, dissertation, placement."""

    promotion: str = ""
    entry: date | None = None
    exit: date | None = None
    assessment: Decimal | None = None
    assessment_missed: bool = False
    """True where the office wrote « abs »."""
    dissertation: Handed = Handed.UNKNOWN
    placement: str = ""
    """The company of the work placement: a professional tie."""
    trainer: str = ""
    """The referent trainer, as written: a tie when they sit."""
    enrolled: date | None = None
    attendance: Handed = Handed.UNKNOWN
    """Whether the training body certified attendance (assiduité)."""


@dataclass(frozen=True, slots=True)
class IndividualRecord:
    """What an individual application brings: file, entrance conditions, work to judge."""

    received: date | None = None
    """When the pre-selection file (questionnaire, CV) came in."""
    entrance: Handed = Handed.UNKNOWN
    """Whether the entrance conditions of the sheet are met."""
    entrance_evidence: str = ""
    """On what: a diploma, years of experience, an interview."""
    evidence: Handed = Handed.UNKNOWN
    """Whether what the jury will judge came in."""


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One path of one person to one certification by one route."""

    candidate_id: int
    certification: str
    route: AccessRoute
    blocks: tuple[str, ...] = ()
    """Codes of the blocks aimed at; empty: the whole certification."""
    intake: Intake = Intake.DRAFT
    begun: date | None = None
    """When the path began (VAE: first file; training: entry): decides which law holds."""
    admissibility: AdmissibilityFile = AdmissibilityFile()
    validation_received: date | None = None
    """When the validation file (livret 2) came in."""
    validation_returned: date | None = None
    """When the validation file went back to be completed; None: it did not, or came in again."""
    training: TrainingRecord = TrainingRecord()
    individual: IndividualRecord = IndividualRecord()
    conditions: tuple[ConditionAnswer, ...] = ()
    """What was found of the entry conditions of the sheet."""
    accompanist: str = ""
    """Who accompanies the VAE, as written: a tie when they sit."""
    not_before: date | None = None
    """The candidate asked not to be convened before that day."""
    extra_time: bool = False
    """Adaptation: one third more time."""
    step_free: bool = False
    """Adaptation: a room that a person in a wheelchair reaches by themselves."""
    office_status: str = ""
    """The word that the office's own spreadsheet used."""
    notes: str = ""
    closure: Closure = Closure.IN_PROGRESS
    closed: date | None = None
    """When it ended."""
    closure_reason: str = ""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def whole(self) -> bool:
        """Tell whether the whole certification is aimed at."""
        return not self.blocks

    @property
    def law_day(self) -> date | None:
        """Return the day that decides which law governs the path: when it began, if known."""
        if self.route is AccessRoute.EXPERIENCE:
            return self.begun or self.admissibility.received
        return self.begun or self.training.entry

    @property
    def entry(self) -> date | None:
        """Return the day that counts for L6113-9: admissibility for a VAE, else entry."""
        if self.route is AccessRoute.EXPERIENCE:
            return self.admissibility.decided
        return self.training.entry or self.begun
