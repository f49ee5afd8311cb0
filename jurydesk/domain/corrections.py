"""What amendments make of the record of a session: the original stays, the corrected one counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jurydesk.domain.alterations import Part, Point
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Deliberation,
    HearingRecord,
    Result,
)
from jurydesk.domain.minutes import BlockStatement, CandidateStatement, MinutesContent

_OF_RECORDS = frozenset({Part.CANDIDATE, Part.BLOCK})


@dataclass(frozen=True, slots=True)
class Correction:
    """The records that one amendment corrected, as they stand since; kept for good with it."""

    session_id: int
    number: str
    """Number of the amendment."""
    records: tuple[HearingRecord, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    id: int = 0
    version: int = field(default=0, compare=False)


def correction_of(deliberation: Deliberation, content: MinutesContent) -> Correction:
    """Return what an amendment makes of the record as it stood before it."""
    changed = [one.point for one in content.alterations]
    candidacies, members = _candidacies(changed), _members(changed)
    records = tuple(
        record_of(candidate, deliberation.record(candidate.candidacy_id))
        for jury in content.juries
        for candidate in jury.candidates
        if candidate.candidacy_id in candidacies
    )
    attendance = tuple(note for note in _attendance(content) if _place(note) in members)
    return Correction(deliberation.session_id, content.number, records, attendance)


def as_corrected(deliberation: Deliberation, corrections: Iterable[Correction]) -> Deliberation:
    """Return the record that counts: the original with what amendments corrected, in their order.

    What was closed stays as it was stored: its fingerprint is that of the original alone.
    """
    records = {record.candidacy_id: record for record in deliberation.records}
    attendance = {_place(note): note for note in deliberation.attendance}
    for correction in corrections:
        records |= {record.candidacy_id: record for record in correction.records}
        attendance |= {_place(note): note for note in correction.attendance}
    return replace(
        deliberation, records=tuple(records.values()), attendance=tuple(attendance.values())
    )


def agrees(correction: Correction, content: MinutesContent) -> bool:
    """Tell whether a correction says of each record what the amendment itself says."""
    stated = {one.candidacy_id: one for jury in content.juries for one in jury.candidates}
    notes = {_place(note): note for note in _attendance(content)}
    changed = [one.point for one in content.alterations]
    return (
        {record.candidacy_id for record in correction.records} == _candidacies(changed)
        and {_place(note) for note in correction.attendance} == _members(changed)
        and all(_same(record, stated.get(record.candidacy_id)) for record in correction.records)
        and all(note == notes.get(_place(note)) for note in correction.attendance)
    )


def _same(record: HearingRecord, stated: CandidateStatement | None) -> bool:
    return stated is not None and record_of(stated, record) == record


def _candidacies(changed: Iterable[Point]) -> set[int]:
    return {point.subject for point in changed if point.part in _OF_RECORDS}


def _members(changed: Iterable[Point]) -> set[tuple[int, int]]:
    return {(p.jury, p.subject) for p in changed if p.part is Part.MEMBER and p.jury}


def record_of(candidate: CandidateStatement, stored: HearingRecord | None) -> HearingRecord:
    """Return what minutes say of a candidate as a record; the rest is as it was stored."""
    before = stored or HearingRecord(candidate.candidacy_id)
    heard = candidate.appearance is Appearance.PRESENT
    return replace(
        before,
        appearance=candidate.appearance,
        results=tuple(_results(candidate, before)) if heard else (),
        vote=candidate.vote,
        recommendation=candidate.recommendation,
        observations=candidate.observations,
        decision=candidate.decision,
    )


def _results(candidate: CandidateStatement, before: HearingRecord) -> Iterator[Result]:
    for block in candidate.blocks:
        if not block.acquired_before and block.outcome is not None:
            yield _result(block, before.result(block.code))


def _result(block: BlockStatement, stored: Result | None) -> Result:
    if block.outcome is None:
        raise ValueError(f"nothing was decided of {block.code}")
    before = stored or Result(block.code, block.outcome)
    return replace(
        before,
        outcome=block.outcome,
        reason=block.reason,
        evidence=block.evidence,
        advice=block.advice,
    )


def _attendance(content: MinutesContent) -> Iterator[Attendance]:
    for jury in content.juries:
        for member in jury.members:
            yield Attendance(
                jury.number,
                member.examiner_id,
                present=bool(member.present),
                arrived=member.arrived,
                left=member.left,
            )


def _place(note: Attendance) -> tuple[int, int]:
    return note.jury, note.examiner_id
