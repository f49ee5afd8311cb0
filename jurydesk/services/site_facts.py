"""What the rules need of sites: the map, and where people are because of other sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.findings import SubjectKind
from jurydesk.domain.sites import SiteMap, Stay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.session import Jury, Session
    from jurydesk.domain.sites import Span
    from jurydesk.services.ports import UnitOfWork


def site_map(unit: UnitOfWork) -> SiteMap:
    """Return all sites, by name, and the ways between them."""
    sites = sorted(unit.sites.all(), key=lambda site: (site.name.casefold(), site.id))
    return SiteMap(tuple(sites), unit.travels.all() if len(sites) > 1 else ())


def stays_elsewhere(unit: UnitOfWork, session: Session, sites: SiteMap) -> tuple[Stay, ...]:
    """Return where people are on the days of a session because of the others.

    With one site there is no way to travel, and nothing is read.
    """
    if len(sites.sites) <= 1:
        return ()
    others = [one for one in unit.sessions.on_days(session.days) if one.id != session.id]
    heard = {hearing.candidacy_id for one in others for hearing in one.hearings}
    people = {c.id: c.candidate_id for c in unit.candidacies.some(heard)}
    return tuple(
        stay
        for other in others
        for jury in other.juries
        if jury.day in session.days and not jury.annulled
        for stay in _stays(other, jury, sites, people)
    )


def _stays(session: Session, jury: Jury, sites: SiteMap, people: dict[int, int]) -> Iterator[Stay]:
    site = sites.site_of(jury.room)
    if site is None:
        return
    heard = session.hearings_of(jury.number)
    whole: Span = session.hours.bounds(jury.half_day)
    if heard:
        whole = heard[0].start.time(), max(hearing.end for hearing in heard).time()
    for juror in jury.jurors:
        yield Stay(SubjectKind.EXAMINER, juror.examiner_id, *jury.half, *whole, site.id)
    for hearing in heard:
        span = hearing.start.time(), hearing.end.time()
        person = people.get(hearing.candidacy_id, 0)
        yield Stay(SubjectKind.CANDIDATE, person, *jury.half, *span, site.id)
