"""What an action changed: the image of each entity before and after, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.ties import Tie

Entity = Candidate | Candidacy | Examiner | Certification | Tie | Session | Deliberation | Minutes


class Kind(StrEnum):
    """The kinds of entities that are stored, and that pages follow."""

    CANDIDATE = "CANDIDATE"
    CANDIDACY = "CANDIDACY"
    EXAMINER = "EXAMINER"
    CERTIFICATION = "CERTIFICATION"
    TIE = "TIE"
    SESSION = "SESSION"
    DELIBERATION = "DELIBERATION"
    MINUTES = "MINUTES"
    SETTING = "SETTING"


NEVER_UNDONE = frozenset({Kind.MINUTES, Kind.SETTING})
"""Decisions and minutes are amended, never undone; a setting leaves no image to put back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entity created (`before` None), changed, or removed (`after` None)."""

    kind: Kind
    id: int
    before: Entity | None
    after: Entity | None

    @property
    def can_be_undone(self) -> bool:
        """Tell whether going back is allowed at all."""
        after = self.after
        # A session is changed once closed only to annul a jury, and that is for good as well
        closing = (isinstance(after, Deliberation) and after.is_closed) or (
            isinstance(after, Session) and after.status is SessionStatus.CLOSED
        )
        return self.kind not in NEVER_UNDONE and not closing
