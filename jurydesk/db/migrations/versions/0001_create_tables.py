"""Create the tables, and the triggers that keep history as it was."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

CLOSED = "jurydesk: deliberation is closed"
FINAL = "jurydesk: minutes are final"
ONLY_GROWS = "jurydesk: audit only grows"
RECORDED = ("attendance", "hearing_record", "block_result", "recusal")


def upgrade() -> None:
    _create_people()
    _create_paths()
    _create_sessions()
    _create_deliberations()
    _create_papers()
    if op.get_context().dialect.name == "postgresql":
        _guard_on_postgresql()
    else:
        _guard_on_sqlite()


def downgrade() -> None:
    raise RuntimeError("before the first tables there is nothing to go back to")


def _create_people() -> None:
    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("birth_name", sa.String(), nullable=False),
        sa.Column("first_names", sa.JSON(), nullable=False),
        sa.Column("usage_name", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_commune", sa.String(), nullable=False),
        sa.Column("birth_insee", sa.String(), nullable=False),
        sa.Column("birth_postal_code", sa.String(), nullable=False),
        sa.Column("birth_department", sa.String(), nullable=False),
        sa.Column("birth_country", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("employer", sa.String(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "examiner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("last_name", sa.String(), nullable=False),
        sa.Column("first_name", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("of_certifier", sa.Boolean(), nullable=False),
        sa.Column("is_employee", sa.Boolean(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("judges", sa.JSON(), nullable=True),
        sa.Column("training", sa.String(), nullable=False),
        sa.Column("trained_in", sa.Integer(), nullable=True),
        sa.Column("preferred_half_day", sa.String(), nullable=True),
        sa.Column("declines_presidency", sa.Boolean(), nullable=False),
        sa.Column("juries_last_year", sa.Integer(), nullable=True),
        sa.Column("last_presidency", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("search_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_examiner")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "examiner_qualification",
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"],
            ["examiner.id"],
            name=op.f("fk_examiner_qualification_examiner_id_examiner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("examiner_id", "position", name=op.f("pk_examiner_qualification")),
    )
    op.create_table(
        "examiner_mandate",
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"],
            ["examiner.id"],
            name=op.f("fk_examiner_mandate_examiner_id_examiner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("examiner_id", "position", name=op.f("pk_examiner_mandate")),
    )
    op.create_table(
        "examiner_absence",
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("half_day", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"],
            ["examiner.id"],
            name=op.f("fk_examiner_absence_examiner_id_examiner"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("examiner_id", "position", name=op.f("pk_examiner_absence")),
    )


def _create_paths() -> None:
    op.create_table(
        "certification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certification")),
        sa.UniqueConstraint("code", name=op.f("uq_certification_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "candidacy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("certification", sa.String(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("intake", sa.String(), nullable=False),
        sa.Column("begun", sa.Date(), nullable=True),
        sa.Column("admissibility_received", sa.Date(), nullable=True),
        sa.Column("admissibility_complete", sa.Date(), nullable=True),
        sa.Column("admissibility_decided", sa.Date(), nullable=True),
        sa.Column("admissibility_status", sa.String(), nullable=False),
        sa.Column("validation_received", sa.Date(), nullable=True),
        sa.Column("promotion", sa.String(), nullable=False),
        sa.Column("training_entry", sa.Date(), nullable=True),
        sa.Column("training_exit", sa.Date(), nullable=True),
        sa.Column("assessment", sa.String(), nullable=True),
        sa.Column("assessment_missed", sa.Boolean(), nullable=False),
        sa.Column("dissertation", sa.String(), nullable=False),
        sa.Column("placement", sa.String(), nullable=False),
        sa.Column("trainer", sa.String(), nullable=False),
        sa.Column("accompanist", sa.String(), nullable=False),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("extra_time", sa.Boolean(), nullable=False),
        sa.Column("office_status", sa.String(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("closure", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_candidacy_candidate_id_candidate")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidacy")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_candidacy_candidate_id"), "candidacy", ["candidate_id"], unique=False)
    op.create_index(
        op.f("ix_candidacy_certification"), "candidacy", ["certification"], unique=False
    )
    op.create_table(
        "tie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidate_id"], ["candidate.id"], name=op.f("fk_tie_candidate_id_candidate")
        ),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiner.id"], name=op.f("fk_tie_examiner_id_examiner")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tie_candidate_id"), "tie", ["candidate_id"], unique=False)
    op.create_index(op.f("ix_tie_examiner_id"), "tie", ["examiner_id"], unique=False)


def _create_sessions() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("certification", sa.String(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("proposal", sa.JSON(), nullable=True),
        sa.Column("frozen_at", sa.DateTime(), nullable=True),
        sa.Column("frozen_findings", sa.JSON(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("code", name=op.f("uq_session_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_session_certification"), "session", ["certification"], unique=False)
    op.create_table(
        "session_day",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_session_day_session_id_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name=op.f("pk_session_day")),
    )
    op.create_table(
        "session_room",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_session_room_session_id_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name=op.f("pk_session_room")),
    )
    op.create_table(
        "session_candidacy",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacy.id"],
            name=op.f("fk_session_candidacy_candidacy_id_candidacy"),
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_session_candidacy_session_id_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name=op.f("pk_session_candidacy")),
        sa.UniqueConstraint(
            "session_id", "candidacy_id", name=op.f("uq_session_candidacy_session_id_candidacy_id")
        ),
    )
    op.create_index(
        op.f("ix_session_candidacy_candidacy_id"),
        "session_candidacy",
        ["candidacy_id"],
        unique=False,
    )
    op.create_table(
        "jury",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half_day", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("president_id", sa.Integer(), nullable=True),
        sa.Column("one_sex_reason", sa.String(), nullable=False),
        sa.Column("annulled", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["president_id"], ["examiner.id"], name=op.f("fk_jury_president_id_examiner")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_jury_session_id_session"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "number", name=op.f("pk_jury")),
    )
    op.create_index(op.f("ix_jury_day"), "jury", ["day"], unique=False)
    op.create_index(op.f("ix_jury_president_id"), "jury", ["president_id"], unique=False)
    op.create_table(
        "juror",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("jury", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("external", sa.Boolean(), nullable=False),
        sa.Column("deliberates", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiner.id"], name=op.f("fk_juror_examiner_id_examiner")
        ),
        sa.ForeignKeyConstraint(
            ["session_id", "jury"],
            ["jury.session_id", "jury.number"],
            name=op.f("fk_juror_session_id_jury_jury"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "jury", "position", name=op.f("pk_juror")),
    )
    op.create_index(op.f("ix_juror_examiner_id"), "juror", ["examiner_id"], unique=False)
    op.create_table(
        "hearing",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("jury", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=False),
        sa.Column("ends_at", sa.DateTime(), nullable=False),
        sa.Column("recused", sa.JSON(), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_hearing_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["candidacy_id"], ["candidacy.id"], name=op.f("fk_hearing_candidacy_id_candidacy")
        ),
        sa.ForeignKeyConstraint(
            ["session_id", "jury"],
            ["jury.session_id", "jury.number"],
            name=op.f("fk_hearing_session_id_jury_jury"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "position", name=op.f("pk_hearing")),
    )
    op.create_index(op.f("ix_hearing_candidacy_id"), "hearing", ["candidacy_id"], unique=False)


def _create_deliberations() -> None:
    op.create_table(
        "deliberation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=True),
        sa.Column("incidents", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_deliberation_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliberation")),
        sa.UniqueConstraint("session_id", name=op.f("uq_deliberation_session_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "attendance",
        sa.Column("deliberation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("jury", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("arrived", sa.Time(), nullable=True),
        sa.Column("left_at", sa.Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["deliberation_id"],
            ["deliberation.id"],
            name=op.f("fk_attendance_deliberation_id_deliberation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiner.id"], name=op.f("fk_attendance_examiner_id_examiner")
        ),
        sa.PrimaryKeyConstraint("deliberation_id", "position", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_examiner_id"), "attendance", ["examiner_id"], unique=False)
    op.create_table(
        "hearing_record",
        sa.Column("deliberation_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("appearance", sa.String(), nullable=False),
        sa.Column("vote", sa.JSON(), nullable=True),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("observations", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["candidacy_id"],
            ["candidacy.id"],
            name=op.f("fk_hearing_record_candidacy_id_candidacy"),
        ),
        sa.ForeignKeyConstraint(
            ["deliberation_id"],
            ["deliberation.id"],
            name=op.f("fk_hearing_record_deliberation_id_deliberation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("deliberation_id", "candidacy_id", name=op.f("pk_hearing_record")),
    )
    op.create_index(
        op.f("ix_hearing_record_candidacy_id"), "hearing_record", ["candidacy_id"], unique=False
    )
    op.create_table(
        "block_result",
        sa.Column("deliberation_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deliberation_id", "candidacy_id"],
            ["hearing_record.deliberation_id", "hearing_record.candidacy_id"],
            name=op.f("fk_block_result_deliberation_id_candidacy_id_hearing_record"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "deliberation_id", "candidacy_id", "position", name=op.f("pk_block_result")
        ),
    )
    op.create_index(
        op.f("ix_block_result_candidacy_id"), "block_result", ["candidacy_id"], unique=False
    )
    op.create_table(
        "recusal",
        sa.Column("deliberation_id", sa.Integer(), nullable=False),
        sa.Column("candidacy_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("examiner_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deliberation_id", "candidacy_id"],
            ["hearing_record.deliberation_id", "hearing_record.candidacy_id"],
            name=op.f("fk_recusal_deliberation_id_candidacy_id_hearing_record"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["examiner_id"], ["examiner.id"], name=op.f("fk_recusal_examiner_id_examiner")
        ),
        sa.PrimaryKeyConstraint(
            "deliberation_id", "candidacy_id", "position", name=op.f("pk_recusal")
        ),
    )
    op.create_index(op.f("ix_recusal_examiner_id"), "recusal", ["examiner_id"], unique=False)


def _create_papers() -> None:
    op.create_table(
        "minutes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("amends", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_minutes_session_id_session")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_minutes")),
        sa.UniqueConstraint("number", name=op.f("uq_minutes_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_minutes_session_id"), "minutes", ["session_id"], unique=False)
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "audit_event",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_event")),
    )


def _guard_on_sqlite() -> None:
    for act in ("update", "delete"):
        _refuse_on_sqlite(f"minutes_{act}", f"{act} ON minutes", "1", FINAL)
        _refuse_on_sqlite(f"audit_event_{act}", f"{act} ON audit_event", "1", ONLY_GROWS)
        _refuse_on_sqlite(
            f"deliberation_closed_{act}",
            f"{act} ON deliberation",
            "OLD.closed_at IS NOT NULL",
            CLOSED,
        )
    # INSERT OR REPLACE deletes without telling the triggers of DELETE
    taken = "EXISTS (SELECT 1 FROM minutes WHERE id = NEW.id)"
    _refuse_on_sqlite("minutes_replace", "insert ON minutes", taken, FINAL)
    not_next = "NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit_event)"
    _refuse_on_sqlite("audit_event_append", "insert ON audit_event", not_next, ONLY_GROWS)
    for table in RECORDED:
        for act, row in (("insert", "NEW"), ("update", "OLD"), ("delete", "OLD")):
            is_closed = (
                "EXISTS (SELECT 1 FROM deliberation"
                f" WHERE id = {row}.deliberation_id AND closed_at IS NOT NULL)"
            )
            _refuse_on_sqlite(f"{table}_closed_{act}", f"{act} ON {table}", is_closed, CLOSED)


def _refuse_on_sqlite(name: str, event: str, condition: str, message: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {condition}"
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _guard_on_postgresql() -> None:
    op.execute(REFUSE)
    op.execute(REFUSE_CLOSED)
    for table, message in (("minutes", FINAL), ("audit_event", ONLY_GROWS)):
        refuse = f"EXECUTE FUNCTION jurydesk_refuse('{message}')"
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_{act} BEFORE {act} ON {table} FOR EACH ROW {refuse}"
            )
        op.execute(
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT {refuse}"
        )
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER deliberation_closed_{act} BEFORE {act} ON deliberation FOR EACH ROW"
            f" WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION jurydesk_refuse('{CLOSED}')"
        )
    for table in RECORDED:
        for act in ("insert", "update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_closed_{act} BEFORE {act} ON {table} FOR EACH ROW"
                f" EXECUTE FUNCTION jurydesk_refuse_closed('{CLOSED}')"
            )


REFUSE = """
CREATE FUNCTION jurydesk_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0];
END $$
"""
REFUSE_CLOSED = """
CREATE FUNCTION jurydesk_refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched record;
BEGIN
    touched := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
    IF EXISTS (SELECT 1 FROM deliberation
               WHERE id = touched.deliberation_id AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION USING MESSAGE = TG_ARGV[0];
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$
"""
