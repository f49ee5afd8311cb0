"""What a roster to be written holds: sheets, typed columns, rows, cells to point at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from jurydesk.exchange.folding import squeeze

HEADER_ROW = 4
"""Under the title, the subtitle and an empty row."""

TableValue = str | int | float | Decimal | bool | date | time | None


class Kind(StrEnum):
    """What a column holds, which decides how its cells are typed and formatted."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    TIME = "time"
    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    """Euros and cents."""
    RATE = "rate"
    """Euros for one unit, fractions of a cent included."""
    FLAG = "flag"
    AS_IS = "as_is"
    """Each cell by its own value: for rows repeated from another workbook."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in characters, 0: from what stands in it."""

    heading: str
    kind: Kind = Kind.TEXT
    width: int = 0


@dataclass(frozen=True, slots=True)
class CellMark:
    """A cell to point at, by the index of its row and column, with what to say of it."""

    row: int
    column: int
    comment: str


@dataclass(frozen=True, slots=True)
class RosterTable:
    """One sheet of a workbook to be written."""

    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[TableValue, ...], ...] = ()
    subtitle: str = ""
    flags: tuple[str, str] = ("oui", "non")
    """The words of the reader's language for true and false."""
    marks: tuple[CellMark, ...] = ()
    faint_rows: frozenset[int] = frozenset()
    """Indexes of rows that explain rather than hold data."""


def unique_headings(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Return one heading per column, none empty, no two alike: a table must not have them."""
    seen: set[str] = set()
    headings: list[str] = []
    for number, column in enumerate(columns, 1):
        base = squeeze(column.heading)[:200] or f"({number})"
        heading, count = base, 1
        while heading.casefold() in seen:
            count += 1
            heading = f"{base} ({count})"
        seen.add(heading.casefold())
        headings.append(heading)
    return tuple(headings)


def unique_titles(tables: tuple[RosterTable, ...]) -> tuple[str, ...]:
    """Return names that a spreadsheet accepts for its sheets: short, plain, no two alike."""
    longest = 31
    seen: set[str] = set()
    titles: list[str] = []
    for number, table in enumerate(tables, 1):
        plain = squeeze("".join(" " if letter in "[]:*?/\\" else letter for letter in table.sheet))
        base = plain.strip("'")[:longest].strip() or f"({number})"
        title, count = base, 1
        # Excel keeps that name for itself
        while title.casefold() in seen or title.casefold() == "history":
            count += 1
            title = f"{base[: longest - len(str(count)) - 3]} ({count})"
        seen.add(title.casefold())
        titles.append(title)
    return tuple(titles)
