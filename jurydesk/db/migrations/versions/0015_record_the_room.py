"""Record what happens in the room: declarations, acting presidents, incidents, why a refusal."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

CLOSED = "jurydesk: deliberation is closed"
NEW = ("declaration", "acting_president", "incident")
ACTS = (("insert", "NEW"), ("update", "OLD"), ("delete", "OLD"))


def upgrade() -> None:
    _create_declarations()
    _create_acting_presidents()
    _create_incidents()
    _part_incidents()
    _tell_editions_apart()
    for name in ("evidence", "advice"):
        op.add_column("block_result", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    # After the move of the texts: those of closed deliberations move too
    guard = _guard_on_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_on_postgresql
    for table in NEW:
        guard(table)


def downgrade() -> None:
    raise RuntimeError("what members declared and what went wrong would be lost")


def _create_declarations() -> None:
    _create(
        "declaration",
        sa.Column("jury", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("read_files", sa.Boolean(), nullable=False),
        sa.Column("no_tie", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        _examiner("declaration"),
    )
    op.create_index(op.f("ix_declaration_examiner_id"), "declaration", ["examiner_id"])


def _create_acting_presidents() -> None:
    _create(
        "acting_president",
        sa.Column("jury", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        _examiner("acting_president"),
    )
    op.create_index(op.f("ix_acting_president_examiner_id"), "acting_president", ["examiner_id"])


def _create_incidents() -> None:
    _create(
        "incident",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("jury", sa.Integer(), nullable=True),
        sa.Column("at", sa.Time(), nullable=True),
    )


def _create(table: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("deliberation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["deliberation_id"],
            ["deliberation.id"],
            name=op.f(f"fk_{table}_deliberation_id_deliberation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("deliberation_id", "position", name=op.f(f"pk_{table}")),
    )


def _examiner(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["examiner_id"], ["examiner.id"], name=op.f(f"fk_{table}_examiner_id_examiner")
    )


def _part_incidents() -> None:
    """The one text becomes the one incident: of the whole session, at no hour."""
    op.execute(
        "INSERT INTO incident (deliberation_id, position, text)"
        " SELECT id, 0, incidents FROM deliberation WHERE incidents <> ''"
    )
    op.drop_column("deliberation", "incidents")


def _tell_editions_apart() -> None:
    """Of what is closed nothing more is asked; what is still open is recorded as of today."""
    edition = sa.Column("edition", sa.Integer(), nullable=False, server_default="1")
    op.add_column("deliberation", edition)
    op.add_column("deliberation", sa.Column("recorded_at", sa.DateTime(), nullable=True))
    op.execute("UPDATE deliberation SET edition = 2 WHERE closed_at IS NULL")


def _guard_on_sqlite(table: str) -> None:
    for act, row in ACTS:
        is_closed = (
            "EXISTS (SELECT 1 FROM deliberation"
            f" WHERE id = {row}.deliberation_id AND closed_at IS NOT NULL)"
        )
        op.execute(
            f"CREATE TRIGGER {table}_closed_{act} BEFORE {act} ON {table} WHEN {is_closed}"
            f" BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END"
        )


def _guard_on_postgresql(table: str) -> None:
    for act, _ in ACTS:
        op.execute(
            f"CREATE TRIGGER {table}_closed_{act} BEFORE {act} ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION jurydesk_refuse_closed('{CLOSED}')"
        )
