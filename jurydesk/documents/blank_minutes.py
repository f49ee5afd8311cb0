"""Minutes to be filled in by hand as PDF, for the day on which nothing can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.minutes import MinutesContent


def render_blank_minutes(
    contents: Sequence[MinutesContent], *, wording: Wording = Wording()
) -> bytes:
    """Print juries and candidates with boxes to tick; never a decision, never a number."""
    from jurydesk.documents.drawing.blank_minutes_paper import (  # noqa: PLC0415 -- slow import
        draw_blank_minutes,
    )

    return draw_blank_minutes(contents, wording=wording)
