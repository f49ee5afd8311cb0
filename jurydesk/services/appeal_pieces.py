"""The pieces of an appeal file that are written from what is stored of one candidacy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.domain.appeal import AppealPiece, AppealTable
from jurydesk.domain.audit import EventType
from jurydesk.finding_text import event_text, term
from jurydesk.services.history import audit_figures
from jurydesk.services.views import AuditRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from jurydesk.domain.audit import AuditEvent
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.domain.summons import Summons
    from jurydesk.services.notifications import Notice
    from jurydesk.services.ports import UnitOfWork
    from jurydesk.wording import Wording

Row = tuple[str, ...]
NOTHING = "—"
OF_THE_DAY = frozenset(
    {
        EventType.SESSION_RELEASED,
        EventType.SESSION_FROZEN,
        EventType.DELIBERATION_RECORDED,
        EventType.DELIBERATION_CLOSED,
        EventType.MINUTES_ISSUED,
        EventType.JURY_ANNULLED,
    }
)
"""What was done for the session as a whole, the candidate's hearing with it."""


def candidacy_piece(
    unit: UnitOfWork, path: Candidacy, person: Candidate, wording: Wording
) -> AppealPiece:
    """Return who applied for what by which route, and every step of the path with its day."""
    file = path.admissibility
    born = person.birth_date or (person.birth_partial.text if person.birth_partial else None)
    facts = (
        ("born", _said(born, wording)),
        ("route", term("route", path.route, wording)),
        ("scope", ", ".join(path.blocks) or wording.text("aftermath.appeal.scope.whole")),
        ("begun", _said(path.begun or path.training.entry, wording)),
        ("complete", _said(file.complete, wording)),
        ("decided", _said(file.decided, wording)),
        ("filed", _said(path.validation_received, wording)),
        ("supported", path.accompanist),
    )
    rows = tuple(
        (
            wording.short_date(step.day),
            term("step", step.kind, wording),
            " · ".join(part for part in (step.detail, step.reason) if part) or NOTHING,
            f"{step.actor}, {_moment(step.recorded_at, wording)}",
        )
        for step in unit.steps.of_candidacies([path.id])
    )
    table = _table(("day", "step", "detail", "recorded"), rows, (13, 27, 34, 26), wording)
    return AppealPiece("candidacy", _facts(facts, wording), table)


def summons_piece(
    unit: UnitOfWork, session: Session, candidacy_id: int, wording: Wording
) -> AppealPiece:
    """Return what was sent to the candidate for that session, and what they answered."""
    every = unit.summonses.of_candidacies([candidacy_id])
    rows = sorted(
        row for one in every if one.session_id == session.id for row in _messages(one, wording)
    )
    table = _table(
        ("day", "message", "channel", "content"),
        tuple(row[1:] for row in rows),
        (14, 20, 18, 48),
        wording,
    )
    hearing = session.hearing(candidacy_id)
    heard = (("hearing", _moment(hearing.start, wording)),) if hearing else ()
    return AppealPiece("summons", _facts(heard, wording), table)


def notification_piece(notice: Notice, wording: Wording) -> AppealPiece:
    """Return when the decision was printed and sent, against the last day for it."""
    printed = notice.notification
    channel = term("channel", notice.channel, wording) if notice.channel else ""
    facts = (
        ("decision", term("decision", notice.decision, wording)),
        ("minutes", notice.minutes),
        ("due", wording.date(notice.due)),
        ("printed", _moment(printed.printed_at, wording) if printed else ""),
        ("sent", _said(notice.told_on, wording)),
        ("channel", channel),
        ("copy", printed.copy_to if printed else ""),
    )
    return AppealPiece("notification", _facts(facts, wording))


def documents_piece(unit: UnitOfWork, path: Candidacy, wording: Wording) -> AppealPiece:
    """Return the documents of the file with their fingerprints: they are handed over beside."""
    kept = unit.attachments.of_candidate(path.candidate_id)
    rows = tuple(
        (wording.short_date(one.added_at.date()), one.name, one.digest)
        for one in kept
        if one.candidacy_id in {None, path.id}
    )
    return AppealPiece(
        "documents", table=_table(("day", "document", "digest"), rows, (14, 36, 50), wording)
    )


def trail_piece(
    unit: UnitOfWork, session: Session, path: Candidacy, wording: Wording
) -> AppealPiece:
    """Return every line of the trail that names the candidacy, the person, or their jury day."""
    every = unit.audit.events()
    own = (one for one in every if _names(one, path) or _is_of_day(one, session))
    rows = tuple(_event(one, path, wording) for one in own)
    return AppealPiece(
        "trail",
        table=_table(("number", "day", "who", "event", "hash"), rows, (8, 19, 15, 42, 16), wording),
    )


def _messages(summons: Summons, wording: Wording) -> Iterator[Row]:
    for sent in summons.sendings:
        content = " ; ".join(
            f"{_moment(one.start, wording)}, {one.room}" for one in sent.asked
        ) or wording.text("aftermath.appeal.nothing_asked")
        channel = term("channel", sent.channel, wording)
        yield _message("sending", sent.on, channel=channel, content=content, wording=wording)
    for answer in summons.answers:
        said = " · ".join(filter(None, (term("reply", answer.reply, wording), answer.note)))
        channel = term("channel", answer.channel, wording)
        yield _message("answer", answer.on, channel=channel, content=said, wording=wording)
    for one in summons.reminders:
        channel = term("channel", one.channel, wording)
        yield _message("reminder", one.on, channel=channel, content=NOTHING, wording=wording)


def _message(kind: str, on: date, *, channel: str, content: str, wording: Wording) -> Row:
    """Return one message; its first field only puts it in order."""
    name = wording.text(f"aftermath.appeal.message.{kind}")
    return (on.isoformat(), wording.short_date(on), name, channel, content)


def _event(event: AuditEvent, path: Candidacy, wording: Wording) -> Row:
    row = AuditRow(event.sequence, event.at, event.actor, f"AUDIT-{event.type}", event.details)
    figures = audit_figures(row)
    # An act on many names them all by number: here one of them is meant
    if isinstance(json.loads(event.details).get("candidacy"), list):
        figures["candidacy"] = path.id
    said = event_text(row.code, figures, wording)
    at = _moment(event.at, wording)
    return (str(event.sequence), at, event.actor, said, event.hash[:12])


def _is_of_day(event: AuditEvent, session: Session) -> bool:
    return event.type in OF_THE_DAY and json.loads(event.details).get("session") == session.code


def _names(event: AuditEvent, path: Candidacy) -> bool:
    details = json.loads(event.details)
    if not isinstance(details, dict):
        return False
    named = {
        "candidacy": path.id,
        "candidacies": path.id,
        "candidate": path.candidate_id,
    }
    return any(_has(details.get(name), number) for name, number in named.items())


def _has(value: object, number: int) -> bool:
    return number in value if isinstance(value, list) else value == number


def _facts(facts: Iterable[tuple[str, str]], wording: Wording) -> tuple[tuple[str, str], ...]:
    """Keep what is known, each under its words."""
    return tuple(
        (wording.text(f"aftermath.appeal.fact.{name}"), text) for name, text in facts if text
    )


def _table(
    names: tuple[str, ...], rows: tuple[Row, ...], shares: tuple[int, ...], wording: Wording
) -> AppealTable:
    heads = tuple(wording.text(f"aftermath.appeal.head.{name}") for name in names)
    return AppealTable(heads, rows, shares)


def _said(value: date | str | None, wording: Wording) -> str:
    return wording.figure(value) if value else ""


def _moment(at: datetime, wording: Wording) -> str:
    return f"{wording.short_date(at.date())} {wording.time(at.time())}"
