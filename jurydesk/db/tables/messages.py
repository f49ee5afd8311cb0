"""Messages about released plans."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Text
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow


class OutboxMessageRow(EntityRow, table=True):
    """One message to one person about one session; what it tells is a document."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        CheckConstraint("(candidacy_id IS NULL) <> (examiner_id IS NULL)", name="one_person"),
        {"sqlite_autoincrement": True},
    )

    session_id: int = Field(foreign_key="session.id", index=True)
    uid: str
    reason: str
    asked: list[Any] = Field(sa_type=Document)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    subject: str
    text: str = Field(sa_type=Text)
    is_own: bool
    excluded: bool
    prepared_at: datetime | None = Field(sa_type=DateTime)
    sent_on: date | None
    channel: str | None
