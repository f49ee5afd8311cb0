"""The audit trail: typed events, each holding the hash of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

GENESIS = "0" * 64
"""What the first event holds in the place of a previous hash."""


class EventType(StrEnum):
    """What a person did; one event per action."""

    WORKSPACE_CREATED = "WORKSPACE_CREATED"
    COMPOSITION_CONFIRMED = "COMPOSITION_CONFIRMED"
    CANDIDATE_SAVED = "CANDIDATE_SAVED"
    CANDIDATE_REMOVED = "CANDIDATE_REMOVED"
    CANDIDACY_SAVED = "CANDIDACY_SAVED"
    CANDIDACY_REMOVED = "CANDIDACY_REMOVED"
    EXAMINER_SAVED = "EXAMINER_SAVED"
    EXAMINER_REMOVED = "EXAMINER_REMOVED"
    AVAILABILITY_CHANGED = "AVAILABILITY_CHANGED"
    TIE_SETTLED = "TIE_SETTLED"
    TIES_PROPOSED = "TIES_PROPOSED"
    ROSTER_IMPORTED = "ROSTER_IMPORTED"
    SESSION_CREATED = "SESSION_CREATED"
    SESSIONS_PLANNED = "SESSIONS_PLANNED"
    SESSION_CHANGED = "SESSION_CHANGED"
    SESSION_REMOVED = "SESSION_REMOVED"
    SESSION_PROPOSED = "SESSION_PROPOSED"
    JUROR_CANCELLED = "JUROR_CANCELLED"
    SESSION_RELEASED = "SESSION_RELEASED"
    PEOPLE_TOLD = "PEOPLE_TOLD"
    PEOPLE_REMINDED = "PEOPLE_REMINDED"
    ANSWER_RECORDED = "ANSWER_RECORDED"
    ANSWER_WITHDRAWN = "ANSWER_WITHDRAWN"
    SESSION_FROZEN = "SESSION_FROZEN"
    JUROR_REPLACED = "JUROR_REPLACED"
    DELIBERATION_RECORDED = "DELIBERATION_RECORDED"
    GRID_MARKED = "GRID_MARKED"
    GRID_AGREED = "GRID_AGREED"
    SCALE_CHANGED = "SCALE_CHANGED"
    SECOND_ENTRY_RECORDED = "SECOND_ENTRY_RECORDED"
    DELIBERATION_CLOSED = "DELIBERATION_CLOSED"
    JURY_ANNULLED = "JURY_ANNULLED"
    MINUTES_ISSUED = "MINUTES_ISSUED"
    MINUTES_AMENDED = "MINUTES_AMENDED"
    SETTING_CHANGED = "SETTING_CHANGED"
    STEP_RECORDED = "STEP_RECORDED"
    STEP_REVOKED = "STEP_REVOKED"
    PROOF_ATTACHED = "PROOF_ATTACHED"
    DOCUMENT_ATTACHED = "DOCUMENT_ATTACHED"
    DOCUMENT_CHANGED = "DOCUMENT_CHANGED"
    DOCUMENT_REMOVED = "DOCUMENT_REMOVED"
    DOCUMENTS_PURGED = "DOCUMENTS_PURGED"
    BLOCKS_RECORDED = "BLOCKS_RECORDED"
    EQUIVALENCE_SETTLED = "EQUIVALENCE_SETTLED"
    EQUIVALENCE_REMOVED = "EQUIVALENCE_REMOVED"
    CONDITIONS_CHANGED = "CONDITIONS_CHANGED"
    CONDITION_SETTLED = "CONDITION_SETTLED"
    SHEET_COMPLETED = "SHEET_COMPLETED"
    NOTE_SAVED = "NOTE_SAVED"
    SITE_SAVED = "SITE_SAVED"
    SITE_REMOVED = "SITE_REMOVED"
    ROOM_SAVED = "ROOM_SAVED"
    ROOM_REMOVED = "ROOM_REMOVED"
    TRAVEL_SET = "TRAVEL_SET"
    NATIONAL_NUMBER_SET = "NATIONAL_NUMBER_SET"
    NATIONAL_NUMBER_SHOWN = "NATIONAL_NUMBER_SHOWN"
    PEOPLE_MERGED = "PEOPLE_MERGED"
    PEOPLE_TOLD_APART = "PEOPLE_TOLD_APART"
    RATE_CHANGED = "RATE_CHANGED"
    EXPENSES_PREPARED = "EXPENSES_PREPARED"
    CLAIM_CHANGED = "CLAIM_CHANGED"
    CLAIM_REMOVED = "CLAIM_REMOVED"
    CLAIM_SUBMITTED = "CLAIM_SUBMITTED"
    CLAIM_CHECKED = "CLAIM_CHECKED"
    CLAIM_REFUSED = "CLAIM_REFUSED"
    CLAIM_REOPENED = "CLAIM_REOPENED"
    CLAIM_PAID = "CLAIM_PAID"
    MESSAGE_WRITTEN = "MESSAGE_WRITTEN"
    MESSAGES_HELD = "MESSAGES_HELD"
    MESSAGES_FREED = "MESSAGES_FREED"
    DRAFTS_PREPARED = "DRAFTS_PREPARED"
    NOTIFICATIONS_PRINTED = "NOTIFICATIONS_PRINTED"
    NOTIFICATIONS_SENT = "NOTIFICATIONS_SENT"
    NOTIFICATION_WITHDRAWN = "NOTIFICATION_WITHDRAWN"
    PARCHMENT_ISSUED = "PARCHMENT_ISSUED"
    APPEAL_FILE_MADE = "APPEAL_FILE_MADE"
    TEMPLATE_CHANGED = "TEMPLATE_CHANGED"
    TEMPLATE_RESTORED = "TEMPLATE_RESTORED"
    BULK_CHANGED = "BULK_CHANGED"
    UNDONE = "UNDONE"


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One line of the trail. `details` is canonical JSON without personal identity numbers."""

    type: EventType
    at: datetime
    actor: str
    details: str
    sequence: int = 0
    previous: str = GENESIS
    hash: str = ""


@dataclass(frozen=True, slots=True)
class TrailEnd:
    """Number and hash of the last event; of none before the first."""

    sequence: int = 0
    hash: str = GENESIS


def canonical(details: Mapping[str, object]) -> str:
    """Write details as JSON that always reads the same: sorted keys, no spaces, UTF-8."""
    return json.dumps(details, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(event: AuditEvent) -> str:
    """Return the SHA-256 of an event and of the hash before it, hexadecimal."""
    parts = (str(event.sequence), event.type, event.at.isoformat(), event.actor, event.details)
    # A sign that nobody types: no two events can run together into the same text
    joined = "\x1f".join((*parts, event.previous))
    return hashlib.sha256(joined.encode()).hexdigest()


def chained(event: AuditEvent, last: AuditEvent | TrailEnd | None) -> AuditEvent:
    """Return the event with its place in the chain and its hash."""
    end = last or TrailEnd()
    placed = replace(event, sequence=end.sequence + 1, previous=end.hash)
    return replace(placed, hash=digest(placed))


def first_broken(trail: Iterable[tuple[int, AuditEvent | None]]) -> int | None:
    """Return the number of the first event that does not hold; None if all do.

    Each event comes with the number it is stored under; None is one that cannot be read.
    """
    last: AuditEvent | None = None
    for sequence, event in trail:
        if event is None or chained(event, last) != event:
            return sequence
        last = event
    return None
