"""What grids and second entries mean for the closing of a deliberation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.fingerprint import grids_fingerprint
from jurydesk.domain.grid_rules import check_against_grid, check_second_entries, hearing_facts
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.services.ports import UnitOfWork


def evaluation_findings(
    unit: UnitOfWork, facts: SessionFacts, deliberation: Deliberation
) -> tuple[Finding, ...]:
    """Return where results contradict the common grids, and where two entries differ."""
    second = check_second_entries(
        facts,
        deliberation,
        unit.second_entries.of_session(facts.session.id),
        is_required=settings_in(unit).double_entry,
    )
    return (*_contradictions(unit, facts, deliberation), *second)


def evaluation_details(unit: UnitOfWork, session_id: int) -> dict[str, object]:
    """Return what the closing tells of grids and second entries: nothing where there are none."""
    grids = unit.grids.of_session(session_id)
    hash_ = grids_fingerprint(grids, unit.second_entries.of_session(session_id))
    return {"grids_hash": hash_} if hash_ else {}


def _contradictions(
    unit: UnitOfWork, facts: SessionFacts, deliberation: Deliberation
) -> Iterator[Finding]:
    for grid in unit.grids.of_session(facts.session.id):
        heard = hearing_facts(facts, deliberation, grid.candidacy_id)
        if heard is not None and grid.examiner_id is None:
            yield from check_against_grid(heard, grid)
