"""One transaction over everything that is stored."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from jurydesk.domain.changes import Change
from jurydesk.domain.expenses import Rate
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.sites import Site, Travel
from jurydesk.services.ports.repositories import (
    AcquisitionRepository,
    AttachmentRepository,
    CandidacyRepository,
    CertificationRepository,
    ClaimRepository,
    CorrectionRepository,
    DeliberationRepository,
    DistinctionRepository,
    EquivalenceRepository,
    MinutesRepository,
    NoteRepository,
    Repository,
    SessionRepository,
    StepRepository,
    SummonsRepository,
    TieRepository,
)
from jurydesk.services.ports.stores import (
    AuditLog,
    BlobStore,
    NationalNumberStore,
    SearchIndex,
    SettingRepository,
)


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
    corrections: CorrectionRepository
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
