"""Find words by the parts between their signs; drop the keys that nothing reads any more."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

SIGNS, AROUND, AT_ONCE = re.compile(r"[\W_]+"), re.compile(r"^[^\w+]+|\W+$"), 2000


def upgrade() -> None:
    _add_parts(op.get_bind())
    for table in ("candidate", "examiner"):
        op.drop_column(table, "search_key")


def downgrade() -> None:
    raise RuntimeError("the keys are not kept any more")


def _add_parts(connection: sa.Connection) -> None:
    table = sa.table("search_word", sa.column("kind"), sa.column("word"), sa.column("id"))
    known = {tuple(row) for row in connection.execute(sa.select(table))}
    found = {(kind, part, number) for kind, word, number in known for part in _parts(word)}
    rows = [
        {"kind": kind, "word": part, "id": number} for kind, part, number in sorted(found - known)
    ]
    for start in range(0, len(rows), AT_ONCE):
        connection.execute(table.insert(), rows[start : start + AT_ONCE])


def _parts(word: str) -> list[str]:
    """Return a word without the signs around it, and what is between them; addresses have that."""
    parts = SIGNS.split(word) if word.find("@") < 1 else []
    return [part for part in (AROUND.sub("", word), *parts) if part]
