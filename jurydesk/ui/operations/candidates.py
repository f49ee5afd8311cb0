"""Acts on candidates, each as one call that can be undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy, Intake
from jurydesk.services.candidates import remove_candidacy, save_candidacy, save_candidate
from jurydesk.services.exports import export_candidates
from jurydesk.services.outcome import Outcome
from jurydesk.services.ties import settle_tie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jurydesk.domain.people import Candidate
    from jurydesk.domain.ties import Tie, TieState
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow
    from jurydesk.wording import Wording


def save_file(desk: Desk, *, candidate: Candidate, candidacy: Candidacy) -> Outcome[Candidacy]:
    """Save the person, then the candidacy; Undo takes both back."""
    person = save_candidate(desk, candidate=candidate)
    path = save_candidacy(desk, candidacy=replace(candidacy, candidate_id=person.value.id))
    return replace(path, changes=person.changes + path.changes)


def accept_file(desk: Desk, *, row: CandidacyRow) -> Outcome[Candidacy]:
    """Accept the application as a file to follow."""
    return save_candidacy(desk, candidacy=replace(row.candidacy, intake=Intake.COMPLETE))


def remove_candidacies(desk: Desk, *, rows: Sequence[CandidacyRow]) -> Outcome[None]:
    """Delete several candidacies; Undo brings all of them back."""
    outcomes = [remove_candidacy(desk, candidacy_id=row.key) for row in rows]
    changes = tuple(change for outcome in outcomes for change in outcome.changes)
    return replace(outcomes[-1], changes=changes)


def settle(desk: Desk, *, tie: Tie, state: TieState, reason: str) -> Outcome[Tie]:
    """Decide whether a tie holds."""
    return settle_tie(desk, tie_id=tie.id, state=state, reason=reason)


def export_all(desk: Desk, path: Path, wording: Wording) -> int:
    """Write the roster of every candidate; return how many candidacies it holds."""
    return export_candidates(desk, path=path, wording=wording)
