"""The signs for the doors of the rooms as PDF: which jury sits there, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.minutes import MinutesContent


def render_room_signs(
    contents: Sequence[MinutesContent], *, initials: bool = False, wording: Wording = Wording()
) -> bytes:
    """Print one page per room and half-day; `initials`: with the hours and initials of who comes.

    No name of a candidate is ever on a door.
    """
    from jurydesk.documents.drawing.room_sign_paper import (  # noqa: PLC0415 -- slow import
        draw_room_signs,
    )

    return draw_room_signs(contents, initials=initials, wording=wording)
