"""Documents of files, and their contents by digest."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import datetime

from sqlalchemy import DateTime, LargeBinary, Text
from sqlmodel import Field

from jurydesk.db.tables.base import EntityRow, Row


class AttachmentRow(EntityRow, table=True):
    """A document of a person; its content is a blob."""

    __tablename__ = "attachment"

    candidate_id: int | None = Field(foreign_key="candidate.id", index=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    requirement: str
    name: str
    digest: str = Field(index=True)
    size: int
    media_type: str
    added_at: datetime = Field(sa_type=DateTime)
    added_by: str
    note: str = Field(sa_type=Text)


class BlobRow(Row, table=True):
    """The content of documents, by its SHA-256."""

    __tablename__ = "blob"

    digest: str = Field(primary_key=True)
    size: int
    content: bytes = Field(sa_type=LargeBinary)
