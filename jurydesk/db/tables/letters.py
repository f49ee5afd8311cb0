"""Texts that an office writes for its letters."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from typing import Any, ClassVar

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.tables.base import EntityRow


class LetterTemplateRow(EntityRow, table=True):
    """The text of one kind of letter in one language, in the place of the shipped one."""

    __tablename__ = "letter_template"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("kind", "language"),
        {"sqlite_autoincrement": True},
    )

    kind: str
    language: str
    text: str = Field(sa_type=Text)
