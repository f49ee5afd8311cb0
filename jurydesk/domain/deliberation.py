"""The deliberation of a session: presence, recusals, results by block, the decision derived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

FIRST_EDITION = 1
"""Records that asked for no declaration, no evidence and no advice, and named no acting president.

What was closed under it stays as it was closed: nothing is asked of it afterwards.
"""
EDITION = 2
"""What has to be recorded today."""


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
class Declaration:
    """What one member declared before the closing: the files read, no tie with those heard.

    The ties for which the member is recused are not denied by it.
    """

    jury: int
    examiner_id: int
    read_files: bool
    no_tie: bool
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ActingPresident:
    """The member who presides over a jury whenever its president does not deliberate."""

    jury: int
    examiner_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that went wrong: in one jury or in the whole session, at an hour if it had one."""

    text: str
    jury: int | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Recusal:
    """A juror who did not deliberate on one candidate, and why."""

    examiner_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one block (`WHOLE` where the sheet has none) and, if refused, three texts."""

    block: str
    outcome: Outcome
    reason: str = ""
    """What was missing."""
    evidence: str = ""
    """On what evidence the jury says so."""
    advice: str = ""
    """What the candidate is advised to do."""


class Voice(StrEnum):
    """What one member voted."""

    IN_FAVOUR = "IN_FAVOUR"
    AGAINST = "AGAINST"
    ABSTAINED = "ABSTAINED"


@dataclass(frozen=True, slots=True)
class Ballot:
    """The voice of one member. No paper shows it: papers show how many, and the casting vote."""

    examiner_id: int
    voice: Voice


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote, recorded only where voices differed. The president decides when they are equal."""

    in_favour: int
    against: int
    abstained: int = 0
    ballots: tuple[Ballot, ...] = ()
    """Empty where only the figures were noted."""
    casting: Voice | None = None
    """The voice of whoever presides, where voices are equal (D6412-6)."""

    @classmethod
    def of(cls, ballots: tuple[Ballot, ...], *, casting: Voice | None = None) -> Vote:
        """Return the vote that these ballots amount to."""
        voices = [ballot.voice for ballot in ballots]
        return cls(
            in_favour=voices.count(Voice.IN_FAVOUR),
            against=voices.count(Voice.AGAINST),
            abstained=voices.count(Voice.ABSTAINED),
            ballots=ballots,
            casting=casting,
        )

    @property
    def counts(self) -> tuple[int, int, int]:
        """Return the voices in favour, against and abstained."""
        return self.in_favour, self.against, self.abstained

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
    incidents: tuple[Incident, ...] = ()
    """Section « aléas et dysfonctionnements » of the minutes."""
    closed_at: datetime | None = None
    declarations: tuple[Declaration, ...] = ()
    acting_presidents: tuple[ActingPresident, ...] = ()
    recorded_at: datetime | None = None
    """When something was last written down; no clock may go back behind it."""
    edition: int = EDITION
    """Under which demands it was recorded."""
    id: int = 0
    version: int = field(default=0, compare=False)

    def record(self, candidacy_id: int) -> HearingRecord | None:
        """Return what was recorded of one candidacy."""
        return next((r for r in self.records if r.candidacy_id == candidacy_id), None)

    def presence(self, jury: int, examiner_id: int) -> Attendance | None:
        """Return the presence recorded for one juror; None while nobody noted it."""
        found = (a for a in self.attendance if (a.jury, a.examiner_id) == (jury, examiner_id))
        return next(found, None)

    def declaration(self, jury: int, examiner_id: int) -> Declaration | None:
        """Return what one juror declared before one jury; None while nothing was."""
        found = (d for d in self.declarations if (d.jury, d.examiner_id) == (jury, examiner_id))
        return next(found, None)

    def acting_president(self, jury: int) -> ActingPresident | None:
        """Return who was named to preside over a jury in the place of its president."""
        return next((acting for acting in self.acting_presidents if acting.jury == jury), None)

    @property
    def asks_declarations(self) -> bool:
        """Tell whether members had to declare, and refusals to name evidence and advice."""
        return self.edition > FIRST_EDITION

    @property
    def is_closed(self) -> bool:
        """Tell whether the decisions are fixed."""
        return self.closed_at is not None
