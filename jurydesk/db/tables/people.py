"""Candidates and examiners, with what hangs on a person."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from typing import Any

from sqlalchemy import DateTime, Text, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow, Row, part_of


class CandidateRow(EntityRow, table=True):
    """A person who applies."""

    __tablename__ = "candidate"

    birth_name: str
    first_names: list[str] = Field(sa_type=Document)
    usage_name: str
    sex: str
    birth_date: date | None
    birth_partial: str
    birth_commune: str
    birth_insee: str
    birth_postal_code: str
    birth_department: str
    birth_country: str
    email: str
    phone: str
    employer: str
    employments: list[Any] = Field(sa_type=Document)
    notes: str = Field(sa_type=Text)


class ExaminerRow(EntityRow, table=True):
    """A person of the pool."""

    __tablename__ = "examiner"

    last_name: str
    first_name: str
    sex: str
    occupation: str
    organisation: str
    employments: list[Any] = Field(sa_type=Document)
    of_certifier: bool
    is_employee: bool | None
    email: str
    phone: str
    judges: list[str] | None = Field(sa_type=Document)
    training: str
    trained_in: int | None
    preferred_half_day: str | None
    declines_presidency: bool
    juries_last_year: int | None
    last_presidency: date | None
    notes: str = Field(sa_type=Text)
    active: bool


class QualificationRow(Row, table=True):
    """A kind of seat that an examiner may hold."""

    __tablename__ = "examiner_qualification"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    seat: str
    document: str


class MandateRow(Row, table=True):
    """A designation of an examiner between two dates."""

    __tablename__ = "examiner_mandate"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    starts_on: date
    ends_on: date
    act: str


class AbsenceRow(Row, table=True):
    """What an examiner said of a range of days: away, held for us, rather not, free."""

    __tablename__ = "examiner_absence"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    starts_on: date
    ends_on: date
    half_day: str | None
    reason: str
    kind: str
    held_until: date | None
    weekday: int | None
    origin: str
    given_on: date | None


class NationalNumberRow(Row, table=True):
    """The national number of a candidate, sealed; it goes with the person."""

    __tablename__ = "national_number"

    candidate_id: int = part_of("candidate")
    sealed: str = Field(sa_type=Text)


class DistinctionRow(EntityRow, table=True):
    """Two candidates who are not the same person."""

    __tablename__ = "distinction"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    first_id: int = Field(foreign_key="candidate.id")
    second_id: int = Field(foreign_key="candidate.id", index=True)
    settled_by: str
    settled_at: datetime = Field(sa_type=DateTime)
