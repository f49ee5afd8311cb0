"""The decision that annuls a jury as PDF: which one, why, and what follows for whom it heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.annulments import AnnulmentContent
    from jurydesk.wording import Wording


def render_annulment(content: AnnulmentContent, *, wording: Wording) -> bytes:
    """Print the decision; the same content gives the same bytes."""
    from jurydesk.documents.drawing.annulment_paper import draw_annulment  # noqa: PLC0415 -- slow import

    return draw_annulment(content, wording=wording)
