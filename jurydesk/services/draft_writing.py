"""Writes the drafts of an outbox into a folder; the office's mail program sends them, or the post.

Everything is made before the first file is written: who cancels leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from jurydesk.domain.audit import EventType
from jurydesk.domain.findings import blocking
from jurydesk.domain.outbox import MessageReason, MessageState, message_to, prepared
from jurydesk.domain.outbox_rules import check_message
from jurydesk.errors import RefusedByRule
from jurydesk.services.convening import Convening
from jurydesk.services.convening_files import files_of
from jurydesk.services.outbox import begin_message, store_message, words_in_force
from jurydesk.services.outcome import Outcome
from jurydesk.services.printing import PrintedPaper, ensure_paper, write_paper
from jurydesk.services.recording import finish
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.releasing import telling_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from jurydesk.documents.summonses import MessageWords
    from jurydesk.domain.convening import SummonsContent
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.outbox import OutboxMessage
    from jurydesk.domain.release import Person
    from jurydesk.services.contacts import Contact
    from jurydesk.services.convening_files import WrittenFile
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class PreparedMessage:
    """What was written for one person."""

    contact: Contact
    content: SummonsContent
    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def is_mail(self) -> bool:
        """Tell whether there is a draft; else a letter is all."""
        return self.content.can_be_mailed


@dataclass(frozen=True, slots=True)
class PreparedDrafts:
    """What was written into a folder."""

    session: str
    folder: Path
    messages: tuple[PreparedMessage, ...] = ()
    held_back: tuple[Contact, ...] = ()

    @property
    def mails(self) -> int:
        """Return how many drafts there are."""
        return sum(one.is_mail for one in self.messages)

    @property
    def letters(self) -> int:
        """Return how many people have no address: their letter goes by post."""
        return len(self.messages) - self.mails


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be made for one person."""

    contact: Contact
    message: OutboxMessage
    content: SummonsContent
    words: MessageWords
    findings: tuple[Finding, ...]


def _nobody_waits(_done: int, _total: int) -> None:
    """Stand in where nobody wants to know how far it is."""


def prepare_drafts(
    desk: Desk,
    *,
    code: str,
    folder: Path,
    wording: Wording,
    people: Collection[Person] | None = None,
    everybody: bool = False,
    progress: Callable[[int, int], None] = _nobody_waits,
) -> Outcome[PreparedDrafts]:
    """Write papers, drafts and appointments of those who are to be told or reminded.

    `people`: of these only. `everybody`: of who was told already, too.

    Raises:
        Cancelled: `progress` was told to stop; nothing was written.
        RefusedByFindings: somebody would not be told where to come, or how to join.
        RefusedByRule: no plan of that session was released.
        EnvironmentFailure: nothing can be written there.
    """
    now = desk.clock.now()
    orders, held, texts = _orders(
        desk, code, wording, wanted=None if people is None else set(people), everybody=everybody
    )
    _refuse_blocked(orders, code)
    made: list[tuple[_Order, tuple[WrittenFile, ...]]] = []
    for at, order in enumerate(orders):
        progress(at, len(orders))
        files = files_of(order.content, order.words, texts, at=now, wording=wording)
        if not at:
            ensure_paper(folder / files[0].name)
        made.append((order, files))
    progress(len(orders), len(orders))
    written = tuple(_written(order, files, folder) for order, files in made)
    done = PreparedDrafts(code, folder, written, held)
    return _recorded(desk, done, orders, now)


def _orders(
    desk: Desk,
    code: str,
    wording: Wording,
    *,
    wanted: set[Person] | None,
    everybody: bool,
) -> tuple[tuple[_Order, ...], tuple[Contact, ...], dict[str, str]]:
    """Return what is to be made, who is held back, and the texts in force."""
    today = desk.clock.today()
    with desk.open_unit() as unit:
        telling = telling_in(unit, code, today=today)
        if telling.session.release is None:
            raise RefusedByRule("OUTBOX-NO-RELEASE", {"session": telling.session.code})
        chosen = [one for one in telling.contacts if wanted is None or one.key in wanted]
        meant = [one for one in chosen if one.reason or (everybody and one.after)]
        held = tuple(one for one in meant if one.message_state is MessageState.EXCLUDED)
        free = [one for one in meant if one not in held]
        convening = Convening(unit, telling.session, free, today=today, wording=wording)
        return tuple(_order(one, convening) for one in free), held, convening.texts


def _order(contact: Contact, convening: Convening) -> _Order:
    if contact.reason is not None:
        message = begin_message(contact, convening.session_id)
    else:
        message = _told_again(contact, convening.session_id)
    content = convening.content(contact, message.reason, uid=message.uid)
    words = words_in_force(message, content, convening)
    findings = check_message(content, state=MessageState.TO_REVIEW)
    return _Order(contact, message, content, words, findings)


def _told_again(contact: Contact, session_id: int) -> OutboxMessage:
    """Return what somebody was told already, who asks for it once more; it is not kept."""
    uid = contact.summons.uid if contact.summons else uuid4().hex
    reason = MessageReason.CONVENED
    return message_to(contact.key, session_id, uid=uid, reason=reason, asked=contact.after)


def _refuse_blocked(orders: Iterable[_Order], code: str) -> None:
    found = blocking(finding for order in orders for finding in order.findings)
    if found:
        raise RefusedByFindings("OUTBOX-NOT-READY", tuple(found), {"session": code})


def _written(order: _Order, files: Iterable[WrittenFile], folder: Path) -> PreparedMessage:
    papers = (PrintedPaper(one.name, one.content) for one in files)
    paths = tuple(write_paper(folder / paper.name, paper) for paper in papers)
    return PreparedMessage(order.contact, order.content, paths, order.findings)


def _recorded(
    desk: Desk, done: PreparedDrafts, orders: Sequence[_Order], at: datetime
) -> Outcome[PreparedDrafts]:
    with desk.open_unit() as unit:
        for order in orders:
            if order.contact.reason is None:
                continue
            words = order.words
            message = prepared(order.message, subject=words.subject, text=words.text, at=at)
            store_message(unit, message)
        details = {"session": done.session, "count": len(orders)}
        finish(unit, EventType.DRAFTS_PREPARED, details)
        return Outcome(done, unit.changes, label="ACT-DRAFTS-PREPARED")
