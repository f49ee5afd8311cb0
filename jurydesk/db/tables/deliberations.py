"""Deliberations, what was decided, and the minutes."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import datetime, time
from typing import Any

from sqlalchemy import DateTime, Text
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow, Row, goes_with, part_of

RECORD_KEY = ("deliberation_id", "candidacy_id")


class DeliberationRow(EntityRow, table=True):
    """What was recorded for a session; triggers refuse any change once it is closed."""

    __tablename__ = "deliberation"

    session_id: int = Field(foreign_key="session.id", unique=True)
    opened_at: datetime | None = Field(sa_type=DateTime)
    closed_at: datetime | None = Field(sa_type=DateTime)
    recorded_at: datetime | None = Field(sa_type=DateTime)
    edition: int = Field(default=1, sa_column_kwargs={"server_default": "1"})


class AttendanceRow(Row, table=True):
    """The presence of one juror before one jury."""

    __tablename__ = "attendance"

    deliberation_id: int = part_of("deliberation")
    position: int = Field(primary_key=True)
    jury: int
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    present: bool
    arrived: time | None
    left_at: time | None


class DeclarationRow(Row, table=True):
    """What one member declared before one jury."""

    __tablename__ = "declaration"

    deliberation_id: int = part_of("deliberation")
    position: int = Field(primary_key=True)
    jury: int
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    read_files: bool
    no_tie: bool
    at: datetime | None = Field(sa_type=DateTime)
    note: str = Field(sa_type=Text)


class ActingPresidentRow(Row, table=True):
    """Who presides over one jury where its president does not deliberate."""

    __tablename__ = "acting_president"

    deliberation_id: int = part_of("deliberation")
    position: int = Field(primary_key=True)
    jury: int
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    reason: str = Field(sa_type=Text)


class IncidentRow(Row, table=True):
    """Something that went wrong on the day."""

    __tablename__ = "incident"

    deliberation_id: int = part_of("deliberation")
    position: int = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    jury: int | None
    at: time | None


class HearingRecordRow(Row, table=True):
    """What was recorded of one hearing, with the decision."""

    __tablename__ = "hearing_record"

    deliberation_id: int = part_of("deliberation")
    candidacy_id: int = Field(foreign_key="candidacy.id", primary_key=True, index=True)
    position: int
    appearance: str
    vote: dict[str, Any] | None = Field(sa_type=Document)
    recommendation: str = Field(sa_type=Text)
    observations: str = Field(sa_type=Text)
    decision: str | None


class ResultRow(Row, table=True):
    """The outcome of one block for one candidacy: what adds up over a person's sessions."""

    __tablename__ = "block_result"
    __table_args__ = (goes_with("hearing_record", *RECORD_KEY, by=RECORD_KEY),)

    deliberation_id: int = Field(primary_key=True)
    candidacy_id: int = Field(primary_key=True, index=True)
    position: int = Field(primary_key=True)
    block: str
    outcome: str
    reason: str = Field(sa_type=Text)
    evidence: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})
    advice: str = Field(default="", sa_type=Text, sa_column_kwargs={"server_default": ""})


class RecusalRow(Row, table=True):
    """A juror who did not deliberate on one candidacy."""

    __tablename__ = "recusal"
    __table_args__ = (goes_with("hearing_record", *RECORD_KEY, by=RECORD_KEY),)

    deliberation_id: int = Field(primary_key=True)
    candidacy_id: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    reason: str = Field(sa_type=Text)


class MinutesRow(EntityRow, table=True):
    """Final minutes with the hash of their content; triggers refuse any change."""

    __tablename__ = "minutes"

    session_id: int = Field(foreign_key="session.id", index=True)
    number: str = Field(unique=True)
    content: dict[str, Any] = Field(sa_type=Document)
    content_hash: str
    issued_at: datetime = Field(sa_type=DateTime)
    amends: str


class CorrectionRow(EntityRow, table=True):
    """The records that one amendment corrected, as documents; triggers refuse any change."""

    __tablename__ = "correction"

    session_id: int = Field(foreign_key="session.id", index=True)
    number: str = Field(unique=True)
    records: list[Any] = Field(sa_type=Document)
    attendance: list[Any] = Field(sa_type=Document)
