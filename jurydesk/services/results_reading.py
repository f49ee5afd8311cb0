"""Understands the secretary's sheet of results, cell by cell; what cannot be read is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, TypeVar

from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    HearingRecord,
    Outcome,
    Recusal,
    Result,
    Vote,
)
from jurydesk.exchange.folding import fold, squeeze_list
from jurydesk.exchange.readings import BadCell
from jurydesk.exchange.workbook import RawCell
from jurydesk.services.deliberating import SessionResults
from jurydesk.services.results_columns import (
    ABSTAINED,
    AGAINST,
    APPEARANCE,
    ARRIVED,
    CANDIDACY,
    EXAMINER,
    HEARINGS,
    IN_FAVOUR,
    INCIDENTS,
    JURORS,
    JURY,
    KINDS,
    LEFT,
    OBSERVATIONS,
    PRESENT,
    REASON,
    RECOMMENDATION,
    RECUSALS,
    RESULT,
    Kind,
    known_headings,
)

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawRow, RawSheet, Workbook
    from jurydesk.services.views import SessionBoard

T = TypeVar("T")

_APPEARANCES: Mapping[str, Appearance] = {
    "": Appearance.EXPECTED,
    **dict.fromkeys(("present", "presente", "p", "oui", "x", "yes"), Appearance.PRESENT),
    **dict.fromkeys(("absent", "absente", "a", "non", "no", "abs"), Appearance.ABSENT),
    **dict.fromkeys(("excuse", "excusee", "e", "excused"), Appearance.EXCUSED),
    **dict.fromkeys(("ajourne", "ajournee", "adjourned", "reporte"), Appearance.ADJOURNED),
}
_OUTCOMES: Mapping[str, Outcome] = {
    **dict.fromkeys(
        ("acquis", "acquise", "valide", "validee", "obtenu", "oui", "x", "acquired", "yes"),
        Outcome.ACQUIRED,
    ),
    **dict.fromkeys(
        ("refuse", "refusee", "non acquis", "non acquise", "non valide", "non", "refused", "no"),
        Outcome.REFUSED,
    ),
}
_PRESENCES: Mapping[str, bool] = {
    **dict.fromkeys(("oui", "x", "present", "presente", "p", "yes"), True),
    **dict.fromkeys(("non", "absent", "absente", "excuse", "excusee", "no"), False),
}


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """One line of the sheet of which a cell could not be read; nothing of it is taken over."""

    sheet: str
    row: int
    cells: tuple[BadCell, ...]


@dataclass(slots=True)
class ResultsReading:
    """What the sheet says, and what could not be read in it."""

    results: SessionResults = field(default_factory=SessionResults)
    rejected: tuple[RejectedLine, ...] = ()
    understood: bool = False
    """Whether any table of the sheet was recognised."""


class Unreadable(ValueError):
    """A cell that cannot be read, with the code that says why."""

    def __init__(self, code: str) -> None:
        """Keep the code of the sentence."""
        super().__init__(code)
        self.code = code


@dataclass(slots=True)
class Line:
    """One row under its headings; remembers which of its cells could not be read."""

    row: RawRow
    columns: Mapping[str, RawCell]
    """The cell of the heading of each column."""
    bad: list[BadCell] = field(default_factory=list)

    def text(self, column: str) -> str:
        """Return the words of a cell; empty where there is no such column or only a dash."""
        return self._cell(column).text.strip().strip("—–-").strip()

    def read(self, column: str, understand: Callable[[RawCell], T], *, otherwise: T) -> T:
        """Return what a cell means; what stands in for it where it cannot be read."""
        cell = self._cell(column)
        try:
            return understand(cell)
        except Unreadable as error:
            heading = self.columns[column].text
            figures = (("value", cell.text),)
            self.bad.append(BadCell(heading, cell.text, error.code, figures, cell.column))
            return otherwise

    def _cell(self, column: str) -> RawCell:
        heading = self.columns.get(column)
        return self.row.cell(heading.column) if heading else RawCell(0)


def read_results(book: Workbook, board: SessionBoard) -> ResultsReading:
    """Read presence, recusals, results and reasons of one session."""
    known = known_headings(board)
    tables = [(sheet, _table(sheet, known)) for sheet in book.visible]
    reading = _Reading(board)
    for sheet, table in tables:
        if table is not None:
            for row in sheet.below(table.row):
                reading.take(Line(row, table.columns), kind=table.kind, sheet=sheet.title)
    return ResultsReading(
        SessionResults(tuple(reading.attendance), tuple(reading.records), reading.incidents),
        tuple(reading.rejected),
        understood=any(table is not None for _, table in tables),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """Where a table begins in a sheet, of what kind it is, and where its columns are."""

    row: int
    kind: Kind
    columns: Mapping[str, RawCell]


def _table(sheet: RawSheet, known: Mapping[str, str]) -> _Table | None:
    """Find the row of headings: the first that names what a line cannot do without."""
    for row in sheet.rows:
        columns: dict[str, RawCell] = {}
        for cell in row.filled:
            name = known.get(fold(cell.text))
            if name is not None:
                columns.setdefault(name, cell)
        for kind in KINDS:
            if kind.needed <= columns.keys():
                return _Table(row.number, kind, columns)
    return None


class _Reading:
    """Collects what the lines say."""

    def __init__(self, board: SessionBoard) -> None:
        self._board = board
        self.attendance: list[Attendance] = []
        self.records: list[HearingRecord] = []
        self.rejected: list[RejectedLine] = []
        self.incidents = ""

    def take(self, line: Line, *, kind: Kind, sheet: str) -> None:
        """Take one line over, or note why it cannot be."""
        if kind is HEARINGS:
            self._take_hearing(line)
        elif kind is JURORS:
            self._take_juror(line)
        else:
            self.incidents = "\n".join(filter(None, (self.incidents, line.text(INCIDENTS))))
        if line.bad:
            self.rejected.append(RejectedLine(sheet, line.row.number, tuple(line.bad)))

    def _take_hearing(self, line: Line) -> None:
        if not line.text(CANDIDACY):
            return
        number = line.read(CANDIDACY, _candidacy(self._board), otherwise=0)
        appearance = line.read(
            APPEARANCE, _named(_APPEARANCES, "RESULT-03"), otherwise=Appearance.EXPECTED
        )
        record = HearingRecord(
            candidacy_id=number,
            appearance=appearance,
            results=tuple(_results(line)),
            recusals=line.read(RECUSALS, _recusals(self._board, number), otherwise=()),
            vote=_vote(line),
            recommendation=line.text(RECOMMENDATION),
            observations=line.text(OBSERVATIONS),
        )
        if not line.bad:
            self.records.append(record)

    def _take_juror(self, line: Line) -> None:
        if not (line.text(EXAMINER) and line.text(PRESENT)):
            return
        number = line.read(JURY, _whole_number, otherwise=0)
        jury = self._board.session.jury(number)
        seated = {juror.examiner_id for juror in jury.jurors} if jury else set()
        note = Attendance(
            jury=number,
            examiner_id=line.read(EXAMINER, _examiner(self._board, seated), otherwise=0),
            present=line.read(PRESENT, _named(_PRESENCES, "RESULT-05"), otherwise=False),
            arrived=line.read(ARRIVED, _time, otherwise=None),
            left=line.read(LEFT, _time, otherwise=None),
        )
        if not line.bad:
            self.attendance.append(note)


def _results(line: Line) -> Iterator[Result]:
    for column in line.columns:
        part, _, block = column.partition(":")
        if part == RESULT and line.text(column):
            outcome = line.read(column, _named(_OUTCOMES, "RESULT-04"), otherwise=Outcome.REFUSED)
            yield Result(block, outcome, line.text(f"{REASON}:{block}"))


def _named(words: Mapping[str, T], code: str) -> Callable[[RawCell], T]:
    def understand(cell: RawCell) -> T:
        folded = fold(cell.text)
        if folded not in words:
            raise Unreadable(code)
        return words[folded]

    return understand


def _candidacy(board: SessionBoard) -> Callable[[RawCell], int]:
    def understand(cell: RawCell) -> int:
        number = _whole_number(cell)
        if board.session.hearing(number) is None:
            raise Unreadable("RESULT-02")
        return number

    return understand


def _examiner(board: SessionBoard, seated: set[int]) -> Callable[[RawCell], int]:
    def understand(cell: RawCell) -> int:
        return _juror_named(board, seated, cell.text)

    return understand


def _recusals(board: SessionBoard, candidacy_id: int) -> Callable[[RawCell], tuple[Recusal, ...]]:
    """Each name, with its reason after a colon; semicolons or line breaks part several."""
    hearing = board.session.hearing(candidacy_id)
    jury = board.session.jury(hearing.jury) if hearing else None
    seated = {juror.examiner_id for juror in jury.jurors} if jury else set()

    def understand(cell: RawCell) -> tuple[Recusal, ...]:
        listed = squeeze_list(cell.text).split(";")
        parts = [part.partition(":") for part in listed if part.strip()]
        return tuple(
            Recusal(_juror_named(board, seated, name), reason.strip()) for name, _, reason in parts
        )

    return understand


def _juror_named(board: SessionBoard, seated: set[int], name: str) -> int:
    for identifier in seated:
        examiner = board.examiner(identifier)
        if examiner is not None and fold(examiner.full_name) == fold(name):
            return identifier
    raise Unreadable("RESULT-06")


def _vote(line: Line) -> Vote | None:
    columns = (IN_FAVOUR, AGAINST, ABSTAINED)
    if not any(line.text(column) for column in columns):
        return None
    voices = [
        line.read(column, _whole_number, otherwise=0) if line.text(column) else 0
        for column in columns
    ]
    return Vote(*voices)


def _whole_number(cell: RawCell) -> int:
    try:
        number = float(cell.text.replace(",", "."))
    except ValueError as error:
        raise Unreadable("RESULT-01") from error
    if number != int(number) or number < 0:
        raise Unreadable("RESULT-01")
    return int(number)


def _time(cell: RawCell) -> time | None:
    if isinstance(cell.value, datetime):
        return cell.value.time()
    if isinstance(cell.value, time):
        return cell.value
    written = cell.text.strip().lower().replace("h", ":").replace(" ", "")
    if not written:
        return None
    hours, _, minutes = written.partition(":")
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError as error:
        raise Unreadable("RESULT-07") from error
