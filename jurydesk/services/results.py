"""The secretary's sheet of results: a template for one session, and its import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.errors import DamagedFile
from jurydesk.exchange.roster_writer import write_roster
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services.deliberating import record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.outcome import Outcome
from jurydesk.services.results_reading import RejectedLine, read_results
from jurydesk.services.results_tables import results_tables
from jurydesk.services.sessions import open_session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class ResultsReport:
    """What an import of results did."""

    board: DeliberationBoard
    hearings: int
    attendance: int
    rejected: tuple[RejectedLine, ...]
    froze: bool
    """Whether the session was frozen on the way, as its day had come."""

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Return what still keeps the deliberation from being closed."""
        return blocking(self.board.findings)


def results_template(desk: Desk, *, code: str, path: Path, wording: Wording) -> int:
    """Write the sheet that a secretary fills in, with what is already recorded in its place."""
    board = open_session(desk, code=code)
    write_roster(path, results_tables(board, wording=wording))
    return len(board.session.hearings)


def import_results(
    desk: Desk, *, code: str, path: Path, reasons: Mapping[int, str] | None = None
) -> Outcome[ResultsReport]:
    """Record what a secretary's sheet says; a session whose day has come is frozen first.

    `reasons` answers, jury by jury, why a jury is of one sex only.

    Raises:
        DamagedFile: the file is not such a sheet.
        RefusedByRule: the session cannot be frozen, its day has not come, or it is closed.
    """
    book = read_workbook(path)
    board = open_session(desk, code=code)
    reading = read_results(book, board)
    if not reading.understood:
        raise DamagedFile("RESULTS-NOT-UNDERSTOOD", {"file": path.name})
    froze = board.session.can_be_planned
    if froze:
        freeze_session(desk, code=code, reasons=reasons)
    outcome = record_results(desk, code=code, results=reading.results)
    report = ResultsReport(
        board=outcome.value,
        hearings=len(reading.results.records),
        attendance=len(reading.results.attendance),
        rejected=reading.rejected,
        froze=froze,
    )
    return Outcome(report, outcome.changes, outcome.findings, outcome.label)
