"""What a person decides about a file and about its rows before an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from jurydesk.exchange.roster_choices import CellPlace, FileChoices, SheetChoice

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands in the file."""

    sheet: str
    row: int


class Verdict(StrEnum):
    """What is to become of a row that asks."""

    SKIP = "SKIP"
    """Not taken over."""
    NEW = "NEW"
    """Another person, though somebody alike is known."""
    SAME = "SAME"
    """The person who is alike."""
    REPLACE = "REPLACE"
    """What the file says no more goes as well."""


@dataclass(frozen=True, slots=True)
class RowDecision:
    """One verdict; for `SAME`: who it is, stored (`person`) or named by an earlier row."""

    verdict: Verdict
    person: int = 0
    row: RowPlace | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """All that was decided; each method returns new choices, so that a step back is free."""

    file: FileChoices = field(default_factory=FileChoices)
    rows: Mapping[RowPlace, RowDecision] = field(default_factory=lambda: MappingProxyType({}))
    removed: frozenset[int] = frozenset()
    """Candidacies to remove because the file has them no more."""

    def with_cell(self, place: RowPlace, column: int, text: str) -> Choices:
        """Put a text in the place of a cell."""
        at = CellPlace(place.sheet, place.row, column)
        return replace(self, file=replace(self.file, cells=_with(self.file.cells, at, text)))

    def with_sheet(self, title: str, choice: SheetChoice) -> Choices:
        """Read a sheet in this manner; what was decided about its rows stays."""
        return replace(self, file=replace(self.file, sheets=_with(self.file.sheets, title, choice)))

    def with_column(self, title: str, position: int, field_name: str) -> Choices:
        """Take a column for a field; an empty field leaves the column out."""
        before = self.file.sheet(title)
        kept = {at: name for at, name in before.columns.items() if not name or name != field_name}
        columns = MappingProxyType(kept | {position: field_name})
        return self.with_sheet(title, replace(before, columns=columns))

    def with_row(self, place: RowPlace, decision: RowDecision | None) -> Choices:
        """Decide about a row; None: leave it undecided again."""
        rows = {at: made for at, made in self.rows.items() if at != place}
        if decision is not None:
            rows[place] = decision
        return replace(self, rows=MappingProxyType(rows))

    def with_removal(self, candidacy_id: int, *, is_removed: bool) -> Choices:
        """Remove a candidacy that the file has no more, or keep it."""
        one = frozenset({candidacy_id})
        return replace(self, removed=self.removed | one if is_removed else self.removed - one)


def _with(known: Mapping[K, V], key: K, value: V) -> Mapping[K, V]:
    return MappingProxyType({**known, key: value})
