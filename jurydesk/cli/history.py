"""Command on the trail: who did what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.tables import table
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import event_text
from jurydesk.services.history import audit_figures, audit_rows

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.views import AuditRow
    from jurydesk.wording import Wording

LIMIT = 50


def add_to(commands: Group) -> None:
    """Add the command."""
    commands.command("history", history).option("limit", type_=int, default=LIMIT)


def history(call: Call) -> int:
    """Print the latest events, the newest first."""
    if call.options.limit < 1:
        raise WrongUsage("LIMIT-WRONG", {"value": str(call.options.limit)})
    with call.desk() as desk:
        rows = audit_rows(desk, limit=call.options.limit)
    words = call.wording
    document = {"events": [_event(row, words) for row in rows]}
    headings = [words.text(f"COL-{name}") for name in ("NUMBER", "WHEN", "ACTOR", "EVENT")]
    cells = [
        (row.sequence, f"{row.at:%Y-%m-%d %H:%M}", row.actor, _said(row, words)) for row in rows
    ]
    call.answer(document, table(headings, cells))
    return Exit.DONE


def _event(row: AuditRow, wording: Wording) -> dict[str, object]:
    return {
        "sequence": row.sequence,
        "at": row.at.isoformat(),
        "actor": row.actor,
        "type": row.code.removeprefix("AUDIT-"),
        "details": audit_figures(row),
        "text": _said(row, wording),
    }


def _said(row: AuditRow, wording: Wording) -> str:
    return event_text(row.code, audit_figures(row), wording)
