"""What minutes still lack to prove a session: hours, who sat and signs, on which ground."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
from jurydesk.domain.rules import found

_DELIVERED = frozenset({Decision.FULL, Decision.PARTIAL})


def check_proof(content: MinutesContent) -> Iterator[Finding]:
    """Check what a judge, or France compétences, looks for beside the decisions themselves."""
    for jury in content.juries:
        if jury.candidates:
            yield from _jury(jury)
        for candidate in jury.candidates:
            yield from _candidate(candidate, jury, content)


def _jury(jury: JuryStatement) -> Iterator[Finding]:
    subject = Subject(SubjectKind.JURY, jury.number, str(jury.number))
    if jury.start >= jury.end:
        yield found("MIN-31", subject, jury=jury.number)
    for member in jury.members:
        if not (member.seat_label.strip() or member.seat.strip()):
            person = Subject(SubjectKind.EXAMINER, member.examiner_id, member.name)
            yield found("MIN-32", person, jury=jury.number)
    heard = any(one.appearance is Appearance.PRESENT for one in jury.candidates)
    # Nobody noted is said by a rule of its own
    signing = any(m.deliberates and m.present is not False for m in jury.members)
    if heard and not signing:
        yield found("MIN-33", subject, jury=jury.number)


def _candidate(
    candidate: CandidateStatement, jury: JuryStatement, content: MinutesContent
) -> Iterator[Finding]:
    subject = Subject(SubjectKind.CANDIDACY, candidate.candidacy_id, candidate.name)
    until = content.certification.registered_until
    delivered = candidate.decision in _DELIVERED
    # L6113-9: after the registration ended, only whoever had entered before may claim it
    if delivered and until and jury.day > until and not candidate.ground:
        yield found("MIN-30", subject, until=until)
    if not candidate.name.strip():
        yield found("MIN-34", subject)
    if candidate.appearance is Appearance.PRESENT and not candidate.blocks:
        yield found("MIN-35", subject)
