"""What an import would do, row by row, shown to a person before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from jurydesk.services.import_decisions import Choices, RowPlace

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.exchange.readings import (
        BadCell,
        CandidateReading,
        ColumnUse,
        ExaminerReading,
        Issue,
    )
    from jurydesk.exchange.workbook import RawSheet


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
    DOUBTFUL = "DOUBTFUL"
    """A person must say whose row it is, or what goes; until then it is not written."""
    DUPLICATE = "DUPLICATE"
    """An earlier row of the same file is about the same."""
    REJECTED = "REJECTED"
    IGNORED = "IGNORED"
    """A total, an empty row, a second heading; or set aside by the person."""
    MISSING = "MISSING"
    """In the last import of this layout, and in this file no more."""


_SAMPLED = 200
HELD_BACK = frozenset({Fate.DOUBTFUL, Fate.REJECTED})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that a row would change; names as in the domain, such as `birth_place.insee`."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody who may be the person of a row: stored, or named by an earlier row."""

    person: int
    place: RowPlace | None
    name: str
    birth_date: date | None
    reasons: tuple[str, ...]
    """Codes of what is alike (wording: `LIKE-…`)."""


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
    alike: tuple[Alike, ...] = ()
    """Who it may be, the likeliest first."""
    dropped: tuple[FieldChange, ...] = ()
    """What is stored and the row says no more: it goes only where a person decides so."""
    texts: tuple[str, ...] = ()
    """What stands in the file, in the order of the sheet's columns."""
    key: int = 0
    """For a row that is missing: the number of the candidacy or of the examiner."""

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
    layout: str = ""
    """Tells files of one layout."""
    raw: RawSheet | None = None

    @property
    def recognised(self) -> bool:
        """Tell whether its headings are those of such a roster; if not, nothing was read."""
        return not any(issue.grave for issue in self.problems)

    def of_fate(self, fate: Fate) -> tuple[PreviewRow, ...]:
        """Return the rows with that fate."""
        return tuple(row for row in self.rows if row.fate is fate)

    def beginning(self, count: int = 12) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Return the first rows with their numbers, so that a person can point at the headings."""
        rows = self.raw.rows[:count] if self.raw else ()
        width = max((row.cells[-1].column for row in rows if row.cells), default=0)
        return tuple(
            (row.number, tuple(row.cell(at).text for at in range(1, width + 1))) for row in rows
        )

    def samples(self, position: int, count: int = 3) -> tuple[str, ...]:
        """Return the first different texts of a column."""
        rows = self.raw.rows if self.raw else ()
        below = islice((row for row in rows if row.number > self.header_row), _SAMPLED)
        texts = (row.cell(position).text.strip() for row in below)
        return tuple(islice(dict.fromkeys(filter(None, texts)), count))


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A whole file as it would be taken over. `reading` is what `apply_import` works from."""

    file: str
    kind: RosterKind
    sheets: tuple[SheetPreview, ...]
    reading: CandidateReading | ExaminerReading
    skipped: tuple[Issue, ...] = ()
    missing: tuple[PreviewRow, ...] = ()
    choices: Choices = field(default_factory=Choices)

    def count(self, fate: Fate) -> int:
        """Return how many rows have that fate, over all sheets."""
        if fate is Fate.MISSING:
            return len(self.missing)
        return sum(len(sheet.of_fate(fate)) for sheet in self.sheets)

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the workspace already holds all that the file says."""
        return not (self.count(Fate.NEW) or self.count(Fate.CHANGED) or self.choices.removed)

    @property
    def recognised(self) -> bool:
        """Tell whether at least one sheet is such a roster."""
        return any(sheet.recognised for sheet in self.sheets)

    @property
    def needs_attention(self) -> bool:
        """Tell whether no sheet was recognised, or a row was held back or breaks a rule."""
        if not self.recognised:
            return True
        rows = (row for sheet in self.sheets for row in sheet.rows)
        return any(row.fate in HELD_BACK or row.kept_as_draft for row in rows)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did."""

    preview: ImportPreview
    ties: int
    """How many ties it proposed."""
