"""Keep sites with their rooms and the ways between them; know who needs step-free access."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    _add_sites()
    _add_rooms()
    _add_travels()
    op.add_column(
        "candidacy",
        sa.Column("step_free", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    raise RuntimeError("the sites would be lost")


def _add_sites() -> None:
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.UniqueConstraint("name", name=op.f("uq_site_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sqlite_autoincrement=True,
    )


def _add_rooms() -> None:
    op.create_table(
        "site_room",
        sa.Column("site_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("closed", sa.JSON(), nullable=False),
        sa.Column("equipment", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name=op.f("fk_site_room_site_id_site"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("name", name=op.f("uq_site_room_name")),
        sa.PrimaryKeyConstraint("site_id", "position", name=op.f("pk_site_room")),
    )


def _add_travels() -> None:
    pair = ("first_id", "second_id")
    op.create_table(
        "travel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(one, sa.Integer(), nullable=False) for one in pair),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *(
            sa.ForeignKeyConstraint([one], ["site.id"], name=op.f(f"fk_travel_{one}_site"))
            for one in pair
        ),
        sa.UniqueConstraint(*pair, name=op.f("uq_travel_first_id_second_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_travel")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_travel_second_id"), "travel", ["second_id"])
