"""What is missing or impossible in the record of one hearing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jurydesk.domain.deliberation import (
    Appearance,
    Decision,
    Deliberation,
    HearingRecord,
    Outcome,
    Vote,
)
from jurydesk.domain.findings import Finding, Subject
from jurydesk.domain.rules import found
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.ties import TieEffect
from jurydesk.domain.voting import (
    blocks_to_judge,
    deliberating_jurors,
    derive_decision,
    present_jurors,
    recused_from,
)


def check_hearing_record(
    facts: SessionFacts, deliberation: Deliberation, *, hearing: Hearing, record: HearingRecord
) -> Iterator[Finding]:
    """Check the record of one hearing, `record` in the place of the one that is stored."""
    jury = facts.session.jury(hearing.jury)
    candidacy = facts.candidacies[hearing.candidacy_id]
    subject = facts.candidacy_subject(candidacy)
    if record.appearance is Appearance.EXPECTED:
        yield found("DELIB-01", subject)
        return
    room = _with(deliberation, record)
    yield from _recusals(facts, hearing, room)
    if record.appearance is not Appearance.PRESENT:
        if record.results or record.vote:
            yield found("DELIB-05", subject, appearance=record.appearance)
    elif jury is not None:
        yield from _results(facts, record, subject)
        yield from _members(facts, jury, hearing, room)
        yield from _vote(facts, jury, hearing, room)


def _with(deliberation: Deliberation, record: HearingRecord) -> Deliberation:
    # Recusals in the new record change who may vote on it
    others = tuple(r for r in deliberation.records if r.candidacy_id != record.candidacy_id)
    return replace(deliberation, records=(*others, record))


def _results(facts: SessionFacts, record: HearingRecord, subject: Subject) -> Iterator[Finding]:
    candidacy = facts.candidacies[record.candidacy_id]
    blocks = blocks_to_judge(
        candidacy, facts.sheet_of(candidacy), acquired=facts.acquired_before(candidacy.id)
    )
    for block in blocks:
        if record.result(block) is None:
            yield found("DELIB-02", subject, block=block)
    for result in record.results:
        if result.block not in blocks:
            yield found("DELIB-13", subject, block=result.block)
        elif result.outcome is Outcome.REFUSED and not result.reason.strip():
            yield found("DELIB-03", subject, block=result.block)


def _members(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> Iterator[Finding]:
    candidacy = facts.candidacies[hearing.candidacy_id]
    subject = facts.candidacy_subject(candidacy)
    count = len(deliberating_jurors(jury, hearing, deliberation))
    if count < facts.limits.quorum:
        yield found("DELIB-04", subject, count=count, quorum=facts.limits.quorum)
    recused = recused_from(hearing, deliberation)
    for juror in present_jurors(jury, deliberation):
        effect = facts.tie_effect(candidacy, juror.examiner_id)
        # The excluded may not even sit; the recused only have no vote, which a silent seat never
        # has
        concerned = effect is TieEffect.EXCLUDED or (effect is not None and juror.deliberates)
        if concerned and juror.examiner_id not in recused:
            yield found("DELIB-09", facts.examiner_subject(juror.examiner_id), subject)


def _recusals(
    facts: SessionFacts, hearing: Hearing, deliberation: Deliberation
) -> Iterator[Finding]:
    """The minutes name the reason of each recusal: as written, or as the tie says it."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    record = deliberation.record(hearing.candidacy_id)
    written = {r.examiner_id: r.reason for r in record.recusals} if record else {}
    for examiner_id in recused_from(hearing, deliberation):
        reason = written.get(examiner_id, "")
        is_tied = facts.tie_between(candidacy, examiner_id) is not None
        # As the minutes print it: the words of the tie stand in only where nothing is written
        if not reason.strip() and (reason or not is_tied):
            subject = facts.candidacy_subject(candidacy)
            yield found("DELIB-15", facts.examiner_subject(examiner_id), subject)


def _vote(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> Iterator[Finding]:
    record = deliberation.record(hearing.candidacy_id)
    if record is None or record.vote is None:
        return
    candidacy = facts.candidacies[hearing.candidacy_id]
    subject = facts.candidacy_subject(candidacy)
    voters = [j.examiner_id for j in deliberating_jurors(jury, hearing, deliberation)]
    vote = record.vote
    voices = vote.in_favour + vote.against + vote.abstained
    if voices != len(voters):
        yield found("DELIB-06", subject, voices=voices, members=len(voters))
    if vote.needs_casting_vote and jury.president_id not in voters:
        yield found("DELIB-07", subject, in_favour=vote.in_favour, against=vote.against)
    decision = derive_decision(
        record,
        candidacy,
        facts.sheet_of(candidacy),
        acquired=facts.acquired_before(candidacy.id),
    )
    if decision and _contradicts(vote, decision):
        voices_of = {"in_favour": vote.in_favour, "against": vote.against}
        yield found("DELIB-10", subject, **voices_of, decision=decision)


def _contradicts(vote: Vote, decision: Decision) -> bool:
    # Equal voices contradict nothing: the president decides (D6412-6)
    lost = vote.against > vote.in_favour and decision is Decision.FULL
    return lost or (vote.in_favour > vote.against and decision is Decision.NONE)
