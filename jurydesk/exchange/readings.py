"""What reading a roster gives: rows read, rows rejected cell by cell, rows ignored and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import FigureValue
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.ties import TieKind
from jurydesk.exchange.workbook import CellValue, RawSheet

T = TypeVar("T")
Figures = tuple[tuple[str, FigureValue], ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong with a cell or a sheet: a code of the wording and its figures."""

    code: str
    figures: Figures = ()
    grave: bool = False
    """Whether the row cannot be taken over because of it."""


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What one cell says, and what a person should know about how it was understood."""

    value: T
    issue: Issue | None = None


def doubt(value: T, code: str, /, **figures: FigureValue) -> Read[T]:
    """Give a value that a person should look at."""
    return Read(value, Issue(code, tuple(figures.items())))


def refuse(value: T, code: str, /, **figures: FigureValue) -> Read[T]:
    """Say that the cell cannot be read; `value` stands in so that the row is read to its end."""
    return Read(value, Issue(code, tuple(figures.items()), grave=True))


@dataclass(frozen=True, slots=True)
class BadCell:
    """One cell that could not be read or raises a doubt. Its figures suffice for its sentence."""

    column: str
    """The heading."""
    value: str
    """What stands in the cell."""
    code: str
    figures: Figures = ()
    position: int = 0
    """Number of the column, from 1; 0 where the sheet has no such column."""


class Found(StrEnum):
    """How a column was recognised."""

    HEADING = "HEADING"
    CONTENT = "CONTENT"
    MAP = "MAP"
    """By a person, now."""
    REMEMBERED = "REMEMBERED"
    """By a person, in an earlier file of the same layout."""
    DUPLICATE = "DUPLICATE"
    NOT_FOUND = "NOT_FOUND"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """One column of a sheet and the field that it was taken for; no field: not taken over."""

    position: int
    letter: str
    heading: str
    field: str
    found: Found


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that is not taken over, each bad cell with its reason, and all that it holds."""

    row: int
    cells: tuple[BadCell, ...]
    values: tuple[CellValue, ...] = ()
    """The whole row, in the order of the reading's columns."""
    name: str = ""
    """Whom it names, as far as that can be read."""


@dataclass(frozen=True, slots=True)
class IgnoredRow:
    """A row that holds no person; `why`: total, empty, heading, example (wording: `ROW-…`)."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class TieHint:
    """Words of a file that may tie the candidate to an examiner."""

    kind: TieKind
    text: str
    evidence: str = ""
    """The words with their heading: « Accompagné par : B. Peyrat »."""


@dataclass(frozen=True, slots=True)
class ReadCandidate:
    """One row understood: the person, the candidacy (of person 0 until stored), doubts."""

    row: int
    candidate: Candidate
    candidacy: Candidacy
    doubts: tuple[BadCell, ...] = ()

    @property
    def name(self) -> str:
        """Return whom the row names."""
        return self.candidate.full_name


@dataclass(frozen=True, slots=True)
class ReadExaminer:
    """One row of the pool understood."""

    row: int
    examiner: Examiner
    doubts: tuple[BadCell, ...] = ()

    @property
    def name(self) -> str:
        """Return whom the row names."""
        return self.examiner.full_name


R = TypeVar("R", bound=ReadCandidate | ReadExaminer)


@dataclass(frozen=True, slots=True)
class SheetReading(Generic[R]):
    """One sheet read. `header_row` 0: no headings were found, `problems` says so."""

    sheet: str
    header_row: int
    columns: tuple[ColumnUse, ...] = ()
    rows: tuple[R, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    ignored: tuple[IgnoredRow, ...] = ()
    problems: tuple[Issue, ...] = ()
    layout: str = ""
    """Tells files of one layout: a digest of the headings in their order."""
    raw: RawSheet | None = None
    """The sheet as it was read, corrections included."""

    @property
    def read(self) -> int:
        """Return how many rows hold a person, taken over or rejected."""
        return len(self.rows) + len(self.rejected)


@dataclass(frozen=True, slots=True)
class RosterReading(Generic[R]):
    """A whole workbook read; `skipped` names the sheets left out and why."""

    file: str
    sheets: tuple[SheetReading[R], ...]
    skipped: tuple[Issue, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """Return the rows of every sheet, in order."""
        return tuple(row for sheet in self.sheets for row in sheet.rows)


CandidateReading = RosterReading[ReadCandidate]
ExaminerReading = RosterReading[ReadExaminer]
