"""The tables. A row is storage and nothing else: the domain validates, joins live in queries."""

from jurydesk.db.tables.base import EntityRow, Row, metadata
from jurydesk.db.tables.candidacies import (
    AcquisitionRow,
    CandidacyRow,
    CertificationRow,
    EquivalenceRow,
    NoteRow,
    StepRow,
    TieRow,
)
from jurydesk.db.tables.deliberations import (
    AttendanceRow,
    DeliberationRow,
    HearingRecordRow,
    MinutesRow,
    RecusalRow,
    ResultRow,
)
from jurydesk.db.tables.files import AttachmentRow, BlobRow
from jurydesk.db.tables.grids import GridRow, SecondEntryRow
from jurydesk.db.tables.money import ClaimLineRow, ClaimRow, PaymentRow, RateRow, ReceiptRow
from jurydesk.db.tables.people import (
    AbsenceRow,
    CandidateRow,
    DistinctionRow,
    ExaminerRow,
    MandateRow,
    NationalNumberRow,
    QualificationRow,
)
from jurydesk.db.tables.places import SiteRoomRow, SiteRow, TravelRow
from jurydesk.db.tables.sessions import (
    HearingRow,
    JurorRow,
    JuryRow,
    SessionCandidacyRow,
    SessionCertificationRow,
    SessionDayRow,
    SessionRoomRow,
    SessionRow,
    SummonsRow,
)
from jurydesk.db.tables.workspace import AuditHeadRow, AuditRow, SearchWordRow, SettingRow

__all__ = [
    "AbsenceRow",
    "AcquisitionRow",
    "AttachmentRow",
    "AttendanceRow",
    "AuditHeadRow",
    "AuditRow",
    "BlobRow",
    "CandidacyRow",
    "CandidateRow",
    "CertificationRow",
    "ClaimLineRow",
    "ClaimRow",
    "DeliberationRow",
    "DistinctionRow",
    "EntityRow",
    "EquivalenceRow",
    "ExaminerRow",
    "GridRow",
    "HearingRecordRow",
    "HearingRow",
    "JurorRow",
    "JuryRow",
    "MandateRow",
    "MinutesRow",
    "NationalNumberRow",
    "NoteRow",
    "PaymentRow",
    "QualificationRow",
    "RateRow",
    "ReceiptRow",
    "RecusalRow",
    "ResultRow",
    "Row",
    "SearchWordRow",
    "SecondEntryRow",
    "SessionCandidacyRow",
    "SessionCertificationRow",
    "SessionDayRow",
    "SessionRoomRow",
    "SessionRow",
    "SettingRow",
    "SiteRoomRow",
    "SiteRow",
    "StepRow",
    "SummonsRow",
    "TieRow",
    "TravelRow",
    "metadata",
]
