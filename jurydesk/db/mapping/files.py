"""What belongs to the file of a person, as rows: steps, documents, acquired blocks, notes."""

from __future__ import annotations

from jurydesk.db.mapping.mirror import mirror
from jurydesk.db.tables import (
    AcquisitionRow,
    AttachmentRow,
    DistinctionRow,
    EquivalenceRow,
    NoteRow,
    StepRow,
)
from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.changes import Kind
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.notes import Note
from jurydesk.domain.steps import Step

STEPS = mirror(Kind.STEP, StepRow, Step)
ATTACHMENTS = mirror(Kind.ATTACHMENT, AttachmentRow, Attachment)
ACQUISITIONS = mirror(Kind.ACQUISITION, AcquisitionRow, Acquisition)
EQUIVALENCES = mirror(Kind.EQUIVALENCE, EquivalenceRow, Equivalence)
NOTES = mirror(Kind.NOTE, NoteRow, Note)
DISTINCTIONS = mirror(Kind.DISTINCTION, DistinctionRow, Distinction)
