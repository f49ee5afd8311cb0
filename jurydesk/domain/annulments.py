"""What the trail says of a jury that was annulled, as papers repeat it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jurydesk.domain.minutes import MinutesContent


@dataclass(frozen=True, slots=True)
class Annulment:
    """A jury annulled after its decisions: which one, when, why, by whom, in which act."""

    session: str
    """Code of the session."""
    jury: int
    on: date
    reason: str
    by: str
    act: int
    """Number of the event in the audit trail."""


@dataclass(frozen=True, slots=True)
class AnnulmentContent:
    """What the decision shows: the annulment, beside the minutes as they stand."""

    annulment: Annulment
    minutes: MinutesContent
