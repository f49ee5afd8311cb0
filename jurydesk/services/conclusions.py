"""What the decisions of sessions make of a candidacy, once one of them counts differently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Closure
from jurydesk.services.closing import CLOSURES
from jurydesk.services.standing_records import standing_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork

_GIVEN = (Closure.CERTIFIED, Closure.PARTIALLY_ACQUIRED)
"""What sessions give, the best first."""


def closure_given(unit: UnitOfWork, session: Session, candidacy_id: int) -> Closure | None:
    """Return how the decision of one session closes a candidacy, if it does."""
    deliberation = standing_record(unit, session.id)
    record = deliberation.record(candidacy_id) if deliberation else None
    return CLOSURES.get(record.decision) if record and record.decision else None


def conclude_anew(unit: UnitOfWork, candidacy_id: int) -> None:
    """Close or open a candidacy as all decisions say that count; a withdrawal stays one."""
    candidacy = unit.candidacies.get(candidacy_id)
    if candidacy.closure not in {*_GIVEN, Closure.IN_PROGRESS}:
        return
    given = set(_given(unit, candidacy_id))
    closure = next((one for one in _GIVEN if one in given), Closure.IN_PROGRESS)
    if closure is not candidacy.closure:
        unit.candidacies.save(replace(candidacy, closure=closure))


def _given(unit: UnitOfWork, candidacy_id: int) -> Iterator[Closure | None]:
    for session in unit.sessions.all():
        if candidacy_id in session.standing_hearings:
            yield closure_given(unit, session, candidacy_id)
