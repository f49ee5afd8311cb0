"""Acts on candidates, each as one call that can be undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Intake
from jurydesk.services.candidates import save_candidacy
from jurydesk.services.exports import export_candidates
from jurydesk.services.ties import settle_tie

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.ties import Tie, TieState
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.wording import Wording


def accept_file(desk: Desk, *, row: CandidacyRow) -> Outcome[Candidacy]:
    """Accept the application as a file to follow."""
    return save_candidacy(desk, candidacy=replace(row.candidacy, intake=Intake.COMPLETE))


def settle(desk: Desk, *, tie: Tie, state: TieState, reason: str) -> Outcome[Tie]:
    """Decide whether a tie holds."""
    return settle_tie(desk, tie_id=tie.id, state=state, reason=reason)


def export_all(desk: Desk, path: Path, wording: Wording) -> int:
    """Write the roster of every candidate; return how many candidacies it holds."""
    return export_candidates(desk, path=path, wording=wording)
