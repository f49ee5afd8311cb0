"""Names the persons and things that a finding is about, as a reader knows them."""

from __future__ import annotations

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.findings import Subject, SubjectKind
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Jury


def of_candidate(candidate: Candidate) -> Subject:
    return Subject(SubjectKind.CANDIDATE, candidate.id, candidate.full_name)


def of_candidacy(candidacy: Candidacy, candidate: Candidate) -> Subject:
    """Return the candidacy under the name of its person."""
    return Subject(SubjectKind.CANDIDACY, candidacy.id, candidate.full_name)


def of_examiner(examiner: Examiner) -> Subject:
    return Subject(SubjectKind.EXAMINER, examiner.id, examiner.full_name)


def of_certification(certification: Certification) -> Subject:
    return Subject(SubjectKind.CERTIFICATION, certification.id, certification.code)


def of_jury(jury: Jury) -> Subject:
    """Return the jury under its number."""
    return Subject(SubjectKind.JURY, jury.number, str(jury.number))
