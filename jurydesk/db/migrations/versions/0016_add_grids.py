"""Add evaluation grids and second entries, fixed once the deliberation is closed."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

CLOSED = "jurydesk: deliberation is closed"
TABLES = ("evaluation_grid", "second_entry")
ROWS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}


def upgrade() -> None:
    _create_grids()
    _create_second_entries()
    if op.get_context().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def downgrade() -> None:
    raise RuntimeError("what the members of the juries marked would be lost")


def _create_grids() -> None:
    _entity(
        "evaluation_grid",
        sa.Column("examiner_id", sa.Integer(), nullable=True),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("scale", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiner.id"], name=op.f("fk_evaluation_grid_examiner_id_examiner")
        ),
        sa.UniqueConstraint(
            "session_id",
            "candidacy_id",
            "examiner_id",
            name=op.f("uq_evaluation_grid_session_id_candidacy_id_examiner_id"),
        ),
    )
    op.create_index(op.f("ix_evaluation_grid_examiner_id"), "evaluation_grid", ["examiner_id"])
    common = sa.text("examiner_id IS NULL")
    op.create_index(
        "ix_evaluation_grid_common",
        "evaluation_grid",
        ["session_id", "candidacy_id"],
        unique=True,
        sqlite_where=common,
        postgresql_where=common,
    )


def _create_second_entries() -> None:
    _entity(
        "second_entry",
        sa.Column("typed_by", sa.String(), nullable=False),
        sa.Column("first_by", sa.String(), nullable=False),
        sa.Column("typed_at", sa.DateTime(), nullable=False),
        sa.Column("appearance", sa.String(), nullable=False),
        sa.Column("outcomes", sa.JSON(), nullable=False),
        sa.UniqueConstraint(
            "session_id", "candidacy_id", name=op.f("uq_second_entry_session_id_candidacy_id")
        ),
    )


def _entity(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        *parts,
        *(
            sa.ForeignKeyConstraint(
                [f"{owner}_id"], [f"{owner}.id"], name=op.f(f"fk_{table}_{owner}_id_{owner}")
            )
            for owner in ("session", "candidacy")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{table}_candidacy_id"), table, ["candidacy_id"])


def _closed(row: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM deliberation"
        f" WHERE session_id = {row}.session_id AND closed_at IS NOT NULL)"
    )


def _guard_on_sqlite() -> None:
    for table in TABLES:
        for act, rows in ROWS.items():
            condition = " OR ".join(map(_closed, rows))
            op.execute(
                f"CREATE TRIGGER {table}_closed_{act} BEFORE {act} ON {table} WHEN {condition}"
                f" BEGIN SELECT RAISE(ABORT, '{CLOSED}'); END"
            )


def _guard_on_postgresql() -> None:
    op.execute(REFUSE)
    for table in TABLES:
        for act in ROWS:
            op.execute(
                f"CREATE TRIGGER {table}_closed_{act} BEFORE {act} ON {table} FOR EACH ROW"
                f" EXECUTE FUNCTION jurydesk_refuse_judged('{CLOSED}')"
            )


REFUSE = """
CREATE FUNCTION jurydesk_refuse_judged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    named integer[];
BEGIN
    named := CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.session_id]
                        WHEN 'DELETE' THEN ARRAY[OLD.session_id]
                        ELSE ARRAY[OLD.session_id, NEW.session_id] END;
    IF EXISTS (SELECT 1 FROM deliberation
               WHERE session_id = ANY(named) AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION USING MESSAGE = TG_ARGV[0];
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$
"""
