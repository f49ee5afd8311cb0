"""Let a session judge several certifications, each jury one of them; so far all judged one."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

OF_SESSION = "SELECT certification FROM session WHERE session.id = jury.session_id"


def upgrade() -> None:
    op.create_table(
        "session_certification",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("certification", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name="fk_session_certification_session_id_session",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name="pk_session_certification"),
    )
    op.execute(
        "INSERT INTO session_certification (session_id, position, certification)"
        " SELECT id, 0, certification FROM session"
    )
    judged = sa.Column("certification", sa.String(), nullable=False, server_default="")
    op.add_column("jury", judged)
    op.execute(f"UPDATE jury SET certification = ({OF_SESSION})")
    _say_in_releases(op.get_bind())
    op.drop_index("ix_session_certification", table_name="session")
    op.drop_column("session", "certification")


def downgrade() -> None:
    raise RuntimeError("a session of several certifications would lose all but one")


def _say_in_releases(connection: sa.Connection) -> None:
    """Write into each appointment what it was for: the letters said it already."""
    session = sa.table(
        "session",
        sa.column("id"),
        sa.column("certification"),
        sa.column("release", sa.JSON(none_as_null=True)),
    )
    released = sa.select(session).where(session.c.release.is_not(None))
    for number, certification, release in connection.execute(released).fetchall():
        for announcement in release["announcements"]:
            for appointment in (*announcement["planned"], *announcement["known"]):
                appointment["certification"] = certification
        statement = session.update().where(session.c.id == number)
        connection.execute(statement.values(release=release))
