"""How a row of an import reads: its fate in the list, its cells and changes in the panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.availability import Absence
from jurydesk.domain.partial_date import PartialDate
from jurydesk.finding_text import entry_text
from jurydesk.services.imports import Fate, RowPlace, changed_positions
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.words import pair, quoted, short_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.services.imports import (
        Alike,
        BadCell,
        FieldChange,
        ImportPreview,
        PreviewRow,
        SheetPreview,
    )
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.inspector_panel import InspectorPanel
    from jurydesk.wording import Wording

LOOKS: dict[Fate, tuple[str, Tone]] = {
    Fate.NEW: ("add", "success"),
    Fate.CHANGED: ("edit", "accent"),
    Fate.DOUBTFUL: ("warning", "warning"),
    Fate.SAME: ("check", "muted"),
    Fate.DUPLICATE: ("copy", "warning"),
    Fate.REJECTED: ("blocked", "danger"),
    Fate.IGNORED: ("close", "muted"),
    Fate.MISSING: ("people", "warning"),
}


@dataclass(frozen=True)
class ImportLine:
    """One row of the file with its sheet; `changed` are the columns that change something."""

    sheet: str
    row: PreviewRow
    changed: frozenset[int] = frozenset()

    @property
    def key(self) -> tuple[str, int]:
        """Return what tells the line from the others: where it stands, or whom it lacks."""
        return self.sheet, self.row.row or self.row.key

    @property
    def place(self) -> RowPlace:
        """Return where the row stands in the file."""
        return RowPlace(self.sheet, self.row.row)

    def bad_cell(self, position: int) -> BadCell | None:
        """Return what is wrong with a cell, if anything is."""
        return next((cell for cell in self.row.cells if cell.position == position), None)


@dataclass(frozen=True)
class SheetLines:
    """The lines of one list; put together off the GUI thread, where a file may be long."""

    lines: tuple[ImportLine, ...]
    fates: tuple[Fate, ...]
    has_drafts: bool


def lines_of(preview: ImportPreview) -> tuple[SheetLines, ...]:
    """Return the rows of each sheet that has some, then who is missing if anybody is."""
    found = [_sheet_lines(sheet) for sheet in preview.sheets if sheet.rows]
    if preview.missing:
        found.append(_together(ImportLine("", row) for row in preview.missing))
    return tuple(found)


def _sheet_lines(sheet: SheetPreview) -> SheetLines:
    return _together(
        ImportLine(sheet.sheet, row, changed_positions(row, sheet) if row.changes else frozenset())
        for row in sheet.rows
    )


def _together(lines: Iterable[ImportLine]) -> SheetLines:
    found = tuple(lines)
    fates = {line.row.fate for line in found}
    drafts = any(line.row.kept_as_draft for line in found)
    return SheetLines(found, tuple(fate for fate in Fate if fate in fates), drafts)


def fate_name(fate: Fate) -> str:
    """Return what becomes of a row, in a word."""
    names = {
        Fate.NEW: translate("Import", "new"),
        Fate.CHANGED: translate("Import", "changed"),
        Fate.DOUBTFUL: translate("Import", "to be decided"),
        Fate.SAME: translate("Import", "already known"),
        Fate.DUPLICATE: translate("Import", "twice in the file"),
        Fate.REJECTED: translate("Import", "rejected"),
        Fate.IGNORED: translate("Import", "left out"),
        Fate.MISSING: translate("Import", "no more in the file"),
    }
    return names[fate]


def leading_columns(wording: Wording) -> tuple[Column[ImportLine], ...]:
    """Return what stands before the columns of the file."""
    return (
        Column(
            "fate",
            translate("Import", "Fate"),
            lambda line: fate_name(line.row.fate),
            lambda line: list(Fate).index(line.row.fate),
            icon=lambda line: LOOKS[line.row.fate][0],
            tone=lambda line: LOOKS[line.row.fate][1],
            is_chip=True,
            width=16,
        ),
        Column(
            "row",
            translate("Import", "Row"),
            lambda line: str(line.row.row),
            lambda line: line.row.row,
            side="right",
            is_tabular=True,
            width=6,
        ),
        Column(
            "why",
            translate("Import", "To know"),
            lambda line: summary(line, wording),
            is_searched=False,
            width=32,
        ),
    )


def fill_import_panel(panel: InspectorPanel, line: ImportLine, wording: Wording) -> None:
    """Show a row in full: its cells to look at, what changes, what the rules say."""
    panel.clear()
    row = line.row
    name, tone = LOOKS[row.fate]
    place = translate("Import", "{sheet}, row {row}").format(sheet=line.sheet, row=row.row)
    title = row.name or place
    panel.set_heading(title, place, (Chip(fate_name(row.fate), tone, name),))
    if row.of is not None:
        text = translate("Import", "The same person as in row {row} of {sheet}.")
        panel.add_text(text.format(row=row.of.row, sheet=row.of.sheet))
    if row.why:
        panel.add_text(_sentence(row.why, wording))
    if row.cells:
        cells = [
            FindingLine(
                "blocking" if row.fate is Fate.REJECTED else "warning",
                wording.text(cell.code, **dict(cell.figures)),
                people=pair(cell.column, quoted(cell.value)),
            )
            for cell in row.cells
        ]
        panel.add_section(translate("Import", "Cells to look at"), FindingsList(cells))
    for one in row.alike:
        panel.add_section(one.name, FactGrid(_alike_facts(one, wording)))
    if row.dropped:
        text = translate("Import", "Stored, and not in this row any more. It stays unless you say.")
        facts = [_dropped_fact(change, wording) for change in row.dropped]
        panel.add_section(translate("Import", "Only stored"), FactGrid(facts))
        panel.add_text(text)
    if row.changes:
        panel.add_section(
            translate("Import", "Changes"),
            FactGrid([_change_fact(change, wording) for change in row.changes]),
        )
    if row.findings:
        lines = finding_lines(row.findings, wording)
        panel.add_section(translate("Import", "What the rules say"), FindingsList(lines))


def summary(line: ImportLine, wording: Wording) -> str:
    row = line.row
    if row.why:
        return _sentence(row.why, wording)
    if row.of is not None:
        return translate("Import", "As row {row}").format(row=row.of.row)
    if row.alike or row.dropped:
        return _question(row)
    if row.cells:
        cell = row.cells[0]
        return pair(cell.column, wording.text(cell.code, **dict(cell.figures)))
    if row.findings:
        return finding_lines(row.findings, wording)[0].sentence
    return ", ".join(dict.fromkeys(_field_name(c.field, wording) for c in row.changes))


def _question(row: PreviewRow) -> str:
    if row.alike:
        text = translate("Import", "Perhaps {name}, known already")
        return text.format(name=row.alike[0].name)
    return translate("Import", "Something stored is not in this row any more")


def _sentence(why: str, wording: Wording) -> str:
    code = f"ROW-{why}"
    return wording.text(code) if wording.has(code) else why


def _alike_facts(one: Alike, wording: Wording) -> list[Fact]:
    born = wording.short_date(one.birth_date) if one.birth_date else ""
    reasons = ", ".join(wording.text(reason) for reason in one.reasons)
    facts = [
        Fact(translate("Import", "Born on"), born),
        Fact(translate("Import", "Alike by"), reasons),
    ]
    if one.place is not None:
        place = translate("Import", "{sheet}, row {row}")
        where = place.format(sheet=one.place.sheet, row=one.place.row)
        facts.append(Fact(translate("Import", "In the file"), where))
    return facts


def _dropped_fact(change: FieldChange, wording: Wording) -> Fact:
    return Fact(_field_name(change.field, wording), _written(change.before, wording))


def _change_fact(change: FieldChange, wording: Wording) -> Fact:
    name = _field_name(change.field, wording)
    before, after = _written(change.before, wording), _written(change.after, wording)
    return Fact(name, f"{before} → {after}" if before else after)


def _field_name(field: str, wording: Wording) -> str:
    code = f"field.{field}"
    return wording.text(code) if wording.has(code) else field


def _written(value: object, wording: Wording) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, date | PartialDate):
        return short_day(wording, value)
    if isinstance(value, tuple):
        return ", ".join(_part(part, wording) for part in value)
    return str(value)


def _part(part: object, wording: Wording) -> str:
    return entry_text(part, wording) if isinstance(part, Absence) else str(part)
