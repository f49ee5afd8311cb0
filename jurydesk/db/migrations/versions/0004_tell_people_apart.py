"""Remember which persons look alike and are not the same."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    pair = ("first_id", "second_id")
    op.create_table(
        "distinction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(one, sa.Integer(), nullable=False) for one in pair),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=False),
        *(
            sa.ForeignKeyConstraint(
                [one], ["candidate.id"], name=op.f(f"fk_distinction_{one}_candidate")
            )
            for one in pair
        ),
        sa.UniqueConstraint(*pair, name=op.f("uq_distinction_first_id_second_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_distinction_second_id"), "distinction", ["second_id"])


def downgrade() -> None:
    raise RuntimeError("who was told apart would be lost")
