"""Candidacies, what they aim at, and what their way to the jury leaves behind."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Text, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.column_types import Document, ExactDecimal
from jurydesk.db.tables.base import EntityRow


class CandidacyRow(EntityRow, table=True):
    """A path of one person. The certification is a code that may be unknown: rule CERT-06."""

    __tablename__ = "candidacy"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    certification: str = Field(index=True)
    route: str
    blocks: list[str] = Field(sa_type=Document)
    intake: str
    begun: date | None
    admissibility_received: date | None
    admissibility_complete: date | None
    admissibility_decided: date | None
    admissibility_status: str
    admissibility_acknowledged: date | None
    admissibility_suspensions: list[Any] = Field(sa_type=Document)
    admissibility_notified: date | None
    admissibility_last_step: date | None
    admissibility_reason: str = Field(sa_type=Text)
    validation_received: date | None
    validation_returned: date | None
    promotion: str
    training_entry: date | None
    training_exit: date | None
    assessment: Decimal | None = Field(sa_type=ExactDecimal)
    assessment_missed: bool
    dissertation: str
    placement: str
    trainer: str
    enrolled: date | None
    attendance: str
    individual_received: date | None
    entrance: str
    entrance_evidence: str
    evidence: str
    condition_answers: list[Any] = Field(sa_type=Document)
    accompanist: str
    not_before: date | None
    extra_time: bool
    step_free: bool
    office_status: str
    notes: str = Field(sa_type=Text)
    closure: str
    closed: date | None
    closure_reason: str = Field(sa_type=Text)


class CertificationRow(EntityRow, table=True):
    """An RNCP sheet, always read and written whole: one document, found by its code."""

    __tablename__ = "certification"

    code: str = Field(unique=True)
    title: str
    content: dict[str, Any] = Field(sa_type=Document)


class TieRow(EntityRow, table=True):
    """A tie between a candidate and an examiner."""

    __tablename__ = "tie"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    kind: str
    state: str
    evidence: str
    reason: str
    source: str
    declared_on: date | None
    likeness: int
    settled_by: str
    settled_on: date | None


class StepRow(EntityRow, table=True):
    """A step in the history of a candidacy, or of one juror in one session."""

    __tablename__ = "step"

    kind: str
    day: date
    recorded_at: datetime = Field(sa_type=DateTime)
    actor: str
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    session_id: int | None = Field(foreign_key="session.id", index=True)
    from_state: str
    to_state: str
    reason: str = Field(sa_type=Text)
    detail: str = Field(sa_type=Text)
    revokes: int | None


class AcquisitionRow(EntityRow, table=True):
    """A block that a person acquired outside a session of this workspace."""

    __tablename__ = "acquisition"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    certification: str
    block: str
    acquired_on: date | None
    route: str | None
    evidence: str = Field(sa_type=Text)
    recorded_by: str


class EquivalenceRow(EntityRow, table=True):
    """A block of one sheet that may stand for a block of another."""

    __tablename__ = "equivalence"
    __table_args__ = (
        UniqueConstraint("from_certification", "from_block", "to_certification", "to_block"),
        {"sqlite_autoincrement": True},
    )

    from_certification: str
    from_block: str
    to_certification: str
    to_block: str
    state: str
    likeness: int
    settled_by: str
    settled_on: date | None
    reason: str = Field(sa_type=Text)


class NoteRow(EntityRow, table=True):
    """A free note on a person."""

    __tablename__ = "note"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    text: str = Field(sa_type=Text)
    written_at: datetime = Field(sa_type=DateTime)
    author: str
