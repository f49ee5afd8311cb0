"""What a candidacy aims at, checked against what the person has acquired already."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.findings import Finding
from jurydesk.domain.ledger import Standing
from jurydesk.domain.people import Candidate
from jurydesk.domain.rules import found
from jurydesk.domain.subjects import of_candidacy


def check_aim(candidacy: Candidacy, candidate: Candidate, standing: Standing) -> Iterator[Finding]:
    """Check what is aimed at against the ledger; a path that is over is not checked."""
    if candidacy.closure is not Closure.IN_PROGRESS:
        return
    subject = of_candidacy(candidacy, candidate)
    code = standing.certification.code
    if standing.is_complete:
        yield found("SCOPE-03", subject, certification=code)
        return
    for block in candidacy.blocks:
        if block in standing.held:
            yield found("SCOPE-04", subject, certification=code, block=block)
    if standing.proposals:
        yield found("SCOPE-05", subject, certification=code, count=len(standing.proposals))
    aimed = [standing.certification.block(block) for block in candidacy.blocks]
    known = [block for block in aimed if block is not None]
    if known and len(known) == len(aimed) and all(block.optional for block in known):
        yield found("SCOPE-06", subject, certification=code)
