"""What an import says of itself: the JSON document of the contract, and lines for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.documents_as_json import finding_document, plain
from jurydesk.services.imports import Fate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.documents_as_json import Json
    from jurydesk.services.imports import ImportPreview, PreviewRow, SheetPreview
    from jurydesk.wording import Wording


def import_document(preview: ImportPreview, wording: Wording) -> Json:
    """Return the counts and rows of each sheet."""
    return {
        "file": preview.file,
        "applied": False,
        "recognised": preview.recognised,
        "changes_nothing": preview.changes_nothing,
        "sheets": [_sheet_document(sheet, wording) for sheet in preview.sheets],
        "skipped": [
            {"code": issue.code, "text": wording.text(issue.code, **dict(issue.figures))}
            for issue in preview.skipped
        ],
        "missing": [{"key": row.key, "name": row.name} for row in preview.missing],
    }


def import_lines(
    preview: ImportPreview, wording: Wording, *, applied: bool, ties: int
) -> list[str]:
    """Return what an import did, or would do, for a person to read."""
    lines = [line for sheet in preview.sheets for line in _sheet_lines(sheet, wording)]
    if preview.missing:
        names = ", ".join(row.name for row in preview.missing)
        count = len(preview.missing)
        lines.append(wording.text("CLI-IMPORT-MISSING", count=count, names=names))
    if not preview.recognised:
        lines.append(wording.text("CLI-IMPORT-NO-SHEET"))
    elif preview.changes_nothing:
        lines.append(wording.text("CLI-IMPORT-NOTHING"))
    elif not applied:
        lines.append(wording.text("CLI-IMPORT-DRY"))
    if ties:
        lines.append(wording.text("CLI-IMPORT-TIES", count=ties))
    return lines


def _sheet_document(sheet: SheetPreview, wording: Wording) -> Json:
    return {
        "sheet": sheet.sheet,
        "header_row": sheet.header_row,
        "read": sheet.read,
        "new": len(sheet.of_fate(Fate.NEW)),
        "same": len(sheet.of_fate(Fate.SAME)),
        "changed": len(sheet.of_fate(Fate.CHANGED)),
        "duplicates": [
            {"row": row.row, "of": _first(row, wording), "of_row": row.of.row if row.of else None}
            for row in sheet.of_fate(Fate.DUPLICATE)
        ],
        "ignored": [{"row": row.row, "why": row.why} for row in sheet.of_fate(Fate.IGNORED)],
        "rejected": [_cells(row, wording) for row in sheet.of_fate(Fate.REJECTED)],
        "doubtful": [_doubtful(row, wording) for row in sheet.of_fate(Fate.DOUBTFUL)],
        "doubts": [
            _cells(row, wording)
            for row in sheet.rows
            if row.cells and row.fate is not Fate.REJECTED
        ],
        "findings": [
            {"row": row.row, **finding_document(finding, wording)}
            for row in sheet.rows
            for finding in row.findings
        ],
        "changes": [
            {
                "row": row.row,
                "fields": [
                    {"field": c.field, "before": plain(c.before), "after": plain(c.after)}
                    for c in row.changes
                ],
            }
            for row in sheet.of_fate(Fate.CHANGED)
        ],
        "problems": [
            {"code": issue.code, "text": wording.text(issue.code, **dict(issue.figures))}
            for issue in sheet.problems
        ],
    }


def _cells(row: PreviewRow, wording: Wording) -> Json:
    return {
        "row": row.row,
        "cells": [
            {
                "column": cell.column,
                "value": cell.value,
                "code": cell.code,
                "text": wording.text(cell.code, **dict(cell.figures)),
            }
            for cell in row.cells
        ],
    }


def _doubtful(row: PreviewRow, wording: Wording) -> Json:
    return {
        "row": row.row,
        "name": row.name,
        "alike": [
            {
                "person": one.person or None,
                "row": one.place.row if one.place else None,
                "name": one.name,
                "reasons": [wording.text(reason) for reason in one.reasons],
            }
            for one in row.alike
        ],
        "dropped": [{"field": c.field, "before": plain(c.before)} for c in row.dropped],
    }


def _first(row: PreviewRow, wording: Wording) -> str:
    if row.of is None:
        return ""
    return wording.text("CLI-IMPORT-OF", sheet=row.of.sheet, row=row.of.row, name=row.name)


def _sheet_lines(sheet: SheetPreview, wording: Wording) -> list[str]:
    counts = {fate.lower(): len(sheet.of_fate(fate)) for fate in Fate}
    summary = wording.text("CLI-IMPORT-SHEET", sheet=sheet.sheet, read=sheet.read, **counts)
    problems = [wording.text(issue.code, **dict(issue.figures)) for issue in sheet.problems]
    return [summary, *problems, *_row_lines(sheet.rows, wording)]


def _row_lines(rows: Iterable[PreviewRow], wording: Wording) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if row.fate is Fate.DUPLICATE:
            text = _first(row, wording)
            lines.append(wording.text("CLI-IMPORT-DUPLICATE", row=row.row, text=text))
        if row.fate is Fate.DOUBTFUL:
            names = ", ".join(dict.fromkeys(one.name for one in row.alike)) or row.name
            lines.append(wording.text("CLI-IMPORT-DOUBTFUL", row=row.row, names=names))
        if row.fate is Fate.REJECTED:
            lines += [
                _reason("CLI-IMPORT-REJECTED", row, cell, wording)
                for cell in _cells_of(row, wording)
            ]
        if row.kept_as_draft:
            lines += [
                wording.text(
                    "CLI-IMPORT-DRAFT",
                    row=row.row,
                    text=finding_document(finding, wording)["text"],
                )
                for finding in row.findings
                if finding.blocks
            ]
    return lines


def _cells_of(row: PreviewRow, wording: Wording) -> list[tuple[str, str]]:
    return [(cell.column, wording.text(cell.code, **dict(cell.figures))) for cell in row.cells]


def _reason(code: str, row: PreviewRow, cell: tuple[str, str], wording: Wording) -> str:
    return wording.text(code, row=row.row, column=cell[0], text=cell[1])
