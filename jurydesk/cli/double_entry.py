"""Commands on double entry: what a second person typed, and where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.domain.certification import short_code
from jurydesk.finding_text import term
from jurydesk.services import double_entry

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.second_entry import Difference
    from jurydesk.services.double_entry import DoubleEntry, EntryRow, SecondReport
    from jurydesk.wording import Wording

NOTHING = "—"


def add_to(family: Group) -> None:
    """Add the commands to the group of the results."""
    options = family.command("second", second, "code", "file")
    options.option("by", required=True, meaning="second-by").option("first", default="")
    family.command("differences", differences, "code")


def second(call: Call) -> int:
    """Keep what a second person's sheet of results says."""
    options = call.options
    with call.desk() as desk:
        report = double_entry.import_second(
            desk, code=options.code, path=options.file, by=options.by, first_by=options.first
        ).value
    entry, words = report.entry, call.wording
    document = _document(entry, words) | {
        "hearings": report.hearings,
        "rejected": [
            {"sheet": line.sheet, "row": line.row, "text": text}
            for line in report.rejected
            for text in (words.text(c.code, **dict(c.figures)) for c in line.cells)
        ],
        "unread": [words.text(one.code, **one.figures) for one in report.unread],
    }
    call.answer(document, [*_report_lines(report, words), *_lines(entry, words)])
    in_order = not (report.rejected or report.unread or entry.differences)
    return Exit.DONE if in_order else Exit.FINDINGS


def differences(call: Call) -> int:
    """Show where the two entries differ; exit 1 where they do, or where one is missing."""
    with call.desk() as desk:
        entry = double_entry.open_double_entry(desk, code=call.options.code)
    call.answer(_document(entry, call.wording), _lines(entry, call.wording))
    lacking = entry.is_required and entry.missing
    return Exit.FINDINGS if entry.differences or lacking else Exit.DONE


def _document(entry: DoubleEntry, words: Wording) -> dict[str, object]:
    return {
        "session": entry.session,
        "required": entry.is_required,
        "entered": len(entry.rows) - len(entry.missing),
        "missing": [{"candidacy": r.candidacy_id, "name": r.candidate} for r in entry.missing],
        "differences": [
            {
                "candidacy": one.candidacy_id,
                "name": row.candidate,
                "block": one.block,
                "first": one.first,
                "second": one.second,
                "first_by": row.entry.first_by if row.entry else "",
                "second_by": row.entry.by if row.entry else "",
                "text": _difference(row, one, words),
            }
            for row in entry.rows
            for one in row.differences
        ],
    }


def _report_lines(report: SecondReport, words: Wording) -> list[str]:
    lines = [words.text("CLI-SECOND", session=report.entry.session, count=report.hearings)]
    lines += [words.text(one.code, **one.figures) for one in report.unread]
    return lines + [
        words.text(
            "CLI-IMPORT-REJECTED",
            row=line.row,
            column=cell.column,
            text=words.text(cell.code, **dict(cell.figures)),
        )
        for line in report.rejected
        for cell in line.cells
    ]


def _lines(entry: DoubleEntry, words: Wording) -> list[str]:
    lines = [_difference(row, one, words) for row in entry.rows for one in row.differences]
    lines += [words.text("CLI-SECOND-MISSING", name=row.candidate) for row in entry.missing]
    count = len(entry.rows)
    return lines or [words.text("CLI-SECOND-SAME", session=entry.session, count=count)]


def _difference(row: EntryRow, one: Difference, words: Wording) -> str:
    what = short_code(one.block) if one.block else words.text("CLI-SECOND-PRESENCE")
    if one.block == "WHOLE":
        what = term("block", one.block, words)
    return words.text(
        "CLI-SECOND-DIFFERENT",
        name=row.candidate,
        what=what,
        first=_typed(one.first, one, words),
        second=_typed(one.second, one, words),
    )


def _typed(value: str, one: Difference, words: Wording) -> str:
    if not value:
        return NOTHING
    return words.text(f"RESULT-OUTCOME-{value}") if one.block else term("appearance", value, words)
