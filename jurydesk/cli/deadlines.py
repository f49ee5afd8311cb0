"""Commands on the legal clocks: what is due, and the calendar of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.tables import table
from jurydesk.services.deadline_export import act_text, export_deadlines
from jurydesk.services.deadlines import Urgency, deadlines, due_until

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.deadlines import Deadline
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("deadlines")
    family.command("list", list_).option("until").option("zone", default="")
    family.command("export", export, "out").option("zone", default="")


def list_(call: Call) -> int:
    """List what is due; exit 1 where something is late."""
    options, words = call.options, call.wording
    until = iso_day(options.until) if options.until else None
    with call.desk() as desk:
        board = deadlines(desk, zone=options.zone)
    shown = board if until is None else due_until(board, until)
    rows = [_row(one, words) for one in shown]
    names = ("DUE", "LEFT", "PERSON", "ACT", "SESSION", "ARTICLE", "HINT")
    lines = table([words.text(f"COL-{name}") for name in names], rows)
    document = {"deadlines": [_document(one, words) for one in shown]}
    call.answer(document, lines if shown else [words.text("CLI-DEADLINES-NONE")])
    is_late = any(one.urgency is Urgency.LATE for one in shown)
    return Exit.FINDINGS if is_late else Exit.DONE


def export(call: Call) -> int:
    """Write the calendar."""
    options = call.options
    with call.desk() as desk:
        count = export_deadlines(desk, path=options.out, wording=call.wording, zone=options.zone)
    document = {"file": str(options.out), "count": count}
    call.answer(
        document, [call.wording.text("CLI-DEADLINES-WRITTEN", file=options.out, count=count)]
    )
    return Exit.DONE


def _row(one: Deadline, words: Wording) -> tuple[object, ...]:
    still = words.text(f"DEADLINE-URGENCY-{one.urgency}")
    return (
        one.due or still,
        "" if one.left is None else one.left,
        one.person,
        act_text(one, words),
        one.session_code,
        one.article,
        one.working_day or ("" if one.due else words.text(f"DEADLINE-STATE-{one.clock.state}")),
    )


def _document(one: Deadline, words: Wording) -> dict[str, object]:
    return {
        "key": one.key,
        "clock": one.clock.kind,
        "article": one.article,
        "state": one.clock.state,
        "urgency": one.urgency,
        "starts": one.clock.starts,
        "due": one.due,
        "days_left": one.left,
        "last_working_day": one.working_day,
        "person": one.person,
        "certification": one.certification,
        "session": one.session_code,
        "candidacy": one.clock.candidacy_id or None,
        "examiner": one.clock.examiner_id or None,
        "act": one.act,
        "text": act_text(one, words),
        "expiry": one.expiry,
    }
