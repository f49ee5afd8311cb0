"""The certificate of regularity as PDF, from its content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.regularity_certificate import RegularityContent
    from jurydesk.wording import Wording


def render_regularity(content: RegularityContent, *, wording: Wording) -> bytes:
    """Print the certificate; the same content gives the same bytes."""
    from jurydesk.documents.drawing.regularity_paper import (  # noqa: PLC0415 -- slow import
        draw_regularity,
    )

    return draw_regularity(content, wording=wording)
