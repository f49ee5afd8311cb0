"""The order of passage of a session as PDF, to be put up beside the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.minutes import MinutesContent


def render_passage(contents: Sequence[MinutesContent], *, wording: Wording = Wording()) -> bytes:
    """Print who is heard when and where; nothing else about any person."""
    from jurydesk.documents.drawing.passage_paper import draw_passage  # noqa: PLC0415 -- slow import

    return draw_passage(contents, wording=wording)
