"""What the minutes say of one candidate: identity, what was presented, who judged, what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.certification import WHOLE, Certification
from jurydesk.domain.deliberation import Appearance, Deliberation, HearingRecord, Outcome, Result
from jurydesk.domain.minutes import BlockStatement, CandidateStatement
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import BirthPlace, Candidate, Sex
from jurydesk.domain.regularity import regularity_of
from jurydesk.domain.session import Hearing, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.voting import (
    blocks_to_judge,
    deliberating_jurors,
    derive_decision,
    presiding_over,
    recused_from,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, as minutes name them."""

    name: str
    """Birth name in capitals, first names in order; usage name in brackets."""
    sex: Sex
    birth_date: date | None
    birth_place: str


def identity_of(candidate: Candidate) -> Identity:
    """Return who a candidate is, as minutes would name them today."""
    place = _birth_place(candidate.birth_place)
    return Identity(_full_identity(candidate), candidate.sex, candidate.birth_date, place)


def state_candidate(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> CandidateStatement:
    """Return the statement of one hearing; the decision is derived until it is fixed."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    candidate = facts.candidate_of(candidacy)
    record = deliberation.record(candidacy.id) or HearingRecord(candidacy.id)
    acquired = facts.acquired_before(candidacy.id)
    derived = derive_decision(record, candidacy, facts.sheet_of(candidacy), acquired=acquired)
    # Of what was recorded before, nothing is stated that nobody was asked
    judged = record.appearance is Appearance.PRESENT and deliberation.asks_declarations
    return CandidateStatement(
        candidacy_id=candidacy.id,
        name=_full_identity(candidate),
        sex=candidate.sex,
        birth_date=candidate.birth_date,
        birth_place=_birth_place(candidate.birth_place),
        route=candidacy.route,
        start=hearing.start,
        end=hearing.end,
        appearance=record.appearance,
        scope_whole=candidacy.whole,
        blocks=_blocks(facts, candidacy, record),
        recused=_recused(facts, candidacy, hearing, deliberation),
        deliberating=len(deliberating_jurors(jury, hearing, deliberation)),
        vote=replace(record.vote, ballots=()) if record.vote else None,
        decision=record.decision or derived,
        recommendation=record.recommendation,
        observations=record.observations,
        ground=_ground(facts, candidacy, jury),
        birth_partial=candidate.born.text if isinstance(candidate.born, PartialDate) else "",
        presided_by=_president(facts, jury, hearing, deliberation) if judged else "",
        regularity=regularity_of(facts, jury, hearing, deliberation) if judged else None,
    )


def _president(
    facts: SessionFacts, jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> str:
    president = presiding_over(jury, hearing, deliberation)
    return facts.examiner_subject(president).name if president is not None else ""


def _full_identity(candidate: Candidate) -> str:
    usage = f" ({candidate.usage_name.upper()})" if candidate.usage_name else ""
    return f"{candidate.birth_name.upper()} {', '.join(candidate.first_names)}{usage}"


def _birth_place(place: BirthPlace) -> str:
    wider = place.department or place.country
    return f"{place.commune} ({wider})" if place.commune and wider else place.commune or wider


def _blocks(
    facts: SessionFacts, candidacy: Candidacy, record: HearingRecord
) -> tuple[BlockStatement, ...]:
    earlier, sheet = facts.acquired_before(candidacy.id), facts.sheet_of(candidacy)
    statements = [_acquired(facts, candidacy, code) for code in sorted(earlier)]
    for code in blocks_to_judge(candidacy, sheet, acquired=earlier):
        result = record.result(code)
        said = result or Result(code, Outcome.REFUSED)
        outcome = result.outcome if result else None
        statements.append(
            BlockStatement(
                code,
                _title(sheet, code),
                outcome,
                said.reason,
                evidence=said.evidence,
                advice=said.advice,
            )
        )
    return tuple(statements)


def _acquired(facts: SessionFacts, candidacy: Candidacy, code: str) -> BlockStatement:
    """Say of a block acquired earlier which session gave it, or what proves it, and when."""
    title = _title(facts.sheet_of(candidacy), code)
    before = BlockStatement(code, title, Outcome.ACQUIRED, acquired_before=True)
    credit = facts.credit_for(candidacy.id, code)
    if credit is None:
        return before
    entry = credit.entry
    return replace(
        before, acquired_on=entry.acquired_on, acquired_by=entry.session or entry.evidence
    )


def _title(sheet: Certification, code: str) -> str:
    if code == WHOLE:
        return sheet.title
    block = sheet.block(code)
    return block.title if block else code


def _recused(
    facts: SessionFacts, candidacy: Candidacy, hearing: Hearing, deliberation: Deliberation
) -> tuple[tuple[str, str], ...]:
    """Name the recused with the reason written down, or the words that the tie was read in."""
    record = deliberation.record(candidacy.id)
    written = {r.examiner_id: r.reason for r in record.recusals} if record else {}
    people = []
    for examiner_id in recused_from(hearing, deliberation):
        tie = facts.tie_between(candidacy, examiner_id)
        # The last resort is a code: which words stand for it is for the paper to say
        reason = written.get(examiner_id) or (tie.evidence or f"tie.{tie.kind}" if tie else "")
        people.append((facts.examiner_subject(examiner_id).name, reason))
    return tuple(people)


def _ground(facts: SessionFacts, candidacy: Candidacy, jury: Jury) -> str:
    candidate = facts.candidate_of(candidacy)
    findings = check_readiness(candidacy, candidate, facts.sheet_of(candidacy), on=jury.day)
    return "CERT-05" if any(finding.code == "CERT-05" for finding in findings) else ""
