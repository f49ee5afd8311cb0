"""Acts on the pool, each as one call that can be undone as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.services.examiners import remove_examiner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk


def remove_examiners(desk: Desk, *, numbers: Sequence[int]) -> Outcome[None]:
    """Delete several persons; Undo brings all of them back."""
    outcomes = [remove_examiner(desk, examiner_id=number) for number in numbers]
    changes = tuple(change for outcome in outcomes for change in outcome.changes)
    return replace(outcomes[-1], changes=changes)
