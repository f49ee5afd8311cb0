"""What follows a jury: decisions as notified, and the register of parchments."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from typing import Any

from sqlalchemy import DateTime, Text
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow


class NotificationRow(EntityRow, table=True):
    """One decision as it was printed for one candidate."""

    __tablename__ = "notification"

    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    session_id: int = Field(foreign_key="session.id", index=True)
    minutes: str
    decision: str
    digest: str
    printed_at: datetime = Field(sa_type=DateTime)
    printed_by: str
    copy_to: str
    sent_on: date | None
    channel: str


class ParchmentRow(EntityRow, table=True):
    """One line of the register of issue; triggers refuse any change."""

    __tablename__ = "parchment"

    number: str = Field(unique=True)
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    session_id: int = Field(foreign_key="session.id", index=True)
    content: dict[str, Any] = Field(sa_type=Document)
    content_hash: str
    delivered_on: date
    issued_at: datetime = Field(sa_type=DateTime)
    issued_by: str
    duplicate_of: str
    reason: str = Field(sa_type=Text)
