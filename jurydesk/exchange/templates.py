"""Writes an empty roster with its headings and one row that explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jurydesk.exchange.fields import CandidateField, ExaminerField
from jurydesk.exchange.roster_table import Column, Kind, RosterTable
from jurydesk.exchange.roster_writer import write_roster
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

RosterKind = Literal["candidates", "examiners"]

_DATES = frozenset({
    CandidateField.BIRTH_DATE, CandidateField.FILE_RECEIVED, CandidateField.FILE_COMPLETE,
    CandidateField.ADMISSIBLE, CandidateField.VALIDATION_RECEIVED, CandidateField.ENTRY,
    CandidateField.EXIT, ExaminerField.MANDATE_START, ExaminerField.MANDATE_END,
})  # fmt: skip
_NUMBERS: dict[str, Kind] = {
    CandidateField.ASSESSMENT: Kind.DECIMAL,
    ExaminerField.JURIES_LAST_YEAR: Kind.INTEGER,
}
_LEFT_OUT = frozenset({CandidateField.FULL_NAME, ExaminerField.FULL_NAME})
_WIDTH = 20


def roster_columns(kind: RosterKind, wording: Wording) -> dict[str, Column]:
    """Return the columns that the importer knows, by field, headed in the reader's language."""
    fields: tuple[str, ...] = tuple(CandidateField if kind == "candidates" else ExaminerField)
    return {
        field: Column(wording.text(f"COLUMN-{kind}-{field}"), _kind(field))
        for field in fields
        if field not in _LEFT_OUT
    }


def write_template(path: Path, kind: RosterKind, *, wording: Wording | None = None) -> None:
    """Write an empty roster; its explained row is not read by the importer.

    Raises:
        EnvironmentFailure: it could not be written.
    """
    speech = wording or Wording()
    columns = roster_columns(kind, speech)
    explained = tuple(speech.text(f"EXAMPLE-{kind}-{field}") for field in columns)
    table = RosterTable(
        sheet=speech.text(f"TEMPLATE-{kind}"),
        title=speech.text(f"TEMPLATE-title-{kind}"),
        subtitle=speech.text("TEMPLATE-subtitle"),
        columns=tuple(Column(column.heading, column.kind, _WIDTH) for column in columns.values()),
        rows=((speech.text("TEMPLATE-example"), *explained[1:]),),
        faint_rows=frozenset({0}),
    )
    write_roster(path, (table,))


def _kind(field: str) -> Kind:
    return Kind.DATE if field in _DATES else _NUMBERS.get(field, Kind.TEXT)
