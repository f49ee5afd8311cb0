"""Keep each summons with its answers; let a document belong to an examiner."""

import json
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

SUBJECTS = ("session", "candidacy", "examiner")
LISTS = ("sendings", "answers", "reminders")


def upgrade() -> None:
    _create_summonses()
    _carry_over()
    _widen_documents()


def downgrade() -> None:
    raise RuntimeError("the answers to summonses would be lost")


def _create_summonses() -> None:
    op.create_table(
        "summons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=True),
        sa.Column("examiner_id", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in LISTS),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_id"], [f"{one}.id"], name=op.f(f"fk_summons_{one}_id_{one}")
            )
            for one in SUBJECTS
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_summons_uid")),
        sa.UniqueConstraint(
            "session_id", "candidacy_id", name=op.f("uq_summons_session_id_candidacy_id")
        ),
        sa.UniqueConstraint(
            "session_id", "examiner_id", name=op.f("uq_summons_session_id_examiner_id")
        ),
        sa.CheckConstraint(
            "(candidacy_id IS NULL) <> (examiner_id IS NULL)", name=op.f("ck_summons_one_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summons")),
        sqlite_autoincrement=True,
    )
    for one in ("candidacy", "examiner"):
        op.create_index(op.f(f"ix_summons_{one}_id"), "summons", [f"{one}_id"])


def _carry_over() -> None:
    """Whoever was told of a plan was summoned: by which way, and for which answer, is not known."""
    release = sa.column("release", sa.JSON())
    sessions = sa.table("session", sa.column("id", sa.Integer()), release)
    columns = ("session_id", "uid", "candidacy_id", "examiner_id", "version")
    documents = (sa.column(name, sa.JSON()) for name in LISTS)
    summons = sa.table("summons", *map(sa.column, columns), *documents)
    connection = op.get_bind()
    for row in connection.execute(sa.select(sessions.c.id, sessions.c.release)).all():
        told = row.release if isinstance(row.release, dict) else json.loads(row.release or "{}")
        for one in (told or {}).get("announcements", ()):
            if one.get("told_on"):
                connection.execute(summons.insert(), _summons(row.id, one))


def _summons(session_id: int, one: dict[str, Any]) -> dict[str, Any]:
    is_candidate = one["role"] == "CANDIDATE"
    sending = {"on": one["told_on"], "channel": "UNKNOWN", "asked": one["known"], "due": None}
    return {
        "session_id": session_id,
        "uid": uuid4().hex,
        "candidacy_id": one["number"] if is_candidate else None,
        "examiner_id": None if is_candidate else one["number"],
        "version": 1,
        "sendings": [sending],
        "answers": [],
        "reminders": [],
    }


def _widen_documents() -> None:
    # SQLite makes the table anew, and would forget that a number is never used twice
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("attachment", table_kwargs=kept) as batch:
        batch.alter_column("candidate_id", existing_type=sa.Integer(), nullable=True)
        batch.add_column(sa.Column("examiner_id", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_attachment_examiner_id_examiner"), "examiner", ["examiner_id"], ["id"]
        )
    op.create_index(op.f("ix_attachment_examiner_id"), "attachment", ["examiner_id"])
