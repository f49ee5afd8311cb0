"""The evaluation grids of one candidate as PDF: one page for each assessor and the common one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.grid_sheet import GridSheet


def render_grids(sheets: Sequence[GridSheet], *, wording: Wording = Wording()) -> bytes:
    """Print the grids, each on a page of its own."""
    from jurydesk.documents.drawing.grid_paper import draw_grids  # noqa: PLC0415 -- slow import

    return draw_grids(sheets, wording=wording)
