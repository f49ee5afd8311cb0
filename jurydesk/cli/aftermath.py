"""Commands on what follows a jury: notifications, and papers about a session or one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day, numbers_in
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.notifications import NotificationState
from jurydesk.domain.summons import Channel
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import (
    appeals,
    block_statements,
    notifications,
    notifying,
    printing,
    regularity_certificates,
)
from jurydesk.services.notifying import Sending
from jurydesk.services.person_search import find_candidates

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.notifications import Notice
    from jurydesk.services.ports import Desk
    from jurydesk.services.printing import PrintedPaper

CHANNELS = {one.value.lower(): one for one in Channel}
STATES = {one.value.lower(): one for one in NotificationState}


def add_to(commands: Group) -> None:
    """Add the commands on notifications."""
    family = commands.family("notifications")
    listed = family.command("list", list_).option("session")
    listed.option("state", choices=tuple(STATES), meaning="notification-state")
    printed = family.command("print", print_, "code", "out_dir")
    printed.option("candidacies", meaning="notified")
    sent = family.command("sent", sent_, "code").option("candidacies", meaning="notified")
    sent.option("on", type_=iso_day, meaning="notification-on")
    sent.option("channel", choices=tuple(CHANNELS), default=Channel.EMAIL.value.lower())
    withdrawn = family.command("withdraw", withdraw, "code")
    withdrawn.positional("candidacy", type_=int).option("why", required=True)


def add_papers(papers: Group) -> None:
    """Add the commands on papers about a session or one person."""
    options = papers.command("regularity", regularity, "code", "out")
    options.option("certification", default="", meaning="minutes-certification")
    options = papers.command("blocks", blocks, "query", "out")
    options.option("certification", default="", meaning="minutes-certification")
    options = papers.command("appeal", appeal, "query", "out")
    options.option("session", required=True, meaning="appeal-session")


def list_(call: Call) -> int:
    """List decisions with how their telling stands; late ones make it a finding."""
    options = call.options
    with call.desk() as desk:
        found = notifications.list_notices(desk, code=options.session or "")
    wanted = STATES.get(options.state or "")
    shown = [one for one in found if wanted is None or one.state is wanted]
    words = call.wording
    names = ("SESSION", "NUMBER", "NAME", "DECISION", "STATE", "DUE", "SENT")
    cells = [
        (
            one.session.code,
            one.candidacy.id,
            one.candidate.full_name,
            term("decision", one.decision, words),
            term("notification_state", one.state, words),
            one.due,
            one.told_on or "",
        )
        for one in shown
    ]
    lines = table([words.text(f"COL-{name}") for name in names], cells)
    document = {"notifications": [_notice(one) for one in shown]}
    call.answer(document, lines if shown else [words.text("NOTIFICATIONS-NONE")])
    return Exit.FINDINGS if any(one.is_late for one in shown) else Exit.DONE


def print_(call: Call) -> int:
    """Print what is due, or for those named, into a folder."""
    options = call.options
    with call.desk() as desk:
        outcome = notifying.print_notifications(
            desk, code=options.code, wording=call.wording, candidacies=_named(call)
        )
        paths = [printing.write_paper(options.out_dir / p.name, p) for p in outcome.value]
    document = {"session": options.code, "files": [str(path) for path in paths]}
    nothing = [call.wording.text("NOTIFICATIONS-NONE")]
    call.answer(document, [str(path) for path in paths] or nothing)
    return Exit.DONE


def sent_(call: Call) -> int:
    """Record that notifications went out: those named, or all that were printed."""
    options = call.options
    with call.desk() as desk:
        chosen = _named(call)
        if chosen is None:
            every = notifications.list_notices(desk, code=options.code)
            printed = [one for one in every if one.state is NotificationState.PRINTED]
            chosen = tuple(one.candidacy.id for one in printed)
        sending = Sending(options.on or desk.clock.today(), CHANNELS[options.channel])
        outcome = notifying.mark_sent(desk, code=options.code, candidacies=chosen, sending=sending)
    document = {"session": options.code, "sent": plain(outcome.value)}
    count = len(outcome.value)
    call.answer(document, [call.wording.text("NOTIFICATIONS-SENT", count=count, day=sending.on)])
    return Exit.DONE


def withdraw(call: Call) -> int:
    """Take back that a notification went out."""
    options = call.options
    with call.desk() as desk:
        stored = notifying.withdraw_sending(
            desk, code=options.code, candidacy_id=options.candidacy, reason=options.why
        ).value
    document = {"session": options.code, "notification": plain(stored)}
    call.answer(document, [call.wording.text("ACT-NOTIFICATION-WITHDRAWN")])
    return Exit.DONE


def regularity(call: Call) -> int:
    """Print the certificate of regularity of a session."""
    options = call.options
    with call.desk() as desk:
        paper = regularity_certificates.print_regularity(
            desk, code=options.code, wording=call.wording, certification=options.certification
        )
    return _written(call, paper)


def blocks(call: Call) -> int:
    """Print the blocks that one person has of a certification."""
    options = call.options
    with call.desk() as desk:
        paper = block_statements.print_block_statement(
            desk,
            candidate_id=_person(desk, options.query),
            wording=call.wording,
            certification=options.certification,
        )
    return _written(call, paper)


def appeal(call: Call) -> int:
    """Bind everything about one candidate in one session."""
    options = call.options
    with call.desk() as desk:
        printing.ensure_paper(options.out)
        paper = appeals.print_appeal_file(
            desk,
            code=options.session,
            candidate_id=_person(desk, options.query),
            wording=call.wording,
        )
    return _written(call, paper)


def _written(call: Call, paper: PrintedPaper) -> int:
    printing.write_paper(call.options.out, paper)
    call.answer({"file": str(call.options.out)}, [str(call.options.out)])
    return Exit.DONE


def _person(desk: Desk, query: str) -> int:
    """Return the one person meant.

    Raises:
        WrongUsage: nobody has such a name, or several have.
    """
    found = find_candidates(desk, query=query)
    if len(found) != 1:
        names = ", ".join(one.name for one in found)
        code = "PERSON-SEVERAL" if found else "PERSON-NOBODY"
        raise WrongUsage(code, {"query": query, "names": names})
    return found[0].id


def _named(call: Call) -> tuple[int, ...] | None:
    written = call.options.candidacies
    return None if written is None else numbers_in(written)


def _notice(one: Notice) -> dict[str, object]:
    return {
        "session": one.session.code,
        "candidacy": one.candidacy.id,
        "candidate": one.candidate.full_name,
        "decision": one.decision.value,
        "state": one.state.value,
        "minutes": one.minutes,
        "corrects": one.corrects,
        "due": plain(one.due),
        "days_left": one.left,
        "by_law": one.by_law,
        "sent_on": plain(one.told_on),
        "channel": one.channel.value if one.channel else None,
    }
