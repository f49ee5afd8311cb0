"""Sites, their rooms, and the ways between them."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.column_types import Document
from jurydesk.db.tables.base import EntityRow, Row, part_of


class SiteRow(EntityRow, table=True):
    """A building where juries sit."""

    __tablename__ = "site"

    name: str = Field(unique=True)
    address: str
    note: str = Field(sa_type=Text)


class SiteRoomRow(Row, table=True):
    """A room of a site. Sessions name rooms by name, so no two have the same."""

    __tablename__ = "site_room"

    site_id: int = part_of("site")
    position: int = Field(primary_key=True)
    name: str = Field(unique=True)
    capacity: int | None
    hours: list[Any] = Field(sa_type=Document)
    closed: list[Any] = Field(sa_type=Document)
    equipment: list[str] = Field(sa_type=Document)
    note: str = Field(sa_type=Text)


class TravelRow(EntityRow, table=True):
    """How long it takes from one site to another."""

    __tablename__ = "travel"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    first_id: int = Field(foreign_key="site.id")
    second_id: int = Field(foreign_key="site.id", index=True)
    minutes: int
