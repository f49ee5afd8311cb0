"""What one row of a roster makes of a person, and how the row is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.readings import ReadCandidate, ReadExaminer
from jurydesk.services.import_preview import Fate, PreviewRow

if TYPE_CHECKING:
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.findings import Finding
    from jurydesk.services.import_matching import Known
    from jurydesk.services.import_preview import FieldChange

P = TypeVar("P", Candidate, Examiner)


@dataclass(slots=True)
class Write(Generic[P]):
    """What one row makes of a person and, for a candidate, of a candidacy."""

    known: Known[P]
    candidacy: Candidacy | None = None


def preview_row(
    read: ReadCandidate | ReadExaminer,
    fate: Fate,
    *,
    changes: tuple[FieldChange, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> PreviewRow:
    """Show a row that was read with its fate."""
    return PreviewRow(
        read.row, fate, read.name, changes=changes, cells=read.doubts, findings=findings
    )
