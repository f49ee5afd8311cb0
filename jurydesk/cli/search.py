"""The command that finds people, sessions and sheets by the beginnings of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.tables import table
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services.search_report import MOST_OF_A_KIND, report_search

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.search_report import FoundLine


def add_to(commands: Group) -> None:
    """Add the command."""
    options = commands.command("search", search).words("words")
    options.option("most", type_=_count, default=MOST_OF_A_KIND)


def search(call: Call) -> int:
    """List what every word begins, the closest of each kind first, and what of it matched."""
    words = call.wording
    query = " ".join(call.options.words)
    with call.desk() as desk:
        report = report_search(desk, query=query, most=call.options.most)
    for kind in report.left_off:
        call.note("SEARCH-LEFT-OFF", kind=term("kind", kind, words), count=call.options.most)
    rows = [
        (
            term("kind", line.kind, words),
            line.number,
            line.code,
            line.name,
            ", ".join(term("found", name, words) for name in line.matched),
        )
        for line in report.lines
    ]
    names = ("FOUND", "NUMBER", "CODE", "NAME", "MATCHED")
    lines = table([words.text(f"COL-{name}") for name in names], rows)
    document = {
        "query": query,
        "found": [_document(line) for line in report.lines],
        "left_off": [kind.value for kind in report.left_off],
    }
    call.answer(document, lines if rows else [words.text("SEARCH-NONE", query=query)])
    return Exit.DONE


def _document(line: FoundLine) -> dict[str, object]:
    return {
        "kind": line.kind.value,
        "number": line.number,
        "code": line.code,
        "name": line.name,
        "matched": list(line.matched),
    }


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise WrongUsage("SEARCH-COUNT-WRONG", {"value": text})
    return int(text)
