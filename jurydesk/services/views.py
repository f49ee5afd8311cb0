"""What pages and commands read: frozen rows and reports made from several entities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Block, Certification, Composition
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.findings import Finding
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.response_record import ResponseRecord
from jurydesk.domain.service_record import NO_PAST, PastYear, ServiceRecord
from jurydesk.domain.session import Hearing, Session
from jurydesk.domain.sites import NOWHERE, SiteMap, Stay
from jurydesk.domain.summons import Summons
from jurydesk.domain.ties import Tie

if TYPE_CHECKING:
    from jurydesk.domain.session_rules import Limits


@dataclass(frozen=True, slots=True)
class CandidacyRow:
    """One line of the list of candidates: a candidacy with its person and where it stands."""

    candidacy: Candidacy
    candidate: Candidate
    stage: str
    """Derived state, code of `domain.candidacy_stage.Stage`."""
    findings: tuple[Finding, ...]
    session_code: str = ""
    """The open session that holds it."""
    remaining: tuple[Block, ...] | None = None
    """Mandatory blocks of the certification still to be acquired; None: it has none, nobody has
    read them, or the ledger was not asked."""
    last_missing: Block | None = None
    """The one block that is missing where all the others are there."""

    @property
    def key(self) -> int:
        """Return what identifies the row."""
        return self.candidacy.id


@dataclass(frozen=True, slots=True)
class CandidateFile:
    """Everything about one person."""

    candidate: Candidate
    candidacies: tuple[CandidacyRow, ...]
    ties: tuple[tuple[Tie, Examiner], ...]


@dataclass(frozen=True, slots=True)
class ExaminerRow:
    """One line of the pool."""

    examiner: Examiner
    findings: tuple[Finding, ...]
    """What would keep the person from sitting today, and what ends soon."""
    sat: int = 0
    """How many juries the person sits in, this calendar year."""
    record: ServiceRecord = field(default_factory=ServiceRecord)
    responses: ResponseRecord = field(default_factory=ResponseRecord)
    """How they answered the summonses sent to them."""

    @property
    def key(self) -> int:
        """Return what identifies the row."""
        return self.examiner.id


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One line of the list of sessions."""

    session: Session
    certification_titles: tuple[str, ...]
    """In the order in which the session names its certifications."""
    juries: int
    placed: int
    unplaced: int
    blocking: int
    """How many blocking findings it has as it stands."""

    @property
    def judged(self) -> str:
        """Return what is judged in one line: number and title of one, the numbers of several."""
        if self.session.has_several:
            return " · ".join(self.session.certifications)
        return " ".join((*self.session.certifications, *self.certification_titles)).strip()

    @property
    def key(self) -> int:
        """Return what identifies the row."""
        return self.session.id


@dataclass(frozen=True, slots=True)
class SessionBoard:
    """A session with everything needed to show, check and adjust it."""

    session: Session
    sheets: Mapping[str, Certification]
    """By code: what the session judges, and what its candidacies aim at."""
    examiners: tuple[Examiner, ...]
    """The whole active pool."""
    candidacies: tuple[CandidacyRow, ...]
    """Those of the session."""
    ties: tuple[Tie, ...]
    findings: tuple[Finding, ...]
    deliberation: Deliberation | None = None
    minutes: tuple[Minutes, ...] = ()
    elsewhere: tuple[tuple[int, date, HalfDay], ...] = ()
    """Examiner and half-day of each seat held in other sessions on these days."""
    excluded: frozenset[tuple[int, int]] = frozenset()
    """Candidacy and examiner who met in a jury that was annulled."""
    limits: Limits | None = None
    acquired: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Blocks that each candidacy brings with it from earlier decisions."""
    loads: Mapping[int, int] = field(default_factory=dict)
    """How many juries each examiner sits in, in the year of the session."""
    today: date | None = None
    """The day on which it was read: options lapse."""
    sites: SiteMap = NOWHERE
    """Where the rooms are, and what is known of them."""
    stays: tuple[Stay, ...] = ()
    """Where its people are on its days because of other sessions."""
    summonses: tuple[Summons, ...] = ()
    """Who was summoned to it, with the answers."""
    past: PastYear = NO_PAST
    """Who presided, and who sat with whom, in other sessions of the year before."""

    def sheet(self, code: str) -> Certification:
        """Return a sheet, or one of which nothing is known."""
        return self.sheets.get(code) or Certification(code=code, title="")

    @property
    def certifications(self) -> tuple[Certification, ...]:
        """Return the sheets of what the session judges, in its order."""
        return tuple(map(self.sheet, self.session.certifications))

    def examiner(self, identifier: int) -> Examiner | None:
        """Return a person of the pool."""
        return next((e for e in self.examiners if e.id == identifier), None)

    def candidacy(self, identifier: int) -> CandidacyRow | None:
        """Return one candidacy of the session."""
        return next((row for row in self.candidacies if row.key == identifier), None)


@dataclass(frozen=True, slots=True)
class SeatOption:
    """One person who might take a seat, with what speaks against it; none: nothing does."""

    examiner: Examiner
    findings: tuple[Finding, ...]
    load: int
    """How many juries the person already sits in this year."""


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """What moving a hearing to a place would break; empty: the place is legal."""

    hearing: Hearing
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that needs somebody: a code of `wording`, its figures, a date, where to go."""

    code: str
    figures: tuple[tuple[str, str | int | date], ...]
    due: date | None
    page: str
    """Name of the page that settles it."""
    target: int | str = 0
    """Number of the entity there; code of the session where a page knows it by that."""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class HomeView:
    """What needs me today, what may wait, and the next sessions."""

    today: date
    urgent: tuple[Task, ...]
    later: tuple[Task, ...]
    sessions: tuple[SessionRow, ...]
    counts: tuple[tuple[str, int], ...]
    """Code of a figure and its value: candidates, ready, examiners, mandates ending …"""


@dataclass(frozen=True, slots=True)
class CertificationView:
    """One sheet with the composition in force or proposed, per route."""

    certification: Certification
    compositions: tuple[Composition, ...]
    needs_confirmation: bool
    candidacies: int


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the trail as a person reads it."""

    sequence: int
    at: datetime
    actor: str
    code: str
    details: str
