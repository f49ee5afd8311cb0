"""What can stand in the way of a hearing: each is one fact that somebody could look at, or change.

`COSTS` says what changing one asks of an office. It is data: only the order of the figures matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.bans import Ban


class FactKind(StrEnum):
    """What a fact is about."""

    HEARD = "HEARD"
    """Another candidacy is to be heard as well."""
    AWAY = "AWAY"
    """An examiner is away on a half-day."""
    LAPSED = "LAPSED"
    """An examiner held a half-day for us, and nobody confirmed it in time."""
    UNANSWERED = "UNANSWERED"
    """An examiner said nothing of a half-day, and the office plans on answers only."""
    DECLINED = "DECLINED"
    """An examiner was summoned for a half-day and declined it."""
    BUSY = "BUSY"
    """An examiner sits in another session on a half-day."""
    MANDATE = "MANDATE"
    """No mandate of an examiner covers some days of the session."""
    SCOPE = "SCOPE"
    """An examiner may not judge a certification."""
    TIE = "TIE"
    """An examiner is tied to a candidate."""
    ANNULLED = "ANNULLED"
    """An examiner sat in a jury of the candidate that was annulled."""
    NOBODY_ELSE = "NOBODY_ELSE"
    """The pool has nobody for a kind of seat but those who are qualified for it now."""
    ROOMS = "ROOMS"
    """The session has no other room."""
    HOURS = "HOURS"
    """The mornings, or the afternoons, are no longer."""
    DAYS = "DAYS"
    """The session has no half-day."""
    RULE = "RULE"
    """A rule keeps the candidacy from being heard on some days: `code` says which."""
    COMPOSITION = "COMPOSITION"
    """The jury of a route is not confirmed."""
    ONE_SEX = "ONE_SEX"
    """Women and men must sit in each jury, as long as no reason is written why not."""
    QUORUM = "QUORUM"
    """The jury of a route has fewer votes than the quorum."""
    BAN = "BAN"
    """Somebody forbade it in this session: `ban` says what."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; what it is about is filled in as its kind needs."""

    kind: FactKind
    examiner: int = 0
    candidacy: int = 0
    day: date | None = None
    half_day: HalfDay | None = None
    seat: str = ""
    code: str = ""
    """The rule, or the route."""
    ban: Ban | None = None
    certification: str = ""
    """Whose jury it is, or what somebody may not judge."""

    def order(self) -> tuple[object, ...]:
        """Return what facts are listed by: their kind first, then who and when."""
        when = (str(self.day or ""), str(self.half_day or ""))
        of_kind = list(FactKind).index(self.kind)
        about = (self.seat, self.code, self.certification)
        return (of_kind, self.examiner, self.candidacy, *when, *about)


NOT_BEFORE = "HEAR-05"
"""The rule by which a candidate is heard no earlier than asked for."""
CURABLE = (NOT_BEFORE, "CAND-01", "CAND-02", "INDIV-", "TRAIN-", "VAE-")
"""How the codes of the rules begin that a candidate, or a file made complete, can satisfy."""

COSTS: Mapping[FactKind, int] = MappingProxyType(
    {
        FactKind.BAN: 1,
        FactKind.HOURS: 2,
        FactKind.LAPSED: 2,
        FactKind.UNANSWERED: 2,
        FactKind.AWAY: 3,
        FactKind.DECLINED: 3,
        FactKind.RULE: 3,
        FactKind.TIE: 4,
        FactKind.ROOMS: 4,
        FactKind.MANDATE: 5,
        FactKind.SCOPE: 5,
        FactKind.ONE_SEX: 6,
        FactKind.COMPOSITION: 6,
        FactKind.BUSY: 6,
        FactKind.NOBODY_ELSE: 6,
        FactKind.DAYS: 6,
    }
)
"""What giving up one fact asks for; kinds that are missing are never given up."""

NEVER = 10_000
"""The price of what no repair may give up: only questions about blocks ever pay it."""
PER_QUARTER = 1
"""What each quarter of an hour that a half-day is longer adds."""
PER_RECRUIT = 4
"""What each further person to be found adds."""
