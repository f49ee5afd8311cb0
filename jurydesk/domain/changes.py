"""What an action changed: the image of each entity before and after, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.notes import Note
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.steps import Step
from jurydesk.domain.ties import Tie

Entity = (
    Candidate
    | Candidacy
    | Examiner
    | Certification
    | Tie
    | Session
    | Deliberation
    | Minutes
    | Step
    | Attachment
    | Acquisition
    | Equivalence
    | Note
    | Distinction
)


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
    STEP = "STEP"
    ATTACHMENT = "ATTACHMENT"
    ACQUISITION = "ACQUISITION"
    EQUIVALENCE = "EQUIVALENCE"
    NOTE = "NOTE"
    NATIONAL_NUMBER = "NATIONAL_NUMBER"
    DISTINCTION = "DISTINCTION"


NEVER_UNDONE = frozenset({Kind.MINUTES, Kind.SETTING, Kind.NATIONAL_NUMBER})
"""Decisions and minutes are amended, never undone; the others leave no image to put back."""


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
        legal = any(isinstance(i, Step) and i.is_legal_act for i in (self.before, after))
        return self.kind not in NEVER_UNDONE and not closing and not legal
