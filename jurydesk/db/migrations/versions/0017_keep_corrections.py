"""Keep what amendments correct of the record of a session, for good like the minutes."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

FINAL = "jurydesk: minutes are final"


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("records", sa.JSON(), nullable=False),
        sa.Column("attendance", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_correction_session_id_session")
        ),
        sa.UniqueConstraint("number", name=op.f("uq_correction_number")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_correction_session_id"), "correction", ["session_id"])
    if op.get_bind().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def downgrade() -> None:
    raise RuntimeError("what amendments corrected would be lost")


def _guard_on_sqlite() -> None:
    for act in ("update", "delete"):
        _refuse_on_sqlite(f"correction_{act}", act, "1")
    # INSERT OR REPLACE deletes without telling the triggers of DELETE
    taken = "EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)"
    _refuse_on_sqlite("correction_replace", "insert", taken)


def _refuse_on_sqlite(name: str, act: str, condition: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON correction WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{FINAL}'); END"
    )


def _guard_on_postgresql() -> None:
    refuse = f"EXECUTE FUNCTION jurydesk_refuse('{FINAL}')"
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER correction_{act} BEFORE {act} ON correction FOR EACH ROW {refuse}"
        )
    op.execute(
        "CREATE TRIGGER correction_truncate BEFORE TRUNCATE ON correction"
        f" FOR EACH STATEMENT {refuse}"
    )
