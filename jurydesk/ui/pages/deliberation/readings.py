"""What the room shows, made from the board of the deliberation: members, blocks, order, count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.deliberation import Appearance, HearingRecord
from jurydesk.domain.deliberation_rules import blocks_to_judge, deliberating_jurors, recused_from
from jurydesk.finding_text import term
from jurydesk.services.deliberating import decision_of
from jurydesk.ui.pages.deliberation.blocks import BlockView
from jurydesk.ui.pages.deliberation.members import MemberView

if TYPE_CHECKING:
    from jurydesk.domain.session import Hearing, Jury
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.wording import Wording


@dataclass(frozen=True)
class Turn:
    """One candidate in the order of the day."""

    candidacy_id: int
    name: str
    detail: str
    state: str
    """What to show: the decision or the appearance, in words; empty while expected."""
    is_done: bool


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
    hearing, jury = place_of(board, candidacy_id)
    record = record_of(board, candidacy_id)
    reasons = {recusal.examiner_id: recusal.reason for recusal in record.recusals}
    recused = recused_from(hearing, board.deliberation)
    found = []
    for juror in jury.jurors:
        person = board.board.examiner(juror.examiner_id)
        noted = board.deliberation.presence(jury.number, juror.examiner_id)
        found.append(
            MemberView(
                juror.examiner_id,
                person.full_name if person else str(juror.examiner_id),
                term("seat", juror.seat, wording),
                juror.deliberates,
                juror.examiner_id == jury.president_id,
                noted.present if noted else None,
                noted.arrived if noted else None,
                noted.left if noted else None,
                recused=juror.examiner_id in recused,
                is_locked=juror.examiner_id in hearing.recused,
                reason=reasons.get(juror.examiner_id, ""),
                evidence=_evidence(board, candidacy_id, juror.examiner_id),
            )
        )
    return found


def blocks_of(board: DeliberationBoard, candidacy_id: int, whole: str) -> list[BlockView]:
    """Return what is judged of one candidate; `whole` names the certification as a whole."""
    row = board.board.candidacy(candidacy_id)
    if row is None:
        return []
    sheet = board.board.sheet(row.candidacy.certification)
    acquired = board.board.acquired.get(candidacy_id, frozenset())
    record = record_of(board, candidacy_id)
    codes = blocks_to_judge(row.candidacy, sheet)
    found = []
    for number, code in enumerate(codes, start=1):
        block = sheet.block(code)
        title = f"{block.short_code} – {block.title}" if block else code
        title = whole if code == WHOLE else title
        found.append(BlockView(code, number, title, record.result(code), code in acquired))
    return found


def count_of(board: DeliberationBoard, candidacy_id: int) -> tuple[int, int, int]:
    """Return how many deliberate on one candidate, how many have a vote, and the quorum."""
    hearing, jury = place_of(board, candidacy_id)
    voters = sum(juror.deliberates for juror in jury.jurors)
    there = deliberating_jurors(jury, hearing, board.deliberation)
    limits = board.board.limits
    return len(there), voters, limits.quorum if limits else 2


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
    )
