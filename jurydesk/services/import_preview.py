"""What an import would do, row by row, shown to a person before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.exchange.readings import (
        BadCell,
        CandidateReading,
        ColumnUse,
        ExaminerReading,
        Issue,
    )


class RosterKind(StrEnum):
    """Whose roster it is."""

    CANDIDATES = "CANDIDATES"
    EXAMINERS = "EXAMINERS"


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "NEW"
    SAME = "SAME"
    """Known, and the row says nothing new."""
    CHANGED = "CHANGED"
    """Known, and the row changes or completes something."""
    DUPLICATE = "DUPLICATE"
    """An earlier row of the same file is about the same."""
    REJECTED = "REJECTED"
    IGNORED = "IGNORED"
    """A total, an empty row, a second heading."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a row would change; names as in the domain, such as `birth_place.insee`."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands in the file."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file and what becomes of it."""

    row: int
    fate: Fate
    name: str = ""
    of: RowPlace | None = None
    """For a duplicate: the row that came first."""
    why: str = ""
    """For a row ignored: the code of the reason."""
    changes: tuple[FieldChange, ...] = ()
    """For a duplicate: where it differs from the first; that is not taken over."""
    cells: tuple[BadCell, ...] = ()
    """Cells that could not be read, or that a person should look at."""
    findings: tuple[Finding, ...] = ()

    @property
    def kept_as_draft(self) -> bool:
        """Tell whether a rule keeps the row from being a complete file."""
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """One sheet: how its columns were understood and the fate of each row, in order."""

    sheet: str
    header_row: int
    columns: tuple[ColumnUse, ...]
    read: int
    rows: tuple[PreviewRow, ...]
    problems: tuple[Issue, ...] = ()

    @property
    def recognised(self) -> bool:
        """Tell whether its headings are those of such a roster; if not, nothing was read."""
        return not any(issue.grave for issue in self.problems)

    def of_fate(self, fate: Fate) -> tuple[PreviewRow, ...]:
        """Return the rows with that fate."""
        return tuple(row for row in self.rows if row.fate is fate)


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A whole file as it would be taken over. `reading` is what `apply_import` works from."""

    file: str
    kind: RosterKind
    sheets: tuple[SheetPreview, ...]
    reading: CandidateReading | ExaminerReading
    skipped: tuple[Issue, ...] = ()

    def count(self, fate: Fate) -> int:
        """Return how many rows have that fate, over all sheets."""
        return sum(len(sheet.of_fate(fate)) for sheet in self.sheets)

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the workspace already holds all that the file says."""
        return not (self.count(Fate.NEW) or self.count(Fate.CHANGED))

    @property
    def recognised(self) -> bool:
        """Tell whether at least one sheet is such a roster."""
        return any(sheet.recognised for sheet in self.sheets)

    @property
    def needs_attention(self) -> bool:
        """Tell whether no sheet was recognised, or a row was rejected or breaks a rule."""
        if not self.recognised:
            return True
        rows = (row for sheet in self.sheets for row in sheet.rows)
        return any(row.fate is Fate.REJECTED or row.kept_as_draft for row in rows)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    preview: ImportPreview
    ties: int
    """How many ties it proposed."""
