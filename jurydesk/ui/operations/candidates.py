"""Acts on candidates, each as one call that can be undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.steps import StepKind
from jurydesk.services.exports import export_candidates
from jurydesk.services.journeys import take_step

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.steps import Step
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.wording import Wording


def accept_file(desk: Desk, *, row: CandidacyRow) -> Outcome[Step]:
    """Accept the application as a file to follow."""
    return take_step(
        desk, kind=StepKind.ACCEPTED, day=desk.clock.today(), candidacy_id=row.candidacy.id
    )


def export_all(desk: Desk, path: Path, wording: Wording) -> int:
    """Write the roster of every candidate; return how many candidacies it holds."""
    return export_candidates(desk, path=path, wording=wording)
