"""Commands that print: minutes, and every paper of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli import aftermath, letter_templates
from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines
from jurydesk.cli.proofs import VERIFY, prove
from jurydesk.services import minutes, paper_folder, printing
from jurydesk.services.papers import PaperStage

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    options = commands.command("minutes", print_minutes, "code", "out").switch("final")
    options.option("certification", default="", meaning="minutes-certification")
    options = commands.command("documents", print_documents, "code", "out_dir")
    options.option("stage", choices=[stage.value.lower() for stage in PaperStage])
    options.switch("bound")
    family = commands.family("papers")
    letter_templates.add_to(family)
    aftermath.add_papers(family)


def print_minutes(call: Call) -> int:
    """Print the minutes: a draft, or final for good, which closes the deliberation too."""
    options = call.options
    if options.code == VERIFY:
        return prove(call, options.out)
    with call.desk() as desk:
        printing.ensure_paper(options.out)
        paper = minutes.print_minutes(
            desk,
            code=options.code,
            wording=call.wording,
            certification=options.certification,
            final=options.final,
            close=options.final,
        )
        printing.write_paper(options.out, paper)
    number = paper.content.number if paper.content else ""
    document = {
        "session": options.code,
        "certification": paper.content.certification.code if paper.content else "",
        "file": str(options.out),
        "number": number,
        "final": bool(number),
        "missing": finding_documents(paper.missing, call.wording),
    }
    code = "CLI-MINUTES-FINAL" if number else "CLI-MINUTES-DRAFT"
    lines = [call.wording.text(code, place=options.out, number=number)]
    call.answer(document, [*lines, *finding_lines(paper.missing, call.wording)])
    return Exit.DONE


def print_documents(call: Call) -> int:
    """Print the papers of a session into a folder: all, or those of one moment."""
    options = call.options
    with call.desk() as desk:
        paths = paper_folder.print_documents(
            desk,
            code=options.code,
            folder=options.out_dir,
            wording=call.wording,
            stage=PaperStage(options.stage.upper()) if options.stage else None,
            bound=options.bound,
        )
    document = {"session": options.code, "files": [str(path) for path in paths]}
    call.answer(document, [str(path) for path in paths])
    return Exit.DONE
