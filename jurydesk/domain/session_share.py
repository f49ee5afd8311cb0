"""What of a session concerns one of its certifications: its juries, its people, its findings."""

from __future__ import annotations

from dataclasses import replace

from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.session import Session
from jurydesk.domain.session_facts import SessionFacts


def share_of(facts: SessionFacts, certification: str) -> SessionFacts:
    """Return the facts as if the session judged that certification only.

    Minutes say which certification was judged, and nothing of another one: each has its own.
    """
    session = facts.session
    if not session.has_several:
        return facts
    juries = tuple(jury for jury in session.juries if jury.certification == certification)
    numbers = {jury.number for jury in juries}
    share = replace(
        session,
        certifications=(certification,),
        days=tuple(sorted({jury.day for jury in juries})) or session.days,
        juries=juries,
        hearings=tuple(hearing for hearing in session.hearings if hearing.jury in numbers),
        candidacies=_enrolled(facts, certification, numbers),
    )
    share = replace(share, frozen_findings=_findings(facts, share))
    return replace(facts, session=share)


def _enrolled(facts: SessionFacts, certification: str, juries: set[int]) -> tuple[int, ...]:
    """Return who aims at the certification, and whoever was heard by one of its juries."""
    heard = {hearing.candidacy_id for hearing in facts.session.hearings if hearing.jury in juries}
    wanted = heard | set(facts.aiming_at(certification))
    return tuple(number for number in facts.session.candidacies if number in wanted)


def _findings(facts: SessionFacts, share: Session) -> tuple[Finding, ...]:
    """Return what was found, without what names a jury or a person of another certification."""
    own, whole = _named(facts, share), _named(facts, facts.session)
    return tuple(
        finding
        for finding in facts.session.frozen_findings
        if not any(_key(s) in whole and _key(s) not in own for s in finding.subjects)
    )


def _named(facts: SessionFacts, session: Session) -> set[tuple[SubjectKind, int]]:
    """Return every subject that belongs to a session."""
    enrolled = [c for n in session.candidacies if (c := facts.candidacies.get(n))]
    sheets = [facts.sheet(code) for code in session.certifications]
    return {
        *((SubjectKind.JURY, jury.number) for jury in session.juries),
        *((SubjectKind.EXAMINER, j.examiner_id) for jury in session.juries for j in jury.jurors),
        *((SubjectKind.CANDIDACY, candidacy.id) for candidacy in enrolled),
        *((SubjectKind.CANDIDATE, candidacy.candidate_id) for candidacy in enrolled),
        *((SubjectKind.CERTIFICATION, sheet.id) for sheet in sheets),
    }


def _key(subject: Subject) -> tuple[SubjectKind, int]:
    return subject.kind, subject.id
