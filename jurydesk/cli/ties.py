"""Commands on the ties between candidates and examiners: list, declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.finding_text import term
from jurydesk.services.ties import declare_tie, list_ties

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("ties")
    family.command("list", list_).switch("open")
    options = family.command("declare", declare)
    options.positional("candidate", type_=int).positional("examiner", type_=int)
    options.option("kind", required=True, choices=list(TieKind))
    options.option("evidence", default="")


def list_(call: Call) -> int:
    """List the ties; with `--open`, those that nobody settled."""
    with call.desk() as desk:
        found = list_ties(desk, only_open=call.options.open)
    words = call.wording
    document = {
        "ties": [
            {"tie": plain(tie), "candidate": candidate.full_name, "examiner": examiner.full_name}
            for tie, candidate, examiner in found
        ]
    }
    rows = [
        (
            candidate.full_name,
            examiner.full_name,
            term("tie", tie.kind, words),
            term("tie_state", tie.state, words),
            tie.evidence,
        )
        for tie, candidate, examiner in found
    ]
    names = ("CANDIDATE", "EXAMINER", "TIE", "STATE", "EVIDENCE")
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def declare(call: Call) -> int:
    """Write down a tie that somebody declared; it holds at once."""
    options = call.options
    tie = Tie(options.candidate, options.examiner, TieKind(options.kind), evidence=options.evidence)
    with call.desk() as desk:
        stored = declare_tie(desk, tie=tie).value
    text = call.wording.text("CLI-TIE-DECLARED", tie=term("tie", stored.kind, call.wording))
    call.answer({"tie": plain(stored)}, [text])
    return Exit.DONE
