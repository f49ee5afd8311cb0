"""What is found of a message before it goes out: no address, no place, too late, outdated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jurydesk.domain.convening import SummonsContent, is_address
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.outbox import MessageState, OutboxMessage
from jurydesk.domain.release import Person, Role
from jurydesk.domain.rules import found
from jurydesk.domain.session import Modality


def check_message(
    content: SummonsContent, *, state: MessageState, message: OutboxMessage | None = None
) -> tuple[Finding, ...]:
    """Return what a person should know before this goes out, the gravest first."""
    if state in {MessageState.SENT, MessageState.EXCLUDED}:
        return ()
    return (
        *_place(content),
        *_outdated(content, state, message),
        *_notice(content, content.written_on),
        *_addresses(content),
    )


def check_void(person: Person, name: str, message: OutboxMessage) -> tuple[Finding, ...]:
    """Return that a draft must not go out whose person is to be told nothing any more."""
    if message.is_open and message.prepared_at is not None:
        return (found("CALL-10", _named(person, name), day=message.prepared_at.date()),)
    return ()


def _place(content: SummonsContent) -> Iterator[Finding]:
    """Whoever is asked to come is told where."""
    if content.is_cancelled:
        return
    if content.modality is Modality.REMOTE and not content.link:
        yield found("CALL-08", _subject(content))
    if content.modality is not Modality.REMOTE and not content.address:
        yield found("CALL-07", _subject(content))


def _outdated(
    content: SummonsContent, state: MessageState, message: OutboxMessage | None
) -> Iterator[Finding]:
    if state is MessageState.STALE and message is not None and message.prepared_at is not None:
        yield found("CALL-10", _subject(content), day=message.prepared_at.date())


def _notice(content: SummonsContent, today: date) -> Iterator[Finding]:
    """An employee tells the employer fifteen days before, with a copy (D3142-32)."""
    last = content.notice
    if content.is_for_employer and last is not None and today > last:
        first = min(one.day for one in content.asked)
        yield found("CALL-09", _subject(content), last=last, day=first)


def _addresses(content: SummonsContent) -> Iterator[Finding]:
    if not content.can_be_mailed:
        yield found("CALL-06", _subject(content))
    elif not is_address(content.office.email):
        yield found("CALL-11", _subject(content))


def _subject(content: SummonsContent) -> Subject:
    return _named(content.person, content.name)


def _named(person: Person, name: str) -> Subject:
    role, number = person
    kind = SubjectKind.EXAMINER if role is Role.EXAMINER else SubjectKind.CANDIDACY
    return Subject(kind, number, name)
