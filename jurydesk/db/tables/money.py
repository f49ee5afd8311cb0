"""Rates and claims of expenses, with their receipts and payments."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import DateTime, Text, UniqueConstraint
from sqlmodel import Field

from jurydesk.db.column_types import ExactDecimal
from jurydesk.db.tables.base import EntityRow, Row, part_of


class RateRow(EntityRow, table=True):
    """What one unit of a kind of expense is worth, from one day on."""

    __tablename__ = "rate"

    kind: str
    amount: Decimal = Field(sa_type=ExactDecimal)
    since: date
    until: date | None
    seat: str
    note: str


class ClaimRow(EntityRow, table=True):
    """What one person claims for one session."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("examiner_id", "session_id"),
        {"sqlite_autoincrement": True},
    )

    examiner_id: int = Field(foreign_key="examiner.id")
    session_id: int = Field(foreign_key="session.id", index=True)
    status: str
    submitted_on: date | None
    settled_on: date | None
    settled_by: str
    reason: str = Field(sa_type=Text)


class ClaimLineRow(Row, table=True):
    """One thing claimed for one day."""

    __tablename__ = "claim_line"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    number: int
    day: date
    kind: str
    quantity: Decimal = Field(sa_type=ExactDecimal)
    claimed: Decimal = Field(sa_type=ExactDecimal)
    due: Decimal = Field(sa_type=ExactDecimal)
    rate: Decimal | None = Field(sa_type=ExactDecimal)
    seat: str
    half_day: str | None
    derived: bool
    needs_receipt: bool
    note: str = Field(sa_type=Text)


class ReceiptRow(Row, table=True):
    """A receipt of a claim; its content is a blob."""

    __tablename__ = "receipt"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    number: int
    line: int
    name: str
    digest: str = Field(index=True)
    size: int
    media_type: str
    added_at: datetime = Field(sa_type=DateTime)
    added_by: str


class PaymentRow(Row, table=True):
    """Money that went out for a claim."""

    __tablename__ = "payment"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    day: date
    amount: Decimal = Field(sa_type=ExactDecimal)
    reference: str
