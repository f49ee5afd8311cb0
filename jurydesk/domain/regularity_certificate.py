"""What the certificate of regularity answers, one question a line, from frozen data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from jurydesk.domain.minutes import JuryStatement, MinutesContent


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """One rule that found something on the day, as it stood then."""

    code: str
    version: int
    holds_from: date | None
    holds_until: date | None
    count: int
    """How many times it found something."""


@dataclass(frozen=True, slots=True)
class RegularityContent:
    """Everything that the certificate shows of one session and one certification."""

    minutes: MinutesContent
    """As issued: the latest amendment, if there is one."""
    number: str
    content_hash: str
    session_hash: str
    """As recorded in the trail when the deliberation was closed."""
    deliberation_hash: str
    frozen_at: datetime | None
    closed_at: datetime | None
    rules: tuple[RuleInForce, ...]
    declared: frozenset[tuple[int, int]] = frozenset()
    """Jury and member of each declaration: files read, no tie, as the deliberation holds it."""
    annulled: tuple[int, ...] = ()
    """Numbers of the juries annulled since."""

    @property
    def juries(self) -> tuple[JuryStatement, ...]:
        """Return the juries in the order of the day."""
        return self.minutes.juries
