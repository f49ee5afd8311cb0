"""What the services need from the outside world, as protocols that `db` and the fakes implement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import AuditEvent, EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.expenses import Claim, Rate
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.notes import Note
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session
from jurydesk.domain.sites import Site, Travel
from jurydesk.domain.steps import Step
from jurydesk.domain.summons import Summons
from jurydesk.domain.ties import Tie
from jurydesk.errors import JurydeskError

E = TypeVar("E")


class Clock(Protocol):
    """Tells the time, so that a test can move it."""

    def now(self) -> datetime:
        """Return the local time without a zone, to the second."""
        ...

    def today(self) -> date:
        """Return the local day."""
        ...


class Repository(Protocol[E]):
    """One kind of entity in the workspace. Every write is noted as a `Change` of the unit."""

    def get(self, identifier: int) -> E:
        """Return one entity.

        Raises:
            WrongUsage: there is none with that number.
        """
        ...

    def find(self, identifier: int) -> E | None:
        """Return one entity, or None."""
        ...

    def all(self) -> tuple[E, ...]:
        """Return every entity in the order of its number."""
        ...

    def some(self, identifiers: Iterable[int]) -> tuple[E, ...]:
        """Return the entities with these numbers, in one query."""
        ...

    def add(self, entity: E) -> E:
        """Store a new entity and return it with its number; a number already set is kept."""
        ...

    def save(self, entity: E) -> E:
        """Store a changed entity and return it with its new version.

        Raises:
            StaleData: it was changed by somebody else since it was read.
        """
        ...

    def remove(self, identifier: int) -> None:
        """Delete one entity with what belongs to it alone."""
        ...


class CandidacyRepository(Repository[Candidacy], Protocol):
    """Candidacies of the candidates."""

    def of_candidate(self, candidate_id: int) -> tuple[Candidacy, ...]:
        """Return every candidacy of one person."""
        ...

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Candidacy, ...]:
        """Return every candidacy of these persons."""
        ...

    def for_certification(self, code: str) -> tuple[Candidacy, ...]:
        """Return every candidacy to one certification."""
        ...


class CertificationRepository(Repository[Certification], Protocol):
    """The sheets."""

    def by_code(self, code: str) -> Certification | None:
        """Return the sheet with that RNCP number."""
        ...


class TieRepository(Repository[Tie], Protocol):
    """Ties between candidates and examiners."""

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Tie, ...]:
        """Return the ties of these candidates."""
        ...

    def of_examiner(self, identifier: int) -> tuple[Tie, ...]:
        """Return the ties of one examiner."""
        ...


class SessionRepository(Repository[Session], Protocol):
    """Sessions with their juries and hearings, stored and loaded whole."""

    def by_code(self, code: str) -> Session | None:
        """Return the session with that code."""
        ...

    def on_days(self, days: Iterable[date]) -> tuple[Session, ...]:
        """Return the sessions that have a jury on one of these days."""
        ...


class SummonsRepository(Repository[Summons], Protocol):
    """Who was summoned to which session, with the answers."""

    def of_session(self, session_id: int) -> tuple[Summons, ...]:
        """Return who was summoned to one session."""
        ...

    def of_examiner(self, examiner_id: int) -> tuple[Summons, ...]:
        """Return the sessions that one examiner was summoned to."""
        ...

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Summons, ...]:
        """Return the summonses of these candidacies."""
        ...


class DeliberationRepository(Repository[Deliberation], Protocol):
    """What was recorded in the room; one per session."""

    def of_session(self, session_id: int) -> Deliberation | None:
        """Return the deliberation of one session."""
        ...


class MinutesRepository(Repository[Minutes], Protocol):
    """Final minutes; `save` and `remove` are refused by the database itself."""

    def of_session(self, session_id: int) -> tuple[Minutes, ...]:
        """Return the minutes of one session and its amendments, oldest first."""
        ...

    def numbers_of_year(self, year: int) -> tuple[str, ...]:
        """Return the numbers already given in one year."""
        ...


class StepRepository(Repository[Step], Protocol):
    """The history of candidacies, and of jurors in sessions."""

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Step, ...]:
        """Return the steps of these candidacies, oldest first."""
        ...

    def of_session(self, session_id: int) -> tuple[Step, ...]:
        """Return the steps done for one session."""
        ...

    def of_examiner(self, examiner_id: int) -> tuple[Step, ...]:
        """Return the steps of one juror."""
        ...


class AttachmentRepository(Repository[Attachment], Protocol):
    """Documents of persons; their contents are in the `BlobStore`."""

    def of_candidate(self, candidate_id: int) -> tuple[Attachment, ...]:
        """Return the documents of one person."""
        ...

    def of_examiner(self, examiner_id: int) -> tuple[Attachment, ...]:
        """Return the documents that prove an examiner's right to sit."""
        ...

    def with_digest(self, digest: str) -> tuple[Attachment, ...]:
        """Return the attachments of one content."""
        ...


class AcquisitionRepository(Repository[Acquisition], Protocol):
    """Blocks acquired outside the sessions of this workspace."""

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Acquisition, ...]:
        """Return what these persons brought with them."""
        ...


class EquivalenceRepository(Repository[Equivalence], Protocol):
    """Equivalences between the blocks of successive sheets."""

    def to_certification(self, code: str) -> tuple[Equivalence, ...]:
        """Return what may stand for blocks of that sheet."""
        ...


class NoteRepository(Repository[Note], Protocol):
    """Free notes on persons."""

    def of_candidate(self, candidate_id: int) -> tuple[Note, ...]:
        """Return the notes on one person, oldest first."""
        ...


class DistinctionRepository(Repository[Distinction], Protocol):
    """Persons who look alike and are not the same."""

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Distinction, ...]:
        """Return whom these persons were told apart from."""
        ...


class ClaimRepository(Repository[Claim], Protocol):
    """Claims with their lines, receipts and payments, stored and loaded whole."""

    def of_session(self, session_id: int) -> tuple[Claim, ...]:
        """Return the claims for one session."""
        ...

    def of_examiners(self, identifiers: Iterable[int]) -> tuple[Claim, ...]:
        """Return the claims of these persons."""
        ...


class BlobStore(Protocol):
    """Contents of documents, each kept once under its SHA-256."""

    def put(self, content: bytes) -> str:
        """Keep a content if it is not kept yet; return its SHA-256, hexadecimal."""
        ...

    def get(self, digest: str) -> bytes:
        """Return a content.

        Raises:
            WrongUsage: there is none.
        """
        ...

    def orphans(self) -> tuple[str, ...]:
        """Return the digests that no attachment and no receipt names any more."""
        ...

    def discard(self, digest: str) -> None:
        """Forget a content for good."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """One entity that the search found."""

    kind: Kind
    id: int


class SearchIndex(Protocol):
    """Finds people, sessions and sheets by the beginnings of words, as fast as somebody types."""

    def find(self, query: str, *, kinds: Iterable[Kind], most: int) -> tuple[Found, ...]:
        """Return the first `most` of each kind under which every word of the query begins.

        Whole words come before beginnings; case, accents and the order of the words are nothing.
        """
        ...


class NationalNumberStore(Protocol):
    """National numbers (NIR), sealed: no image of one is ever part of a change."""

    def get(self, candidate_id: int) -> str | None:
        """Return the sealed number of one person, or None."""
        ...

    def put(self, candidate_id: int, sealed: str | None) -> None:
        """Keep a sealed number in the place of any other; None forgets it."""
        ...

    def holders(self) -> frozenset[int]:
        """Return who has one."""
        ...


class SettingRepository(Protocol):
    """Values that an administrator sets, as text, by key."""

    def get(self, key: str) -> str | None:
        """Return one setting, or None where nobody set it."""
        ...

    def put(self, key: str, value: str) -> None:
        """Set one value; the same value again is not a change."""
        ...

    def remove(self, key: str) -> None:
        """Set it no longer, so that its default holds."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Keep what the program remembers by itself: told to pages, but not undone."""
        ...

    def all(self) -> Mapping[str, str]:
        """Return every setting."""
        ...


class AuditLog(Protocol):
    """The trail: it can be read and added to, nothing else."""

    def record(self, type_: EventType, details: Mapping[str, object]) -> AuditEvent:
        """Add one event at the end of the chain, in this transaction."""
        ...

    def events(self, *, after: int = 0, type_: EventType | None = None) -> tuple[AuditEvent, ...]:
        """Return the events in order, those after one sequence number, or of one type."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` leaves the workspace as it was."""

    candidates: Repository[Candidate]
    candidacies: CandidacyRepository
    examiners: Repository[Examiner]
    certifications: CertificationRepository
    ties: TieRepository
    sessions: SessionRepository
    summonses: SummonsRepository
    deliberations: DeliberationRepository
    minutes: MinutesRepository
    steps: StepRepository
    attachments: AttachmentRepository
    acquisitions: AcquisitionRepository
    equivalences: EquivalenceRepository
    notes: NoteRepository
    distinctions: DistinctionRepository
    sites: Repository[Site]
    travels: Repository[Travel]
    rates: Repository[Rate]
    claims: ClaimRepository
    blobs: BlobStore
    national_numbers: NationalNumberStore
    search: SearchIndex
    settings: SettingRepository
    audit: AuditLog

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what was written so far in this unit, in order."""
        ...

    def commit(self) -> None:
        """Make it last.

        Raises:
            RuntimeError: entities were changed and no audit event was recorded: a fault of ours.
            EnvironmentFailure: the disk is full, the folder read-only, the server away.
        """
        ...

    def __enter__(self) -> Self:
        """Begin the transaction."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed."""
        ...


@dataclass(frozen=True, slots=True)
class StorageReport:
    """What the storage itself says of its health; `problems` are codes with a detail each."""

    problems: tuple[tuple[str, str], ...] = ()
    audit_events: int = 0
    broken_event: int | None = None
    """Sequence number of the first audit event that does not hold."""
    altered_minutes: tuple[str, ...] = ()
    """Numbers of minutes whose content no longer has its hash."""

    @property
    def sound(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.problems or self.altered_minutes or self.broken_event is not None)


class Storage(Protocol):
    """The workspace as a whole: a file or a server."""

    @property
    def label(self) -> str:
        """Return how a person knows it: the file's name or the server's, without a password."""
        ...

    def verify(self) -> StorageReport:
        """Check file integrity, foreign keys, the audit chain and the frozen minutes."""
        ...

    def newest_copy(self) -> datetime | None:
        """Return when the newest automatic copy was made; None: there is none of ours."""
        ...

    def backup(self, target: Path) -> Path:
        """Copy the workspace through the database's own means, open the copy, check it.

        Raises:
            EnvironmentFailure: it cannot be written there, or the server has its own backups.
        """
        ...


class SealingKey(Protocol):
    """What seals and opens numbers; made from a passphrase, which it does not hold."""

    @property
    def parameters(self) -> str:
        """Return what is stored to make the same key again: no secret, and how to tell it."""
        ...

    def seal(self, number: str, *, candidate_id: int) -> str:
        """Return a number sealed for one person."""
        ...

    def unseal(self, sealed: str, *, candidate_id: int) -> str:
        """Return a number that was sealed for that person.

        Raises:
            DamagedFile: it was altered, or belongs to somebody else.
        """
        ...


class Vault(Protocol):
    """Keeps the key of the national numbers for this run of the program; None: locked."""

    key: SealingKey | None

    def new_key(self, passphrase: str) -> SealingKey:
        """Return a key of a new passphrase; it takes about half a second on purpose."""
        ...

    def key_from(self, parameters: str, passphrase: str) -> SealingKey:
        """Return the key that these parameters and this passphrase make.

        Raises:
            WrongUsage: the passphrase is another one.
            DamagedFile: the parameters cannot be read.
        """
        ...


def _nothing_to_close() -> None:
    """Stand in where a desk holds no connection."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every service is given: how to open a unit of work, the time, and who acts."""

    open_unit: Callable[[], UnitOfWork]
    clock: Clock
    actor: str
    storage: Storage
    close: Callable[[], None] = _nothing_to_close
    """Gives the connections back; the desk is not used any more."""
    warnings: tuple[JurydeskError, ...] = ()
    """What a person should know of the place where the workspace lies."""
    vault: Vault | None = None
    """Where the national numbers are sealed; None: this desk cannot."""
