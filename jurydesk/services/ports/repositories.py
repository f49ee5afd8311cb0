"""What the services ask of the store of each kind of entity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.corrections import Correction
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.expenses import Claim
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.notes import Note
from jurydesk.domain.session import Session
from jurydesk.domain.steps import Step
from jurydesk.domain.summons import Summons
from jurydesk.domain.ties import Tie

E = TypeVar("E")


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

    def hold_series(self) -> None:
        """Let nobody else give a number until this unit ends, so that none is given twice.

        What was read before may have changed while this waited.
        """
        ...

    def numbers_of_year(self, year: int) -> tuple[str, ...]:
        """Return the numbers already given in one year."""
        ...


class CorrectionRepository(Repository[Correction], Protocol):
    """What amendments corrected; `save` and `remove` are refused by the database itself."""

    def of_session(self, session_id: int) -> tuple[Correction, ...]:
        """Return what amendments corrected of one session, oldest first."""
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
