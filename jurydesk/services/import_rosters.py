"""Opens the file of a roster and reads it as candidates or as the pool."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jurydesk.exchange.book_files import read_book
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.sheet_walk import Recalled
from jurydesk.exchange.workbook import Workbook
from jurydesk.services.import_preview import RosterKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from jurydesk.domain.certification import Certification
    from jurydesk.exchange.readings import CandidateReading, ExaminerReading
    from jurydesk.exchange.roster_choices import FileChoices, Layouts
    from jurydesk.exchange.sheet_walk import Watch


@dataclass(frozen=True, slots=True)
class Roster:
    """A file opened for import. It is read once; every correction is made beside it."""

    path: Path
    kind: RosterKind
    book: Workbook
    memory: dict[tuple[str, int], Recalled[Any]] = field(default_factory=dict, compare=False)
    """Rows as they were read: a cell corrected makes one row be read again, not all."""
    circumstances: list[object] = field(default_factory=list, compare=False)
    """What the rows in memory were read under."""

    @property
    def rows(self) -> int:
        """Return how many rows the file holds."""
        return sum(len(sheet.rows) for sheet in self.book.sheets)


@dataclass(slots=True)
class RowCounter:
    """Counts the rows done for whoever watches; watching may stop the work."""

    total: int
    progress: Callable[[int, int], None] | None
    done: int = 0

    def step(self) -> None:
        """Count one more row."""
        self.done = min(self.done + 1, self.total)
        if self.progress is not None:
            self.progress(self.done, self.total)


def open_roster(*, path: Path, kind: RosterKind) -> Roster:
    """Read a file: .xlsx, .xls, .ods or .csv.

    Raises:
        EnvironmentFailure: it is not there, cannot be read, is none of these or harmful.
    """
    return Roster(path, kind, read_book(path))


def read_roster(
    roster: Roster,
    certifications: Sequence[Certification],
    *,
    today: date,
    choices: FileChoices,
    layouts: Layouts,
    watch: Watch | None = None,
) -> CandidateReading | ExaminerReading:
    """Understand the rows of a file.

    Raises:
        WrongUsage: the choices name a sheet or a field that does not exist.
    """
    circumstances = [tuple(certifications), today]
    if roster.circumstances != circumstances:
        roster.memory.clear()
        roster.circumstances[:] = circumstances
    read = read_candidates if roster.kind is RosterKind.CANDIDATES else read_examiners
    return read(
        roster.book,
        certifications,
        today=today,
        choices=choices,
        layouts=layouts,
        memory=roster.memory,
        watch=watch,
    )
