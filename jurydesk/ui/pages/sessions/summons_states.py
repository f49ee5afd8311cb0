"""Where a person stands between release, message, summons and answer: one chip says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.outbox import MessageState
from jurydesk.domain.summons import SummonsState
from jurydesk.finding_text import term as spoken
from jurydesk.ui.pages.sessions.message_panel import LOOKS as LOOKS_OF_MESSAGES
from jurydesk.ui.translation import translate
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from jurydesk.services.contacts import Contact
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

DUE, DRAFT, KNOWN = "due", "draft", "known"
LOOKS: dict[str, tuple[str, Tone]] = {
    DUE: ("mail", "warning"),
    DRAFT: ("edit", "muted"),
    SummonsState.DECLINED: ("blocked", "danger"),
    SummonsState.SILENT: ("clock", "danger"),
    SummonsState.PARTLY: ("half", "warning"),
    SummonsState.WAITING: ("clock", "accent"),
    SummonsState.ACCEPTED: ("check-circle", "success"),
    SummonsState.CANCELLED: ("close", "muted"),
    KNOWN: ("check", "muted"),
}
"""What each state looks like, in the order in which they need somebody."""
ORDER = tuple(LOOKS)
MESSAGES, TO_REVIEW = tuple(MessageState), MessageState.TO_REVIEW
FILTERED = frozenset({MessageState.STALE, MessageState.PREPARED, MessageState.EXCLUDED})
"""States of a message by which a list is looked through; the others are states of a person."""


def state_of(one: Contact) -> str:
    """Return where the exchange with a person stands; what is still to be sent comes first."""
    if one.is_draft:
        return DRAFT
    if one.is_due:
        return DUE
    return one.state or KNOWN


def state_text(state: str, wording: Wording) -> str:
    """Return a state in words."""
    words = {
        DUE: translate("Telling", "To send"),
        DRAFT: translate("Telling", "Not released"),
        KNOWN: translate("Telling", "Unchanged"),
    }
    return words.get(state) or sentence_case(term(wording, "summons_state", state))


def chip_text(one: Contact, wording: Wording) -> str:
    """Return where a person stands; of whom a message was begun, how far that is."""
    state = begun(one)
    return message_text(state, wording) if state else state_text(state_of(one), wording)


def begun(one: Contact) -> MessageState | None:
    """Return how far the message is to somebody who is to be told, or was to be."""
    state = one.message_state
    is_told = state is not MessageState.STALE and not one.is_due
    return None if is_told or state not in FILTERED else state


def look_of(one: Contact) -> tuple[str, Tone]:
    """Return icon and tone of that chip."""
    state = begun(one)
    return LOOKS_OF_MESSAGES[state] if state else LOOKS[state_of(one)]


def message_text(state: MessageState | None, wording: Wording) -> str:
    """Return how far a message is in words."""
    return sentence_case(spoken("message_state", state, wording)) if state else ""
