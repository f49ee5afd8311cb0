"""The secretary's sheet of results: a template for one session, and its import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.errors import DamagedFile, RefusedByRule
from jurydesk.exchange.roster_writer import write_roster
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services.deliberating import record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.outcome import Outcome
from jurydesk.services.results_identity import UnreadSheet
from jurydesk.services.results_reading import RejectedLine, read_results
from jurydesk.services.results_tables import results_tables
from jurydesk.services.sessions import open_session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard, SessionResults
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class ResultsReport:
    """What an import of results did."""

    board: DeliberationBoard | None
    """The day as it is recorded now; None where nothing was, as nothing could be."""
    hearings: int
    attendance: int
    rejected: tuple[RejectedLine, ...]
    froze: bool
    """Whether the session was frozen on the way, as its day had come."""
    unread: tuple[UnreadSheet, ...] = ()
    """Why the file was left alone: then nothing at all was recorded."""

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Return what still keeps the deliberation from being closed."""
        return blocking(self.findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the rules say of the day as recorded."""
        return self.board.findings if self.board else ()

    @property
    def is_whole(self) -> bool:
        """Tell whether everything in the file was taken over."""
        return not (self.rejected or self.unread)


def results_template(desk: Desk, *, code: str, path: Path, wording: Wording) -> int:
    """Write the sheet that a secretary fills in, with what is already recorded in its place."""
    board = open_session(desk, code=code)
    write_roster(path, results_tables(board, wording=wording))
    return len(board.session.hearings)


def import_results(
    desk: Desk, *, code: str, path: Path, reasons: Mapping[int, str] | None = None
) -> Outcome[ResultsReport]:
    """Record what a secretary's sheet says; a session whose day has come is frozen first.

    Nothing is changed, and the report says why, if a sheet is not of this session or cannot be
    read, or if nothing can be taken over. `reasons` answers, jury by jury, why a jury is of one
    sex only.

    Raises:
        DamagedFile: the file is not such a sheet.
        RefusedByRule: the session cannot be frozen, its day has not come, or it is closed.
    """
    book = read_workbook(path)
    board = open_session(desk, code=code)
    reading = read_results(book, board)
    if not reading.understood:
        raise DamagedFile("RESULTS-NOT-UNDERSTOOD", {"file": path.name})
    unread = reading.unread or _nothing_said(reading.results, path)
    if unread:
        return Outcome(ResultsReport(None, 0, 0, reading.rejected, froze=False, unread=unread))
    froze = board.session.can_be_planned
    if froze:
        # Freezing is for good: first of all, what would be refused after it
        _check_days(board, reading.results, desk.clock.today())
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


def _nothing_said(results: SessionResults, path: Path) -> tuple[UnreadSheet, ...]:
    """Tell of a file of which no line could be taken over: it must not freeze a session."""
    if results.records or results.attendance or results.incidents:
        return ()
    return (UnreadSheet("", "RESULTS-NOTHING", {"file": path.name}),)


def _check_days(board: SessionBoard, results: SessionResults, today: date) -> None:
    hearings = (board.session.hearing(record.candidacy_id) for record in results.records)
    days = [hearing.start.date() for hearing in hearings if hearing]
    first = board.session.days[0]
    if days and first <= today < max(days):
        figures = {"session": board.session.code, "day": f"{max(days):%d/%m/%Y}"}
        raise RefusedByRule("HEARING-NOT-YET", figures)
