"""What the middle of the room shows of one candidate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.finding_text import term
from jurydesk.ui.pages.deliberation.readings import blocks_of, place_of, voters_of
from jurydesk.ui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.deliberation import HearingRecord
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.ui.pages.deliberation.block_row import BlockView
    from jurydesk.ui.pages.deliberation.vote import Voter
    from jurydesk.wording import Wording


@dataclass(frozen=True)
class HearingView:
    """What the form shows of one candidate."""

    record: HearingRecord
    name: str
    detail: str
    blocks: Sequence[BlockView]
    voters: Sequence[Voter]
    is_locked: bool


def view_of(board: DeliberationBoard, record: HearingRecord, wording: Wording) -> HearingView:
    """Return the candidate of a record as it is, or as it was typed."""
    key = record.candidacy_id
    whole = translate("Deliberation", "The certification as a whole")
    row = board.board.candidacy(key)
    return HearingView(
        record,
        row.candidate.full_name if row else str(key),
        _detail(board, key, wording),
        blocks_of(board, record, whole),
        voters_of(board, key),
        board.deliberation.is_closed,
    )


def _detail(board: DeliberationBoard, key: int, wording: Wording) -> str:
    hearing, jury = place_of(board, key)
    row = board.board.candidacy(key)
    route = term("route", row.candidacy.route, wording) if row else ""
    whole = row is None or row.candidacy.whole
    all_of_it = translate("Deliberation", "whole certification")
    scope = all_of_it if whole else translate("Deliberation", "blocks")
    sheet = board.board.sheet(jury.certification)
    several = board.board.session.has_several
    judged = f"{sheet.code} {sheet.title}" if several else sheet.title
    when = wording.time(hearing.start.time())
    return " · ".join((when, jury.room, route, scope, judged))
