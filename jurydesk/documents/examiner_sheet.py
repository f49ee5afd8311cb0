"""The sheet of an examiner as PDF: what proves the right to sit on one day, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.examiner_sheet import ExaminerSheet


def render_examiner_sheet(sheet: ExaminerSheet, *, wording: Wording = Wording()) -> bytes:
    """Print the facts one by one, each proved, stated or missing."""
    from jurydesk.documents.drawing.examiner_paper import (  # noqa: PLC0415 -- slow import
        draw_examiner_sheet,
    )

    return draw_examiner_sheet(sheet, wording=wording)
