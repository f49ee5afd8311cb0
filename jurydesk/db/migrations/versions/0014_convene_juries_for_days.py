"""Say of a session whether its juries are convened for a half-day or for a whole day."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    span = sa.Column("jury_span", sa.String(), nullable=False, server_default="HALF_DAY")
    op.add_column("session", span)


def downgrade() -> None:
    raise RuntimeError("juries convened for a day would read as convened for half-days")
