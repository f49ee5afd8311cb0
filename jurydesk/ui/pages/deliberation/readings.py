"""What the room shows, made from the board of the deliberation: members, blocks, order, count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.deliberation import Appearance, HearingRecord
from jurydesk.domain.deliberation_rules import (
    blocks_to_judge,
    deliberating_jurors,
    present_jurors,
    recused_from,
)
from jurydesk.domain.findings import blocking
from jurydesk.domain.regularity import regularity_at, regularity_of
from jurydesk.domain.voting import heard_throughout, is_there, presiding, presiding_over
from jurydesk.finding_text import finding_text, term
from jurydesk.services.deliberating import decision_of
from jurydesk.services.facts import facts_of
from jurydesk.ui.pages.deliberation.block_row import BlockView
from jurydesk.ui.pages.deliberation.live_count import Count
from jurydesk.ui.pages.deliberation.member_view import Declared, MemberView
from jurydesk.ui.pages.deliberation.vote import Voter

if TYPE_CHECKING:
    from datetime import datetime

    from jurydesk.domain.regularity import Regularity
    from jurydesk.domain.session import Hearing, Jury
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.wording import Wording

UNDECLARED = "DELIB-16"
"""Said of a member of whom no declaration was noted: that is done at the beginning of the day."""


@dataclass(frozen=True)
class Turn:
    """One candidate in the order of the day."""

    candidacy_id: int
    name: str
    detail: str
    state: str
    """What to show: the decision or the appearance, in words; empty while expected."""
    is_done: bool
    hour: str = ""


def turns(board: DeliberationBoard, wording: Wording) -> tuple[Turn, ...]:
    """Return the candidates in the order in which they are heard."""
    hearings = sorted(board.board.session.hearings, key=lambda h: (h.start, h.jury))
    return tuple(_turn(board, hearing, wording) for hearing in hearings)


def record_of(board: DeliberationBoard, candidacy_id: int) -> HearingRecord:
    """Return what was recorded of one candidate, or an empty record."""
    return board.deliberation.record(candidacy_id) or HearingRecord(candidacy_id)


def place_of(board: DeliberationBoard, candidacy_id: int) -> tuple[Hearing, Jury]:
    """Return the hearing of a candidate and the jury before which it is."""
    session = board.board.session
    hearing = session.hearing(candidacy_id)
    jury = session.jury(hearing.jury) if hearing else None
    if hearing is None or jury is None:
        raise LookupError(f"candidacy {candidacy_id} is not heard in this session")
    return hearing, jury


def members_of(board: DeliberationBoard, candidacy_id: int, wording: Wording) -> list[MemberView]:
    """Return the members of the jury as they stand for one candidate."""
    _, jury = place_of(board, candidacy_id)
    return [
        _member(board, candidacy_id, wording, number) for number in range(1, len(jury.jurors) + 1)
    ]


def voters_of(board: DeliberationBoard, candidacy_id: int) -> tuple[Voter, ...]:
    """Return who deliberates on one candidate, and who of them presides."""
    hearing, jury = place_of(board, candidacy_id)
    president = presiding_over(jury, hearing, board.deliberation)
    return tuple(
        Voter(one.examiner_id, _name(board, one.examiner_id), one.examiner_id == president)
        for one in deliberating_jurors(jury, hearing, board.deliberation)
    )


def blocks_of(board: DeliberationBoard, record: HearingRecord, whole: str) -> list[BlockView]:
    """Return what is judged of one candidate; `whole` names the certification as a whole."""
    candidacy_id = record.candidacy_id
    row = board.board.candidacy(candidacy_id)
    if row is None:
        return []
    sheet = board.board.sheet(row.candidacy.certification)
    acquired = board.board.acquired.get(candidacy_id, frozenset())
    codes = blocks_to_judge(row.candidacy, sheet)
    found = []
    for number, code in enumerate(codes, start=1):
        block = sheet.block(code)
        title = f"{block.short_code} – {block.title}" if block else code
        title = whole if code == WHOLE else title
        found.append(BlockView(code, number, title, record.result(code), code in acquired))
    return found


def regularity_of_candidate(
    board: DeliberationBoard, candidacy_id: int, now: datetime
) -> Regularity:
    """Return whether the jury may decide: as the day is recorded, and as it sits at this moment.

    Until the hearing is over, who is in the room now counts as much as what was noted of it.
    """
    hearing, jury = place_of(board, candidacy_id)
    facts, noted = facts_of(board.board), board.deliberation
    whole = regularity_of(facts, jury, hearing, noted)
    if not whole.is_regular or not _is_to_come(hearing, now):
        return whole
    moment = regularity_at(facts, jury, hearing, noted, at=now.time())
    return whole if moment.is_regular else moment


def count_of(
    board: DeliberationBoard, candidacy_id: int, wording: Wording, *, now: datetime, unnoted: str
) -> Count:
    """Return the live count of one candidate; `unnoted` says that nobody noted who is there."""
    hearing, jury = place_of(board, candidacy_id)
    found = regularity_of_candidate(board, candidacy_id, now)
    sitting = _sitting(board, hearing, jury, now)
    figures = (sitting, found.deliberating, found.voters, found.quorum)
    noted = [board.deliberation.presence(jury.number, j.examiner_id) for j in jury.jurors]
    if not any(noted):
        return Count(*figures, awaited=unnoted)
    standing = blocking(found.reasons)
    graver = [finding for finding in standing if finding.code != UNDECLARED]
    if graver:
        return Count(*figures, reason=finding_text(graver[0], wording), finding=graver[0])
    if not standing:
        return Count(*figures)
    return Count(*figures, awaited=finding_text(standing[0], wording), finding=standing[0])


def _is_to_come(hearing: Hearing, now: datetime) -> bool:
    """Tell whether a hearing of today is still to be held, or to be ended."""
    return hearing.start.date() == now.date() and now < hearing.end


def _sitting(board: DeliberationBoard, hearing: Hearing, jury: Jury, now: datetime) -> int:
    """Return how many are in the room now, or, once it is over, were there from end to end."""
    members = present_jurors(jury, board.deliberation)
    found = (board.deliberation.presence(jury.number, one.examiner_id) for one in members)
    notes = [note for note in found if note is not None]
    if _is_to_come(hearing, now):
        return sum(is_there(note, at=now.time()) for note in notes)
    return sum(heard_throughout(note, hearing) for note in notes)


def _member(
    board: DeliberationBoard, candidacy_id: int, wording: Wording, number: int
) -> MemberView:
    hearing, jury = place_of(board, candidacy_id)
    juror = jury.jurors[number - 1]
    key = juror.examiner_id
    reasons = {r.examiner_id: r.reason for r in record_of(board, candidacy_id).recusals}
    noted = board.deliberation.presence(jury.number, key)
    return MemberView(
        key,
        _name(board, key),
        term("seat", juror.seat, wording),
        juror.deliberates,
        key == jury.president_id,
        noted.present if noted else None,
        noted.arrived if noted else None,
        noted.left if noted else None,
        recused=key in recused_from(hearing, board.deliberation),
        is_locked=key in hearing.recused,
        reason=reasons.get(key, ""),
        evidence=_evidence(board, candidacy_id, key),
        number=number,
        declared=_declared(board, jury, key, wording),
        presides=key == _president(board, jury),
    )


def _president(board: DeliberationBoard, jury: Jury) -> int | None:
    """Return who presides; before anybody came, who is to."""
    return presiding(jury, board.deliberation) or jury.president_id


def _declared(
    board: DeliberationBoard, jury: Jury, examiner_id: int, wording: Wording
) -> Declared | None:
    found = board.deliberation.declaration(jury.number, examiner_id)
    if found is None:
        return None
    when = wording.time(found.at.time()) if found.at else ""
    return Declared(found.read_files, found.no_tie, when)


def _name(board: DeliberationBoard, examiner_id: int) -> str:
    person = board.board.examiner(examiner_id)
    return person.full_name if person else str(examiner_id)


def _evidence(board: DeliberationBoard, candidacy_id: int, examiner_id: int) -> str:
    row = board.board.candidacy(candidacy_id)
    person = row.candidate.id if row else 0
    ties = (t for t in board.board.ties if (t.candidate_id, t.examiner_id) == (person, examiner_id))
    return next((tie.evidence for tie in ties if tie.holds), "")


def _turn(board: DeliberationBoard, hearing: Hearing, wording: Wording) -> Turn:
    row = board.board.candidacy(hearing.candidacy_id)
    record = record_of(board, hearing.candidacy_id)
    decision = record.decision or decision_of(board, record)
    state = ""
    if decision is not None:
        state = term("decision", decision, wording)
    elif record.appearance is not Appearance.EXPECTED:
        state = term("appearance", record.appearance, wording)
    jury = board.board.session.jury(hearing.jury)
    parts = [wording.time(hearing.start.time()), state or (jury.room if jury else "")]
    if board.board.session.has_several and jury:
        parts.append(jury.certification)
    return Turn(
        hearing.candidacy_id,
        row.candidate.full_name if row else str(hearing.candidacy_id),
        " · ".join(parts),
        state,
        decision is not None,
        wording.time(hearing.start.time()),
    )
