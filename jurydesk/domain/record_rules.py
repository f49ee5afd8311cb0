"""What is missing or impossible in the record of one hearing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jurydesk.domain.deliberation import (
    Appearance,
    Deliberation,
    HearingRecord,
    Outcome,
    Result,
)
from jurydesk.domain.findings import Finding, Subject
from jurydesk.domain.room_rules import check_gone, check_number, check_presiding, check_ties
from jurydesk.domain.rules import found
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.vote_rules import check_vote
from jurydesk.domain.voting import (
    blocks_to_judge,
    deliberating_jurors,
    gone_from,
    present_jurors,
    presiding_over,
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
        yield from check_vote(facts, jury, hearing, room)


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
        elif result.outcome is Outcome.REFUSED:
            yield from _refusal(result, subject)


def _refusal(result: Result, subject: Subject) -> Iterator[Finding]:
    """Whoever is refused learns what was missing, on what evidence, and what to do next."""
    texts = (
        ("DELIB-03", result.reason),
        ("DELIB-26", result.evidence),
        ("DELIB-27", result.advice),
    )
    for code, text in texts:
        if not text.strip():
            yield found(code, subject, block=result.block)


def _members(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> Iterator[Finding]:
    deciding = deliberating_jurors(jury, hearing, deliberation)
    president = presiding_over(jury, hearing, deliberation)
    yield from check_number(facts, hearing, deciding)
    yield from check_presiding(facts, jury, hearing, president)
    yield from check_ties(facts, hearing, deliberation, present_jurors(jury, deliberation))
    yield from check_gone(facts, hearing, gone_from(jury, hearing, deliberation))


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
