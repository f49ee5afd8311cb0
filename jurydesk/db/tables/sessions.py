"""Sessions, their juries and hearings, and who was summoned."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow, Row, goes_with, part_of


class SessionRow(EntityRow, table=True):
    """A jury session. What no query asks for is a document: hours, pins, findings."""

    __tablename__ = "session"

    code: str = Field(unique=True)
    hours: dict[str, Any] = Field(sa_type=Document)
    place: str
    modality: str
    title: str
    status: str
    proposal: dict[str, Any] | None = Field(sa_type=Document)
    frozen_at: datetime | None = Field(sa_type=DateTime)
    frozen_findings: list[Any] = Field(sa_type=Document)
    closed_at: datetime | None = Field(sa_type=DateTime)
    pins: dict[str, Any] = Field(sa_type=Document)
    release: dict[str, Any] | None = Field(sa_type=Document)
    jury_span: str = Field(default="HALF_DAY", sa_column_kwargs={"server_default": "HALF_DAY"})


class SessionCertificationRow(Row, table=True):
    """A certification that a session judges: a code, like that of a candidacy."""

    __tablename__ = "session_certification"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    certification: str


class SessionDayRow(Row, table=True):
    """A day of a session."""

    __tablename__ = "session_day"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    day: date


class SessionRoomRow(Row, table=True):
    """A room of a session."""

    __tablename__ = "session_room"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    name: str


class SessionCandidacyRow(Row, table=True):
    """A candidacy that a session takes."""

    __tablename__ = "session_candidacy"
    __table_args__ = (UniqueConstraint("session_id", "candidacy_id"),)

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)


class SummonsRow(EntityRow, table=True):
    """One person summoned to one session; all that was sent and answered is a document."""

    __tablename__ = "summons"
    __table_args__ = (
        UniqueConstraint("session_id", "candidacy_id"),
        UniqueConstraint("session_id", "examiner_id"),
        CheckConstraint("(candidacy_id IS NULL) <> (examiner_id IS NULL)", name="one_person"),
        {"sqlite_autoincrement": True},
    )

    session_id: int = Field(foreign_key="session.id")
    uid: str = Field(unique=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    sendings: list[Any] = Field(sa_type=Document)
    answers: list[Any] = Field(sa_type=Document)
    reminders: list[Any] = Field(sa_type=Document)


class JuryRow(Row, table=True):
    """A jury of a session, for one half-day in one room."""

    __tablename__ = "jury"

    session_id: int = part_of("session")
    number: int = Field(primary_key=True)
    position: int
    day: date = Field(index=True)
    half_day: str
    room: str
    certification: str
    president_id: int | None = Field(foreign_key="examiner.id", index=True)
    one_sex_reason: str
    annulled: bool


class JurorRow(Row, table=True):
    """An examiner seated in a jury; twice in one jury is a finding (JURY-03), not an error."""

    __tablename__ = "juror"
    __table_args__ = (goes_with("jury", "session_id", "number", by=("session_id", "jury")),)

    session_id: int = Field(primary_key=True)
    jury: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    seat: str
    external: bool
    deliberates: bool


class HearingRow(Row, table=True):
    """A candidacy before a jury; twice in one session is a finding (HEAR-04), not an error."""

    __tablename__ = "hearing"
    __table_args__ = (
        goes_with("jury", "session_id", "number", by=("session_id", "jury")),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    )

    session_id: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    jury: int
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    starts_at: datetime = Field(sa_type=DateTime)
    ends_at: datetime = Field(sa_type=DateTime)
    recused: list[int] = Field(sa_type=Document)
