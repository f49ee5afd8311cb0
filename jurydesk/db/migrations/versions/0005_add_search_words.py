"""Add the words under which the search finds people, sessions and sheets."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SHORT, LONGEST, AT_ONCE = 3, 80, 2000


def upgrade() -> None:
    word = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "search_word",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("word", word, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("kind", "word", "id", name=op.f("pk_search_word")),
        sqlite_with_rowid=False,
    )
    columns = ["kind", "id", "word"]
    op.create_index(op.f("ix_search_word_kind_id_word"), "search_word", columns)
    _fill(op.get_bind())


def downgrade() -> None:
    raise RuntimeError("what was stored since would not be found again")


def _fill(connection: sa.Connection) -> None:
    for kind in ("candidate", "examiner"):
        rows = connection.execute(sa.text(f"SELECT id, search_key FROM {kind}"))
        _insert(connection, kind, [(row.id, row.search_key) for row in rows])
    for kind, other in (("certification", "title"), ("session", "certification")):
        rows = connection.execute(sa.text(f"SELECT id, code, {other} AS other FROM {kind}"))
        _insert(connection, kind, [(row.id, _normal(f"{row.code} {row.other}")) for row in rows])


def _insert(connection: sa.Connection, kind: str, keys: list[tuple[int, str]]) -> None:
    table = sa.table("search_word", sa.column("kind"), sa.column("word"), sa.column("id"))
    rows = [
        {"kind": kind.upper(), "word": word, "id": number}
        for number, key in keys
        for word in sorted(set(_words(key)))
    ]
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(table.insert(), rows[start : start + AT_ONCE])


def _words(key: str) -> Iterator[str]:
    words = key.split()
    yield from (word[:LONGEST] for word in words)
    for word in words:
        if "@" in word:
            yield from filter(None, re.split(r"[._+]", word.partition("@")[0][:LONGEST]))
    for first, second in pairwise(words):
        if min(len(first), len(second)) <= SHORT:
            yield (first + second)[:LONGEST]


def _normal(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(re.sub(r"['’ʼ‐‑–-]", " ", bare).split())
