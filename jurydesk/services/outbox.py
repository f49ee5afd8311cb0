"""The outbox: what is to be written to whom, looked at, reworded, held back. Nothing is sent here.

Who is due comes from the release, what was sent is kept by the summonses; a message holds what a
person did in between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from jurydesk.documents.summonses import MessageWords
from jurydesk.domain.audit import EventType
from jurydesk.domain.outbox import MessageState, message_to, renewed, rewritten
from jurydesk.domain.outbox_rules import check_message, check_void
from jurydesk.errors import RefusedByRule
from jurydesk.services.convening import Convening
from jurydesk.services.convening_files import parts_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.releasing import telling_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from jurydesk.domain.convening import SummonsContent
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.outbox import MessageReason, OutboxMessage
    from jurydesk.domain.release import Person
    from jurydesk.services.contacts import Contact
    from jurydesk.services.convening_files import Part
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.releasing import Telling
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message as a person looks at it before it goes out."""

    contact: Contact
    state: MessageState
    words: MessageWords
    is_own: bool = False
    """Whether a person wrote the words."""
    content: SummonsContent | None = None
    """What it tells; None: there is nothing to say any more."""
    parts: tuple[Part, ...] = ()
    """What goes with it."""
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> Person:
        """Return who it goes to."""
        return self.contact.key

    @property
    def reason(self) -> MessageReason | None:
        """Return why the person is written to; of what left or is outdated, why it was."""
        message = self.contact.message
        return self.contact.reason or (message.reason if message else None)


def read_outbox(desk: Desk, *, code: str, wording: Wording) -> tuple[MessageView, ...]:
    """Return every message about a session, those that need somebody first."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=today)
        every = tuple(one for one in telling.contacts if one.message_state is not None)
        convening = Convening(unit, telling.session, every, today=today, wording=wording)
        views = [view_of(one, convening) for one in every]
    order = tuple(MessageState)
    return tuple(sorted(views, key=lambda one: (order.index(one.state), one.contact.name)))


def read_message(desk: Desk, *, code: str, person: Person, wording: Wording) -> MessageView | None:
    """Return the message to one person; None: there is none and none is needed."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=today)
        found = [one for one in telling.contacts if one.key == person]
        if not found or found[0].message_state is None:
            return None
        convening = Convening(unit, telling.session, found, today=today, wording=wording)
        return view_of(found[0], convening)


def write_message(
    desk: Desk, *, code: str, person: Person, subject: str, text: str
) -> Outcome[OutboxMessage]:
    """Keep a message in the words of a person; nothing written: the template's hold again.

    Raises:
        RefusedByRule: nothing is to be said to that person now.
    """
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=desk.clock.today())
        message = rewritten(_begun(telling, person), subject=subject, text=text)
        stored = store_message(unit, message)
        finish(unit, EventType.MESSAGE_WRITTEN, {"session": code})
        return Outcome(stored, unit.changes, label="ACT-MESSAGE-WRITTEN")


def hold_back(desk: Desk, *, code: str, people: Collection[Person]) -> Outcome[None]:
    """Leave these people out of the drafts until somebody lets them go, or the plan changes.

    What is outdated and has nothing to say any more is forgotten: its draft must not go out.

    Raises:
        RefusedByRule: nothing is to be said to one of them now.
    """
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=desk.clock.today())
        for person in dict.fromkeys(people):
            contact = _contact(telling, person)
            if contact.reason is None and contact.open_message is not None:
                unit.outbox.remove(contact.open_message.id)
            else:
                store_message(unit, replace(_begun(telling, person), excluded=True))
        finish(unit, EventType.MESSAGES_HELD, {"session": code, "count": len(people)})
        return Outcome(None, unit.changes, label="ACT-MESSAGES-HELD")


def let_go(desk: Desk, *, code: str, people: Collection[Person]) -> Outcome[None]:
    """Take people who were held back into the drafts again.

    Raises:
        RefusedByRule: nothing is to be said to one of them now.
    """
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=desk.clock.today())
        for person in dict.fromkeys(people):
            if _contact(telling, person).message_state is MessageState.EXCLUDED:
                store_message(unit, replace(_begun(telling, person), excluded=False))
        finish(unit, EventType.MESSAGES_FREED, {"session": code, "count": len(people)})
        return Outcome(None, unit.changes, label="ACT-MESSAGES-FREED")


def view_of(contact: Contact, convening: Convening) -> MessageView:
    """Return the message to a contact, in the words that hold now."""
    state = contact.message_state or MessageState.TO_REVIEW
    message = contact.message
    if contact.reason is None or state is MessageState.SENT:
        words = MessageWords(message.subject, message.text) if message else MessageWords("", "")
        is_own = message is not None and message.is_own
        found = check_void(contact.key, contact.name, message) if message else ()
        return MessageView(contact, state, words, is_own, findings=found)
    begun = begin_message(contact, convening.session_id)
    content = convening.content(contact, begun.reason, uid=begun.uid)
    return MessageView(
        contact,
        state,
        words_in_force(begun, content, convening),
        begun.is_own,
        content,
        parts_of(content),
        check_message(content, state=state, message=contact.open_message),
    )


def begin_message(contact: Contact, session_id: int) -> OutboxMessage:
    """Return the message that says what is to be said now: what was begun, or a new one.

    Raises:
        RefusedByRule: nothing is to be said to that person now.
    """
    reason = contact.reason
    if reason is None:
        raise RefusedByRule("OUTBOX-NOTHING", {"name": contact.name})
    begun = contact.open_message
    if begun is not None:
        return renewed(begun, contact.after, reason)
    uid = contact.summons.uid if contact.summons else uuid4().hex
    return message_to(contact.key, session_id, uid=uid, reason=reason, asked=contact.after)


def words_in_force(
    message: OutboxMessage, content: SummonsContent, convening: Convening
) -> MessageWords:
    """Return the words of a person, or those of the template for what they left empty."""
    template = convening.words(content)
    if not message.is_own:
        return template
    return MessageWords(message.subject or template.subject, message.text or template.text)


def store_message(unit: UnitOfWork, message: OutboxMessage) -> OutboxMessage:
    """Keep a message, new or begun before."""
    return unit.outbox.save(message) if message.id else unit.outbox.add(message)


@dataclass(frozen=True, slots=True)
class WaitingDrafts:
    """Drafts of one session that were prepared and not recorded as sent."""

    code: str
    first: date
    """The first day of the session."""
    count: int
    is_stale: bool
    """Whether they must not go out any more: the plan has changed."""


def waiting_drafts(unit: UnitOfWork, *, today: date) -> Iterator[WaitingDrafts]:
    """Yield what was prepared and did not leave, of sessions that have not begun."""
    waiting = {one.session_id for one in unit.outbox.all() if one.is_open and one.prepared_at}
    for session in unit.sessions.some(sorted(waiting)):
        first = min(session.days, default=today)
        if first < today:
            continue
        states = [one.message_state for one in telling_in(unit, session.code, today=today).contacts]
        for state in (MessageState.STALE, MessageState.PREPARED):
            count = states.count(state)
            if count:
                yield WaitingDrafts(session.code, first, count, state is MessageState.STALE)


def _contact(telling: Telling, person: Person) -> Contact:
    found = next((one for one in telling.contacts if one.key == person), None)
    if found is None:
        raise RefusedByRule("OUTBOX-NOBODY", {"session": telling.session.code})
    return found


def _begun(telling: Telling, person: Person) -> OutboxMessage:
    return begin_message(_contact(telling, person), telling.session.id)
