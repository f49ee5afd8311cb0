"""Evaluation grids, and what a second person typed from them."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow

_COMMON = text("examiner_id IS NULL")


class GridRow(EntityRow, table=True):
    """The marks of one member on one candidacy; triggers refuse any change once it is closed."""

    __tablename__ = "evaluation_grid"
    __table_args__ = (
        UniqueConstraint("session_id", "candidacy_id", "examiner_id"),
        # To a database no examiner is like another: the common grid needs a line of its own
        Index(
            "ix_evaluation_grid_common",
            "session_id",
            "candidacy_id",
            unique=True,
            sqlite_where=_COMMON,
            postgresql_where=_COMMON,
        ),
        {"sqlite_autoincrement": True},
    )

    session_id: int = Field(foreign_key="session.id")
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    marks: list[Any] = Field(sa_type=Document)
    remark: str = Field(sa_type=Text)
    scale: dict[str, Any] = Field(sa_type=Document)


class SecondEntryRow(EntityRow, table=True):
    """What a second person typed of one candidacy; triggers refuse any change once closed."""

    __tablename__ = "second_entry"
    __table_args__ = (
        UniqueConstraint("session_id", "candidacy_id"),
        {"sqlite_autoincrement": True},
    )

    session_id: int = Field(foreign_key="session.id")
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    typed_by: str
    first_by: str
    typed_at: datetime = Field(sa_type=DateTime)
    appearance: str
    outcomes: list[Any] = Field(sa_type=Document)
