"""Draws the blocks that a person has: which, since when, by which session or on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, styles, tables
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.domain.block_statement import AcquiredBlock
    from jurydesk.wording import Wording

WIDTHS = tuple(width * mm for width in (82, 34, 54))


def draw_blocks(blocks: tuple[AcquiredBlock, ...], *, wording: Wording) -> list[Flowable]:
    """Set one line for each block."""
    fonts.register()
    setter = Typesetter(wording)
    rows: list[list[tables.Cell]] = [
        [setter.say(f"aftermath.blocks.{name}", styles.LABEL) for name in ("block", "day", "proof")]
    ]
    rows += [_block(block, setter) for block in blocks]
    return [tables.table(rows, WIDTHS, *tables.hairlines(1), *tables.header(0), repeat=1)]


def _block(block: AcquiredBlock, setter: Typesetter) -> list[tables.Cell]:
    day = setter.wording.date(block.acquired_on) if block.acquired_on else "—"
    return [
        [
            setter.write(block.code, styles.CELL_STRONG),
            setter.write(block.title, styles.CELL),
        ],
        setter.write(day, styles.CELL),
        [setter.write(line, styles.CELL) for line in _proof(block, setter)],
    ]


def _proof(block: AcquiredBlock, setter: Typesetter) -> list[str]:
    lines = []
    if block.session and block.minutes:
        lines.append(
            setter.phrase("aftermath.blocks.session", session=block.session, number=block.minutes)
        )
    elif block.session:
        lines.append(setter.phrase("papers.session", session=block.session))
    if block.evidence:
        lines.append(block.evidence)
    if block.stands_for:
        lines.append(setter.phrase("aftermath.blocks.equivalent", block=block.stands_for))
    return lines or ["—"]
