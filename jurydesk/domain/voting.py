"""Who deliberates on whom, what is to be judged, and the decision that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import time

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import WHOLE, Certification
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Decision,
    Deliberation,
    HearingRecord,
    Outcome,
)
from jurydesk.domain.session import Hearing, Juror, Jury

_WITHOUT_RESULT = {
    Appearance.ABSENT: Decision.ABSENT,
    Appearance.EXCUSED: Decision.EXCUSED,
    Appearance.ADJOURNED: Decision.ADJOURNED,
}


def present_jurors(jury: Jury, deliberation: Deliberation) -> tuple[Juror, ...]:
    """Return the members whose presence before that jury was recorded."""
    return tuple(juror for juror, _ in _present(jury, deliberation))


def deliberating_jurors(
    jury: Jury, hearing: Hearing, deliberation: Deliberation
) -> tuple[Juror, ...]:
    """Return the members who deliberate on that candidate: a vote, there throughout, not recused.

    Somebody who came after the hearing began or left before it ended did not hear the candidate.
    """
    recused = recused_from(hearing, deliberation)
    return tuple(
        juror
        for juror, presence in _present(jury, deliberation)
        if juror.deliberates
        and juror.examiner_id not in recused
        and heard_throughout(presence, hearing)
    )


def gone_from(jury: Jury, hearing: Hearing, deliberation: Deliberation) -> tuple[Juror, ...]:
    """Return the members with a vote who came, but missed a part of the hearing."""
    recused = recused_from(hearing, deliberation)
    return tuple(
        juror
        for juror, presence in _present(jury, deliberation)
        if juror.deliberates
        and juror.examiner_id not in recused
        and not heard_throughout(presence, hearing)
    )


def presiding(jury: Jury, deliberation: Deliberation) -> int | None:
    """Return who presides over a jury: its president while present, else whoever acts.

    Whoever presides is one of the members, is there and has a vote (D6412-6).
    """
    return _first_presiding(jury, deliberation, present_jurors(jury, deliberation))


def presiding_over(jury: Jury, hearing: Hearing, deliberation: Deliberation) -> int | None:
    """Return who presides on one candidate: only somebody who deliberates on them can."""
    return _first_presiding(jury, deliberation, deliberating_jurors(jury, hearing, deliberation))


def presiding_at(
    jury: Jury, deliberation: Deliberation, *, at: time, without: Collection[int] = ()
) -> int | None:
    """Return who presides at one moment of the day, those recused left aside."""
    there = tuple(
        juror
        for juror, note in _present(jury, deliberation)
        if is_there(note, at=at) and juror.examiner_id not in without
    )
    return _first_presiding(jury, deliberation, there)


def is_there(presence: Attendance | None, *, at: time) -> bool:
    """Tell whether a member is in the room at one moment."""
    if presence is None or not presence.present:
        return False
    arrived = presence.arrived is None or presence.arrived <= at
    return arrived and (presence.left is None or at < presence.left)


def heard_throughout(presence: Attendance, hearing: Hearing) -> bool:
    """Tell whether a member who is there heard the candidate from the first word to the last."""
    in_time = presence.arrived is None or presence.arrived <= hearing.start.time()
    return in_time and (presence.left is None or presence.left >= hearing.end.time())


def _first_presiding(
    jury: Jury, deliberation: Deliberation, among: tuple[Juror, ...]
) -> int | None:
    acting = deliberation.acting_president(jury.number)
    able = {juror.examiner_id for juror in among if juror.deliberates}
    named = (jury.president_id, acting.examiner_id if acting else None)
    return next((person for person in named if person in able), None)


def recused_from(hearing: Hearing, deliberation: Deliberation) -> tuple[int, ...]:
    """Return the examiners recused from that hearing, as planned and as recorded in the room."""
    record = deliberation.record(hearing.candidacy_id)
    recorded = tuple(r.examiner_id for r in record.recusals) if record else ()
    return tuple(dict.fromkeys((*hearing.recused, *recorded)))


def blocks_to_judge(
    candidacy: Candidacy,
    certification: Certification,
    *,
    acquired: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the full codes of the blocks to judge; `WHOLE` alone where the sheet has none.

    The whole certification needs its mandatory blocks; an optional one is judged when it is
    asked for. What was acquired before is acquired for good.
    """
    if not candidacy.blocks:
        # RNCP6082 has no blocks: it is given or refused as a whole
        asked = tuple(block.code for block in certification.mandatory_blocks) or (WHOLE,)
    else:
        asked = tuple(_full_code(code, certification) for code in candidacy.blocks)
    return tuple(code for code in asked if code not in acquired)


def derive_decision(
    record: HearingRecord,
    candidacy: Candidacy,
    certification: Certification,
    *,
    acquired: Collection[str] = (),
) -> Decision | None:
    """Return the decision that follows from what was recorded; None while a result is missing.

    Blocks for themselves make a partial decision, unless with the earlier ones they complete
    the certification.
    """
    if record.appearance in _WITHOUT_RESULT:
        return _WITHOUT_RESULT[record.appearance]
    blocks = blocks_to_judge(candidacy, certification, acquired=acquired)
    results = [record.result(code) for code in blocks]
    if record.appearance is not Appearance.PRESENT or None in results:
        return None
    gained = {r.block for r in results if r and r.outcome is Outcome.ACQUIRED}
    # Blocks are acquired for good: the last one missing completes the certification
    needed = {block.code for block in certification.mandatory_blocks} or {WHOLE}
    if needed <= gained | set(acquired):
        return Decision.FULL
    return Decision.PARTIAL if gained else Decision.NONE


def _full_code(code: str, certification: Certification) -> str:
    block = certification.block(code)
    return block.code if block else code


def _present(jury: Jury, deliberation: Deliberation) -> Iterator[tuple[Juror, Attendance]]:
    for juror in jury.jurors:
        noted = deliberation.presence(jury.number, juror.examiner_id)
        # Nobody noted is nobody proven: the member does not count
        if noted and noted.present:
            yield juror, noted
