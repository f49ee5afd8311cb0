"""The deliberation of a session: presence, recusals, results by block, the decision derived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum


class Decision(StrEnum):
    """What the jury decided of one candidacy; the blocks are named beside it (R6412-7)."""

    FULL = "FULL"
    PARTIAL = "PARTIAL"
    NONE = "NONE"
    ABSENT = "ABSENT"
    EXCUSED = "EXCUSED"
    ADJOURNED = "ADJOURNED"


class Appearance(StrEnum):
    """Whether the candidate came before the jury."""

    EXPECTED = "EXPECTED"
    """Nothing recorded yet."""
    PRESENT = "PRESENT"
    ABSENT = "ABSENT"
    EXCUSED = "EXCUSED"
    ADJOURNED = "ADJOURNED"
    """Heard or not, put off to another session."""


class Outcome(StrEnum):
    """The result of one block, or of the certification as a whole."""

    ACQUIRED = "ACQUIRED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class Attendance:
    """The presence of one juror before one jury, with hours where somebody came late or left."""

    jury: int
    examiner_id: int
    present: bool
    arrived: time | None = None
    left: time | None = None


@dataclass(frozen=True, slots=True)
class Recusal:
    """A juror who did not deliberate on one candidate, and why."""

    examiner_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one block (`WHOLE` where the sheet has none) and why it was refused."""

    block: str
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, recorded only where voices differed. The president decides when they are equal."""

    in_favour: int
    against: int
    abstained: int = 0

    @property
    def needs_casting_vote(self) -> bool:
        """Tell whether the voices are equal, so that the president's decides (D6412-6)."""
        return self.in_favour == self.against


@dataclass(frozen=True, slots=True)
class HearingRecord:
    """What the secretary recorded of one hearing."""

    candidacy_id: int
    appearance: Appearance = Appearance.EXPECTED
    results: tuple[Result, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    vote: Vote | None = None
    recommendation: str = ""
    observations: str = ""
    decision: Decision | None = None
    """Derived; fixed when the deliberation is closed."""

    def result(self, block: str) -> Result | None:
        """Return the result of one block."""
        return next((result for result in self.results if result.block == block), None)


@dataclass(frozen=True, slots=True)
class Deliberation:
    """All that was recorded in the room for one session."""

    session_id: int
    opened_at: datetime | None = None
    attendance: tuple[Attendance, ...] = ()
    records: tuple[HearingRecord, ...] = ()
    incidents: str = ""
    """Section « aléas et dysfonctionnements » of the minutes."""
    closed_at: datetime | None = None
    id: int = 0
    version: int = field(default=0, compare=False)

    def record(self, candidacy_id: int) -> HearingRecord | None:
        """Return what was recorded of one candidacy."""
        return next((r for r in self.records if r.candidacy_id == candidacy_id), None)

    def presence(self, jury: int, examiner_id: int) -> Attendance | None:
        """Return the presence recorded for one juror; None while nobody noted it."""
        found = (a for a in self.attendance if (a.jury, a.examiner_id) == (jury, examiner_id))
        return next(found, None)

    @property
    def is_closed(self) -> bool:
        """Tell whether the decisions are fixed."""
        return self.closed_at is not None
