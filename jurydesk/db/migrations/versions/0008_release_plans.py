"""Let each session keep what a person pinned and the plan that was released."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NO_PINS = '{"juries":[],"hearings":[],"seats":[],"barred":[]}'


def upgrade() -> None:
    pins = sa.Column("pins", sa.JSON(), nullable=False, server_default=NO_PINS)
    op.add_column("session", pins)
    op.add_column("session", sa.Column("release", sa.JSON(), nullable=True))


def downgrade() -> None:
    raise RuntimeError("who was told what would be lost")
