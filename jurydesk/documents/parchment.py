"""The parchment as PDF, from its line of the register alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.parchments import Parchment
    from jurydesk.wording import Wording


def render_parchment(parchment: Parchment, *, wording: Wording) -> bytes:
    """Print one parchment on a sheet across; the same line gives the same bytes."""
    from jurydesk.documents.drawing.parchment_paper import (  # noqa: PLC0415 -- slow import
        draw_parchment,
    )

    return draw_parchment(parchment, wording=wording)
