"""The rules of the deliberation: what is missing before it can be closed, and its closing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from jurydesk.domain.deliberation import Appearance, Deliberation, HearingRecord
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Examiner, Sex
from jurydesk.domain.record_rules import check_hearing_record
from jurydesk.domain.room_rules import check_declarations
from jurydesk.domain.rules import found
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.subjects import of_jury
from jurydesk.domain.voting import (
    blocks_to_judge,
    deliberating_jurors,
    derive_decision,
    present_jurors,
    recused_from,
)

__all__ = [
    "blocks_to_judge",
    "check_deliberation",
    "check_record",
    "close",
    "deliberating_jurors",
    "derive_decision",
    "present_jurors",
    "recused_from",
]


def check_record(
    facts: SessionFacts, deliberation: Deliberation, record: HearingRecord
) -> tuple[Finding, ...]:
    """Return what is missing or impossible in one record, as it would stand."""
    hearing = facts.session.hearing(record.candidacy_id)
    if hearing is None:
        return ()
    return tuple(check_hearing_record(facts, deliberation, hearing=hearing, record=record))


def check_deliberation(facts: SessionFacts, deliberation: Deliberation) -> tuple[Finding, ...]:
    """Return everything that stands between the deliberation and its closing."""
    findings: list[Finding] = []
    for jury in facts.session.juries:
        hearings = facts.session.hearings_of(jury.number)
        if hearings:
            findings += _attendance(facts, jury, deliberation)
        for hearing in hearings:
            findings += check_record(facts, deliberation, _record(deliberation, hearing))
    return tuple(findings)


def close(facts: SessionFacts, deliberation: Deliberation, *, at: datetime) -> Deliberation:
    """Return the deliberation closed, with the decision of each hearing derived and fixed."""
    order = [jury.number for jury in facts.session.juries]
    hearings = [hearing for number in order for hearing in facts.session.hearings_of(number)]
    records = tuple(_decided(facts, _record(deliberation, hearing)) for hearing in hearings)
    return replace(deliberation, records=records, closed_at=at)


def _record(deliberation: Deliberation, hearing: Hearing) -> HearingRecord:
    return deliberation.record(hearing.candidacy_id) or HearingRecord(hearing.candidacy_id)


def _decided(facts: SessionFacts, record: HearingRecord) -> HearingRecord:
    candidacy = facts.candidacies[record.candidacy_id]
    acquired = facts.acquired_before(candidacy.id)
    decision = derive_decision(record, candidacy, facts.sheet_of(candidacy), acquired=acquired)
    return replace(record, decision=decision)


def _attendance(facts: SessionFacts, jury: Jury, deliberation: Deliberation) -> Iterator[Finding]:
    present = present_jurors(jury, deliberation)
    for juror in jury.jurors:
        yield from _presence(facts, jury, juror, deliberation)
    if _may_judge(facts, jury, deliberation):
        yield from check_declarations(facts, jury, deliberation, present)
    convened, there = _sexes(facts, jury.jurors), _sexes(facts, present)
    if len(convened) > 1 and len(there) == 1:
        yield found("DELIB-14", of_jury(jury), sex=min(there), jury=jury.number)


def _may_judge(facts: SessionFacts, jury: Jury, deliberation: Deliberation) -> bool:
    """Tell whether anybody came, or may still come: nobody declares for those who stayed away."""
    awaited = {Appearance.EXPECTED, Appearance.PRESENT}
    hearings = facts.session.hearings_of(jury.number)
    return any(_record(deliberation, hearing).appearance in awaited for hearing in hearings)


def _presence(
    facts: SessionFacts, jury: Jury, juror: Juror, deliberation: Deliberation
) -> Iterator[Finding]:
    noted = deliberation.presence(jury.number, juror.examiner_id)
    subjects = (facts.examiner_subject(juror.examiner_id), of_jury(jury))
    if noted is None:
        yield found("DELIB-08", *subjects, jury=jury.number)
    elif noted.arrived and noted.left and noted.left < noted.arrived:
        yield found("DELIB-28", *subjects, arrived=noted.arrived, left=noted.left)
    elif not noted.present:
        yield found("DELIB-11", *subjects, jury=jury.number, seat=juror.seat)
        if juror.examiner_id == jury.president_id:
            yield found("DELIB-12", *subjects, jury=jury.number)


def _sexes(facts: SessionFacts, jurors: tuple[Juror, ...]) -> set[Sex]:
    people: list[Examiner | None] = [facts.examiners.get(juror.examiner_id) for juror in jurors]
    return {person.sex for person in people if person} - {Sex.NOT_STATED}
