"""Commands on the results: the secretary's sheet, out and in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli import deliberation, double_entry
from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines
from jurydesk.errors import WrongUsage
from jurydesk.services import deliberating, results

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.results import ResultsReport
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("results")
    family.command("template", template, "code", "file")
    options = family.command("import", import_, "code", "file")
    options.repeated("reason").switch("close")
    deliberation.add_to(family)
    double_entry.add_to(family)


def template(call: Call) -> int:
    """Write the sheet that a secretary fills in."""
    options = call.options
    with call.desk() as desk:
        count = results.results_template(
            desk, code=options.code, path=options.file, wording=call.wording
        )
    text = call.wording.text("CLI-WRITTEN", place=options.file, count=count)
    call.answer({"file": str(options.file), "rows": count}, [text])
    return Exit.DONE


def import_(call: Call) -> int:
    """Record what a secretary's sheet says; `--close` fixes the decisions if nothing is missing."""
    options = call.options
    with call.desk() as desk:
        report = results.import_results(
            desk, code=options.code, path=options.file, reasons=_reasons(options.reason)
        ).value
        if report.froze:
            call.note("CLI-FROZEN", session=options.code)
        in_order = report.is_whole and not report.standing
        closed = options.close and in_order
        if options.close and not closed:
            call.note("RESULTS-KEPT-OPEN", session=options.code)
        if closed:
            deliberating.close_deliberation(desk, code=options.code)
    document = _document(report, options.code, call.wording) | {"closed": closed}
    call.answer(document, _lines(report, options.code, call.wording, closed=closed))
    return Exit.DONE if in_order else Exit.FINDINGS


def _reasons(written: Sequence[str]) -> Mapping[int, str]:
    """Read `1=why nobody of the other sex could sit`."""
    reasons: dict[int, str] = {}
    for item in written:
        number, _, reason = item.partition("=")
        if not number.strip().isdigit() or not reason.strip():
            raise WrongUsage("REASON-WRONG", {"value": item})
        reasons[int(number)] = reason.strip()
    return reasons


def _document(report: ResultsReport, code: str, wording: Wording) -> dict[str, object]:
    return {
        "session": code,
        "frozen": report.froze,
        "hearings": report.hearings,
        "attendance": report.attendance,
        "unread": [
            {
                "sheet": unread.sheet,
                "code": unread.code,
                "text": wording.text(unread.code, **unread.figures),
            }
            for unread in report.unread
        ],
        "rejected": [
            {
                "sheet": line.sheet,
                "row": line.row,
                "cells": [
                    {
                        "column": cell.column,
                        "value": cell.value,
                        "code": cell.code,
                        "text": wording.text(cell.code, **dict(cell.figures)),
                    }
                    for cell in line.cells
                ],
            }
            for line in report.rejected
        ],
        "findings": finding_documents(report.findings, wording),
    }


def _lines(report: ResultsReport, code: str, wording: Wording, *, closed: bool) -> list[str]:
    lines = [
        wording.text(
            "CLI-RESULTS", session=code, hearings=report.hearings, attendance=report.attendance
        )
    ]
    lines += [wording.text(unread.code, **unread.figures) for unread in report.unread]
    lines += [
        wording.text(
            "CLI-IMPORT-REJECTED",
            row=line.row,
            column=cell.column,
            text=wording.text(cell.code, **dict(cell.figures)),
        )
        for line in report.rejected
        for cell in line.cells
    ]
    if closed:
        lines.append(wording.text("CLI-CLOSED", session=code))
    return lines + finding_lines(report.findings, wording)
