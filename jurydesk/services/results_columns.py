"""The columns of the secretary's sheet: what they are called, and which blocks they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.voting import blocks_to_judge
from jurydesk.exchange.folding import fold
from jurydesk.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.services.views import SessionBoard

CANDIDACY, CANDIDATE, ROUTE = "CANDIDACY", "CANDIDATE", "ROUTE"
JURY, DAY, START = "JURY", "DAY", "START"
APPEARANCE, RECUSALS = "APPEARANCE", "RECUSALS"
IN_FAVOUR, AGAINST, ABSTAINED = "IN_FAVOUR", "AGAINST", "ABSTAINED"
RECOMMENDATION, OBSERVATIONS, INCIDENTS = "RECOMMENDATION", "OBSERVATIONS", "INCIDENTS"
EXAMINER, SEAT, PRESENT, ARRIVED, LEFT = "EXAMINER", "SEAT", "PRESENT", "ARRIVED", "LEFT"
READ_FILES, NO_TIE, ACTING = "READ_FILES", "NO_TIE", "ACTING"
CASTING, HOUR = "CASTING", "HOUR"
RESULT, REASON, EVIDENCE, ADVICE = "RESULT", "REASON", "EVIDENCE", "ADVICE"
"""These four stand once for each block: `RESULT:RNCP34316BC01`."""

BEFORE_BLOCKS = (CANDIDACY, CANDIDATE, ROUTE, JURY, DAY, START, APPEARANCE, RECUSALS)
AFTER_BLOCKS = (IN_FAVOUR, AGAINST, ABSTAINED, CASTING, RECOMMENDATION, OBSERVATIONS)
OF_BLOCKS = (RESULT, REASON, EVIDENCE, ADVICE)
OF_JURORS = (JURY, DAY, EXAMINER, SEAT, PRESENT, ARRIVED, LEFT, READ_FILES, NO_TIE, ACTING)
OF_INCIDENTS = (INCIDENTS, JURY, HOUR)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table of the sheet, known by the columns that it cannot do without."""

    name: str
    needed: frozenset[str]


HEARINGS = Kind("HEARINGS", frozenset({CANDIDACY, CANDIDATE, APPEARANCE}))
JURORS = Kind("JURORS", frozenset({JURY, EXAMINER, PRESENT}))
INCIDENT = Kind("INCIDENT", frozenset({INCIDENTS}))
KINDS = (HEARINGS, JURORS, INCIDENT)


def judged_blocks(board: SessionBoard) -> Mapping[int, tuple[str, ...]]:
    """Return what is judged of each candidacy that is heard, in the order of the hearings."""
    rows = {row.key: row for row in board.candidacies}
    return {
        hearing.candidacy_id: blocks_to_judge(
            rows[hearing.candidacy_id].candidacy,
            board.sheet(rows[hearing.candidacy_id].candidacy.certification),
            acquired=board.acquired.get(hearing.candidacy_id, frozenset()),
        )
        for hearing in board.session.hearings
        if hearing.candidacy_id in rows
    }


def block_columns(board: SessionBoard) -> tuple[str, ...]:
    """Return the columns of results and of the three texts of a refusal, block by block."""
    blocks = sorted({block for judged in judged_blocks(board).values() for block in judged})
    return tuple(f"{part}:{block}" for block in blocks for part in OF_BLOCKS)


def heading(column: str, board: SessionBoard, wording: Wording) -> str:
    """Return what a column is called; of several certifications each block says whose it is."""
    part, _, block = column.partition(":")
    if not block:
        return wording.text(f"RESULT-COL-{column}")
    if block == WHOLE:
        return wording.text(f"RESULT-COL-{part}-WHOLE")
    known = next((b for sheet in board.certifications if (b := sheet.block(block))), None)
    short = known.short_code if known and not board.session.has_several else block
    return wording.text(f"RESULT-COL-{part}-BLOCK", block=short)


def known_headings(board: SessionBoard) -> Mapping[str, str]:
    """Return the column that each heading names, in any language, as headings are compared."""
    columns = {*BEFORE_BLOCKS, *AFTER_BLOCKS, *OF_JURORS, *OF_INCIDENTS, *block_columns(board)}
    return {
        fold(heading(column, board, Wording(language))): column
        for language in LANGUAGES
        for column in sorted(columns)
    }
