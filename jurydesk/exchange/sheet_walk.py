"""Walks through the sheets of a roster: which are read, which rows hold a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from jurydesk.errors import WrongUsage
from jurydesk.exchange.dates import Meaning, read_day_text
from jurydesk.exchange.folding import fold
from jurydesk.exchange.headings import (
    Given,
    find_header,
    layout_of,
    map_columns,
    missing_fields,
)
from jurydesk.exchange.readings import (
    Found,
    IgnoredRow,
    Issue,
    ReadCandidate,
    ReadExaminer,
    RejectedRow,
    RosterReading,
    SheetReading,
)
from jurydesk.exchange.roster_choices import FileChoices, Layouts, SheetChoice, corrected
from jurydesk.exchange.row_cells import RowCells

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.exchange.fields import Layout
    from jurydesk.exchange.readings import ColumnUse
    from jurydesk.exchange.workbook import RawRow, RawSheet, Workbook

R = TypeVar("R", bound=ReadCandidate | ReadExaminer)

TOTAL, EMPTY, HEADING, EXAMPLE = "total", "empty", "heading", "example"
EXAMPLE_MARKS = ("exemple", "example")
"""What the first cell of a template's explained row holds."""
_TOTALS = re.compile(
    r"(sous )?tota(l|ux)\b.*|effectif\b.*|nombre de .*|nb de .*|(sub ?|grand )total\b.*"
)
_UPDATED = re.compile(
    r"\b(?:mis à jour|mise à jour|màj|maj|arrêté|état|updated|as of|as at|situation)\b[^\d]*"
    r"(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:er)? [^\W\d_]+ \d{4})",
    re.IGNORECASE,
)
_FEWEST_REPEATED = 3
_MOST_PROBLEMS = 20
"""How many sentences about the columns of a sheet somebody may be expected to read."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """What reading a row may need to know of its sheet."""

    title: str
    fields: frozenset[str]
    as_of: date
    """The day on which the sheet says it was updated, else today."""


@dataclass(frozen=True, slots=True)
class Recalled(Generic[R]):
    """How a row was read, and under which columns."""

    row: RawRow
    under: tuple[Sequence[ColumnUse], SheetView]
    read: R | RejectedRow


ReadingMemory = dict[tuple[str, int], Recalled[R]]
"""Rows read before, by sheet and number: one cell corrected does not read twenty thousand again."""
Watch = Callable[[], None]
"""Called at each row; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Walk(Generic[R]):
    """How one kind of roster is read."""

    layout: Layout
    names: frozenset[str]
    """The fields that name a person: a row without any of them holds nobody."""
    read_row: Callable[[RowCells, SheetView], R | RejectedRow]
    today: date
    choices: FileChoices = field(default_factory=FileChoices)
    layouts: Layouts = field(default_factory=dict)
    """Layouts met in earlier files."""
    memory: ReadingMemory[R] = field(default_factory=dict)
    watch: Watch | None = None

    def read(self, book: Workbook) -> RosterReading[R]:
        """Read the sheets that were chosen, or every visible one.

        Raises:
            WrongUsage: the workbook has no such sheet, or the map names an unknown field.
        """
        self._check_map()
        corrected_book = corrected(book, self.choices.cells)
        chosen = _choose(corrected_book, self.choices)
        skipped = tuple(
            Issue("ROSTER-05", (("sheet", s.title),))
            for s in corrected_book.sheets
            if s.hidden and s not in chosen
        )
        return RosterReading(book.name, tuple(map(self._read_sheet, chosen)), skipped)

    def _check_map(self) -> None:
        for heading, named in self.choices.headings.items():
            if named and named not in self.layout.headings:
                known = ", ".join(self.layout.headings)
                raise WrongUsage("ROSTER-07", {"heading": heading, "field": named, "known": known})

    def _read_sheet(self, sheet: RawSheet) -> SheetReading[R]:
        choice = self.choices.sheet(sheet.title)
        header = self._header(sheet, choice)
        if header is None:
            none = Issue("ROSTER-01", grave=True)
            return SheetReading(sheet.title, 0, problems=(none,), raw=sheet)
        met = layout_of(header)
        given = Given(choice.columns, self.choices.headings, self.layouts.get(met, {}))
        columns = map_columns(header, sheet, self.layout, given)
        missing = missing_fields(columns, self.layout)
        if missing or not choice.is_read:
            problems = missing or (Issue("ROSTER-10", grave=True),)
            return SheetReading(
                sheet.title, header.number, columns, problems=problems, layout=met, raw=sheet
            )
        view = SheetView(
            sheet.title,
            frozenset(column.field for column in columns),
            _updated_on(sheet, header, today=self.today),
        )
        read = self._read_rows(sheet, header, columns, view)
        return replace(read, layout=met, raw=sheet)

    def _header(self, sheet: RawSheet, choice: SheetChoice) -> RawRow | None:
        if choice.header_row:
            return next((row for row in sheet.rows if row.number == choice.header_row), None)
        return find_header(sheet, self.layout, self.choices.headings, self.layouts)

    def _read_rows(
        self, sheet: RawSheet, header: RawRow, columns: Sequence[ColumnUse], view: SheetView
    ) -> SheetReading[R]:
        rows: list[R] = []
        rejected: list[RejectedRow] = []
        ignored: list[IgnoredRow] = []
        for row in sheet.below(header.number):
            if self.watch is not None:
                self.watch()
            if not row.filled:
                continue
            why = _why_ignored(row, header, columns, self.names)
            if why:
                ignored.append(IgnoredRow(row.number, why))
                continue
            read = self._read_or_recall(row, columns, view)
            if isinstance(read, RejectedRow):
                rejected.append(read)
            else:
                rows.append(read)
        return SheetReading(
            sheet.title, header.number, tuple(columns), tuple(rows), tuple(rejected),
            tuple(ignored), _column_problems(columns),
        )  # fmt: skip

    def _read_or_recall(
        self, row: RawRow, columns: Sequence[ColumnUse], view: SheetView
    ) -> R | RejectedRow:
        known = self.memory.get((view.title, row.number))
        # A row that nobody corrected is the very same object
        if known is not None and known.row is row and known.under == (columns, view):
            return known.read
        read = self.read_row(RowCells(row, columns), view)
        self.memory[view.title, row.number] = Recalled(row, (columns, view), read)
        return read


def _why_ignored(
    row: RawRow, header: RawRow, columns: Sequence[ColumnUse], names: frozenset[str]
) -> str:
    """Say why a row holds nobody; empty: it holds somebody."""
    texts = [cell.text for cell in row.filled]
    repeated = sum(fold(cell.text) == fold(header.cell(cell.column).text) for cell in row.filled)
    # Long lists repeat their headings at each page; one or two equal cells are chance
    if repeated >= _FEWEST_REPEATED:
        return HEADING
    if fold(texts[0]).startswith(EXAMPLE_MARKS):
        return EXAMPLE
    named = (row.cell(c.position).text for c in columns if c.field in names)
    if any(_TOTALS.fullmatch(fold(text)) for text in [texts[0], *named]):
        return TOTAL
    known = [c for c in columns if c.field not in {"", "number"}]
    return "" if any(not row.cell(c.position).is_blank for c in known) else EMPTY


def _choose(book: Workbook, choices: FileChoices) -> tuple[RawSheet, ...]:
    name = choices.only
    if name is None:
        shown = {sheet.title for sheet in book.visible} | set(choices.sheets)
        return tuple(sheet for sheet in book.sheets if sheet.title in shown and sheet.rows)
    chosen = [sheet for sheet in book.sheets if fold(sheet.title) == fold(name)]
    # « Vae » finds « VAE », but not where both are there
    exact = [sheet for sheet in chosen if sheet.title == name] or chosen
    if not exact:
        sheets = ", ".join(sheet.title for sheet in book.visible)
        raise WrongUsage("ROSTER-03", {"sheet": name, "sheets": sheets})
    return tuple(exact[:1])


def _updated_on(sheet: RawSheet, header: RawRow, *, today: date) -> date:
    above = (cell for row in sheet.rows if row.number < header.number for cell in row.filled)
    said = filter(None, (_UPDATED.search(cell.text) for cell in above))
    days = (read_day_text(match[1], meaning=Meaning.EVENT, today=today).value for match in said)
    return next((day for day in days if day), today)


def _column_problems(columns: Sequence[ColumnUse]) -> tuple[Issue, ...]:
    codes = {Found.DUPLICATE: "ROSTER-04", Found.NOT_FOUND: "ROSTER-06", Found.CONTENT: "ROSTER-08"}
    problems = tuple(
        Issue(
            codes[c.found],
            (("column", c.heading or c.letter), ("letter", c.letter), ("field", c.field)),
        )
        for c in columns
        if c.found in codes
    )
    if len(problems) <= _MOST_PROBLEMS:
        return problems
    told = problems[: _MOST_PROBLEMS - 1]
    return (*told, Issue("ROSTER-09", (("count", len(problems) - len(told)),)))
