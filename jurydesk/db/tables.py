"""The tables. A row is storage and nothing else: the domain validates, joins live in queries."""
# No "from __future__ import annotations" here: SQLModel reads the annotations as they are

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from jurydesk.db.column_types import Document, ExactDecimal, SearchText

# Before the first table: a constraint without a name cannot be migrated
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = SQLModel.metadata


def part_of(table: str) -> int:
    """Return the column of an entity's number in the rows that go with it."""
    column: int = Field(foreign_key=f"{table}.id", ondelete="CASCADE", primary_key=True)
    return column


def goes_with(table: str, *keys: str, by: tuple[str, ...]) -> ForeignKeyConstraint:
    """Return the constraint of rows that go with a row named by two columns."""
    return ForeignKeyConstraint(by, [f"{table}.{key}" for key in keys], ondelete="CASCADE")


class Row(SQLModel):
    """What every row is."""


class EntityRow(Row):
    """The first row of an entity: its number, never used twice, and its version."""

    # The audit trail and undo name entities by number, so SQLite may not reuse one
    __table_args__: ClassVar[Any] = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    version: int = Field(default=None, nullable=False)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let every UPDATE and DELETE ask for the version that was read."""
        return {"version_id_col": cls.version}


class CandidateRow(EntityRow, table=True):
    """A person who applies."""

    __tablename__ = "candidate"

    birth_name: str
    first_names: list[str] = Field(sa_type=Document)
    usage_name: str
    sex: str
    birth_date: date | None
    birth_partial: str
    birth_commune: str
    birth_insee: str
    birth_postal_code: str
    birth_department: str
    birth_country: str
    email: str
    phone: str
    employer: str
    employments: list[Any] = Field(sa_type=Document)
    notes: str = Field(sa_type=Text)


class CandidacyRow(EntityRow, table=True):
    """A path of one person. The certification is a code that may be unknown: rule CERT-06."""

    __tablename__ = "candidacy"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    certification: str = Field(index=True)
    route: str
    blocks: list[str] = Field(sa_type=Document)
    intake: str
    begun: date | None
    admissibility_received: date | None
    admissibility_complete: date | None
    admissibility_decided: date | None
    admissibility_status: str
    admissibility_acknowledged: date | None
    admissibility_suspensions: list[Any] = Field(sa_type=Document)
    admissibility_notified: date | None
    admissibility_last_step: date | None
    admissibility_reason: str = Field(sa_type=Text)
    validation_received: date | None
    validation_returned: date | None
    promotion: str
    training_entry: date | None
    training_exit: date | None
    assessment: Decimal | None = Field(sa_type=ExactDecimal)
    assessment_missed: bool
    dissertation: str
    placement: str
    trainer: str
    enrolled: date | None
    attendance: str
    individual_received: date | None
    entrance: str
    entrance_evidence: str
    evidence: str
    condition_answers: list[Any] = Field(sa_type=Document)
    accompanist: str
    not_before: date | None
    extra_time: bool
    step_free: bool
    office_status: str
    notes: str = Field(sa_type=Text)
    closure: str
    closed: date | None
    closure_reason: str = Field(sa_type=Text)


class ExaminerRow(EntityRow, table=True):
    """A person of the pool."""

    __tablename__ = "examiner"

    last_name: str
    first_name: str
    sex: str
    occupation: str
    organisation: str
    employments: list[Any] = Field(sa_type=Document)
    of_certifier: bool
    is_employee: bool | None
    email: str
    phone: str
    judges: list[str] | None = Field(sa_type=Document)
    training: str
    trained_in: int | None
    preferred_half_day: str | None
    declines_presidency: bool
    juries_last_year: int | None
    last_presidency: date | None
    notes: str = Field(sa_type=Text)
    active: bool


class QualificationRow(Row, table=True):
    """A kind of seat that an examiner may hold."""

    __tablename__ = "examiner_qualification"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    seat: str
    document: str


class MandateRow(Row, table=True):
    """A designation of an examiner between two dates."""

    __tablename__ = "examiner_mandate"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    starts_on: date
    ends_on: date
    act: str


class AbsenceRow(Row, table=True):
    """What an examiner said of a range of days: away, held for us, rather not, free."""

    __tablename__ = "examiner_absence"

    examiner_id: int = part_of("examiner")
    position: int = Field(primary_key=True)
    starts_on: date
    ends_on: date
    half_day: str | None
    reason: str
    kind: str
    held_until: date | None
    weekday: int | None
    origin: str
    given_on: date | None


class CertificationRow(EntityRow, table=True):
    """An RNCP sheet, always read and written whole: one document, found by its code."""

    __tablename__ = "certification"

    code: str = Field(unique=True)
    title: str
    content: dict[str, Any] = Field(sa_type=Document)


class TieRow(EntityRow, table=True):
    """A tie between a candidate and an examiner."""

    __tablename__ = "tie"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    kind: str
    state: str
    evidence: str
    reason: str
    source: str
    declared_on: date | None
    likeness: int
    settled_by: str
    settled_on: date | None


class StepRow(EntityRow, table=True):
    """A step in the history of a candidacy, or of one juror in one session."""

    __tablename__ = "step"

    kind: str
    day: date
    recorded_at: datetime = Field(sa_type=DateTime)
    actor: str
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    session_id: int | None = Field(foreign_key="session.id", index=True)
    from_state: str
    to_state: str
    reason: str = Field(sa_type=Text)
    detail: str = Field(sa_type=Text)
    revokes: int | None


class AttachmentRow(EntityRow, table=True):
    """A document of a person; its content is a blob."""

    __tablename__ = "attachment"

    candidate_id: int | None = Field(foreign_key="candidate.id", index=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    requirement: str
    name: str
    digest: str = Field(index=True)
    size: int
    media_type: str
    added_at: datetime = Field(sa_type=DateTime)
    added_by: str
    note: str = Field(sa_type=Text)


class BlobRow(Row, table=True):
    """The content of documents, by its SHA-256."""

    __tablename__ = "blob"

    digest: str = Field(primary_key=True)
    size: int
    content: bytes = Field(sa_type=LargeBinary)


class AcquisitionRow(EntityRow, table=True):
    """A block that a person acquired outside a session of this workspace."""

    __tablename__ = "acquisition"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    certification: str
    block: str
    acquired_on: date | None
    route: str | None
    evidence: str = Field(sa_type=Text)
    recorded_by: str


class EquivalenceRow(EntityRow, table=True):
    """A block of one sheet that may stand for a block of another."""

    __tablename__ = "equivalence"
    __table_args__ = (
        UniqueConstraint("from_certification", "from_block", "to_certification", "to_block"),
        {"sqlite_autoincrement": True},
    )

    from_certification: str
    from_block: str
    to_certification: str
    to_block: str
    state: str
    likeness: int
    settled_by: str
    settled_on: date | None
    reason: str = Field(sa_type=Text)


class NoteRow(EntityRow, table=True):
    """A free note on a person."""

    __tablename__ = "note"

    candidate_id: int = Field(foreign_key="candidate.id", index=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    text: str = Field(sa_type=Text)
    written_at: datetime = Field(sa_type=DateTime)
    author: str


class DistinctionRow(EntityRow, table=True):
    """Two candidates who are not the same person."""

    __tablename__ = "distinction"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    first_id: int = Field(foreign_key="candidate.id")
    second_id: int = Field(foreign_key="candidate.id", index=True)
    settled_by: str
    settled_at: datetime = Field(sa_type=DateTime)


class NationalNumberRow(Row, table=True):
    """The national number of a candidate, sealed; it goes with the person."""

    __tablename__ = "national_number"

    candidate_id: int = part_of("candidate")
    sealed: str = Field(sa_type=Text)


class SiteRow(EntityRow, table=True):
    """A building where juries sit."""

    __tablename__ = "site"

    name: str = Field(unique=True)
    address: str
    note: str = Field(sa_type=Text)


class SiteRoomRow(Row, table=True):
    """A room of a site. Sessions name rooms by name, so no two have the same."""

    __tablename__ = "site_room"

    site_id: int = part_of("site")
    position: int = Field(primary_key=True)
    name: str = Field(unique=True)
    capacity: int | None
    hours: list[Any] = Field(sa_type=Document)
    closed: list[Any] = Field(sa_type=Document)
    equipment: list[str] = Field(sa_type=Document)
    note: str = Field(sa_type=Text)


class TravelRow(EntityRow, table=True):
    """How long it takes from one site to another."""

    __tablename__ = "travel"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        {"sqlite_autoincrement": True},
    )

    first_id: int = Field(foreign_key="site.id")
    second_id: int = Field(foreign_key="site.id", index=True)
    minutes: int


class SessionRow(EntityRow, table=True):
    """A jury session. What no query asks for is a document: hours, pins, findings."""

    __tablename__ = "session"

    code: str = Field(unique=True)
    hours: dict[str, Any] = Field(sa_type=Document)
    place: str
    modality: str
    title: str
    status: str
    proposal: dict[str, Any] | None = Field(sa_type=Document)
    frozen_at: datetime | None = Field(sa_type=DateTime)
    frozen_findings: list[Any] = Field(sa_type=Document)
    closed_at: datetime | None = Field(sa_type=DateTime)
    pins: dict[str, Any] = Field(sa_type=Document)
    release: dict[str, Any] | None = Field(sa_type=Document)


class SessionCertificationRow(Row, table=True):
    """A certification that a session judges: a code, like that of a candidacy."""

    __tablename__ = "session_certification"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    certification: str


class SessionDayRow(Row, table=True):
    """A day of a session."""

    __tablename__ = "session_day"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    day: date


class SessionRoomRow(Row, table=True):
    """A room of a session."""

    __tablename__ = "session_room"

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    name: str


class SessionCandidacyRow(Row, table=True):
    """A candidacy that a session takes."""

    __tablename__ = "session_candidacy"
    __table_args__ = (UniqueConstraint("session_id", "candidacy_id"),)

    session_id: int = part_of("session")
    position: int = Field(primary_key=True)
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)


class SummonsRow(EntityRow, table=True):
    """One person summoned to one session; all that was sent and answered is a document."""

    __tablename__ = "summons"
    __table_args__ = (
        UniqueConstraint("session_id", "candidacy_id"),
        UniqueConstraint("session_id", "examiner_id"),
        CheckConstraint("(candidacy_id IS NULL) <> (examiner_id IS NULL)", name="one_person"),
        {"sqlite_autoincrement": True},
    )

    session_id: int = Field(foreign_key="session.id")
    uid: str = Field(unique=True)
    candidacy_id: int | None = Field(foreign_key="candidacy.id", index=True)
    examiner_id: int | None = Field(foreign_key="examiner.id", index=True)
    sendings: list[Any] = Field(sa_type=Document)
    answers: list[Any] = Field(sa_type=Document)
    reminders: list[Any] = Field(sa_type=Document)


class JuryRow(Row, table=True):
    """A jury of a session, for one half-day in one room."""

    __tablename__ = "jury"

    session_id: int = part_of("session")
    number: int = Field(primary_key=True)
    position: int
    day: date = Field(index=True)
    half_day: str
    room: str
    certification: str
    president_id: int | None = Field(foreign_key="examiner.id", index=True)
    one_sex_reason: str
    annulled: bool


class JurorRow(Row, table=True):
    """An examiner seated in a jury; twice in one jury is a finding (JURY-03), not an error."""

    __tablename__ = "juror"
    __table_args__ = (goes_with("jury", "session_id", "number", by=("session_id", "jury")),)

    session_id: int = Field(primary_key=True)
    jury: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    seat: str
    external: bool
    deliberates: bool


class HearingRow(Row, table=True):
    """A candidacy before a jury; twice in one session is a finding (HEAR-04), not an error."""

    __tablename__ = "hearing"
    __table_args__ = (
        goes_with("jury", "session_id", "number", by=("session_id", "jury")),
        CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    )

    session_id: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    jury: int
    candidacy_id: int = Field(foreign_key="candidacy.id", index=True)
    starts_at: datetime = Field(sa_type=DateTime)
    ends_at: datetime = Field(sa_type=DateTime)
    recused: list[int] = Field(sa_type=Document)


class DeliberationRow(EntityRow, table=True):
    """What was recorded for a session; triggers refuse any change once it is closed."""

    __tablename__ = "deliberation"

    session_id: int = Field(foreign_key="session.id", unique=True)
    opened_at: datetime | None = Field(sa_type=DateTime)
    incidents: str = Field(sa_type=Text)
    closed_at: datetime | None = Field(sa_type=DateTime)


RECORD_KEY = ("deliberation_id", "candidacy_id")


class AttendanceRow(Row, table=True):
    """The presence of one juror before one jury."""

    __tablename__ = "attendance"

    deliberation_id: int = part_of("deliberation")
    position: int = Field(primary_key=True)
    jury: int
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    present: bool
    arrived: time | None
    left_at: time | None


class HearingRecordRow(Row, table=True):
    """What was recorded of one hearing, with the decision."""

    __tablename__ = "hearing_record"

    deliberation_id: int = part_of("deliberation")
    candidacy_id: int = Field(foreign_key="candidacy.id", primary_key=True, index=True)
    position: int
    appearance: str
    vote: dict[str, int] | None = Field(sa_type=Document)
    recommendation: str = Field(sa_type=Text)
    observations: str = Field(sa_type=Text)
    decision: str | None


class ResultRow(Row, table=True):
    """The outcome of one block for one candidacy: what adds up over a person's sessions."""

    __tablename__ = "block_result"
    __table_args__ = (goes_with("hearing_record", *RECORD_KEY, by=RECORD_KEY),)

    deliberation_id: int = Field(primary_key=True)
    candidacy_id: int = Field(primary_key=True, index=True)
    position: int = Field(primary_key=True)
    block: str
    outcome: str
    reason: str = Field(sa_type=Text)


class RecusalRow(Row, table=True):
    """A juror who did not deliberate on one candidacy."""

    __tablename__ = "recusal"
    __table_args__ = (goes_with("hearing_record", *RECORD_KEY, by=RECORD_KEY),)

    deliberation_id: int = Field(primary_key=True)
    candidacy_id: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    examiner_id: int = Field(foreign_key="examiner.id", index=True)
    reason: str = Field(sa_type=Text)


class MinutesRow(EntityRow, table=True):
    """Final minutes with the hash of their content; triggers refuse any change."""

    __tablename__ = "minutes"

    session_id: int = Field(foreign_key="session.id", index=True)
    number: str = Field(unique=True)
    content: dict[str, Any] = Field(sa_type=Document)
    content_hash: str
    issued_at: datetime = Field(sa_type=DateTime)
    amends: str


class RateRow(EntityRow, table=True):
    """What one unit of a kind of expense is worth, from one day on."""

    __tablename__ = "rate"

    kind: str
    amount: Decimal = Field(sa_type=ExactDecimal)
    since: date
    until: date | None
    seat: str
    note: str


class ClaimRow(EntityRow, table=True):
    """What one person claims for one session."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("examiner_id", "session_id"),
        {"sqlite_autoincrement": True},
    )

    examiner_id: int = Field(foreign_key="examiner.id")
    session_id: int = Field(foreign_key="session.id", index=True)
    status: str
    submitted_on: date | None
    settled_on: date | None
    settled_by: str
    reason: str = Field(sa_type=Text)


class ClaimLineRow(Row, table=True):
    """One thing claimed for one day."""

    __tablename__ = "claim_line"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    number: int
    day: date
    kind: str
    quantity: Decimal = Field(sa_type=ExactDecimal)
    claimed: Decimal = Field(sa_type=ExactDecimal)
    due: Decimal = Field(sa_type=ExactDecimal)
    rate: Decimal | None = Field(sa_type=ExactDecimal)
    seat: str
    half_day: str | None
    derived: bool
    needs_receipt: bool
    note: str = Field(sa_type=Text)


class ReceiptRow(Row, table=True):
    """A receipt of a claim; its content is a blob."""

    __tablename__ = "receipt"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    number: int
    line: int
    name: str
    digest: str = Field(index=True)
    size: int
    media_type: str
    added_at: datetime = Field(sa_type=DateTime)
    added_by: str


class PaymentRow(Row, table=True):
    """Money that went out for a claim."""

    __tablename__ = "payment"

    claim_id: int = part_of("claim")
    position: int = Field(primary_key=True)
    day: date
    amount: Decimal = Field(sa_type=ExactDecimal)
    reference: str


class SettingRow(Row, table=True):
    """One value that an administrator set."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str = Field(sa_type=Text)


class AuditRow(Row, table=True):
    """One event of the trail, kept as the text that was hashed; triggers refuse any change."""

    __tablename__ = "audit_event"

    sequence: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    type: str
    at: str
    actor: str
    details: str = Field(sa_type=Text)
    previous: str
    hash: str


class AuditHeadRow(Row, table=True):
    """Where the trail ends, in a second place: events taken from its end are missed."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    sequence: int
    hash: str


class SearchWordRow(Row, table=True):
    """One word under which the search finds one entity; made of it, never read back into it."""

    __tablename__ = "search_word"
    # In the order of their bytes, so that all words with one beginning stand together
    __table_args__: ClassVar[Any] = (
        Index("ix_search_word_kind_id_word", "kind", "id", "word"),
        {"sqlite_with_rowid": False},
    )

    kind: str = Field(primary_key=True)
    word: str = Field(sa_type=SearchText, primary_key=True)
    id: int = Field(primary_key=True)
