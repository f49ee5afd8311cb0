"""The juries that an examiner sat in or will sit in, as the sessions tell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.session import Session

YEAR = 365
"""Days."""


@dataclass(frozen=True, slots=True)
class Service:
    """One seat in one jury."""

    session: str
    day: date
    half_day: HalfDay
    jury: int
    seat: str
    presided: bool = False
    held: bool = False
    """Whether the day has come and the session was frozen; else it is only planned."""


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """All of one person, the latest first. Juries that were annulled do not count."""

    services: tuple[Service, ...] = ()

    @property
    def held(self) -> tuple[Service, ...]:
        """Return the juries that the person sat in."""
        return tuple(one for one in self.services if one.held)

    @property
    def presidencies(self) -> tuple[Service, ...]:
        """Return the juries that the person presided."""
        return tuple(one for one in self.held if one.presided)

    def years_in_a_row(self, today: date) -> int:
        """Return how many calendar years on end the person sat, up to this year or the last."""
        years = {one.day.year for one in self.held}
        last = today.year if today.year in years else today.year - 1
        count = 0
        while last - count in years:
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class PastYear:
    """What the juries of other sessions tell of the year before one: what rotation looks at."""

    presided: Mapping[int, int] = field(default_factory=dict)
    """By examiner: how many juries the person presided."""
    together: frozenset[tuple[int, int]] = frozenset()
    """Who sat with whom, the lower number first."""


NO_PAST = PastYear()


def past_year(sessions: Iterable[Session], session: Session) -> PastYear:
    """Return what other sessions held, or plan, in the year before the last day of this one."""
    if not session.days:
        return NO_PAST
    since, until = min(session.days) - timedelta(days=YEAR), max(session.days)
    juries = [
        jury
        for other in sessions
        if other.id != session.id
        for jury in other.juries
        if since <= jury.day <= until and not jury.annulled
    ]
    presided = Counter(jury.president_id for jury in juries if jury.president_id is not None)
    people = (sorted({juror.examiner_id for juror in jury.jurors}) for jury in juries)
    together = frozenset(pair for seated in people for pair in combinations(seated, 2))
    return PastYear(presided, together)


def records_of(sessions: Iterable[Session]) -> Mapping[int, ServiceRecord]:
    """Return the record of everybody who has a seat anywhere, by number."""
    found: dict[int, list[Service]] = defaultdict(list)
    for session in sessions:
        for jury in session.juries:
            if jury.annulled:
                continue
            for juror in jury.jurors:
                presided = jury.president_id == juror.examiner_id
                found[juror.examiner_id].append(
                    Service(
                        session.code,
                        jury.day,
                        jury.half_day,
                        jury.number,
                        juror.seat,
                        presided=presided,
                        held=not session.can_be_planned,
                    )
                )
    return {who: ServiceRecord(_latest_first(services)) for who, services in found.items()}


def _latest_first(services: Iterable[Service]) -> tuple[Service, ...]:
    return tuple(
        sorted(services, key=lambda one: (one.day, one.half_day, one.session), reverse=True)
    )
