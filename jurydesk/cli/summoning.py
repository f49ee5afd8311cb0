"""Commands that write summonses into a folder, and show what is in the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines, plain
from jurydesk.cli.tables import table
from jurydesk.domain.summons import Channel
from jurydesk.finding_text import term
from jurydesk.services.draft_writing import prepare_drafts
from jurydesk.services.outbox import read_outbox
from jurydesk.services.releasing import mark_told
from jurydesk.services.summonses import remind

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.findings import Finding
    from jurydesk.services.contacts import Contact
    from jurydesk.services.draft_writing import PreparedDrafts, PreparedMessage
    from jurydesk.services.outbox import MessageView
    from jurydesk.services.ports import Desk

CHANGED, ALL = "changed", "all"


def add_to_sessions(family: Group) -> None:
    """Add the command that writes summonses."""
    options = family.command("summon", summon, "code", "out_dir")
    options.option("only", choices=(CHANGED, ALL), default=CHANGED).switch("mark-sent")


def add_to_summonses(family: Group) -> None:
    """Add the command that shows the outbox."""
    family.command("outbox", show_outbox, "code")


def summon(call: Call) -> int:
    """Write papers, drafts and appointments; `--mark-sent` records that they left."""
    options = call.options
    with call.desk() as desk:
        done = prepare_drafts(
            desk,
            code=options.code,
            folder=options.out_dir,
            wording=call.wording,
            everybody=options.only == ALL,
        ).value
        if options.mark_sent:
            _mark_sent(desk, done)
    findings = tuple(found for one in done.messages for found in one.findings)
    document = {
        "session": done.session,
        "folder": str(done.folder),
        "people": [_message(one, call) for one in done.messages],
        "held_back": [_contact(one) for one in done.held_back],
        "marked_sent": bool(options.mark_sent),
        "findings": finding_documents(findings, call.wording),
    }
    call.answer(document, _lines(call, done, findings))
    return Exit.DONE


def show_outbox(call: Call) -> int:
    """List every message of a session, those that need somebody first."""
    with call.desk() as desk:
        views = read_outbox(desk, code=call.options.code, wording=call.wording)
    words = call.wording
    names = [words.text(f"EXPORT-TELL-{name}") for name in ("NAME", "ROLE", "EMAIL")]
    heads = [*names, words.text("CLI-SUMMON-STATE"), words.text("CLI-SUMMON-REASON")]
    cells = [
        (
            view.contact.name,
            term("role", view.contact.role, words),
            view.contact.email,
            term("message_state", view.state, words),
            term("message_reason", view.reason or "", words),
        )
        for view in views
    ]
    findings = tuple(found for view in views for found in view.findings)
    document = {"session": call.options.code, "messages": [_view(one, call) for one in views]}
    call.answer(document, [*table(heads, cells), *finding_lines(findings, words)])
    return Exit.DONE


def _mark_sent(desk: Desk, done: PreparedDrafts) -> None:
    """A letter without an address goes by post; who is only reminded was told before."""
    for channel, is_mail in ((Channel.EMAIL, True), (Channel.POST, False)):
        told = [one for one in done.messages if one.is_mail is is_mail]
        due = [one.contact.key for one in told if one.contact.is_due]
        late = [one.contact.key for one in told if one.contact.reason and not one.contact.is_due]
        if due:
            mark_told(desk, code=done.session, people=due, channel=channel)
        if late:
            remind(desk, code=done.session, people=late, channel=channel)


def _lines(call: Call, done: PreparedDrafts, findings: tuple[Finding, ...]) -> list[str]:
    words = call.wording
    if not done.messages and not done.held_back:
        return [words.text("CLI-SUMMON-NOBODY", session=done.session)]
    heads = [words.text(f"EXPORT-TELL-{name}") for name in ("NAME", "ROLE")]
    heads += [words.text("CLI-SUMMON-REASON"), words.text("CLI-SUMMON-FILES")]
    cells = [
        (
            one.contact.name,
            term("role", one.contact.role, words),
            term("message_reason", one.content.reason, words),
            ", ".join(path.name for path in one.files),
        )
        for one in done.messages
    ]
    count = len(done.messages)
    return [
        *table(heads, cells),
        *(words.text("CLI-SUMMON-HELD", name=one.name) for one in done.held_back),
        words.text("CLI-SUMMON-DONE", count=count, place=done.folder),
        *finding_lines(findings, words),
    ]


def _message(one: PreparedMessage, call: Call) -> dict[str, object]:
    content = one.content
    return {
        **_contact(one.contact),
        "reason": content.reason.value,
        "uid": content.uid,
        "sequence": content.sequence,
        "notice": plain(content.notice) if content.is_for_employer else None,
        "files": [str(path) for path in one.files],
        "findings": finding_documents(one.findings, call.wording),
    }


def _view(one: MessageView, call: Call) -> dict[str, object]:
    message = one.contact.message
    return {
        **_contact(one.contact),
        "state": one.state.value,
        "reason": one.reason.value if one.reason else None,
        "subject": one.words.subject,
        "text": one.words.text,
        "own_words": one.is_own,
        "attachments": [part.value for part in one.parts],
        "prepared_at": plain(message.prepared_at) if message else None,
        "sent_on": plain(message.sent_on) if message else None,
        "findings": finding_documents(one.findings, call.wording),
    }


def _contact(one: Contact) -> dict[str, object]:
    return {
        "role": one.role.value,
        "number": one.number,
        "name": one.name,
        "email": one.email,
    }
