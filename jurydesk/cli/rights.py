"""Commands on the right of an examiner to sit: the facts, their documents, the printed sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.services import right_to_sit as rights
from jurydesk.services.attachments import read_paper
from jurydesk.services.examiners import examiner_named
from jurydesk.services.right_words import fact_label, fact_text, fact_todo

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.right_to_sit import RightView


def add_to(family: Group) -> None:
    """Add the commands to the family of examiners."""
    options = family.command("right", right, "who")
    options.option("on", type_=iso_day, meaning="right-on")
    options.option("sheet", type_=Path, meaning="right-sheet")
    family.command("prove", prove, "who", "file").option("proves", required=True)


def right(call: Call) -> int:
    """Show fact by fact what proves a right to sit; `--sheet` prints it on one page."""
    options, words = call.options, call.wording
    with call.desk() as desk:
        who = examiner_named(desk, name=options.who).id
        if options.sheet:
            rights.print_sheet(
                desk, examiner_id=who, path=options.sheet, wording=words, on=options.on
            )
        view = rights.read_right(desk, examiner_id=who, on=options.on)
    rows = [
        (
            fact_label(one, words),
            words.text(f"RIGHT-{one.standing}"),
            fact_text(one, words),
            fact_todo(one, words),
        )
        for one in view.facts
    ]
    names = ("FACT", "STANDING", "STATEMENT", "TODO")
    heads = [words.text(f"COL-{name}") for name in names]
    head = words.text("CLI-RIGHT-OF", name=view.examiner.full_name, day=view.on)
    call.answer(_document(call, view), [head, *table(heads, rows)])
    return Exit.FINDINGS if view.missing else Exit.DONE


def prove(call: Call) -> int:
    """Attach a document that proves one fact of the right to sit."""
    options = call.options
    with call.desk() as desk:
        who = examiner_named(desk, name=options.who).id
        done = rights.attach_proof(
            desk, examiner_id=who, proves=options.proves, papers=[read_paper(options.file)]
        ).value
    document = {"examiner": who, "stored": plain(done.stored), "known": plain(done.known)}
    words = call.wording
    lines = [words.text("CLI-ATTACHED", number=one.id, name=one.name) for one in done.stored]
    lines += [words.text("CLI-ATTACHED-KNOWN", number=one.id, name=one.name) for one in done.known]
    call.answer(document, lines)
    return Exit.DONE


def _document(call: Call, view: RightView) -> dict[str, object]:
    responses = view.responses
    return {
        "examiner": view.examiner.id,
        "name": view.examiner.full_name,
        "on": view.on.isoformat(),
        "facts": [
            {
                "kind": one.kind.value,
                "standing": one.standing.value,
                "proves": one.proves,
                "text": fact_text(one, call.wording),
                "todo": fact_todo(one, call.wording),
            }
            for one in view.facts
        ],
        "documents": plain(view.documents),
        "answers": {
            "median_days": responses.median,
            "late": responses.late,
            "silent": responses.silent,
            "declined": responses.declined,
            "each": plain(responses.responses),
        },
    }
