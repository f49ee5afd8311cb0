"""Settings, the audit trail, and the words of the search."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from jurydesk.db.column_types import SearchText
from jurydesk.db.tables.base import Row


class SettingRow(Row, table=True):
    """One value that an administrator set."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str = Field(sa_type=Text)


class AuditRow(Row, table=True):
    """One event of the trail, kept as the text that was hashed; triggers refuse any change."""

    __tablename__ = "audit_event"

    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    type: str
    at: str
    actor: str
    details: str = Field(sa_type=Text)
    previous: str
    hash: str


class AuditHeadRow(Row, table=True):
    """Where the trail ends, in a second place: events taken from its end are missed."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    sequence: int
    hash: str


class SearchWordRow(Row, table=True):
    """One word under which the search finds one entity; made of it, never read back into it."""

    __tablename__ = "search_word"
    # In the order of their bytes, so that all words with one beginning stand together
    __table_args__: ClassVar[Any] = (
        Index("ix_search_word_kind_id_word", "kind", "id", "word"),
        {"sqlite_with_rowid": False},
    )

    kind: str = Field(primary_key=True)
    word: str = Field(sa_type=SearchText, primary_key=True)
    id: int = Field(primary_key=True)
