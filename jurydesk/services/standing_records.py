"""The records that count: as the deliberation closed them, with what amendments corrected since.

Whoever asks what was decided asks here. The deliberation itself stays as it was closed: its
fingerprint, the closing and the draft of minutes read the original.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from jurydesk.domain.corrections import as_corrected

if TYPE_CHECKING:
    from jurydesk.domain.corrections import Correction
    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.services.ports import UnitOfWork


def standing_record(unit: UnitOfWork, session_id: int) -> Deliberation | None:
    """Return what counts of the deliberation of one session."""
    recorded = unit.deliberations.of_session(session_id)
    if recorded is None or not recorded.is_closed:
        return recorded
    return as_corrected(recorded, unit.corrections.of_session(session_id))


def standing_records(unit: UnitOfWork) -> tuple[Deliberation, ...]:
    """Return what counts of every deliberation, in two questions however many there are."""
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for one in unit.corrections.all():
        corrections[one.session_id].append(one)
    return tuple(
        as_corrected(recorded, corrections[recorded.session_id])
        if recorded.session_id in corrections
        else recorded
        for recorded in unit.deliberations.all()
    )
