"""Add what the file of a person holds: steps, documents, acquired blocks, notes, employments."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

LEGAL = "jurydesk: legal acts are revoked"
LEGAL_KINDS = (
    "OLD.kind IN ('ADMITTED', 'REFUSED', 'TACITLY_ADMITTED', 'LAPSED', 'RESULT_NOTIFIED',"
    " 'DECLARED', 'CERTIFIED', 'REVOKED')"
)


def upgrade() -> None:
    _widen_people()
    _widen_candidacies()
    _widen_ties()
    _create_steps()
    _create_documents()
    _create_ledger()
    _create_notes()
    _guard_legal_acts()


def downgrade() -> None:
    raise RuntimeError("the history of the candidacies would be lost")


def _text(name: str, default: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _long(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False, server_default="")


def _day(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=True)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default="[]")


def _widen_people() -> None:
    for table in ("candidate", "examiner"):
        op.add_column(table, _list("employments"))


def _widen_candidacies() -> None:
    for column in (
        _day("admissibility_acknowledged"),
        _list("admissibility_suspensions"),
        _day("admissibility_notified"),
        _day("admissibility_last_step"),
        _long("admissibility_reason"),
        _day("validation_returned"),
        _day("enrolled"),
        _text("attendance", "UNKNOWN"),
        _day("individual_received"),
        _text("entrance", "UNKNOWN"),
        _text("entrance_evidence"),
        _text("evidence", "UNKNOWN"),
        _day("closed"),
        _long("closure_reason"),
    ):
        op.add_column("candidacy", column)


def _widen_ties() -> None:
    op.add_column("tie", _text("source", "FILE"))
    op.add_column("tie", _day("declared_on"))
    op.add_column("tie", sa.Column("likeness", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("tie", _text("settled_by"))
    op.add_column("tie", _day("settled_on"))


def _entity(table: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *parts,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_autoincrement=True,
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _create_steps() -> None:
    subjects = ("candidacy", "examiner", "session")
    _entity(
        "step",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        *(sa.Column(f"{subject}_id", sa.Integer(), nullable=True) for subject in subjects),
        sa.Column("from_state", sa.String(), nullable=False),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("revokes", sa.Integer(), nullable=True),
        *(_refers("step", f"{subject}_id", subject) for subject in subjects),
    )
    _index("step", *(f"{subject}_id" for subject in subjects))


def _create_documents() -> None:
    _entity(
        "attachment",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.Column("requirement", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        _refers("attachment", "candidate_id", "candidate"),
        _refers("attachment", "candidacy_id", "candidacy"),
    )
    _index("attachment", "candidate_id", "candidacy_id", "digest")
    op.create_table(
        "blob",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_blob")),
    )
    op.create_table(
        "national_number",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidate.id"],
            name=op.f("fk_national_number_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("candidate_id", name=op.f("pk_national_number")),
    )


def _create_ledger() -> None:
    _entity(
        "acquisition",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("certification", sa.String(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("acquired_on", sa.Date(), nullable=True),
        sa.Column("route", sa.String(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        _refers("acquisition", "candidate_id", "candidate"),
    )
    _index("acquisition", "candidate_id")
    pair = ("from_certification", "from_block", "to_certification", "to_block")
    _entity(
        "equivalence",
        *(sa.Column(name, sa.String(), nullable=False) for name in pair),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("likeness", sa.Integer(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.UniqueConstraint(*pair, name=op.f("uq_equivalence_" + "_".join(pair))),
    )


def _create_notes() -> None:
    _entity(
        "note",
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        _refers("note", "candidate_id", "candidate"),
        _refers("note", "candidacy_id", "candidacy"),
    )
    _index("note", "candidate_id", "candidacy_id")


def _guard_legal_acts() -> None:
    on_server = op.get_context().dialect.name == "postgresql"
    for act in ("update", "delete"):
        head = f"CREATE TRIGGER step_legal_{act} BEFORE {act} ON step"
        if on_server:
            refuse = f"EXECUTE FUNCTION jurydesk_refuse('{LEGAL}')"
            op.execute(f"{head} FOR EACH ROW WHEN ({LEGAL_KINDS}) {refuse}")
        else:
            op.execute(f"{head} WHEN {LEGAL_KINDS} BEGIN SELECT RAISE(ABORT, '{LEGAL}'); END")
