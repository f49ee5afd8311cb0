"""What persons have acquired: awarded by closed sessions, or brought from outside."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Outcome as Verdict
from jurydesk.domain.ledger import LedgerEntry, brought
from jurydesk.services.standing_records import standing_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.domain.routes import AccessRoute
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork

AT_ONCE = 10_000
"""How many numbers one question may name: SQLite takes 32,766 at most."""


def entries_of(
    unit: UnitOfWork, candidate_ids: Iterable[int] | None = None, *, without_session: int = 0
) -> Mapping[int, tuple[LedgerEntry, ...]]:
    """Return what persons have acquired, in a number of queries that does not grow with them.

    What an annulled jury gave is not acquired; what an open session may give is not yet.
    """
    wanted = None if candidate_ids is None else set(candidate_ids)
    found: dict[int, list[LedgerEntry]] = {}
    for candidate_id, entry in _awarded(unit, without_session):
        if wanted is None or candidate_id in wanted:
            found.setdefault(candidate_id, []).append(entry)
    is_for_all = wanted is None or len(wanted) > AT_ONCE
    stored = (
        unit.acquisitions.all() if is_for_all else unit.acquisitions.of_candidates(wanted or ())
    )
    for one in stored:
        if wanted is None or one.candidate_id in wanted:
            found.setdefault(one.candidate_id, []).append(brought(one))
    return {number: tuple(sorted(entries, key=_age)) for number, entries in found.items()}


def _awarded(unit: UnitOfWork, without_session: int) -> Iterator[tuple[int, LedgerEntry]]:
    closed = [d for d in standing_records(unit) if d.is_closed]
    closed = [d for d in closed if d.session_id != without_session]
    sessions = {s.id: s for s in unit.sessions.some([d.session_id for d in closed])}
    paths = {c.id: c for c in unit.candidacies.all()} if closed else {}
    for deliberation in closed:
        session = sessions[deliberation.session_id]
        standing = session.standing_hearings
        for record in deliberation.records:
            path = paths.get(record.candidacy_id)
            if path is None or record.candidacy_id not in standing:
                continue
            for result in record.results:
                if result.outcome is Verdict.ACQUIRED:
                    yield (
                        path.candidate_id,
                        _entry(session, path.route, result.block, record.candidacy_id),
                    )


def _entry(session: Session, route: AccessRoute, block: str, candidacy_id: int) -> LedgerEntry:
    day = session.standing_hearings[candidacy_id].start.date()
    judged = session.judged(candidacy_id)
    return LedgerEntry(judged, block, day, route, session.code)


def _age(entry: LedgerEntry) -> tuple[date, str]:
    return entry.acquired_on or date.min, entry.block
