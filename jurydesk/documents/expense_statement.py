"""What is due and paid for one session or in one year, as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.expense_papers import StatementContent


def render_statement(content: StatementContent, *, wording: Wording = Wording()) -> bytes:
    """Print one line for each person, and the totals."""
    from jurydesk.documents.drawing.statement_paper import (  # noqa: PLC0415 -- slow import
        draw_statement,
    )

    return draw_statement(content, wording=wording)
