"""What does not hold in a vote: voices, ballots, the casting vote, the decision it amounts to."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.deliberation import Decision, Deliberation, HearingRecord, Voice, Vote
from jurydesk.domain.findings import Finding
from jurydesk.domain.rules import found
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.voting import deliberating_jurors, derive_decision, presiding_over


def check_vote(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> Iterator[Finding]:
    """Check the vote on one candidate, where there was one."""
    record = deliberation.record(hearing.candidacy_id)
    if record is None or record.vote is None:
        return
    vote = record.vote
    subject = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
    voters = [j.examiner_id for j in deliberating_jurors(jury, hearing, deliberation)]
    if sum(vote.counts) != len(voters):
        yield found("DELIB-06", subject, voices=sum(vote.counts), members=len(voters))
    yield from _ballots(facts, hearing, vote, voters=voters)
    yield from _casting(facts, hearing, vote, presiding_over(jury, hearing, deliberation))
    decision = _decision(facts, record)
    if decision and _contradicts(vote, decision):
        voices_of = {"in_favour": vote.in_favour, "against": vote.against}
        yield found("DELIB-10", subject, **voices_of, decision=decision)


def _ballots(
    facts: SessionFacts, hearing: Hearing, vote: Vote, *, voters: list[int]
) -> Iterator[Finding]:
    subject = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
    people = [ballot.examiner_id for ballot in vote.ballots]
    for examiner_id in dict.fromkeys(people):
        if examiner_id not in voters:
            yield found("DELIB-25", facts.examiner_subject(examiner_id), subject)
    twice = len(set(people)) != len(people)
    if vote.ballots and (twice or Vote.of(vote.ballots).counts != vote.counts):
        yield found("DELIB-24", subject, voices=sum(vote.counts), ballots=len(vote.ballots))


def _casting(
    facts: SessionFacts, hearing: Hearing, vote: Vote, president: int | None
) -> Iterator[Finding]:
    """The voice of whoever presides decides where voices are equal, and only there (D6412-6)."""
    subject = facts.candidacy_subject(facts.candidacies[hearing.candidacy_id])
    figures = {"in_favour": vote.in_favour, "against": vote.against}
    if not vote.needs_casting_vote:
        if vote.casting is not None:
            yield found("DELIB-23", subject, **figures)
        return
    if president is None:
        yield found("DELIB-07", subject, **figures)
    elif vote.casting in {None, Voice.ABSTAINED}:
        yield found("DELIB-22", facts.examiner_subject(president), subject, **figures)
    else:
        own = next((b.voice for b in vote.ballots if b.examiner_id == president), None)
        if own not in {None, Voice.ABSTAINED, vote.casting}:
            yield found("DELIB-29", facts.examiner_subject(president), subject)


def _decision(facts: SessionFacts, record: HearingRecord) -> Decision | None:
    candidacy = facts.candidacies[record.candidacy_id]
    acquired = facts.acquired_before(candidacy.id)
    return derive_decision(record, candidacy, facts.sheet_of(candidacy), acquired=acquired)


def _contradicts(vote: Vote, decision: Decision) -> bool:
    won, lost = vote.in_favour > vote.against, vote.against > vote.in_favour
    if vote.needs_casting_vote:
        won, lost = vote.casting is Voice.IN_FAVOUR, vote.casting is Voice.AGAINST
    return (lost and decision is Decision.FULL) or (won and decision is Decision.NONE)
