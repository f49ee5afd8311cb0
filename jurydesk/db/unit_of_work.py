"""One transaction on the workspace, in which nothing lasts unless it is committed and audited."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.orm import Session as Database

from jurydesk.db.audit import SqlAuditLog
from jurydesk.db.blobs import SqlBlobs
from jurydesk.db.national_numbers import SqlNationalNumbers
from jurydesk.db.repositories import (
    SqlAcquisitions,
    SqlAttachments,
    SqlCandidacies,
    SqlCandidates,
    SqlCertifications,
    SqlClaims,
    SqlCorrections,
    SqlDeliberations,
    SqlDistinctions,
    SqlEquivalences,
    SqlExaminers,
    SqlMinutes,
    SqlNotes,
    SqlRates,
    SqlSessions,
    SqlSites,
    SqlSteps,
    SqlSummonses,
    SqlTies,
    SqlTravels,
)
from jurydesk.db.search_index import SqlSearchIndex
from jurydesk.db.settings import SqlSettings

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from jurydesk.domain.changes import Change
    from jurydesk.domain.expenses import Rate
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.sites import Site, Travel
    from jurydesk.services import ports


class SqlUnitOfWork:
    """Implements `ports.UnitOfWork` on SQLite and on PostgreSQL."""

    def __init__(self, engine: Engine, *, clock: ports.Clock, actor: str) -> None:
        """Prepare a transaction; it begins with the `with` block."""
        self._changes: list[Change] = []
        self._database = Database(engine, autoflush=False, expire_on_commit=False)
        note = self._changes.append
        self.candidates: ports.Repository[Candidate] = SqlCandidates(self._database, note)
        self.candidacies: ports.CandidacyRepository = SqlCandidacies(self._database, note)
        self.examiners: ports.Repository[Examiner] = SqlExaminers(self._database, note)
        self.certifications: ports.CertificationRepository = SqlCertifications(self._database, note)
        self.ties: ports.TieRepository = SqlTies(self._database, note)
        self.sessions: ports.SessionRepository = SqlSessions(self._database, note)
        self.summonses: ports.SummonsRepository = SqlSummonses(self._database, note)
        self.deliberations: ports.DeliberationRepository = SqlDeliberations(self._database, note)
        self.minutes: ports.MinutesRepository = SqlMinutes(self._database, note)
        self.corrections: ports.CorrectionRepository = SqlCorrections(self._database, note)
        self.steps: ports.StepRepository = SqlSteps(self._database, note)
        self.attachments: ports.AttachmentRepository = SqlAttachments(self._database, note)
        self.acquisitions: ports.AcquisitionRepository = SqlAcquisitions(self._database, note)
        self.equivalences: ports.EquivalenceRepository = SqlEquivalences(self._database, note)
        self.notes: ports.NoteRepository = SqlNotes(self._database, note)
        self.distinctions: ports.DistinctionRepository = SqlDistinctions(self._database, note)
        self.sites: ports.Repository[Site] = SqlSites(self._database, note)
        self.travels: ports.Repository[Travel] = SqlTravels(self._database, note)
        self.rates: ports.Repository[Rate] = SqlRates(self._database, note)
        self.claims: ports.ClaimRepository = SqlClaims(self._database, note)
        self.blobs: ports.BlobStore = SqlBlobs(self._database)
        self.national_numbers: ports.NationalNumberStore = SqlNationalNumbers(self._database, note)
        self.search: ports.SearchIndex = SqlSearchIndex(self._database)
        self.settings: ports.SettingRepository = SqlSettings(self._database, note)
        self._trail = SqlAuditLog(self._database, clock, actor)
        self.audit: ports.AuditLog = self._trail

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what was written so far, in order."""
        return tuple(self._changes)

    def commit(self) -> None:
        """Make it last; a change that no audit event tells of is a fault of ours."""
        if self._changes and not self._trail.recorded:
            raise RuntimeError("entities were changed and no audit event was recorded")
        self._database.commit()

    def __enter__(self) -> Self:
        """Begin the transaction now, so that a workspace out of reach is known at once."""
        self._database.connection()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back what was not committed and give the connection back."""
        self._database.close()
