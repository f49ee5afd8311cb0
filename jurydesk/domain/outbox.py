"""Messages that are to go out about a released plan: what was prepared, held back, sent, outdated.

`release` knows whom to tell and `summons` what was sent. A message is what a person does between
the two: look at it, write it in other words, leave somebody out, prepare the draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from jurydesk.domain.release import Appointment, News, Person, Role
from jurydesk.domain.summons import Channel


class MessageReason(StrEnum):
    """Why somebody is written to."""

    CONVENED = "CONVENED"
    MOVED = "MOVED"
    CANCELLED = "CANCELLED"
    REMINDER = "REMINDER"
    """No answer has come to what was sent."""


class MessageState(StrEnum):
    """How far a message is; what needs somebody comes first."""

    STALE = "STALE"
    """Prepared, but the plan has changed since: it must not go out."""
    TO_REVIEW = "TO_REVIEW"
    PREPARED = "PREPARED"
    """The draft is written; nobody has said that it left."""
    EXCLUDED = "EXCLUDED"
    """A person holds it back."""
    SENT = "SENT"


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One message to one person about one session, from the first act on it."""

    session_id: int
    uid: str
    """Of the summons, which calendars know; the summons takes it over once this was sent."""
    reason: MessageReason
    asked: tuple[Appointment, ...] = ()
    """What the message tells; empty: that nothing is asked any more."""
    candidacy_id: int | None = None
    examiner_id: int | None = None
    subject: str = ""
    text: str = ""
    """The words: of a person who wrote their own, or as they stand in the draft."""
    is_own: bool = False
    """Whether a person wrote the words; else they come from the template."""
    excluded: bool = False
    prepared_at: datetime | None = None
    sent_on: date | None = None
    channel: Channel | None = None
    """By which way it left."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def person(self) -> Person:
        """Return who it goes to, as `release` names persons."""
        if self.examiner_id is not None:
            return Role.EXAMINER, self.examiner_id
        return Role.CANDIDATE, self.candidacy_id or 0

    @property
    def is_open(self) -> bool:
        """Tell whether it has not left yet."""
        return self.sent_on is None

    def tells(self, asked: tuple[Appointment, ...], reason: MessageReason | None) -> bool:
        """Tell whether it says what is to be said now; None: nothing is."""
        if reason is None:
            return False
        return self.asked == asked and self.is_reminder is (reason is MessageReason.REMINDER)

    @property
    def is_reminder(self) -> bool:
        """Tell whether it asks again for an answer."""
        return self.reason is MessageReason.REMINDER


def reason_of(news: News) -> MessageReason:
    """Return why somebody is written to who must be told of a plan."""
    return MessageReason(news.value)


def message_to(
    person: Person,
    session_id: int,
    *,
    uid: str,
    reason: MessageReason,
    asked: tuple[Appointment, ...],
) -> OutboxMessage:
    """Return a new message to somebody."""
    role, number = person
    if role is Role.EXAMINER:
        return OutboxMessage(session_id, uid, reason, asked, examiner_id=number)
    return OutboxMessage(session_id, uid, reason, asked, candidacy_id=number)


def state_of(
    message: OutboxMessage | None, asked: tuple[Appointment, ...], reason: MessageReason | None
) -> MessageState:
    """Return how far a message is, if this is what is to be said now.

    Who was held back from one piece of news is to be looked at again with the next one.
    """
    if message is None:
        return MessageState.TO_REVIEW
    if not message.is_open:
        return MessageState.SENT
    if not message.tells(asked, reason):
        return MessageState.TO_REVIEW if message.prepared_at is None else MessageState.STALE
    if message.excluded:
        return MessageState.EXCLUDED
    return MessageState.TO_REVIEW if message.prepared_at is None else MessageState.PREPARED


def renewed(
    message: OutboxMessage, asked: tuple[Appointment, ...], reason: MessageReason
) -> OutboxMessage:
    """Return a message that says what is to be said now; words on other news are given up."""
    if message.tells(asked, reason):
        return message
    return replace(
        message,
        asked=asked,
        reason=reason,
        subject="",
        text="",
        is_own=False,
        excluded=False,
        prepared_at=None,
    )


def rewritten(message: OutboxMessage, *, subject: str, text: str) -> OutboxMessage:
    """Return a message in the words of a person; no subject and no text: those of the template.

    What was prepared in other words is to be prepared again.
    """
    is_own = bool(subject.strip() or text.strip())
    return replace(
        message, subject=subject.strip(), text=text.strip(), is_own=is_own, prepared_at=None
    )


def prepared(message: OutboxMessage, *, subject: str, text: str, at: datetime) -> OutboxMessage:
    """Return a message whose draft was written, in these words."""
    return replace(message, subject=subject, text=text, excluded=False, prepared_at=at)


def dispatched(message: OutboxMessage, *, on: date, channel: Channel) -> OutboxMessage:
    """Return a message that left."""
    return replace(message, excluded=False, sent_on=on, channel=channel)
