"""What a candidate is told after a jury (R6412-7): the decision as notified, and how it stands.

A notification rests on issued minutes. It keeps a digest of what it says, so that a decision
corrected by an amendment is seen not to have been notified yet.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from jurydesk.domain.deliberation import Decision
from jurydesk.domain.minutes import (
    BlockStatement,
    CandidateStatement,
    CertificationStatement,
    CertifierStatement,
    MinutesContent,
)
from jurydesk.domain.summons import Channel

JUDGED = frozenset({Decision.FULL, Decision.PARTIAL, Decision.NONE})
"""Decisions on the merits: the law counts fifteen days for these."""


class NotificationState(StrEnum):
    """How the telling of one decision stands, the most pressing first."""

    WAITING = "WAITING"
    """The minutes are not issued: there is nothing yet that could be notified."""
    DUE = "DUE"
    """To be printed."""
    PRINTED = "PRINTED"
    """To be sent."""
    SENT = "SENT"


@dataclass(frozen=True, slots=True)
class Notification:
    """One decision as it was printed for one candidate; a corrected decision has another."""

    candidacy_id: int
    session_id: int
    minutes: str
    """Number of the minutes, or of the amendment, that it rests on."""
    decision: Decision
    digest: str
    """Of what it says: see `decision_digest`."""
    printed_at: datetime
    printed_by: str
    copy_to: str = ""
    """Who accompanied the candidate, as written: a copy goes to them."""
    sent_on: date | None = None
    channel: Channel = Channel.UNKNOWN
    id: int = 0
    version: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NotificationContent:
    """Everything that a notification shows, from the minutes as issued."""

    certifier: CertifierStatement
    certification: CertificationStatement
    candidate: CandidateStatement
    session_code: str
    minutes: str
    minutes_on: date | None
    """When the minutes were drawn up."""
    recourse: str
    printed_on: date
    person: str
    """The name by which letters call the candidate."""
    reach: str = ""
    """Where it is sent: an e-mail address, while no postal one is kept."""
    copy_to: str = ""
    is_copy: bool = False
    """The copy for who accompanied the candidate."""
    corrects: str = ""
    """Number of the minutes that an amendment corrected."""

    @property
    def kind(self) -> str:
        """Return the code of the letter."""
        return kind_of(self.candidate.decision)


def kind_of(decision: Decision | None) -> str:
    """Return the letter that tells a decision; one for all who were not judged."""
    told = decision.value.lower() if decision in JUDGED and decision else "absent"
    return f"notification-{told}"


def decision_digest(content: MinutesContent, candidate: CandidateStatement) -> str:
    """Return the SHA-256 of what of the minutes is told to one candidate, hexadecimal.

    What says nothing is left out: a field that a later version adds changes no older digest.
    """
    told = {
        "certification": content.certification.code,
        "name": candidate.name,
        "decision": candidate.decision,
        "blocks": [_block(block) for block in candidate.blocks],
        "recommendation": candidate.recommendation,
    }
    written = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _block(block: BlockStatement) -> dict[str, object]:
    texts = {name: getattr(block, name, "") for name in ("reason", "evidence", "advice")}
    said: dict[str, object] = {name: text for name, text in texts.items() if text}
    return said | {"code": block.code, "outcome": block.outcome, "before": block.acquired_before}
