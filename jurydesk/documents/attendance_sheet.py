"""The attendance sheets of a session as PDF: members and candidates sign, jury by jury."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.minutes import MinutesContent


def render_attendance(contents: Sequence[MinutesContent], *, wording: Wording = Wording()) -> bytes:
    """Print one sheet for each half-day of each jury."""
    from jurydesk.documents.drawing.attendance_paper import (  # noqa: PLC0415 -- slow import
        draw_attendance,
    )

    return draw_attendance(contents, wording=wording)
