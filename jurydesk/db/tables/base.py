"""What every table is, and how the rows of one entity hang together."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

# Before the first table: a constraint without a name cannot be migrated
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = SQLModel.metadata


def part_of(table: str) -> int:
    """Return the column of an entity's number in the rows that go with it."""
    column: int = Field(foreign_key=f"{table}.id", ondelete="CASCADE", primary_key=True)
    return column


def goes_with(table: str, *keys: str, by: tuple[str, ...]) -> ForeignKeyConstraint:
    """Return the constraint of rows that go with a row named by two columns."""
    return ForeignKeyConstraint(by, [f"{table}.{key}" for key in keys], ondelete="CASCADE")


class Row(SQLModel):
    """What every row is."""


class EntityRow(Row):
    """The first row of an entity: its number, never used twice, and its version."""

    # The audit trail and undo name entities by number, so SQLite may not reuse one
    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    version: int = Field(default=None, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE and DELETE ask for the version that was read."""
        return {"version_id_col": cls.version}
