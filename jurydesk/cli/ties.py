"""Commands on the ties between candidates and examiners: list, declare, settle, matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services.tie_matrix import TieMatrix, matrix_of_certification, matrix_of_session
from jurydesk.services.ties import declare_tie, list_ties, settle_ties

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.wording import Wording

MARKS = {TieState.PROPOSED: "?", TieState.CONFIRMED: "X", TieState.SET_ASIDE: "-", None: "·"}


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("ties")
    family.command("list", list_).switch("open")
    options = family.command("declare", declare)
    options.positional("candidate", type_=int).positional("examiner", type_=int)
    options.option("kind", required=True, choices=list(TieKind))
    options.option("evidence", default="")
    options = family.command("settle", settle).numbers("ties")
    options.option("state", required=True, choices=list(TieState), meaning="tie-state")
    options.option("reason", default="", meaning="tie-reason")
    options = family.command("matrix", matrix).option("certification", default="")
    options.option("session", default="", meaning="matrix-session").switch("tied")


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
            tie.id,
            candidate.full_name,
            examiner.full_name,
            term("tie", tie.kind, words),
            term("tie_state", tie.state, words),
            tie.evidence,
            _settlement(tie, words),
        )
        for tie, candidate, examiner in found
    ]
    names = ("NUMBER", "CANDIDATE", "EXAMINER", "TIE", "STATE", "EVIDENCE", "SETTLED")
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


def settle(call: Call) -> int:
    """Confirm ties, set them aside with a reason, or leave them to be settled again."""
    options, words = call.options, call.wording
    state = TieState(options.state)
    with call.desk() as desk:
        settled = settle_ties(desk, tie_ids=options.ties, state=state, reason=options.reason).value
    said = term("tie_state", state, words)
    text = words.text("CLI-TIES-SETTLED", count=len(settled), state=said)
    call.answer({"ties": [plain(tie) for tie in settled]}, [text])
    return Exit.DONE


def matrix(call: Call) -> int:
    """Show candidates and examiners face to face, for a sheet or for a session."""
    options = call.options
    if bool(options.certification) == bool(options.session):
        raise WrongUsage("MATRIX-OF-WHAT")
    with call.desk() as desk:
        if options.session:
            found = matrix_of_session(desk, code=options.session)
        else:
            found = matrix_of_certification(desk, code=options.certification)
    shown = found.only_tied() if options.tied else found
    # On paper the empty columns would push the others off the page
    call.answer(_document(shown, call.wording), _lines(found.only_tied(), call.wording))
    return Exit.DONE


def _document(found: TieMatrix, words: Wording) -> dict[str, object]:
    subject = found.subject
    return {
        "session" if subject.is_session else "certification": subject.code,
        "title": subject.title,
        "candidates": [
            {
                "candidate": line.candidate.id,
                "candidacy": line.candidacy.id,
                "name": line.candidate.full_name,
                "route": line.candidacy.route,
            }
            for line in found.lines
        ],
        "examiners": [{"examiner": one.id, "name": one.full_name} for one in found.examiners],
        "cells": [_cell(found, line, column, words) for line, column in found.tied()],
    }


def _cell(found: TieMatrix, line: int, column: int, words: Wording) -> dict[str, object]:
    ties = found.ties(line, column)
    return {
        "candidate": found.lines[line].candidate.id,
        "candidacy": found.lines[line].candidacy.id,
        "examiner": found.examiners[column].id,
        "state": ties[0].state,
        "effect": found.weighs(line, column),
        "reasons": [_reason(tie, words) for tie in ties],
        "ties": [plain(tie) for tie in ties],
    }


def _lines(found: TieMatrix, words: Wording) -> list[str]:
    tied = found.tied()
    if not tied:
        return [words.text("CLI-MATRIX-NONE")]
    numbers = [str(one.id) for one in found.examiners]
    rows = [
        (
            line.candidate.full_name,
            *(MARKS[found.state(at, column)] for column in range(len(numbers))),
        )
        for at, line in enumerate(found.lines)
    ]
    marks = [f"{MARKS[state]} {term('tie_state', state, words)}" for state in TieState]
    who = [f"{one.id}  {one.full_name}" for one in found.examiners]
    why = [
        (
            found.lines[line].candidate.full_name,
            found.examiners[column].full_name,
            term("tie_state", tie.state, words),
            _reason(tie, words),
        )
        for line, column in tied
        for tie in found.ties(line, column)
    ]
    names = [words.text(f"COL-{name}") for name in ("CANDIDATE", "EXAMINER", "STATE", "TIE")]
    head = [words.text("COL-CANDIDATE"), *numbers]
    return [*table(head, rows), "", "  ".join(marks), "", *who, "", *table(names, why)]


def _reason(tie: Tie, words: Wording) -> str:
    parts = (term("tie", tie.kind, words), tie.evidence, tie.reason)
    return " · ".join(filter(None, parts))


def _settlement(tie: Tie, words: Wording) -> str:
    day = words.short_date(tie.settled_on) if tie.settled_on else ""
    return " · ".join(filter(None, (tie.settled_by, day, tie.reason)))
