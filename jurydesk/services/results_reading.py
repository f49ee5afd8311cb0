"""Understands the secretary's sheet of results, cell by cell; what cannot be read is said."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Declaration,
    HearingRecord,
    Incident,
    Outcome,
    Recusal,
    Result,
    Voice,
    Vote,
)
from jurydesk.exchange.folding import fold, squeeze_list
from jurydesk.exchange.readings import BadCell
from jurydesk.exchange.workbook import RawCell
from jurydesk.services.deliberating import SessionResults
from jurydesk.services.results_columns import (
    ABSTAINED,
    ACTING,
    ADVICE,
    AGAINST,
    APPEARANCE,
    ARRIVED,
    CANDIDACY,
    CANDIDATE,
    CASTING,
    EVIDENCE,
    EXAMINER,
    HEARINGS,
    HOUR,
    IN_FAVOUR,
    INCIDENTS,
    JURORS,
    JURY,
    KINDS,
    LEFT,
    NO_TIE,
    OBSERVATIONS,
    PRESENT,
    READ_FILES,
    REASON,
    RECOMMENDATION,
    RECUSALS,
    RESULT,
    Kind,
    known_headings,
)
from jurydesk.services.results_identity import UnreadSheet, is_named, why_unread

if TYPE_CHECKING:
    from jurydesk.exchange.workbook import RawRow, RawSheet, Workbook
    from jurydesk.services.views import SessionBoard

T = TypeVar("T")
_TOO_MUCH = 10**9
"""No number of a sheet is so great: nothing that is counted here, and no candidacy."""

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
_ANSWERS: Mapping[str, bool] = {
    **dict.fromkeys(("oui", "x", "yes"), True),
    **dict.fromkeys(("non", "no"), False),
}
_VOICES: Mapping[str, Voice | None] = {
    "": None,
    **dict.fromkeys(("pour", "favorable", "in favour", "for"), Voice.IN_FAVOUR),
    **dict.fromkeys(("contre", "defavorable", "against"), Voice.AGAINST),
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
    unread: tuple[UnreadSheet, ...] = ()
    """Sheets that are not of this session or have no headings: they may hold anything."""


class Unreadable(ValueError):
    """A cell that cannot be read, with the code that says why."""

    def __init__(self, code: str, **figures: str | int) -> None:
        """Keep the code of the sentence, and what it needs besides the words of the cell."""
        super().__init__(code)
        self.code = code
        self.figures = figures


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
            self.reject(column, error)
            return otherwise

    def reject(self, column: str, error: Unreadable) -> None:
        """Note why a cell keeps the line from being taken over."""
        cell = self._cell(column)
        figures = (("value", cell.text), *error.figures.items())
        heading = self.columns[column].text
        self.bad.append(BadCell(heading, cell.text, error.code, figures, cell.column))

    def _cell(self, column: str) -> RawCell:
        heading = self.columns.get(column)
        return self.row.cell(heading.column) if heading else RawCell(0)


def read_results(book: Workbook, board: SessionBoard) -> ResultsReading:
    """Read presence, recusals, results and reasons of one session."""
    known = known_headings(board)
    filled = (sheet for sheet in book.visible if any(row.filled for row in sheet.rows))
    tables = [(sheet, _table(sheet, known)) for sheet in filled]
    unread = (
        why_unread(
            sheet,
            kind=table.kind if table else None,
            headings=table.row if table else 0,
            session=board.session.code,
        )
        for sheet, table in tables
    )
    reading = _Reading(board)
    for sheet, table in tables:
        if table is not None:
            for row in sheet.below(table.row):
                reading.take(Line(row, table.columns), kind=table.kind, sheet=sheet.title)
    return ResultsReading(
        reading.results(),
        reading.rejected(),
        understood=any(table is not None for _, table in tables),
        unread=tuple(sheet for sheet in unread if sheet is not None),
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


@dataclass(frozen=True, slots=True)
class _Taken(Generic[T]):
    """What one line says of somebody; None if it says nothing or cannot be taken over."""

    sheet: str
    line: Line
    of: object
    note: T | None


class _Reading:
    """Collects what the lines say."""

    def __init__(self, board: SessionBoard) -> None:
        self._board = board
        self._lines: list[tuple[str, Line]] = []
        self._hearings: list[_Taken[HearingRecord]] = []
        self._jurors: list[_Taken[Attendance]] = []
        self._incidents: list[Incident] = []
        self._declarations: list[_Taken[Declaration]] = []
        self._acting: list[_Taken[ActingPresident]] = []

    def take(self, line: Line, *, kind: Kind, sheet: str) -> None:
        """Take one line over, or note why it cannot be."""
        self._lines.append((sheet, line))
        if kind is HEARINGS:
            self._take_hearing(line, sheet)
        elif kind is JURORS:
            self._take_juror(line, sheet)
        else:
            self._take_incident(line)

    def results(self) -> SessionResults:
        """Return what the good lines say; of two lines on one person neither is good."""
        _reject_repeated(self._hearings, CANDIDACY, "RESULT-09")
        _reject_repeated(self._jurors, EXAMINER, "RESULT-12")
        return SessionResults(
            tuple(_good(self._jurors)),
            tuple(_good(self._hearings)),
            tuple(self._incidents),
            tuple(_good(self._declarations)),
            tuple(_good(self._acting)),
        )

    def rejected(self) -> tuple[RejectedLine, ...]:
        """Return the lines that could not be taken over."""
        return tuple(
            RejectedLine(sheet, line.row.number, tuple(line.bad))
            for sheet, line in self._lines
            if line.bad
        )

    def _take_hearing(self, line: Line, sheet: str) -> None:
        if not line.text(CANDIDACY):
            if line.text(CANDIDATE) or line.text(APPEARANCE):
                line.reject(CANDIDACY, Unreadable("RESULT-11"))
            return
        number = line.read(CANDIDACY, _candidacy(self._board), otherwise=0)
        if number:
            line.read(CANDIDATE, _name_of(self._board, number), otherwise=None)
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
        note = record if _says_something(record, self._board) else None
        self._hearings.append(_Taken(sheet, line, number, note))

    def _take_juror(self, line: Line, sheet: str) -> None:
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
        of = (number, note.examiner_id) if note.examiner_id else None
        self._jurors.append(_Taken(sheet, line, of, note))
        if note.present:
            self._declarations.append(_Taken(sheet, line, of, _declaration(line, note)))
            self._acting.append(_Taken(sheet, line, of, _acting(line, note)))

    def _take_incident(self, line: Line) -> None:
        text = line.text(INCIDENTS)
        if text:
            jury = line.read(JURY, _whole_number, otherwise=0) if line.text(JURY) else None
            hour = line.read(HOUR, _time, otherwise=None)
            if not line.bad:
                self._incidents.append(Incident(text, jury, hour))


def _declaration(line: Line, note: Attendance) -> Declaration | None:
    """Older sheets have no such columns, and an empty cell declares nothing."""
    if not (line.text(READ_FILES) and line.text(NO_TIE)):
        return None
    answer = _named(_ANSWERS, "RESULT-14")
    return Declaration(
        note.jury,
        note.examiner_id,
        read_files=line.read(READ_FILES, answer, otherwise=False),
        no_tie=line.read(NO_TIE, answer, otherwise=False),
    )


def _acting(line: Line, note: Attendance) -> ActingPresident | None:
    reason = line.text(ACTING)
    if not reason or fold(reason) in {"non", "no"}:
        return None
    return ActingPresident(
        note.jury, note.examiner_id, "" if fold(reason) in {"oui", "yes", "x"} else reason
    )


def _good(taken: Iterable[_Taken[T]]) -> Iterator[T]:
    return (each.note for each in taken if each.note is not None and not each.line.bad)


def _reject_repeated(taken: Iterable[_Taken[T]], column: str, code: str) -> None:
    """Reject every line on a person on whom there is another: which is right, nobody can tell."""
    lines: dict[object, list[_Taken[T]]] = {}
    for each in taken:
        if each.of:
            lines.setdefault(each.of, []).append(each)
    for same in lines.values():
        if len(same) > 1:
            sheets = {each.sheet for each in same}
            rows = ", ".join(
                f"{each.line.row.number}"
                if len(sheets) == 1
                else f"{each.sheet}!{each.line.row.number}"
                for each in same
            )
            for each in same:
                each.line.reject(column, Unreadable(code, rows=rows))


def _says_something(record: HearingRecord, board: SessionBoard) -> bool:
    """Tell whether a line was filled in; the recusals of the template alone are not filling in."""
    hearing = board.session.hearing(record.candidacy_id)
    planned = hearing.recused if hearing else ()
    recusals = tuple(r for r in record.recusals if r.reason or r.examiner_id not in planned)
    return replace(record, recusals=recusals) != HearingRecord(record.candidacy_id)


def _results(line: Line) -> Iterator[Result]:
    for column in line.columns:
        part, _, block = column.partition(":")
        if part == RESULT and line.text(column):
            outcome = line.read(column, _named(_OUTCOMES, "RESULT-04"), otherwise=Outcome.REFUSED)
            texts = (line.text(f"{text}:{block}") for text in (REASON, EVIDENCE, ADVICE))
            yield Result(block, outcome, *texts)


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


def _name_of(board: SessionBoard, number: int) -> Callable[[RawCell], None]:
    """Compare the name with the number: who sorts one column alone gives people others' results."""
    row = board.candidacy(number)

    def understand(cell: RawCell) -> None:
        name = row.candidate.full_name if row else ""
        if cell.is_blank:
            raise Unreadable("RESULT-10", number=number, name=name)
        if row is None or not is_named(row.candidate, cell.text):
            raise Unreadable("RESULT-08", number=number, name=name)

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
    casting = line.read(CASTING, _named(_VOICES, "RESULT-13"), otherwise=None)
    in_favour, against, abstained = voices
    return Vote(in_favour, against, abstained, casting=casting)


def _whole_number(cell: RawCell) -> int:
    try:
        number = float(cell.text.replace(",", "."))
    except ValueError as error:
        raise Unreadable("RESULT-01") from error
    if not math.isfinite(number) or number != int(number) or not 0 <= number < _TOO_MUCH:
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
