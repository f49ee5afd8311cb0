"""Let each candidacy answer the entry conditions of its sheet; keep partial birth dates."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    answers = sa.Column("condition_answers", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("candidacy", answers)
    partial = sa.Column("birth_partial", sa.String(), nullable=False, server_default="")
    op.add_column("candidate", partial)


def downgrade() -> None:
    raise RuntimeError("who let whom in would be lost")
