"""The table of blocks that a statement of blocks places in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.documents.letters import Pieces
    from jurydesk.domain.block_statement import AcquiredBlock
    from jurydesk.wording import Wording


def block_pieces(blocks: tuple[AcquiredBlock, ...], *, wording: Wording) -> Pieces:
    """Return the table as the piece that a text names `[[blocks]]`."""
    from jurydesk.documents.drawing.block_rows import draw_blocks  # noqa: PLC0415 -- slow import

    return {"blocks": draw_blocks(blocks, wording=wording)}
