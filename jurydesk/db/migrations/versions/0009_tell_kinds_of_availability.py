"""Tell being away from an option, from « rather not » and from being free; say who said it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

TABLE = "examiner_absence"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(), nullable=False, server_default="AWAY")
    op.add_column(TABLE, kind)
    op.add_column(TABLE, sa.Column("held_until", sa.Date(), nullable=True))
    op.add_column(TABLE, sa.Column("weekday", sa.Integer(), nullable=True))
    origin = sa.Column("origin", sa.String(), nullable=False, server_default="TYPED")
    op.add_column(TABLE, origin)
    op.add_column(TABLE, sa.Column("given_on", sa.Date(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("what is held, and what is rather not, would read as being away")
