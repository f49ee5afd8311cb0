"""What an action changed: the image of each entity before and after, so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.corrections import Correction
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.expenses import Claim, Rate
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.notes import Note
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.domain.setting import Setting
from jurydesk.domain.sites import Site, Travel
from jurydesk.domain.steps import Step
from jurydesk.domain.summons import Summons
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
    | Correction
    | Step
    | Attachment
    | Acquisition
    | Equivalence
    | Note
    | Distinction
    | Site
    | Travel
    | Rate
    | Claim
    | Summons
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
    CORRECTION = "CORRECTION"
    SETTING = "SETTING"
    STEP = "STEP"
    ATTACHMENT = "ATTACHMENT"
    ACQUISITION = "ACQUISITION"
    EQUIVALENCE = "EQUIVALENCE"
    NOTE = "NOTE"
    NATIONAL_NUMBER = "NATIONAL_NUMBER"
    DISTINCTION = "DISTINCTION"
    SITE = "SITE"
    TRAVEL = "TRAVEL"
    RATE = "RATE"
    CLAIM = "CLAIM"
    SUMMONS = "SUMMONS"


NEVER_UNDONE = frozenset({Kind.MINUTES, Kind.CORRECTION, Kind.NATIONAL_NUMBER})
"""Minutes are amended, never undone; a national number leaves no image to put back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One entity created (`before` None), changed, or removed (`after` None).

    A setting has no number (0), its images hold its key; one without images is a memory of the
    program, not undone.
    """

    kind: Kind
    id: int
    before: Entity | Setting | None
    after: Entity | Setting | None

    @property
    def key(self) -> str:
        """Return the key of the setting, or the number of the entity."""
        image = self.before or self.after
        return image.key if isinstance(image, Setting) else str(self.id)

    @property
    def name(self) -> str:
        """Return what tells the entity from every other: `CANDIDATE:12`, `SETTING:office.place`."""
        return f"{self.kind}:{self.key}"

    @property
    def can_be_undone(self) -> bool:
        """Tell whether going back is allowed at all."""
        after = self.after
        # A session is changed once closed only to annul a jury, and that is for good as well
        closing = (isinstance(after, Deliberation) and after.is_closed) or (
            isinstance(after, Session) and after.status is SessionStatus.CLOSED
        )
        legal = any(isinstance(i, Step) and i.is_legal_act for i in (self.before, after))
        memory = self.kind is Kind.SETTING and self.before is None and self.after is None
        return not (self.kind in NEVER_UNDONE or closing or legal or memory)
