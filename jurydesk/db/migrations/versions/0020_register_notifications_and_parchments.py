"""Keep what was notified to whom, and the register of parchments, which nobody can change."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

ISSUED = "jurydesk: parchment is issued"


def upgrade() -> None:
    _create_notifications()
    _create_register()
    if op.get_context().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def downgrade() -> None:
    raise RuntimeError("the register of parchments would be lost")


def _create_notifications() -> None:
    op.create_table(
        "notification",
        *_numbered("notification"),
        sa.Column("minutes", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("printed_at", sa.DateTime(), nullable=False),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.Column("copy_to", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("notification")


def _create_register() -> None:
    op.create_table(
        "parchment",
        *_numbered("parchment"),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("delivered_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("issued_by", sa.String(), nullable=False),
        sa.Column("duplicate_of", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.UniqueConstraint("number", name=op.f("uq_parchment_number")),
        sqlite_autoincrement=True,
    )
    _index("parchment")


def _numbered(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return the columns and keys of what rests on a candidacy and a session."""
    keys = (
        sa.ForeignKeyConstraint(
            [f"{one}_id"], [f"{one}.id"], name=op.f(f"fk_{table}_{one}_id_{one}")
        )
        for one in ("candidacy", "session")
    )
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        *keys,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _index(table: str) -> None:
    for one in ("candidacy", "session"):
        op.create_index(op.f(f"ix_{table}_{one}_id"), table, [f"{one}_id"])


def _guard_on_sqlite() -> None:
    # INSERT OR REPLACE deletes without telling the triggers of DELETE
    taken = "EXISTS (SELECT 1 FROM parchment WHERE id = NEW.id)"
    for name, act, condition in (
        ("update", "update", "1"),
        ("delete", "delete", "1"),
        ("replace", "insert", taken),
    ):
        op.execute(
            f"CREATE TRIGGER parchment_{name} BEFORE {act} ON parchment WHEN {condition}"
            f" BEGIN SELECT RAISE(ABORT, '{ISSUED}'); END"
        )


def _guard_on_postgresql() -> None:
    refuse = f"EXECUTE FUNCTION jurydesk_refuse('{ISSUED}')"
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER parchment_{act} BEFORE {act} ON parchment FOR EACH ROW {refuse}"
        )
    op.execute(
        "CREATE TRIGGER parchment_truncate BEFORE TRUNCATE ON parchment"
        f" FOR EACH STATEMENT {refuse}"
    )
