"""Where a candidacy stands: the one place that derives a state from its axes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from jurydesk.domain.candidacy import Candidacy, Closure, Intake
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.routes import AccessRoute


class Stage(StrEnum):
    """What a candidacy waits for, in the order in which it goes through."""

    DRAFT = "DRAFT"
    """Not accepted yet as a file to follow."""
    ADMISSIBILITY = "ADMISSIBILITY"
    """VAE: waits for the decision on admissibility."""
    PREPARING = "PREPARING"
    """Waits for what a jury needs: validation file, end of training, dissertation."""
    READY = "READY"
    """To schedule."""
    PROPOSED = "PROPOSED"
    """Placed before a jury, not summoned yet."""
    SUMMONED = "SUMMONED"
    HEARD = "HEARD"
    """Waits for the result."""
    DECIDED = "DECIDED"
    CLOSED = "CLOSED"


def stage(
    candidacy: Candidacy,
    findings: Iterable[Finding],
    *,
    placed: bool = False,
    summoned: bool = False,
    heard: bool = False,
    decided: bool = False,
) -> Stage:
    """Return where the candidacy stands; `findings` are those of `check_readiness`."""
    if candidacy.closure is not Closure.IN_PROGRESS:
        return Stage.CLOSED
    # The farthest first: who was heard has also been placed and summoned
    scheduled = (
        (decided, Stage.DECIDED),
        (heard, Stage.HEARD),
        (summoned, Stage.SUMMONED),
        (placed, Stage.PROPOSED),
        (candidacy.intake is Intake.DRAFT, Stage.DRAFT),
    )
    reached = next((name for holds, name in scheduled if holds), None)
    return reached or _before_scheduling(candidacy, findings)


def _before_scheduling(candidacy: Candidacy, findings: Iterable[Finding]) -> Stage:
    codes = {finding.code for finding in blocking(findings)}
    if not codes:
        return Stage.READY
    undecided = candidacy.route is AccessRoute.EXPERIENCE and codes & {"VAE-01", "VAE-04"}
    return Stage.ADMISSIBILITY if undecided else Stage.PREPARING
