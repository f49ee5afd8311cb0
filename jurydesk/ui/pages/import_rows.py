"""How a row of an import reads: its fate in the list, its cells and changes in the panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.services.imports import Fate
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.words import pair, quoted

if TYPE_CHECKING:
    from jurydesk.services.imports import FieldChange, ImportPreview, PreviewRow
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.inspector_panel import InspectorPanel
    from jurydesk.wording import Wording

LOOKS: dict[Fate, tuple[str, Tone]] = {
    Fate.NEW: ("add", "success"),
    Fate.CHANGED: ("edit", "accent"),
    Fate.SAME: ("check", "muted"),
    Fate.DUPLICATE: ("copy", "warning"),
    Fate.REJECTED: ("blocked", "danger"),
    Fate.IGNORED: ("close", "muted"),
}


@dataclass(frozen=True)
class ImportLine:
    """One row of the file with its sheet."""

    sheet: str
    row: PreviewRow


def lines_of(preview: ImportPreview) -> tuple[ImportLine, ...]:
    """Return every row of every sheet, in order."""
    return tuple(ImportLine(sheet.sheet, row) for sheet in preview.sheets for row in sheet.rows)


def fate_name(fate: Fate) -> str:
    """Return what becomes of a row, in a word."""
    names = {
        Fate.NEW: translate("Import", "new"),
        Fate.CHANGED: translate("Import", "changed"),
        Fate.SAME: translate("Import", "already known"),
        Fate.DUPLICATE: translate("Import", "twice in the file"),
        Fate.REJECTED: translate("Import", "rejected"),
        Fate.IGNORED: translate("Import", "left out"),
    }
    return names[fate]


def import_columns(wording: Wording) -> tuple[Column[ImportLine], ...]:
    """Return what the list shows of each row."""
    return (
        Column(
            "fate",
            translate("Import", "Fate"),
            lambda line: fate_name(line.row.fate),
            lambda line: list(Fate).index(line.row.fate),
            icon=lambda line: LOOKS[line.row.fate][0],
            tone=lambda line: LOOKS[line.row.fate][1],
            is_chip=True,
            width=17,
        ),
        Column("sheet", translate("Import", "Sheet"), lambda line: line.sheet, width=11),
        Column(
            "row",
            translate("Import", "Row"),
            lambda line: str(line.row.row),
            lambda line: line.row.row,
            side="right",
            is_tabular=True,
            width=6,
        ),
        Column("name", translate("Import", "Name"), lambda line: line.row.name, width=20),
        Column(
            "why",
            translate("Import", "To know"),
            lambda line: _summary(line, wording),
            stretches=True,
            width=40,
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
    if row.changes:
        panel.add_section(
            translate("Import", "Changes"),
            FactGrid([_change_fact(change, wording) for change in row.changes]),
        )
    if row.findings:
        lines = finding_lines(row.findings, wording)
        panel.add_section(translate("Import", "What the rules say"), FindingsList(lines))


def _summary(line: ImportLine, wording: Wording) -> str:
    row = line.row
    if row.why:
        return _sentence(row.why, wording)
    if row.cells:
        cell = row.cells[0]
        return pair(cell.column, wording.text(cell.code, **dict(cell.figures)))
    if row.findings:
        return finding_lines(row.findings, wording)[0].sentence
    return ""


def _sentence(why: str, wording: Wording) -> str:
    code = f"ROW-{why}"
    return wording.text(code) if wording.has(code) else why


def _change_fact(change: FieldChange, wording: Wording) -> Fact:
    code = f"field.{change.field}"
    name = wording.text(code) if wording.has(code) else change.field
    before, after = _written(change.before, wording), _written(change.after, wording)
    return Fact(name, f"{before} → {after}" if before else after)


def _written(value: object, wording: Wording) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, date):
        return wording.short_date(value)
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return str(value)
