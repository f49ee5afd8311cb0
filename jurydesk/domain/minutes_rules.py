"""What is still missing in minutes: one rule per mandatory statement."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Appearance, Outcome, Voice
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.minutes import (
    CandidateStatement,
    JuryStatement,
    MemberStatement,
    MinutesContent,
)
from jurydesk.domain.minutes_proof_rules import check_proof
from jurydesk.domain.people import Sex
from jurydesk.domain.rules import found


def check_minutes(content: MinutesContent) -> tuple[Finding, ...]:
    """Return what is missing in the content; with any of it the minutes remain a draft.

    The number is not asked for: it is given when everything else is there.
    """
    findings = [found(code) for code, given in _statements(content) if not given]
    for jury in content.juries:
        findings += _jury(jury)
        for member in jury.members:
            findings += _member(member, jury.number)
        for candidate in jury.candidates:
            findings += _candidate(candidate)
            if content.asks_declarations:
                findings += _deliberation(candidate)
        if content.asks_declarations:
            findings += _declarations(jury)
    findings += check_proof(content)
    return tuple(findings)


def _statements(content: MinutesContent) -> tuple[tuple[str, object], ...]:
    certifier, certification = content.certifier, content.certification
    return (
        ("MIN-01", certifier.name.strip()),
        ("MIN-02", certifier.siret.strip()),
        ("MIN-03", certifier.representative.strip() and certifier.representative_role.strip()),
        ("MIN-04", certification.code and certification.title),
        ("MIN-05", certification.level),
        ("MIN-06", content.composition_status is not CompositionStatus.PROPOSED),
        ("MIN-07", content.days),
        ("MIN-08", content.place.strip()),
        ("MIN-09", content.recourse.strip()),
        ("MIN-10", any(jury.candidates for jury in content.juries)),
    )


def _jury(jury: JuryStatement) -> Iterator[Finding]:
    subject = Subject(SubjectKind.JURY, jury.number, str(jury.number))
    if jury.president is None:
        yield found("MIN-11", subject, jury=jury.number)
    women, men = jury.count(Sex.FEMALE), jury.count(Sex.MALE)
    if bool(women) != bool(men) and not jury.one_sex_reason.strip():
        yield found("MIN-16", subject, jury=jury.number, women=women, men=men)


def _declarations(jury: JuryStatement) -> Iterator[Finding]:
    """Who sat declared the files read and no tie, unless nobody came to be judged."""
    awaited = {Appearance.EXPECTED, Appearance.PRESENT}
    if not any(candidate.appearance in awaited for candidate in jury.candidates):
        return
    for member in jury.members:
        subject = Subject(SubjectKind.EXAMINER, member.examiner_id, member.name)
        declared = member.declaration
        if member.present and declared is None:
            yield found("MIN-23", subject, jury=jury.number)
        elif member.present and declared and not (declared.read_files and declared.no_tie):
            yield found("MIN-24", subject, jury=jury.number)


def _deliberation(candidate: CandidateStatement) -> Iterator[Finding]:
    """Say what the deliberation on one candidate lacks: evidence, advice, who presided."""
    if candidate.appearance is not Appearance.PRESENT:
        return
    subject = Subject(SubjectKind.CANDIDACY, candidate.candidacy_id, candidate.name)
    for block in candidate.blocks:
        if block.outcome is Outcome.REFUSED and not block.acquired_before:
            if not block.evidence.strip():
                yield found("MIN-25", subject, block=block.code)
            if not block.advice.strip():
                yield found("MIN-26", subject, block=block.code)
    vote = candidate.vote
    if vote and vote.needs_casting_vote and vote.casting in {None, Voice.ABSTAINED}:
        yield found("MIN-27", subject)
    if not candidate.presided_by:
        yield found("MIN-28", subject)


def _member(member: MemberStatement, jury: int) -> Iterator[Finding]:
    subject = Subject(SubjectKind.EXAMINER, member.examiner_id, member.name)
    statements = (
        ("MIN-12", member.occupation.strip()),
        ("MIN-13", member.organisation.strip()),
        ("MIN-14", member.mandate_start and member.mandate_end),
        ("MIN-15", member.present is not None),
    )
    for code, given in statements:
        if not given:
            yield found(code, subject, jury=jury)


def _candidate(candidate: CandidateStatement) -> Iterator[Finding]:
    subject = Subject(SubjectKind.CANDIDACY, candidate.candidacy_id, candidate.name)
    if candidate.birth_date is None and not candidate.birth_partial:
        yield found("MIN-17", subject)
    if candidate.appearance is Appearance.EXPECTED:
        yield found("MIN-18", subject)
        return
    # Who did not come has no results, but a decision all the same: absent, excused, put off
    if candidate.appearance is Appearance.PRESENT:
        yield from _results(candidate, subject)
    if candidate.decision is None:
        yield found("MIN-21", subject)
    for name, reason in candidate.recused:
        if not reason.strip():
            yield found("MIN-22", subject, member=name)


def _results(candidate: CandidateStatement, subject: Subject) -> Iterator[Finding]:
    for block in candidate.blocks:
        if block.outcome is None:
            yield found("MIN-19", subject, block=block.code)
        elif block.outcome is Outcome.REFUSED and not block.reason.strip():
            yield found("MIN-20", subject, block=block.code)
