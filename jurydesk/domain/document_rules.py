"""Documents that a file lacks, and a document that is in the file of two persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Candidate
from jurydesk.domain.requirements import ChecklistLine, Presence, Weight
from jurydesk.domain.rules import found
from jurydesk.domain.subjects import of_candidacy, of_candidate


def check_documents(
    candidacy: Candidacy, candidate: Candidate, lines: Iterable[ChecklistLine]
) -> Iterator[Finding]:
    """Check that what is needed by now is here; it warns, because paper may lie in a cabinet."""
    subject = of_candidacy(candidacy, candidate)
    for line in lines:
        asked = line.requirement
        if line.presence is Presence.MISSING and asked.weight is Weight.NEEDED:
            yield found("DOC-01", subject, document=asked.code)


def check_owner(candidate: Candidate, others: Iterable[Candidate]) -> Iterator[Finding]:
    """Check that a document is not in the file of somebody else: it was dropped on a wrong one."""
    for other in others:
        if other.id != candidate.id:
            yield found("DOC-02", of_candidate(candidate), of_candidate(other))
