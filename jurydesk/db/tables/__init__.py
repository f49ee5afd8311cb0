"""The tables. A row is storage and nothing else: the domain validates, joins live in queries."""

from jurydesk.db.tables.aftermath import NotificationRow, ParchmentRow
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
    ActingPresidentRow,
    AttendanceRow,
    CorrectionRow,
    DeclarationRow,
    DeliberationRow,
    HearingRecordRow,
    IncidentRow,
    MinutesRow,
    RecusalRow,
    ResultRow,
)
from jurydesk.db.tables.files import AttachmentRow, BlobRow
from jurydesk.db.tables.grids import GridRow, SecondEntryRow
from jurydesk.db.tables.letters import LetterTemplateRow
from jurydesk.db.tables.messages import OutboxMessageRow
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
    "ActingPresidentRow",
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
    "CorrectionRow",
    "DeclarationRow",
    "DeliberationRow",
    "DistinctionRow",
    "EntityRow",
    "EquivalenceRow",
    "ExaminerRow",
    "GridRow",
    "HearingRecordRow",
    "HearingRow",
    "IncidentRow",
    "JurorRow",
    "JuryRow",
    "LetterTemplateRow",
    "MandateRow",
    "MinutesRow",
    "NationalNumberRow",
    "NoteRow",
    "NotificationRow",
    "OutboxMessageRow",
    "ParchmentRow",
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
