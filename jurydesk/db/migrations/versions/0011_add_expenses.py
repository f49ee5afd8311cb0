"""Add the expenses of the members of a jury: rates, claims, receipts, payments."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    _entity(
        "rate",
        _text("kind"),
        _text("amount"),
        _day("since", nullable=False),
        _day("until"),
        _text("seat"),
        _text("note"),
    )
    _create_claims()
    _create_lines()
    _create_receipts()
    _part("payment", _day("day", nullable=False), _text("amount"), _text("reference"))


def downgrade() -> None:
    raise RuntimeError("what is owed to people would be lost")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _long(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _day(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _entity(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        _number("id"),
        _number("version"),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )


def _part(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        _number("claim_id"),
        _number("position"),
        *parts,
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f(f"fk_{table}_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "position", name=op.f(f"pk_{table}")),
    )


def _create_claims() -> None:
    _entity(
        "claim",
        _number("examiner_id"),
        _number("session_id"),
        _text("status"),
        _day("submitted_on"),
        _day("settled_on"),
        _text("settled_by"),
        _long("reason"),
        *(
            sa.ForeignKeyConstraint(
                [f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_claim_{owner}_id_{owner}")
            )
            for owner in ("examiner", "session")
        ),
        sa.UniqueConstraint(
            "examiner_id", "session_id", name=op.f("uq_claim_examiner_id_session_id")
        ),
    )
    op.create_index(op.f("ix_claim_session_id"), "claim", ["session_id"])


def _create_lines() -> None:
    _part(
        "claim_line",
        _number("number"),
        _day("day", nullable=False),
        _text("kind"),
        _text("quantity"),
        _text("claimed"),
        _text("due"),
        sa.Column("rate", sa.String(), nullable=True),
        _text("seat"),
        sa.Column("half_day", sa.String(), nullable=True),
        _flag("derived"),
        _flag("needs_receipt"),
        _long("note"),
    )


def _create_receipts() -> None:
    _part(
        "receipt",
        _number("number"),
        _number("line"),
        _text("name"),
        _text("digest"),
        _number("size"),
        _text("media_type"),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        _text("added_by"),
    )
    op.create_index(op.f("ix_receipt_digest"), "receipt", ["digest"])
