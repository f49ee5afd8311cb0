"""Keep the messages about released plans: written, held back, prepared, sent."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

SUBJECTS = ("session", "candidacy", "examiner")


def upgrade() -> None:
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.Column("examiner_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("excluded", sa.Boolean(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_id"], [f"{one}.id"], name=op.f(f"fk_outbox_message_{one}_id_{one}")
            )
            for one in SUBJECTS
        ),
        sa.CheckConstraint(
            "(candidacy_id IS NULL) <> (examiner_id IS NULL)",
            name=op.f("ck_outbox_message_one_person"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sqlite_autoincrement=True,
    )
    for one in SUBJECTS:
        op.create_index(op.f(f"ix_outbox_message_{one}_id"), "outbox_message", [f"{one}_id"])


def downgrade() -> None:
    raise RuntimeError("the proof of what was written to whom would be lost")
