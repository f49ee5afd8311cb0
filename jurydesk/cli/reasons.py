"""Why candidates of a session have no hour, and what would help: for a person and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_document
from jurydesk.finding_text import finding_text, term
from jurydesk.services.reasons import OfferedRepair, Reasoned, explain_session

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.documents_as_json import Json
    from jurydesk.domain.findings import Finding
    from jurydesk.wording import Wording


def explain(call: Call) -> int:
    """Say the smallest set of facts that blocks each candidate who waits, and what would help."""
    options = call.options
    with call.desk() as desk:
        told = explain_session(desk, code=options.code, seconds=options.seconds)
    words = call.wording
    document = {"session": options.code, "unplaced": [_document(one, words) for one in told]}
    lines = [line for one in told for line in _lines(one, words)]
    nothing = [words.text("CLI-EXPLAIN-NOTHING", session=options.code)]
    call.answer(document, lines or nothing)
    return Exit.FINDINGS if told else Exit.DONE


def _document(one: Reasoned, words: Wording) -> Json:
    return {
        "candidacy": one.candidacy_id,
        "candidate": one.name,
        "route": one.route.value if one.route else "",
        "blocking": [_finding(found, words) for found in one.block],
        "smallest": one.is_smallest,
        "minimal": one.is_minimal,
        "complete": one.is_complete,
        "repairs": [_repair(offered, words) for offered in one.repairs],
    }


def _repair(offered: OfferedRepair, words: Wording) -> Json:
    return {
        "changes": [_finding(found, words) for found in offered.sentences],
        "cost": offered.repair.cost,
        "heard": offered.heard,
        "verified": offered.repair.is_verified,
    }


def _finding(found: Finding, words: Wording) -> Json:
    whole = finding_document(found, words)
    return {name: whole[name] for name in ("code", "subjects", "text")}


def _lines(one: Reasoned, words: Wording) -> list[str]:
    lines = [_heading(one, words)]
    if not one.block:
        found = "CLI-EXPLAIN-FREE" if one.is_known else "CLI-EXPLAIN-UNKNOWN"
        return [*lines, "    " + words.text(found)]
    lines += [f"    {finding_text(found, words)}" for found in one.block]
    lines.append(f"    {words.text(_proof(one))}")
    return lines + [_offer(one, offered, words) for offered in one.repairs]


def _heading(one: Reasoned, words: Wording) -> str:
    if one.route is None:
        return words.text("CLI-EXPLAIN-ONE-SEX")
    return words.text("CLI-UNPLACED", name=one.name or term("route", one.route, words))


def _proof(one: Reasoned) -> str:
    if one.is_smallest:
        return "CLI-EXPLAIN-SMALLEST"
    return "CLI-EXPLAIN-MINIMAL" if one.is_minimal else "CLI-EXPLAIN-ROUGH"


def _offer(one: Reasoned, offered: OfferedRepair, words: Wording) -> str:
    changes = " ".join(finding_text(found, words) for found in offered.sentences)
    heard = offered.heard
    if one.route is None:
        return f"  → {changes}"
    gain = words.text("CLI-EXPLAIN-HEARD", count=heard) if heard else "?"
    return f"  → {changes} ({gain})"
