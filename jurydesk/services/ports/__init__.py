"""What the services need from the outside world, as protocols that `db` and the fakes implement."""

from __future__ import annotations

from jurydesk.services.ports.desk import Clock, Desk, SealingKey, Storage, StorageReport, Vault
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
    Found,
    NationalNumberStore,
    SearchIndex,
    SettingRepository,
)
from jurydesk.services.ports.unit_of_work import UnitOfWork

__all__ = [
    "AcquisitionRepository",
    "AttachmentRepository",
    "AuditLog",
    "BlobStore",
    "CandidacyRepository",
    "CertificationRepository",
    "ClaimRepository",
    "Clock",
    "CorrectionRepository",
    "DeliberationRepository",
    "Desk",
    "DistinctionRepository",
    "EquivalenceRepository",
    "Found",
    "MinutesRepository",
    "NationalNumberStore",
    "NoteRepository",
    "Repository",
    "SealingKey",
    "SearchIndex",
    "SessionRepository",
    "SettingRepository",
    "StepRepository",
    "Storage",
    "StorageReport",
    "SummonsRepository",
    "TieRepository",
    "UnitOfWork",
    "Vault",
]
