"""Keep where the audit trail ends, so that events taken away from its end are missed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

GENESIS = "0" * 64
ONLY_GROWS = "jurydesk: audit only grows"
NOT_AFTER = "NEW.sequence <= OLD.sequence OR NEW.id <> OLD.id"


def upgrade() -> None:
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_audit_head_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    _fill()
    if op.get_context().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def downgrade() -> None:
    raise RuntimeError("without the end of the trail its loss would not be noticed")


def _fill() -> None:
    op.execute(f"INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, '{GENESIS}')")
    last = "(SELECT max(sequence) FROM audit_event)"
    op.execute(
        "UPDATE audit_head SET"
        f" sequence = (SELECT sequence FROM audit_event WHERE sequence = {last}),"
        f" hash = (SELECT hash FROM audit_event WHERE sequence = {last})"
        " WHERE EXISTS (SELECT 1 FROM audit_event)"
    )


def _guard_on_sqlite() -> None:
    # After a loss the next event keeps the number that it would have had: the gap stays to be seen
    op.execute("DROP TRIGGER IF EXISTS audit_event_append")
    not_next = "NEW.sequence <> (SELECT sequence + 1 FROM audit_head)"
    _refuse_on_sqlite("audit_event_append", "insert ON audit_event", not_next)
    # INSERT OR REPLACE deletes without telling the triggers of DELETE
    _refuse_on_sqlite("audit_head_insert", "insert ON audit_head", "1")
    _refuse_on_sqlite("audit_head_update", "update ON audit_head", NOT_AFTER)
    _refuse_on_sqlite("audit_head_delete", "delete ON audit_head", "1")


def _refuse_on_sqlite(name: str, event: str, condition: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{ONLY_GROWS}'); END"
    )


def _guard_on_postgresql() -> None:
    refuse = f"EXECUTE FUNCTION jurydesk_refuse('{ONLY_GROWS}')"
    for act, condition in (("insert", ""), ("update", f" WHEN ({NOT_AFTER})"), ("delete", "")):
        op.execute(
            f"CREATE TRIGGER audit_head_{act} BEFORE {act} ON audit_head"
            f" FOR EACH ROW{condition} {refuse}"
        )
    op.execute(
        f"CREATE TRIGGER audit_head_truncate BEFORE TRUNCATE ON audit_head"
        f" FOR EACH STATEMENT {refuse}"
    )
