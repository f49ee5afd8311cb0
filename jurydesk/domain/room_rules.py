"""Whether the members in the room may decide on one candidate: number, presidency, ties."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.findings import Finding
from jurydesk.domain.rules import found
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.subjects import of_jury
from jurydesk.domain.ties import TieEffect
from jurydesk.domain.voting import recused_from

STATUTORY_MEMBERS = 2
"""A jury counts two persons at least, whatever quorum an office sets (D6412-6)."""


def check_number(
    facts: SessionFacts, hearing: Hearing, deliberating: tuple[Juror, ...]
) -> Iterator[Finding]:
    """Check that enough members deliberate on one candidate."""
    subject = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
    count = len(deliberating)
    if count < facts.limits.quorum:
        yield found("DELIB-04", subject, count=count, quorum=facts.limits.quorum)
    elif count < STATUTORY_MEMBERS:
        yield found("DELIB-19", subject, count=count)


def check_presiding(
    facts: SessionFacts, jury: Jury, hearing: Hearing, presiding: int | None
) -> Iterator[Finding]:
    """Check that somebody who deliberates on the candidate presides."""
    if presiding is None:
        subject = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
        yield found("DELIB-20", subject, of_jury(jury), jury=jury.number)


def check_ties(
    facts: SessionFacts, hearing: Hearing, deliberation: Deliberation, sitting: tuple[Juror, ...]
) -> Iterator[Finding]:
    """Check that nobody sits whom a tie keeps away from that candidate."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    recused = recused_from(hearing, deliberation)
    for juror in sitting:
        effect = facts.tie_effect(candidacy, juror.examiner_id)
        # The excluded may not even sit; the recused only have no vote, which a silent seat never
        # has
        concerned = effect is TieEffect.EXCLUDED or (effect is not None and juror.deliberates)
        if concerned and juror.examiner_id not in recused:
            person = facts.examiner_subject(juror.examiner_id)
            yield found("DELIB-09", person, facts.candidacy_subject(candidacy))


def check_declarations(
    facts: SessionFacts, jury: Jury, deliberation: Deliberation, members: tuple[Juror, ...]
) -> Iterator[Finding]:
    """Check that these members declared the files read and no tie but those for which they leave.

    A member with a tie is excluded (D6412-6); one who has not read the file judges nothing.
    """
    if not deliberation.asks_declarations:
        return
    for juror in members:
        subjects = (facts.examiner_subject(juror.examiner_id), of_jury(jury))
        declared = deliberation.declaration(jury.number, juror.examiner_id)
        if declared is None:
            yield found("DELIB-16", *subjects, jury=jury.number)
            continue
        if not declared.read_files:
            yield found("DELIB-17", *subjects, jury=jury.number)
        if not declared.no_tie:
            yield found("DELIB-18", *subjects, jury=jury.number)


def check_gone(facts: SessionFacts, hearing: Hearing, gone: tuple[Juror, ...]) -> Iterator[Finding]:
    """Say of each member with a vote who missed a part of the hearing that they do not decide."""
    candidate = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
    for juror in gone:
        yield found("DELIB-21", facts.examiner_subject(juror.examiner_id), candidate)
